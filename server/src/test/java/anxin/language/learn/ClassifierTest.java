package anxin.language.learn;

import static org.assertj.core.api.Assertions.assertThat;

import anxin.language.encoder.Embedder;
import anxin.language.learn.NGrams.Shape;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ClassifierTest {

    private static final List<String> GOODS =
            List.of("裙子", "鞋", "手机", "茶叶", "杯子", "外套", "耳机", "被子");

    private final List<Labelled> examples = examples();

    @Test
    void what_was_not_among_the_examples_is_sorted_by_its_pieces() {
        var classifier = train();
        assertThat(classifier.judge("沙发什么时候发货", new float[0]).best().label())
                .isEqualTo("ship_urge");
        assertThat(classifier.judge("沙发可以退货吗", new float[0]).best().label())
                .isEqualTo("return_apply");
    }

    @Test
    void probabilities_sum_to_one_and_stand_in_their_order() {
        var guesses = train().judge("沙发有优惠券吗", new float[0]).guesses();
        assertThat(guesses).extracting(Classifier.Guess::label).startsWith("coupon").hasSize(3);
        assertThat(guesses.stream().mapToDouble(Classifier.Guess::confidence).sum())
                .isBetween(0.999, 1.001);
        assertThat(guesses.get(0).confidence()).isGreaterThan(guesses.get(1).confidence());
    }

    @Test
    void every_example_is_judged_once_by_a_model_that_had_not_seen_it() {
        var heldOut = Classifier.train(examples, Embedder.NONE, Shape.MESSAGE).heldOut();
        assertThat(heldOut)
                .extracting(Classifier.HeldOut::example)
                .containsExactlyInAnyOrderElementsOf(examples);
    }

    @Test
    void a_model_that_was_written_and_read_says_the_same() throws IOException {
        var classifier = train();
        var bytes = new ByteArrayOutputStream();
        classifier.write(bytes);
        var read = Classifier.read(new ByteArrayInputStream(bytes.toByteArray()), Embedder.NONE);
        var before = classifier.judge("沙发可以退货吗", new float[0]);
        var after = read.judge("沙发可以退货吗", new float[0]);
        assertThat(after.best().label()).isEqualTo(before.best().label());
        assertThat(after.best().confidence())
                .isCloseTo(before.best().confidence(), org.assertj.core.data.Offset.offset(0.01f));
    }

    @Test
    void the_same_examples_give_the_same_model() {
        assertThat(train().judge("沙发可以退货吗", new float[0]))
                .isEqualTo(train().judge("沙发可以退货吗", new float[0]));
    }

    private Classifier train() {
        return Classifier.train(examples, Embedder.NONE, Shape.MESSAGE).classifier();
    }

    private static List<Labelled> examples() {
        var examples = new ArrayList<Labelled>();
        for (var goods : GOODS) {
            examples.add(new Labelled("ship_urge", goods + "什么时候发货"));
            examples.add(new Labelled("ship_urge", goods + "怎么还不发货"));
            examples.add(new Labelled("return_apply", goods + "可以退货吗"));
            examples.add(new Labelled("return_apply", "我想退货，" + goods + "不喜欢"));
            examples.add(new Labelled("coupon", goods + "有优惠券吗"));
            examples.add(new Labelled("coupon", goods + "能用什么优惠"));
        }
        return examples;
    }
}
