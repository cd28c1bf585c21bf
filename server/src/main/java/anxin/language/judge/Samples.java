package anxin.language.judge;

import anxin.language.learn.Labelled;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPInputStream;

/**
 * A file of labelled texts: the label first, the text last, a tab between them; with three columns
 * the middle one names the slice. Gzip by its name.
 */
record Samples(List<Labelled> labelled, List<String> slices) {

    static Samples read(String file) throws IOException {
        var labelled = new ArrayList<Labelled>();
        var slices = new ArrayList<String>();
        for (var cells : rows(file)) {
            if (cells.length < 2) {
                throw new IOException(file + ": a line without a tab: " + cells[0]);
            }
            labelled.add(new Labelled(cells[0].strip(), cells[cells.length - 1]));
            slices.add(cells.length > 2 ? cells[1] : "");
        }
        return new Samples(labelled, slices);
    }

    static List<String[]> rows(String file) throws IOException {
        try (var reader =
                new BufferedReader(new InputStreamReader(open(file), StandardCharsets.UTF_8))) {
            return reader.lines()
                    .filter(line -> !line.isBlank())
                    .map(line -> line.split("\t", -1))
                    .toList();
        }
    }

    private static InputStream open(String file) throws IOException {
        var stream = Files.newInputStream(Path.of(file));
        return file.endsWith(".gz") ? new GZIPInputStream(stream) : stream;
    }

    List<String> texts() {
        return labelled.stream().map(Labelled::text).toList();
    }
}
