package anxin.identity.people;

import anxin.identity.Workplace;
import anxin.kernel.ShopId;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A person as kept.
 *
 * @param shops null: every shop of the installation
 * @param stores where they work; empty for every store of the shops
 */
record Person(
        UUID id,
        String login,
        String name,
        @Nullable String email,
        @Nullable List<ShopId> shops,
        List<String> roles,
        List<String> teams,
        List<Workplace> stores,
        boolean active) {}
