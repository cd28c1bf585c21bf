package anxin.language.judge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import anxin.language.learn.Labelled;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SamplesTest {

    @TempDir Path folder = Path.of(".");

    @Test
    void ends_of_lines_empty_ones_a_heading_and_a_byte_order_mark_do_not_matter()
            throws IOException {
        var samples = Samples.read(file("\uFEFFintent\ttext\r\n\r\n a \t 你好 \r\nb\t再见\n\n"));
        assertThat(samples.labelled())
                .extracting(Labelled::label)
                .as("labels")
                .containsExactly("a", "b");
        assertThat(samples.texts()).containsExactly(" 你好 ", "再见");
        assertThat(samples.labels()).containsExactly("a", "b");
    }

    @Test
    void gzip_is_known_by_its_content_and_the_middle_column_is_the_slice() throws IOException {
        var path = folder.resolve("packed.tsv");
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(path))) {
            out.write("a\ttypo\t你号\noos\t\t天气\n".getBytes(StandardCharsets.UTF_8));
        }
        var samples = Samples.read(path.toString());
        assertThat(samples.slices()).containsExactly("typo", "");
        assertThat(samples.labels()).as("what belongs to nothing is no label").containsExactly("a");
    }

    @Test
    void what_is_wrong_with_a_file_is_told_with_its_line() throws IOException {
        var oneColumn = file("a\t你好\nno tab here\n");
        assertThatThrownBy(() -> Samples.read(oneColumn))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("line 2")
                .hasMessageContaining("no tab here");
        assertThatThrownBy(() -> Samples.rows(file("1\tonly one question\n"), 3))
                .hasMessageContaining("3 columns");
        assertThatThrownBy(() -> Samples.read(file("\n\n"))).hasMessageContaining("no line");
        assertThatThrownBy(() -> Samples.read("/no/such/file.tsv"))
                .hasMessageContaining("no such file");
    }

    @Test
    void a_figure_stands_beside_its_goal() {
        assertThat(Goal.beside("intents", "en_intent_banking77.test.tsv", "accuracy     94.35 %"))
                .endsWith("goal >= 95.0 %: 0.65 short");
        assertThat(Goal.beside("language", "mine.tsv", "accuracy    100.00 %")).endsWith("reached");
        assertThat(Goal.beside("intents", "clinc150.tsv", "out of scope, AUROC      0.9812"))
                .endsWith("goal >= 0.98: reached");
        assertThat(Goal.beside("intents", "zh_ecom_intent.tsv", "   typo       94.00 % of 50"))
                .endsWith("goal >= 95.0 %: 1.00 short");
        assertThat(Goal.beside("intents", "mine.tsv", "accuracy  50.00 %"))
                .isEqualTo("accuracy  50.00 %");
    }

    private String file(String content) throws IOException {
        var path = Files.createTempFile(folder, "samples", ".tsv");
        Files.writeString(path, content);
        return path.toString();
    }
}
