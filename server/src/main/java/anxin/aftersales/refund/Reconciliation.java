package anxin.aftersales.refund;

import anxin.aftersales.cases.CaseEvent;
import anxin.aftersales.cases.CaseStore;
import anxin.kernel.ShopId;
import anxin.payments.Bill;
import anxin.payments.PaymentGateway.Answer;
import anxin.payments.PaymentGateways;
import anxin.payments.PaymentGateways.Connected;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Compares our books with a gateway's bill, day by day: what we have and they have not, what they
 * have and we have not, and what differs, each an incident in finance's hands.
 */
@Component
public class Reconciliation {

    private static final Logger log = LoggerFactory.getLogger(Reconciliation.class);

    /** Gateways have yesterday's bill by then. */
    private static final LocalTime READY = LocalTime.of(10, 30);

    /** After a longer stop only the last days are caught up. */
    private static final int MOST_DAYS = 30;

    private final PaymentGateways gateways;
    private final BillStore bills;
    private final RefundStore store;
    private final Refunds refunds;
    private final PaidAfterAll paidAfterAll;
    private final Incidents incidents;
    private final CaseStore cases;
    private final TransactionTemplate transaction;
    private final Clock clock;

    Reconciliation(
            PaymentGateways gateways,
            BillStore bills,
            RefundStore store,
            Refunds refunds,
            PaidAfterAll paidAfterAll,
            Incidents incidents,
            CaseStore cases,
            TransactionTemplate transaction,
            Clock clock) {
        this.gateways = gateways;
        this.bills = bills;
        this.store = store;
        this.refunds = refunds;
        this.paidAfterAll = paidAfterAll;
        this.incidents = incidents;
        this.cases = cases;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** Reads every bill that should be there and was not read; answers how many. */
    public int runDue() {
        int read = 0;
        for (var connected : gateways.connected()) {
            try {
                read += run(connected);
            } catch (RuntimeException e) {
                log.warn(
                        "the bill of {} for {} could not be compared; tried again later",
                        connected.gateway().name(),
                        connected.shop(),
                        e);
            }
        }
        return read;
    }

    private int run(Connected connected) {
        var here = clock.instant().atZone(connected.zone());
        var newest =
                here.toLocalTime().isBefore(READY)
                        ? here.toLocalDate().minusDays(2)
                        : here.toLocalDate().minusDays(1);
        var next =
                bills.lastDay(connected.shop(), connected.gateway().name())
                        .map(last -> last.plusDays(1))
                        .orElse(newest);
        if (next.isBefore(newest.minusDays(MOST_DAYS))) {
            next = newest.minusDays(MOST_DAYS);
        }
        int read = 0;
        for (var day = next; !day.isAfter(newest); day = day.plusDays(1)) {
            var bill = connected.gateway().bill(day);
            if (bill.isEmpty()) {
                break; // Not written yet; the days behind it wait for it.
            }
            compare(
                    connected.shop(),
                    connected.gateway().name(),
                    connected.zone(),
                    day,
                    bill.get());
            read++;
        }
        return read;
    }

    /** The whole day in one transaction; a day that was read before is left alone. */
    void compare(ShopId shop, String gateway, ZoneId zone, LocalDate day, Bill bill) {
        transaction.executeWithoutResult(
                status -> {
                    if (!bills.begin(shop, gateway, day, bill.entries().size(), clock.instant())) {
                        return;
                    }
                    int differences = 0;
                    for (var entry : byNumber(bill).values()) {
                        bills.keep(shop, gateway, day, entry);
                        differences += compare(shop, gateway, entry) ? 0 : 1;
                    }
                    var first = bills.firstDay(shop, gateway).orElse(day);
                    for (var number :
                            bills.inNoBill(
                                    shop,
                                    gateway,
                                    first.atStartOfDay(zone).toInstant(),
                                    day.atStartOfDay(zone).toInstant())) {
                        store.find(shop, number)
                                .ifPresent(
                                        ours ->
                                                incidents.open(
                                                        Incidents.Kind.OURS_ALONE,
                                                        ours,
                                                        null,
                                                        "paid by our books and in no bill up to "
                                                                + day));
                        differences++;
                    }
                    bills.end(shop, gateway, day, differences);
                });
    }

    /** A number that stands there twice counts with both amounts. */
    private static Map<String, Bill.Entry> byNumber(Bill bill) {
        var entries = new LinkedHashMap<String, Bill.Entry>();
        for (var entry : bill.entries()) {
            entries.merge(
                    entry.outRefundNo(),
                    entry,
                    (one, other) ->
                            one.paid() && other.paid()
                                    ? new Bill.Entry(
                                            one.outRefundNo(),
                                            one.gatewayNo(),
                                            Math.addExact(one.amountMinor(), other.amountMinor()),
                                            one.currency(),
                                            true)
                                    : one.paid() ? one : other);
        }
        return entries;
    }

    /** True when both books say the same, or do now. */
    private boolean compare(ShopId shop, String gateway, Bill.Entry entry) {
        var found =
                store.find(shop, entry.outRefundNo())
                        .filter(intent -> intent.gateway().equals(gateway));
        if (found.isEmpty()) {
            if (entry.paid()) {
                incidents.openTheirs(
                        shop, gateway, entry.outRefundNo(), entry.amountMinor(), entry.currency());
            }
            return !entry.paid();
        }
        // Under the lock of its case, so that nobody moves it between the look and the act.
        var of = cases.lock(shop, found.get().caseId());
        var ours = store.find(shop, entry.outRefundNo()).orElseThrow();
        if (entry.amountMinor() != ours.amountMinor()
                || !entry.currency().equals(ours.currency())) {
            incidents.open(
                    Incidents.Kind.AMOUNT_DIFFERS,
                    ours,
                    entry.amountMinor(),
                    "the bill says " + entry.amountMinor() + " " + entry.currency());
            return false;
        }
        var succeeded = new Answer.Succeeded(entry.gatewayNo());
        return switch (ours.status()) {
            case SUCCEEDED -> {
                if (!entry.paid()) {
                    incidents.open(
                            Incidents.Kind.FELL_BACK, ours, 0L, "the bill has it as not paid");
                }
                yield entry.paid();
            }
            case FAILED_FINAL -> {
                if (entry.paid()) {
                    paidAfterAll.correct(ours, succeeded, "system");
                    refunds.completeWhenAllIsPaid(
                            of, CaseEvent.REFUND_SUCCEEDED, "REFUND_ARRIVED", "system");
                }
                yield !entry.paid();
            }
            case INIT, SENT, UNKNOWN -> {
                if (entry.paid()) {
                    refunds.hear(ours, succeeded);
                }
                yield true;
            }
        };
    }
}
