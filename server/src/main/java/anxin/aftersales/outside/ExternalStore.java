package anxin.aftersales.outside;

import anxin.kernel.ShopId;
import anxin.kernel.rows.Rows;
import anxin.platforms.ExternalCase;
import anxin.platforms.Platform;
import anxin.platforms.Standing;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Which platform's case is which of ours, and how it stood when it was read last. */
@Component
class ExternalStore {

    /** As it was told last. */
    record Known(
            Platform platform,
            String externalId,
            UUID caseId,
            String kind,
            String codes,
            Standing standing,
            long version,
            long amountMinor,
            String currency,
            @Nullable String trackingNo,
            Instant changedAt,
            @Nullable Instant deadlineAt,
            Instant readAt) {

        boolean says(ExternalCase told) {
            return version == told.version()
                    && codes.equals(told.status().codes())
                    && amountMinor == told.amountMinor();
        }
    }

    private static final String COLUMNS =
            """
            select e.platform, e.external_id, e.case_id, e.kind, e.codes, e.standing, e.version, e.amount_minor,
                   e.currency, e.tracking_no, e.changed_at, e.deadline_at, e.read_at
              from aftersales.external_case e
            """;

    private final JdbcClient db;

    ExternalStore(JdbcClient db) {
        this.db = db;
    }

    Optional<Known> find(ShopId shop, Platform platform, String id) {
        return find(shop, platform, id, "");
    }

    /** Locks it, so that what is told about one case stands in line. */
    Optional<Known> lock(ShopId shop, Platform platform, String id) {
        return find(shop, platform, id, " for update");
    }

    private Optional<Known> find(ShopId shop, Platform platform, String id, String lock) {
        return db.sql(
                        COLUMNS
                                + "where e.shop_id = :shop and e.platform = :platform and e.external_id = :id"
                                + lock)
                .param("shop", shop.value())
                .param("platform", platform.name())
                .param("id", id)
                .query(Rows.of(Known.class))
                .optional();
    }

    Optional<Known> ofCase(ShopId shop, UUID caseId) {
        return db.sql(COLUMNS + "where e.shop_id = :shop and e.case_id = :case")
                .param("shop", shop.value())
                .param("case", caseId)
                .query(Rows.of(Known.class))
                .optional();
    }

    /** False when it is known already; waits for one who is writing it right now. */
    boolean add(ShopId shop, UUID caseId, ExternalCase told) {
        return write(
                        """
                insert into aftersales.external_case
                       (shop_id, platform, external_id, case_id, kind, codes, standing, version, amount_minor, currency,
                        tracking_no, changed_at, deadline_at, read_at)
                values (:shop, :platform, :id, :case, :kind, :codes, :standing, :version, :amount, :currency,
                        :tracking, :changed, :deadline, :read)
                on conflict do nothing
                """,
                        shop,
                        caseId,
                        told)
                == 1;
    }

    void change(ShopId shop, UUID caseId, ExternalCase told) {
        write(
                """
                update aftersales.external_case
                   set kind = :kind, codes = :codes, standing = :standing, version = :version, amount_minor = :amount,
                       currency = :currency, tracking_no = :tracking, changed_at = :changed, deadline_at = :deadline,
                       read_at = :read
                 where shop_id = :shop and platform = :platform and external_id = :id and case_id = :case
                """,
                shop,
                caseId,
                told);
    }

    private int write(String sql, ShopId shop, UUID caseId, ExternalCase told) {
        return db.sql(sql)
                .param("shop", shop.value())
                .param("platform", told.platform().name())
                .param("id", told.id())
                .param("case", caseId)
                .param("kind", told.kind().name())
                .param("codes", told.status().codes())
                .param("standing", told.status().standing().name())
                .param("version", told.version())
                .param("amount", told.amountMinor())
                .param("currency", told.currency())
                .param("tracking", told.parcel() == null ? null : told.parcel().trackingNo())
                .param("changed", utc(told.changedAt()))
                .param("deadline", utc(told.deadlineAt()), Types.TIMESTAMP_WITH_TIMEZONE)
                .param("read", utc(told.readAt()))
                .update();
    }

    private static @Nullable OffsetDateTime utc(@Nullable Instant time) {
        return time == null ? null : time.atOffset(ZoneOffset.UTC);
    }
}
