package anxin.commerce.intake;

import anxin.kernel.problem.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Documents of one kind, read, written together and answered each at its place. */
public final class Batch {

    private Batch() {}

    /**
     * {@code check} turns a document into a write or throws a {@link Problem}; {@code store} tells
     * where the source of each key stands afterwards.
     */
    public static <W extends Write> List<Taken> take(
            List<JsonNode> sent,
            Function<JsonNode, W> check,
            Function<List<W>, Map<String, Source>> store) {
        var writes = new ArrayList<@Nullable W>(sent.size());
        var taken = new ArrayList<Taken>(sent.size());
        for (var document : sent) {
            try {
                var write = check.apply(document);
                writes.add(write);
                taken.add(new Taken.Stored(write.key()));
            } catch (Problem refused) {
                writes.add(null);
                taken.add(new Taken.Refused(refused.fields()));
            }
        }
        var places = store.apply(writes.stream().filter(Objects::nonNull).toList());
        for (int i = 0; i < writes.size(); i++) {
            var write = writes.get(i);
            if (write != null && isStale(write, places)) {
                taken.set(i, new Taken.Stale(write.key()));
            }
        }
        return taken;
    }

    public static boolean isStale(Write write, Map<String, Source> places) {
        var place = places.get(write.key());
        return place != null && write.source().compareTo(place) < 0;
    }
}
