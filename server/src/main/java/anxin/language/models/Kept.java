package anxin.language.models;

import anxin.language.encoder.Embedder;
import anxin.language.learn.Classifier;
import anxin.language.learn.Labelled;
import anxin.language.learn.NGrams.Shape;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Trained models, those that came with the product and a folder of others. One that was learned
 * from the same examples is opened, else it is learned now and kept in the folder.
 */
final class Kept {

    private static final Logger log = LoggerFactory.getLogger(Kept.class);

    private final Map<Integer, Vectors> vectors = new ConcurrentHashMap<>();
    private final Prepared prepared;
    private final Path folder;

    Kept(Prepared prepared, Path folder) {
        this.prepared = prepared;
        this.folder = folder;
    }

    Classifier open(String name, List<Labelled> examples, Embedder embedder, Shape shape) {
        var file = folder.resolve(name + "-" + fingerprint(examples, shape) + ".model");
        try {
            var made = prepared.open(file.getFileName().toString());
            if (made.isEmpty() && Files.exists(file)) {
                made = Optional.of(Files.newInputStream(file));
            }
            if (made.isPresent()) {
                try (var in = new BufferedInputStream(made.get())) {
                    return Classifier.read(in, embedder);
                }
            }
            var begun = System.nanoTime();
            var classifier = Classifier.train(examples, vectors(embedder), shape).in(embedder);
            keep(classifier, file);
            log.info(
                    "learned {} from {} examples in {} s",
                    name,
                    examples.size(),
                    (System.nanoTime() - begun) / 1_000_000_000);
            forgetOthers(name, file);
            return classifier;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The same embedder with a memory for what is learned from again and again. */
    Embedder vectors(Embedder embedder) {
        return embedder.firstPart() == 0
                ? embedder
                : vectors.computeIfAbsent(
                        embedder.firstPart(),
                        size -> {
                            var name = "vectors-" + size;
                            return new Vectors(
                                    embedder, () -> prepared.open(name), folder.resolve(name));
                        });
    }

    /** It gets its name when it is complete. */
    private void keep(Classifier classifier, Path file) throws IOException {
        Files.createDirectories(folder);
        var unfinished = Files.createTempFile(folder, "unfinished", ".model");
        try (var out = new BufferedOutputStream(Files.newOutputStream(unfinished))) {
            classifier.write(out);
        }
        Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE);
    }

    private void forgetOthers(String name, Path kept) throws IOException {
        try (var files = Files.newDirectoryStream(folder, name + "-*.model")) {
            for (var file : files) {
                if (!file.equals(kept)) {
                    Files.deleteIfExists(file);
                }
            }
        }
    }

    private static String fingerprint(List<Labelled> examples, Shape shape) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            digest.update((Classifier.FORMAT + " " + shape).getBytes(StandardCharsets.UTF_8));
            for (var example : examples) {
                digest.update(
                        (example.label() + '\t' + example.text() + '\n')
                                .getBytes(StandardCharsets.UTF_8));
            }
            return HexFormat.of().formatHex(digest.digest(), 0, 8);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
