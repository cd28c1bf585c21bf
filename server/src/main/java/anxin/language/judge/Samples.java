package anxin.language.judge;

import anxin.language.learn.Labelled;
import java.io.BufferedInputStream;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.zip.GZIPInputStream;

/**
 * A file of labelled texts: the label first, the text last, a tab between them; with three columns
 * the middle one names the slice. Plain or gzip, with any ends of lines; a heading is passed over.
 */
record Samples(List<Labelled> labelled, List<String> slices) {

    private static final Set<String> HEADINGS =
            Set.of("label", "intent", "emotion", "language", "lang", "sentiment", "category");
    private static final char BYTE_ORDER_MARK = '\uFEFF';

    static Samples read(String file) throws IOException {
        var labelled = new ArrayList<Labelled>();
        var slices = new ArrayList<String>();
        for (var cells : rows(file, 2)) {
            labelled.add(new Labelled(cells[0], cells[cells.length - 1]));
            slices.add(cells.length > 2 ? cells[1].strip() : "");
        }
        return new Samples(labelled, slices);
    }

    /**
     * @param least how many columns a line must have; the first and the last must not be empty
     */
    static List<String[]> rows(String file, int least) throws IOException {
        if (!Files.isReadable(Path.of(file))) {
            throw new IOException(file + ": there is no such file, or it cannot be read");
        }
        var rows = new ArrayList<String[]>();
        try (var reader =
                new BufferedReader(new InputStreamReader(open(file), StandardCharsets.UTF_8))) {
            int number = 0;
            for (var line = reader.readLine(); line != null; line = reader.readLine()) {
                number++;
                if (number == 1 && !line.isEmpty() && line.charAt(0) == BYTE_ORDER_MARK) {
                    line = line.substring(1);
                }
                if (line.isBlank()) {
                    continue;
                }
                var cells = line.split("\t", -1);
                cells[0] = cells[0].strip();
                if (rows.isEmpty() && HEADINGS.contains(cells[0].toLowerCase(Locale.ROOT))) {
                    continue;
                }
                if (cells.length < least || cells[0].isEmpty()) {
                    throw new IOException(
                            "%s, line %d: %d columns are expected, the label first, with a tab between them; it reads: %s"
                                    .formatted(file, number, least, shortened(line)));
                }
                rows.add(cells);
            }
        }
        if (rows.isEmpty()) {
            throw new IOException(file + ": there is no line in it");
        }
        return rows;
    }

    private static String shortened(String line) {
        return line.length() > 80 ? line.substring(0, 80) + "…" : line;
    }

    private static InputStream open(String file) throws IOException {
        var stream = new BufferedInputStream(Files.newInputStream(Path.of(file)));
        stream.mark(2);
        boolean packed = stream.read() == 0x1f && stream.read() == 0x8b;
        stream.reset();
        return packed ? new GZIPInputStream(stream) : stream;
    }

    /** Of a pair: that both ask the same. */
    static boolean isYes(String label) {
        return label.equals("1") || label.equalsIgnoreCase("same");
    }

    List<String> texts() {
        return labelled.stream().map(Labelled::text).toList();
    }

    /** The labels that stand here, those of nothing left out. */
    Set<String> labels() {
        var labels = new java.util.TreeSet<String>();
        labelled.stream().filter(Labelled::inScope).forEach(one -> labels.add(one.label()));
        return labels;
    }
}
