package anxin.aftersales.returns;

import anxin.aftersales.approval.Authority;
import anxin.aftersales.cases.CaseChanges;
import anxin.aftersales.cases.CaseEvent;
import anxin.aftersales.cases.CaseRow;
import anxin.aftersales.cases.CaseState;
import anxin.aftersales.cases.CaseStore;
import anxin.aftersales.cases.Move;
import anxin.aftersales.refund.RefundIntent;
import anxin.aftersales.refund.Refunds;
import anxin.aftersales.submit.Reaudit;
import java.math.BigInteger;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * What follows when goods have passed: money for what is accepted, at once within the automatic
 * limit; a replacement; a repair. Nothing is paid twice, whatever was paid on the way.
 */
@Component
public class Inspected {

    private final CaseStore cases;
    private final CaseChanges changes;
    private final Authority authority;
    private final Refunds refunds;
    private final Reaudit reaudit;

    Inspected(
            CaseStore cases,
            CaseChanges changes,
            Authority authority,
            Refunds refunds,
            Reaudit reaudit) {
        this.cases = cases;
        this.changes = changes;
        this.authority = authority;
        this.refunds = refunds;
        this.reaudit = reaudit;
    }

    /** Why goods count as passed, and who says so. */
    public record Because(CaseEvent event, String step, String actor, @Nullable String note) {}

    /** T35: the warehouse was silent, and the customer has the right to return without a reason. */
    @Transactional(propagation = Propagation.MANDATORY)
    public CaseRow byTime(CaseRow of) {
        return passed(
                of,
                new Because(
                        CaseEvent.RUN_OUT,
                        "INSPECTED_BY_TIME",
                        "system",
                        "INSPECTION_TIMEOUT_AUTO_PASS WAREHOUSE_SLA_BREACH"));
    }

    /** Everything has passed, or counts as passed. */
    @Transactional(propagation = Propagation.MANDATORY)
    public CaseRow passed(CaseRow before, Because because) {
        var to = goesTo(before, because.event());
        var open = before.approvedMinor() - refunds.promised(before.shop(), before.id());
        var after =
                changes.apply(
                        before,
                        Move.to(to, because.event(), because.step(), because.actor())
                                .note(because.note())
                                .tierRequired(authority.tierFor(before, before.approvedMinor())));
        if (to != CaseState.REFUNDING) {
            return after;
        }
        if (open > 0) {
            pay(after, open);
            return after;
        }
        return refunds.settled(after);
    }

    private CaseState goesTo(CaseRow of, CaseEvent event) {
        return switch (of.type()) {
            case "EXCHANGE", "RESEND" -> CaseState.REPLACEMENT_PREPARING;
            case "REPAIR" ->
                    event == CaseEvent.INSPECT_PASS
                            ? CaseState.REPAIRING
                            : CaseState.REPLACEMENT_PREPARING;
            default -> {
                var signs =
                        event != CaseEvent.RUN_OUT
                                && authority.aboveAutomatic(of, of.approvedMinor());
                yield signs ? CaseState.WAIT_APPROVAL : CaseState.REFUNDING;
            }
        };
    }

    /**
     * T33 for a part: what is here is paid, the rest stays open. Above the automatic limit it is
     * paid with the rest, on one signature.
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public CaseRow partlyPassed(CaseRow before, int count, Because because) {
        var lines = cases.lines(before.shop(), before.id());
        var due = due(before, lines) - refunds.promised(before.shop(), before.id());
        var after =
                changes.apply(
                        before,
                        Move.to(
                                        CaseState.RETURN_IN_TRANSIT,
                                        because.event(),
                                        because.step(),
                                        because.actor())
                                .note(because.note())
                                .param("count", count));
        if (before.type().equals("RETURN_REFUND")
                && due > 0
                && !authority.aboveAutomatic(before, due(before, lines))) {
            pay(after, due);
        }
        return after;
    }

    private void pay(CaseRow of, long minor) {
        refunds.start(of, reaudit.order(of).order(), RefundIntent.Kind.REFUND, minor);
    }

    /**
     * What the accepted units are worth of the approved sum: rounded down over all of them
     * together, so that the last one brings it to the sum exactly.
     */
    static long due(CaseRow of, List<CaseStore.Line> lines) {
        var whole = lines.stream().mapToLong(CaseStore.Line::refundMinor).sum();
        var byUnits = whole == 0;
        var total = byUnits ? lines.stream().mapToLong(CaseStore.Line::qtyAsked).sum() : whole;
        var accepted =
                lines.stream()
                        .mapToLong(
                                line ->
                                        byUnits
                                                ? line.qtyAccepted()
                                                : line.refundMinor()
                                                        * line.qtyAccepted()
                                                        / line.qtyAsked())
                        .sum();
        return BigInteger.valueOf(of.approvedMinor())
                .multiply(BigInteger.valueOf(accepted))
                .divide(BigInteger.valueOf(total))
                .longValueExact();
    }
}
