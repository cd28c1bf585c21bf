package anxin.customer;

import anxin.kernel.ShopId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The people who write to the shops. */
public interface Profiles {

    /**
     * Whose the addresses are, in their order; an address that nobody had becomes a new person's,
     * in the caller's transaction. When another made the same person in this very moment it throws
     * {@link org.springframework.dao.DataIntegrityViolationException}: asked again it knows them.
     */
    List<Profile> of(List<Sender> senders);

    Optional<Profile> find(ShopId shop, UUID id);

    /** Whose the address is, if it is anybody's. */
    Optional<Profile> find(Sender sender);

    /** By the shop's own id of them, or the one that we gave a visitor. */
    Optional<Profile> ofCustomer(ShopId shop, String customerId);
}
