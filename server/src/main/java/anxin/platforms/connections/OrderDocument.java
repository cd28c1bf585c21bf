package anxin.platforms.connections;

import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** A platform's order in the words in which shops send orders to {@code commerce}. */
public final class OrderDocument {

    private final ObjectNode document;

    public OrderDocument(JsonMapper json, String no, long version) {
        document = json.createObjectNode();
        document.put("no", no)
                .put("sourceVersion", version)
                .put("channel", "PLATFORM")
                .put("currency", "CNY")
                .put("payStatus", "UNPAID")
                .put("fulfil", "UNSHIPPED");
        document.putArray("lines");
    }

    public OrderDocument paid(@Nullable Instant at, String tender, long minor) {
        if (at != null) {
            document.put("payStatus", "PAID").put("paidAt", at.toString());
            document.putArray("tenders").addObject().put("kind", tender).put("minor", minor);
        }
        return this;
    }

    public OrderDocument freight(long minor) {
        document.put("freightMinor", minor);
        return this;
    }

    public OrderDocument shipped() {
        document.put("fulfil", "SHIPPED");
        return this;
    }

    public OrderDocument signed(@Nullable Instant at) {
        document.put("fulfil", "SIGNED");
        if (at != null) {
            document.put("signedAt", at.toString());
        }
        return this;
    }

    /** {@code buyer} is the platform's own number of the person, opaque to us. */
    public OrderDocument buyer(String platform, String buyer) {
        if (!buyer.isEmpty()) {
            var id = platform.toLowerCase(Locale.ROOT) + ":" + buyer;
            document.putObject("customer")
                    .put("id", id.substring(0, Math.min(64, id.length())).strip());
        }
        return this;
    }

    /** {@code paidMinor} null when the platform only tells what the whole order cost. */
    public OrderDocument line(
            String id,
            String sku,
            String title,
            int qty,
            @Nullable Long paidMinor,
            long unitListMinor) {
        document.withArray("lines")
                .addObject()
                .put("id", id)
                .put("sku", sku.isEmpty() ? id : sku)
                .put("title", title.substring(0, Math.min(200, title.length())))
                .put("category", "OTHER")
                .put("qty", qty)
                .put("paidMinor", paidMinor)
                .put("unitListMinor", unitListMinor);
        return this;
    }

    /** The discount over the whole order, which falls on its lines in proportion. */
    public OrderDocument discount(long minor) {
        document.put("discountMinor", minor);
        return this;
    }

    public ObjectNode done() {
        return document;
    }
}
