package anxin.identity.session;

import anxin.identity.Caller;
import anxin.identity.people.StaffOnDuty;
import anxin.identity.people.StaffReader;
import anxin.kernel.ShopId;
import anxin.kernel.rows.Rows;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Sessions as rows: any node knows them, and a restart signs nobody out. */
@Component
class SessionStore {

    /** Staff go home; customers are on a phone that may be lent. */
    static final Duration STAFF_IDLE = Duration.ofHours(12);

    static final Duration STAFF_LONGEST = Duration.ofDays(7);
    static final Duration CUSTOMER_IDLE = Duration.ofHours(12);
    static final Duration CUSTOMER_LONGEST = Duration.ofHours(24);

    private final JdbcClient db;
    private final StaffReader staff;

    SessionStore(JdbcClient db, StaffReader staff) {
        this.db = db;
        this.staff = staff;
    }

    void add(
            byte[] tokenHash,
            Caller caller,
            @Nullable String displayName,
            String csrf,
            @Nullable String address,
            Instant now) {
        var person = caller instanceof Caller.Staff s ? s.id() : null;
        var customer = caller instanceof Caller.Customer c ? c : null;
        db.sql(
                        """
                insert into identity.session (token_hash, kind, person_id, shop_id, customer_id, customer_name,
                                              only_order, csrf, address, opened_at, seen_at, expires_at)
                values (:hash, :kind, cast(:person as uuid), cast(:shop as text), cast(:customer as text),
                        cast(:name as text), cast(:order as text), :csrf, cast(:address as text), :now, :now, :expires)
                """)
                .param("hash", tokenHash)
                .param("kind", person != null ? "STAFF" : "CUSTOMER")
                .param("person", person)
                .param("shop", customer == null ? null : customer.shop().value())
                .param("customer", customer == null ? null : customer.id())
                .param("name", displayName)
                .param("order", customer == null ? null : customer.onlyOrder())
                .param("csrf", csrf)
                .param("address", address)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param(
                        "expires",
                        now.plus(person != null ? STAFF_LONGEST : CUSTOMER_LONGEST)
                                .atOffset(ZoneOffset.UTC))
                .update();
    }

    private record Row(
            String kind,
            @Nullable UUID personId,
            @Nullable String shopId,
            @Nullable String customerId,
            @Nullable String customerName,
            @Nullable String onlyOrder,
            String csrf,
            Instant seenAt,
            Instant expiresAt) {}

    Optional<Session> find(String tokenHash, Instant now) {
        return db.sql(
                        """
                select s.kind, s.person_id, s.shop_id, s.customer_id, s.customer_name, s.only_order,
                       s.csrf, s.seen_at, s.expires_at
                  from identity.session s
                 where s.token_hash = :hash
                """)
                .param("hash", HexFormat.of().parseHex(tokenHash))
                .query(Rows.of(Row.class))
                .optional()
                .filter(row -> good(row, now))
                .flatMap(row -> session(tokenHash, row));
    }

    private static boolean good(Row row, Instant now) {
        var idle = row.kind().equals("STAFF") ? STAFF_IDLE : CUSTOMER_IDLE;
        return now.isBefore(row.expiresAt()) && now.isBefore(row.seenAt().plus(idle));
    }

    private Optional<Session> session(String tokenHash, Row row) {
        var person = row.personId();
        if (person != null) {
            return staff.find(person)
                    .map(onDuty -> session(tokenHash, row, onDuty.staff(), onDuty));
        }
        var shop = row.shopId();
        var customer = row.customerId();
        if (shop == null || customer == null) {
            return Optional.empty();
        }
        return Optional.of(
                session(
                        tokenHash,
                        row,
                        new Caller.Customer(new ShopId(shop), customer, row.onlyOrder()),
                        null));
    }

    private static Session session(
            String tokenHash, Row row, Caller caller, @Nullable StaffOnDuty staff) {
        return new Session(
                tokenHash,
                caller,
                staff,
                row.customerName(),
                row.csrf(),
                row.seenAt(),
                row.expiresAt());
    }

    void seen(String tokenHash, Instant now) {
        db.sql(
                        "update identity.session set seen_at = :now where token_hash = :hash and seen_at < :now")
                .param("hash", HexFormat.of().parseHex(tokenHash))
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
    }

    void remove(String tokenHash) {
        db.sql("delete from identity.session where token_hash = :hash")
                .param("hash", HexFormat.of().parseHex(tokenHash))
                .update();
    }

    int removeAllOf(UUID person, @Nullable String exceptHash) {
        return db.sql(
                        """
                delete from identity.session
                 where person_id = :person and token_hash is distinct from cast(:except as bytea)
                """)
                .param("person", person)
                .param("except", exceptHash == null ? null : HexFormat.of().parseHex(exceptHash))
                .update();
    }
}
