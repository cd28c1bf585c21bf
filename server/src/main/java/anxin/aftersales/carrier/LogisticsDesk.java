package anxin.aftersales.carrier;

import anxin.aftersales.carrier.LogisticsTasks.Kind;
import anxin.aftersales.carrier.LogisticsTasks.Outcome;
import anxin.aftersales.cases.CaseChanges;
import anxin.aftersales.cases.CaseEvent;
import anxin.aftersales.cases.CaseRow;
import anxin.aftersales.cases.CaseState;
import anxin.aftersales.cases.CaseStore;
import anxin.aftersales.cases.Move;
import anxin.aftersales.replacement.SendReplacement;
import anxin.aftersales.replacement.Sent;
import anxin.aftersales.returns.Shipments;
import anxin.aftersales.template.Tales;
import anxin.commerce.Orders;
import anxin.commerce.Parcels;
import anxin.commerce.Shops;
import anxin.identity.Caller.Customer;
import anxin.identity.Caller.Staff;
import anxin.kernel.ShopId;
import anxin.kernel.problem.Problem;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What a colleague in logistics enters once a carrier has answered, and what follows from it. */
@Component
class LogisticsDesk {

    private static final Duration LATEST_PICKUP = Duration.ofDays(7);

    private static final Map<Kind, Set<Outcome>> ANSWERS =
            Map.of(
                    Kind.INTERCEPT, Set.of(Outcome.DONE, Outcome.FAILED),
                    Kind.PICKUP, Set.of(Outcome.DONE, Outcome.FAILED),
                    Kind.RESHIP, Set.of(Outcome.DONE),
                    Kind.CHECK, Set.of(Outcome.DONE, Outcome.LOST),
                    Kind.CLAIM, Set.of(Outcome.PAID, Outcome.REFUSED),
                    Kind.RECEIVABLE, Set.of(Outcome.PAID, Outcome.REFUSED),
                    Kind.HOLD, Set.of(Outcome.DONE, Outcome.FAILED),
                    Kind.DISPATCH, Set.of(Outcome.DONE));

    /** What the carrier said; the parcel where it has given one a number. */
    record Said(
            Outcome outcome,
            @Nullable String carrier,
            @Nullable String trackingNo,
            @Nullable Long answerMinor,
            @Nullable String note) {}

    private final LogisticsTasks tasks;
    private final CarrierActs acts;
    private final Shipments shipments;
    private final Parcels parcels;
    private final CaseStore cases;
    private final CaseChanges changes;
    private final Orders orders;
    private final Shops shops;
    private final SendReplacement sending;
    private final Clock clock;

    LogisticsDesk(
            LogisticsTasks tasks,
            CarrierActs acts,
            Shipments shipments,
            Parcels parcels,
            CaseStore cases,
            CaseChanges changes,
            Orders orders,
            Shops shops,
            SendReplacement sending,
            Clock clock) {
        this.tasks = tasks;
        this.acts = acts;
        this.shipments = shipments;
        this.parcels = parcels;
        this.cases = cases;
        this.changes = changes;
        this.orders = orders;
        this.shops = shops;
        this.sending = sending;
        this.clock = clock;
    }

    @Transactional
    public void answer(Staff staff, ShopId shop, LogisticsTasks.LogisticsTask task, Said said) {
        var kind = Kind.valueOf(task.kind());
        if (!ANSWERS.getOrDefault(kind, Set.of()).contains(said.outcome())) {
            throw Problem.invalid("/outcome", "不是这类任务的结果", "is no answer to a task of this kind");
        }
        if (said.outcome() == Outcome.PAID && said.answerMinor() == null) {
            throw Problem.invalid("/answerMinor", "请填写赔付金额", "enter what is paid");
        }
        var of = cases.lock(shop, task.caseId());
        if (!tasks.done(
                shop, task.id(), said.outcome(), staff.actor(), said.answerMinor(), note(said))) {
            throw Problem.conflict(
                    "task-done-already",
                    "其他同事刚刚处理了这个任务，请刷新查看",
                    "A colleague has just dealt with this task; have a look at the list again");
        }
        switch (kind) {
            case PICKUP -> pickedUp(of, said);
            case INTERCEPT -> {
                if (said.outcome() == Outcome.FAILED && of.state() == CaseState.RETURN_IN_TRANSIT) {
                    acts.notStopped(of, staff.actor());
                }
            }
            case CHECK -> {
                if (said.outcome() == Outcome.LOST) {
                    acts.lost(staff, shop, of.id(), of.version(), said.note());
                }
            }
            case RESHIP -> requireParcel(said);
            case DISPATCH -> sent(staff, of, said);
            case CLAIM, RECEIVABLE, HOLD -> {}
        }
    }

    private static @Nullable String note(Said said) {
        if (said.trackingNo() == null) {
            return said.note();
        }
        var parcel = said.carrier() + " " + said.trackingNo();
        return said.note() == null ? parcel : parcel + "；" + said.note();
    }

    private void pickedUp(CaseRow of, Said said) {
        if (of.state() != CaseState.WAIT_BUYER_RETURN) {
            return;
        }
        if (said.outcome() == Outcome.FAILED) {
            shipments.forget(of);
            return;
        }
        requireParcel(said);
        var carrier = String.valueOf(said.carrier());
        var trackingNo = String.valueOf(said.trackingNo());
        shipments.pickupBooked(of, carrier, trackingNo);
        parcels.expect(of.shop(), trackingNo, of.orderNo(), carrier, Parcels.Direction.RETURN);
    }

    private void sent(Staff staff, CaseRow of, Said said) {
        requireParcel(said);
        var parcel =
                new Sent(String.valueOf(said.carrier()), String.valueOf(said.trackingNo()), null);
        sending.ship(staff, of.shop(), of.id(), of.version(), parcel, List.of());
    }

    private static void requireParcel(Said said) {
        if (said.carrier() == null || said.trackingNo() == null) {
            throw Problem.invalid(
                    "/trackingNo", "请填写快递公司和运单号", "enter the carrier and the tracking number");
        }
    }

    /**
     * The customer asks the carrier to come: logistics books it, and the first scan sends it on.
     */
    @Transactional
    public CaseRow orderPickup(
            Customer customer, UUID id, int version, Instant from, Instant until) {
        var before = cases.begin(customer, id, version, CaseEvent.ORDER_PICKUP);
        var now = clock.instant();
        if (shipments.drop(before).isPresent()) {
            throw Problem.refused(
                    "bring-to-store",
                    "该申请约定到店办理，请带商品到门店",
                    "This was arranged with a store; please bring the goods there");
        }
        if (!until.isAfter(from) || from.isBefore(now) || until.isAfter(now.plus(LATEST_PICKUP))) {
            throw Problem.invalid("/from", "请选择 7 天内的时间段", "choose a time within the next 7 days");
        }
        shipments.awaitPickup(before, from, until);
        tasks.open(before, Kind.PICKUP, null, null, null);
        var order = orders.find(before.shop(), before.orderNo()).orElse(null);
        var zone = Tales.zone(order, shops.require(before.shop()).zone());
        return changes.apply(
                before,
                Move.to(
                                CaseState.WAIT_BUYER_RETURN,
                                CaseEvent.ORDER_PICKUP,
                                "PICKUP_ORDERED",
                                customer.actor())
                        .deadlineAt(before.deadlineAt())
                        .param("window", PickupWords.window(from, until, zone)));
    }
}
