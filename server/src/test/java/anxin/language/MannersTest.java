package anxin.language;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Judged by a file of sentences that was written for it. */
class MannersTest {

    private static final Path FILE = Path.of("src/test/resources/language/manners.tsv");

    private record Sentence(String kind, String language, String text) {}

    @Test
    void blame_and_rudeness_are_found() throws IOException {
        var missed = new ArrayList<Sentence>();
        var bad = sentences().stream().filter(one -> !one.kind().equals("ok")).toList();
        for (var one : bad) {
            var kinds =
                    Manners.check(one.text(), one.language()).stream()
                            .map(
                                    finding ->
                                            finding.kind()
                                                    .name()
                                                    .toLowerCase(java.util.Locale.ROOT))
                            .toList();
            if (!kinds.contains(one.kind())) {
                missed.add(one);
            }
        }
        assertThat(missed.size()).as("missed: %s", missed).isLessThanOrEqualTo(bad.size() / 20);
    }

    @Test
    void what_is_denied_quoted_or_kindly_meant_passes() throws IOException {
        var alarms =
                sentences().stream()
                        .filter(one -> one.kind().equals("ok"))
                        .filter(one -> !Manners.check(one.text(), one.language()).isEmpty())
                        .toList();
        assertThat(alarms).isEmpty();
    }

    @Test
    void the_better_sentence_passes_and_keeps_what_stood_around() {
        var found = Manners.check("您好，都是你没看清楚，页面上写着。请再看一下。", "zh").getFirst();
        assertThat(found.proposal()).startsWith("您好，").endsWith("页面上写着。");
        assertThat(Manners.check(found.proposal(), "zh")).isEmpty();
        assertThat(found.problem().zh()).contains("都是你没看清楚");
    }

    private static List<Sentence> sentences() throws IOException {
        return Files.readAllLines(FILE).stream()
                .skip(1)
                .map(line -> line.split("\t"))
                .map(cells -> new Sentence(cells[0], cells[1], cells[2]))
                .toList();
    }
}
