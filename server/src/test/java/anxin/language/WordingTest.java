package anxin.language;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WordingTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    zh | 我们会尽快处理您的退款。
                    zh | 客服稍后联系您
                    zh | 大概3天到账
                    zh | 您11月10日购买的商品，我们会尽快处理
                    zh | 请耐心等待
                    zh | 请在{by}前寄回。收到后我们尽快退款。
                    zh | 我们会 ASAP 处理
                    en | We will get back to you as soon as possible.
                    en | Your refund will arrive shortly.
                    en | We call you soon; your order of 10 November is with us.
                    en | We will answer later.
                    en | 我们会尽快处理
                    ja | 後ほどご連絡いたします。
                    ja | できるだけ早く返金いたします
                    es | Le responderemos lo antes posible.
                    es | Recibirá su reembolso pronto.
                    """)
    void a_promise_without_a_time_is_found(String language, String text) {
        assertThat(Wording.check(text, language)).isNotEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    zh | 尽快，最晚今天 18:00 前
                    zh | 我们会尽快处理，最晚{by}前退款到账。
                    zh | 大概2小时内答复您
                    zh | 稍后由专人致电，不晚于明天 12:00
                    zh | 两小时内尽快回复
                    zh | 退款已到账，无需您操作。
                    zh | 请在{by}前寄回商品并填写运单号。
                    en | We answer as soon as possible, by 18:00 today at the latest.
                    en | Your refund arrives shortly, within 24 hours.
                    en | No later than {by} we will have answered.
                    en | The parcel reached us. We inspect it by {by}.
                    ja | できるだけ早く、{by}までに返金いたします
                    es | Le responderemos lo antes posible, antes del {by}.
                    es | Su reembolso llega en 3 días.
                    """)
    void a_promise_with_its_time_passes(String language, String text) {
        assertThat(Wording.check(text, language)).isEmpty();
    }

    @Test
    void it_says_where_and_proposes_the_better_sentence() {
        var text = "您好。我们会尽快处理您的退款。";
        var finding = Wording.check(text, "zh").getFirst();
        assertThat(text.substring(finding.from(), finding.to())).isEqualTo("尽快");
        assertThat(finding.proposal()).isEqualTo("我们会在{by}前处理您的退款。");
        assertThat(Wording.check(finding.proposal(), "zh")).isEmpty();
        assertThat(Wording.check("We will answer as soon as possible.", "en").getFirst().proposal())
                .isEqualTo("We will answer by {by}.");
    }

    @Test
    void one_place_is_found_once_and_places_come_in_order() {
        var findings = Wording.check("稍后联系您。尽快退款。", "zh");
        assertThat(findings).extracting(Wording.Finding::words).containsExactly("稍后", "尽快");
    }
}
