package anxin.tickets.matter;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The result that the customer was told.
 *
 * @param silentAt when silence counts as agreement
 * @param answeredAt when the customer wrote since
 */
public record Telling(Instant at, Instant silentAt, @Nullable Instant answeredAt) {}
