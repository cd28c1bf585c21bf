package anxin.identity.people;

import anxin.kernel.ShopId;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A person as kept.
 *
 * @param shops null: every shop of the installation
 */
record Person(
        UUID id,
        String login,
        String name,
        @Nullable String email,
        @Nullable List<ShopId> shops,
        List<String> roles,
        List<String> teams,
        boolean active) {}
