package anxin.work;

import anxin.kernel.ShopId;
import java.util.List;

/**
 * Sets and lifts deadlines in the caller's transaction, so that a state and its deadline are there
 * together or not at all.
 */
public interface Deadlines {

    /** A deadline of the same subject and kind is replaced. One statement for all. */
    void set(List<Deadline> deadlines);

    default void set(Deadline deadline) {
        set(List.of(deadline));
    }

    void lift(ShopId shop, String kind, String subject);
}
