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
import anxin.kernel.problem.Problem;
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
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Starts refunds and takes in what becomes of them. An intent is stored and committed before its
 * gateway hears of it.
 */
@Component
public class Refunds {

    private static final DateTimeFormatter DAY = DateTimeFormatter.BASIC_ISO_DATE;
    private static final SecureRandom RANDOM = new SecureRandom();

    /** After the n-th try: a quick look first, then 1, 5, 15, 60 minutes, then every hour. */
    private static final List<Duration> LOOKS =
            List.of(
                    Duration.ofSeconds(2),
                    Duration.ofSeconds(10),
                    Duration.ofMinutes(1),
                    Duration.ofMinutes(5),
                    Duration.ofMinutes(15),
                    Duration.ofMinutes(60));

    private final RefundStore store;
    private final CaseStore cases;
    private final CaseChanges changes;
    private final List<PaymentGateway> gateways;
    private final RefundBell bell;
    private final Clock clock;

    Refunds(
            RefundStore store,
            CaseStore cases,
            CaseChanges changes,
            List<PaymentGateway> gateways,
            RefundBell bell,
            Clock clock) {
        this.store = store;
        this.cases = cases;
        this.changes = changes;
        this.gateways = gateways;
        this.bell = bell;
        this.clock = clock;
    }

    /** Money that is to go back for a case. */
    public record Start(
            ShopId shop, UUID caseId, Order order, RefundIntent.Kind kind, long amountMinor) {}

    @Transactional(propagation = Propagation.MANDATORY)
    public void start(CaseRow of, Order order, RefundIntent.Kind kind, long amountMinor) {
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
        TransactionSynchronizationManager.registerSynchronization(
                new TransactionSynchronization() {
                    @Override
                    public void afterCommit() {
                        bell.ring();
                    }
                });
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
                                gatewayFor(account.tender()),
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

    public List<RefundIntent> ofCase(ShopId shop, UUID caseId) {
        return store.ofCase(shop, caseId);
    }

    /**
     * Takes in what a gateway said, by answer, call-back or query, in any order and any number of
     * times.
     */
    @Transactional
    public void hear(RefundIntent intent, PaymentGateway.Answer answer) {
        var of = cases.lock(intent.shop(), intent.caseId());
        var now = clock.instant();
        switch (answer) {
            case PaymentGateway.Answer.Succeeded succeeded -> {
                if (store.update(
                        intent,
                        RefundIntent.Status.SUCCEEDED,
                        null,
                        succeeded.gatewayNo(),
                        null,
                        now)) {

                    store.settle(intent);
                    afterSuccess(of);
                }
            }
            case PaymentGateway.Answer.Rejected rejected -> {
                var trouble = rejected.code() + ": " + rejected.message();
                if (store.update(intent, RefundIntent.Status.FAILED_FINAL, null, null, trouble, now)
                        && of.state() == CaseState.REFUNDING) {
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
            case PaymentGateway.Answer.Processing processing ->
                    store.update(
                            intent,
                            RefundIntent.Status.SENT,
                            nextLook(intent, now),
                            processing.gatewayNo(),
                            null,
                            now);
            case PaymentGateway.Answer.Unknown unknown ->
                    store.update(
                            intent,
                            RefundIntent.Status.UNKNOWN,
                            nextLook(intent, now),
                            null,
                            unknown.why(),
                            now);
            case PaymentGateway.Answer.NotFound() ->
                    store.update(
                            intent,
                            RefundIntent.Status.UNKNOWN,
                            nextLook(intent, now),
                            null,
                            "the gateway does not know the number",
                            now);
        }
    }

    private void afterSuccess(CaseRow of) {
        var intents = store.ofCase(of.shop(), of.id());
        if (!intents.stream().allMatch(i -> i.status().isFinal())
                || (of.state() != CaseState.REFUNDING && of.state() != CaseState.REFUND_FAILED)) {
            return;
        }
        if (intents.stream().anyMatch(i -> i.status() == RefundIntent.Status.FAILED_FINAL)) {
            return; // Finance has the case already.
        }
        var refunded = sum(intents, RefundIntent.Kind.REFUND);
        var compensated =
                sum(intents, RefundIntent.Kind.COMPENSATION)
                        + sum(intents, RefundIntent.Kind.PRICE_PROTECT);
        var result =
                refunded == 0
                        ? "COMPENSATED"
                        : refunded < of.refundableMinor() ? "PARTIALLY_REFUNDED" : "REFUNDED";
        changes.apply(
                of,
                Move.to(CaseState.COMPLETED, CaseEvent.REFUND_SUCCEEDED, "REFUND_ARRIVED", "system")
                        .param(
                                "amount",
                                new Money(refunded + compensated, of.currency()).major()
                                        + " "
                                        + of.currency())
                        .refunded(refunded)
                        .compensated(compensated)
                        .result(result));
        cases.releaseLines(of, false);
    }

    private static long sum(List<RefundIntent> intents, RefundIntent.Kind kind) {
        return intents.stream()
                .filter(i -> i.kind() == kind && i.status() == RefundIntent.Status.SUCCEEDED)
                .mapToLong(RefundIntent::amountMinor)
                .sum();
    }

    private static Instant nextLook(RefundIntent intent, Instant now) {
        var place = Math.min(Math.max(0, intent.attempts() - 1), LOOKS.size() - 1);
        return now.plus(LOOKS.get(place));
    }

    private String gatewayFor(String tender) {
        return gateways.stream()
                .filter(g -> g.serves(tender))
                .map(PaymentGateway::name)
                .findFirst()
                .orElse("NONE");
    }

    /** {@code RF20261113…}: 24 characters that every gateway takes, never used twice. */
    private static String number(Instant now) {
        var random = new byte[7];
        RANDOM.nextBytes(random);
        return "RF"
                + DAY.format(LocalDate.ofInstant(now, ZoneOffset.UTC))
                + HexFormat.of().withUpperCase().formatHex(random);
    }
}
