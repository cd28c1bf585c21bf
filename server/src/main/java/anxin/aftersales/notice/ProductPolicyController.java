package anxin.aftersales.notice;

import anxin.aftersales.submit.Policies;
import anxin.commerce.Products;
import anxin.identity.ForEveryone;
import anxin.kernel.ShopId;
import anxin.kernel.problem.Problem;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;

/** The policy of one product for anybody: no sign-in, from any site, kept by caches for a while. */
@RestController
@RequestMapping("/api/v1/public/shops/{shop}/products/{sku}/policy")
class ProductPolicyController {

    private static final Duration KEPT = Duration.ofMinutes(5);

    record StatementView(
            Statement.Topic topic,
            String title,
            String text,
            @Nullable String basis,
            boolean confirm) {}

    /** {@code version} is that of the policy, which decides about what is bought now. */
    record ProductPolicyView(
            String sku, String title, int version, String lang, List<StatementView> statements) {}

    private final Products products;
    private final Policies policies;
    private final JsonMapper json;
    private final Clock clock;

    ProductPolicyController(Products products, Policies policies, JsonMapper json, Clock clock) {
        this.products = products;
        this.policies = policies;
        this.json = json;
        this.clock = clock;
    }

    /** {@code lang} is zh or en; without it the reader's own language. */
    @ForEveryone
    @GetMapping
    ResponseEntity<ProductPolicyView> readProductPolicy(
            @PathVariable ShopId shop,
            @PathVariable String sku,
            @RequestParam(required = false) @Nullable String lang,
            Locale reader) {
        var product = products.find(shop, sku).orElseThrow(() -> Problem.missing("product"));
        var policy = policies.at(shop, clock.instant());
        var language = lang == null ? reader : Locale.forLanguageTag(lang);
        var view =
                new ProductPolicyView(
                        sku,
                        product.title().in(language),
                        policy.version(),
                        language.getLanguage().equals("zh") ? "zh-CN" : "en",
                        ProductWords.of(policy, product).stream()
                                .map(one -> view(one, language))
                                .toList());
        return ResponseEntity.ok()
                .eTag(fingerprint(json.writeValueAsString(view)))
                .cacheControl(CacheControl.maxAge(KEPT).cachePublic())
                .header(HttpHeaders.ACCESS_CONTROL_ALLOW_ORIGIN, "*")
                .header("Cross-Origin-Resource-Policy", "cross-origin")
                .header(HttpHeaders.VARY, HttpHeaders.ACCEPT_LANGUAGE)
                .body(view);
    }

    private static StatementView view(Statement statement, Locale language) {
        var basis = statement.basis();
        return new StatementView(
                statement.topic(),
                statement.topic().title().in(language),
                statement.text().in(language),
                basis == null ? null : basis.in(language),
                statement.confirm());
    }

    private static String fingerprint(String text) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            var hash = digest.digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash, 0, 12);
        } catch (NoSuchAlgorithmException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }
}
