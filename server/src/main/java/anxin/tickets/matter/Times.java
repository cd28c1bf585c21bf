package anxin.tickets.matter;

import java.time.Duration;

/** How long things may take in a shop. */
public interface Times {

    Duration limit(Triage.Grade grade);

    /** Until the next is told of a limit that was missed. */
    Duration untilNextLevel();

    /** Until silence counts as agreement. */
    Duration untilSilence();

    /** For the owner to read what the customer answered. */
    Duration toRead();
}
