package anxin.bot.turn;

import anxin.bot.dialogue.Why;
import anxin.bot.flow.FlowBook.Kept;
import anxin.bot.flow.FlowBooks;
import anxin.commerce.Order;
import anxin.commerce.Orders;
import anxin.conversation.Conversations;
import anxin.identity.Caller.Staff;
import anxin.identity.Needs;
import anxin.identity.Permission;
import anxin.kernel.OrderNumber;
import anxin.kernel.ShopId;
import anxin.kernel.problem.Problem;
import io.swagger.v3.oas.annotations.Operation;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;

/** What the bot has found out before people have a conversation. */
@RestController
@RequestMapping("/api/v1/conversations/{id}/bot")
class BotSummaryController {

    /**
     * @param why people have it, in words
     * @param wants what was being arranged
     * @param items of the order that it is about
     * @param problem in the customer's own words
     * @param tried what was done, and what the rules said
     * @param wrong whether somebody said that an answer was wrong
     */
    record BotSummary(
            Instant beganAt,
            int turns,
            @Nullable Instant handedAt,
            @Nullable String why,
            @Nullable String orderNo,
            List<String> items,
            @Nullable String wants,
            @Nullable String problem,
            @Nullable String said,
            @Nullable String emotion,
            List<String> tried,
            int photos,
            boolean wrong) {}

    /** Empty where the bot has said nothing. */
    record BotSummaryView(@Nullable BotSummary summary) {}

    record BotMark(boolean wrong) {}

    private final Conversations conversations;
    private final Dialogues dialogues;
    private final FlowBooks books;
    private final Orders orders;
    private final JsonMapper json;
    private final Clock clock;

    BotSummaryController(
            Conversations conversations,
            Dialogues dialogues,
            FlowBooks books,
            Orders orders,
            JsonMapper json,
            Clock clock) {
        this.conversations = conversations;
        this.dialogues = dialogues;
        this.books = books;
        this.orders = orders;
        this.json = json;
        this.clock = clock;
    }

    @GetMapping
    @Needs(Permission.CONVERSATION_READ)
    @Operation(summary = "What the bot has found out, so that nobody asks again")
    BotSummaryView readBotSummary(@PathVariable UUID id, Staff staff, Locale language) {
        return view(shop(staff, id), id, language);
    }

    @PutMapping("/mark")
    @Needs(Permission.CONVERSATION_ANSWER)
    @Operation(summary = "Says that an answer of the bot was wrong, or takes that back")
    BotSummaryView markBot(
            @PathVariable UUID id, @RequestBody BotMark body, Staff staff, Locale language) {
        var shop = shop(staff, id);
        dialogues.mark(shop, id, body.wrong(), staff.actor(), clock.instant());
        return view(shop, id, language);
    }

    private ShopId shop(Staff staff, UUID id) {
        return conversations
                .find(staff, id, null)
                .map(Conversations.Known::shop)
                .orElseThrow(() -> Problem.missing("conversation"));
    }

    private BotSummaryView view(ShopId shop, UUID id, Locale language) {
        return new BotSummaryView(
                dialogues.told(shop, id).map(told -> summary(shop, told, language)).orElse(null));
    }

    private BotSummary summary(ShopId shop, Dialogues.Told told, Locale language) {
        var text = told.summary();
        var of = text == null ? null : json.readValue(text, Summary.class);
        var why = told.handedWhy();
        var flow = of == null ? null : of.flow();
        return new BotSummary(
                told.beganAt(),
                told.turns(),
                told.handedAt(),
                why == null ? null : Why.valueOf(why).text().in(language),
                of == null ? null : of.orderNo(),
                of == null ? List.of() : items(shop, of),
                flow == null
                        ? null
                        : books.inForce(shop)
                                .flow(flow)
                                .map(one -> one.title().in(language))
                                .orElse(flow),
                of == null ? null : of.problem(),
                of == null ? null : of.said(),
                of == null ? null : of.emotion(),
                of == null ? List.of() : of.tried(),
                of == null ? 0 : of.photos(),
                told.wrongBy() != null);
    }

    private List<String> items(ShopId shop, Summary of) {
        var no = of.orderNo();
        if (no == null) {
            return List.of();
        }
        var chosen =
                of.collected().stream()
                        .filter(one -> one.slot().equals(Kept.ITEM.name()))
                        .map(Summary.Collected::value)
                        .findFirst();
        return orders.find(shop, new OrderNumber(no)).stream()
                .flatMap(order -> order.order().lines().stream())
                .filter(line -> isMeant(chosen, line))
                .map(line -> (line.title() == null ? line.sku() : line.title()) + " ×" + line.qty())
                .toList();
    }

    private static boolean isMeant(Optional<String> chosen, Order.Line line) {
        return chosen.isEmpty() || chosen.get().equals("*") || chosen.get().equals(line.id());
    }
}
