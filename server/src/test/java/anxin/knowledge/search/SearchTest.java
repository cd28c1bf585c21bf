package anxin.knowledge.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import anxin.knowledge.search.RetrievalJudge.Found;
import anxin.language.Meaning;
import anxin.language.models.Meanings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How questions are compared, and how that is judged. */
class SearchTest {

    private static final Meaning MEANING = new Meanings();

    @Test
    void greetings_and_thanks_ask_nothing() {
        assertThat(Pieces.bare("你好，请问一下，怎么退货？谢谢")).isEqualTo("怎么退货");
        assertThat(Pieces.bare("hello, where is my parcel? thanks"))
                .isEqualTo("where is my parcel");
        assertThat(Pieces.bare("谢谢")).as("nothing else is said").isEqualTo("谢谢");
    }

    @Test
    void chinese_is_cut_into_characters_and_pairs_and_the_rest_into_words() {
        assertThat(Pieces.words("退货吗 vip")).containsExactly("退", "退货", "货", "货吗", "吗", "vip");
        assertThat(Pieces.words("my parcels returned")).containsExactly("parcel", "return");
    }

    @Test
    void numbers_negation_and_what_is_asked_tell_questions_apart() {
        assertThat(Differences.numbers("7天能退吗", "15天能退吗")).isEqualTo(1);
        assertThat(Differences.numbers("7天能退吗", "7天可以退吗")).isZero();
        assertThat(Differences.negation("收到了", "没收到")).isEqualTo(1);
        assertThat(Differences.negation("能不能退", "能退吗")).as("asks, denies nothing").isZero();
        assertThat(Differences.asks("退款多久到账", "退款退到哪里")).isEqualTo(1);
        assertThat(Differences.opposites("怎么开通会员", "怎么取消会员")).isEqualTo(1);
        assertThat(Differences.opposites("can I get a refund", "can I get an exchange"))
                .isEqualTo(1);
    }

    @Test
    void a_mistyped_question_is_found_by_its_sound() {
        var index = index(Map.of("return", "怎么退货", "invoice", "怎么开发票", "ship", "多久发货"));
        assertThat(index.search("咋么推货", key -> true, 3).hits().getFirst().key())
                .isEqualTo("return");
        assertThat(index.search("怎么开发飘", key -> true, 3).hits().getFirst().key())
                .isEqualTo("invoice");
    }

    @Test
    void what_may_not_be_shown_is_not_found() {
        var index = index(Map.of("return", "怎么退货", "invoice", "怎么开发票"));
        assertThat(index.search("怎么退货", key -> !key.equals("return"), 3).hits())
                .extracting(Index.Hit::key)
                .containsExactly("invoice");
        assertThat(index.search("  ", key -> true, 3).hits()).isEmpty();
        assertThat(index(Map.of()).search("怎么退货", key -> true, 3).hits()).isEmpty();
    }

    @Test
    void what_both_say_is_taken_away() {
        assertThat(Rests.of("定制茶罐可以刻图案吗", "定制茶罐可以刻几个字")).isEqualTo(new Rests("图案吗", "几个字"));
        assertThat(Rests.of("does the serum contain alcohol", "what skin is the serum for"))
                .isEqualTo(new Rests("does contain alcohol", "what skin is for"));
        assertThat(Rests.of("怎么退货", "怎么退货").a()).isEmpty();
    }

    @Test
    void a_language_without_an_encoder_is_found_by_its_words() {
        var entries =
                List.of(
                        new Index.Entry<>("ship", List.of("จัดส่งกี่วัน"), List.of()),
                        new Index.Entry<>("return", List.of("คืนสินค้าได้ไหม"), List.of()));
        var index = new Index<>(MEANING, "th", entries, new HashMap<>());
        assertThat(index.search("อยากคืนสินค้า", key -> true, 2).hits().getFirst().key())
                .isEqualTo("return");
    }

    @Test
    void the_share_that_can_be_answered_is_that_of_the_surest_with_few_wrong() {
        var found = new ArrayList<Found>();
        for (int i = 0; i < 60; i++) {
            found.add(new Found(1, 0.9f - i * 0.001f, true));
        }
        found.add(new Found(2, 0.8f, false));
        for (int i = 0; i < 39; i++) {
            found.add(new Found(0, 0.1f, false));
        }
        assertThat(RetrievalJudge.answered(found)).isEqualTo(0.61);
        assertThat(RetrievalJudge.answered(List.of())).isZero();
    }

    @Test
    void a_file_of_questions_is_judged(@TempDir Path folder) throws IOException {
        var docs = folder.resolve("docs.tsv");
        var queries = folder.resolve("queries.tsv");
        Files.writeString(docs, "d1\t怎么退货\nd1\t能退货吗\nd2\t怎么开发票\n");
        Files.writeString(queries, "q1\t可以退货吗\td1\nq2\t今天天气如何\t-\n");
        var judge = new RetrievalJudge(MEANING);
        assertThat(judge.index(docs.toString()).size()).isEqualTo(2);
        var asked = RetrievalJudge.asked(queries.toString());
        assertThat(asked.getFirst().answers()).containsExactly("d1");
        assertThat(asked.getLast().answers()).isEmpty();
        var found =
                asked.stream()
                        .map(one -> RetrievalJudge.find(index(Map.of("d1", "怎么退货")), one))
                        .toList();
        assertThat(RetrievalJudge.report(asked, found)).anyMatch(line -> line.contains("R@1"));
        Files.writeString(docs, "no tab\n");
        assertThatThrownBy(() -> judge.index(docs.toString()))
                .hasMessageContaining("without a tab");
    }

    /**
     * Half of the shipped questions without an answer are about the very things that articles are
     * about.
     */
    @Test
    void shipped_questions_are_answered_or_not_but_seldom_wrong() throws IOException {
        var judge = new RetrievalJudge(MEANING);
        int answerable = 0;
        int answered = 0;
        int wrong = 0;
        for (var language : List.of("zh", "en")) {
            for (var shop : RetrievalJudge.SHOPS) {
                var index = judge.shipped(shop, language);
                for (var question : RetrievalJudge.questions(shop, language)) {
                    var found = RetrievalJudge.find(index, question);
                    answerable += question.answers().isEmpty() ? 0 : 1;
                    if (found.sure() >= Sure.ENOUGH) {
                        answered++;
                        wrong += found.right() ? 0 : 1;
                    }
                }
            }
        }
        assertThat(wrong / (double) answered).as("wrong of %s", answered).isLessThan(0.03);
        assertThat((answered - wrong) / (double) answerable).isGreaterThan(0.6);
    }

    private static Index<String> index(Map<String, String> questions) {
        var entries =
                questions.entrySet().stream()
                        .sorted(Map.Entry.comparingByKey())
                        .map(
                                one ->
                                        new Index.Entry<>(
                                                one.getKey(), List.of(one.getValue()), List.of()))
                        .toList();
        return new Index<>(MEANING, "zh", entries, new HashMap<>());
    }
}
