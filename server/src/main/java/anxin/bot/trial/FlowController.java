package anxin.bot.trial;

import anxin.aftersales.CustomerCases;
import anxin.aftersales.CustomerCases.ReasonChoice;
import anxin.bot.flow.FlowBook;
import anxin.bot.flow.FlowBooks;
import anxin.bot.flow.FlowBooks.Published;
import anxin.bot.flow.FlowCheck;
import anxin.bot.flow.FlowDrafts;
import anxin.bot.trial.BotTrials.Answered;
import anxin.bot.trial.Recordings.Difference;
import anxin.bot.trial.Recordings.Recording;
import anxin.identity.Caller;
import anxin.identity.Names;
import anxin.identity.Needs;
import anxin.identity.Permission;
import anxin.kernel.ShopId;
import anxin.kernel.problem.Problem;
import io.swagger.v3.oas.annotations.Operation;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A shop's flows: a draft that can be talked to, what was published, and what must not change. */
@RestController
@RequestMapping("/api/v1/shops/{shop}")
class FlowController {

    private static final String TOO_LONG = "过长 | too long";

    /** {@code version} is the draft that was seen; 0 where there was none. */
    record NewFlowDraft(
            @Min(value = 0, message = "不能为负 | must not be negative") int version,
            @NotNull(message = "缺少内容 | the document is missing") JsonNode document) {}

    /**
     * @param version the draft that was seen
     * @param accept publish although recorded conversations go another way
     */
    record NewPublication(
            @Min(value = 1, message = "请先保存草稿 | keep a draft first") int version,
            @Nullable @Size(max = 500, message = TOO_LONG) String note,
            boolean accept) {}

    record FlowRollBack(@Min(value = 0, message = "不能为负 | must not be negative") int to) {}

    /** {@code name} is who published it. */
    record PublishedFlows(
            int version, @Nullable String note, @Nullable String name, Instant publishedAt) {}

    /**
     * @param inForce the version that customers meet; 0 comes with the product
     * @param draftVersion 0 while nobody works on one: then the document is what is in force
     */
    record FlowsView(
            int inForce, int draftVersion, FlowBook document, List<PublishedFlows> published) {}

    /**
     * @param published whether it holds now; not where something differs and was not accepted
     */
    record PublicationView(boolean published, List<Difference> differences, FlowsView flows) {}

    /**
     * A whole talk from its beginning.
     *
     * @param customer whose orders it is about, by the shop's own id; null: a visitor
     * @param draft with the draft, else with what is in force
     */
    record NewBotTrial(
            @NotEmpty(message = "请说点什么 | say something")
                    @Size(max = 40, message = "最多40句 | at most 40")
                    List<
                                    @NotBlank(message = "不能为空 | must not be empty")
                                    @Size(max = 1_000, message = TOO_LONG) String>
                            said,
            @Nullable @Size(max = 100, message = TOO_LONG) String customer,
            boolean draft) {}

    record BotTrialView(List<Answered> answers) {}

    record NewRecording(
            @NotBlank(message = "请填写名称 | the name is missing") @Size(max = 100, message = TOO_LONG)
                    String name,
            @Nullable @Size(max = 100, message = TOO_LONG) String customer,
            @NotEmpty(message = "请说点什么 | say something")
                    @Size(max = 40, message = "最多40句 | at most 40")
                    List<
                                    @NotBlank(message = "不能为空 | must not be empty")
                                    @Size(max = 1_000, message = TOO_LONG) String>
                            said) {}

    private final FlowBooks books;
    private final FlowDrafts drafts;
    private final BotTrials trials;
    private final Recordings recordings;
    private final CustomerCases cases;
    private final Names names;
    private final JsonMapper json;

    FlowController(
            FlowBooks books,
            FlowDrafts drafts,
            BotTrials trials,
            Recordings recordings,
            CustomerCases cases,
            Names names,
            JsonMapper json) {
        this.books = books;
        this.drafts = drafts;
        this.trials = trials;
        this.recordings = recordings;
        this.cases = cases;
        this.names = names;
        this.json = json;
    }

    @GetMapping("/bot-flows")
    @Needs(Permission.ROUTING_WRITE)
    @Operation(summary = "The flows that are worked on, and what was published")
    FlowsView readBotFlows(@PathVariable ShopId shop, Caller.Permitted caller) {
        caller.requireIn(shop);
        return view(shop);
    }

    @PutMapping("/bot-flows/draft")
    @Needs(Permission.ROUTING_WRITE)
    @Operation(
            summary = "Keeps a draft; customers do not meet it",
            description = "400 with a pointer for each fault, 409 when another changed it since.")
    FlowsView keepBotFlows(
            @PathVariable ShopId shop,
            @RequestBody @Valid NewFlowDraft body,
            Caller.Permitted caller) {
        caller.requireIn(shop);
        var reasons = cases.reasons().stream().map(ReasonChoice::code).collect(Collectors.toSet());
        drafts.write(
                shop,
                body.version(),
                FlowCheck.read(json, body.document(), books.shipped(), reasons),
                caller.actor());
        return view(shop);
    }

    @PutMapping("/bot-flows/publication")
    @Needs(Permission.ROUTING_WRITE)
    @Operation(
            summary = "Puts the draft in force",
            description = "Recorded conversations run first; what differs must be accepted.")
    PublicationView publishBotFlows(
            @PathVariable ShopId shop,
            @RequestBody @Valid NewPublication body,
            Caller.Permitted caller) {
        caller.requireIn(shop);
        var draft = drafts.read(shop);
        if (draft.version() != body.version()) {
            throw Problem.conflict(
                    "version-conflict",
                    "内容已被他人修改，请刷新后重试",
                    "Somebody else changed this; look at it again");
        }
        var differences = recordings.differences(shop, draft.document());
        var holds = differences.isEmpty() || body.accept();
        if (holds) {
            books.publish(shop, draft.document(), body.note(), caller.actor());
        }
        return new PublicationView(holds, differences, view(shop));
    }

    @PutMapping("/bot-flows/roll-back")
    @Needs(Permission.ROUTING_WRITE)
    @Operation(summary = "What was published before holds again; 0 is what comes with the product")
    FlowsView rollBackBotFlows(
            @PathVariable ShopId shop,
            @RequestBody @Valid FlowRollBack body,
            Caller.Permitted caller) {
        caller.requireIn(shop);
        books.rollBack(shop, body.to());
        return view(shop);
    }

    @PostMapping("/bot-trials")
    @Needs(Permission.ROUTING_WRITE)
    @Operation(summary = "Talks with the flows: nothing is stored, sent or moved")
    BotTrialView tryBot(
            @PathVariable ShopId shop,
            @RequestBody @Valid NewBotTrial body,
            Caller.Permitted caller) {
        requireMaySeeOrders(caller, body.customer());
        caller.requireIn(shop);
        return new BotTrialView(
                trials.talk(
                        shop,
                        body.draft() ? drafts.book(shop) : books.inForce(shop),
                        body.customer(),
                        body.said()));
    }

    @GetMapping("/bot-recordings")
    @Needs(Permission.ROUTING_WRITE)
    @Operation(summary = "Conversations that must go the same way after a change")
    List<Recording> listBotRecordings(@PathVariable ShopId shop, Caller.Permitted caller) {
        caller.requireIn(shop);
        return recordings.of(shop);
    }

    @PutMapping("/bot-recordings/{id}")
    @Needs(Permission.ROUTING_WRITE)
    @Operation(summary = "Records a conversation as what is in force answers it")
    List<Recording> keepBotRecording(
            @PathVariable ShopId shop,
            @PathVariable UUID id,
            @RequestBody @Valid NewRecording body,
            Caller.Permitted caller) {
        requireMaySeeOrders(caller, body.customer());
        caller.requireIn(shop);
        recordings.keep(
                shop,
                id,
                books.inForce(shop),
                body.name().strip(),
                body.customer(),
                body.said(),
                caller.actor());
        return recordings.of(shop);
    }

    @DeleteMapping("/bot-recordings/{id}")
    @Needs(Permission.ROUTING_WRITE)
    @Operation(summary = "Forgets a recording")
    List<Recording> forgetBotRecording(
            @PathVariable ShopId shop, @PathVariable UUID id, Caller.Permitted caller) {
        caller.requireIn(shop);
        recordings.forget(shop, id);
        return recordings.of(shop);
    }

    /** A talk about somebody's orders shows them. */
    private static void requireMaySeeOrders(Caller.Permitted caller, @Nullable String customer) {
        if (customer != null && !caller.may(Permission.COMMERCE_READ)) {
            throw Problem.forbidden(Permission.COMMERCE_READ.name());
        }
    }

    private FlowsView view(ShopId shop) {
        var published = books.published(shop);
        var called = names.of(published.stream().map(Published::publishedBy).toList());
        return new FlowsView(
                books.version(shop),
                drafts.read(shop).version(),
                drafts.book(shop),
                published.stream()
                        .map(
                                one ->
                                        new PublishedFlows(
                                                one.version(),
                                                one.note(),
                                                called.get(one.publishedBy()),
                                                one.publishedAt()))
                        .toList());
    }
}
