package anxin.commerce.imports;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/** The records of a file from an offset on: lines, which in CSV may go on inside quotes. */
final class Records implements AutoCloseable {

    private static final int LONGEST = 4 << 20;

    private final InputStream in;
    private final boolean quotes;
    private long offset;
    private long line;

    /** {@code line} is how many lines lie before {@code offset}. */
    Records(Path file, long offset, long line, Format format) throws IOException {
        var channel = FileChannel.open(file, StandardOpenOption.READ).position(offset);
        this.in = new BufferedInputStream(Channels.newInputStream(channel), 1 << 16);
        this.offset = offset;
        this.line = line;
        this.quotes = format == Format.CSV;
    }

    /**
     * One record.
     *
     * @param line where it begins, counted from 1
     * @param start the offset of its first byte
     * @param end the offset behind its end of line
     * @param endLine the number of its last line
     */
    record Entry(String text, long line, long start, long end, long endLine) {}

    /** Null at the end of the file; empty lines are passed over. */
    @Nullable Entry next() throws IOException {
        while (true) {
            var entry = one();
            if (entry == null || !entry.text().isBlank()) {
                return entry;
            }
        }
    }

    private @Nullable Entry one() throws IOException {
        var start = offset;
        var first = line + 1;
        var bytes = new ByteArrayOutputStream(512);
        var inQuotes = false;
        int b;
        while ((b = in.read()) >= 0) {
            offset++;
            if (b == '"' && quotes) {
                inQuotes = !inQuotes;
            }
            if (b == '\n') {
                line++;
                if (!inQuotes) {
                    return new Entry(text(bytes, start), first, start, offset, line);
                }
            }
            if (bytes.size() < LONGEST) {
                bytes.write(b);
            }
        }
        if (bytes.size() == 0) {
            return null;
        }
        line++;
        return new Entry(text(bytes, start), first, start, offset, line);
    }

    private static String text(ByteArrayOutputStream bytes, long start) {
        var text = bytes.toString(StandardCharsets.UTF_8);
        return start == 0 && text.startsWith("\uFEFF") ? text.substring(1) : text;
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
