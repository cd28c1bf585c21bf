package anxin.identity.secret;

import jakarta.servlet.http.HttpServletRequest;
import java.net.InetAddress;
import java.util.stream.Stream;

/** Whether a request was made on this machine itself. What a proxy forwarded was not. */
public final class ThisMachine {

    private ThisMachine() {}

    public static boolean sent(HttpServletRequest request) {
        if (Stream.of("Forwarded", "X-Forwarded-For", "X-Forwarded-Host", "X-Real-IP")
                .anyMatch(header -> request.getHeader(header) != null)) {
            return false;
        }
        try {
            return InetAddress.ofLiteral(request.getRemoteAddr()).isLoopbackAddress();
        } catch (IllegalArgumentException notAnAddress) {
            return false;
        }
    }
}
