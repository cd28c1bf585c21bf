package anxin.aftersales.template;

import anxin.aftersales.template.Wordings.Words;
import anxin.kernel.ShopId;
import anxin.messaging.OutboundMessage.Channel;
import java.time.Clock;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
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

    private record Place(String step, Channel channel, String lang) {}

    private final TemplateStore store;
    private final ShopMemory<Map<Place, TemplateStore.Row>> own;

    Templates(TemplateStore store, Clock clock) {
        this.store = store;
        this.own = new ShopMemory<>(shop -> byPlace(store.newest(shop)), clock);
    }

    private static Map<Place, TemplateStore.Row> byPlace(List<TemplateStore.Row> rows) {
        return rows.stream()
                .collect(
                        Collectors.toMap(
                                row ->
                                        new Place(
                                                row.step(),
                                                Channel.valueOf(row.channel()),
                                                row.lang()),
                                Function.identity()));
    }

    /** A wording has changed; the next message reads it anew. */
    public void forget(ShopId shop) {
        own.forget(shop);
    }

    public Chosen choose(ShopId shop, Step step, Channel channel, String language) {
        var saved = own.of(shop);
        return choose(step, channel, language, saved::get);
    }

    /** The same as of this moment, for whoever has just saved one. */
    Chosen chooseNow(ShopId shop, Step step, Channel channel, String language) {
        return choose(
                step,
                channel,
                language,
                place -> store.newest(shop, place.step(), channel, place.lang()).orElse(null));
    }

    private static Chosen choose(
            Step step,
            Channel channel,
            String language,
            Function<Place, TemplateStore.@Nullable Row> saved) {
        for (var each : new LinkedHashSet<>(List.of(language, "en"))) {
            var row = saved.apply(new Place(step.name(), channel, each));
            if (row != null && row.body() != null) {
                return chosen(row);
            }
            var shipped = Wordings.shipped(step, channel, each);
            if (shipped != null) {
                return new Chosen(each, 0, shipped, null);
            }
        }
        throw new IllegalStateException("every step is shipped in English, but not " + step.name());
    }

    private static Chosen chosen(TemplateStore.Row row) {
        var body = row.body();
        return new Chosen(
                row.lang(),
                row.version(),
                new Words(row.subject() == null ? "" : row.subject(), body == null ? "" : body),
                row.vendorTemplate());
    }
}
