package anxin.work;

import anxin.kernel.ShopId;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The module whose work it is: writes down in its own books who has got it. */
public interface WorkOwner {

    /** One that is open, kept from every other writer to the end of the transaction. */
    record Locked(String subject, @Nullable UUID agent) {}

    record Given(String subject, UUID agent) {}

    /** How its subjects begin, without the colon. */
    String kind();

    /**
     * Locks those that are still open, in the order in which everybody does. What it leaves out is
     * no work any more.
     */
    List<Locked> lock(ShopId shop, Collection<String> subjects);

    /** They were given; in the same transaction. */
    void given(ShopId shop, List<Given> work);

    /** These agents are gone and their work waits again; in the same transaction. */
    void returned(ShopId shop, List<Given> work);
}
