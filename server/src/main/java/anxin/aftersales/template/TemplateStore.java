package anxin.aftersales.template;

import anxin.aftersales.cases.CaseState;
import anxin.kernel.ShopId;
import anxin.kernel.rows.Rows;
import anxin.messaging.OutboundMessage.Channel;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

@Component
class TemplateStore {

    /** One version; without a body it says that the shipped wording counts again. */
    record Row(
            String step,
            String channel,
            String lang,
            int version,
            @Nullable String subject,
            @Nullable String body,
            @Nullable String vendorTemplate,
            String savedBy,
            Instant savedAt) {}

    private static final String COLUMNS =
            """
            select t.step, t.channel, t.lang, t.version, t.subject, t.body, t.vendor_template, t.saved_by, t.saved_at
              from aftersales.message_template t
            """;

    private static final String[] STATES =
            Arrays.stream(CaseState.values()).map(CaseState::name).toArray(String[]::new);

    private final JdbcClient db;

    TemplateStore(JdbcClient db) {
        this.db = db;
    }

    /** The newest of every wording that the shop has touched. */
    List<Row> newest(ShopId shop) {
        return db.sql(
                        COLUMNS
                                + """
                 where t.shop_id = :shop
                   and t.version = (select max(n.version) from aftersales.message_template n
                                     where n.shop_id = t.shop_id and n.step = t.step and n.channel = t.channel
                                       and n.lang = t.lang)
                 order by t.step, t.channel, t.lang
                """)
                .param("shop", shop.value())
                .query(Rows.of(Row.class))
                .list();
    }

    List<Row> versions(ShopId shop, String step, Channel channel, String lang) {
        return db.sql(
                        COLUMNS
                                + """
                 where t.shop_id = :shop and t.step = :step and t.channel = :channel and t.lang = :lang
                 order by t.version desc
                """)
                .param("shop", shop.value())
                .param("step", step)
                .param("channel", channel.name())
                .param("lang", lang)
                .query(Rows.of(Row.class))
                .list();
    }

    Optional<Row> newest(ShopId shop, String step, Channel channel, String lang) {
        return versions(shop, step, channel, lang).stream().findFirst();
    }

    /** A recent case that has gone through the step, else any recent one: to try a wording on. */
    Optional<UUID> newestCaseWith(ShopId shop, String step) {
        return db.sql(
                        """
                select c.id
                  from unnest(:states) as s (state)
                 cross join lateral (
                       select k.id, k.submitted_at
                         from aftersales.after_sale_case k
                        where k.shop_id = :shop and k.state = s.state
                        order by k.submitted_at desc, k.id desc
                        limit 20) c
                 order by exists (select 1 from aftersales.timeline_entry t
                                   where t.shop_id = :shop and t.case_id = c.id and t.step = :step) desc,
                          c.submitted_at desc
                 limit 1
                """)
                .param("states", STATES)
                .param("shop", shop.value())
                .param("step", step)
                .query(UUID.class)
                .optional();
    }

    /** False when somebody else has saved this version in the meantime. */
    boolean add(ShopId shop, Row row) {
        try {
            db.sql(
                            """
                    insert into aftersales.message_template
                           (shop_id, step, channel, lang, version, subject, body, vendor_template, saved_by, saved_at)
                    values (:shop, :step, :channel, :lang, :version, :subject, :body, :vendor, :by, :at)
                    """)
                    .param("shop", shop.value())
                    .param("step", row.step())
                    .param("channel", row.channel())
                    .param("lang", row.lang())
                    .param("version", row.version())
                    .param("subject", row.subject())
                    .param("body", row.body())
                    .param("vendor", row.vendorTemplate())
                    .param("by", row.savedBy())
                    .param("at", row.savedAt().atOffset(ZoneOffset.UTC))
                    .update();
            return true;
        } catch (DuplicateKeyException somebodyWasFaster) {
            return false;
        }
    }
}
