package anxin.aftersales.page;

import anxin.aftersales.cases.CaseFile;
import anxin.aftersales.cases.CaseRow;
import anxin.aftersales.cases.CaseStore;
import anxin.aftersales.evidence.Evidence;
import anxin.aftersales.refund.RefundIntent;
import anxin.kernel.ShopId;
import anxin.kernel.rows.OneTrip;
import anxin.kernel.rows.Rows;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.stereotype.Component;

/** Reads pages, one or as many as a batch has, with one round trip to the database. */
@Component
public class CasePages {

    /** Which case, of which shop. */
    public record Key(ShopId shop, UUID id) {}

    private record Of<T>(Key key, T value) {}

    private final JdbcOperations db;
    private final CaseFile file;

    CasePages(JdbcOperations db, CaseFile file) {
        this.db = db;
        this.file = file;
    }

    public Optional<CasePage> find(ShopId shop, UUID id) {
        var key = new Key(shop, id);
        return Optional.ofNullable(read(List.of(key)).get(key));
    }

    /** Those that are there. */
    public Map<Key, CasePage> read(Collection<Key> keys) {
        var shops = keys.stream().map(key -> key.shop().value()).toArray(String[]::new);
        var ids = keys.stream().map(Key::id).toArray(UUID[]::new);
        var trip = new OneTrip();
        var rows =
                trip.add(
                        "select "
                                + CaseRow.COLUMNS
                                + from("after_sale_case c", "c.shop_id", "c.id", ""),
                        CaseRow::of,
                        shops,
                        ids);
        var lines =
                add(trip, "l", CaseStore.LINE_COLUMNS, "case_line", "line_id", LINE, shops, ids);
        var decisions =
                add(
                        trip,
                        "d",
                        """
                        d.rule_id, d.outcome, d.at,
                        d.answer -> 'customer' ->> 'zh' as customer_zh, d.answer -> 'customer' ->> 'en' as customer_en,
                        d.answer -> 'exemption' ->> 'zh' as exemption_zh, d.answer -> 'exemption' ->> 'en' as exemption_en
                        """,
                        "decision",
                        "seq",
                        Rows.of(CasePage.Spoken.class),
                        shops,
                        ids);
        var timeline =
                add(
                        trip,
                        "t",
                        CaseFile.ENTRY_COLUMNS,
                        "timeline_entry",
                        "seq",
                        file::entry,
                        shops,
                        ids);
        var messages =
                add(
                        trip,
                        "m",
                        CaseFile.MESSAGE_COLUMNS,
                        "message",
                        "at, m.id",
                        MESSAGE,
                        shops,
                        ids);
        var evidence = add(trip, "e", Evidence.COLUMNS, "evidence", "at, e.id", PHOTO, shops, ids);
        var refunds =
                add(
                        trip,
                        "i",
                        "i.*",
                        "refund_intent",
                        "created_at, i.out_refund_no",
                        RefundIntent::of,
                        shops,
                        ids);
        trip.ask(db);
        var linesOf = grouped(lines);
        var decisionsOf = grouped(decisions);
        var timelineOf = grouped(timeline);
        var messagesOf = grouped(messages);
        var evidenceOf = grouped(evidence);
        var refundsOf = grouped(refunds);
        var pages = new HashMap<Key, CasePage>();
        for (var row : rows.get()) {
            var key = new Key(row.shop(), row.id());
            pages.put(
                    key,
                    new CasePage(
                            row,
                            of(linesOf, key),
                            of(decisionsOf, key).getLast(),
                            of(timelineOf, key),
                            of(messagesOf, key),
                            of(evidenceOf, key),
                            of(refundsOf, key)));
        }
        return pages;
    }

    private static final RowMapper<CaseStore.Line> LINE = Rows.of(CaseStore.Line.class);
    private static final RowMapper<CaseFile.Message> MESSAGE = Rows.of(CaseFile.Message.class);
    private static final RowMapper<Evidence.Item> PHOTO = Rows.of(Evidence.Item.class);

    private static <T> Supplier<List<Of<T>>> add(
            OneTrip trip,
            String alias,
            String columns,
            String table,
            String order,
            RowMapper<T> mapper,
            String[] shops,
            UUID[] ids) {
        var shop = alias + ".shop_id";
        var id = alias + ".case_id";
        return trip.add(
                "select %s as key_shop, %s as key_case, %s %s"
                        .formatted(
                                shop,
                                id,
                                columns,
                                from(table + " " + alias, shop, id, alias + "." + order)),
                (row, n) ->
                        new Of<>(
                                new Key(
                                        new ShopId(row.getString("key_shop")),
                                        row.getObject("key_case", UUID.class)),
                                mapper.mapRow(row, n)),
                shops,
                ids);
    }

    private static String from(String table, String shop, String id, String order) {
        return " from unnest(?, ?) as k (shop_id, id) join aftersales.%s on %s = k.shop_id and %s = k.id%s"
                .formatted(table, shop, id, order.isEmpty() ? "" : " order by " + order);
    }

    private static <T> Map<Key, List<T>> grouped(Supplier<List<Of<T>>> answer) {
        return answer.get().stream()
                .collect(
                        Collectors.groupingBy(
                                Of::key, Collectors.mapping(Of::value, Collectors.toList())));
    }

    private static <T> List<T> of(Map<Key, List<T>> all, Key key) {
        return all.getOrDefault(key, List.of());
    }
}
