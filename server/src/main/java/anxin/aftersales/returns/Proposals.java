package anxin.aftersales.returns;

import anxin.aftersales.cases.CaseRow;
import anxin.aftersales.cases.CaseState;
import anxin.aftersales.cases.CaseStore;
import anxin.aftersales.refund.Refunds;
import anxin.commerce.Orders;
import java.math.BigInteger;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The part of the money that an inspection proposes, as long as nothing has been agreed. */
@Component
public class Proposals {

    /** {@code refundMinor} is what the customer gets on accepting it. */
    public record Proposal(int pct, long refundMinor, String currency) {}

    private final ReturnStore store;
    private final Refunds refunds;
    private final CaseStore cases;
    private final Orders orders;

    Proposals(ReturnStore store, Refunds refunds, CaseStore cases, Orders orders) {
        this.store = store;
        this.refunds = refunds;
        this.cases = cases;
        this.orders = orders;
    }

    public Optional<Proposal> of(CaseRow row) {
        if (row.state() != CaseState.INSPECTION_DISPUTE
                && row.state() != CaseState.PLATFORM_DISPUTE) {
            return Optional.empty();
        }
        return store.proposal(row.shop(), row.id())
                .map(pct -> new Proposal(pct, part(row, pct), row.currency()));
    }

    /** Of what is not paid for yet, rounded down to whole minor units. */
    long part(CaseRow of, int pct) {
        return BigInteger.valueOf(base(of))
                .multiply(BigInteger.valueOf(pct))
                .divide(BigInteger.valueOf(100))
                .longValueExact();
    }

    /** What came back for an exchange or a repair is worth what was paid for it. */
    private long base(CaseRow of) {
        if (of.approvedMinor() > 0) {
            return of.approvedMinor() - refunds.promised(of.shop(), of.id());
        }
        var lines = cases.lines(of.shop(), of.id());
        return orders.find(of.shop(), of.orderNo()).stream()
                .flatMap(stored -> stored.order().lines().stream())
                .mapToLong(
                        line ->
                                lines.stream()
                                        .filter(one -> one.lineId().equals(line.id()))
                                        .mapToLong(
                                                one ->
                                                        line.paidMinor()
                                                                * one.qtyAsked()
                                                                / line.qty())
                                        .sum())
                .sum();
    }
}
