package anxin.language.models;

import static org.assertj.core.api.Assertions.assertThat;

import anxin.language.encoder.Embedder;
import anxin.language.learn.Classifier;
import anxin.language.learn.Labelled;
import anxin.language.learn.NGrams.Shape;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What was learned while the product was built answers only for the very same examples. */
class KeptTest {

    private static final List<Labelled> EXAMPLES =
            List.of(
                    new Labelled("ship_urge", "什么时候发货"),
                    new Labelled("ship_urge", "怎么还不发货"),
                    new Labelled("ship_urge", "快点发货呀"),
                    new Labelled("ship_urge", "今天能发吗"),
                    new Labelled("invoice", "我要开发票"),
                    new Labelled("invoice", "发票怎么开"),
                    new Labelled("invoice", "电子发票发我邮箱"),
                    new Labelled("invoice", "抬头写错了能重开吗"));

    @TempDir Path built;
    @TempDir Path home;

    @Test
    void what_came_with_the_product_is_opened_and_nothing_is_learned() {
        var learned = open(new Kept(name -> Optional.empty(), built), EXAMPLES);
        var opened = open(new Kept(this::inJar, home), EXAMPLES);
        assertThat(home).isEmptyDirectory();
        assertThat(opened.judge("发货时间", new float[0]).best().label())
                .isEqualTo(learned.judge("发货时间", new float[0]).best().label());
    }

    @Test
    void an_example_more_makes_it_learn_anew_and_keep_that() {
        open(new Kept(name -> Optional.empty(), built), EXAMPLES);
        var more = new ArrayList<>(EXAMPLES);
        more.add(new Labelled("coupon", "有优惠券吗"));
        more.add(new Labelled("coupon", "优惠券怎么领"));
        var learned = open(new Kept(this::inJar, home), more);
        assertThat(home).isNotEmptyDirectory();
        assertThat(learned.judge("优惠券有吗", new float[0]).best().label()).isEqualTo("coupon");
    }

    private static Classifier open(Kept kept, List<Labelled> examples) {
        return kept.open("intents", examples, Embedder.NONE, Shape.MESSAGE);
    }

    private Optional<InputStream> inJar(String name) {
        var file = built.resolve(name);
        try {
            return Files.exists(file) ? Optional.of(Files.newInputStream(file)) : Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
