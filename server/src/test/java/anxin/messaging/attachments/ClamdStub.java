package anxin.messaging.attachments;

import java.io.DataInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** A virus scanner that knows one virus, and has bad days. */
final class ClamdStub implements AutoCloseable {

    enum Mood {
        WELL,
        /** Hangs up before it answers. */
        HANGS_UP,
        /** Never answers. */
        SILENT,
        TOO_LARGE
    }

    /**
     * The virus that every scanner knows and that does nothing; in two parts, so that this file is
     * none.
     */
    static final byte[] EICAR =
            ("X5O!P%@AP[4\\PZX54(P^)7CC)7}$" + "EICAR-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*")
                    .getBytes(StandardCharsets.US_ASCII);

    private final ServerSocket door;
    private final Thread serving;
    private volatile Mood mood = Mood.WELL;
    private volatile int looks;

    ClamdStub() throws IOException {
        door = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        serving = Thread.ofVirtual().start(this::serve);
    }

    String address() {
        return "127.0.0.1:" + door.getLocalPort();
    }

    void be(Mood now) {
        mood = now;
    }

    int looks() {
        return looks;
    }

    private void serve() {
        while (!door.isClosed()) {
            try {
                var line = door.accept();
                Thread.ofVirtual().start(() -> answer(line));
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void answer(Socket line) {
        try {
            var in = new DataInputStream(line.getInputStream());
            var begun = in.readNBytes("zINSTREAM\0".length());
            var file = new java.io.ByteArrayOutputStream();
            for (int n = in.readInt(); n > 0; n = in.readInt()) {
                file.writeBytes(in.readNBytes(n));
            }
            looks++;
            var out = line.getOutputStream();
            switch (mood) {
                case WELL ->
                        out.write(
                                (verdict(begun, file.toByteArray()) + "\0")
                                        .getBytes(StandardCharsets.US_ASCII));
                case TOO_LARGE ->
                        out.write(
                                "INSTREAM size limit exceeded. ERROR\0"
                                        .getBytes(StandardCharsets.US_ASCII));
                case HANGS_UP -> line.setSoLinger(true, 0);
                case SILENT -> {
                    return; // The line stays open, until the other side has had enough.
                }
            }
            line.close();
        } catch (IOException gone) {
            // The other side has hung up.
        }
    }

    private static String verdict(byte[] begun, byte[] file) {
        if (!new String(begun, StandardCharsets.US_ASCII).equals("zINSTREAM\0")) {
            return "UNKNOWN COMMAND";
        }
        var text = new String(file, StandardCharsets.ISO_8859_1);
        return text.contains("EICAR-STANDARD")
                ? "stream: Eicar-Test-Signature FOUND"
                : "stream: OK";
    }

    /** Whoever comes from now on finds nobody: the one who waits at the door has left it, too. */
    @Override
    public void close() throws IOException {
        door.close();
        try {
            serving.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
