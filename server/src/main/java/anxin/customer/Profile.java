package anxin.customer;

import anxin.commerce.Contact;
import anxin.kernel.ShopId;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One person, as a shop knows them. Everything but the ids is personal.
 *
 * @param customerId the shop's own id of them; null while nobody has vouched for it
 */
public record Profile(
        ShopId shop,
        UUID id,
        @Nullable String name,
        @Nullable String phone,
        @Nullable String email,
        @Nullable String customerId) {

    /** For those who may not see who it is. */
    public Profile masked() {
        var shown = new Contact(name, phone, email).masked();
        return new Profile(shop, id, shown.name(), shown.phone(), shown.email(), customerId);
    }

    public static @Nullable String maskedName(@Nullable String name) {
        return new Contact(name, null, null).maskedName();
    }
}
