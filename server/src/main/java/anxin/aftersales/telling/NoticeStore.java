package anxin.aftersales.telling;

import anxin.aftersales.cases.CaseRow;
import anxin.kernel.ShopId;
import anxin.kernel.rows.Rows;
import anxin.messaging.OutboundMessage.Channel;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

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
    private final JsonMapper json;

    NoticeStore(JdbcClient db, JsonMapper json) {
        this.db = db;
        this.json = json;
    }

    /** A notice about to be written; {@code because} says why there is no message. */
    record New(Key key, Told told, @Nullable UUID message, @Nullable String because) {}

    private record NewRow(
            String shop_id,
            UUID case_id,
            String occurrence,
            String channel,
            String recipient,
            String step,
            String lang,
            int template,
            @Nullable UUID message_id,
            @Nullable String because,
            String told_by) {}

    /** Which of them exist already. */
    Set<Key> known(List<Key> keys) {
        var byName = new HashMap<String, Key>();
        keys.forEach(key -> byName.put(name(key), key));
        var known = new HashSet<Key>();
        db.sql(
                        """
                select n.shop_id, n.case_id, n.occurrence, n.channel, n.recipient
                  from (select distinct k.shop_id, k.case_id, k.occurrence
                          from unnest(:shops, :cases, :occurrences) as k (shop_id, case_id, occurrence)) k
                  join aftersales.notice n
                    on n.shop_id = k.shop_id and n.case_id = k.case_id and n.occurrence = k.occurrence
                """)
                .param(
                        "shops",
                        keys.stream().map(k -> k.of().shop().value()).toArray(String[]::new))
                .param("cases", keys.stream().map(k -> k.of().id()).toArray(UUID[]::new))
                .param("occurrences", keys.stream().map(Key::occurrence).toArray(String[]::new))
                .query(
                        row -> {
                            var key =
                                    byName.get(
                                            String.join(
                                                    "/",
                                                    row.getString("shop_id"),
                                                    row.getString("case_id"),
                                                    row.getString("occurrence"),
                                                    row.getString("channel"),
                                                    row.getString("recipient")));
                            if (key != null) {
                                known.add(key);
                            }
                        });
        return known;
    }

    private static String name(Key key) {
        return String.join(
                "/",
                key.of().shop().value(),
                key.of().id().toString(),
                key.occurrence(),
                key.channel().name(),
                key.recipient());
    }

    void addAll(List<New> notices, Instant at) {
        if (notices.isEmpty()) {
            return;
        }
        db.sql(
                        """
                insert into aftersales.notice
                       (shop_id, case_id, occurrence, channel, recipient, step, lang, template, message_id, because,
                        told_by, at)
                select n.shop_id, n.case_id, n.occurrence, n.channel, n.recipient, n.step, n.lang, n.template,
                       n.message_id, n.because, n.told_by, :at
                  from json_to_recordset(:rows::json) as n (
                       shop_id text, case_id uuid, occurrence text, channel text, recipient text, step text, lang text,
                       template int, message_id uuid, because text, told_by text)
                on conflict (shop_id, case_id, occurrence, channel, recipient) do nothing
                """)
                .param(
                        "rows",
                        json.writeValueAsString(notices.stream().map(NoticeStore::row).toList()))
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update();
    }

    private static NewRow row(New notice) {
        var key = notice.key();
        var told = notice.told();
        return new NewRow(
                key.of().shop().value(),
                key.of().id(),
                key.occurrence(),
                key.channel().name(),
                key.recipient(),
                told.step(),
                told.lang(),
                told.template(),
                notice.message(),
                notice.because(),
                told.by());
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
