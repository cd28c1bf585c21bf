package anxin.identity.people;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a person may do has changed.
 *
 * @param person null when a role or team changed, and with it anybody
 */
public record StaffChanged(@Nullable UUID person) {}
