package anxin.aftersales.entrance;

import anxin.kernel.OrderNumber;
import anxin.kernel.ShopId;
import anxin.kernel.rows.Rows;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

@Component
class CodeStore {

    /** Someone asks for a code: what they typed, and from where. */
    record Asked(
            UUID id,
            String shopId,
            String orderNumber,
            @Nullable String contact,
            String language,
            String address) {}

    record Redeemed(
            byte @Nullable [] codeHash,
            @Nullable String customerId,
            @Nullable String customerName,
            String orderNumber) {}

    private final JdbcClient db;

    CodeStore(JdbcClient db) {
        this.db = db;
    }

    /** One at a time per order, so that the count before and the row after are not overtaken. */
    void lockOrder(ShopId shop, OrderNumber order) {
        db.sql("select pg_advisory_xact_lock(hashtextextended(:order, 711))")
                .param("order", shop + "/" + order)
                .query((row, n) -> 0)
                .single();
    }

    Optional<Asked> find(UUID id) {
        return db.sql(
                        """
                select c.id, c.shop_id, c.order_number, c.contact, c.language, c.address
                  from aftersales.portal_code c
                 where c.id = :id
                """)
                .param("id", id)
                .query(Rows.of(Asked.class))
                .optional();
    }

    void add(Asked asked, Instant now, Instant expiresAt) {
        db.sql(
                        """
                insert into aftersales.portal_code (id, shop_id, order_number, contact, language, address,
                                                    state, created_at, expires_at)
                values (:id, :shop, :order, cast(:contact as text), :language, :address, 'ASKED', :now, :expires)
                on conflict (id) do nothing
                """)
                .param("id", asked.id())
                .param("shop", asked.shopId())
                .param("order", asked.orderNumber())
                .param("contact", asked.contact())
                .param("language", asked.language())
                .param("address", asked.address())
                .param("now", utc(now))
                .param("expires", utc(expiresAt))
                .update();
    }

    /** How long until one more is allowed; zero when it is now. */
    Duration waitForOrder(ShopId shop, OrderNumber order, int most, Duration within, Instant now) {
        return wait(
                db.sql(
                                """
                select c.created_at
                  from aftersales.portal_code c
                 where c.shop_id = :shop and c.order_number = :order and c.created_at > :since
                 order by c.created_at desc
                offset :most limit 1
                """)
                        .param("shop", shop.value())
                        .param("order", order.value()),
                most,
                within,
                now);
    }

    Duration waitForAddress(String address, int most, Duration within, Instant now) {
        return wait(
                db.sql(
                                """
                select c.created_at
                  from aftersales.portal_code c
                 where c.address = :address and c.created_at > :since
                 order by c.created_at desc
                offset :most limit 1
                """)
                        .param("address", address),
                most,
                within,
                now);
    }

    Duration waitForAll(int most, Duration within, Instant now) {
        return wait(
                db.sql(
                        """
                select c.created_at
                  from aftersales.portal_code c
                 where c.created_at > :since
                 order by c.created_at desc
                offset :most limit 1
                """),
                most,
                within,
                now);
    }

    private static Duration wait(
            JdbcClient.StatementSpec newest, int most, Duration within, Instant now) {
        return newest.param("since", utc(now.minus(within)))
                .param("most", most - 1)
                .query(OffsetDateTime.class)
                .optional()
                .map(at -> Duration.between(now, at.toInstant().plus(within)))
                .orElse(Duration.ZERO);
    }

    /** The next one nobody has looked at, kept to this transaction. */
    Optional<Asked> takeAsked() {
        return db.sql(
                        """
                select c.id, c.shop_id, c.order_number, c.contact, c.language, c.address
                  from aftersales.portal_code c
                 where c.state = 'ASKED'
                 order by c.created_at, c.id
                 limit 1
                   for update skip locked
                """)
                .query(Rows.of(Asked.class))
                .optional();
    }

    void nothingToSend(UUID id) {
        db.sql("update aftersales.portal_code set state = 'NOTHING_TO_SEND' where id = :id")
                .param("id", id)
                .update();
    }

    void sent(UUID id, byte[] codeHash, String customerId, @Nullable String customerName) {
        db.sql(
                        """
                update aftersales.portal_code
                   set state = 'SENT', code_hash = :hash, customer_id = :customer, customer_name = cast(:name as text)
                 where id = :id
                """)
                .param("id", id)
                .param("hash", codeHash)
                .param("customer", customerId)
                .param("name", customerName)
                .update();
    }

    /** Counts the attempt before the code is looked at; empty when there are none left. */
    Optional<Redeemed> attempt(UUID id, ShopId shop, int most, Instant now) {
        return db.sql(
                        """
                update aftersales.portal_code c
                   set attempts = c.attempts + 1
                 where c.id = :id and c.shop_id = :shop and c.attempts < :most
                   and c.expires_at > :now and c.used_at is null
                returning c.code_hash, c.customer_id, c.customer_name, c.order_number
                """)
                .param("id", id)
                .param("shop", shop.value())
                .param("most", most)
                .param("now", utc(now))
                .query(Rows.of(Redeemed.class))
                .optional();
    }

    /** False when another has used it at the same moment. */
    boolean use(UUID id, Instant now) {
        return db.sql(
                                """
                update aftersales.portal_code set used_at = :now where id = :id and used_at is null
                """)
                        .param("id", id)
                        .param("now", utc(now))
                        .update()
                > 0;
    }

    int removeBefore(Instant time) {
        return db.sql("delete from aftersales.portal_code where created_at < :time")
                .param("time", utc(time))
                .update();
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
