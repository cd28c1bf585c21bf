package anxin.aftersales.submit;

import anxin.aftersales.cases.CaseChanges;
import anxin.aftersales.cases.CaseEvent;
import anxin.aftersales.cases.CaseRow;
import anxin.aftersales.cases.CaseState;
import anxin.aftersales.cases.CaseStore;
import anxin.aftersales.cases.Lifecycle;
import anxin.aftersales.cases.Move;
import anxin.aftersales.evidence.Evidence;
import anxin.aftersales.policy.Calendar;
import anxin.aftersales.policy.Decide;
import anxin.aftersales.policy.Decision;
import anxin.aftersales.policy.Policy;
import anxin.aftersales.policy.Request;
import anxin.aftersales.refund.RefundIntent;
import anxin.aftersales.refund.Refunds;
import anxin.aftersales.replacement.Need;
import anxin.aftersales.replacement.Reservations;
import anxin.aftersales.replacement.Supply;
import anxin.commerce.Order;
import anxin.commerce.Orders;
import anxin.commerce.StoredOrder;
import anxin.kernel.problem.Problem;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/**
 * Decides once more about a case, after the customer added proof, chose or revised; in the caller's
 * transaction.
 */
@Component
public class Reaudit {

    private final CaseStore cases;
    private final CaseChanges changes;
    private final SubmitStore store;
    private final Orders orders;
    private final Policies policies;
    private final Evidence evidence;
    private final Refunds refunds;
    private final Supply supply;
    private final Reservations reservations;
    private final TalkFirst talkFirst;
    private final JsonMapper json;
    private final Clock clock;

    Reaudit(
            CaseStore cases,
            CaseChanges changes,
            SubmitStore store,
            Orders orders,
            Policies policies,
            Evidence evidence,
            Refunds refunds,
            Supply supply,
            Reservations reservations,
            TalkFirst talkFirst,
            JsonMapper json,
            Clock clock) {
        this.cases = cases;
        this.changes = changes;
        this.store = store;
        this.orders = orders;
        this.policies = policies;
        this.evidence = evidence;
        this.refunds = refunds;
        this.supply = supply;
        this.reservations = reservations;
        this.talkFirst = talkFirst;
        this.json = json;
        this.clock = clock;
    }

    /**
     * The order of a case as it stands now, with what after-sales knows, the case itself left out.
     */
    public StoredOrder order(CaseRow of) {
        var stored =
                orders.find(of.shop(), of.orderNo()).orElseThrow(() -> Problem.missing("order"));
        var wish =
                new Wish(
                        of.shop(),
                        of.id(),
                        of.orderNo(),
                        "system",
                        null,
                        lastRequest(of),
                        List.of(),
                        of.lang());
        var lines = store.lines(List.of(wish));
        var ref = new SubmitStore.OrderRef(of.shop().value(), of.orderNo().value());
        var customer = new SubmitStore.CustomerRef(of.shop().value(), of.customerId());
        var habits =
                store.refundsOnly(
                        Set.of(customer), clock.instant().minus(java.time.Duration.ofDays(30)));
        return Settled.of(
                stored,
                withoutMine(of, lines.getOrDefault(ref, Map.of())),
                store.given(Set.of(ref)).get(ref),
                habits);
    }

    private Map<String, SubmitStore.LineHistory> withoutMine(
            CaseRow of, Map<String, SubmitStore.LineHistory> lines) {
        var others = new HashMap<>(lines);
        for (var mine : cases.lines(of.shop(), of.id())) {
            var known = others.get(mine.lineId());
            if (known != null && mine.holdsLine()) {
                others.put(mine.lineId(), known.without(mine.qtyAsked()));
            }
        }
        return others;
    }

    /** What the customer asked for, as it was last decided about. */
    public Request lastRequest(CaseRow of) {
        return json.treeToValue(
                json.readTree(cases.decisions(of.shop(), of.id()).getLast().facts()).get("request"),
                Request.class);
    }

    /** A case before the rules once more: what they would say, with nothing written. */
    public record Hearing(Order order, Request request, Policy policy, Instant asOf) {

        public Decision on(Request wish) {
            return Decide.decide(order, wish, asOf, policy, Calendar.WEEKENDS);
        }
    }

    /**
     * The customer asked in time when the first asking was in time: what is decided again about
     * goods in their hands is decided as of then.
     */
    public Hearing hear(CaseRow of) {
        var order = supply.over(order(of)).order();
        var now = clock.instant();
        var photos =
                evidence.ofCase(of.shop(), of.id()).stream()
                        .map(item -> item.id().toString())
                        .toList();
        return new Hearing(
                order,
                lastRequest(of).withEvidence(photos),
                policies.version(of.shop(), of.policyVersion()),
                order.signedAt() == null ? now : of.submittedAt());
    }

    /**
     * {@code revise} says what is different in the request this time; all photos of the case are
     * part of it.
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public CaseRow decideAgain(
            CaseRow before,
            CaseEvent event,
            String actor,
            String step,
            Map<String, Object> params,
            UnaryOperator<Request> revise) {
        Lifecycle.require(before.state(), event);
        var now = clock.instant();
        var hearing = hear(before);
        var request = revise.apply(hearing.request());
        var start = System.nanoTime();
        var decision = hearing.on(request);
        var micros = (System.nanoTime() - start) / 1_000;
        if (!held(before, request, decision)) {
            hearing = hear(before);
            decision = hearing.on(request);
        }
        if (decision.outcome() == Decision.Outcome.DUPLICATE) {
            throw Problem.conflict(
                    "line-has-open-case",
                    "该商品已有另一个处理中的申请",
                    "Another open case is on this item already");
        }
        cases.addDecision(
                before,
                decision.reasonCode().name(),
                decision.outcome().name(),
                new Auditor.Facts(hearing.order(), request, hearing.asOf()),
                decision,
                "system",
                null,
                now,
                micros);
        return take(before, event, actor, step, params, hearing.order(), request, decision, now);
    }

    /** False when another had the last of it between reading and reserving. */
    private boolean held(CaseRow of, Request request, Decision decision) {
        var type = decision.type();
        if (type == null || decision.outcome() != Decision.Outcome.AUTO_APPROVE) {
            return true;
        }
        var need =
                Need.of(
                        of.shop(),
                        of.id(),
                        type.name(),
                        Auditor.state(decision),
                        order(of),
                        request);
        return need == null || reservations.hold(need);
    }

    private CaseRow take(
            CaseRow before,
            CaseEvent event,
            String actor,
            String step,
            Map<String, Object> params,
            Order order,
            Request request,
            Decision decision,
            Instant now) {
        var talk = talkFirst.holds(before, decision, event);
        var state = talk ? CaseState.IN_REVIEW : Auditor.state(decision);
        var refund = decision.refundMinor() == null ? 0 : decision.refundMinor();
        var granted = decision.outcome() == Decision.Outcome.AUTO_APPROVE && !talk;
        var approved = granted ? refund : 0;
        var move =
                Move.to(state, event, step, actor)
                        .deadlineAt(
                                talk
                                        ? now.plus(Auditor.TALK_FIRST)
                                        : Auditor.deadline(decision, request, order, state, now))
                        .refundable(refund)
                        .approved(approved)
                        .reason(Auditor.reason(request).name())
                        .reasonText(request.reasonText())
                        .rule(decision.reasonCode().name())
                        .type(decision.type() == null ? null : decision.type().name())
                        .freightPayer(
                                decision.freightPayer() == null
                                        ? null
                                        : decision.freightPayer().name())
                        .flags(Auditor.flags(decision))
                        .tierRequired(decision.approvalTier())
                        .queue(decision.queue() == null ? null : decision.queue().name());
        params.forEach(move::param);
        var after = changes.apply(before, move);
        if (state == CaseState.REFUSED) {
            cases.releaseLines(after, true);
        }
        if (state == CaseState.REFUNDING && approved > 0) {
            refunds.start(
                    after,
                    order,
                    Auditor.isCompensation(decision)
                            ? RefundIntent.Kind.COMPENSATION
                            : RefundIntent.Kind.REFUND,
                    approved);
        }
        return after;
    }
}
