package anxin.aftersales.telling;

import anxin.aftersales.cases.CaseRow;
import anxin.kernel.ShopId;
import anxin.kernel.rows.Rows;
import anxin.messaging.OutboundMessage.Channel;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

@Component
class NoticeStore {

    /** For whom, by which channel, about which occurrence: it exists once. */
    record Key(CaseRow of, String occurrence, Channel channel, String recipient) {}

    /** How it was told: by which wording, and who caused it. */
    record Told(String step, String lang, int template, String by) {}

    record Row(
            String occurrence,
            String channel,
            String step,
            String lang,
            int template,
            @Nullable UUID messageId,
            @Nullable String because,
            String toldBy,
            Instant at) {}

    private final JdbcClient db;

    NoticeStore(JdbcClient db) {
        this.db = db;
    }

    boolean isThere(Key key) {
        return db.sql(
                        """
                select exists (
                    select 1 from aftersales.notice n
                     where n.shop_id = :shop and n.case_id = :case and n.occurrence = :occurrence
                       and n.channel = :channel and n.recipient = :recipient)
                """)
                .param("shop", key.of().shop().value())
                .param("case", key.of().id())
                .param("occurrence", key.occurrence())
                .param("channel", key.channel().name())
                .param("recipient", key.recipient())
                .query(Boolean.class)
                .single();
    }

    void add(Key key, Told told, @Nullable UUID message, @Nullable String because, Instant at) {
        db.sql(
                        """
                insert into aftersales.notice
                       (shop_id, case_id, occurrence, channel, recipient, step, lang, template, message_id, because,
                        told_by, at)
                values (:shop, :case, :occurrence, :channel, :recipient, :step, :lang, :template, :message, :because,
                        :by, :at)
                on conflict (shop_id, case_id, occurrence, channel, recipient) do nothing
                """)
                .param("shop", key.of().shop().value())
                .param("case", key.of().id())
                .param("occurrence", key.occurrence())
                .param("channel", key.channel().name())
                .param("recipient", key.recipient())
                .param("step", told.step())
                .param("lang", told.lang())
                .param("template", told.template())
                .param("message", message, java.sql.Types.OTHER)
                .param("because", because)
                .param("by", told.by())
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update();
    }

    List<Row> ofCase(ShopId shop, UUID id) {
        return db.sql(
                        """
                select n.occurrence, n.channel, n.step, n.lang, n.template, n.message_id, n.because, n.told_by, n.at
                  from aftersales.notice n
                 where n.shop_id = :shop and n.case_id = :case
                 order by n.at, n.occurrence, n.channel
                """)
                .param("shop", shop.value())
                .param("case", id)
                .query(Rows.of(Row.class))
                .list();
    }

    /** The recipient of a message, for telling the same again. */
    String recipient(ShopId shop, UUID id, UUID message) {
        return db.sql(
                        """
                select n.recipient from aftersales.notice n
                 where n.shop_id = :shop and n.case_id = :case and n.message_id = :message
                """)
                .param("shop", shop.value())
                .param("case", id)
                .param("message", message)
                .query(String.class)
                .single();
    }

    boolean isUnsubscribed(ShopId shop, String customer) {
        return db.sql(
                        """
                select exists (select 1 from aftersales.unsubscription u
                                where u.shop_id = :shop and u.customer_id = :customer)
                """)
                .param("shop", shop.value())
                .param("customer", customer)
                .query(Boolean.class)
                .single();
    }

    void unsubscribe(ShopId shop, String customer, Instant at) {
        db.sql(
                        """
                insert into aftersales.unsubscription (shop_id, customer_id, at) values (:shop, :customer, :at)
                on conflict (shop_id, customer_id) do nothing
                """)
                .param("shop", shop.value())
                .param("customer", customer)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update();
    }

    void subscribeAgain(ShopId shop, String customer) {
        db.sql(
                        "delete from aftersales.unsubscription u where u.shop_id = :shop and u.customer_id = :customer")
                .param("shop", shop.value())
                .param("customer", customer)
                .update();
    }
}
