package anxin.commerce.products;

import anxin.commerce.Product;
import anxin.commerce.Shops;
import anxin.commerce.intake.Changes;
import anxin.identity.Caller;
import anxin.identity.Needs;
import anxin.identity.Permission;
import anxin.kernel.ShopId;
import anxin.kernel.Text;
import anxin.kernel.page.Page;
import anxin.kernel.problem.Problem;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Products over HTTP. */
@RestController
@RequestMapping("/api/v1/shops/{shop}/products")
class ProductController {

    private final ProductIntake intake;
    private final ProductStore products;
    private final Shops shops;
    private final Changes changes;

    ProductController(ProductIntake intake, ProductStore products, Shops shops, Changes changes) {
        this.intake = intake;
        this.products = products;
        this.shops = shops;
        this.changes = changes;
    }

    record ProductView(
            ShopId shop,
            String sku,
            @Nullable String spu,
            Text title,
            String category,
            Map<String, String> attributes,
            @Nullable String exemptClass,
            @Nullable Integer warrantyDays,
            @Nullable Integer promiseDays,
            List<String> promises,
            long listPriceMinor,
            String currency,
            @Nullable String imageUrl,
            boolean stale) {

        static ProductView of(Product p, boolean stale) {
            return new ProductView(
                    p.shop(),
                    p.sku(),
                    p.spu(),
                    p.title(),
                    p.category(),
                    p.attributes(),
                    p.exemptClass(),
                    p.warrantyDays(),
                    p.promiseDays(),
                    p.promises(),
                    p.listPrice().minor(),
                    p.listPrice().currency(),
                    p.imageUrl(),
                    stale);
        }
    }

    @Needs(Permission.COMMERCE_WRITE)
    @Transactional
    @PutMapping("/{sku}")
    ProductView putProduct(
            @PathVariable ShopId shop,
            @PathVariable String sku,
            @RequestBody @Valid NewProduct body,
            Caller.Permitted caller) {
        caller.requireIn(shop);
        shops.require(shop);
        if (!body.sku().equals(sku)) {
            throw Problem.invalid("/sku", "应与地址中的 SKU 一致", "must be the SKU of the address");
        }
        var stale = intake.put(shop, body);
        if (!stale) {
            changes.changed(shop, "product", sku, caller.actor());
        }
        return ProductView.of(products.find(shop, sku).orElseThrow(), stale);
    }

    @Needs(Permission.COMMERCE_READ)
    @GetMapping("/{sku}")
    ProductView getProduct(
            @PathVariable ShopId shop, @PathVariable String sku, Caller.Permitted caller) {
        caller.requireIn(shop);
        return products.find(shop, sku)
                .map(product -> ProductView.of(product, false))
                .orElseThrow(() -> Problem.missing("product"));
    }

    @Needs(Permission.COMMERCE_READ)
    @GetMapping
    Page<ProductView> listProducts(
            @PathVariable ShopId shop,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(defaultValue = "50") @Min(1) @Max(200) int size,
            Caller.Permitted caller) {
        caller.requireIn(shop);
        return products.page(shop, after, size).map(product -> ProductView.of(product, false));
    }
}
