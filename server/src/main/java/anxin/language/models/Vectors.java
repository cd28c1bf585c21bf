package anxin.language.models;

import anxin.language.encoder.Embedder;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * The vectors of what is learned from again and again, so that a shop's training takes seconds:
 * those that came with the product, and a file of others. What is in neither is encoded and added.
 */
final class Vectors implements Embedder {

    private static final int PART = 256;

    private final Embedder embedder;
    private final Supplier<Optional<InputStream>> prepared;
    private final Path file;

    Vectors(Embedder embedder, Supplier<Optional<InputStream>> prepared, Path file) {
        this.embedder = embedder;
        this.prepared = prepared;
        this.file = file;
    }

    @Override
    public synchronized List<float[]> encode(List<String> texts) {
        if (embedder.firstPart() == 0) {
            return embedder.encode(texts);
        }
        try {
            var known = read();
            var missing = new LinkedHashMap<Long, String>();
            for (var text : texts) {
                long hash = hash(text);
                if (!known.containsKey(hash)) {
                    missing.put(hash, text);
                }
            }
            add(missing, known);
            var vectors = new ArrayList<float[]>(texts.size());
            for (var text : texts) {
                vectors.add(known.getOrDefault(hash(text), new float[0]));
            }
            return vectors;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public int firstPart() {
        return embedder.firstPart();
    }

    private Map<Long, float[]> read() throws IOException {
        var known = new HashMap<Long, float[]>();
        var shipped = prepared.get();
        if (shipped.isPresent()) {
            read(shipped.get(), known);
        }
        if (Files.exists(file)) {
            read(Files.newInputStream(file), known);
        }
        return known;
    }

    private static void read(InputStream stream, Map<Long, float[]> known) throws IOException {
        try (var in = new DataInputStream(new BufferedInputStream(stream))) {
            while (true) {
                long hash = in.readLong();
                var vector = new float[in.readUnsignedShort()];
                for (int d = 0; d < vector.length; d++) {
                    vector[d] = Float.float16ToFloat(in.readShort());
                }
                known.put(hash, vector);
            }
        } catch (EOFException end) {
            return; // A record cut short by a kill is encoded again.
        }
    }

    private void add(Map<Long, String> missing, Map<Long, float[]> known) throws IOException {
        if (missing.isEmpty()) {
            return;
        }
        Files.createDirectories(file.toAbsolutePath().getParent());
        var hashes = new ArrayList<>(missing.keySet());
        try (var out =
                new DataOutputStream(
                        new BufferedOutputStream(
                                Files.newOutputStream(
                                        file,
                                        StandardOpenOption.CREATE,
                                        StandardOpenOption.APPEND)))) {
            for (int from = 0; from < hashes.size(); from += PART) {
                var part = hashes.subList(from, Math.min(hashes.size(), from + PART));
                var vectors =
                        embedder.encode(
                                part.stream().map(hash -> missing.getOrDefault(hash, "")).toList());
                for (int i = 0; i < part.size(); i++) {
                    known.put(part.get(i), vectors.get(i));
                    out.writeLong(part.get(i));
                    out.writeShort(vectors.get(i).length);
                    for (float value : vectors.get(i)) {
                        out.writeShort(Float.floatToFloat16(value));
                    }
                }
            }
        }
    }

    private static long hash(String text) {
        long hash = 0xcbf29ce484222325L;
        for (byte b : text.getBytes(StandardCharsets.UTF_8)) {
            hash = (hash ^ b) * 0x100000001b3L;
        }
        return hash;
    }
}
