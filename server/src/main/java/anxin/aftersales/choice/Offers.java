package anxin.aftersales.choice;

import anxin.aftersales.approval.Authority;
import anxin.aftersales.cases.CaseChanges;
import anxin.aftersales.cases.CaseEvent;
import anxin.aftersales.cases.CaseRow;
import anxin.aftersales.cases.CaseState;
import anxin.aftersales.cases.CaseStore;
import anxin.aftersales.cases.Move;
import anxin.aftersales.submit.Reaudit;
import anxin.commerce.Order;
import anxin.identity.Caller.Staff;
import anxin.kernel.Text;
import anxin.kernel.problem.Problem;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** T18: an agent lets the customer choose, each option within what the agent may decide alone. */
@Component
class Offers {

    /** What an agent can offer. */
    enum Kind {
        RETURN_REFUND,
        PARTIAL_REFUND,
        EXCHANGE
    }

    private final CaseStore cases;
    private final CaseChanges changes;
    private final OfferStore store;
    private final Reaudit reaudit;
    private final Authority authority;
    private final Clock clock;

    Offers(
            CaseStore cases,
            CaseChanges changes,
            OfferStore store,
            Reaudit reaudit,
            Authority authority,
            Clock clock) {
        this.cases = cases;
        this.changes = changes;
        this.store = store;
        this.reaudit = reaudit;
        this.authority = authority;
        this.clock = clock;
    }

    @Transactional
    public CaseRow offer(
            Staff staff,
            CaseRow seen,
            int version,
            List<Kind> kinds,
            @Nullable Long partMinor,
            @Nullable String note) {
        var before = cases.begin(seen.shop(), seen.id(), version, CaseEvent.OFFER);
        var offered = amounts(before, kinds, partMinor);
        offered.values().forEach(minor -> authority.require(staff, before, minor));
        var words =
                note == null || note.isBlank()
                        ? Text.of(
                                "客服为您提供了几个方案，请选择一个",
                                "Our agent offers you these ways; please choose one")
                        : Text.of(note.strip(), note.strip());
        store.offer(before, offered, words, staff.actor(), note, clock.instant());
        return changes.apply(
                before,
                Move.to(
                                CaseState.AWAITING_CHOICE,
                                CaseEvent.OFFER,
                                "OPTIONS_OFFERED",
                                staff.actor())
                        .agent(staff.id())
                        .note(note));
    }

    private Map<Way, Long> amounts(CaseRow before, List<Kind> kinds, @Nullable Long partMinor) {
        var hearing = reaudit.hear(before);
        var whole = wholeAmount(before, hearing);
        var offered = new LinkedHashMap<Way, Long>();
        for (var kind : kinds) {
            switch (kind) {
                case RETURN_REFUND -> offered.put(Way.RETURN_REFUND, whole);
                case PARTIAL_REFUND -> offered.put(Way.PARTIAL_REFUND, part(partMinor, whole));
                case EXCHANGE -> {
                    requireWithCustomer(hearing.order());
                    offered.put(Way.EXCHANGE, 0L);
                }
            }
        }
        return offered;
    }

    /** What the goods of the case are worth in a return, whatever was asked for. */
    private static long wholeAmount(CaseRow before, Reaudit.Hearing hearing) {
        var asReturn =
                hearing.on(
                                Way.RETURN_REFUND.applied(
                                        hearing.request(), Way.RETURN_REFUND.name(), false))
                        .refundMinor();
        return Math.max(before.refundableMinor(), asReturn == null ? 0 : asReturn);
    }

    private static long part(@Nullable Long partMinor, long whole) {
        if (partMinor == null || partMinor < 1 || partMinor > whole) {
            throw Problem.invalid(
                    "/partMinor",
                    "部分退款应在1到" + whole + "之间（单位：分）",
                    "the partial refund must be between 1 and " + whole + " minor units");
        }
        return partMinor;
    }

    private static void requireWithCustomer(Order order) {
        if (order.fulfil() != Order.Fulfilment.SIGNED
                && order.fulfil() != Order.Fulfilment.PICKED_UP) {
            throw Problem.invalid(
                    "/options",
                    "商品还不在客户手里，不能换货",
                    "the customer does not have the goods to exchange");
        }
    }
}
