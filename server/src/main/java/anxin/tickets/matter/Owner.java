package anxin.tickets.matter;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Whose it is: a person's or a team's, never both and never nobody's. */
public record Owner(@Nullable UUID staff, @Nullable String team) {

    public Owner {
        if ((staff == null) == (team == null)) {
            throw new IllegalArgumentException("a ticket has exactly one owner");
        }
    }

    public static Owner of(UUID staff) {
        return new Owner(staff, null);
    }

    public static Owner of(String team) {
        return new Owner(null, team);
    }

    String heap() {
        return staff == null ? TicketTally.TEAM + team : TicketTally.STAFF + staff;
    }
}
