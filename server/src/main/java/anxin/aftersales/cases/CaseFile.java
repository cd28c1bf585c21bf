package anxin.aftersales.cases;

import anxin.kernel.ShopId;
import anxin.kernel.rows.Rows;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** What happened on a case and what was said, for whoever may read it. */
@Component
public class CaseFile {

    private static final TypeReference<Map<String, Object>> PARAMS = new TypeReference<>() {};

    /** One step; {@code note} is for staff only. */
    public record Entry(
            int seq,
            String step,
            String state,
            Map<String, Object> params,
            @Nullable String note,
            String actor,
            Instant at,
            @Nullable Instant etaAt) {}

    /** {@code of} is CUSTOMER or STAFF. */
    public record Message(
            UUID id, String author, String name, String of, String body, Instant at) {}

    /** The columns of {@link Entry}, with the alias {@code t}. */
    public static final String ENTRY_COLUMNS =
            "t.seq, t.step, t.state, t.params, t.note, t.actor, t.at, t.eta_at";

    /** The columns of {@link Message}, with the alias {@code m}. */
    public static final String MESSAGE_COLUMNS = "m.id, m.author, m.name, m.of, m.body, m.at";

    private final JdbcClient db;
    private final JsonMapper json;

    CaseFile(JdbcClient db, JsonMapper json) {
        this.db = db;
        this.json = json;
    }

    public List<Entry> timeline(ShopId shop, UUID id) {
        return db.sql(
                        "select "
                                + ENTRY_COLUMNS
                                + """
                  from aftersales.timeline_entry t
                 where t.shop_id = :shop and t.case_id = :id
                 order by t.seq
                """)
                .param("shop", shop.value())
                .param("id", id)
                .query(this::entry)
                .list();
    }

    /** A step of the timeline by its case and place. */
    public record Place(ShopId shop, UUID caseId, int seq) {}

    /** Those that are there, in one statement. */
    public Map<Place, Entry> entries(List<Place> places) {
        var found = new HashMap<Place, Entry>();
        db.sql(
                        "select t.shop_id, t.case_id, "
                                + ENTRY_COLUMNS
                                + """
                  from (select distinct k.shop_id, k.id, k.seq from unnest(:shops, :ids, :seqs) as k (shop_id, id, seq)) k
                  join aftersales.timeline_entry t on t.shop_id = k.shop_id and t.case_id = k.id and t.seq = k.seq
                """)
                .param("shops", places.stream().map(p -> p.shop().value()).toArray(String[]::new))
                .param("ids", places.stream().map(Place::caseId).toArray(UUID[]::new))
                .param("seqs", places.stream().map(Place::seq).toArray(Integer[]::new))
                .query(
                        row -> {
                            var entry = entry(row, 0);
                            found.put(
                                    new Place(
                                            new ShopId(row.getString("shop_id")),
                                            row.getObject("case_id", UUID.class),
                                            entry.seq()),
                                    entry);
                        });
        return found;
    }

    /** One message; empty when it is not there. */
    public Optional<Message> message(ShopId shop, UUID id, UUID message) {
        return db.sql(
                        "select "
                                + MESSAGE_COLUMNS
                                + """
                  from aftersales.message m
                 where m.shop_id = :shop and m.case_id = :case and m.id = :id
                """)
                .param("shop", shop.value())
                .param("case", id)
                .param("id", message)
                .query(Rows.of(Message.class))
                .optional();
    }

    public Entry entry(ResultSet row, int number) throws SQLException {
        var eta = row.getObject("eta_at", OffsetDateTime.class);
        return new Entry(
                row.getInt("seq"),
                row.getString("step"),
                row.getString("state"),
                json.readValue(row.getString("params"), PARAMS),
                row.getString("note"),
                row.getString("actor"),
                row.getObject("at", OffsetDateTime.class).toInstant(),
                eta == null ? null : eta.toInstant());
    }
}
