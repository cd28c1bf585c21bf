package anxin.tickets.matter;

import anxin.tickets.TicketOrigin.Proof;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What is known of the matter, so that nobody asks for it again.
 *
 * @param batch of the goods, as it stands on them
 */
public record Facts(
        List<Item> products,
        @Nullable String batch,
        @Nullable String carrier,
        @Nullable String trackingNo,
        List<Proof> proofs) {

    public record Item(@Nullable String sku, @Nullable String title) {}

    public static final Facts NONE = new Facts(List.of(), null, null, null, List.of());

    Facts with(List<Proof> other) {
        return new Facts(products, batch, carrier, trackingNo, other);
    }

    /** By what the same matter is known again; each at most once. */
    List<String> traits(Ticket.Whose whose, Triage.Topic type) {
        var traits = new ArrayList<>(ofCustomer(whose, type));
        for (var product : products) {
            if (product.sku() != null) {
                traits.add("product/" + product.sku() + "/" + type);
            }
        }
        if (batch != null) {
            traits.add("batch/" + batch.toLowerCase(Locale.ROOT));
        }
        if (carrier != null && (type == Triage.Topic.LOGISTICS || trackingNo != null)) {
            traits.add("carrier/" + carrier.toLowerCase(Locale.ROOT) + "/" + type);
        }
        return traits.stream().distinct().toList();
    }

    /** The same matter of the same customer: of the same type, or about the same order. */
    public List<String> ofCustomer(Ticket.Whose whose, Triage.Topic type) {
        var traits = new ArrayList<String>();
        for (var key : whose.keys()) {
            traits.add("customer/" + key + "/" + type);
            if (whose.orderNo() != null) {
                traits.add("customer/" + key + "/order/" + whose.orderNo());
            }
        }
        return traits;
    }
}
