package anxin.tickets.matter;

import anxin.kernel.ShopId;
import anxin.kernel.rows.Rows;
import java.sql.Types;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** What happened to tickets. */
@Component
public class StepStore {

    private record Row(
            int seq,
            @Nullable UUID id,
            Step.Kind kind,
            String by,
            String text,
            String detail,
            Instant at) {}

    private final JdbcClient db;
    private final JsonMapper json;

    StepStore(JdbcClient db, JsonMapper json) {
        this.db = db;
        this.json = json;
    }

    void add(Ticket to, Step.New step, Instant now) {
        db.sql(
                        """
                insert into tickets.step (shop_id, ticket_id, seq, id, kind, by, text, detail, at)
                values (:shop, :ticket, :seq, :id, :kind, :by, :text, :detail::json, :at)
                """)
                .param("shop", to.shop().value())
                .param("ticket", to.id())
                .param("seq", to.version())
                .param("id", step.id(), Types.OTHER)
                .param("kind", step.kind().name())
                .param("by", step.by())
                .param("text", step.text())
                .param("detail", json.writeValueAsString(step.detail()))
                .param("at", now.atOffset(ZoneOffset.UTC))
                .update();
    }

    /** Whether a step of this id was written: what is sent again after a lost answer. */
    public boolean has(ShopId shop, UUID ticket, UUID id) {
        return db.sql(
                        """
                select exists (select 1 from tickets.step s
                                where s.shop_id = :shop and s.ticket_id = :ticket and s.id = :id)
                """)
                .param("shop", shop.value())
                .param("ticket", ticket)
                .param("id", id)
                .query(Boolean.class)
                .single();
    }

    /** The newest before {@code seq}, the oldest of them first. */
    public List<Step> before(ShopId shop, UUID ticket, int seq, int limit) {
        return db
                .sql(
                        """
                select s.seq, s.id, s.kind, s.by, s.text, s.detail::text as detail, s.at
                  from tickets.step s
                 where s.shop_id = :shop and s.ticket_id = :ticket and s.seq < :seq
                 order by s.seq desc
                 limit :limit
                """)
                .param("shop", shop.value())
                .param("ticket", ticket)
                .param("seq", seq)
                .param("limit", limit)
                .query(Rows.of(Row.class))
                .list()
                .stream()
                .map(this::step)
                .toList()
                .reversed();
    }

    private Step step(Row row) {
        return new Step(
                row.seq(),
                row.id(),
                row.kind(),
                row.by(),
                row.text(),
                json.readValue(row.detail(), Step.Detail.class),
                row.at());
    }
}
