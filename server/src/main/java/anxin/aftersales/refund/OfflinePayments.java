package anxin.aftersales.refund;

import anxin.aftersales.cases.CaseEvent;
import anxin.aftersales.cases.CaseRow;
import anxin.aftersales.cases.CaseStore;
import anxin.identity.Caller.Staff;
import anxin.identity.Safe;
import anxin.kernel.ShopId;
import anxin.kernel.fact.Audience;
import anxin.kernel.fact.FactLog;
import anxin.kernel.fact.NewFact;
import anxin.kernel.problem.Problem;
import anxin.payments.PaymentGateway.Answer;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/**
 * T45: money that no gateway will carry goes by bank. One asks for it with the customer's account;
 * another pays and confirms it with the number of the voucher.
 */
@Component
public class OfflinePayments {

    /** Where the money is to go; sealed as soon as it is here. */
    public record BankAccount(String name, String bank, String number) {

        /** What may be shown of it. */
        public String hint() {
            var tail = number.length() > 4 ? number.substring(number.length() - 4) : "";
            return name.substring(0, name.offsetByCodePoints(0, 1))
                    + "** · "
                    + bank
                    + " ****"
                    + tail;
        }
    }

    private final OfflinePaymentStore payments;
    private final RefundStore store;
    private final Refunds refunds;
    private final FailedRefunds failedRefunds;
    private final CaseStore cases;
    private final FactLog facts;
    private final Safe safe;
    private final JsonMapper json;
    private final TransactionTemplate transaction;
    private final Clock clock;

    OfflinePayments(
            OfflinePaymentStore payments,
            RefundStore store,
            Refunds refunds,
            FailedRefunds failedRefunds,
            CaseStore cases,
            FactLog facts,
            Safe safe,
            JsonMapper json,
            TransactionTemplate transaction,
            Clock clock) {
        this.payments = payments;
        this.store = store;
        this.refunds = refunds;
        this.failedRefunds = failedRefunds;
        this.cases = cases;
        this.facts = facts;
        this.safe = safe;
        this.json = json;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** Asks for all that has failed on the case. The same id again is the same wish. */
    @Transactional
    public void request(
            Staff staff, ShopId shop, UUID caseId, int version, UUID id, BankAccount to) {
        var of = cases.begin(shop, caseId, version, CaseEvent.PAY_OFFLINE);
        if (payments.find(shop, caseId, id).isPresent()) {
            return;
        }
        requireCertain(of);
        var minor = failedMinor(of);
        if (minor == 0) {
            throw Problem.refused(
                    "nothing-failed", "没有失败的退款需要线下转账", "No refund of this case has failed");
        }
        try {
            payments.add(
                    of,
                    id,
                    minor,
                    safe.seal(json.writeValueAsString(to).getBytes(StandardCharsets.UTF_8)),
                    to.hint(),
                    staff.actor(),
                    clock.instant());
        } catch (DuplicateKeyException oneWaits) {
            throw Problem.conflict(
                    "offline-payment-waits",
                    "已有一笔线下转账等待确认",
                    "An offline payment of this case waits for its confirmation already");
        }
        tell("aftersales.offline-payment-requested", of, id, staff);
    }

    /** By somebody else, after the bank has carried it out. */
    public CaseRow confirm(
            Staff staff, ShopId shop, UUID caseId, int version, UUID id, String voucherNo) {
        var asked = failedRefunds.ask(shop, caseId);
        return Objects.requireNonNull(
                transaction.execute(
                        status -> {
                            var of = cases.begin(shop, caseId, version, CaseEvent.PAY_OFFLINE);
                            var payment = undecided(staff, of, id);
                            requireCertain(of);
                            asked.forEach(OfflinePayments::requireNeverPaid);
                            if (payment.amountMinor() != failedMinor(of)) {
                                throw Problem.conflict(
                                        "amount-changed",
                                        "待退金额已变化，请驳回后重新申请",
                                        "What is to be paid has changed; refuse this one and ask anew");
                            }
                            for (var intent : store.failed(shop, caseId)) {
                                store.succeed(
                                        intent, null, id, null, staff.actor(), clock.instant());
                                store.settle(intent);
                            }
                            decide(shop, id, staff, voucherNo, null);
                            tell("aftersales.offline-payment-confirmed", of, id, staff);
                            return refunds.completeWhenAllIsPaid(
                                    of, CaseEvent.PAY_OFFLINE, "PAID_OFFLINE", staff.actor());
                        }));
    }

    @Transactional
    public CaseRow refuse(Staff staff, ShopId shop, UUID caseId, int version, UUID id, String why) {
        var of = cases.begin(shop, caseId, version, CaseEvent.PAY_OFFLINE);
        undecided(staff, of, id);
        decide(shop, id, staff, null, why);
        tell("aftersales.offline-payment-refused", of, id, staff);
        return of;
    }

    /** The whole account, for whoever carries it out; every look is in the journal. */
    @Transactional
    public BankAccount account(Staff staff, CaseRow of, UUID id) {
        var payment =
                payments.find(of.shop(), of.id(), id)
                        .orElseThrow(() -> Problem.missing("offline-payment"));
        tell("aftersales.bank-account-seen", of, id, staff);
        return json.readValue(
                new String(safe.open(payment.account()), StandardCharsets.UTF_8),
                BankAccount.class);
    }

    private OfflinePaymentStore.Payment undecided(Staff staff, CaseRow of, UUID id) {
        var payment =
                payments.find(of.shop(), of.id(), id)
                        .orElseThrow(() -> Problem.missing("offline-payment"));
        if (payment.decidedAt() != null) {
            throw Problem.conflict(
                    "decided-already", "该笔线下转账已处理", "This offline payment is decided already");
        }
        if (payment.requestedBy().equals(staff.actor())) {
            throw Problem.refused(
                    "maker-is-checker",
                    "申请人不能确认自己的线下转账，请由另一位同事处理",
                    "Who asked for an offline payment does not decide it; a colleague must");
        }
        return payment;
    }

    /** What the gateway may still pay is not paid by bank. */
    private void requireCertain(CaseRow of) {
        if (store.ofCase(of.shop(), of.id()).stream().anyMatch(i -> !i.status().isFinal())) {
            throw Problem.refused(
                    "refund-outcome-unknown",
                    "仍有退款结果未知，确认前不能线下转账",
                    "The outcome of a refund is not known yet; until then nothing is paid by bank");
        }
    }

    private static void requireNeverPaid(FailedRefunds.Asked asked) {
        switch (asked.answer()) {
            case Answer.NotFound _, Answer.Rejected _ -> {}
            case Answer.Succeeded(var no) ->
                    throw FailedRefunds.undecided(
                            "the gateway has paid it: use retry, which books it");
            case Answer.Processing(var no) ->
                    throw FailedRefunds.undecided("the gateway is working on it");
            case Answer.Stuck(var code, var message) -> throw FailedRefunds.undecided(message);
            case Answer.Unknown(var why) -> throw FailedRefunds.undecided(why);
        }
    }

    private void decide(
            ShopId shop, UUID id, Staff staff, @Nullable String voucherNo, @Nullable String why) {
        try {
            payments.decide(shop, id, staff.actor(), voucherNo, why, clock.instant());
        } catch (DuplicateKeyException used) {
            throw Problem.refused(
                    "voucher-used",
                    "该凭证号已用于另一笔线下转账",
                    "This voucher number belongs to another offline payment");
        }
    }

    private long failedMinor(CaseRow of) {
        return store.failed(of.shop(), of.id()).stream().mapToLong(RefundIntent::amountMinor).sum();
    }

    private void tell(String type, CaseRow of, UUID id, Staff staff) {
        facts.append(
                new NewFact(
                        of.shop(),
                        type,
                        of.subject(),
                        staff.actor(),
                        of.customerId(),
                        Audience.STAFF,
                        Map.of("payment", id)));
    }
}
