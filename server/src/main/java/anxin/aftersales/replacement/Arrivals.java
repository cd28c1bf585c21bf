package anxin.aftersales.replacement;

import anxin.aftersales.cases.CaseChanges;
import anxin.aftersales.cases.CaseEvent;
import anxin.aftersales.cases.CaseRow;
import anxin.aftersales.cases.CaseState;
import anxin.aftersales.cases.CaseStore;
import anxin.aftersales.cases.Move;
import anxin.kernel.ShopId;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * T48 and T30: the customer has what they get instead. The case is over, the customer may ask again
 * about the same goods, and the warranty of what is new begins.
 */
@Component
public class Arrivals {

    /** How it is known. */
    public enum How {
        CUSTOMER,
        CARRIER,
        TIME,
        STORE
    }

    private final CaseStore cases;
    private final CaseChanges changes;
    private final ReplacementStore store;
    private final Clock clock;

    Arrivals(CaseStore cases, CaseChanges changes, ReplacementStore store, Clock clock) {
        this.cases = cases;
        this.changes = changes;
        this.store = store;
        this.clock = clock;
    }

    /** {@code step} names the timeline's text. */
    @Transactional(propagation = Propagation.MANDATORY)
    public CaseRow arrived(CaseRow of, CaseEvent event, String step, String actor, How how) {
        var live = store.live(of.shop(), of.id());
        var now = clock.instant();
        var kind = live.map(row -> Need.Kind.valueOf(row.kind())).orElse(kind(of));
        var isNew = kind != Need.Kind.REPAIRED;
        live.ifPresent(row -> store.receive(of.shop(), row.id(), how, isNew, now));
        if (isNew) {
            store.replaced(of, now);
        }
        var after =
                changes.apply(
                        of, Move.to(CaseState.COMPLETED, event, step, actor).result(result(kind)));
        cases.releaseLines(after, true);
        return after;
    }

    /** The case whose replacement this parcel carries, while it is on its way. */
    public Optional<UUID> caseOf(ShopId shop, String trackingNo) {
        return store.caseOf(shop, trackingNo);
    }

    private static Need.Kind kind(CaseRow of) {
        return switch (of.type()) {
            case "RESEND" -> Need.Kind.RESEND;
            case "REPAIR" -> Need.Kind.REPAIRED;
            default -> Need.Kind.EXCHANGE;
        };
    }

    private static String result(Need.Kind kind) {
        return switch (kind) {
            case EXCHANGE, STORE_INSTANT -> "EXCHANGED";
            case RESEND -> "RESENT";
            case REPAIRED -> "REPAIRED";
        };
    }
}
