package anxin.aftersales.policy;

import anxin.aftersales.cases.CaseState;
import anxin.aftersales.policy.Decision.Outcome;
import anxin.commerce.Order;
import anxin.kernel.Text;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The decision: a pure function of the order as it was frozen, the request, the time and the shop's
 * policy. No clock, no database, no network. The rules of {@link Rules} are tried in order; then
 * the gate of the limit and then the gate of risk may hand an automatic yes to a person.
 */
public final class Decide {

    private Decide() {}

    public static Decision decide(
            Order order, Request request, Instant now, Policy policy, Calendar calendar) {
        var facts = new Facts(order, request, now, policy, calendar);
        var spoke = ruleFor(facts);
        var decision = gates(facts, spoke, spoke.gives().apply(facts));
        return policy.own().guards().isEmpty() ? decision : Guards.over(facts, decision);
    }

    /**
     * Each line is looked at on its own. When the same rule speaks for all of them it decides over
     * all; when rules differ, the most cautious one does, so that nothing slips through in the
     * company of something else.
     */
    private static Rule ruleFor(Facts facts) {
        @Nullable Rule chosen = null;
        Order.@Nullable Line chosenLine = null;
        int caution = -1;
        for (var one : facts.asked) {
            if (one.line().gift() && facts.asksForMoreThanGifts()) {
                continue;
            }
            facts.focus(one.line());
            var rule = firstRule(facts);
            if (rule == chosen) {
                continue;
            }
            int itsCaution = chosen == null ? 0 : caution(rule.gives().apply(facts));
            if (chosen != null && caution == 0) {
                facts.focus(chosenLine);
                caution = caution(chosen.gives().apply(facts));
            }
            if (chosen == null || itsCaution > caution) {
                chosen = rule;
                chosenLine = one.line();
                caution = itsCaution;
            }
        }
        facts.focus(chosenLine);
        return chosen != null ? chosen : firstRule(facts);
    }

    private static Rule firstRule(Facts facts) {
        var own = facts.policy.own();
        for (var rule : Rules.TABLE) {
            if (!own.isOff(rule.code()) && rule.when().test(facts)) {
                return rule;
            }
        }
        throw new IllegalStateException("the last rule holds always");
    }

    private static int caution(Remedy remedy) {
        return switch (remedy.outcome) {
            case REJECT -> 7;
            case DUPLICATE -> 6;
            case NEED_EVIDENCE -> 5;
            case MANUAL_REVIEW, ROUTE -> 4;
            case OFFER_ALTERNATIVES -> 3;
            case AUTO_APPROVE -> remedy.next == CaseState.WAIT_BUYER_RETURN ? 2 : 1;
        };
    }

    /** Rows 58 and 59, the shop's own settings, and what every decision carries. */
    private static Decision gates(Facts facts, Rule rule, Remedy remedy) {
        var outcome = remedy.outcome;
        var code = rule.code();
        var hours = remedy.hours;
        var next = remedy.next;
        var flags = remedy.flags;
        long paid = remedy.sum == null ? 0 : remedy.sum.minor();
        if (outcome == Outcome.AUTO_APPROVE) {
            boolean risky = facts.isRisky();
            long atStake = paid > 0 || remedy.sum != Amounts.NOTHING ? paid : facts.amounts.goods();
            var setting = facts.policy.own().setting(code);
            var limit = setting.limitMinor();
            boolean exceeded = facts.exceeds(atStake, limit == null ? remedy.limit : limit);
            if (remedy.withoutGoods && risky) {
                flags.add(Flag.RISK);
            }
            if (exceeded || flags.contains(Flag.RISK)) {
                outcome = Outcome.MANUAL_REVIEW;
                code = exceeded ? ReasonCode.LIMIT_EXCEEDED : ReasonCode.RISK_REVIEW;
                next = CaseState.IN_REVIEW;
                hours = facts.reviewHours();
            } else if (setting.mode() == ShopRules.Mode.REVIEW) {
                outcome = Outcome.MANUAL_REVIEW;
                code = ReasonCode.SHOP_REVIEW;
                next = CaseState.IN_REVIEW;
                hours = facts.reviewHours();
            } else if (remedy.withoutGoods && facts.refusedByPerson()) {
                outcome = Outcome.MANUAL_REVIEW;
                next = CaseState.IN_REVIEW;
                hours = facts.policy.reviewHours();
            } else if (facts.goodsBack() && comesBack(next)) {
                next = withGoodsHere(remedy.type);
                hours =
                        next == CaseState.REFUNDING
                                ? facts.policy.refundingHours()
                                : Rules.REPLACEMENT_HOURS;
            } else if (!remedy.withoutGoods && comesBack(next)) {
                if (risky) {
                    flags.add(Flag.STRICT_INSPECTION);
                }
                if (remedy.type == CaseType.RETURN_REFUND
                        && next == CaseState.WAIT_BUYER_RETURN
                        && facts.isTrusted()
                        && !facts.exceeds(paid, facts.policy.limInstant())) {
                    flags.add(Flag.INSTANT_REFUND);
                }
            }
        }
        boolean open =
                outcome != Outcome.REJECT
                        && outcome != Outcome.DUPLICATE
                        && outcome != Outcome.ROUTE;
        if (open && facts.routeTooOld()) {
            flags.add(Flag.ROUTE_OFFLINE);
        }
        if (open && facts.customsTooLate()) {
            flags.add(Flag.TAX_NOT_RECOVERABLE);
        }
        if (open && remedy.sum != null && remedy.sum.freightTaken()) {
            flags.add(Flag.FREIGHT_DEDUCTED);
        }
        if (facts.request.wantsHuman() && code != ReasonCode.ORDER_NOT_FOUND) {
            flags.add(Flag.HUMAN_REQUESTED);
        }
        return decision(facts, rule, remedy, outcome, code, hours, next);
    }

    /** What came back for an exchange that cannot be made needs no second journey. */
    private static CaseState withGoodsHere(@Nullable CaseType type) {
        return type == CaseType.EXCHANGE || type == CaseType.REPAIR
                ? CaseState.REPLACEMENT_PREPARING
                : CaseState.REFUNDING;
    }

    private static boolean comesBack(@Nullable CaseState next) {
        return next == CaseState.WAIT_BUYER_RETURN
                || next == CaseState.RETURN_IN_TRANSIT
                || next == CaseState.INSPECTING
                || next == CaseState.WAIT_STORE_CONFIRM;
    }

    private static Decision decision(
            Facts facts,
            Rule rule,
            Remedy remedy,
            Outcome outcome,
            ReasonCode code,
            @Nullable Double hours,
            @Nullable CaseState next) {
        var order = facts.order;
        var sum = remedy.sum;
        var money = sum == Amounts.NOTHING ? null : sum;
        var price = remedy.type == CaseType.COMPENSATION ? null : money;
        var tenders = order.tenders();
        return new Decision(
                outcome,
                code,
                remedy.type,
                sum == null ? null : sum.minor(),
                remedy.freight,
                hours,
                next,
                tier(facts, outcome, remedy),
                remedy.queue,
                remedy.handoverMinutes,
                java.util.Collections.unmodifiableSet(remedy.flags),
                remedy.alternatives,
                remedy.suggestion,
                price == null ? null : couponReturned(facts, rule, price),
                money != null && hasGift(order) ? money.gift() : null,
                money != null && tenders != null && !tenders.isEmpty()
                        ? Shares.overTenders(money.minor(), tenders)
                        : null,
                price == null ? null : facts.amounts.points(price),
                remedy.arriveBy,
                remedy.existingCase,
                remedy.most,
                facts.policy.version(),
                exemption(facts, code),
                List.of());
    }

    /** The words that were shown before the sale. */
    private static @Nullable Text exemption(Facts facts, ReasonCode code) {
        if (code.row() < ReasonCode.CUSTOM_EXEMPT.row()
                || code.row() > ReasonCode.CONFIRMED_EXEMPT.row()) {
            return null;
        }
        var exempt = facts.exemptionOf(code);
        return exempt == null ? null : facts.policy.own().words(exempt);
    }

    private static boolean hasGift(Order order) {
        for (var line : order.lines()) {
            if (line.gift()) {
                return true;
            }
        }
        return false;
    }

    /** A hit limit, or an amount that a person decides on, is signed by the tier of the amount. */
    private static @Nullable String tier(Facts facts, Outcome outcome, Remedy remedy) {
        if (outcome != Outcome.MANUAL_REVIEW || remedy.sum == null) {
            return null;
        }
        return facts.tierFor(
                remedy.sum == Amounts.NOTHING ? facts.amounts.goods() : remedy.sum.minor());
    }

    /** M6: only with the whole order, and unexpired unless the seller is at fault. */
    private static @Nullable Boolean couponReturned(Facts facts, Rule rule, Amounts.Sum sum) {
        var coupon = facts.order.coupon();
        if (coupon == null) {
            return null;
        }
        boolean fault =
                facts.reason.isFault()
                        || rule.code() == ReasonCode.LATE_SHIPMENT
                        || rule.code() == ReasonCode.LOGISTICS_LOST;
        var expires = coupon.expiresAt();
        boolean usable = expires == null || !facts.now.isAfter(expires);
        return sum.everything() && (usable || fault);
    }
}
