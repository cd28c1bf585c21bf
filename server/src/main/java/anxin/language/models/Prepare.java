package anxin.language.models;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/**
 * Learns the shipped models while the product is built, into a folder that goes into the jar. What
 * was learned from the same examples by the same learner is left as it is.
 */
final class Prepare {

    private static final String LEARNER = "learner";
    private static final List<String> PARTS =
            List.of(
                    "/anxin/language/encoder/Encoder.class",
                    "/anxin/language/learn/Classifier.class",
                    "/anxin/language/text/Normaliser.class",
                    "/language/encoder/bge-small-zh-v1.5-q.onnx",
                    "/language/text/pinyin.tsv");

    private Prepare() {}

    /** The folder, from which Maven makes a part of the jar. */
    static void main(String[] arguments) throws IOException {
        var folder = Path.of(arguments[0]);
        Files.createDirectories(folder);
        var learner = learner();
        var mark = folder.resolve(LEARNER);
        if (!Files.exists(mark) || !Files.readString(mark).equals(learner)) {
            empty(folder);
        }
        new Models(folder).learn();
        Files.writeString(mark, learner);
    }

    private static void empty(Path folder) throws IOException {
        try (var files = Files.newDirectoryStream(folder)) {
            for (var file : files) {
                Files.delete(file);
            }
        }
    }

    /** One number over all that takes part in learning. */
    private static String learner() throws IOException {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            for (var one : PARTS) {
                for (var file : beside(one)) {
                    digest.update(file.getFileName().toString().getBytes(StandardCharsets.UTF_8));
                    digest.update(Files.readAllBytes(file));
                }
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static List<Path> beside(String resource) throws IOException {
        var url = Prepare.class.getResource(resource);
        if (url == null || !url.getProtocol().equals("file")) {
            throw new IOException(resource + " does not lie in a folder: " + url);
        }
        try (var files = Files.list(Path.of(URI.create(url.toString())).resolveSibling(""))) {
            return files.filter(Files::isRegularFile).sorted().toList();
        }
    }
}
