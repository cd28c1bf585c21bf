package anxin.aftersales.outside;

import anxin.kernel.ShopId;
import anxin.kernel.Text;
import anxin.kernel.fact.Audience;
import anxin.kernel.fact.FactLog;
import anxin.kernel.fact.NewFact;
import anxin.kernel.page.Cursor;
import anxin.kernel.page.Page;
import anxin.kernel.problem.Problem;
import anxin.kernel.rows.Rows;
import anxin.platforms.Platform;
import java.sql.Types;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Where a platform and we do not agree: one open row each, however often it is found. */
@Component
class Alerts {

    /** What is the matter, and what the reader can do about it. */
    enum Kind {
        UNKNOWN_CODE(
                "平台给出了尚不认识的状态码，申请已转人工审核，不会自动完结",
                "The platform uses a code that we do not know; the case is with a person and will not end by itself"),
        BOTH_MOVED(
                "双方同时有了不同的处理：请对照平台后台决定以哪边为准",
                "Both sides moved, each its own way: compare with the platform's back office and decide which holds"),
        NO_WAY(
                "平台状态无法由本系统当前状态直接到达，已转人工审核",
                "There is no way from our state to the platform's; the case is with a person"),
        FINAL_HERE(
                "本系统中已结束，平台仍在继续：请到平台后台处理",
                "It has ended here and goes on at the platform: deal with it over there"),
        REFUSED_THERE(
                "平台拒绝了我们的处理，请按原因到平台后台核对",
                "The platform refused what we decided; check its reason in the back office"),
        NOT_OFFERED(
                "平台接口不支持此操作，请到平台后台完成，系统会自动同步结果",
                "The platform's interface does not offer this; do it in the back office, and the result comes by itself"),
        AMOUNT_CHANGED(
                "客户在平台修改了退款金额，原处理未发送，请重新审核",
                "The customer changed the amount over there; what was decided was not sent, decide again"),
        LINE_TAKEN(
                "该商品在本系统已有处理中的申请，请合并处理，避免重复退款",
                "Another case of ours is on the same item; deal with both together so that nothing is paid twice"),
        UNKNOWN_TYPE(
                "平台给出了尚不认识的售后类型，请人工核对",
                "The platform uses a type that we do not know; check it by hand");

        private final Text text;

        Kind(String zh, String en) {
            this.text = Text.of(zh, en);
        }

        Text text() {
            return text;
        }
    }

    record Row(
            UUID id,
            String shopId,
            Kind kind,
            Platform platform,
            String externalId,
            @Nullable UUID caseId,
            String detail,
            Instant openedAt,
            @Nullable Instant closedAt) {}

    private static final Instant END = Instant.parse("9999-01-01T00:00:00Z");
    private static final String COLUMNS =
            """
            select a.id, a.shop_id, a.kind, a.platform, a.external_id, a.case_id, a.detail, a.opened_at, a.closed_at
              from aftersales.platform_alert a
            """;

    private final JdbcClient db;
    private final FactLog facts;
    private final Clock clock;

    Alerts(JdbcClient db, FactLog facts, Clock clock) {
        this.db = db;
        this.facts = facts;
        this.clock = clock;
    }

    void raise(
            Kind kind,
            ShopId shop,
            Platform platform,
            String externalId,
            @Nullable UUID caseId,
            String detail) {
        var id = UUID.randomUUID();
        var fresh =
                db.sql(
                                        """
                        insert into aftersales.platform_alert
                               (shop_id, id, kind, platform, external_id, case_id, detail, opened_at)
                        values (:shop, :id, :kind, :platform, :external, :case, :detail, :now)
                        on conflict (shop_id, platform, external_id, kind) where closed_at is null do nothing
                        """)
                                .param("shop", shop.value())
                                .param("id", id)
                                .param("kind", kind.name())
                                .param("platform", platform.name())
                                .param("external", externalId)
                                .param("case", caseId, Types.OTHER)
                                .param("detail", detail)
                                .param("now", now())
                                .update()
                        == 1;
        if (fresh) {
            tell("aftersales.platform-alert-opened", shop, id, "system", kind.name());
        }
    }

    /** The two agree again, so nobody has to look any more. */
    void settle(ShopId shop, Platform platform, String externalId) {
        db.sql(
                        """
                update aftersales.platform_alert
                   set closed_at = :now, closed_by = 'system', note = 'both sides agree again'
                 where shop_id = :shop and platform = :platform and external_id = :external and closed_at is null
                   and kind in ('UNKNOWN_CODE', 'NO_WAY', 'NOT_OFFERED', 'REFUSED_THERE')
                """)
                .param("shop", shop.value())
                .param("platform", platform.name())
                .param("external", externalId)
                .param("now", now())
                .update();
    }

    Row close(ShopId shop, UUID id, String actor, @Nullable String note) {
        var closed =
                db.sql(
                                """
                        update aftersales.platform_alert
                           set closed_at = :now, closed_by = :by, note = :note
                         where shop_id = :shop and id = :id and closed_at is null
                        """)
                        .param("shop", shop.value())
                        .param("id", id)
                        .param("by", actor)
                        .param("note", note)
                        .param("now", now())
                        .update();
        if (closed == 1) {
            tell("aftersales.platform-alert-closed", shop, id, actor, "");
        }
        return find(shop, id);
    }

    Row find(ShopId shop, UUID id) {
        return db.sql(COLUMNS + "where a.shop_id = :shop and a.id = :id")
                .param("shop", shop.value())
                .param("id", id)
                .query(Rows.of(Row.class))
                .optional()
                .orElseThrow(() -> Problem.missing("platform-alert"));
    }

    List<Row> openOfCase(ShopId shop, UUID caseId) {
        return db.sql(
                        COLUMNS
                                + """
                 where a.shop_id = :shop and a.case_id = :case and a.closed_at is null
                 order by a.opened_at, a.id
                """)
                .param("shop", shop.value())
                .param("case", caseId)
                .query(Rows.of(Row.class))
                .list();
    }

    /** The open ones of a shop, the newest first. */
    Page<Row> open(ShopId shop, @Nullable String after, int size) {
        var cursor = Cursor.decode(after, 2);
        var rows =
                db.sql(
                                COLUMNS
                                        + """
                 where a.shop_id = :shop and a.closed_at is null
                   and (a.opened_at, a.id) < (:at, :id)
                 order by a.opened_at desc, a.id desc
                 limit :limit
                """)
                        .param("shop", shop.value())
                        .param(
                                "at",
                                (cursor == null ? END : cursor.instant(0)).atOffset(ZoneOffset.UTC))
                        .param("id", cursor == null ? new UUID(-1, -1) : cursor.uuid(1))
                        .param("limit", size + 1)
                        .query(Rows.of(Row.class))
                        .list();
        return Page.of(rows, size, row -> Cursor.at(row.openedAt(), row.id()));
    }

    private void tell(String type, ShopId shop, UUID id, String actor, String kind) {
        facts.append(
                new NewFact(
                        shop,
                        type,
                        "platform-alert:" + id,
                        actor,
                        null,
                        Audience.STAFF,
                        Map.of("kind", kind)));
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}
