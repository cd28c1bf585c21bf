package anxin.identity.people;

import anxin.identity.Caller;
import java.util.List;

/** A member of staff with what the roles, teams and shops of this moment give them. */
public record StaffOnDuty(Caller.Staff staff, List<String> roles, boolean passwordStale) {}
