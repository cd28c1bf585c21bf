package anxin.aftersales.policy;

import static anxin.aftersales.policy.Decision.FreightPayer.BUYER;
import static anxin.aftersales.policy.Decision.FreightPayer.NONE;
import static anxin.aftersales.policy.Decision.FreightPayer.SELLER;
import static anxin.aftersales.policy.Decision.Outcome.AUTO_APPROVE;
import static anxin.aftersales.policy.Decision.Outcome.DUPLICATE;
import static anxin.aftersales.policy.Decision.Outcome.MANUAL_REVIEW;
import static anxin.aftersales.policy.Decision.Outcome.NEED_EVIDENCE;
import static anxin.aftersales.policy.Decision.Outcome.OFFER_ALTERNATIVES;
import static anxin.aftersales.policy.Decision.Outcome.REJECT;
import static anxin.aftersales.policy.Decision.Outcome.ROUTE;

import anxin.aftersales.policy.Decision.FreightPayer;
import anxin.aftersales.policy.Decision.Outcome;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One row of the table as people read it: what it gives, how long, with what proof, at whose cost,
 * up to how much, and whether a shop may do without it. A test holds it against what is decided.
 *
 * @param outcomes what it gives, the usual one first, before the gates
 * @param window the constant that says how long; null is another window, or none
 * @param photos the proof it wants
 * @param freight who pays for the way back, as a rule; null is nothing, or as the case may be
 * @param limit the constant up to which it is automatic; null is none
 * @param hours the constant that is the next actor's time; null is none, or not the shop's
 * @param mayBeOff without it the next rule gives the customer as much as the law does
 */
public record RuleSheet(
        ReasonCode code,
        List<Outcome> outcomes,
        @Nullable Constant window,
        int photos,
        @Nullable FreightPayer freight,
        @Nullable Constant limit,
        @Nullable Constant hours,
        boolean mayBeOff) {

    private static final Map<ReasonCode, RuleSheet> SHEETS = sheets();

    /** The row of {@code code}. */
    public static RuleSheet of(ReasonCode code) {
        return Objects.requireNonNull(SHEETS.get(code));
    }

    /** An automatic yes can be handed to a person. */
    public boolean mayBeReviewed() {
        return outcomes.contains(AUTO_APPROVE);
    }

    private static Map<ReasonCode, RuleSheet> sheets() {
        var sheets = new EnumMap<ReasonCode, RuleSheet>(ReasonCode.class);
        for (var code : ReasonCode.values()) {
            sheets.put(code, sheet(code));
        }
        return sheets;
    }

    /** The compiler sees to it that no rule is without. */
    private static RuleSheet sheet(ReasonCode code) {
        return switch (code) {
            case ORDER_NOT_FOUND,
                    NOT_PAID,
                    ALREADY_REFUNDED,
                    GROUP_BUY_IN_PROGRESS,
                    QTY_EXCEEDED,
                    AMOUNT_EXCEEDED ->
                    row(code, REJECT);
            case IDEMPOTENT_REPLAY, OPEN_CASE_EXISTS -> row(code, DUPLICATE);
            case COMPLAINT_NORMAL -> row(code, ROUTE).within(Constant.COMPLAINT_HOURS);
            case COMPLAINT_MAJOR -> row(code, ROUTE).within(Constant.MAJOR_COMPLAINT_HOURS);
            case SAFETY_INCIDENT, FOOD_SAFETY, COUNTERFEIT_CLAIM ->
                    row(code, MANUAL_REVIEW).paidBy(SELLER).within(Constant.EXPERT_HOURS);
            case PAYMENT_UNKNOWN -> row(code, MANUAL_REVIEW).within(Constant.REVIEW_HOURS_URGENT);
            case PRICE_PROTECT ->
                    row(code, AUTO_APPROVE)
                            .window(Constant.PRICE_PROTECT_DAYS)
                            .paidBy(NONE)
                            .upTo(Constant.LIM_COMP)
                            .within(Constant.REFUNDING_HOURS);
            case PRICE_PROTECT_EXPIRED, PRICE_NOT_LOWER, VIRTUAL_USED, VIRTUAL_EXPIRED ->
                    refusal(code);
            case VIRTUAL_UNUSED, VIRTUAL_PARTIAL, VIRTUAL_EXPIRED_REFUND ->
                    row(code, AUTO_APPROVE)
                            .paidBy(NONE)
                            .upTo(Constant.LIM_REFUND_ONLY)
                            .within(Constant.REFUNDING_HOURS);
            case VIRTUAL_USAGE_REQUIRED ->
                    row(code, NEED_EVIDENCE).within(Constant.EVIDENCE_HOURS_VIRTUAL);
            case UNSHIPPED_REFUND, LATE_SHIPMENT, PICKUP_NOT_COLLECTED -> unshipped(code);
            case PRESALE_BALANCE_ONLY -> unshipped(code).optional();
            case CUSTOM_IN_PRODUCTION -> review(code).paidBy(NONE).optional();
            case IN_TRANSIT_INTERCEPT ->
                    returned(code).paidBy(BUYER).within(Constant.BUYER_RETURN_HOURS).optional();
            case REFUSED_RETURNED -> returned(code).within(Constant.REFUNDING_HOURS);
            case REFUSED_WAIT_RETURN -> returned(code).within(Constant.BUYER_RETURN_HOURS);
            case LOGISTICS_LOST -> returned(code).window(Constant.LOST_NO_TRACE_HOURS);
            case LOGISTICS_CHECK, SIGNED_NOT_RECEIVED -> review(code).paidBy(NONE);
            case FRESH_24H ->
                    row(code, AUTO_APPROVE)
                            .window(Constant.FRESH_AUTO_HOURS)
                            .proof(2)
                            .paidBy(NONE)
                            .upTo(Constant.LIM_REFUND_ONLY)
                            .within(Constant.REFUNDING_HOURS);
            case FRESH_EVIDENCE ->
                    row(code, NEED_EVIDENCE)
                            .proof(2)
                            .paidBy(NONE)
                            .within(Constant.EVIDENCE_HOURS_FRESH);
            case FRESH_LATE ->
                    row(code, MANUAL_REVIEW)
                            .proof(2)
                            .paidBy(NONE)
                            .within(Constant.REVIEW_HOURS_URGENT);
            case EVIDENCE_REQUIRED -> row(code, NEED_EVIDENCE).proof(1);
            case QUICK_COMPENSATION ->
                    row(code, AUTO_APPROVE)
                            .window(Constant.DAMAGE_AUTO_HOURS)
                            .proof(2)
                            .paidBy(NONE)
                            .upTo(Constant.LIM_COMP)
                            .within(Constant.REFUNDING_HOURS)
                            .optional();
            case DAMAGE_SEVERE -> returned(code).window(Constant.DAMAGE_AUTO_HOURS).proof(2);
            case DAMAGE_LATE -> review(code).proof(2).paidBy(SELLER).optional();
            case BUYER_CARRIER -> review(code).proof(2).paidBy(BUYER).optional();
            case WRONG_ITEM -> fault(code, Constant.QUALITY_REFUND_DAYS);
            case MISSING_RESEND ->
                    new RuleSheet(
                            code,
                            List.of(AUTO_APPROVE, OFFER_ALTERNATIVES),
                            Constant.MISSING_DAYS,
                            1,
                            SELLER,
                            Constant.LIM_RETURN,
                            null,
                            false);
            case FAULT_LATE -> review(code).proof(1).paidBy(SELLER);
            case QUALITY_7D, NOT_AS_DESCRIBED, EXPIRED_GOODS ->
                    fault(code, Constant.QUALITY_REFUND_DAYS);
            case QUALITY_15D_EXCHANGE -> fault(code, Constant.QUALITY_EXCHANGE_DAYS);
            case QUALITY_8_15D ->
                    review(code).window(Constant.QUALITY_EXCHANGE_DAYS).proof(1).paidBy(SELLER);
            case WARRANTY_REPAIR -> fault(code, Constant.WARRANTY_DAYS);
            case WARRANTY_REVIEW ->
                    review(code).window(Constant.WARRANTY_DAYS).proof(1).paidBy(SELLER);
            case WARRANTY_TWO_REPAIRS ->
                    returned(code)
                            .window(Constant.WARRANTY_DAYS)
                            .paidBy(SELLER)
                            .within(Constant.BUYER_RETURN_HOURS);
            case WARRANTY_REPAIR_OVERDUE ->
                    returned(code).window(Constant.WARRANTY_DAYS).paidBy(SELLER);
            case OUT_OF_WARRANTY -> review(code).proof(1).paidBy(BUYER);
            case CUSTOM_EXEMPT,
                    FRESH_EXEMPT,
                    DIGITAL_EXEMPT,
                    PERIODICAL_EXEMPT,
                    MEDICINE_EXEMPT,
                    CONFIRMED_EXEMPT,
                    NO_REASON_EXPIRED,
                    EU_WITHDRAWAL_EXPIRED,
                    EU_HYGIENE_UNSEALED,
                    JP_8D_EXPIRED ->
                    refusal(code);
            case JP_RETURN_POLICY -> refusal(code).optional();
            case NO_REASON_7D, NO_REASON_EXCHANGE ->
                    returned(code)
                            .window(Constant.NO_REASON_DAYS)
                            .within(Constant.BUYER_RETURN_HOURS);
            case PROMISE_WINDOW -> returned(code).within(Constant.BUYER_RETURN_HOURS);
            case ACTIVATED_CHECK -> review(code).window(Constant.NO_REASON_DAYS).optional();
            case GOODWILL -> review(code).window(Constant.GRACE_HOURS).paidBy(BUYER).optional();
            case RETURN_REQUIRED ->
                    row(code, OFFER_ALTERNATIVES).within(Constant.CHOICE_HOURS).optional();
            case NO_STOCK, STORE_EXCHANGE_OTHER_STORE, STORE_NO_STOCK ->
                    row(code, OFFER_ALTERNATIVES).within(Constant.CHOICE_HOURS);
            case CUSTOMER_CHOICE ->
                    new RuleSheet(
                            code,
                            List.of(AUTO_APPROVE, MANUAL_REVIEW),
                            null,
                            0,
                            null,
                            null,
                            null,
                            false);
            case STORE_INSTANT_EXCHANGE, STORE_RETURN ->
                    returned(code)
                            .window(Constant.NO_REASON_DAYS)
                            .paidBy(NONE)
                            .within(Constant.STORE_CONFIRM_HOURS)
                            .optional();
            case STORE_STOCK_STALE, STORE_OFFLINE_SALE ->
                    row(code, MANUAL_REVIEW).paidBy(NONE).within(Constant.STORE_CONFIRM_HOURS);
            case CBEC_NO_REASON ->
                    returned(code)
                            .window(Constant.CBEC_FILE_DAYS)
                            .within(Constant.BUYER_RETURN_HOURS);
            case CBEC_CUSTOMS_WINDOW -> review(code);
            case EU_WITHDRAWAL_14D -> returned(code).within(Constant.EU_RETURN_HOURS);
            case CONFORMITY ->
                    returned(code).proof(1).paidBy(SELLER).within(Constant.EU_RETURN_HOURS);
            case JP_8D -> returned(code).within(Constant.BUYER_RETURN_HOURS);
            case LIMIT_EXCEEDED, RISK_REVIEW, SHOP_REVIEW -> review(code);
            case ASK_REASON -> row(code, NEED_EVIDENCE).within(Constant.EVIDENCE_HOURS);
        };
    }

    private static RuleSheet row(ReasonCode code, Outcome outcome) {
        return new RuleSheet(code, List.of(outcome), null, 0, null, null, null, false);
    }

    private static RuleSheet refusal(ReasonCode code) {
        return row(code, REJECT).within(Constant.APPEAL_HOURS);
    }

    private static RuleSheet review(ReasonCode code) {
        return row(code, MANUAL_REVIEW).within(Constant.REVIEW_HOURS);
    }

    private static RuleSheet unshipped(ReasonCode code) {
        return row(code, AUTO_APPROVE)
                .paidBy(NONE)
                .upTo(Constant.LIM_UNSHIPPED)
                .within(Constant.REFUNDING_HOURS);
    }

    private static RuleSheet returned(ReasonCode code) {
        return row(code, AUTO_APPROVE).upTo(Constant.LIM_RETURN);
    }

    private static RuleSheet fault(ReasonCode code, Constant window) {
        return returned(code)
                .window(window)
                .proof(1)
                .paidBy(SELLER)
                .within(Constant.BUYER_RETURN_HOURS);
    }

    private RuleSheet window(Constant constant) {
        return new RuleSheet(code, outcomes, constant, photos, freight, limit, hours, mayBeOff);
    }

    private RuleSheet proof(int needed) {
        return new RuleSheet(code, outcomes, window, needed, freight, limit, hours, mayBeOff);
    }

    private RuleSheet paidBy(FreightPayer payer) {
        return new RuleSheet(code, outcomes, window, photos, payer, limit, hours, mayBeOff);
    }

    private RuleSheet upTo(Constant constant) {
        return new RuleSheet(code, outcomes, window, photos, freight, constant, hours, mayBeOff);
    }

    private RuleSheet within(Constant constant) {
        return new RuleSheet(code, outcomes, window, photos, freight, limit, constant, mayBeOff);
    }

    private RuleSheet optional() {
        return new RuleSheet(code, outcomes, window, photos, freight, limit, hours, true);
    }
}
