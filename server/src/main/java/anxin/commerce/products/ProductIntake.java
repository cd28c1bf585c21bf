package anxin.commerce.products;

import anxin.commerce.Product;
import anxin.commerce.Shops;
import anxin.commerce.intake.Batch;
import anxin.commerce.intake.Intake;
import anxin.commerce.intake.Kind;
import anxin.commerce.intake.Source;
import anxin.commerce.intake.Taken;
import anxin.commerce.products.ProductStore.ProductWrite;
import anxin.kernel.Money;
import anxin.kernel.ShopId;
import anxin.kernel.problem.Problem;
import anxin.kernel.problem.Reading;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.JsonNode;

/** Takes products, one or hundreds at a time. */
@Component
class ProductIntake implements Intake {

    private final Reading reading;
    private final ProductStore products;
    private final Shops shops;
    private final Clock clock;

    ProductIntake(Reading reading, ProductStore products, Shops shops, Clock clock) {
        this.reading = reading;
        this.products = products;
        this.shops = shops;
        this.clock = clock;
    }

    @Override
    public Kind kind() {
        return Kind.PRODUCTS;
    }

    @Override
    @Transactional
    public List<Taken> take(ShopId shop, List<JsonNode> sent) {
        return Batch.take(
                sent,
                document -> write(shop, reading.read(document, NewProduct.class)),
                writes -> products.write(shop, writes));
    }

    /** True when it was older than what is there. */
    @Transactional
    boolean put(ShopId shop, NewProduct sent) {
        var write = write(shop, sent);
        return Batch.isStale(write, products.write(shop, List.of(write)));
    }

    private ProductWrite write(ShopId shop, NewProduct sent) {
        var currency = sent.currency() == null ? shops.require(shop).currency() : sent.currency();
        var product =
                new Product(
                        shop,
                        sent.sku(),
                        sent.spu(),
                        sent.title().text(),
                        sent.category(),
                        new TreeMap<>(Objects.requireNonNullElse(sent.attributes(), Map.of())),
                        sent.exemptClass(),
                        sent.warrantyDays(),
                        sent.promiseDays(),
                        Objects.requireNonNullElse(sent.promises(), List.of()),
                        price(sent.listPriceMinor(), currency),
                        sent.imageUrl());
        var source =
                Source.of(
                        sent.sourceVersion(),
                        sent.sourceTime(),
                        clock.instant(),
                        product.toString());
        return new ProductWrite(product, source);
    }

    private static Money price(long minor, String currency) {
        try {
            return new Money(minor, currency);
        } catch (IllegalArgumentException unknown) {
            throw Problem.invalid(
                    "/currency",
                    "应为 ISO 4217 货币代码，如 CNY",
                    "must be a currency code of ISO 4217, such as CNY");
        }
    }
}
