package anxin.commerce.shops;

import anxin.commerce.Shop;
import anxin.commerce.intake.Changes;
import anxin.commerce.intake.Name;
import anxin.commerce.intake.Say;
import anxin.commerce.intake.Source;
import anxin.identity.Caller;
import anxin.identity.Needs;
import anxin.identity.Permission;
import anxin.kernel.ShopId;
import anxin.kernel.Text;
import anxin.kernel.problem.Problem;
import io.swagger.v3.oas.annotations.Operation;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Currency;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Shops over HTTP. */
@RestController
@RequestMapping("/api/v1/shops")
class ShopController {

    private final ShopStore shops;
    private final Changes changes;
    private final TransactionTemplate transaction;
    private final Clock clock;

    ShopController(ShopStore shops, Changes changes, TransactionTemplate transaction, Clock clock) {
        this.shops = shops;
        this.changes = changes;
        this.transaction = transaction;
        this.clock = clock;
    }

    record NewShop(
            @NotNull(message = Say.REQUIRED) @Valid Name name,
            @NotBlank(message = Say.REQUIRED) String zone,
            @NotNull(message = Say.REQUIRED) @Pattern(regexp = "[A-Z]{3}", message = Say.CURRENCY)
                    String currency,
            @Nullable @Valid NewReturnAddress returnAddress,
            @Nullable Long sourceVersion,
            @Nullable Instant sourceTime) {}

    record NewReturnAddress(
            @NotNull(message = Say.REQUIRED) @Valid Name name,
            @NotNull(message = Say.REQUIRED)
                    @Pattern(regexp = Say.PHONE_PATTERN, message = Say.PHONE)
                    String phone,
            @NotNull(message = Say.REQUIRED) @Valid Name address) {

        Shop.ReturnAddress toAddress() {
            return new Shop.ReturnAddress(name.text(), phone.strip(), address.text());
        }
    }

    record ShopView(
            ShopId id,
            Text name,
            String zone,
            String currency,
            Shop.@Nullable ReturnAddress returnAddress,
            boolean stale) {
        static ShopView of(Shop shop, boolean stale) {
            return new ShopView(
                    shop.id(),
                    shop.name(),
                    shop.zone().getId(),
                    shop.currency(),
                    shop.returnAddress(),
                    stale);
        }
    }

    @Needs(Permission.COMMERCE_WRITE)
    @PutMapping("/{shop}")
    @Operation(summary = "Makes a shop known, or changes it")
    ShopView putShop(
            @PathVariable ShopId shop, @RequestBody @Valid NewShop body, Caller.Permitted caller) {
        caller.requireIn(shop);
        if (!ZoneId.getAvailableZoneIds().contains(body.zone())) {
            throw Problem.invalid(
                    "/zone",
                    "应为 IANA 时区，如 Asia/Shanghai",
                    "must be a time zone of IANA, such as Asia/Shanghai");
        }
        if (Currency.getAvailableCurrencies().stream()
                .noneMatch(known -> known.getCurrencyCode().equals(body.currency()))) {
            throw Problem.invalid(
                    "/currency",
                    "应为 ISO 4217 货币代码，如 CNY",
                    "must be a currency code of ISO 4217, such as CNY");
        }
        var back = body.returnAddress();
        var sent =
                new Shop(
                        shop,
                        body.name().text(),
                        ZoneId.of(body.zone()),
                        body.currency(),
                        back == null ? null : back.toAddress());
        var source =
                Source.of(
                        body.sourceVersion(), body.sourceTime(), clock.instant(), sent.toString());
        var taken =
                Boolean.TRUE.equals(
                        transaction.execute(
                                status -> {
                                    var newer = shops.write(sent, source);
                                    if (newer) {
                                        changes.changed(shop, "shop", shop.value(), caller.actor());
                                    }
                                    return newer;
                                }));
        shops.forget(shop);
        return ShopView.of(shops.require(shop), !taken);
    }

    @Needs(Permission.COMMERCE_READ)
    @GetMapping("/{shop}")
    @Operation(summary = "A shop")
    ShopView getShop(@PathVariable ShopId shop, Caller.Permitted caller) {
        caller.requireIn(shop);
        return ShopView.of(shops.require(shop), false);
    }

    /** The shops of the caller's scope, by id: there are never more than fit one answer. */
    @Needs(Permission.COMMERCE_READ)
    @GetMapping
    @Operation(summary = "The shops within one's reach")
    List<ShopView> listShops(Caller.Permitted caller) {
        return shops.list().stream()
                .filter(shop -> caller.mayIn(shop.id()))
                .map(shop -> ShopView.of(shop, false))
                .toList();
    }
}
