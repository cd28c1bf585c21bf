package anxin.kernel.upkeep;

import java.time.Instant;

/**
 * Something that grows and is cut back every hour. Runs in a transaction, on one node at a time.
 */
public interface Chore {

    /** Stable: its row in the time-table is named so. */
    String name();

    /** Removes at most {@code most} of what nobody needs at {@code now}; answers how many. */
    int sweep(Instant now, int most);
}
