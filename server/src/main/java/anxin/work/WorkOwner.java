package anxin.work;

import anxin.kernel.ShopId;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The module whose work it is: writes down in its own books who has got it. */
public interface WorkOwner {

    record Locked(String subject, @Nullable UUID agent) {}

    record Given(String subject, UUID agent) {}

    /** Work of one shop, kept from every other writer to the end of the transaction. */
    interface Kept {

        /** What is still open, with whose it is by now; what is left out is no work any more. */
        List<Locked> open();

        /** These of it were given; in the same transaction. */
        void given(List<Given> work);

        /** These agents are gone and their work waits again; in the same transaction. */
        void returned(List<Given> work);
    }

    /** How its subjects begin, without the colon. */
    String kind();

    /** Locks in the order in which everybody does. */
    Kept lock(ShopId shop, Collection<String> subjects);
}
