package anxin.messaging.channel;

import anxin.messaging.OutboundMessage.Channel;
import java.net.URI;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * SMS by the installation's own sender: one signed POST with {@code {id, shop, to, text}}. The id
 * comes again when a message had to be sent again.
 */
public final class SmsHookWay implements Way {

    record Sms(UUID id, @Nullable String shop, String to, String text) {}

    private final @Nullable URI url;
    private final String secret;
    private final HookCall call;

    public SmsHookWay(String url, String secret, HookCall call) {
        if (!url.isBlank() && secret.isBlank()) {
            throw new IllegalArgumentException("ANXIN_SMS_URL needs ANXIN_SMS_SECRET to sign with");
        }
        this.url = url.isBlank() ? null : URI.create(url);
        this.secret = secret;
        this.call = call;
    }

    @Override
    public String name() {
        return "SMS_HOOK";
    }

    @Override
    public boolean takes(@Nullable String shop, Channel channel) {
        return url != null && channel == Channel.SMS;
    }

    @Override
    public @Nullable String deliver(Letter letter) throws Undelivered {
        if (url == null) {
            throw Undelivered.forNow("no SMS sender is set up");
        }
        call.post(
                url,
                secret,
                letter.id(),
                new Sms(letter.id(), letter.shop(), letter.recipient(), letter.body()));
        return null;
    }
}
