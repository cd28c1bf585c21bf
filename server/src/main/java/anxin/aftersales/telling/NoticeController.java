package anxin.aftersales.telling;

import anxin.aftersales.cases.CaseRow;
import anxin.aftersales.cases.CaseScope;
import anxin.aftersales.template.Step;
import anxin.identity.Caller;
import anxin.identity.Needs;
import anxin.identity.Permission;
import anxin.kernel.Text;
import anxin.kernel.fact.Audience;
import anxin.kernel.fact.FactLog;
import anxin.kernel.fact.NewFact;
import anxin.kernel.problem.Problem;
import anxin.messaging.Messages;
import anxin.messaging.OutboundMessage.Channel;
import io.swagger.v3.oas.annotations.Operation;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Who was told what on a case, when, by which channel, and whether it arrived. */
@RestController
@RequestMapping("/api/v1/cases/{id}/notices")
class NoticeController {

    /**
     * One telling.
     *
     * @param messageId null when there was nothing to send
     * @param state WAITING, WAITING_FOR_CHANNEL, SENT, DELIVERED, READ, FAILED, EXPIRED or NOT_TOLD
     * @param trouble why it did not arrive, in words
     * @param allowed what the reader may do: {@code resend}
     */
    record NoticeView(
            @Nullable UUID messageId,
            String step,
            String stepText,
            Channel channel,
            @Nullable String recipient,
            @Nullable String subject,
            @Nullable String body,
            String state,
            @Nullable String trouble,
            int attempts,
            Instant at,
            @Nullable Instant nextAt,
            @Nullable Instant sentAt,
            @Nullable Instant deliveredAt,
            @Nullable Instant readAt,
            List<String> allowed) {}

    private static final Map<String, Text> WHY_NOT =
            Map.of(
                    "NO_ADDRESS",
                            Text.of("订单上没有这个渠道的联系方式", "The order has no address for this channel"),
                    "UNSUBSCRIBED", Text.of("客户已退订回访", "The customer wants no surveys"));

    private final CaseScope scope;
    private final NoticeStore store;
    private final Messages messages;
    private final FactLog facts;
    private final Clock clock;

    NoticeController(
            CaseScope scope, NoticeStore store, Messages messages, FactLog facts, Clock clock) {
        this.scope = scope;
        this.store = store;
        this.messages = messages;
        this.facts = facts;
        this.clock = clock;
    }

    @GetMapping
    @Needs(Permission.CASE_READ)
    @Operation(summary = "What the customer was told on a case, oldest first")
    List<NoticeView> listNotices(@PathVariable UUID id, Caller.Permitted caller, Locale language) {
        return views(scope.find(caller, id), caller, language);
    }

    @PutMapping("/{message}/copies/{copy}")
    @Needs(Permission.CASE_MESSAGE)
    @Transactional
    @Operation(
            summary = "Tells the same to the same person once more",
            description = "Refused as text-gone when the text is no longer kept.")
    List<NoticeView> resendNotice(
            @PathVariable UUID id,
            @PathVariable UUID message,
            @PathVariable UUID copy,
            Caller.Permitted caller,
            Locale language) {
        var of = scope.find(caller, id);
        var told =
                store.ofCase(of.shop(), id).stream()
                        .filter(row -> message.equals(row.messageId()))
                        .findFirst()
                        .orElseThrow(() -> Problem.missing("notice"));
        var occurrence = told.occurrence().split("/copy:", 2)[0] + "/copy:" + copy;
        var recipient = store.recipient(of.shop(), id, message);
        var channel = Channel.valueOf(told.channel());
        var now = clock.instant();
        var sent =
                messages.again(
                                of.shop(),
                                message,
                                Teller.dedupeKey(of.shop(), id, occurrence, channel, recipient),
                                now.plus(Teller.FRESH))
                        .orElseThrow(
                                () ->
                                        Problem.refused(
                                                "text-gone",
                                                "消息正文已按保留期限清除，无法重发",
                                                "The text is no longer kept, so it cannot be sent again"));
        store.addAll(
                List.of(
                        new NoticeStore.New(
                                new NoticeStore.Key(of, occurrence, channel, recipient),
                                new NoticeStore.Told(
                                        told.step(), told.lang(), told.template(), caller.actor()),
                                sent,
                                null)),
                now);
        facts.append(
                new NewFact(
                        of.shop(),
                        "aftersales.notice-resent",
                        of.subject(),
                        caller.actor(),
                        of.customerId(),
                        Audience.STAFF,
                        Map.of("step", told.step(), "channel", channel)));
        return views(of, caller, language);
    }

    private List<NoticeView> views(CaseRow of, Caller.Permitted caller, Locale language) {
        var sent = new HashMap<UUID, Messages.Sent>();
        messages.about(of.shop(), of.subject()).forEach(one -> sent.put(one.id(), one));
        return store.ofCase(of.shop(), of.id()).stream()
                .map(row -> view(row, sent, caller, language))
                .toList();
    }

    private static NoticeView view(
            NoticeStore.Row row,
            Map<UUID, Messages.Sent> sent,
            Caller.Permitted caller,
            Locale language) {
        var stepText =
                Step.find(row.step()).map(step -> step.label().in(language)).orElse(row.step());
        var channel = Channel.valueOf(row.channel());
        var message = row.messageId() == null ? null : sent.get(row.messageId());
        if (message == null) {
            var why = WHY_NOT.get(row.because());
            return new NoticeView(
                    null,
                    row.step(),
                    stepText,
                    channel,
                    null,
                    null,
                    null,
                    "NOT_TOLD",
                    why == null ? row.because() : why.in(language),
                    0,
                    row.at(),
                    null,
                    null,
                    null,
                    null,
                    List.of());
        }
        var trouble = message.trouble();
        var again =
                caller.may(Permission.CASE_MESSAGE)
                        && message.body() != null
                        && !message.state().startsWith("WAITING");
        return new NoticeView(
                message.id(),
                row.step(),
                stepText,
                channel,
                message.recipient(),
                message.subject(),
                message.body(),
                state(message),
                trouble == null ? null : trouble.in(language),
                message.attempts(),
                row.at(),
                message.nextAt(),
                message.sentAt(),
                message.deliveredAt(),
                message.readAt(),
                again ? List.of("resend") : List.of());
    }

    private static String state(Messages.Sent message) {
        if (message.readAt() != null) {
            return "READ";
        }
        return message.deliveredAt() != null && message.state().equals("SENT")
                ? "DELIVERED"
                : message.state();
    }
}
