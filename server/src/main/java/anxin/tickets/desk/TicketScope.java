package anxin.tickets.desk;

import anxin.identity.Caller;
import anxin.identity.ShopNames;
import anxin.kernel.ShopId;
import anxin.kernel.problem.Problem;
import anxin.tickets.matter.Ticket;
import anxin.tickets.matter.TicketStore;
import java.util.Collection;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Which tickets somebody may see: those of their shops. */
@Component
public class TicketScope {

    private final TicketStore tickets;
    private final ShopNames shops;

    TicketScope(TicketStore tickets, ShopNames shops) {
        this.tickets = tickets;
        this.shops = shops;
    }

    /** The caller's shops, or the one of them that is asked for. */
    public Collection<ShopId> shops(Caller.Permitted caller, @Nullable ShopId only) {
        if (only == null) {
            var theirs = caller.shops();
            return theirs != null ? theirs : shops.all().keySet();
        }
        caller.requireIn(only);
        return Set.of(only);
    }

    /** The same answer for one that is not there and one of another shop. */
    public Ticket find(Caller.Permitted caller, UUID id) {
        return tickets.find(shops(caller, null), id).orElseThrow(() -> Problem.missing("ticket"));
    }
}
