package anxin.commerce.intake;

import static anxin.commerce.intake.Columns.instant;
import static anxin.commerce.intake.Columns.longs;
import static anxin.commerce.intake.Columns.strings;
import static anxin.commerce.intake.Columns.times;

import anxin.kernel.ShopId;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The one statement by which everything a shop sends gets into its table: hundreds of rows at once,
 * and a row that is there stays when it is the newer.
 */
public final class NewerWins<W extends Write> {

    /** Values travel as text and become {@code type} in the database. */
    public record Column<W>(String name, String type, Function<W, @Nullable Object> value) {}

    private final String table;
    private final String key;
    private final List<Column<W>> columns;
    private final String upsert;

    public NewerWins(String table, String key, List<Column<W>> columns) {
        this.table = table;
        this.key = key;
        this.columns = columns;
        this.upsert = upsert();
    }

    /** Where the source of each key stands when this is done. */
    public Map<String, Source> write(
            JdbcClient db, ShopId shop, Collection<W> writes, Instant now) {
        var rows = newest(writes);
        if (rows.isEmpty()) {
            return Map.of();
        }
        var statement =
                db.sql(upsert)
                        .param("shop", shop.value())
                        .param("now", now.atOffset(ZoneOffset.UTC))
                        .param("keys", strings(rows, Write::key))
                        .param("versions", longs(rows, row -> row.source().version()))
                        .param("times", times(rows, row -> row.source().time()))
                        .param("fingerprints", strings(rows, row -> row.source().fingerprint()));
        for (var column : columns) {
            statement.param(column.name(), strings(rows, row -> text(column.value().apply(row))));
        }
        var written = statement.query((row, n) -> row.getString("key")).list();
        var places = new HashMap<String, Source>();
        rows.forEach(row -> places.put(row.key(), row.source()));
        if (written.size() < rows.size()) {
            var kept = new HashSet<>(places.keySet());
            written.forEach(kept::remove);
            places.putAll(places(db, shop, kept));
        }
        return places;
    }

    /**
     * One row per key, always in the same order, so that two writers wait for each other rather
     * than lock up.
     */
    public static <W extends Write> List<W> newest(Collection<W> writes) {
        var newest = new HashMap<String, W>();
        for (var write : writes) {
            newest.merge(
                    write.key(), write, (a, b) -> a.source().compareTo(b.source()) >= 0 ? a : b);
        }
        return newest.values().stream().sorted(Comparator.comparing(Write::key)).toList();
    }

    private Map<String, Source> places(JdbcClient db, ShopId shop, Collection<String> keys) {
        var places = new HashMap<String, Source>();
        db.sql(
                        """
                        select t.%s as key, t.source_version, t.source_time, t.fingerprint
                          from %s t
                         where t.shop_id = :shop and t.%s = any(:keys)
                        """
                                .formatted(key, table, key))
                .param("shop", shop.value())
                .param("keys", keys.toArray(String[]::new))
                .query(
                        row -> {
                            places.put(
                                    row.getString("key"),
                                    new Source(
                                            row.getLong("source_version"),
                                            instant(row, "source_time"),
                                            row.getString("fingerprint")));
                        });
        return places;
    }

    private String upsert() {
        return """
        insert into %s as t
               (shop_id, %s, %s, source_version, source_time, fingerprint, changed_at)
        select :shop, n.key, %s, n.source_version, n.source_time::timestamptz, n.fingerprint, :now
          from unnest(:keys, :versions, :times, :fingerprints, %s)
            as n (key, source_version, source_time, fingerprint, %s)
            on conflict (shop_id, %s) do update
           set %s, source_version = excluded.source_version, source_time = excluded.source_time,
               fingerprint = excluded.fingerprint, changed_at = excluded.changed_at
         where (excluded.source_version, coalesce(excluded.source_time, '-infinity'),
                excluded.fingerprint collate "C")
             > (t.source_version, coalesce(t.source_time, '-infinity'), t.fingerprint collate "C")
        returning t.%s as key
        """
                .formatted(
                        table,
                        key,
                        each(Column::name),
                        each(column -> "n." + column.name() + "::" + column.type()),
                        each(column -> ":" + column.name()),
                        each(Column::name),
                        key,
                        each(column -> column.name() + " = excluded." + column.name()),
                        key);
    }

    private String each(Function<Column<W>, String> text) {
        return columns.stream().map(text).collect(Collectors.joining(", "));
    }

    private static @Nullable String text(@Nullable Object value) {
        return value == null ? null : value.toString();
    }
}
