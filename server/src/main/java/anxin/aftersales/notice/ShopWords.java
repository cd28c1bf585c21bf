package anxin.aftersales.notice;

import anxin.aftersales.PolicyAnswers;
import anxin.aftersales.policy.Policy;
import anxin.aftersales.policy.ReasonCode;
import anxin.aftersales.policy.RuleText;
import anxin.aftersales.submit.Policies;
import anxin.kernel.ShopId;
import anxin.kernel.Text;
import java.time.Clock;
import java.util.List;
import org.springframework.stereotype.Component;

/** A policy in plain words, for the shop as a whole. */
@Component
class ShopWords implements PolicyAnswers {

    private final Policies policies;
    private final Clock clock;

    ShopWords(Policies policies, Clock clock) {
        this.policies = policies;
        this.clock = clock;
    }

    @Override
    public int version(ShopId shop) {
        return policies.at(shop, clock.instant()).version();
    }

    @Override
    public Limits limits(ShopId shop) {
        var policy = policies.at(shop, clock.instant());
        return new Limits(
                policy.noReasonDays(),
                policy.qualityRefundDays(),
                policy.qualityExchangeDays(),
                policy.priceProtectDays(),
                policy.warrantyDays(),
                policy.refundingHours());
    }

    @Override
    public List<PolicyAnswer> of(ShopId shop) {
        var policy = policies.at(shop, clock.instant());
        return List.of(
                returnWindow(policy),
                new PolicyAnswer(
                        Topic.RETURN_FREIGHT,
                        Text.of(
                                "无理由退货的寄回运费由您承担（订单有运费险的由保险承担）；质量问题、发错或少发的，来回运费由本店承担。",
                                "Without a reason you pay for the way back, or the insurance if the order has one;"
                                        + " for faults, wrong or missing goods the shop pays both ways."),
                        null),
                fault(policy),
                damage(policy),
                fresh(policy),
                missingPart(policy),
                priceProtection(policy),
                refundTime(policy),
                warranty(policy),
                repairTime(policy),
                voucher(policy),
                sendBack(policy));
    }

    private static PolicyAnswer returnWindow(Policy policy) {
        int days = policy.noReasonDays();
        return new PolicyAnswer(
                Topic.RETURN_WINDOW,
                Text.of(
                        "签收后 %d 天内（从次日算起，到最后一天 24 时止）可以无理由退货，拆封查看不影响，商品完好即可。定制、鲜活易腐、贴身衣物等商品页注明不支持的除外。"
                                .formatted(days),
                        ("You can return goods without a reason within %d days of receipt, counted from the next"
                                        + " day to the end of the last. Opening the box to look is fine; the goods must be"
                                        + " intact. Goods made to order, fresh goods, underwear and others whose page says"
                                        + " so are excepted.")
                                .formatted(days)),
                RuleText.of(ReasonCode.NO_REASON_7D).basis());
    }

    private static PolicyAnswer fault(Policy policy) {
        return new PolicyAnswer(
                Topic.FAULT,
                Text.of(
                        "质量问题：签收后 %d 天内可以退款，%d 天内可以换货或维修，来回运费由本店承担。请在订单里申请售后并上传照片。"
                                .formatted(
                                        policy.qualityRefundDays(), policy.qualityExchangeDays()),
                        "For faults: money back within %d days of receipt, exchange or repair within %d; the shop pays both ways. Ask for it on the order and add photos."
                                .formatted(
                                        policy.qualityRefundDays(), policy.qualityExchangeDays())),
                RuleText.of(ReasonCode.QUALITY_7D).basis());
    }

    private static PolicyAnswer damage(Policy policy) {
        var hours = ProductWords.plain(policy.damageAutoHours());
        return new PolicyAnswer(
                Topic.DAMAGE,
                Text.of(
                        "运输破损：签收后 %s 小时内上传外包装和商品照片，当即处理；超过时间由专人处理。".formatted(hours),
                        "Damaged on the way: photos of the packing and the goods within %s hours of receipt are settled at once; later a person decides."
                                .formatted(hours)),
                RuleText.of(ReasonCode.QUICK_COMPENSATION).basis());
    }

    private static PolicyAnswer fresh(Policy policy) {
        var hours = ProductWords.plain(policy.freshAutoHours());
        return new PolicyAnswer(
                Topic.FRESH,
                Text.of(
                        "生鲜坏损包赔：签收后 %s 小时内凭 2 张照片按坏损比例退款，不用寄回；超过时间由专人处理。".formatted(hours),
                        "If fresh goods arrive spoiled, 2 photos within %s hours of receipt get that share refunded, with nothing to send back; later a person decides."
                                .formatted(hours)),
                RuleText.of(ReasonCode.FRESH_LATE).basis());
    }

    private static PolicyAnswer missingPart(Policy policy) {
        return new PolicyAnswer(
                Topic.MISSING_PART,
                Text.of(
                        "少件、漏发：签收后 %d 天内在订单里申请，核实后补发或退还少发部分的货款。".formatted(policy.missingDays()),
                        "Something is missing: tell us on the order within %d days of receipt; we send it or refund that part."
                                .formatted(policy.missingDays())),
                null);
    }

    private static PolicyAnswer priceProtection(Policy policy) {
        return new PolicyAnswer(
                Topic.PRICE_PROTECTION,
                Text.of(
                        "价格保护：付款后 %d 天内同款降价，可以在订单里申请退还差价。".formatted(policy.priceProtectDays()),
                        "Price protection: if the same product becomes cheaper within %d days of payment, ask for the difference on the order."
                                .formatted(policy.priceProtectDays())),
                RuleText.of(ReasonCode.PRICE_PROTECT).basis());
    }

    private static PolicyAnswer refundTime(Policy policy) {
        var hours = ProductWords.plain(policy.refundingHours());
        return new PolicyAnswer(
                Topic.REFUND_TIME,
                Text.of(
                        "退款：同意后最晚 %s 小时内原路退回您付款的账户，银行卡到账以银行为准。进度可在售后单里查看。".formatted(hours),
                        "Refunds go back the way you paid within %s hours of being approved; a bank may need longer to show it. You can follow it on the case."
                                .formatted(hours)),
                null);
    }

    private static PolicyAnswer warranty(Policy policy) {
        return new PolicyAnswer(
                Topic.WARRANTY,
                Text.of(
                        "保修期一般为 %d 天，从签收日算起；商品页另有说明的以商品页为准。人为损坏不在保修范围内，可以付费维修。"
                                .formatted(policy.warrantyDays()),
                        "The warranty is %d days from receipt unless the product's page says otherwise. Damage by misuse is not covered; it can be repaired for a fee."
                                .formatted(policy.warrantyDays())),
                null);
    }

    private static PolicyAnswer repairTime(Policy policy) {
        return new PolicyAnswer(
                Topic.REPAIR_TIME,
                Text.of(
                        "维修：收到商品后最晚 %d 天修好寄回；超过时间，或修了 %d 次仍不能用，可以换货或退款。"
                                .formatted(policy.repairOverdueDays(), policy.failedRepairs()),
                        "Repairs are sent back within %d days of our receiving the goods; later than that, or after %d repairs that failed, you can exchange or have your money back."
                                .formatted(policy.repairOverdueDays(), policy.failedRepairs())),
                null);
    }

    private static PolicyAnswer voucher(Policy policy) {
        var late =
                policy.expiredVoucherRefund()
                        ? Text.of("过期未使用，仍可退款。", "Expired without being used: still refunded.")
                        : Text.of("过期后不退款。", "Once expired it is not refunded.");
        return new PolicyAnswer(
                Topic.VOUCHER,
                Text.of(
                        "卡券：未使用可全额退款，多次使用的按未用次数退；已使用或已充值到账的不退。" + late.zh(),
                        "Vouchers: refunded in full when not used, for several uses in proportion to what is left;"
                                + " used or credited they are not refunded. "
                                + late.en()),
                RuleText.of(ReasonCode.VIRTUAL_UNUSED).basis());
    }

    private static PolicyAnswer sendBack(Policy policy) {
        var hours = ProductWords.plain(policy.buyerReturnHours());
        return new PolicyAnswer(
                Topic.SEND_BACK,
                Text.of(
                        "退货申请通过后，请在 %s 小时内寄出并在售后单里填写运单号；退货地址显示在售后单里。".formatted(hours),
                        "Once your return is approved, send the goods within %s hours and enter the tracking number on the case; the case shows the address."
                                .formatted(hours)),
                null);
    }
}
