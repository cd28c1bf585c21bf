package anxin.aftersales;

import anxin.kernel.ShopId;
import anxin.kernel.Text;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a shop's policy in force answers to the questions that every customer has. */
public interface PolicyAnswers {

    /** What a question may be about. */
    enum Topic {
        RETURN_WINDOW,
        RETURN_FREIGHT,
        FAULT,
        DAMAGE,
        FRESH,
        MISSING_PART,
        PRICE_PROTECTION,
        REFUND_TIME,
        WARRANTY,
        REPAIR_TIME,
        VOUCHER,
        SEND_BACK
    }

    /**
     * @param basis the law behind it; null is the shop's own word
     */
    record PolicyAnswer(Topic topic, Text answer, @Nullable Text basis) {}

    /**
     * What the policy in force grants at most, to everybody.
     *
     * @param noReasonDays in which goods may come back without a reason
     * @param refundingHours within which money is on its way once it is approved
     */
    record Limits(
            int noReasonDays,
            int faultRefundDays,
            int faultExchangeDays,
            int priceProtectionDays,
            int warrantyDays,
            double refundingHours) {}

    Limits limits(ShopId shop);

    /** The version of the policy in force: the answers change with it and with nothing else. */
    int version(ShopId shop);

    /** One of each topic, made of the constants that decide. */
    List<PolicyAnswer> of(ShopId shop);
}
