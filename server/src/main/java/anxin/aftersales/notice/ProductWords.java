package anxin.aftersales.notice;

import anxin.aftersales.notice.Statement.Topic;
import anxin.aftersales.policy.Decision.FreightPayer;
import anxin.aftersales.policy.Exempt;
import anxin.aftersales.policy.Policy;
import anxin.aftersales.policy.ReasonCode;
import anxin.aftersales.policy.RuleText;
import anxin.aftersales.policy.ShopRules;
import anxin.commerce.Product;
import anxin.kernel.Text;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A policy in plain words for one product. The words of an exemption are those that the decision
 * will give; the rest is made of the constants that decide.
 */
final class ProductWords {

    private static final Set<String> VIRTUAL = Set.of("VOUCHER", "VIRTUAL_CARD");
    private static final Set<String> FRESH = Set.of("FRESH", "PLANT");

    private final Policy policy;
    private final Product product;
    private final ShopRules.@Nullable Promise promise;
    private final List<Statement> statements = new ArrayList<>();

    private ProductWords(Policy policy, Product product) {
        this.policy = policy;
        this.product = product;
        this.promise = policy.own().promise(product.category(), product.sku());
    }

    static List<Statement> of(Policy policy, Product product) {
        var words = new ProductWords(policy, product);
        if (VIRTUAL.contains(product.category())) {
            words.voucher();
        } else {
            words.withoutReason();
            words.faults();
        }
        return List.copyOf(words.statements);
    }

    private void withoutReason() {
        var nature = Exempt.ofNature(product.category(), false);
        var named = Exempt.ofClass(product.exemptClass());
        if (nature != null && policy.own().uses(nature)) {
            if (promisedDays() == 0 || nature == Exempt.MEDICINE) {
                exemption(nature, false);
                return;
            }
            returnable(promisedDays(), true);
        } else {
            returnable(Math.max(policy.noReasonDays(), promisedDays()), promised());
        }
        if (named != null && policy.own().uses(named) && promisedDays() == 0) {
            exemption(named, true);
        }
        freight();
    }

    private boolean promised() {
        return promisedDays() > policy.noReasonDays();
    }

    private int promisedDays() {
        var own = product.promiseDays();
        int frozen = own == null ? 0 : own;
        return promise == null ? frozen : Math.max(frozen, promise.days());
    }

    private void returnable(int days, boolean byPromise) {
        say(
                Topic.RETURN,
                Text.of(
                        "签收后 " + days + " 天内（从次日算起，到最后一天24时止）可以无理由退货；拆封查看不影响，商品完好即可。",
                        "You can return it without a reason within "
                                + days
                                + " days of receipt, counted from the next day to the end of the last. Opening"
                                + " the box to look is fine; it must be intact."),
                RuleText.of(byPromise ? ReasonCode.PROMISE_WINDOW : ReasonCode.NO_REASON_7D)
                        .basis());
    }

    private void exemption(Exempt exempt, boolean confirm) {
        statements.add(
                new Statement(
                        Topic.EXEMPTION,
                        policy.own().words(exempt),
                        RuleText.of(exempt.rule()).basis(),
                        confirm));
    }

    private void freight() {
        var seller = promise != null && promise.freight() == FreightPayer.SELLER;
        say(
                Topic.FREIGHT,
                seller
                        ? Text.of("退货运费由本店承担。", "The shop pays for the way back.")
                        : Text.of(
                                "无理由退货的寄回运费由您承担（有运费险的由保险承担）；质量问题由本店承担。",
                                "Without a reason you pay for the way back, or the insurance if the order has"
                                        + " one; for faults the shop pays."),
                null);
    }

    private void faults() {
        if (FRESH.contains(product.category())) {
            say(
                    Topic.FAULT,
                    Text.of(
                            "坏损包赔：签收后 "
                                    + plain(policy.freshAutoHours())
                                    + " 小时内凭 2 张照片按坏损比例退款，不用寄回；超过时间由专人处理。",
                            "If some arrive spoiled, 2 photos within "
                                    + plain(policy.freshAutoHours())
                                    + " hours of receipt get that share refunded, with nothing to send back; later"
                                    + " a person decides."),
                    RuleText.of(ReasonCode.FRESH_LATE).basis());
            return;
        }
        int warranty =
                product.warrantyDays() == null ? policy.warrantyDays() : product.warrantyDays();
        say(
                Topic.FAULT,
                Text.of(
                        "质量问题：签收后 %d 天内可退款，%d 天内可换货或维修，保修 %d 天；来回运费由本店承担。"
                                .formatted(
                                        policy.qualityRefundDays(),
                                        policy.qualityExchangeDays(),
                                        warranty),
                        "For faults: money back within %d days of receipt, exchange or repair within %d, %d days of warranty; the shop pays both ways."
                                .formatted(
                                        policy.qualityRefundDays(),
                                        policy.qualityExchangeDays(),
                                        warranty)),
                RuleText.of(ReasonCode.QUALITY_7D).basis());
        say(
                Topic.DAMAGE,
                Text.of(
                        "运输破损：签收后 "
                                + plain(policy.damageAutoHours())
                                + " 小时内上传外包装和商品照片，当即处理；超过时间由专人处理。",
                        "Damaged on the way: photos of the packing and the goods within "
                                + plain(policy.damageAutoHours())
                                + " hours of receipt are settled at once; later a person decides."),
                RuleText.of(ReasonCode.QUICK_COMPENSATION).basis());
    }

    private void voucher() {
        say(
                Topic.VOUCHER,
                Text.of(
                        "未使用可全额退款，多次使用的按未用次数退；已使用或已充值到账的不退。",
                        "Not used: refunded in full; for several uses, in proportion to what is left. Used or"
                                + " credited: not refunded."),
                RuleText.of(ReasonCode.VIRTUAL_UNUSED).basis());
        say(
                Topic.VOUCHER,
                policy.expiredVoucherRefund()
                        ? Text.of("过期未使用，仍可退款。", "Expired without being used: still refunded.")
                        : Text.of("过期后不退款。", "Once expired it is not refunded."),
                null);
    }

    private void say(Topic topic, Text text, @Nullable Text basis) {
        statements.add(new Statement(topic, text, basis, false));
    }

    static String plain(double hours) {
        return BigDecimal.valueOf(hours).stripTrailingZeros().toPlainString();
    }
}
