package anxin.messaging.outbox;

import anxin.identity.Caller;
import anxin.identity.ForEveryone;
import anxin.identity.Needs;
import anxin.identity.Permission;
import anxin.kernel.page.Cursor;
import anxin.kernel.page.Page;
import anxin.kernel.problem.Problem;
import anxin.messaging.channel.DemoWay;
import anxin.messaging.channel.Troubles;
import io.swagger.v3.oas.annotations.Operation;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What went out, what waits, and what could not be delivered. */
@RestController
@RequestMapping("/api/v1")
class MessageController {

    /**
     * A message, without its text and with its recipient masked.
     *
     * @param allowed what the reader may do with it: {@code retry}
     * @param trouble why it did not arrive, in words
     * @param state WAITING, WAITING_FOR_CHANNEL (nothing is set up to send it), SENT, FAILED,
     *     EXPIRED
     */
    record MessageView(
            UUID id,
            @Nullable String shop,
            String channel,
            String recipient,
            String subject,
            String state,
            @Nullable String via,
            int attempts,
            @Nullable Instant nextAt,
            @Nullable String lastError,
            @Nullable String trouble,
            @Nullable Instant sentAt,
            @Nullable Instant deliveredAt,
            @Nullable Instant readAt,
            Instant createdAt,
            List<String> allowed) {}

    record DemoMessage(
            UUID id, String channel, String recipient, String subject, String body, Instant at) {}

    private final OutboxStore store;
    private final RetryMessage retryMessage;
    private final boolean demo;

    MessageController(
            OutboxStore store,
            RetryMessage retryMessage,
            @Value("${anxin.demo:false}") boolean demo) {
        this.store = store;
        this.retryMessage = retryMessage;
        this.demo = demo;
    }

    @GetMapping("/messages")
    @Needs(Permission.JOURNAL_READ)
    @Operation(summary = "Messages that went out, wait or failed, newest first")
    Page<MessageView> listMessages(
            Caller.Permitted caller,
            Locale language,
            @RequestParam(required = false) @Nullable String state,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(defaultValue = "50") int size) {
        var limit = Math.clamp(size, 1, 200);
        var rows = store.page(caller.shops(), state, Cursor.decode(after, 2), limit + 1);
        return Page.of(rows, limit, row -> Cursor.at(row.createdAt(), row.id()))
                .map(row -> view(row, caller, language));
    }

    @PutMapping("/messages/{id}/retry")
    @Needs(Permission.CASE_MESSAGE)
    @Operation(
            summary = "Sends a message that failed again",
            description =
                    "Refused as not-failed, and as text-gone when its text is no longer kept."
                            + " Who did it stands in the journal.")
    MessageView retryMessage(Caller.Permitted caller, @PathVariable UUID id, Locale language) {
        return view(retryMessage.retry(caller, id), caller, language);
    }

    @GetMapping("/demo/mailbox")
    @ForEveryone
    @Operation(summary = "In demo mode: what would have gone out, the newest 50")
    List<DemoMessage> demoMailbox() {
        if (!demo) {
            throw Problem.missing("mailbox");
        }
        return store.newestVia(DemoWay.NAME, 50).stream()
                .map(
                        row ->
                                new DemoMessage(
                                        row.id(),
                                        row.channel(),
                                        row.recipient(),
                                        row.subject(),
                                        row.body() == null ? "" : row.body(),
                                        row.createdAt()))
                .toList();
    }

    private static MessageView view(OutboxStore.Row row, Caller.Permitted caller, Locale language) {
        var trouble = Troubles.words(row.state(), row.troubleCode(), row.lastError());
        var again =
                row.state().equals("FAILED")
                        && row.body() != null
                        && caller.may(Permission.CASE_MESSAGE);
        var waits = row.state().equals("WAITING");
        return new MessageView(
                row.id(),
                row.shopId(),
                row.channel(),
                masked(row.recipient()),
                row.subject(),
                row.state(),
                row.via(),
                row.attempts(),
                waits ? row.nextAt() : null,
                row.lastError(),
                trouble == null ? null : trouble.in(language),
                row.sentAt(),
                row.deliveredAt(),
                row.readAt(),
                row.createdAt(),
                again ? List.of("retry") : List.of());
    }

    static String masked(String recipient) {
        var at = recipient.indexOf('@');
        if (at > 0) {
            return recipient.charAt(0) + "***" + recipient.substring(at);
        }
        return recipient.length() < 8
                ? "****"
                : recipient.substring(0, 3) + "****" + recipient.substring(recipient.length() - 4);
    }
}
