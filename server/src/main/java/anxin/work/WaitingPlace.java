package anxin.work;

import anxin.kernel.Text;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Where something waits, as it is.
 *
 * @param place 1 is next; at most {@link #MOST}, which then says: or more
 * @param within in how many seconds {@link #PERCENT} in a hundred are served from there, by what
 *     was served of late; null while too little was
 */
public record WaitingPlace(
        String queue, Text name, Instant since, int place, @Nullable Integer within) {

    public static final int MOST = 1_000;
    public static final int PERCENT = 80;
}
