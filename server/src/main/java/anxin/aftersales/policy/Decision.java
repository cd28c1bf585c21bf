package anxin.aftersales.policy;

import anxin.aftersales.cases.CaseState;
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
        int policyVersion) {

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
