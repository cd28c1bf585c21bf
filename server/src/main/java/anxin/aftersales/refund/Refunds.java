package anxin.aftersales.refund;

import anxin.aftersales.cases.CaseChanges;
import anxin.aftersales.cases.CaseEvent;
import anxin.aftersales.cases.CaseRow;
import anxin.aftersales.cases.CaseState;
import anxin.aftersales.cases.CaseStore;
import anxin.aftersales.cases.Move;
import anxin.commerce.Order;
import anxin.kernel.Money;
import anxin.kernel.ShopId;
import anxin.kernel.loop.AfterCommit;
import anxin.kernel.problem.Problem;
import anxin.payments.GatewayNews;
import anxin.payments.PaymentGateway;
import anxin.payments.PaymentGateways;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Starts refunds and takes in what becomes of them. An intent is stored and committed before its
 * gateway hears of it.
 */
@Component
public class Refunds implements GatewayNews {

    private static final DateTimeFormatter DAY = DateTimeFormatter.BASIC_ISO_DATE;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final RefundStore store;
    private final CaseStore cases;
    private final CaseChanges changes;
    private final PaymentGateways gateways;
    private final Incidents incidents;
    private final RefundBell bell;
    private final Clock clock;
    private final List<Duration> looks;

    Refunds(
            RefundStore store,
            CaseStore cases,
            CaseChanges changes,
            PaymentGateways gateways,
            Incidents incidents,
            RefundBell bell,
            Clock clock,
            @Value("${anxin.refund.looks:2s,10s,1m,5m,15m,1h}") List<Duration> looks) {
        this.store = store;
        this.cases = cases;
        this.changes = changes;
        this.gateways = gateways;
        this.incidents = incidents;
        this.bell = bell;
        this.clock = clock;
        this.looks = looks;
    }

    /** Money that is to go back for a case. */
    public record Start(
            ShopId shop, UUID caseId, Order order, RefundIntent.Kind kind, long amountMinor) {}

    /** Nothing for a case that lives at a shop platform: the platform pays, and would pay twice. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void start(CaseRow of, Order order, RefundIntent.Kind kind, long amountMinor) {
        if (of.isAtPlatform()) {
            return;
        }
        startAll(List.of(new Start(of.shop(), of.id(), order, kind, amountMinor)));
    }

    /**
     * Reserves the money under the orders' locks and writes one intent per means of payment; they
     * are sent after the commit. A 422 {@code refund-cap-exceeded} when an order has less left than
     * is asked for.
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void startAll(List<Start> starts) {
        if (starts.isEmpty()) {
            return;
        }
        store.openAccounts(starts);
        var accounts = new HashMap<OrderRef, List<RefundStore.Account>>();
        for (var account : store.lockAccounts(starts)) {
            accounts.computeIfAbsent(
                            new OrderRef(account.shopId(), account.orderNo()),
                            ref -> new ArrayList<>())
                    .add(account);
        }
        var now = clock.instant();
        var intents = new ArrayList<RefundStore.NewIntent>();
        for (var start : starts) {
            share(
                    start,
                    accounts.getOrDefault(
                            new OrderRef(start.shop().value(), start.order().no()), List.of()),
                    intents,
                    now);
        }
        store.reserveAndInsert(intents);
        ringAfterCommit();
    }

    void ringAfterCommit() {
        AfterCommit.run(bell::ring);
    }

    private void share(
            Start start,
            List<RefundStore.Account> accounts,
            List<RefundStore.NewIntent> intents,
            Instant now) {
        var ref = new OrderRef(start.shop().value(), start.order().no());
        List<Long> left =
                accounts.stream()
                        .map(
                                account ->
                                        account.leftMinor()
                                                - planned(intents, ref, account.tender()))
                        .toList();
        var sum = left.stream().mapToLong(Long::longValue).sum();
        var currency = start.order().currency();
        if (start.amountMinor() > sum) {
            throw Problem.refused(
                            "refund-cap-exceeded",
                            "超过该订单可退余额 " + new Money(sum, currency).major(),
                            "More than what is left to refund on this order: "
                                    + new Money(sum, currency).major())
                    .with("leftMinor", sum);
        }
        var shares = TenderSplit.of(start.amountMinor(), left);
        for (int i = 0; i < shares.length; i++) {
            if (shares[i] > 0) {
                var account = accounts.get(i);
                intents.add(
                        new RefundStore.NewIntent(
                                ref.shop(),
                                number(now),
                                start.caseId(),
                                ref.order(),
                                account.tender(),
                                start.kind().name(),
                                account.payTxnId(),
                                shares[i],
                                currency,
                                gateways.nameFor(start.shop(), account.tender()),
                                now));
            }
        }
    }

    private static long planned(List<RefundStore.NewIntent> intents, OrderRef ref, String tender) {
        return intents.stream()
                .filter(
                        i ->
                                i.shop_id().equals(ref.shop())
                                        && i.order_no().equals(ref.order())
                                        && i.tender().equals(tender))
                .mapToLong(RefundStore.NewIntent::amount_minor)
                .sum();
    }

    private record OrderRef(String shop, String order) {}

    /** What is on its way or paid for a case, by gateway or by bank; each sum counts once. */
    public long promised(ShopId shop, UUID caseId) {
        var gone =
                store.ofCase(shop, caseId).stream()
                        .filter(i -> i.status() != RefundIntent.Status.FAILED_FINAL);
        var waiting = store.failed(shop, caseId).stream();
        return Stream.concat(gone, waiting)
                        .filter(i -> i.kind() == RefundIntent.Kind.REFUND)
                        .mapToLong(RefundIntent::amountMinor)
                        .sum()
                + store.paidByBank(shop, caseId).getOrDefault(RefundIntent.Kind.REFUND, 0L);
    }

    /** The last of the goods is here, and what was paid on the way was all. */
    @Transactional(propagation = Propagation.MANDATORY)
    public CaseRow settled(CaseRow of) {
        if (store.ofCase(of.shop(), of.id()).isEmpty()) {
            return of;
        }
        var failed = store.failed(of.shop(), of.id());
        if (!failed.isEmpty()) {
            toFinance(of, Objects.requireNonNullElse(failed.getFirst().trouble(), "failed"));
            return cases.lock(of.shop(), of.id());
        }
        return completeWhenAllIsPaid(of, CaseEvent.REFUND_SUCCEEDED, "REFUND_ARRIVED", "system");
    }

    public List<RefundIntent> ofCase(ShopId shop, UUID caseId) {
        return store.ofCase(shop, caseId);
    }

    @Override
    @Transactional
    public void told(ShopId shop, String gateway, Notice notice) {
        var found = store.find(shop, notice.outRefundNo());
        if (found.isEmpty() || !found.get().gateway().equals(gateway)) {
            return; // The merchant refunds by other programs too; the bill tells what nobody knows.
        }
        var intent = found.get();
        var amount = notice.amountMinor();
        var answer = notice.answer();
        if (amount != null && amount != intent.amountMinor()) {
            incidents.open(Incidents.Kind.AMOUNT_DIFFERS, intent, amount, "told so by a call-back");
        } else if (answer != null) {
            hear(intent, answer);
        } else {
            store.askNow(intent, clock.instant());
            ringAfterCommit();
        }
    }

    /**
     * Takes in what a gateway said, by answer, call-back, query or bill, in any order and any
     * number of times.
     */
    @Transactional
    public void hear(RefundIntent intent, PaymentGateway.Answer answer) {
        var of = cases.lock(intent.shop(), intent.caseId());
        var now = clock.instant();
        switch (answer) {
            case PaymentGateway.Answer.Succeeded succeeded -> {
                if (become(intent, RefundIntent.Status.SUCCEEDED, succeeded.gatewayNo(), null)) {
                    store.settle(intent);
                    completeWhenAllIsPaid(
                            of, CaseEvent.REFUND_SUCCEEDED, "REFUND_ARRIVED", "system");
                } else {
                    contradicted(intent, RefundIntent.Status.FAILED_FINAL, answer);
                }
            }
            case PaymentGateway.Answer.Rejected rejected -> {
                var trouble = rejected.code() + ": " + rejected.message();
                if (become(intent, RefundIntent.Status.FAILED_FINAL, null, trouble)) {
                    toFinance(of, trouble);
                } else {
                    contradicted(intent, RefundIntent.Status.SUCCEEDED, answer);
                }
            }
            case PaymentGateway.Answer.Stuck stuck -> {
                var trouble = stuck.code() + ": " + stuck.message();
                if (wait(intent, RefundIntent.Status.UNKNOWN, null, trouble, now)) {
                    toFinance(of, trouble);
                }
            }
            case PaymentGateway.Answer.Processing processing ->
                    wait(intent, RefundIntent.Status.SENT, processing.gatewayNo(), null, now);
            case PaymentGateway.Answer.Unknown unknown ->
                    wait(intent, RefundIntent.Status.UNKNOWN, null, unknown.why(), now);
            case PaymentGateway.Answer.NotFound() ->
                    wait(
                            intent,
                            RefundIntent.Status.UNKNOWN,
                            null,
                            "the gateway does not know the number",
                            now);
        }
    }

    private boolean become(
            RefundIntent intent,
            RefundIntent.Status status,
            @Nullable String gatewayNo,
            @Nullable String trouble) {
        return store.update(intent, status, null, gatewayNo, trouble, clock.instant());
    }

    private boolean wait(
            RefundIntent intent,
            RefundIntent.Status status,
            @Nullable String gatewayNo,
            @Nullable String trouble,
            Instant now) {
        return store.update(intent, status, nextLook(intent, now), gatewayNo, trouble, now);
    }

    private void toFinance(CaseRow of, String trouble) {
        if (of.state() == CaseState.REFUNDING) {
            changes.apply(
                    of,
                    Move.to(
                                    CaseState.REFUND_FAILED,
                                    CaseEvent.REFUND_REJECTED,
                                    "REFUND_TROUBLE",
                                    "system")
                            .note(trouble));
        }
    }

    /** What is final stays; a person learns that the gateway has said the opposite. */
    private void contradicted(
            RefundIntent said, RefundIntent.Status opposite, PaymentGateway.Answer answer) {
        store.find(said.shop(), said.outRefundNo())
                .filter(now -> now.status() == opposite)
                .ifPresent(
                        now ->
                                incidents.open(
                                        opposite == RefundIntent.Status.SUCCEEDED
                                                ? Incidents.Kind.FELL_BACK
                                                : Incidents.Kind.PAID_AFTER_FAILURE,
                                        now,
                                        null,
                                        answer.toString()));
    }

    /** Complete when every intent is paid, or failed and its money went another way. */
    CaseRow completeWhenAllIsPaid(CaseRow of, CaseEvent event, String step, String actor) {
        var intents = store.ofCase(of.shop(), of.id());
        if (!intents.stream().allMatch(i -> i.status().isFinal())
                || (of.state() != CaseState.REFUNDING && of.state() != CaseState.REFUND_FAILED)
                || !store.failed(of.shop(), of.id()).isEmpty()) {
            return of;
        }
        var paidByBank = store.paidByBank(of.shop(), of.id());
        var refunded =
                sum(intents, RefundIntent.Kind.REFUND)
                        + paidByBank.getOrDefault(RefundIntent.Kind.REFUND, 0L);
        var compensated =
                sum(intents, RefundIntent.Kind.COMPENSATION)
                        + sum(intents, RefundIntent.Kind.PRICE_PROTECT)
                        + paidByBank.getOrDefault(RefundIntent.Kind.COMPENSATION, 0L)
                        + paidByBank.getOrDefault(RefundIntent.Kind.PRICE_PROTECT, 0L);
        var result =
                refunded == 0
                        ? "COMPENSATED"
                        : refunded < of.refundableMinor() ? "PARTIALLY_REFUNDED" : "REFUNDED";
        var after =
                changes.apply(
                        of,
                        Move.to(CaseState.COMPLETED, event, step, actor)
                                .param(
                                        "amount",
                                        new Money(refunded + compensated, of.currency()).major()
                                                + " "
                                                + of.currency())
                                .refunded(refunded)
                                .compensated(compensated)
                                .result(result));
        cases.releaseLines(of, false);
        return after;
    }

    private static long sum(List<RefundIntent> intents, RefundIntent.Kind kind) {
        return intents.stream()
                .filter(i -> i.kind() == kind && i.status() == RefundIntent.Status.SUCCEEDED)
                .mapToLong(RefundIntent::amountMinor)
                .sum();
    }

    /** After the n-th try; the last for every one behind it. */
    private Instant nextLook(RefundIntent intent, Instant now) {
        var place = Math.min(Math.max(0, intent.attempts() - 1), looks.size() - 1);
        return now.plus(looks.get(place));
    }

    /** {@code RF20261113…}: 24 characters that every gateway takes, never used twice. */
    static String number(Instant now) {
        var random = new byte[7];
        RANDOM.nextBytes(random);
        return "RF"
                + DAY.format(LocalDate.ofInstant(now, ZoneOffset.UTC))
                + HexFormat.of().withUpperCase().formatHex(random);
    }
}
