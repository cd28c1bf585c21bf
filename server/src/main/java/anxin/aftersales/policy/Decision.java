package anxin.aftersales.policy;

import anxin.aftersales.cases.CaseState;
import anxin.kernel.Text;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The answer to a request: what was decided, by which rule, and what follows.
 *
 * @param type what the case will be about; null where there is none
 * @param refundMinor what the customer gets, or would get if a person agrees
 * @param freightPayer who pays for the way back; null where nothing is decided about it
 * @param deadlineHours the time of the next actor in {@code nextState}; null where no case opens
 * @param nextState null where no case opens
 * @param approvalTier whose signature the amount needs, for what a person decides
 * @param handoverMinutes within which an expert must have taken over
 * @param alternatives what the customer may choose from
 * @param suggestion what the desk is advised to offer
 * @param couponReturned null where the order has no coupon or no money goes back
 * @param giftDeductMinor taken off for a gift that does not come back
 * @param tenderSplit the refund over the means of payment, by kind
 * @param pointsRefund points that go back; null where none were paid
 * @param arriveBy by when imported goods must have arrived back
 * @param existingCaseId the case that is already there
 * @param maxRefundMinor the most that can still be asked for
 * @param policyVersion the version of the policy that decided
 * @param exemption the words of the exemption that applied, as they were shown before the sale
 * @param guards the shop's own conditions that held, by id
 */
public record Decision(
        Outcome outcome,
        ReasonCode reasonCode,
        @Nullable CaseType type,
        @Nullable Long refundMinor,
        @Nullable FreightPayer freightPayer,
        @Nullable Double deadlineHours,
        @Nullable CaseState nextState,
        @Nullable String approvalTier,
        @Nullable Queue queue,
        @Nullable Integer handoverMinutes,
        Set<Flag> flags,
        List<String> alternatives,
        @Nullable Suggestion suggestion,
        @Nullable Boolean couponReturned,
        @Nullable Long giftDeductMinor,
        @Nullable Map<String, Long> tenderSplit,
        @Nullable Long pointsRefund,
        @Nullable Instant arriveBy,
        @Nullable String existingCaseId,
        @Nullable Long maxRefundMinor,
        int policyVersion,
        @Nullable Text exemption,
        List<String> guards) {

    /** The same decision with the guards that held, looked at by a person when one asks for it. */
    Decision guarded(
            List<String> held, Set<Flag> raised, @Nullable Queue to, @Nullable Review review) {
        return new Decision(
                review == null ? outcome : Outcome.MANUAL_REVIEW,
                review == null ? reasonCode : ReasonCode.SHOP_REVIEW,
                type,
                refundMinor,
                freightPayer,
                review == null ? deadlineHours : (Double) review.hours(),
                review == null ? nextState : CaseState.IN_REVIEW,
                review == null ? approvalTier : review.tier(),
                queue == null ? to : queue,
                handoverMinutes,
                raised,
                alternatives,
                suggestion,
                couponReturned,
                giftDeductMinor,
                tenderSplit,
                pointsRefund,
                arriveBy,
                existingCaseId,
                maxRefundMinor,
                policyVersion,
                exemption,
                held);
    }

    /** A person looks first: within so long, and who signs. */
    record Review(double hours, @Nullable String tier) {}

    /** What kind of answer it is. */
    public enum Outcome {
        AUTO_APPROVE,
        MANUAL_REVIEW,
        NEED_EVIDENCE,
        OFFER_ALTERNATIVES,
        REJECT,
        DUPLICATE,
        ROUTE
    }

    /** Who pays for the way back. */
    public enum FreightPayer {
        BUYER,
        SELLER,
        INSURANCE,
        NONE
    }

    /** What the desk is advised to offer. */
    public enum Suggestion {
        EXCHANGE,
        REPAIR,
        PAID_REPAIR
    }

    /** Who looks at it, where the ordinary reviewers do not. */
    public enum Queue {
        COMPLAINT,
        EXPERT,
        FINANCE,
        STORE
    }
}
