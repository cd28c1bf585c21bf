package anxin.aftersales.template;

import anxin.aftersales.template.Wordings.Words;
import anxin.kernel.ShopId;
import anxin.messaging.OutboundMessage.Channel;
import java.util.LinkedHashSet;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Which wording counts for a shop: its own before ours, the customer's language before English. */
@Component
public class Templates {

    /**
     * @param version 0 for the shipped one
     */
    public record Chosen(
            String language, int version, Words wording, @Nullable String vendorTemplate) {}

    private final TemplateStore store;

    Templates(TemplateStore store) {
        this.store = store;
    }

    public Chosen choose(ShopId shop, Step step, Channel channel, String language) {
        for (var each : new LinkedHashSet<>(List.of(language, "en"))) {
            var own = store.newest(shop, step.name(), channel, each);
            if (own.isPresent() && own.get().body() != null) {
                return own(own.get());
            }
            var shipped = Wordings.shipped(step, channel, each);
            if (shipped != null) {
                return new Chosen(each, 0, shipped, null);
            }
        }
        throw new IllegalStateException("every step is shipped in English, but not " + step.name());
    }

    private static Chosen own(TemplateStore.Row row) {
        var body = row.body();
        return new Chosen(
                row.lang(),
                row.version(),
                new Words(row.subject() == null ? "" : row.subject(), body == null ? "" : body),
                row.vendorTemplate());
    }
}
