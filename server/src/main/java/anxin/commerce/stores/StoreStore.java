package anxin.commerce.stores;

import static anxin.commerce.intake.Columns.longs;
import static anxin.commerce.intake.Columns.strings;
import static anxin.commerce.intake.Columns.times;

import anxin.commerce.Stores;
import anxin.commerce.intake.NewerWins;
import anxin.commerce.intake.NewerWins.Column;
import anxin.commerce.intake.Source;
import anxin.commerce.intake.Write;
import anxin.identity.StoreNames;
import anxin.identity.Workplace;
import anxin.kernel.ShopId;
import anxin.kernel.Text;
import anxin.kernel.page.Cursor;
import anxin.kernel.page.Page;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The SQL of stores and their stock. */
@Repository
class StoreStore implements Stores, StoreNames {

    private static final NewerWins<StoreWrite> STORES =
            new NewerWins<>(
                    "commerce.store",
                    "id",
                    List.of(
                            new Column<>("name_zh", "text", w -> w.store().name().zh()),
                            new Column<>("name_en", "text", w -> w.store().name().en()),
                            new Column<>("city", "text", w -> w.store().city()),
                            new Column<>("address", "text", w -> w.store().address()),
                            new Column<>("phone", "text", w -> w.store().phone()),
                            new Column<>("latitude", "double precision", w -> w.store().latitude()),
                            new Column<>(
                                    "longitude", "double precision", w -> w.store().longitude()),
                            new Column<>("opens", "text", w -> w.store().opens()),
                            new Column<>("open", "boolean", w -> w.store().open())));

    private static final String STORE =
            """
            select s.shop_id, s.id, s.name_zh, s.name_en, s.city, s.address, s.phone, s.latitude, s.longitude, s.opens,
                   s.open
              from commerce.store s
            """;

    private final JdbcClient db;
    private final Clock clock;

    StoreStore(JdbcClient db, Clock clock) {
        this.db = db;
        this.clock = clock;
    }

    record StoreWrite(Store store, Source source) implements Write {
        @Override
        public String key() {
            return store.id();
        }
    }

    Map<String, Source> write(ShopId shop, Collection<StoreWrite> writes) {
        return STORES.write(db, shop, writes, clock.instant());
    }

    /** True when any of it was newer than what we knew, or the same as that. */
    boolean count(ShopId shop, Collection<Stock> counted) {
        var newest = new HashMap<String, Stock>();
        counted.forEach(
                stock ->
                        newest.merge(
                                stock.storeId() + '\n' + stock.sku(), stock, StoreStore::newer));
        var rows =
                newest.values().stream()
                        .sorted(
                                java.util.Comparator.comparing(Stock::storeId)
                                        .thenComparing(Stock::sku))
                        .toList();
        return db.sql(
                                """
                                insert into commerce.store_stock as t (shop_id, store_id, sku, qty, counted_at)
                                select :shop, n.store_id, n.sku, n.qty, n.counted_at::timestamptz
                                  from unnest(:stores, :skus, :quantities, :times) as n (store_id, sku, qty, counted_at)
                                    on conflict (shop_id, store_id, sku) do update
                                   set qty = excluded.qty, counted_at = excluded.counted_at
                                 where (excluded.counted_at, -excluded.qty) >= (t.counted_at, -t.qty)
                                   and (t.moved_at is null or excluded.counted_at >= t.moved_at)
                                """)
                        .param("shop", shop.value())
                        .param("stores", strings(rows, Stock::storeId))
                        .param("skus", strings(rows, Stock::sku))
                        .param("quantities", longs(rows, stock -> (long) stock.qty()))
                        .param("times", times(rows, Stock::countedAt))
                        .update()
                > 0;
    }

    /** A later count wins; of two of the same moment the lower, so that nothing is promised. */
    private static Stock newer(Stock a, Stock b) {
        var order = a.countedAt().compareTo(b.countedAt());
        return order > 0 || (order == 0 && a.qty() <= b.qty()) ? a : b;
    }

    @Override
    public Optional<Store> find(ShopId shop, String id) {
        return db.sql(STORE + " where s.shop_id = :shop and s.id = :id")
                .param("shop", shop.value())
                .param("id", id)
                .query(StoreStore::store)
                .optional();
    }

    Page<Store> page(ShopId shop, @Nullable String after, int size) {
        var cursor = Cursor.decode(after, 1);
        var rows =
                db.sql(
                                STORE
                                        + " where s.shop_id = :shop and s.id > :after order by s.id limit :limit")
                        .param("shop", shop.value())
                        .param("after", cursor == null ? "" : cursor.text(0))
                        .param("limit", size + 1)
                        .query(StoreStore::store)
                        .list();
        return Page.of(rows, size, store -> Cursor.at(store.id()));
    }

    /** Found by number, name or city. */
    Page<Store> find(
            Collection<ShopId> shops, @Nullable String query, @Nullable String after, int size) {
        var cursor = Cursor.decode(after, 2);
        var rows =
                db.sql(
                                STORE
                                        + """
                                         where s.shop_id = any(:shops)
                                           and (cast(:query as text) is null
                                                or s.id ilike :query or s.name_zh ilike :query or s.name_en ilike :query
                                                or s.city ilike :query)
                                           and (s.shop_id, s.id) > (:shop, :after)
                                         order by s.shop_id, s.id
                                         limit :limit
                                        """)
                        .param("shops", shops.stream().map(ShopId::value).toArray(String[]::new))
                        .param("query", query == null ? null : containing(query))
                        .param("shop", cursor == null ? "" : cursor.text(0))
                        .param("after", cursor == null ? "" : cursor.text(1))
                        .param("limit", size + 1)
                        .query(StoreStore::store)
                        .list();
        return Page.of(rows, size, store -> Cursor.at(store.shop(), store.id()));
    }

    private static String containing(String text) {
        return "%"
                + text.strip().replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_")
                + "%";
    }

    @Override
    public Map<Workplace, Text> of(Collection<Workplace> stores) {
        var names = new HashMap<Workplace, Text>();
        var wanted = List.copyOf(stores);
        db.sql(
                        STORE
                                + """
                                  join unnest(:shops, :stores) as w (shop_id, store_id)
                                    on w.shop_id = s.shop_id and w.store_id = s.id
                                """)
                .param("shops", strings(wanted, place -> place.shop().value()))
                .param("stores", strings(wanted, Workplace::store))
                .query(StoreStore::store)
                .list()
                .forEach(store -> names.put(new Workplace(store.shop(), store.id()), store.name()));
        return names;
    }

    @Override
    public List<Stock> stockOf(ShopId shop, Collection<String> skus) {
        return db.sql(
                        """
                        select t.store_id, t.sku, t.qty, t.counted_at
                          from commerce.store_stock t
                         where t.shop_id = :shop and t.sku = any(:skus) and t.store_id <> ''
                         order by t.sku, t.store_id
                        """)
                .param("shop", shop.value())
                .param("skus", skus.toArray(String[]::new))
                .query(StoreStore::stock)
                .list();
    }

    Page<Stock> stockIn(ShopId shop, String store, @Nullable String after, int size) {
        var cursor = Cursor.decode(after, 1);
        var rows =
                db.sql(
                                """
                                select t.store_id, t.sku, t.qty, t.counted_at
                                  from commerce.store_stock t
                                 where t.shop_id = :shop and t.store_id = :store and t.sku > :after
                                 order by t.sku
                                 limit :limit
                                """)
                        .param("shop", shop.value())
                        .param("store", store)
                        .param("after", cursor == null ? "" : cursor.text(0))
                        .param("limit", size + 1)
                        .query(StoreStore::stock)
                        .list();
        return Page.of(rows, size, stock -> Cursor.at(stock.sku()));
    }

    private static Stock stock(ResultSet row, int number) throws SQLException {
        return new Stock(
                row.getString("store_id"),
                row.getString("sku"),
                row.getInt("qty"),
                row.getObject("counted_at", OffsetDateTime.class).toInstant());
    }

    private static Store store(ResultSet row, int number) throws SQLException {
        return new Store(
                new ShopId(row.getString("shop_id")),
                row.getString("id"),
                Text.of(row.getString("name_zh"), row.getString("name_en")),
                row.getString("city"),
                row.getString("address"),
                row.getString("phone"),
                row.getObject("latitude", Double.class),
                row.getObject("longitude", Double.class),
                row.getString("opens"),
                row.getBoolean("open"));
    }
}
