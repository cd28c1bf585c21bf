package anxin.aftersales.carrier;

import anxin.aftersales.cases.CaseChanges;
import anxin.aftersales.cases.CaseEvent;
import anxin.aftersales.cases.CaseRow;
import anxin.aftersales.cases.CaseState;
import anxin.aftersales.cases.CaseStore;
import anxin.aftersales.cases.Lifecycle;
import anxin.aftersales.cases.Move;
import anxin.aftersales.evidence.Evidence;
import anxin.aftersales.policy.Flag;
import anxin.aftersales.refund.RefundIntent;
import anxin.aftersales.refund.Refunds;
import anxin.aftersales.replacement.Arrivals;
import anxin.aftersales.returns.Inspected;
import anxin.aftersales.returns.Shipments;
import anxin.aftersales.submit.Reaudit;
import anxin.commerce.Parcels;
import anxin.identity.Caller.Staff;
import anxin.kernel.Money;
import anxin.kernel.ShopId;
import anxin.kernel.problem.Problem;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * What a carrier's word does to a case: T24 the first scan, T31 the signature, T32 the loss, T48
 * the delivery of what comes instead. Each is heard as often as it is told and happens once.
 */
@Component
class CarrierActs {

    private static final Duration TO_INSPECT = Duration.ofHours(48);
    private static final String CARRIER = "system";

    private final CaseStore cases;
    private final CaseChanges changes;
    private final Shipments shipments;
    private final LogisticsTasks tasks;
    private final Inspected inspected;
    private final Arrivals arrivals;
    private final Refunds refunds;
    private final Reaudit reaudit;
    private final Evidence evidence;
    private final Clock clock;

    CarrierActs(
            CaseStore cases,
            CaseChanges changes,
            Shipments shipments,
            LogisticsTasks tasks,
            Inspected inspected,
            Arrivals arrivals,
            Refunds refunds,
            Reaudit reaudit,
            Evidence evidence,
            Clock clock) {
        this.cases = cases;
        this.changes = changes;
        this.shipments = shipments;
        this.tasks = tasks;
        this.inspected = inspected;
        this.arrivals = arrivals;
        this.refunds = refunds;
        this.reaudit = reaudit;
        this.evidence = evidence;
        this.clock = clock;
    }

    /** A return's parcel was scanned, signed for or lost. */
    @Transactional(propagation = Propagation.REQUIRES_NEW)
    public void heard(ShopId shop, UUID caseId, Parcels.Tracked parcel) {
        var of = cases.lock(shop, caseId);
        var shipment = shipments.parcel(of).orElse(null);
        if (shipment == null || shipment.receivedAt() != null || parcel.shippedAt() == null) {
            return;
        }
        var broughtBack = shipment.mode().equals("CARRIER_RETURN");
        if (!broughtBack && shipment.scannedAt() == null) {
            of = firstScan(of, parcel);
        }
        if (of.state() != CaseState.RETURN_IN_TRANSIT) {
            return;
        }
        if ("LOST".equals(parcel.status())) {
            lost(of, CARRIER);
        } else if (broughtBack) {
            cameBackOrWasDelivered(of, parcel);
        } else if (parcel.signedAt() != null) {
            signed(of, parcel.signedAt());
        }
    }

    private void cameBackOrWasDelivered(CaseRow of, Parcels.Tracked parcel) {
        if ("RETURNED_TO_SELLER".equals(parcel.status()) && parcel.lastTraceAt() != null) {
            signed(of, parcel.lastTraceAt());
        } else if (parcel.signedAt() != null) {
            notStopped(of, CARRIER);
        }
    }

    private void signed(CaseRow of, Instant at) {
        shipments.received(of, clock.instant());
        var due = at.plus(TO_INSPECT);
        var now = clock.instant();
        changes.apply(
                of,
                Move.to(CaseState.INSPECTING, CaseEvent.CARRIER_SIGNED, "PARCEL_SIGNED", CARRIER)
                        .deadlineAt(due.isAfter(now) ? due : now));
    }

    /** T24: for a trusted customer the money goes back now; a pick-up has taken place. */
    private CaseRow firstScan(CaseRow of, Parcels.Tracked parcel) {
        var at = parcel.shippedAt();
        if (at == null) {
            return of;
        }
        shipments.scanned(of, at);
        var sent =
                of.state() == CaseState.WAIT_BUYER_RETURN
                        ? changes.apply(
                                of,
                                Move.to(
                                        CaseState.RETURN_IN_TRANSIT,
                                        CaseEvent.BUYER_SHIP,
                                        "PARCEL_SCANNED",
                                        CARRIER))
                        : of;
        var atOnce =
                sent.state() == CaseState.RETURN_IN_TRANSIT
                        && sent.flags().contains(Flag.INSTANT_REFUND.name())
                        && sent.approvedMinor() > 0
                        && refunds.promised(sent.shop(), sent.id()) == 0;
        if (!atOnce) {
            return sent;
        }
        var after =
                changes.apply(
                        sent,
                        Move.to(
                                        CaseState.RETURN_IN_TRANSIT,
                                        CaseEvent.CARRIER_SCANNED,
                                        "REFUND_STARTED",
                                        CARRIER)
                                .deadlineAt(sent.deadlineAt())
                                .param(
                                        "amount",
                                        new Money(sent.approvedMinor(), sent.currency()).major()));
        refunds.start(
                after,
                reaudit.order(after).order(),
                RefundIntent.Kind.REFUND,
                after.approvedMinor());
        return after;
    }

    /** What comes instead was signed for. */
    @Transactional(propagation = Propagation.REQUIRES_NEW)
    public void delivered(ShopId shop, UUID caseId) {
        var of = cases.lock(shop, caseId);
        if (Lifecycle.allows(of.state(), CaseEvent.BUYER_RECEIVE)) {
            arrivals.arrived(
                    of, CaseEvent.BUYER_RECEIVE, "RECEIVED", CARRIER, Arrivals.How.CARRIER);
        }
    }

    /** The parcel could not be stopped: the customer has it and sends it back. */
    CaseRow notStopped(CaseRow of, String actor) {
        shipments.forget(of);
        return changes.apply(
                of,
                Move.to(
                        CaseState.WAIT_BUYER_RETURN,
                        CaseEvent.INTERCEPT_FAILED,
                        "INTERCEPT_FAILED",
                        actor));
    }

    /** T32, by a colleague who has asked the carrier. */
    @Transactional
    public CaseRow lost(Staff staff, ShopId shop, UUID id, int version, @Nullable String note) {
        var of = cases.begin(shop, id, version, CaseEvent.CARRIER_LOST);
        if (!proven(of)) {
            throw Problem.refused(
                    "proof-of-posting-missing",
                    "还没有顾客交寄的凭证（揽收记录或寄件照片），请先请顾客补充",
                    "Nothing shows yet that the customer posted it, no scan and no photo; ask for the receipt first");
        }
        return lost(of, staff.actor());
    }

    private boolean proven(CaseRow of) {
        var shipment = shipments.parcel(of);
        return shipment.filter(
                                one ->
                                        one.scannedAt() != null
                                                || one.mode().equals("CARRIER_RETURN"))
                        .isPresent()
                || evidence.ofCase(of.shop(), of.id()).stream()
                        .anyMatch(item -> item.owner().startsWith("customer:"));
    }

    private CaseRow lost(CaseRow of, String actor) {
        var shipment = shipments.parcel(of).orElse(null);
        shipments.lost(of, clock.instant());
        if (of.approvedMinor() > 0) {
            tasks.open(
                    of,
                    LogisticsTasks.Kind.CLAIM,
                    shipment == null ? null : shipment.carrier(),
                    shipment == null ? null : shipment.trackingNo(),
                    of.approvedMinor());
        }
        return inspected.passed(
                of, new Inspected.Because(CaseEvent.CARRIER_LOST, "PARCEL_LOST", actor, null));
    }
}
