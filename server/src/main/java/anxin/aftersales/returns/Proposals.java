package anxin.aftersales.returns;

import anxin.aftersales.cases.CaseRow;
import anxin.aftersales.cases.CaseState;
import java.math.BigInteger;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The part of the money that an inspection proposes, as long as nothing has been agreed. */
@Component
public class Proposals {

    /** {@code refundMinor} is what the customer gets on accepting it. */
    public record Proposal(int pct, long refundMinor, String currency) {}

    private final ReturnStore store;

    Proposals(ReturnStore store) {
        this.store = store;
    }

    public Optional<Proposal> of(CaseRow row) {
        if (row.state() != CaseState.INSPECTION_DISPUTE
                && row.state() != CaseState.PLATFORM_DISPUTE) {
            return Optional.empty();
        }
        return store.proposal(row.shop(), row.id())
                .map(pct -> new Proposal(pct, part(row, pct), row.currency()));
    }

    /** Rounded down to whole minor units. */
    static long part(CaseRow of, int pct) {
        return BigInteger.valueOf(of.approvedMinor())
                .multiply(BigInteger.valueOf(pct))
                .divide(BigInteger.valueOf(100))
                .longValueExact();
    }
}
