package anxin.aftersales.outside;

import anxin.kernel.ShopId;
import anxin.kernel.rows.Rows;
import anxin.platforms.Errand;
import anxin.platforms.Platform;
import java.sql.Types;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** What platforms are to be told, and what became of it. */
@Component
class ErrandStore {

    enum Status {
        WAITING,
        /** It may have been told; the platform is asked before it is told again. */
        UNKNOWN,
        DONE,
        REFUSED,
        NOT_OFFERED,
        /** The platform had moved on its own before it was told. */
        OVERTAKEN
    }

    enum Verb {
        AGREE_RETURN(Errand.AgreeReturn.class),
        AGREE_REFUND(Errand.AgreeRefund.class),
        REFUSE(Errand.Refuse.class),
        ASK_EVIDENCE(Errand.AskEvidence.class),
        RETURN_PARCEL(Errand.ReturnParcel.class),
        RECEIVED(Errand.Received.class),
        SEND_REPLACEMENT(Errand.SendReplacement.class);

        private final Class<? extends Errand> type;

        Verb(Class<? extends Errand> type) {
            this.type = type;
        }

        static Verb of(Errand errand) {
            return switch (errand) {
                case Errand.AgreeReturn one -> AGREE_RETURN;
                case Errand.AgreeRefund one -> AGREE_REFUND;
                case Errand.Refuse one -> REFUSE;
                case Errand.AskEvidence one -> ASK_EVIDENCE;
                case Errand.ReturnParcel one -> RETURN_PARCEL;
                case Errand.Received one -> RECEIVED;
                case Errand.SendReplacement one -> SEND_REPLACEMENT;
            };
        }
    }

    record Row(
            String shopId,
            UUID id,
            UUID caseId,
            Platform platform,
            String externalId,
            Verb verb,
            String detail,
            String seenCodes,
            @Nullable Long amountMinor,
            Status status,
            int attempts,
            @Nullable String trouble,
            Instant createdAt,
            @Nullable Instant settledAt) {

        ShopId shop() {
            return new ShopId(shopId);
        }
    }

    private static final String COLUMNS =
            """
            r.shop_id, r.id, r.case_id, r.platform, r.external_id, r.verb, r.detail::text as detail, r.seen_codes,
            r.amount_minor, r.status, r.attempts, r.trouble, r.created_at, r.settled_at
            """;

    private final JdbcClient db;
    private final JsonMapper json;

    ErrandStore(JdbcClient db, JsonMapper json) {
        this.db = db;
        this.json = json;
    }

    void add(
            ShopId shop,
            ExternalStore.Known about,
            Errand errand,
            @Nullable Long amountMinor,
            String actor,
            Instant now) {
        db.sql(
                        """
                insert into aftersales.errand
                       (shop_id, id, case_id, platform, external_id, verb, detail, seen_codes, amount_minor, status,
                        next_at, created_by, created_at)
                values (:shop, :id, :case, :platform, :external, :verb, :detail::jsonb, :codes, :amount, 'WAITING',
                        :now, :by, :now)
                """)
                .param("shop", shop.value())
                .param("id", UUID.randomUUID())
                .param("case", about.caseId())
                .param("platform", about.platform().name())
                .param("external", about.externalId())
                .param("verb", Verb.of(errand).name())
                .param("detail", json.writeValueAsString(errand))
                .param("codes", about.codes())
                .param("amount", amountMinor, Types.BIGINT)
                .param("now", utc(now))
                .param("by", actor)
                .update();
    }

    Errand errand(Row row) {
        return json.readValue(row.detail(), row.verb().type);
    }

    /** The oldest that is due of a case that has no older one open: they go in order. */
    Optional<Row> take(Instant now, Duration lease) {
        return db.sql(
                        """
                update aftersales.errand r
                   set next_at = :until, attempts = r.attempts + 1
                 where (r.shop_id, r.id) in (
                       select d.shop_id, d.id
                         from aftersales.errand d
                        where d.settled_at is null and d.next_at <= :now
                          and not exists (select 1 from aftersales.errand o
                                           where o.shop_id = d.shop_id and o.case_id = d.case_id and o.settled_at is null
                                             and (o.created_at, o.id) < (d.created_at, d.id))
                        order by d.next_at
                        limit 1
                          for update of d skip locked)
                returning
                """
                                + COLUMNS)
                .param("now", utc(now))
                .param("until", utc(now.plus(lease)))
                .query(Rows.of(Row.class))
                .optional();
    }

    /** From now on nobody knows whether it was told, until the platform says so. */
    void aboutToTell(Row row) {
        db.sql(
                        """
                update aftersales.errand r set status = 'UNKNOWN'
                 where r.shop_id = :shop and r.id = :id and r.settled_at is null
                """)
                .param("shop", row.shopId())
                .param("id", row.id())
                .update();
    }

    void settle(Row row, Status status, @Nullable String trouble, Instant now) {
        db.sql(
                        """
                update aftersales.errand r
                   set status = :status, trouble = :trouble, settled_at = :now
                 where r.shop_id = :shop and r.id = :id and r.settled_at is null
                """)
                .param("status", status.name())
                .param("trouble", trouble)
                .param("now", utc(now))
                .param("shop", row.shopId())
                .param("id", row.id())
                .update();
    }

    void later(Row row, Status status, String trouble, Instant next) {
        db.sql(
                        """
                update aftersales.errand r
                   set status = :status, trouble = :trouble, next_at = :next
                 where r.shop_id = :shop and r.id = :id and r.settled_at is null
                """)
                .param("status", status.name())
                .param("trouble", trouble)
                .param("next", utc(next))
                .param("shop", row.shopId())
                .param("id", row.id())
                .update();
    }

    List<Row> ofCase(ShopId shop, UUID caseId) {
        return db.sql(
                        "select "
                                + COLUMNS
                                + """
                  from aftersales.errand r
                 where r.shop_id = :shop and r.case_id = :case
                 order by r.created_at, r.id
                """)
                .param("shop", shop.value())
                .param("case", caseId)
                .query(Rows.of(Row.class))
                .list();
    }

    List<Row> openOfCase(ShopId shop, UUID caseId) {
        return ofCase(shop, caseId).stream().filter(row -> row.settledAt() == null).toList();
    }

    private static OffsetDateTime utc(Instant time) {
        return time.atOffset(ZoneOffset.UTC);
    }
}
