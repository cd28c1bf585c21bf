package anxin.commerce.orders;

import static anxin.commerce.intake.Columns.instant;
import static anxin.commerce.intake.Columns.longs;
import static anxin.commerce.intake.Columns.strings;
import static anxin.commerce.intake.Columns.times;

import anxin.commerce.Contact;
import anxin.commerce.Order;
import anxin.commerce.OrderKey;
import anxin.commerce.Orders;
import anxin.commerce.StoredOrder;
import anxin.commerce.intake.Source;
import anxin.kernel.OrderNumber;
import anxin.kernel.ShopId;
import anxin.kernel.page.Cursor;
import anxin.kernel.page.Page;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The SQL of orders. */
@Repository
class OrderStore implements Orders {

    private static final String COLUMNS =
            """
            select o.shop_id, o.document, o.buyer_name, o.buyer_phone, o.buyer_email, o.source_version, o.source_time,
                   o.changed_at, o.listed_at,
                   p.parcels, p.shipped, p.signed, p.signed_at, p.signed_by, p.collected_at, p.status, p.last_trace_at
            """;

    private static final String PARCELS =
            """
              left join lateral (
                   select count(*) as parcels, count(p.shipped_at) as shipped, count(p.signed_at) as signed,
                          max(p.signed_at) as signed_at, max(p.signed_by) as signed_by, max(p.collected_at) as collected_at,
                          (array_agg(p.status order by p.last_trace_at desc nulls last))[1] as status,
                          max(p.last_trace_at) as last_trace_at
                     from commerce.parcel p
                    where p.shop_id = o.shop_id and p.order_number = o.number) p on true
            """;

    private final JdbcClient db;
    private final OrderDocuments documents;
    private final Clock clock;

    OrderStore(JdbcClient db, OrderDocuments documents, Clock clock) {
        this.db = db;
        this.documents = documents;
        this.clock = clock;
    }

    @Override
    public Optional<StoredOrder> find(ShopId shop, OrderNumber number) {
        return db.sql(
                        COLUMNS
                                + "  from commerce.shop_order o\n"
                                + PARCELS
                                + " where o.shop_id = :shop and o.number = :number")
                .param("shop", shop.value())
                .param("number", number.value())
                .query(this::stored)
                .optional();
    }

    @Override
    public List<StoredOrder> findAll(Collection<OrderKey> keys) {
        if (keys.isEmpty()) {
            return List.of();
        }
        return db.sql(
                        COLUMNS
                                + """
                                    from (select distinct k.shop_id, k.number
                                            from unnest(:shops, :numbers) as k (shop_id, number)) k
                                    join commerce.shop_order o on o.shop_id = k.shop_id and o.number = k.number
                                  """
                                + PARCELS)
                .param("shops", strings(keys, key -> key.shop().value()))
                .param("numbers", strings(keys, key -> key.number().value()))
                .query(this::stored)
                .list();
    }

    @Override
    public Page<StoredOrder> ofCustomer(
            ShopId shop, String customerId, @Nullable String after, int size) {
        return page(shop, "and o.customer_id = :customer", customerId, after, size);
    }

    @Override
    public Page<StoredOrder> ofShop(ShopId shop, @Nullable String after, int size) {
        return page(shop, "and cast(:customer as text) is null", null, after, size);
    }

    private Page<StoredOrder> page(
            ShopId shop,
            String filter,
            @Nullable String customer,
            @Nullable String after,
            int size) {
        var cursor = Cursor.decode(after, 2);
        var rows =
                db.sql(
                                COLUMNS
                                        + "  from commerce.shop_order o\n"
                                        + PARCELS
                                        + " where o.shop_id = :shop "
                                        + filter
                                        + (cursor == null
                                                ? ""
                                                : """

                                                   and o.listed_at <= :at and (o.listed_at < :at or o.number > :number)
                                                  """)
                                        + " order by o.listed_at desc, o.number limit :limit")
                        .param("shop", shop.value())
                        .param("customer", customer)
                        .param(
                                "at",
                                cursor == null ? null : cursor.instant(0).atOffset(ZoneOffset.UTC))
                        .param("number", cursor == null ? null : cursor.text(1))
                        .param("limit", size + 1)
                        .query(
                                (row, n) ->
                                        new Listed(
                                                stored(row, n),
                                                row.getObject("listed_at", OffsetDateTime.class)
                                                        .toInstant()))
                        .list();
        return Page.of(rows, size, listed -> Cursor.at(listed.at(), listed.order().order().no()))
                .map(Listed::order);
    }

    private record Listed(StoredOrder order, Instant at) {}

    /**
     * Writes those that are newer than what is there, in one statement; answers where the source of
     * each number stands now.
     */
    Map<String, Source> write(ShopId shop, Collection<OrderWrite> writes) {
        var newest = new HashMap<String, OrderWrite>();
        for (var write : writes) {
            newest.merge(
                    write.number(), write, (a, b) -> a.source().compareTo(b.source()) >= 0 ? a : b);
        }
        // Always in the same order, so that two writers wait for each other rather than lock up.
        var rows =
                newest.values().stream().sorted(Comparator.comparing(OrderWrite::number)).toList();
        if (rows.isEmpty()) {
            return Map.of();
        }
        var written = upsert(shop, rows);
        var places = new HashMap<String, Source>();
        rows.forEach(row -> places.put(row.number(), row.source()));
        if (written.size() < rows.size()) {
            var kept = new java.util.HashSet<>(newest.keySet());
            written.forEach(kept::remove);
            places.putAll(places(shop, kept));
        }
        return places;
    }

    private List<String> upsert(ShopId shop, List<OrderWrite> rows) {
        var now = clock.instant();
        return db.sql(
                        """
                        insert into commerce.shop_order as o
                               (shop_id, number, customer_id, paid_at, listed_at, fulfil, pay_status, currency,
                                paid_minor, title, buyer_name, buyer_phone, buyer_email, document, source_version,
                                source_time, fingerprint, changed_at)
                        select :shop, n.number, n.customer_id, n.paid_at::timestamptz, n.listed_at::timestamptz, n.fulfil,
                               n.pay_status, n.currency, n.paid_minor, n.title, n.buyer_name, n.buyer_phone, n.buyer_email,
                               n.document::jsonb, n.source_version, n.source_time::timestamptz, n.fingerprint, :now
                          from unnest(:numbers, :customers, :paidAt, :listedAt, :fulfil, :payStatus, :currencies, :paid,
                                      :titles, :names, :phones, :emails, :documents, :versions, :times, :fingerprints)
                            as n (number, customer_id, paid_at, listed_at, fulfil, pay_status, currency, paid_minor, title,
                                  buyer_name, buyer_phone, buyer_email, document, source_version, source_time, fingerprint)
                            on conflict (shop_id, number) do update
                           set customer_id = excluded.customer_id, paid_at = excluded.paid_at,
                               listed_at = case when excluded.paid_at is null and o.paid_at is null
                                                then o.listed_at else excluded.listed_at end,
                               fulfil = excluded.fulfil, pay_status = excluded.pay_status, currency = excluded.currency,
                               paid_minor = excluded.paid_minor, title = excluded.title, buyer_name = excluded.buyer_name,
                               buyer_phone = excluded.buyer_phone, buyer_email = excluded.buyer_email,
                               document = excluded.document, source_version = excluded.source_version,
                               source_time = excluded.source_time, fingerprint = excluded.fingerprint,
                               changed_at = excluded.changed_at
                         where (excluded.source_version, coalesce(excluded.source_time, '-infinity'),
                                excluded.fingerprint collate "C")
                             > (o.source_version, coalesce(o.source_time, '-infinity'), o.fingerprint collate "C")
                        returning o.number
                        """)
                .param("shop", shop.value())
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("numbers", strings(rows, OrderWrite::number))
                .param("customers", strings(rows, OrderStore::customer))
                .param("paidAt", times(rows, row -> row.order().paidAt()))
                .param("listedAt", times(rows, row -> listedAt(row, now)))
                .param("fulfil", strings(rows, row -> row.order().fulfil().name()))
                .param("payStatus", strings(rows, row -> row.order().payStatus().name()))
                .param("currencies", strings(rows, row -> row.order().currency()))
                .param("paid", longs(rows, OrderWrite::paidMinor))
                .param("titles", strings(rows, row -> row.order().lines().getFirst().title()))
                .param("names", strings(rows, row -> row.contact().name()))
                .param("phones", strings(rows, row -> row.contact().phone()))
                .param("emails", strings(rows, row -> row.contact().email()))
                .param("documents", strings(rows, OrderWrite::document))
                .param("versions", longs(rows, row -> row.source().version()))
                .param("times", times(rows, row -> row.source().time()))
                .param("fingerprints", strings(rows, row -> row.source().fingerprint()))
                .query((row, n) -> row.getString("number"))
                .list();
    }

    private Map<String, Source> places(ShopId shop, Collection<String> numbers) {
        var places = new HashMap<String, Source>();
        db.sql(
                        """
                        select o.number, o.source_version, o.source_time, o.fingerprint
                          from commerce.shop_order o
                         where o.shop_id = :shop and o.number = any(:numbers)
                        """)
                .param("shop", shop.value())
                .param("numbers", numbers.toArray(String[]::new))
                .query(
                        row -> {
                            places.put(
                                    row.getString("number"),
                                    new Source(
                                            row.getLong("source_version"),
                                            instant(row, "source_time"),
                                            row.getString("fingerprint")));
                        });
        return places;
    }

    private StoredOrder stored(ResultSet row, int number) throws SQLException {
        var tracking =
                new Tracking(
                        row.getInt("parcels"),
                        row.getInt("shipped"),
                        row.getInt("signed"),
                        instant(row, "signed_at"),
                        row.getString("signed_by"),
                        instant(row, "collected_at"),
                        row.getString("status"),
                        instant(row, "last_trace_at"));
        return new StoredOrder(
                new ShopId(row.getString("shop_id")),
                tracking.over(documents.read(row.getString("document"))),
                new Contact(
                        row.getString("buyer_name"),
                        row.getString("buyer_phone"),
                        row.getString("buyer_email")),
                row.getLong("source_version"),
                instant(row, "source_time"),
                row.getObject("changed_at", OffsetDateTime.class).toInstant());
    }

    private static @Nullable String customer(OrderWrite write) {
        Order.@Nullable Buyer customer = write.order().customer();
        return customer == null ? null : customer.id();
    }

    private static Instant listedAt(OrderWrite write, Instant now) {
        var paidAt = write.order().paidAt();
        if (paidAt != null) {
            return paidAt;
        }
        var sourceTime = write.source().time();
        return sourceTime == null ? now : sourceTime;
    }
}
