package anxin.kernel.wire;

import anxin.kernel.problem.Problem;
import java.net.URI;
import java.net.URISyntaxException;

/** An address that somebody typed, which we shall call. */
public final class SafeAddress {

    private SafeAddress() {}

    /** Over TLS, without a name and password in it; this very machine may do without TLS. */
    public static URI require(String pointer, String address) {
        try {
            var uri = new URI(address.strip());
            var host = uri.getHost();
            if (host != null
                    && uri.getUserInfo() == null
                    && ("https".equals(uri.getScheme())
                            || ("http".equals(uri.getScheme()) && isHere(host)))) {
                return uri;
            }
        } catch (URISyntaxException notAnAddress) {
            // Refused below.
        }
        throw Problem.invalid(pointer, "应为 https 地址", "must be an https address");
    }

    private static boolean isHere(String host) {
        return host.equals("127.0.0.1") || host.equals("localhost");
    }
}
