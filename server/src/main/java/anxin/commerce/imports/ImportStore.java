package anxin.commerce.imports;

import static anxin.commerce.intake.Columns.instant;
import static anxin.commerce.intake.Columns.longs;
import static anxin.commerce.intake.Columns.strings;

import anxin.commerce.intake.Kind;
import anxin.kernel.ShopId;
import anxin.kernel.Text;
import anxin.kernel.page.Cursor;
import anxin.kernel.page.Page;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The SQL of imports. */
@Repository
class ImportStore {

    private static final String COLUMNS =
            """
            select j.shop_id, j.id, j.kind, j.format, j.state, j.bytes, j.byte_offset, j.line, j.processed, j.stale,
                   j.failed, j.created_by, j.created_at, j.finished_at
              from commerce.import_job j
            """;

    private final JdbcClient db;
    private final Clock clock;

    ImportStore(JdbcClient db, Clock clock) {
        this.db = db;
        this.clock = clock;
    }

    /** What is wrong in one place of one line. */
    record Fault(long line, int place, String pointer, Text problem) {}

    boolean add(ImportJob job) {
        return db.sql(
                                """
                                insert into commerce.import_job
                                       (shop_id, id, kind, format, state, bytes, created_by, created_at, changed_at)
                                values (:shop, :id, :kind, :format, :state, :bytes, :by, :now, :now)
                                    on conflict do nothing
                                """)
                        .param("shop", job.shop().value())
                        .param("id", job.id())
                        .param("kind", job.kind().name())
                        .param("format", job.format().name())
                        .param("state", job.state().name())
                        .param("bytes", job.bytes())
                        .param("by", job.createdBy())
                        .param("now", job.createdAt().atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }

    Optional<ImportJob> find(ShopId shop, UUID id) {
        return db.sql(COLUMNS + " where j.shop_id = :shop and j.id = :id")
                .param("shop", shop.value())
                .param("id", id)
                .query(ImportStore::job)
                .optional();
    }

    /** Whoever holds it takes the next batch; another waits and finds the offset moved. */
    ImportJob lock(ShopId shop, UUID id) {
        return db.sql(COLUMNS + " where j.shop_id = :shop and j.id = :id for update")
                .param("shop", shop.value())
                .param("id", id)
                .query(ImportStore::job)
                .single();
    }

    List<ImportJob> running() {
        return db.sql(COLUMNS + " where j.state = 'RUNNING' order by j.created_at")
                .query(ImportStore::job)
                .list();
    }

    /** Newest first. */
    Page<ImportJob> page(ShopId shop, @Nullable String after, int size) {
        var cursor = Cursor.decode(after, 2);
        var rows =
                db.sql(
                                COLUMNS
                                        + " where j.shop_id = :shop"
                                        + (cursor == null
                                                ? ""
                                                : " and (j.created_at < :at or (j.created_at = :at and j.id > :id))")
                                        + " order by j.created_at desc, j.id limit :limit")
                        .param("shop", shop.value())
                        .param(
                                "at",
                                cursor == null ? null : cursor.instant(0).atOffset(ZoneOffset.UTC))
                        .param("id", cursor == null ? null : cursor.uuid(1))
                        .param("limit", size + 1)
                        .query(ImportStore::job)
                        .list();
        return Page.of(rows, size, job -> Cursor.at(job.createdAt(), job.id()));
    }

    void advance(ImportJob job) {
        db.sql(
                        """
                        update commerce.import_job
                           set state = :state, byte_offset = :offset, line = :line, processed = :processed,
                               stale = :stale, failed = :failed, changed_at = :now,
                               finished_at = case when :state = 'DONE' then :now else null end
                         where shop_id = :shop and id = :id
                        """)
                .param("shop", job.shop().value())
                .param("id", job.id())
                .param("state", job.state().name())
                .param("offset", job.offset())
                .param("line", job.line())
                .param("processed", job.processed())
                .param("stale", job.stale())
                .param("failed", job.failed())
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .update();
    }

    void addFaults(ImportJob job, List<Fault> faults) {
        if (faults.isEmpty()) {
            return;
        }
        db.sql(
                        """
                        insert into commerce.import_error
                               (shop_id, import_id, line, place, pointer, problem_zh, problem_en)
                        select :shop, :id, n.line, n.place, n.pointer, n.zh, n.en
                          from unnest(:lines, :places, :pointers, :zh, :en) as n (line, place, pointer, zh, en)
                        """)
                .param("shop", job.shop().value())
                .param("id", job.id())
                .param("lines", longs(faults, Fault::line))
                .param("places", longs(faults, fault -> (long) fault.place()))
                .param("pointers", strings(faults, Fault::pointer))
                .param("zh", strings(faults, fault -> fault.problem().zh()))
                .param("en", strings(faults, fault -> fault.problem().en()))
                .update();
    }

    /** In the order of the file, page by page so that a long list needs no memory. */
    void eachFault(ShopId shop, UUID id, Consumer<Fault> consumer) {
        long line = -1;
        int place = 0;
        while (true) {
            var faults =
                    db.sql(
                                    """
                                    select e.line, e.place, e.pointer, e.problem_zh, e.problem_en
                                      from commerce.import_error e
                                     where e.shop_id = :shop and e.import_id = :id and (e.line, e.place) > (:line, :place)
                                     order by e.line, e.place
                                     limit 1000
                                    """)
                            .param("shop", shop.value())
                            .param("id", id)
                            .param("line", line)
                            .param("place", place)
                            .query(
                                    (row, n) ->
                                            new Fault(
                                                    row.getLong("line"),
                                                    row.getInt("place"),
                                                    row.getString("pointer"),
                                                    Text.of(
                                                            row.getString("problem_zh"),
                                                            row.getString("problem_en"))))
                            .list();
            if (faults.isEmpty()) {
                return;
            }
            faults.forEach(consumer);
            line = faults.getLast().line();
            place = faults.getLast().place();
        }
    }

    private static ImportJob job(ResultSet row, int number) throws SQLException {
        return new ImportJob(
                new ShopId(row.getString("shop_id")),
                row.getObject("id", UUID.class),
                Kind.valueOf(row.getString("kind")),
                Format.valueOf(row.getString("format")),
                ImportJob.State.valueOf(row.getString("state")),
                row.getLong("bytes"),
                row.getLong("byte_offset"),
                row.getLong("line"),
                row.getLong("processed"),
                row.getLong("stale"),
                row.getLong("failed"),
                row.getString("created_by"),
                row.getObject("created_at", OffsetDateTime.class).toInstant(),
                instant(row, "finished_at"));
    }
}
