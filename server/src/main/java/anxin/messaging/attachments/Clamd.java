package anxin.messaging.attachments;

import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * A virus scanner that speaks clamd's protocol: the file goes over in pieces, the answer is a line.
 */
@Component
class Clamd {

    private static final int PIECE = 1 << 16;
    private static final int LONGEST_ANSWER = 4_096;
    private static final int PORT = 3310;

    private final @Nullable InetSocketAddress address;
    private final Duration timeout;

    Clamd(
            @Value("${anxin.clamd.address:}") String address,
            @Value("${anxin.clamd.timeout:30s}") Duration timeout) {
        this.address = address.isBlank() ? null : parsed(address.strip());
        this.timeout = timeout;
    }

    private static InetSocketAddress parsed(String address) {
        var colon = address.lastIndexOf(':');
        return colon < 0
                ? InetSocketAddress.createUnresolved(address, PORT)
                : InetSocketAddress.createUnresolved(
                        address.substring(0, colon),
                        Integer.parseInt(address.substring(colon + 1)));
    }

    boolean isSetUp() {
        return address != null;
    }

    /** What was found; null for nothing. */
    @Nullable String find(Path file) throws IOException {
        var at = address;
        if (at == null) {
            throw new IOException("no scanner is set up");
        }
        try (var line = new Socket()) {
            line.setSoTimeout((int) timeout.toMillis());
            line.connect(
                    new InetSocketAddress(at.getHostString(), at.getPort()),
                    (int) timeout.toMillis());
            send(file, new DataOutputStream(line.getOutputStream()));
            return read(answer(line.getInputStream()));
        }
    }

    private static void send(Path file, DataOutputStream to) throws IOException {
        to.write("zINSTREAM\0".getBytes(StandardCharsets.US_ASCII));
        try (var from = Files.newInputStream(file)) {
            var piece = new byte[PIECE];
            for (int n = from.read(piece); n > 0; n = from.read(piece)) {
                to.writeInt(n);
                to.write(piece, 0, n);
            }
        }
        to.writeInt(0);
        to.flush();
    }

    private static String answer(InputStream from) throws IOException {
        return new String(from.readNBytes(LONGEST_ANSWER), StandardCharsets.UTF_8)
                .replace("\0", "")
                .strip();
    }

    private static @Nullable String read(String answer) throws IOException {
        if (answer.endsWith("OK")) {
            return null;
        }
        if (answer.endsWith("FOUND")) {
            return answer.replaceFirst("^stream:\\s*", "").replaceFirst("\\s*FOUND$", "");
        }
        throw new IOException(answer.isEmpty() ? "no answer" : answer);
    }
}
