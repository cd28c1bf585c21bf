package anxin.customer.profile;

import anxin.customer.Profile;
import anxin.customer.Profiles;
import anxin.customer.Sender;
import anxin.kernel.ShopId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Profiles and identities; both are read and written for a whole batch of messages at once. */
@Component
class ProfileStore implements Profiles {

    /** Sorted, so that two batches who make the same people wait for each other and never cross. */
    private record Address(String shop, String channel, String address)
            implements Comparable<Address> {

        static Address of(Sender sender) {
            return new Address(sender.shop().value(), sender.channel(), sender.address());
        }

        @Override
        public int compareTo(Address other) {
            return Comparator.comparing(Address::shop)
                    .thenComparing(Address::channel)
                    .thenComparing(Address::address)
                    .compare(this, other);
        }
    }

    private record Member(String shop, String customer) {}

    private static final String PROFILE =
            "p.shop_id, p.id, p.name, p.phone, p.email, p.customer_id";

    private final JdbcClient db;
    private final Clock clock;

    ProfileStore(JdbcClient db, Clock clock) {
        this.db = db;
        this.clock = clock;
    }

    @Override
    @Transactional
    public List<Profile> of(List<Sender> senders) {
        var byAddress = new TreeMap<Address, Sender>();
        senders.forEach(
                sender -> byAddress.merge(Address.of(sender), sender, ProfileStore::fuller));
        var known = known(byAddress.keySet());
        var strangers =
                byAddress.entrySet().stream()
                        .filter(entry -> !known.containsKey(entry.getKey()))
                        .map(Map.Entry::getValue)
                        .toList();
        if (!strangers.isEmpty()) {
            meet(strangers, known);
        }
        return senders.stream().map(sender -> known.get(Address.of(sender))).toList();
    }

    /** Of two messages of one stranger the one that says who they are. */
    private static Sender fuller(Sender one, Sender other) {
        return one.customerId() == null && other.customerId() != null ? other : one;
    }

    private Map<Address, Profile> known(Collection<Address> addresses) {
        var found = new HashMap<Address, Profile>();
        db.sql(
                        "select i.channel, i.address, "
                                + PROFILE
                                + """

                  from unnest(:shops, :channels, :addresses) as w (shop_id, channel, address)
                  join customer.identity i
                    on i.shop_id = w.shop_id and i.channel = w.channel and i.address = w.address
                  join customer.profile p on p.shop_id = i.shop_id and p.id = i.profile_id
                """)
                .param("shops", texts(addresses, Address::shop))
                .param("channels", texts(addresses, Address::channel))
                .param("addresses", texts(addresses, Address::address))
                .query(
                        row -> {
                            found.put(
                                    new Address(
                                            row.getString("shop_id"),
                                            row.getString("channel"),
                                            row.getString("address")),
                                    profile(row, 0));
                        });
        return found;
    }

    private void meet(List<Sender> strangers, Map<Address, Profile> known) {
        var members = members(strangers);
        var people = new java.util.ArrayList<Profile>();
        var whose = new java.util.ArrayList<UUID>();
        for (var sender : strangers) {
            var member =
                    sender.customerId() == null
                            ? null
                            : members.get(new Member(sender.shop().value(), sender.customerId()));
            if (member == null) {
                member = newProfile(sender);
                people.add(member);
                if (sender.customerId() != null) {
                    members.put(new Member(sender.shop().value(), sender.customerId()), member);
                }
            }
            known.put(Address.of(sender), member);
            whose.add(member.id());
        }
        add(people);
        identify(strangers, whose);
    }

    private Map<Member, Profile> members(List<Sender> strangers) {
        var found = new HashMap<Member, Profile>();
        var asked = strangers.stream().filter(sender -> sender.customerId() != null).toList();
        if (asked.isEmpty()) {
            return found;
        }
        db.sql(
                        "select "
                                + PROFILE
                                + """

                  from unnest(:shops, :customers) as w (shop_id, customer_id)
                  join customer.profile p on p.shop_id = w.shop_id and p.customer_id = w.customer_id
                """)
                .param("shops", texts(asked, sender -> sender.shop().value()))
                .param("customers", texts(asked, Sender::customerId))
                .query(
                        row -> {
                            found.put(
                                    new Member(
                                            row.getString("shop_id"), row.getString("customer_id")),
                                    profile(row, 0));
                        });
        return found;
    }

    private static Profile newProfile(Sender sender) {
        return new Profile(
                sender.shop(),
                UUID.randomUUID(),
                sender.name(),
                sender.phone(),
                sender.email(),
                sender.customerId());
    }

    private void add(List<Profile> people) {
        if (people.isEmpty()) {
            return;
        }
        db.sql(
                        """
                insert into customer.profile (shop_id, id, name, phone, email, customer_id, first_at)
                select n.shop_id, n.id, n.name, n.phone, n.email, n.customer_id, :now
                  from unnest(:shops, :ids, :names, :phones, :emails, :customers)
                       as n (shop_id, id, name, phone, email, customer_id)
                """)
                .param("shops", texts(people, one -> one.shop().value()))
                .param("ids", people.stream().map(Profile::id).toArray(UUID[]::new))
                .param("names", texts(people, Profile::name))
                .param("phones", texts(people, Profile::phone))
                .param("emails", texts(people, Profile::email))
                .param("customers", texts(people, Profile::customerId))
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .update();
    }

    private void identify(List<Sender> strangers, List<UUID> whose) {
        db.sql(
                        """
                insert into customer.identity (shop_id, channel, address, profile_id, proof, added_at)
                select n.shop_id, n.channel, n.address, n.profile_id, n.proof, :now
                  from unnest(:shops, :channels, :addresses, :profiles, :proofs)
                       as n (shop_id, channel, address, profile_id, proof)
                """)
                .param("shops", texts(strangers, one -> one.shop().value()))
                .param("channels", texts(strangers, Sender::channel))
                .param("addresses", texts(strangers, Sender::address))
                .param("profiles", whose.toArray(UUID[]::new))
                .param(
                        "proofs",
                        texts(
                                strangers,
                                one -> one.customerId() == null ? "CHANNEL" : "CUSTOMER_ID"))
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .update();
    }

    @Override
    public Optional<Profile> find(ShopId shop, UUID id) {
        return db.sql(
                        "select "
                                + PROFILE
                                + " from customer.profile p where p.shop_id = :shop and p.id = :id")
                .param("shop", shop.value())
                .param("id", id)
                .query(ProfileStore::profile)
                .optional();
    }

    @Override
    public Optional<Profile> find(Sender sender) {
        var address = Address.of(sender);
        return Optional.ofNullable(known(List.of(address)).get(address));
    }

    @Override
    public Optional<Profile> ofCustomer(ShopId shop, String customerId) {
        return db.sql(
                        "select "
                                + PROFILE
                                + " from customer.profile p where p.shop_id = :shop and p.customer_id = :customer")
                .param("shop", shop.value())
                .param("customer", customerId)
                .query(ProfileStore::profile)
                .optional();
    }

    private static Profile profile(ResultSet row, int number) throws SQLException {
        return new Profile(
                new ShopId(row.getString("shop_id")),
                row.getObject("id", UUID.class),
                row.getString("name"),
                row.getString("phone"),
                row.getString("email"),
                row.getString("customer_id"));
    }

    private static <T> @Nullable String[] texts(
            Collection<T> of, Function<? super T, ? extends @Nullable String> text) {
        @Nullable String[] texts = new @Nullable String[of.size()];
        int place = 0;
        for (var one : of) {
            texts[place++] = text.apply(one);
        }
        return texts;
    }
}
