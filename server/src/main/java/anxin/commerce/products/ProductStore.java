package anxin.commerce.products;

import anxin.commerce.Product;
import anxin.commerce.Products;
import anxin.commerce.intake.NewerWins;
import anxin.commerce.intake.NewerWins.Column;
import anxin.commerce.intake.Source;
import anxin.commerce.intake.Write;
import anxin.kernel.Money;
import anxin.kernel.ShopId;
import anxin.kernel.Text;
import anxin.kernel.page.Cursor;
import anxin.kernel.page.Page;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The SQL of products. */
@Repository
class ProductStore implements Products {

    private static final String COLUMNS =
            """
            select p.shop_id, p.sku, p.spu, p.title_zh, p.title_en, p.category, p.attributes, p.exempt_class,
                   p.warranty_days, p.promise_days, p.promises, p.list_price_minor, p.currency, p.image_url
              from commerce.product p
            """;

    private static final TypeReference<Map<String, String>> ATTRIBUTES = new TypeReference<>() {};
    private static final TypeReference<List<String>> PROMISES = new TypeReference<>() {};

    private final JdbcClient db;
    private final JsonMapper json;
    private final Clock clock;
    private final NewerWins<ProductWrite> products;

    ProductStore(JdbcClient db, JsonMapper json, Clock clock) {
        this.db = db;
        this.json = json;
        this.clock = clock;
        this.products =
                new NewerWins<>(
                        "commerce.product",
                        "sku",
                        List.of(
                                new Column<>("spu", "text", w -> w.product().spu()),
                                new Column<>("title_zh", "text", w -> w.product().title().zh()),
                                new Column<>("title_en", "text", w -> w.product().title().en()),
                                new Column<>("category", "text", w -> w.product().category()),
                                new Column<>(
                                        "attributes",
                                        "jsonb",
                                        w -> json.writeValueAsString(w.product().attributes())),
                                new Column<>(
                                        "exempt_class", "text", w -> w.product().exemptClass()),
                                new Column<>(
                                        "warranty_days", "int", w -> w.product().warrantyDays()),
                                new Column<>("promise_days", "int", w -> w.product().promiseDays()),
                                new Column<>(
                                        "promises",
                                        "jsonb",
                                        w -> json.writeValueAsString(w.product().promises())),
                                new Column<>(
                                        "list_price_minor",
                                        "bigint",
                                        w -> w.product().listPrice().minor()),
                                new Column<>(
                                        "currency",
                                        "text",
                                        w -> w.product().listPrice().currency()),
                                new Column<>("image_url", "text", w -> w.product().imageUrl())));
    }

    record ProductWrite(Product product, Source source) implements Write {
        @Override
        public String key() {
            return product.sku();
        }
    }

    Map<String, Source> write(ShopId shop, Collection<ProductWrite> writes) {
        return products.write(db, shop, writes, clock.instant());
    }

    @Override
    public List<Product> ofShop(ShopId shop, int most) {
        return db.sql(COLUMNS + " where p.shop_id = :shop order by p.sku limit :most")
                .param("shop", shop.value())
                .param("most", most)
                .query(this::product)
                .list();
    }

    @Override
    public Optional<Product> find(ShopId shop, String sku) {
        return db.sql(COLUMNS + " where p.shop_id = :shop and p.sku = :sku")
                .param("shop", shop.value())
                .param("sku", sku)
                .query(this::product)
                .optional();
    }

    @Override
    public List<Product> findAll(ShopId shop, Collection<String> skus) {
        return db.sql(COLUMNS + " where p.shop_id = :shop and p.sku = any(:skus)")
                .param("shop", shop.value())
                .param("skus", skus.toArray(String[]::new))
                .query(this::product)
                .list();
    }

    @Override
    public List<Product> ofSpu(ShopId shop, String spu) {
        return db.sql(COLUMNS + " where p.shop_id = :shop and p.spu = :spu order by p.sku")
                .param("shop", shop.value())
                .param("spu", spu)
                .query(this::product)
                .list();
    }

    Page<Product> page(ShopId shop, @Nullable String after, int size) {
        var cursor = Cursor.decode(after, 1);
        var rows =
                db.sql(
                                COLUMNS
                                        + """
                                           where p.shop_id = :shop and p.sku > :after
                                           order by p.sku
                                           limit :limit
                                          """)
                        .param("shop", shop.value())
                        .param("after", cursor == null ? "" : cursor.text(0))
                        .param("limit", size + 1)
                        .query(this::product)
                        .list();
        return Page.of(rows, size, product -> Cursor.at(product.sku()));
    }

    private Product product(ResultSet row, int number) throws SQLException {
        return new Product(
                new ShopId(row.getString("shop_id")),
                row.getString("sku"),
                row.getString("spu"),
                Text.of(row.getString("title_zh"), row.getString("title_en")),
                row.getString("category"),
                json.readValue(row.getString("attributes"), ATTRIBUTES),
                row.getString("exempt_class"),
                row.getObject("warranty_days", Integer.class),
                row.getObject("promise_days", Integer.class),
                json.readValue(row.getString("promises"), PROMISES),
                new Money(row.getLong("list_price_minor"), row.getString("currency")),
                row.getString("image_url"));
    }
}
