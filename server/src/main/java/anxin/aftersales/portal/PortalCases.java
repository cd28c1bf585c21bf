package anxin.aftersales.portal;

import anxin.aftersales.carrier.Reships;
import anxin.aftersales.cases.CaseChanges;
import anxin.aftersales.cases.CaseEvent;
import anxin.aftersales.cases.CaseFile;
import anxin.aftersales.cases.CaseRow;
import anxin.aftersales.cases.CaseState;
import anxin.aftersales.cases.CaseStore;
import anxin.aftersales.cases.Lifecycle;
import anxin.aftersales.cases.Move;
import anxin.aftersales.evidence.Evidence;
import anxin.aftersales.policy.CaseType;
import anxin.aftersales.policy.Reason;
import anxin.aftersales.policy.Request;
import anxin.aftersales.submit.Reaudit;
import anxin.identity.Caller.Customer;
import anxin.kernel.problem.Problem;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What a customer may do to a case of their own. */
@Component
class PortalCases {

    private final CaseStore cases;
    private final CaseFile file;
    private final CaseChanges changes;
    private final Reaudit reaudit;
    private final Evidence evidence;
    private final Reships reships;

    PortalCases(
            CaseStore cases,
            CaseFile file,
            CaseChanges changes,
            Reaudit reaudit,
            Evidence evidence,
            Reships reships) {
        this.cases = cases;
        this.file = file;
        this.changes = changes;
        this.reaudit = reaudit;
        this.evidence = evidence;
        this.reships = reships;
    }

    /** The same answer for a case that is not there and one of somebody else. */
    CaseRow find(Customer customer, UUID id) {
        return cases.find(customer.shop(), id)
                .filter(row -> row.isOf(customer))
                .orElseThrow(() -> Problem.missing("case"));
    }

    /** T54: while it is allowed; a second cancelling changes nothing. */
    @Transactional
    public CaseRow cancel(Customer customer, UUID id, int version, boolean reship) {
        var before = cases.lock(customer, id);
        if (before.state() == CaseState.CLOSED && "BUYER_CANCEL".equals(before.result())) {
            return before;
        }
        before.requireVersion(version);
        if (Lifecycle.allows(before.state(), CaseEvent.CANCEL_WITH_RESHIP)) {
            return reships.cancel(before, customer, reship);
        }
        Lifecycle.require(before.state(), CaseEvent.CANCEL);
        var after =
                changes.apply(
                        before,
                        Move.to(CaseState.CLOSED, CaseEvent.CANCEL, "CANCELLED", customer.actor())
                                .result("BUYER_CANCEL"));
        cases.releaseLines(after, true);
        return after;
    }

    /** What the customer says differently; what is null stays as it was. */
    record Revision(
            @Nullable Reason reason,
            @Nullable String reasonText,
            @Nullable CaseType type,
            Request.@Nullable DamageLevel damageLevel,
            @Nullable Integer badRatioPct,
            List<UUID> photos) {}

    /** T21: a refused request is put differently, and the rules decide again. */
    @Transactional
    public CaseRow revise(Customer customer, UUID id, int version, Revision revision) {
        return reviseWith(
                cases.lock(customer, id), customer, version, "REVISED", revision, Map.of());
    }

    private CaseRow reviseWith(
            CaseRow before,
            Customer customer,
            int version,
            String step,
            Revision revision,
            Map<String, Object> params) {
        before.requireVersion(version);
        Lifecycle.require(before.state(), CaseEvent.REVISE);
        if (Revisions.left(before, file.timeline(before.shop(), before.id())) == 0) {
            throw Problem.refused(
                    "revised-twice",
                    "已修改过" + Revisions.MOST + "次，如仍不同意请申请平台介入",
                    "It was revised "
                            + Revisions.MOST
                            + " times already; if you still disagree, ask for arbitration");
        }
        evidence.requireFree(before.shop(), customer.actor(), before.id(), revision.photos());
        evidence.attach(before.shop(), before.id(), revision.photos());
        holdLines(before);
        var byPerson =
                cases.decisions(before.shop(), before.id()).getLast().outcome().equals("REFUSED");
        return reaudit.decideAgain(
                before,
                CaseEvent.REVISE,
                customer.actor(),
                step,
                params,
                request -> revised(request, revision, byPerson));
    }

    /** What the rules refused let go of its goods; another request may have them by now. */
    private void holdLines(CaseRow before) {
        boolean held;
        try {
            held = cases.holdLinesAgain(before);
        } catch (DataIntegrityViolationException noUnitsLeft) {
            held = false;
        }
        if (!held) {
            throw Problem.conflict(
                    "line-has-open-case",
                    "该商品已有另一个处理中的申请",
                    "Another open case is on this item already");
        }
    }

    private static <T> @Nullable T or(@Nullable T said, @Nullable T before) {
        return said != null ? said : before;
    }

    private static Request revised(Request request, Revision revision, boolean byPerson) {
        var earlier = request.earlier();
        var refused = byPerson || (earlier != null && earlier.refusedByPerson());
        return request.revised(
                or(revision.reason(), request.reason()),
                or(revision.reasonText(), request.reasonText()),
                or(revision.type(), request.type()),
                request.evidence(),
                or(revision.damageLevel(), request.damageLevel()),
                or(revision.badRatioPct(), request.badRatioPct()),
                new Request.Earlier(null, false, refused));
    }

    /** T13: what was missing is here, so the rules decide again. */
    @Transactional
    public CaseRow addEvidence(Customer customer, UUID id, int version, List<UUID> photos) {
        var before = cases.lock(customer, id);
        if (before.state() == CaseState.REFUSED) {
            return reviseWith(
                    before,
                    customer,
                    version,
                    "PROOF_AFTER_REFUSAL",
                    new Revision(null, null, null, null, null, photos),
                    Map.of("count", photos.size()));
        }
        Lifecycle.require(before.state(), CaseEvent.ADD_EVIDENCE);
        evidence.requireFree(before.shop(), customer.actor(), id, photos);
        before.requireVersion(version);
        evidence.attach(before.shop(), id, photos);
        return reaudit.decideAgain(
                before,
                CaseEvent.ADD_EVIDENCE,
                customer.actor(),
                "EVIDENCE_ADDED",
                Map.of("count", photos.size()),
                UnaryOperator.identity());
    }
}
