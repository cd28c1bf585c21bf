package anxin.messaging.inbound;

import anxin.identity.Caller;
import anxin.identity.ForEveryone;
import anxin.kernel.problem.Problem;
import anxin.kernel.problem.Reading;
import anxin.kernel.wire.SafeAddress;
import anxin.kernel.wire.StableId;
import anxin.messaging.Attachments;
import anxin.messaging.InboundMessage;
import anxin.messaging.InboundMessage.Context;
import anxin.messaging.InboundMessage.From;
import anxin.messaging.Reception;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Where a marketplace, a social network or the shop's own app hands in what customers wrote. */
@RestController
class ChannelMessageController {

    static final String TOO_LONG = "过长 | too long";
    private static final String NEEDED = "必填 | is needed";
    private static final int LARGEST = 1 << 18;

    /** The clocks of others go wrong; a message is never written after tomorrow. */
    private static final Duration AHEAD = Duration.ofDays(1);

    /** The customer on the channel; {@code customerId} is the shop's own id of them. */
    record NewSender(
            @NotBlank(message = NEEDED) @Size(max = 200, message = TOO_LONG) String id,
            @Nullable @Size(max = 100, message = TOO_LONG) String name,
            @Nullable @Size(max = 40, message = TOO_LONG) String phone,
            @Nullable @Size(max = 200, message = TOO_LONG) String email,
            @Nullable @Size(max = 200, message = TOO_LONG) String customerId) {}

    /**
     * {@code url} is where the channel has it: https, and public or at the host of the channel's
     * own {@code url}.
     */
    record NewAttachment(
            @NotNull(message = NEEDED) @Size(max = 2_000, message = TOO_LONG) String url,
            @Nullable @Size(max = 200, message = TOO_LONG) String name,
            @Nullable @Size(max = 100, message = TOO_LONG) String type) {}

    /** What the channel knows of the matter. */
    record NewContext(
            @Nullable @Size(max = 64, message = TOO_LONG) String orderNumber,
            @Nullable @Size(max = 200, message = TOO_LONG) String product,
            @Nullable @Size(max = 100, message = TOO_LONG) String liveSession,
            @Nullable @Size(max = 500, message = TOO_LONG) String page,
            @Nullable @Size(max = 20, message = TOO_LONG) String language) {}

    /**
     * A customer's message.
     *
     * @param id the channel's own: the same again is the same message
     * @param text may be empty beside an attachment
     */
    record NewChannelMessage(
            @NotBlank(message = NEEDED) @Size(max = 200, message = TOO_LONG) String id,
            @NotNull(message = NEEDED) @Valid NewSender sender,
            @Nullable @Size(max = 8_000, message = "最多8000个字符 | at most 8,000 characters")
                    String text,
            @Nullable @Size(max = 20, message = "最多20个 | at most 20")
                    List<@Valid NewAttachment> attachments,
            @NotNull(message = NEEDED) Instant at,
            @Nullable @Valid NewContext context) {}

    /**
     * What we have taken over, and now keep.
     *
     * @param seq the place in the conversation
     */
    record AcceptedMessage(UUID id, UUID conversation, int seq) {}

    private final ChannelCall call;
    private final Reading reading;
    private final Reception reception;
    private final Attachments attachments;
    private final Clock clock;

    ChannelMessageController(
            ChannelCall call,
            Reading reading,
            Reception reception,
            Attachments attachments,
            Clock clock) {
        this.call = call;
        this.reading = reading;
        this.reception = reception;
        this.attachments = attachments;
        this.clock = clock;
    }

    @ForEveryone
    @PostMapping("/api/v1/channels/{channel}/messages")
    @ResponseStatus(HttpStatus.ACCEPTED)
    @Operation(
            summary = "Hands in what a customer wrote on a channel",
            description =
                    "By an API key with CHANNEL_DELIVER, or signed with the channel's secret"
                            + " (Anxin-Signature: t=seconds,v1=HMAC-SHA256 of \"t.body\", good for 5"
                            + " minutes). The answer comes when the message is kept; the same id again"
                            + " has the same answer. 503 with Retry-After: nothing was done, send it"
                            + " again.",
            requestBody =
                    @io.swagger.v3.oas.annotations.parameters.RequestBody(
                            required = true,
                            content =
                                    @Content(
                                            mediaType = "application/json",
                                            schema =
                                                    @Schema(
                                                            implementation =
                                                                    NewChannelMessage.class))))
    AcceptedMessage receiveChannelMessage(
            @PathVariable String channel, @Nullable Caller caller, HttpServletRequest request)
            throws IOException {
        var body = request.getInputStream().readNBytes(LARGEST + 1);
        var known = call.check(channel, caller, request, body);
        if (body.length > LARGEST) {
            throw Problem.refused("too-large", "消息过大", "The message is too large").as(413);
        }
        var message = reading.read(body, NewChannelMessage.class);
        var received = reception.receive(message(known, message, files(known, message)));
        return new AcceptedMessage(received.id(), received.conversation(), received.seq());
    }

    /** The same message again names the same files. */
    private List<UUID> files(InboundChannel channel, NewChannelMessage sent) {
        var named = Objects.requireNonNullElse(sent.attachments(), List.<NewAttachment>of());
        var files = new ArrayList<UUID>();
        for (var one : named) {
            var pointer = "/attachments/" + files.size() + "/url";
            var address = SafeAddress.require(pointer, one.url());
            var id = StableId.of(channel.id(), sent.id(), "attachment " + files.size());
            attachments.fetch(
                    channel.shop(),
                    id,
                    "channel:" + channel.id(),
                    one.name(),
                    address.toString(),
                    channel.address()
                            .filter(own -> own.getHost().equalsIgnoreCase(address.getHost()))
                            .isPresent());
            files.add(id);
        }
        return files;
    }

    private InboundMessage message(
            InboundChannel channel, NewChannelMessage sent, List<UUID> files) {
        var text = Objects.requireNonNullElse(sent.text(), "").strip();
        if (text.isEmpty() && files.isEmpty()) {
            throw Problem.invalid("/text", "内容不能为空", "must say something");
        }
        if (sent.at().isAfter(clock.instant().plus(AHEAD))) {
            throw Problem.invalid("/at", "不能晚于现在", "must not be in the future");
        }
        var sender = sent.sender();
        var context = sent.context();
        return new InboundMessage(
                channel.shop(),
                channel.id(),
                sent.id(),
                new From(
                        sender.id(),
                        sender.name(),
                        sender.phone(),
                        sender.email(),
                        sender.customerId()),
                text,
                files,
                sent.at(),
                context == null
                        ? Context.NONE
                        : new Context(
                                context.orderNumber(),
                                context.product(),
                                context.liveSession(),
                                context.page(),
                                context.language()));
    }
}
