package anxin.messaging.inbound;

import anxin.identity.Caller;
import anxin.identity.ForEveryone;
import anxin.kernel.problem.Reading;
import anxin.messaging.connections.Receipt;
import anxin.messaging.outbox.Receipts;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.io.IOException;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** What became of an answer that was handed over to a channel. */
@RestController
class ChannelReceiptController {

    private static final int LARGEST = 1 << 14;

    /**
     * A receipt.
     *
     * @param id of the answer, as it was handed over
     * @param reason why it failed, in the channel's words
     */
    record NewChannelReceipt(
            @NotNull(message = "必填 | is needed") UUID id,
            @NotNull(message = "必填 | is needed") Receipt.Fate state,
            @Nullable @Size(max = 300, message = ChannelMessageController.TOO_LONG)
                    String reason) {}

    record HeardReceipt(boolean heard) {}

    private final ChannelCall call;
    private final Reading reading;
    private final Receipts receipts;
    private final Clock clock;

    ChannelReceiptController(ChannelCall call, Reading reading, Receipts receipts, Clock clock) {
        this.call = call;
        this.reading = reading;
        this.receipts = receipts;
        this.clock = clock;
    }

    @ForEveryone
    @PostMapping("/api/v1/channels/{channel}/receipts")
    @Operation(
            summary = "Tells what became of an answer: delivered, read, or failed and why",
            description =
                    "By the same key or signature as messages. The same again changes nothing.",
            requestBody =
                    @io.swagger.v3.oas.annotations.parameters.RequestBody(
                            required = true,
                            content =
                                    @Content(
                                            mediaType = "application/json",
                                            schema =
                                                    @Schema(
                                                            implementation =
                                                                    NewChannelReceipt.class))))
    HeardReceipt receiveChannelReceipt(
            @PathVariable String channel, @Nullable Caller caller, HttpServletRequest request)
            throws IOException {
        var body = request.getInputStream().readNBytes(LARGEST);
        var known = call.check(channel, caller, request, body);
        var told = reading.read(body, NewChannelReceipt.class);
        receipts.take(
                known.shop(),
                List.of(
                        new Receipt(
                                told.id().toString(),
                                null,
                                told.state(),
                                told.reason(),
                                told.reason(),
                                clock.instant())));
        return new HeardReceipt(true);
    }
}
