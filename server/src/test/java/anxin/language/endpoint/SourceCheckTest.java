package anxin.language.endpoint;

import static org.assertj.core.api.Assertions.assertThat;

import anxin.kernel.ShopId;
import anxin.language.Drafting.Errand;
import anxin.language.Drafting.Line;
import anxin.language.Drafting.Purpose;
import anxin.language.Drafting.Source;
import anxin.language.Drafting.Who;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SourceCheckTest {

    private static final String POLICY =
            "签收后七天内可以无理由退货，运费由买家承担；质量问题15天内包换，来回运费由我们承担。退款在仓库签收后48小时内原路退回。不支持免费清洗。";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "您好，签收后7天内都可以无理由退货，运费需要您承担哦。",
                "仓库签收后 2 天内原路退回。",
                "You can return it within seven days after it was signed for.",
                "1. 先申请退货\n2. 寄回\n质量问题十五天内可以换。",
                "抱歉，我们不提供免费清洗。"
            })
    void what_its_sources_say_may_be_said_in_other_words(String draft) {
        assertThat(refuse(draft)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "签收后30天内都可以退货。",
                "签收后7个工作日内可以退货。",
                "运费12元由您承担。",
                "我们明天就给您处理。",
                "最晚今天18:00前回复您。",
                "11月30日前有效。",
                "我们保证您满意。",
                "可以为您免费清洗。",
                "会再赠送一张优惠券。",
                "已为您登记，请放心。",
                "We will compensate you for the trouble.",
                "请拨打13900000000联系我们。",
                "详见 https://evil.example/pay",
                "请联系⟦PHONE_7⟧。",
                ""
            })
    void a_number_a_day_a_promise_or_an_address_of_its_own_is_refused(String draft) {
        assertThat(refuse(draft)).as(draft).isPresent();
    }

    @Test
    void a_mark_of_ours_is_no_number() {
        var redaction = new Redaction(List.of("林晓"));
        var hidden = redaction.hide("林晓问能退吗");
        var errand =
                new Errand(
                        new ShopId("s"),
                        Purpose.ANSWER,
                        List.of(line(hidden)),
                        List.of(new Source("S2", "可以退货吗", POLICY)),
                        "zh",
                        Set.of());
        assertThat(SourceCheck.refuse(errand, redaction, "您好⟦NAME_1⟧，签收后7天内可以退货。")).isEmpty();
    }

    @Test
    void a_summary_has_no_number_that_was_not_said() {
        var talk = List.of(line("两件外套，退一件，我付了199元"));
        assertThat(refuse(Purpose.SUMMARY, talk, "zh", "客户付199元买两件，想退一件")).isEmpty();
        assertThat(refuse(Purpose.SUMMARY, talk, "zh", "客户付299元买两件")).isPresent();
    }

    @Test
    void a_translation_has_every_number_and_no_other_and_is_in_the_language() {
        var talk = List.of(line("7天内退货，退199元"));
        assertThat(
                        refuse(
                                Purpose.TRANSLATION,
                                talk,
                                "en",
                                "Return within 7 days, refund of 199 yuan"))
                .isEmpty();
        assertThat(refuse(Purpose.TRANSLATION, talk, "en", "Return within 7 days")).isPresent();
        assertThat(refuse(Purpose.TRANSLATION, talk, "en", "Return within 17 days, refund 199"))
                .isPresent();
        assertThat(refuse(Purpose.TRANSLATION, talk, "en", "7天内可退，退199元")).isPresent();
    }

    @Test
    void an_opinion_is_one_of_those_asked_for() {
        var errand =
                new Errand(
                        new ShopId("s"),
                        Purpose.OPINION,
                        List.of(line("怎么弄")),
                        List.of(new Source("refund_apply", "退款", "Refund")),
                        "zh",
                        Set.of());
        var redaction = new Redaction(List.of());
        assertThat(SourceCheck.refuse(errand, redaction, "refund_apply")).isEmpty();
        assertThat(SourceCheck.refuse(errand, redaction, "coupon_promo")).isPresent();
    }

    private static java.util.Optional<anxin.kernel.Text> refuse(String draft) {
        return refuse(Purpose.ANSWER, List.of(line("能退吗")), "zh", draft);
    }

    private static java.util.Optional<anxin.kernel.Text> refuse(
            Purpose purpose, List<Line> talk, String language, String draft) {
        var sources = List.of(new Source("S1", "可以退货吗", POLICY));
        return SourceCheck.refuse(
                new Errand(new ShopId("s"), purpose, talk, sources, language, Set.of()),
                new Redaction(List.of()),
                draft);
    }

    private static Line line(String text) {
        return new Line(Who.CUSTOMER, text);
    }
}
