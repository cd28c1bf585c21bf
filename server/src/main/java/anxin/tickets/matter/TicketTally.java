package anxin.tickets.matter;

import anxin.kernel.tally.Heaps;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** How many tickets lie on each heap. */
@Component
public class TicketTally extends Heaps {

    public static final String OPEN = "OPEN";
    public static final String WAITING = "WAITING";
    public static final String OVERDUE = "OVERDUE";
    public static final String CLOSED = "CLOSED";
    public static final String STAFF = "STAFF:";
    public static final String TEAM = "TEAM:";
    public static final String PARTY = "PARTY:";

    TicketTally(JdbcClient db) {
        super(db, "tickets.tally");
    }
}
