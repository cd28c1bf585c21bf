package anxin.payments.connections;

import anxin.kernel.ShopId;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** How one shop reaches one gateway; {@code settings} hold its secrets, opened. */
public record Connection(
        ShopId shop,
        GatewayKind kind,
        int version,
        Set<String> tenders,
        Map<String, String> settings) {

    public String setting(String name) {
        return find(name).orElseThrow(() -> new IllegalArgumentException(kind + " needs " + name));
    }

    public Optional<String> find(String name) {
        var value = settings.get(name);
        return value == null || value.isBlank() ? Optional.empty() : Optional.of(value);
    }

    public String address() {
        return find(GatewayKind.ADDRESS).orElse(kind.address()).replaceAll("/+$", "");
    }

    /** Where the gateway tells us what happened, when it can reach us at all. */
    public Optional<String> callBackUrl() {
        return find(GatewayKind.CALL_BACK_ADDRESS)
                .map(base -> base.replaceAll("/+$", "") + callBackPath());
    }

    public String callBackPath() {
        return "/api/v1/hooks/payments/" + kind + "/" + shop;
    }

    /** Never the settings: this ends in logs. */
    @Override
    public String toString() {
        return kind + " of " + shop;
    }
}
