package anxin.messaging.connections;

import anxin.kernel.ShopId;
import java.util.Map;
import java.util.Optional;

/** How one shop reaches one carrier; {@code settings} hold its secrets, opened. */
public record Connection(ShopId shop, ChannelKind kind, int version, Map<String, String> settings) {

    public String setting(String name) {
        return find(name).orElseThrow(() -> new IllegalArgumentException(kind + " needs " + name));
    }

    public Optional<String> find(String name) {
        var value = settings.get(name);
        return value == null || value.isBlank() ? Optional.empty() : Optional.of(value);
    }

    public String address() {
        return find(ChannelKind.ADDRESS).orElse(kind.address()).replaceAll("/+$", "");
    }

    /** The word in the address of the receipts. */
    public String receiptToken() {
        return setting(ChannelKind.RECEIPT_TOKEN);
    }

    /** Where the carrier tells what became of a message; whoever knows it may speak. */
    public String receiptPath() {
        return "/api/v1/hooks/messages/%s/%s/%s".formatted(kind, shop, receiptToken());
    }

    /** Never the settings: this ends in logs. */
    @Override
    public String toString() {
        return kind + " of " + shop;
    }
}
