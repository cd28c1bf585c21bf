package anxin.language.learn;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class RidgeTest {

    /** Two clouds on a circle, each with a word of its own; the third part of both is noise. */
    private final List<Row> rows = new ArrayList<>();

    private final int[] labels = new int[20];

    RidgeTest() {
        for (int i = 0; i < labels.length; i++) {
            labels[i] = i % 2;
            rows.add(row(labels[i] * 1.2 + i * 0.01, labels[i]));
        }
    }

    @Test
    void a_text_belongs_where_the_examples_near_it_do() {
        var ridge = Ridge.fit(rows, labels, 2, 2, 2);
        assertThat(best(ridge, row(0.1, -1))).isZero();
        assertThat(best(ridge, row(1.3, -1))).isOne();
    }

    @Test
    void between_two_meanings_the_words_decide() {
        var ridge = Ridge.fit(rows, labels, 2, 2, 2);
        var middle = 0.7;
        assertThat(best(ridge, row(middle, 0))).isZero();
        assertThat(best(ridge, row(middle, 1))).isOne();
    }

    @Test
    void one_that_was_written_and_read_says_nearly_the_same() throws IOException {
        var ridge = Ridge.fit(rows, labels, 2, 2, 2);
        var bytes = new ByteArrayOutputStream();
        ridge.write(new DataOutputStream(bytes));
        var read = Ridge.read(new DataInputStream(new ByteArrayInputStream(bytes.toByteArray())));
        assertThat(read.scores(rows.getFirst())[0])
                .isCloseTo(ridge.scores(rows.getFirst())[0], Offset.offset(0.05f));
    }

    private static int best(Ridge ridge, Row row) {
        var scores = ridge.scores(row);
        return scores[0] > scores[1] ? 0 : 1;
    }

    private static Row row(double angle, int word) {
        return new Row(
                new float[] {(float) Math.cos(angle), (float) Math.sin(angle)},
                word < 0 ? new int[0] : new int[] {word},
                word < 0 ? new float[0] : new float[] {1});
    }
}
