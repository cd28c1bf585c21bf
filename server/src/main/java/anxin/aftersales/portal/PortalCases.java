package anxin.aftersales.portal;

import anxin.aftersales.cases.CaseChanges;
import anxin.aftersales.cases.CaseEvent;
import anxin.aftersales.cases.CaseRow;
import anxin.aftersales.cases.CaseState;
import anxin.aftersales.cases.CaseStore;
import anxin.aftersales.cases.Lifecycle;
import anxin.aftersales.cases.Move;
import anxin.aftersales.evidence.Evidence;
import anxin.aftersales.submit.Reaudit;
import anxin.identity.Caller.Customer;
import anxin.kernel.problem.Problem;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What a customer may do to a case of their own. */
@Component
class PortalCases {

    private final CaseStore cases;
    private final CaseChanges changes;
    private final Reaudit reaudit;
    private final Evidence evidence;

    PortalCases(CaseStore cases, CaseChanges changes, Reaudit reaudit, Evidence evidence) {
        this.cases = cases;
        this.changes = changes;
        this.reaudit = reaudit;
        this.evidence = evidence;
    }

    /** The same answer for a case that is not there and one of somebody else. */
    CaseRow find(Customer customer, UUID id) {
        return cases.find(customer.shop(), id)
                .filter(row -> isOf(customer, row))
                .orElseThrow(() -> Problem.missing("case"));
    }

    /** T54: while it is allowed; a second cancelling changes nothing. */
    @Transactional
    public CaseRow cancel(Customer customer, UUID id, int version) {
        var before = own(customer, id);
        if (before.state() == CaseState.CLOSED && "BUYER_CANCEL".equals(before.result())) {
            return before;
        }
        Lifecycle.require(before.state(), CaseEvent.CANCEL);
        requireVersion(before, version);
        var after =
                changes.apply(
                        before,
                        Move.to(CaseState.CLOSED, CaseEvent.CANCEL, "CANCELLED", customer.actor())
                                .result("BUYER_CANCEL"));
        cases.releaseLines(after, true);
        return after;
    }

    /** T13: what was missing is here, so the rules decide again. */
    @Transactional
    public CaseRow addEvidence(Customer customer, UUID id, int version, List<UUID> photos) {
        var before = own(customer, id);
        evidence.requireFree(before.shop(), customer.actor(), id, photos);
        if (before.state() != CaseState.NEED_EVIDENCE) {
            Lifecycle.require(before.state(), CaseEvent.ADD_EVIDENCE);
        }
        requireVersion(before, version);
        evidence.attach(before.shop(), id, photos);
        return reaudit.decideAgain(
                before,
                CaseEvent.ADD_EVIDENCE,
                customer.actor(),
                "EVIDENCE_ADDED",
                Map.of("count", photos.size()),
                UnaryOperator.identity());
    }

    private CaseRow own(Customer customer, UUID id) {
        var row = cases.lock(customer.shop(), id);
        if (!isOf(customer, row)) {
            throw Problem.missing("case");
        }
        return row;
    }

    private static boolean isOf(Customer customer, CaseRow row) {
        return row.customerId().equals(customer.id())
                && customer.maySeeOrder(row.orderNo().value());
    }

    static void requireVersion(CaseRow row, int version) {
        if (row.version() != version) {
            throw CaseStore.conflict(row.version());
        }
    }
}
