package anxin.aftersales.refund;

import anxin.kernel.ShopId;
import anxin.kernel.fact.Audience;
import anxin.kernel.fact.FactLog;
import anxin.kernel.fact.NewFact;
import java.sql.Types;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Where our books and a gateway's do not agree: one row each, however often it is found. */
@Component
public class Incidents {

    /** What does not agree. */
    public enum Kind {
        /** Paid by our books, and their bill does not have it. */
        OURS_ALONE,
        /** Their bill has it, and we never asked for it. */
        THEIRS_ALONE,
        AMOUNT_DIFFERS,
        /** It failed by our books, and they have paid it. */
        PAID_AFTER_FAILURE,
        /** As before, and its money has gone another way meanwhile. */
        PAID_TWICE,
        /** They paid it, and say now that they did not. */
        FELL_BACK
    }

    private final JdbcClient db;
    private final FactLog facts;
    private final Clock clock;

    Incidents(JdbcClient db, FactLog facts, Clock clock) {
        this.db = db;
        this.facts = facts;
        this.clock = clock;
    }

    /** About an intent of ours; answers the incident's id, the earlier one when it is known. */
    public UUID open(Kind kind, RefundIntent intent, @Nullable Long theirsMinor, String detail) {
        return open(
                kind,
                intent.shop(),
                intent.gateway(),
                intent.outRefundNo(),
                intent,
                theirsMinor,
                intent.currency(),
                detail);
    }

    /** About a number that none of our intents has. */
    public UUID openTheirs(
            ShopId shop, String gateway, String number, long theirsMinor, String currency) {
        return open(
                Kind.THEIRS_ALONE,
                shop,
                gateway,
                number,
                null,
                theirsMinor,
                currency,
                "the gateway paid a refund that this house never asked for");
    }

    private UUID open(
            Kind kind,
            ShopId shop,
            String gateway,
            String number,
            @Nullable RefundIntent intent,
            @Nullable Long theirsMinor,
            String currency,
            String detail) {
        var id = UUID.randomUUID();
        var fresh =
                db.sql(
                                        """
                        insert into aftersales.refund_incident
                               (shop_id, id, kind, gateway, out_refund_no, case_id, ours_minor, theirs_minor, currency, detail, opened_at)
                        values (:shop, :id, :kind, :gateway, :no, :case, :ours, :theirs, :currency, :detail, :now)
                        on conflict (shop_id, kind, gateway, out_refund_no) do nothing
                        """)
                                .param("shop", shop.value())
                                .param("id", id)
                                .param("kind", kind.name())
                                .param("gateway", gateway)
                                .param("no", number)
                                .param("case", intent == null ? null : intent.caseId(), Types.OTHER)
                                .param(
                                        "ours",
                                        intent == null ? null : intent.amountMinor(),
                                        Types.BIGINT)
                                .param("theirs", theirsMinor, Types.BIGINT)
                                .param("currency", currency)
                                .param("detail", detail)
                                .param("now", now())
                                .update()
                        == 1;
        if (!fresh) {
            return db.sql(
                            """
                    select i.id from aftersales.refund_incident i
                     where i.shop_id = :shop and i.kind = :kind and i.gateway = :gateway and i.out_refund_no = :no
                    """)
                    .param("shop", shop.value())
                    .param("kind", kind.name())
                    .param("gateway", gateway)
                    .param("no", number)
                    .query(UUID.class)
                    .single();
        }
        tell("aftersales.refund-incident-opened", shop, id, "system", kind.name());
        return id;
    }

    /** False when it is not there, or closed already. */
    public boolean close(ShopId shop, UUID id, String actor, String note) {
        var closed =
                db.sql(
                                        """
                        update aftersales.refund_incident
                           set closed_at = :now, closed_by = :by, note = :note
                         where shop_id = :shop and id = :id and closed_at is null
                        """)
                                .param("now", now())
                                .param("by", actor)
                                .param("note", note)
                                .param("shop", shop.value())
                                .param("id", id)
                                .update()
                        == 1;
        if (closed) {
            tell("aftersales.refund-incident-closed", shop, id, actor, "");
        }
        return closed;
    }

    private void tell(String type, ShopId shop, UUID id, String actor, String kind) {
        facts.append(
                new NewFact(
                        shop,
                        type,
                        "refund-incident:" + id,
                        actor,
                        null,
                        Audience.STAFF,
                        Map.of("kind", kind)));
    }

    private java.time.OffsetDateTime now() {
        Instant now = clock.instant();
        return now.atOffset(ZoneOffset.UTC);
    }
}
