package anxin.messaging.attachments;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import org.jspecify.annotations.Nullable;

/**
 * Whether a host is on the public network. Somebody outside names the address, and we call it: they
 * must not make us ask our own network for them. What was looked up is remembered by the JVM for
 * longer than the call that follows takes to connect.
 */
final class PublicHost {

    private PublicHost() {}

    static boolean is(@Nullable String host) {
        if (host == null) {
            return false;
        }
        try {
            for (var address : InetAddress.getAllByName(host)) {
                if (!isPublic(address)) {
                    return false;
                }
            }
            return true;
        } catch (UnknownHostException unknown) {
            throw new UncheckedIOException(new IOException("unknown host " + host));
        }
    }

    static boolean isPublic(InetAddress address) {
        var bytes = address.getAddress();
        var first = bytes[0] & 0xff;
        var second = bytes[1] & 0xff;
        var isOwnNetwork =
                address instanceof Inet6Address
                        ? (first & 0xfe) == 0xfc
                        : first == 0 || first >= 240 || (first == 100 && (second & 0xc0) == 64);
        return !(isOwnNetwork
                || address.isAnyLocalAddress()
                || address.isLoopbackAddress()
                || address.isLinkLocalAddress()
                || address.isSiteLocalAddress()
                || address.isMulticastAddress());
    }
}
