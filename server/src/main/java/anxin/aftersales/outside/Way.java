package anxin.aftersales.outside;

import anxin.aftersales.cases.CaseEvent;
import anxin.aftersales.cases.CaseState;
import anxin.aftersales.cases.Lifecycle;
import anxin.platforms.ExternalCase;
import anxin.platforms.Standing;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The shortest way along the table of transitions from where our case is to where the platform's
 * is, by what can happen over there.
 */
final class Way {

    /** One transition of the table. */
    record Step(CaseEvent event, CaseState to) {}

    private static final Set<CaseEvent> OVER_THERE =
            EnumSet.of(
                    CaseEvent.AUDIT,
                    CaseEvent.ADD_EVIDENCE,
                    CaseEvent.CHOOSE,
                    CaseEvent.REVISE,
                    CaseEvent.APPROVE,
                    CaseEvent.REFUSE,
                    CaseEvent.BUYER_SHIP,
                    CaseEvent.CARRIER_SIGNED,
                    CaseEvent.INSPECT_PASS,
                    CaseEvent.INSPECT_MISMATCH,
                    CaseEvent.ACCEPT_PARTIAL,
                    CaseEvent.APPROVE_REFUND,
                    CaseEvent.REFUND_SUCCEEDED,
                    CaseEvent.REFUND_REJECTED,
                    CaseEvent.RETRY_REFUND,
                    CaseEvent.SHIP_REPLACEMENT,
                    CaseEvent.BUYER_RECEIVE,
                    CaseEvent.REPAIR_DONE,
                    CaseEvent.ARBITRATE,
                    CaseEvent.CANCEL,
                    CaseEvent.PLATFORM_STEPS_IN);

    /** Only entered when the platform is there: never on the way to something else. */
    private static final Set<CaseState> ENDS =
            EnumSet.of(
                    CaseState.REFUSED,
                    CaseState.PLATFORM_DISPUTE,
                    CaseState.INSPECTION_DISPUTE,
                    CaseState.REFUND_FAILED,
                    CaseState.AWAITING_CHOICE,
                    CaseState.NEED_EVIDENCE,
                    CaseState.HANDLING,
                    CaseState.WAIT_STORE_CONFIRM);

    private static final Set<String> GOODS_FOR_GOODS = Set.of("EXCHANGE", "RESEND", "REPAIR");

    private Way() {}

    /** Empty when there is none; to the platform's first word, or to one it says just as well. */
    static Optional<List<Step>> find(CaseState from, String type, ExternalCase.Status to) {
        return to(from, type, to.standing())
                .or(
                        () ->
                                to.alike().stream()
                                        .sorted()
                                        .flatMap(alike -> to(from, type, alike).stream())
                                        .min((one, other) -> one.size() - other.size()));
    }

    private static Optional<List<Step>> to(CaseState from, String type, Standing standing) {
        var goal = CaseState.valueOf(standing.name());
        var ways = new EnumMap<CaseState, List<Step>>(CaseState.class);
        ways.put(from, List.of());
        var next = new ArrayDeque<CaseState>(List.of(from));
        while (!next.isEmpty() && !ways.containsKey(goal)) {
            var here = next.remove();
            for (var row : Lifecycle.TABLE) {
                if (!row.from().contains(here) || !OVER_THERE.contains(row.event())) {
                    continue;
                }
                for (var state : row.to().stream().sorted().toList()) {
                    if (!ways.containsKey(state) && leadsOn(state, goal, type)) {
                        var way = new ArrayList<>(ways.getOrDefault(here, List.of()));
                        way.add(new Step(row.event(), state));
                        ways.put(state, way);
                        next.add(state);
                    }
                }
            }
        }
        return Optional.of(ways.getOrDefault(goal, List.of())).filter(way -> !way.isEmpty());
    }

    private static boolean leadsOn(CaseState state, CaseState goal, String type) {
        if (state == goal) {
            return true;
        }
        var money = state == CaseState.REFUNDING;
        var goods =
                state == CaseState.REPLACEMENT_PREPARING
                        || state == CaseState.REPLACEMENT_SHIPPED
                        || state == CaseState.REPAIRING;
        var forGoods = GOODS_FOR_GOODS.contains(type);
        return !state.isFinal()
                && !ENDS.contains(state)
                && !(money && forGoods)
                && !(goods && !forGoods);
    }
}
