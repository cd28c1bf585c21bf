package anxin.aftersales.policy;

import anxin.kernel.Text;
import anxin.kernel.problem.Problem;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the law leaves no shop to decide.
 *
 * @param least the smallest value allowed; null is none
 * @param most the largest value allowed; null is none
 * @param article what a reader can look up
 */
public record Floor(
        Constant constant, @Nullable Integer least, @Nullable Integer most, Text article) {

    private static final Text DEFECT =
            Text.of("《消费者权益保护法》第24条", "Consumer Protection Law, art. 24");
    private static final Text GUARANTEES =
            Text.of(
                    "《部分商品修理更换退货责任规定》",
                    "Provisions on Repair, Replacement and Return of certain goods");
    private static final Text DEEMED_REFUSAL =
            Text.of("《侵害消费者权益行为处罚办法》第8、9条（十五日）", "Penalty Measures, arts. 8 and 9 (fifteen days)");
    private static final Text CUSTOMS =
            Text.of("海关总署公告2020年第45号", "General Administration of Customs, notice 45 of 2020");

    public static final List<Floor> ALL =
            List.of(
                    new Floor(
                            Constant.NO_REASON_DAYS,
                            7,
                            null,
                            Text.of("《消费者权益保护法》第25条", "Consumer Protection Law, art. 25")),
                    new Floor(Constant.QUALITY_REFUND_DAYS, 7, null, DEFECT),
                    new Floor(Constant.QUALITY_EXCHANGE_DAYS, 15, null, GUARANTEES),
                    new Floor(
                            Constant.WARRANTY_DAYS,
                            183,
                            null,
                            Text.of(
                                    "《消费者权益保护法》第23条第3款（六个月）",
                                    "Consumer Protection Law, art. 23(3) (six months)")),
                    new Floor(Constant.REPAIR_OVERDUE_DAYS, null, 30, GUARANTEES),
                    new Floor(Constant.FAILED_REPAIRS, null, 2, GUARANTEES),
                    new Floor(
                            Constant.EU_RETURN_HOURS,
                            336,
                            null,
                            Text.of("欧盟指令 2011/83/EU 第14条", "Directive 2011/83/EU, art. 14")),
                    new Floor(
                            Constant.REFUNDING_HOURS,
                            null,
                            168,
                            Text.of(
                                    "《消费者权益保护法》第25条（收到退货七日内退款）",
                                    "Consumer Protection Law, art. 25 (refund within seven days)")),
                    new Floor(Constant.REVIEW_HOURS, null, 360, DEEMED_REFUSAL),
                    new Floor(Constant.REVIEW_HOURS_URGENT, null, 360, DEEMED_REFUSAL),
                    new Floor(Constant.EXPERT_HOURS, null, 360, DEEMED_REFUSAL),
                    new Floor(Constant.CBEC_FILE_DAYS, null, 30, CUSTOMS),
                    new Floor(Constant.CBEC_ARRIVE_DAYS, null, 45, CUSTOMS));

    /** What the law says of this constant; null is nothing. */
    public static @Nullable Floor of(Constant constant) {
        return ALL.stream().filter(floor -> floor.constant() == constant).findFirst().orElse(null);
    }

    /** Every place where a policy gives less than the law, with the article. */
    public static List<Problem.Field> check(Policy policy) {
        var wrong = new ArrayList<Problem.Field>();
        for (var floor : ALL) {
            var value = ((Number) floor.constant().of(policy)).doubleValue();
            if (floor.least() != null && value < floor.least()) {
                wrong.add(floor.field("不得少于 " + floor.least(), "not less than " + floor.least()));
            }
            if (floor.most() != null && value > floor.most()) {
                wrong.add(floor.field("不得多于 " + floor.most(), "not more than " + floor.most()));
            }
        }
        policy.own()
                .rules()
                .forEach(
                        (code, setting) -> {
                            if (setting.mode() == ShopRules.Mode.OFF
                                    && !RuleSheet.of(code).mayBeOff()) {
                                var basis = RuleText.of(code).basis();
                                wrong.add(
                                        new Problem.Field(
                                                "/rules/" + code + "/mode",
                                                Text.of(
                                                        "这条规则不能关闭：" + basis.zh(),
                                                        "this rule cannot be switched off: "
                                                                + basis.en())));
                            }
                        });
        return wrong;
    }

    private Problem.Field field(String zh, String en) {
        return new Problem.Field(
                "/" + constant.field(), Text.of(zh + "：" + article.zh(), en + ": " + article.en()));
    }
}
