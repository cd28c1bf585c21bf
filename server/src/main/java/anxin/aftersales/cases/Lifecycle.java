package anxin.aftersales.cases;

import static anxin.aftersales.cases.CaseState.*;

import anxin.kernel.problem.Problem;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The transitions T01 to T56 of a case as one table: from which state which event leads where. An
 * act asks here first and writes afterwards; what is not in the table cannot happen.
 */
public final class Lifecycle {

    /**
     * {@code id} is the row of the specification; {@code to} are the states the guard may choose
     * from.
     */
    public record Transition(String id, Set<CaseState> from, CaseEvent event, Set<CaseState> to) {}

    private static final Set<CaseState> REMEDY =
            EnumSet.of(
                    WAIT_BUYER_RETURN,
                    REFUNDING,
                    RETURN_IN_TRANSIT,
                    WAIT_STORE_CONFIRM,
                    REPLACEMENT_PREPARING,
                    INSPECTING,
                    REPAIRING);

    /**
     * Where an audit can lead: a remedy, a question, a person, options, a refusal, a complaint's
     * handling.
     */
    private static final Set<CaseState> AUDITED =
            with(REMEDY, NEED_EVIDENCE, IN_REVIEW, AWAITING_CHOICE, REFUSED, HANDLING);

    /** A case that lives at a shop platform may be moved by it wherever it stands. */
    private static final Set<CaseState> OPEN = EnumSet.complementOf(EnumSet.of(COMPLETED, CLOSED));

    public static final List<Transition> TABLE =
            List.of(
                    row("T02–T12", SUBMITTED, CaseEvent.AUDIT, AUDITED),
                    row("T01b", SUBMITTED, CaseEvent.RUN_OUT, Set.of(SUBMITTED, IN_REVIEW)),
                    row("T13", NEED_EVIDENCE, CaseEvent.ADD_EVIDENCE, AUDITED),
                    row("T14", NEED_EVIDENCE, CaseEvent.RUN_OUT, Set.of(IN_REVIEW, CLOSED)),
                    row(
                            "T15",
                            IN_REVIEW,
                            CaseEvent.APPROVE,
                            with(REMEDY, WAIT_APPROVAL, AWAITING_CHOICE)),
                    row("T15a", IN_REVIEW, CaseEvent.ASK_APPROVAL, Set.of(IN_REVIEW)),
                    row("T15b", IN_REVIEW, CaseEvent.DECLINE_APPROVAL, Set.of(IN_REVIEW)),
                    row("T16", IN_REVIEW, CaseEvent.REFUSE, Set.of(REFUSED)),
                    row("T17", IN_REVIEW, CaseEvent.ASK_EVIDENCE, Set.of(NEED_EVIDENCE)),
                    row("T18", IN_REVIEW, CaseEvent.OFFER, Set.of(AWAITING_CHOICE)),
                    row("T19", IN_REVIEW, CaseEvent.RUN_OUT, with(REMEDY, IN_REVIEW)),
                    row(
                            "T20",
                            EnumSet.of(AWAITING_CHOICE, WAIT_STORE_CONFIRM),
                            CaseEvent.CHOOSE,
                            AUDITED),
                    row(
                            "T20b",
                            AWAITING_CHOICE,
                            CaseEvent.RUN_OUT,
                            with(REMEDY, IN_REVIEW, CLOSED)),
                    row("T21", REFUSED, CaseEvent.REVISE, AUDITED),
                    row("T22", REFUSED, CaseEvent.ESCALATE_DISPUTE, Set.of(PLATFORM_DISPUTE)),
                    row("T23", REFUSED, CaseEvent.RUN_OUT, Set.of(CLOSED)),
                    row("T24", WAIT_BUYER_RETURN, CaseEvent.BUYER_SHIP, Set.of(RETURN_IN_TRANSIT)),
                    row(
                            "T24a",
                            WAIT_BUYER_RETURN,
                            CaseEvent.ORDER_PICKUP,
                            Set.of(WAIT_BUYER_RETURN)),
                    row(
                            "T24b",
                            RETURN_IN_TRANSIT,
                            CaseEvent.CARRIER_SCANNED,
                            Set.of(RETURN_IN_TRANSIT)),
                    row("T25", WAIT_BUYER_RETURN, CaseEvent.DROP_AT_STORE, Set.of(INSPECTING)),
                    row("T26", WAIT_BUYER_RETURN, CaseEvent.EXTEND, Set.of(WAIT_BUYER_RETURN)),
                    row("T27", WAIT_BUYER_RETURN, CaseEvent.RUN_OUT, Set.of(CLOSED)),
                    row(
                            "T28",
                            WAIT_STORE_CONFIRM,
                            CaseEvent.STORE_CONFIRM,
                            Set.of(WAIT_BUYER_RETURN)),
                    row("T29", WAIT_STORE_CONFIRM, CaseEvent.STORE_DENY, Set.of(AWAITING_CHOICE)),
                    row("T29b", WAIT_STORE_CONFIRM, CaseEvent.RUN_OUT, Set.of(WAIT_STORE_CONFIRM)),
                    row("T30", WAIT_BUYER_RETURN, CaseEvent.HAND_OVER, Set.of(COMPLETED)),
                    row("T31", RETURN_IN_TRANSIT, CaseEvent.CARRIER_SIGNED, Set.of(INSPECTING)),
                    row(
                            "T32",
                            RETURN_IN_TRANSIT,
                            CaseEvent.CARRIER_LOST,
                            Set.of(WAIT_APPROVAL, REFUNDING, REPLACEMENT_PREPARING)),
                    row(
                            "T04b",
                            RETURN_IN_TRANSIT,
                            CaseEvent.INTERCEPT_FAILED,
                            Set.of(WAIT_BUYER_RETURN)),
                    row("T32b", RETURN_IN_TRANSIT, CaseEvent.RUN_OUT, Set.of(RETURN_IN_TRANSIT)),
                    row(
                            "T33",
                            INSPECTING,
                            CaseEvent.INSPECT_PASS,
                            Set.of(
                                    RETURN_IN_TRANSIT,
                                    REFUNDING,
                                    WAIT_APPROVAL,
                                    REPLACEMENT_PREPARING,
                                    REPAIRING)),
                    row("T34", INSPECTING, CaseEvent.INSPECT_MISMATCH, Set.of(INSPECTION_DISPUTE)),
                    row(
                            "T35",
                            INSPECTING,
                            CaseEvent.RUN_OUT,
                            Set.of(REFUNDING, REPLACEMENT_PREPARING, INSPECTING)),
                    row("T36", INSPECTION_DISPUTE, CaseEvent.ACCEPT_PARTIAL, Set.of(REFUNDING)),
                    row("T37", INSPECTION_DISPUTE, CaseEvent.ASK_RESHIP, Set.of(CLOSED)),
                    row(
                            "T38",
                            INSPECTION_DISPUTE,
                            CaseEvent.ESCALATE_DISPUTE,
                            Set.of(PLATFORM_DISPUTE)),
                    row("T38b", INSPECTION_DISPUTE, CaseEvent.RUN_OUT, Set.of(PLATFORM_DISPUTE)),
                    row("T39", WAIT_APPROVAL, CaseEvent.APPROVE_REFUND, Set.of(REFUNDING)),
                    row("T40", WAIT_APPROVAL, CaseEvent.REJECT_REFUND, Set.of(IN_REVIEW)),
                    row("T40b", WAIT_APPROVAL, CaseEvent.RUN_OUT, Set.of(WAIT_APPROVAL)),
                    row(
                            "T41",
                            Set.of(REFUNDING, REFUND_FAILED),
                            CaseEvent.REFUND_SUCCEEDED,
                            Set.of(COMPLETED)),
                    row("T42", REFUNDING, CaseEvent.REFUND_UNKNOWN, Set.of(REFUNDING)),
                    row("T43", REFUNDING, CaseEvent.REFUND_REJECTED, Set.of(REFUND_FAILED)),
                    row("T43b", REFUNDING, CaseEvent.RUN_OUT, Set.of(REFUND_FAILED)),
                    row("T44", REFUND_FAILED, CaseEvent.RETRY_REFUND, Set.of(REFUNDING)),
                    row("T45", REFUND_FAILED, CaseEvent.PAY_OFFLINE, Set.of(COMPLETED)),
                    row("T45b", REFUND_FAILED, CaseEvent.RUN_OUT, Set.of(REFUND_FAILED)),
                    row(
                            "T46a",
                            REPLACEMENT_PREPARING,
                            CaseEvent.MAKE,
                            Set.of(REPLACEMENT_PREPARING)),
                    row(
                            "T46",
                            REPLACEMENT_PREPARING,
                            CaseEvent.SHIP_REPLACEMENT,
                            Set.of(REPLACEMENT_SHIPPED)),
                    row(
                            "T47",
                            REPLACEMENT_PREPARING,
                            CaseEvent.REPLACEMENT_UNAVAILABLE,
                            Set.of(AWAITING_CHOICE)),
                    row("T47b", REPLACEMENT_PREPARING, CaseEvent.RUN_OUT, Set.of(AWAITING_CHOICE)),
                    row("T48", REPLACEMENT_SHIPPED, CaseEvent.BUYER_RECEIVE, Set.of(COMPLETED)),
                    row("T48b", REPLACEMENT_SHIPPED, CaseEvent.RUN_OUT, Set.of(COMPLETED)),
                    row("T49", REPAIRING, CaseEvent.REPAIR_DONE, Set.of(REPLACEMENT_SHIPPED)),
                    row(
                            "T49b",
                            REPAIRING,
                            CaseEvent.REPAIR_FAILED,
                            Set.of(REPAIRING, REPLACEMENT_PREPARING)),
                    row("T49c", REPAIRING, CaseEvent.RUN_OUT, Set.of(REPLACEMENT_PREPARING)),
                    row("T50a", HANDLING, CaseEvent.OFFER_SOLUTION, Set.of(HANDLING)),
                    row("T50", HANDLING, CaseEvent.RESOLVE, Set.of(COMPLETED)),
                    row("T50b", HANDLING, CaseEvent.RUN_OUT, Set.of(HANDLING, COMPLETED)),
                    row("T50c", HANDLING, CaseEvent.REJECT_SOLUTION, Set.of(HANDLING)),
                    row("T51", HANDLING, CaseEvent.TRANSFER, Set.of(HANDLING)),
                    row("T52", HANDLING, CaseEvent.MAKE_REMEDY, Set.of(COMPLETED)),
                    row(
                            "T53",
                            PLATFORM_DISPUTE,
                            CaseEvent.ARBITRATE,
                            Set.of(WAIT_BUYER_RETURN, REFUNDING, CLOSED)),
                    row("T53b", PLATFORM_DISPUTE, CaseEvent.RUN_OUT, Set.of(PLATFORM_DISPUTE)),
                    row(
                            "T54",
                            EnumSet.of(
                                    SUBMITTED,
                                    NEED_EVIDENCE,
                                    IN_REVIEW,
                                    AWAITING_CHOICE,
                                    REFUSED,
                                    WAIT_BUYER_RETURN,
                                    WAIT_STORE_CONFIRM,
                                    HANDLING),
                            CaseEvent.CANCEL,
                            Set.of(CLOSED)),
                    row(
                            "T55",
                            EnumSet.of(RETURN_IN_TRANSIT, INSPECTING),
                            CaseEvent.CANCEL_WITH_RESHIP,
                            Set.of(CLOSED)),
                    row("T57", OPEN, CaseEvent.PLATFORM_DIFFERS, Set.of(IN_REVIEW)),
                    row("T58", OPEN, CaseEvent.PLATFORM_STEPS_IN, Set.of(PLATFORM_DISPUTE)));

    private static final Map<CaseEvent, Map<CaseState, Set<CaseState>>> BY_EVENT = index();

    private Lifecycle() {}

    public static boolean allows(CaseState from, CaseEvent event) {
        return !targets(from, event).isEmpty();
    }

    /** A 422 {@code illegal-transition} when {@code event} cannot happen in {@code from}. */
    public static void require(CaseState from, CaseEvent event) {
        if (!allows(from, event)) {
            throw Problem.refused(
                            "illegal-transition",
                            "当前状态为“" + from.label().zh() + "”，不能执行此操作，请刷新后查看可用操作",
                            "The case is now “"
                                    + from.label().en()
                                    + "”, which does not allow this; look at what it allows now")
                    .with("state", from.name());
        }
    }

    /** Also checks where the act wants to go: a mistake of ours, not of the reader. */
    public static void require(CaseState from, CaseEvent event, CaseState to) {
        require(from, event);
        if (!targets(from, event).contains(to)) {
            throw new IllegalStateException(event + " cannot lead from " + from + " to " + to);
        }
    }

    private static Set<CaseState> targets(CaseState from, CaseEvent event) {
        return BY_EVENT.getOrDefault(event, Map.of()).getOrDefault(from, Set.of());
    }

    private static Map<CaseEvent, Map<CaseState, Set<CaseState>>> index() {
        var index = new EnumMap<CaseEvent, Map<CaseState, Set<CaseState>>>(CaseEvent.class);
        for (var transition : TABLE) {
            for (var from : transition.from()) {
                var earlier =
                        index.computeIfAbsent(
                                        transition.event(), event -> new EnumMap<>(CaseState.class))
                                .put(from, transition.to());
                if (earlier != null) {
                    throw new IllegalStateException(
                            "two rows for " + transition.event() + " from " + from);
                }
            }
        }
        return index;
    }

    private static Transition row(String id, CaseState from, CaseEvent event, Set<CaseState> to) {
        return new Transition(id, EnumSet.of(from), event, to);
    }

    private static Transition row(
            String id, Set<CaseState> from, CaseEvent event, Set<CaseState> to) {
        return new Transition(id, from, event, to);
    }

    private static Set<CaseState> with(Set<CaseState> states, CaseState... more) {
        var all = EnumSet.copyOf(states);
        all.addAll(List.of(more));
        return all;
    }
}
