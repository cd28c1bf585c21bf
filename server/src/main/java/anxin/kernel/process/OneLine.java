package anxin.kernel.process;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.SpringBootExceptionReporter;
import org.springframework.boot.web.server.PortInUseException;
import org.springframework.core.annotation.Order;

/**
 * Tells a known trouble at the start in one line; what we did not foresee keeps its stack trace.
 */
@Order(0)
class OneLine implements SpringBootExceptionReporter {

    private static final Logger log = LoggerFactory.getLogger("anxin");

    @Override
    public boolean reportException(Throwable failure) {
        var line = line(failure);
        if (line != null) {
            log.error("Anxin cannot start: {}", line);
        }
        return line != null;
    }

    static @Nullable String line(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof StartTrouble trouble) {
                return trouble.getMessage();
            }
            if (cause instanceof PortInUseException taken) {
                return "Port "
                        + taken.getPort()
                        + " is taken by another program; stop that one, or set ANXIN_PORT to another port (0 takes a free one).";
            }
        }
        return null;
    }
}
