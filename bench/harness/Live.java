package harness;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;

/** A subscribed browser tab: one WebSocket, read by a thread of its own. */
public final class Live implements AutoCloseable {

    private final Http connection;
    private volatile boolean closed;

    /** Returns when the server has said that the line is caught up. */
    public Live(int port, String path, String cookies, Consumer<String> onText) throws IOException, InterruptedException {
        connection = new Http(port);
        connection.out().write(("GET " + path + " HTTP/1.1\r\nHost: localhost:" + port + "\r\nOrigin: http://localhost:" + port + "\r\n"
                + "Upgrade: websocket\r\nConnection: Upgrade\r\n"
                + "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\nSec-WebSocket-Version: 13\r\n" + cookies + "\r\n").getBytes(StandardCharsets.UTF_8));
        var status = connection.line();
        if (!status.contains(" 101")) {
            throw new IOException("no WebSocket: " + status);
        }
        while (!connection.line().isEmpty()) {
            // The headers say nothing that we need.
        }
        var ready = new java.util.concurrent.CountDownLatch(1);
        Thread.ofPlatform().daemon().start(() -> read(text -> {
            if (text.startsWith("{\"ready\"")) {
                ready.countDown();
            }
            onText.accept(text);
        }));
        send(1, "{\"since\":null}".getBytes(StandardCharsets.UTF_8));
        if (!ready.await(30, java.util.concurrent.TimeUnit.SECONDS)) {
            throw new IOException("the live line never became ready");
        }
    }

    private void read(Consumer<String> onText) {
        try {
            var in = new DataInputStream(connection.in());
            var message = new ByteArrayOutputStream();
            while (true) {
                var first = in.readUnsignedByte();
                long length = in.readUnsignedByte() & 0x7f;
                if (length == 126) {
                    length = in.readUnsignedShort();
                } else if (length == 127) {
                    length = in.readLong();
                }
                var payload = in.readNBytes((int) length);
                switch (first & 0x0f) {
                    case 0, 1 -> {
                        message.writeBytes(payload);
                        if ((first & 0x80) != 0) {
                            onText.accept(message.toString(StandardCharsets.UTF_8));
                            message.reset();
                        }
                    }
                    case 9 -> send(10, payload);
                    case 8 -> {
                        return;
                    }
                    default -> { }
                }
            }
        } catch (IOException e) {
            if (!closed) {
                System.err.println("the live line broke: " + e);
            }
        }
    }

    private synchronized void send(int kind, byte[] payload) throws IOException {
        var frame = new ByteArrayOutputStream();
        frame.write(0x80 | kind);
        frame.write(0x80 | payload.length);
        frame.writeBytes(new byte[4]); // A mask of zeros changes nothing.
        frame.writeBytes(payload);
        connection.out().write(frame.toByteArray());
        connection.out().flush();
    }

    @Override
    public void close() {
        closed = true;
        connection.close();
    }
}
