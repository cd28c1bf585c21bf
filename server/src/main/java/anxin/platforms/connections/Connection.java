package anxin.platforms.connections;

import anxin.kernel.ShopId;
import anxin.platforms.Platform;
import java.util.Map;
import java.util.Optional;

/** How one shop reaches one platform; {@code settings} hold its secrets, opened. */
public record Connection(
        ShopId shop, Platform platform, int version, boolean paused, Map<String, String> settings) {

    public String setting(String name) {
        return find(name)
                .orElseThrow(() -> new IllegalArgumentException(platform + " needs " + name));
    }

    public Optional<String> find(String name) {
        var value = settings.get(name);
        return value == null || value.isBlank() ? Optional.empty() : Optional.of(value);
    }

    /** Where it is reached, without a slash at the end. */
    public String address(String usual) {
        return find(Field.ADDRESS).orElse(usual).replaceAll("/+$", "");
    }

    public String hookPath() {
        return "/api/v1/hooks/platforms/" + platform + "/" + shop;
    }

    /** Never the settings: this ends in logs. */
    @Override
    public String toString() {
        return platform + " of " + shop;
    }
}
