package anxin.commerce.orders;

import static anxin.commerce.intake.Columns.instant;
import static anxin.commerce.intake.Columns.strings;

import anxin.commerce.Contact;
import anxin.commerce.OrderKey;
import anxin.commerce.Orders;
import anxin.commerce.StoredOrder;
import anxin.commerce.intake.NewerWins;
import anxin.commerce.intake.NewerWins.Column;
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
                    where p.shop_id = o.shop_id and p.order_number = o.number and p.direction = 'OUTBOUND') p on true
            """;

    private static final NewerWins<OrderWrite> ORDERS =
            new NewerWins<>(
                    "commerce.shop_order",
                    "number",
                    List.of(
                            new Column<>("customer_id", "text", OrderWrite::customerId),
                            new Column<>("paid_at", "timestamptz", w -> w.order().paidAt()),
                            new Column<>("listed_at", "timestamptz", OrderWrite::listedAt),
                            new Column<>("fulfil", "text", w -> w.order().fulfil()),
                            new Column<>("pay_status", "text", w -> w.order().payStatus()),
                            new Column<>("currency", "text", w -> w.order().currency()),
                            new Column<>("paid_minor", "bigint", OrderWrite::paidMinor),
                            new Column<>("title", "text", OrderWrite::title),
                            new Column<>("buyer_name", "text", w -> w.contact().name()),
                            new Column<>("buyer_phone", "text", w -> w.contact().phone()),
                            new Column<>("buyer_email", "text", w -> w.contact().email()),
                            new Column<>("document", "jsonb", OrderWrite::document)));

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
    public Optional<OrderNumber> paidUnder(ShopId shop, Collection<String> payTxnIds) {
        return payTxnIds.stream().flatMap(payment -> paidUnder(shop, payment).stream()).findFirst();
    }

    private Optional<OrderNumber> paidUnder(ShopId shop, String payTxnId) {
        return db.sql(
                        """
                        select o.number
                          from commerce.shop_order o
                         where o.shop_id = :shop
                           and o.document -> 'tenders' @> jsonb_build_array(jsonb_build_object('payTxnId', cast(:payment as text)))
                           and jsonb_path_exists(o.document, '$.tenders[*].payTxnId ? (@ starts with "pi_" || @ starts with "ch_" || @ starts with "py_")')
                         limit 1
                        """)
                .param("shop", shop.value())
                .param("payment", payTxnId)
                .query(String.class)
                .optional()
                .map(OrderNumber::new);
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

    /** Where the source of each number stands when this is done. */
    Map<String, Source> write(ShopId shop, Collection<OrderWrite> writes) {
        return ORDERS.write(db, shop, writes, clock.instant());
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
}
