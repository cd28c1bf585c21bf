package anxin.scripts.wording;

import static org.assertj.core.api.Assertions.assertThat;

import anxin.aftersales.PolicyAnswers.Limits;
import anxin.language.Manners;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * A policy of 7 days without a reason, 15 for a fault, 7 of price protection, refunds in 72 hours.
 */
class PromisesTest {

    private static final Limits LIMITS = new Limits(7, 7, 15, 7, 365, 72);

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    zh | 我们支持15天无理由退货。
                    zh | 您一个月内都可以退。
                    zh | 两周内包退换
                    zh | 退货期限是30天
                    zh | 质量问题30天内可以退货
                    zh | 我们30天价保，放心买
                    zh | 价保15天
                    zh | 保修3年
                    zh | 本店商品终身保修
                    zh | 2小时内退款到账
                    zh | 退款半小时到账
                    zh | 退款马上到账
                    zh | 退货运费我们来出
                    zh | 退货包邮，您放心
                    zh | 我给您免运费
                    zh | 支持免费退货
                    zh | 保证给您全额退款
                    zh | 无条件退货
                    en | We offer 30-day returns.
                    en | You can return it within 14 days.
                    en | 30 days of price protection
                    en | It has a lifetime warranty.
                    en | Your refund arrives within 2 hours.
                    en | We refund you instantly.
                    en | Free returns for everybody.
                    en | You get a guaranteed refund.
                    """)
    void more_than_the_policy_grants_is_found(String language, String text) {
        assertThat(Promises.check(text, language, LIMITS)).isNotEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    zh | 签收后7天内可以无理由退货。
                    zh | 质量问题15天内可以退换。
                    zh | 超过15天不能无理由退货。
                    zh | 价保7天，降价可以退差。
                    zh | 保修一年
                    zh | 同意后最晚72小时内退款到账。
                    zh | 质量问题退货，运费我们承担。
                    zh | 发错了，退货运费由我们出。
                    zh | 无理由退货的运费由您承担。
                    zh | 满99元包邮。
                    zh | 我2小时内答复您。
                    zh | 退货运费不能免。
                    zh | 不支持30天退货。
                    zh | 您的包裹3天内送到，请放心。
                    en | You can return it within 7 days of receipt.
                    en | Your refund goes back within 72 hours.
                    en | We cannot offer 30-day returns.
                    en | The item was damaged, so we pay the return.
                    en | I answer you within 2 hours.
                    """)
    void what_the_policy_grants_and_what_is_denied_passes(String language, String text) {
        assertThat(Promises.check(text, language, LIMITS)).isEmpty();
    }

    @Test
    void no_shipped_script_promises_more_or_hurts() throws IOException {
        for (var language : List.of("zh", "en")) {
            var file = Path.of("src/main/resources/scripts/shipped-" + language + ".tsv");
            for (var line : Files.readAllLines(file).stream().skip(1).toList()) {
                var text = line.substring(line.lastIndexOf('\t') + 1);
                assertThat(Promises.check(text, language, LIMITS)).as(line).isEmpty();
                assertThat(Manners.check(text, language)).as(line).isEmpty();
            }
        }
    }

    @Test
    void the_better_sentence_says_what_the_policy_says() {
        var slip = Promises.check("您好，我们支持15天无理由退货。谢谢", "zh", LIMITS).getFirst();
        assertThat(slip.proposal()).isEqualTo("您好，我们支持7天无理由退货。");
        assertThat(slip.problem().zh()).contains("7 天");
        assertThat(Promises.check(slip.proposal(), "zh", LIMITS)).isEmpty();
        var refund = Promises.check("2小时内退款到账", "zh", LIMITS).getFirst();
        assertThat(Promises.check(refund.proposal(), "zh", LIMITS)).isEmpty();
        var english = Promises.check("We offer 30-day returns.", "en", LIMITS).getFirst();
        assertThat(english.proposal()).isEqualTo("We offer 7-day returns.");
    }
}
