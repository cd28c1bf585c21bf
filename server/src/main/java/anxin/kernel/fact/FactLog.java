package anxin.kernel.fact;

import anxin.kernel.ShopId;
import anxin.kernel.loop.AfterCommit;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * The one ordered log: outbox, journal and live feed at once. Append in the transaction of the
 * cause.
 */
@Component
public class FactLog {

    private static final Audience[] AUDIENCES = Audience.values();

    private final JdbcClient db;
    private final JsonMapper json;
    private final Clock clock;
    private final FactTail tail;

    FactLog(JdbcClient db, JsonMapper json, Clock clock, FactTail tail) {
        this.db = db;
        this.json = json;
        this.clock = clock;
        this.tail = tail;
    }

    public void append(NewFact fact) {
        append(List.of(fact));
    }

    /** One statement for all of them. */
    public void append(List<NewFact> facts) {
        if (facts.isEmpty()) {
            return;
        }
        var size = facts.size();
        @Nullable String[] shops = new @Nullable String[size];
        var types = new String[size];
        var subjects = new String[size];
        var actors = new String[size];
        @Nullable String[] customers = new @Nullable String[size];
        var audiences = new Integer[size];
        var payloads = new String[size];
        for (int i = 0; i < size; i++) {
            var fact = facts.get(i);
            shops[i] = fact.shop() == null ? null : fact.shop().value();
            types[i] = fact.type();
            subjects[i] = fact.subject();
            actors[i] = fact.actor();
            customers[i] = fact.customer();
            audiences[i] = fact.audience().ordinal();
            payloads[i] = json.writeValueAsString(fact.payload());
        }
        db.sql(
                        """
                insert into kernel.fact (shop_id, type, subject, actor, customer_id, audience, at, payload)
                select n.shop_id, n.type, n.subject, n.actor, n.customer_id, n.audience, :at, n.payload::jsonb
                  from unnest(:shops, :types, :subjects, :actors, :customers, :audiences, :payloads)
                       with ordinality as n (shop_id, type, subject, actor, customer_id, audience, payload, place)
                 order by n.place
                """)
                .param("at", clock.instant().atOffset(ZoneOffset.UTC))
                .param("shops", shops)
                .param("types", types)
                .param("subjects", subjects)
                .param("actors", actors)
                .param("customers", customers)
                .param("audiences", audiences)
                .param("payloads", payloads)
                .update();
        AfterCommit.run(tail::wake);
    }

    /**
     * The oldest {@code limit} facts behind {@code position} that no running transaction can still
     * precede.
     */
    public List<Fact> after(Position position, int limit) {
        return db.sql(
                        """
                select f.xid, f.seq, f.shop_id, f.type, f.subject, f.actor, f.customer_id, f.audience, f.at, f.payload
                  from kernel.fact f
                 where (f.xid, f.seq) > (:xid, :seq)
                   and f.xid < pg_snapshot_xmin(pg_current_snapshot())::text::bigint
                 order by f.xid, f.seq
                 limit :limit
                """)
                .param("xid", position.transaction())
                .param("seq", position.sequence())
                .param("limit", limit)
                .query(FactLog::fact)
                .list();
    }

    /** Everything that has happened up to now lies at or before this place. */
    public Position end() {
        return db.sql(
                        """
                select f.xid, f.seq
                  from kernel.fact f
                 where f.xid < pg_snapshot_xmin(pg_current_snapshot())::text::bigint
                 order by f.xid desc, f.seq desc
                 limit 1
                """)
                .query((row, n) -> new Position(row.getLong("xid"), row.getLong("seq")))
                .optional()
                .orElse(Position.START);
    }

    static Fact fact(ResultSet row, int number) throws SQLException {
        return new Fact(
                new Position(row.getLong("xid"), row.getLong("seq")),
                shop(row.getString("shop_id")),
                row.getString("type"),
                row.getString("subject"),
                row.getString("actor"),
                row.getString("customer_id"),
                AUDIENCES[row.getInt("audience")],
                row.getObject("at", java.time.OffsetDateTime.class).toInstant(),
                row.getString("payload"));
    }

    private static @Nullable ShopId shop(@Nullable String id) {
        return id == null ? null : new ShopId(id);
    }
}
