package anxin.commerce.hooks;

import anxin.kernel.wire.Hmac;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;

/** {@code v1=} and HMAC-SHA256 in hex over timestamp, delivery id and body, parted by dots. */
final class HookSignature {

    private HookSignature() {}

    static String of(String secret, String timestamp, String delivery, byte[] body) {
        var head = timestamp + '.' + delivery + '.';
        var signed = Hmac.sha256(bytes(secret), bytes(head), body);
        return "v1=" + HexFormat.of().formatHex(signed);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
