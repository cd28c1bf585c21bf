package anxin.kernel.process;

import org.jspecify.annotations.Nullable;

/**
 * Why we cannot start, as one clear line for the person who starts us: what is wrong, what to do.
 */
public final class StartTrouble extends RuntimeException {

    public StartTrouble(String line) {
        super(line);
    }

    public StartTrouble(String line, @Nullable Throwable cause) {
        super(line, cause);
    }
}
