package anxin.aftersales.submit;

import anxin.aftersales.cases.CaseState;
import anxin.aftersales.cases.Proportion;
import anxin.aftersales.making.MadeToOrder;
import anxin.aftersales.policy.Calendar;
import anxin.aftersales.policy.CaseType;
import anxin.aftersales.policy.Decide;
import anxin.aftersales.policy.Decision;
import anxin.aftersales.policy.Flag;
import anxin.aftersales.policy.Intake;
import anxin.aftersales.policy.Reason;
import anxin.aftersales.policy.ReasonCode;
import anxin.aftersales.policy.Request;
import anxin.commerce.Order;
import anxin.commerce.StoredOrder;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Lets the rules decide on a wish and says what case that makes: no database, nothing but what it
 * is given.
 */
@Component
class Auditor {

    /** What the rules saw, kept with the decision. */
    record Facts(Order order, Request request, Instant now) {}

    /** A case about to be written. */
    record Opened(
            Wish wish,
            StoredOrder order,
            Decision decision,
            SubmitStore.NewCase row,
            boolean compensation) {}

    sealed interface Answer {
        record Open(Opened opened) implements Answer {}

        record Existing(String caseId) implements Answer {}
    }

    /** How long an agent has to speak with the customer and then to pay. */
    static final Duration TALK_FIRST = Duration.ofHours(1);

    private final Policies policies;

    Auditor(Policies policies) {
        this.policies = policies;
    }

    Answer open(Wish wish, StoredOrder stored, Instant now) {
        var order = stored.order();
        var policy = policies.at(wish.shop(), Objects.requireNonNullElse(order.paidAt(), now));
        var request = heard(wish.request());
        var start = System.nanoTime();
        var decision = Decide.decide(order, request, now, policy, Calendar.WEEKENDS);
        var micros = (System.nanoTime() - start) / 1_000;
        if (decision.outcome() == Decision.Outcome.DUPLICATE && decision.existingCaseId() != null) {
            return new Answer.Existing(decision.existingCaseId());
        }
        return new Answer.Open(
                new Opened(
                        wish,
                        stored,
                        decision,
                        row(wish, request, stored, decision, now, micros),
                        isCompensation(decision)));
    }

    private static SubmitStore.NewCase row(
            Wish wish,
            Request request,
            StoredOrder stored,
            Decision decision,
            Instant now,
            long micros) {
        var order = stored.order();
        var toPerson = talksFirst(decision) || isRefusedRemedy(wish, decision);
        var state = toPerson ? CaseState.IN_REVIEW : state(decision);
        var deadline =
                toPerson ? now.plus(TALK_FIRST) : deadline(decision, request, order, state, now);
        var refund =
                isRefusedRemedy(wish, decision)
                        ? worth(order, request)
                        : decision.refundMinor() == null ? 0 : decision.refundMinor();
        var granted = decision.outcome() == Decision.Outcome.AUTO_APPROVE && !toPerson;
        var approved = granted ? refund : 0;
        var type =
                decision.type() != null
                        ? decision.type()
                        : Objects.requireNonNullElse(request.type(), CaseType.RETURN_REFUND);
        var buyer = order.customer();
        var reopening = wish.reopening();
        return new SubmitStore.NewCase(
                wish.shop().value(),
                wish.id(),
                order.no(),
                buyer == null ? "" : buyer.id(),
                stored.contact().name(),
                order.channel(),
                order.liveSessionId(),
                title(order, request),
                request.type() == null ? null : request.type().name(),
                type.name(),
                reason(request).name(),
                request.reasonText(),
                wish.lang(),
                state.name(),
                decision.policyVersion(),
                decision.reasonCode().name(),
                priority(wish, decision),
                buyer == null ? 0 : buyer.riskScore(),
                order.currency(),
                Objects.requireNonNullElse(order.fxToCny(), BigDecimal.ONE),
                refund,
                approved,
                decision.freightPayer() == null ? null : decision.freightPayer().name(),
                decision.approvalTier(),
                queue(wish, decision),
                flags(decision),
                now,
                deadline,
                state.name(),
                lines(order, request, refund, approved > 0, holdsLines(decision, state)),
                decision.outcome().name(),
                new Facts(order, request, now),
                decision,
                micros,
                wish.actor(),
                reopening == null || reopening.remedy() ? null : reopening.of(),
                reopening == null ? null : reopening.agent(),
                List.of(
                        new SubmitStore.NewEntry(
                                0,
                                wish.actor().startsWith("customer:")
                                        ? "SUBMITTED"
                                        : "SUBMITTED_BY_STAFF",
                                CaseState.SUBMITTED.name(),
                                Map.of("reasonLabel", reason(request).text()),
                                now.plusSeconds(3)),
                        new SubmitStore.NewEntry(
                                1,
                                toPerson ? "DECIDED_REVIEW" : step(decision),
                                state.name(),
                                Map.of(),
                                deadline)));
    }

    static List<String> flags(Decision decision) {
        return decision.flags().stream().map(Flag::name).sorted().toList();
    }

    /** Who asks for a person in words of their own is heard too. */
    private static Request heard(Request request) {
        var text = request.reasonText();
        var reason = request.reason();
        return text == null || reason == null || !Intake.of(text, request.lang()).wantsHuman()
                ? request
                : request.understoodAs(reason, request.type(), true);
    }

    /** Money alone must not close the matter of somebody who asked for a person. */
    static boolean talksFirst(Decision decision) {
        return decision.flags().contains(Flag.HUMAN_REQUESTED)
                && decision.outcome() == Decision.Outcome.AUTO_APPROVE
                && state(decision) == CaseState.REFUNDING;
    }

    /** What an agent promised is not refused by the rules: a person decides how much it is. */
    private static boolean isRefusedRemedy(Wish wish, Decision decision) {
        return wish.isRemedy() && state(decision) == CaseState.REFUSED;
    }

    static CaseState state(Decision decision) {
        if (decision.nextState() != null) {
            return decision.nextState();
        }
        return switch (decision.outcome()) {
            case AUTO_APPROVE -> CaseState.WAIT_BUYER_RETURN;
            case MANUAL_REVIEW -> CaseState.IN_REVIEW;
            case NEED_EVIDENCE -> CaseState.NEED_EVIDENCE;
            case OFFER_ALTERNATIVES -> CaseState.AWAITING_CHOICE;
            case REJECT, DUPLICATE -> CaseState.REFUSED;
            case ROUTE -> CaseState.HANDLING;
        };
    }

    /** What is made to order takes as long as its steps. */
    static Instant deadline(
            Decision decision, Request request, Order order, CaseState state, Instant now) {
        var said = deadline(decision, state, now);
        if (state != CaseState.REPLACEMENT_PREPARING) {
            return said;
        }
        var lines = request.lines().stream().map(Request.Item::lineId).toList();
        var made = now.plus(MadeToOrder.time(order, lines));
        return made.isAfter(said) ? made : said;
    }

    private static Instant deadline(Decision decision, CaseState state, Instant now) {
        var hours = decision.deadlineHours();
        if (hours != null) {
            return now.plus(Duration.ofSeconds(Math.round(hours * 3600)));
        }
        return now.plus(state == CaseState.REFUSED ? Duration.ofHours(168) : Duration.ofHours(24));
    }

    static String step(Decision decision) {
        return switch (decision.outcome()) {
            case AUTO_APPROVE -> "DECIDED_APPROVED";
            case MANUAL_REVIEW -> "DECIDED_REVIEW";
            case NEED_EVIDENCE -> "DECIDED_EVIDENCE";
            case OFFER_ALTERNATIVES -> "DECIDED_OPTIONS";
            case REJECT, DUPLICATE -> "DECIDED_REFUSED";
            case ROUTE -> "DECIDED_ROUTED";
        };
    }

    static boolean isCompensation(Decision decision) {
        return decision.reasonCode() == ReasonCode.QUICK_COMPENSATION
                || decision.reasonCode() == ReasonCode.PRICE_PROTECT;
    }

    /**
     * Complaints and expert incidents do not hold the line; what was refused at once lets go of it.
     */
    private static boolean holdsLines(Decision decision, CaseState state) {
        return decision.outcome() != Decision.Outcome.ROUTE
                && decision.queue() != Decision.Queue.EXPERT
                && state != CaseState.REFUSED
                && !isCompensation(decision);
    }

    private static int priority(Wish wish, Decision decision) {
        var urgent = isUrgent(decision) ? 1 : 0;
        var reopening = wish.reopening();
        return reopening == null ? urgent : Math.max(urgent, reopening.priority());
    }

    private static @Nullable String queue(Wish wish, Decision decision) {
        var reopening = wish.reopening();
        if (reopening != null && reopening.queue() != null) {
            return reopening.queue();
        }
        return decision.queue() == null ? null : decision.queue().name();
    }

    private static boolean isUrgent(Decision decision) {
        var hours = decision.deadlineHours();
        return decision.queue() == Decision.Queue.EXPERT
                || (decision.outcome() == Decision.Outcome.MANUAL_REVIEW
                        && hours != null
                        && hours <= 1);
    }

    static Reason reason(Request request) {
        return Objects.requireNonNullElse(request.reason(), Reason.UNCLEAR);
    }

    private static String title(Order order, Request request) {
        var asked =
                request.lines().isEmpty()
                        ? order.lines().getFirst().id()
                        : request.lines().getFirst().lineId();
        var line =
                order.lines().stream()
                        .filter(l -> l.id().equals(asked))
                        .findFirst()
                        .orElse(order.lines().getFirst());
        return name(line);
    }

    private static String name(Order.Line line) {
        return line.title() == null ? line.sku() : line.title();
    }

    private static int asked(Order.Line line, Request request) {
        return request.lines().isEmpty()
                ? line.qty() - line.refundedQty()
                : request.lines().stream()
                        .filter(i -> i.lineId().equals(line.id()))
                        .mapToInt(Request.Item::qty)
                        .sum();
    }

    /** What was paid for the units that are asked about. */
    private static long worth(Order order, Request request) {
        return order.lines().stream()
                .mapToLong(line -> line.paidMinor() * asked(line, request) / line.qty())
                .sum();
    }

    private static List<SubmitStore.NewLine> lines(
            Order order, Request request, long refund, boolean approved, boolean holds) {
        var asked = new ArrayList<Order.Line>();
        var quantities = new ArrayList<Integer>();
        for (var line : order.lines()) {
            var qty = asked(line, request);
            if (qty > 0) {
                asked.add(line);
                quantities.add(qty);
            }
        }
        var values = new ArrayList<Long>();
        for (int i = 0; i < asked.size(); i++) {
            values.add(asked.get(i).paidMinor() * quantities.get(i) / asked.get(i).qty());
        }
        var shares = Proportion.of(refund, values);
        var lines = new ArrayList<SubmitStore.NewLine>();
        for (int i = 0; i < asked.size(); i++) {
            var line = asked.get(i);
            var qty = quantities.get(i);
            lines.add(
                    new SubmitStore.NewLine(
                            line.id(),
                            line.sku(),
                            name(line),
                            line.qty(),
                            qty,
                            approved ? qty : 0,
                            shares[i],
                            values.get(i),
                            holds && qty <= line.qty()));
        }
        return lines;
    }
}
