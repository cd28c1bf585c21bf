package anxin.tickets.rules;

import anxin.identity.Caller;
import anxin.identity.Permission;
import org.jspecify.annotations.Nullable;

/** Departments that are asked for help. Whoever may do their work answers for them. */
public enum Party {
    WAREHOUSE(Permission.WAREHOUSE_WORK),
    LOGISTICS(Permission.LOGISTICS_WORK),
    TECHNOLOGY(Permission.TECHNOLOGY_WORK),
    FINANCE(Permission.FINANCE_WORK),
    PRODUCT(Permission.PRODUCT_WORK);

    /** How those begin that are not of the house, before their id. */
    public static final String OUTSIDE = "outside:";

    private final Permission work;

    Party(Permission work) {
        this.work = work;
    }

    /**
     * Whether the caller answers for it. What an outside party says by telephone is entered by
     * logistics.
     */
    public static boolean mayAnswer(Caller.Permitted caller, String party) {
        if (party.startsWith(OUTSIDE)) {
            return caller.may(Permission.LOGISTICS_WORK);
        }
        var ours = find(party);
        return ours != null && caller.may(ours.work);
    }

    public static @Nullable Party find(String name) {
        for (var one : values()) {
            if (one.name().equals(name)) {
                return one;
            }
        }
        return null;
    }
}
