package anxin.messaging.inbound;

import anxin.identity.Caller;
import anxin.identity.Permission;
import anxin.kernel.problem.Problem;
import anxin.kernel.wire.SignedHook;
import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Who may speak for a channel: a program with a key of the shop, or whoever signs with the
 * channel's secret. A channel that is not there, one of another shop and a signature that is wrong
 * look the same.
 */
@Component
class ChannelCall {

    /** What was signed longer ago, or in the future, may be somebody's copy. */
    private static final Duration TOLERANCE = Duration.ofMinutes(5);

    private final InboundChannelStore channels;
    private final Clock clock;

    ChannelCall(InboundChannelStore channels, Clock clock) {
        this.channels = channels;
        this.clock = clock;
    }

    InboundChannel check(
            String id, @Nullable Caller caller, HttpServletRequest request, byte[] body) {
        var channel = channels.get(id);
        if (caller instanceof Caller.ApiClient program) {
            if (!program.may(Permission.CHANNEL_DELIVER)) {
                throw Problem.forbidden(Permission.CHANNEL_DELIVER.name());
            }
            return channel.filter(known -> program.mayIn(known.shop()))
                    .orElseThrow(() -> Problem.missing("channel"));
        }
        var signature = request.getHeader(SignedHook.HEADER);
        return channel.filter(known -> signature != null && isGood(known, signature, body))
                .orElseThrow(ChannelCall::forged);
    }

    private boolean isGood(InboundChannel channel, String signature, byte[] body) {
        var text = new String(body, StandardCharsets.UTF_8);
        var now = clock.instant();
        return channel.secrets().stream()
                .anyMatch(secret -> SignedHook.isGood(secret, signature, text, now, TOLERANCE));
    }

    private static Problem forged() {
        return Problem.refused(
                        "signature-not-valid",
                        "签名不正确或已过期",
                        "The signature is not valid, or too old")
                .as(401);
    }
}
