package anxin.scripts.library;

import anxin.kernel.ShopId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The scripts of a shop: its own over those that are shipped. */
@Component
public class Shelf {

    /** A wording that agents may be offered; number 0 is the shipped one. */
    public record Live(String key, String language, int number, Wording wording) {}

    /** How the newest version of a script stands. */
    enum Status {
        DRAFT,
        REVIEW,
        LIVE,
        AWAY
    }

    /**
     * A script as the library lists it.
     *
     * @param own whether the wording is the shop's
     * @param changedAt null while nobody has touched a shipped one
     */
    record Item(
            String key,
            String language,
            Wording wording,
            Status status,
            boolean live,
            boolean own,
            @Nullable Instant staleAt,
            @Nullable Instant changedAt) {

        boolean isStale(Instant now) {
            return staleAt != null && !staleAt.isAfter(now);
        }
    }

    private static final Comparator<Item> ORDER =
            Comparator.comparing(Item::key).thenComparing(Item::language);

    private final ScriptStore store;

    Shelf(ScriptStore store) {
        this.store = store;
    }

    /** What may be said in this language. */
    public List<Live> live(ShopId shop, String language) {
        var live = new HashMap<String, Live>();
        ShippedScripts.in(language)
                .forEach(
                        (key, wording) ->
                                live.put(key, new Live(key, language, Script.SHIPPED, wording)));
        for (var row : store.live(shop)) {
            if (!row.language().equals(language)) {
                continue;
            }
            var number = row.liveNumber();
            if (number == null) {
                live.remove(row.key());
            } else if (number != Script.SHIPPED) {
                live.put(row.key(), new Live(row.key(), language, number, wording(row)));
            }
        }
        return List.copyOf(live.values());
    }

    /** All of them, by key and language. */
    List<Item> all(ShopId shop) {
        var rows = new HashMap<String, ScriptStore.Shown>();
        store.newest(shop).forEach(row -> rows.put(row.key() + "/" + row.language(), row));
        var items = new ArrayList<Item>();
        for (var language : ShippedScripts.languages()) {
            for (Map.Entry<String, Wording> one : ShippedScripts.in(language).entrySet()) {
                var row = rows.remove(one.getKey() + "/" + language);
                items.add(
                        row == null
                                ? untouched(one.getKey(), language, one.getValue())
                                : item(row, row.own() ? wording(row) : one.getValue()));
            }
        }
        rows.values().stream()
                .filter(ScriptStore.Shown::own)
                .forEach(row -> items.add(item(row, wording(row))));
        items.sort(ORDER);
        return items;
    }

    private static Item untouched(String key, String language, Wording wording) {
        return new Item(key, language, wording, Status.LIVE, true, false, null, null);
    }

    private static Item item(ScriptStore.Shown row, Wording wording) {
        return new Item(
                row.key(),
                row.language(),
                wording,
                status(row.liveNumber(), row.openNumber(), row.inReview()),
                row.liveNumber() != null,
                row.own(),
                row.staleAt(),
                row.changedAt());
    }

    static Status status(@Nullable Integer live, @Nullable Integer open, boolean inReview) {
        if (inReview) {
            return Status.REVIEW;
        }
        if (open != null) {
            return Status.DRAFT;
        }
        return live == null ? Status.AWAY : Status.LIVE;
    }

    /** Of a row that shows a version of the shop's. */
    private static Wording wording(ScriptStore.Shown row) {
        return new Wording(
                Objects.requireNonNull(row.scene()),
                Objects.requireNonNull(row.intents()),
                Objects.requireNonNull(row.emotion()),
                Objects.requireNonNull(row.tone()),
                Objects.requireNonNull(row.channel()),
                Objects.requireNonNull(row.state()),
                Objects.requireNonNull(row.text()));
    }
}
