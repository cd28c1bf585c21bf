package anxin.platforms.connections;

import anxin.platforms.Errand;
import anxin.platforms.ExternalCase;
import anxin.platforms.Outcome;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A platform that does not itself refuse what was decided on an older case, or wants words of the
 * case that only it knows: so it is read once more, right before it is told.
 */
public abstract class KnownPlatform extends ShopPlatform {

    private final Clock clock;

    protected KnownPlatform(Connection connection, Clock clock) {
        super(connection);
        this.clock = clock;
    }

    /** The case in the platform's own words. */
    protected abstract Optional<JsonNode> fetch(String id);

    protected abstract ExternalCase external(JsonNode told, Instant readAt);

    protected abstract Outcome tell(Errand errand, ExternalCase seen, JsonNode now);

    protected Instant now() {
        return clock.instant();
    }

    @Override
    public Optional<ExternalCase> read(String id) {
        var readAt = clock.instant();
        return fetch(id).map(told -> external(told, readAt));
    }

    @Override
    public Outcome tell(Errand errand, ExternalCase seen) {
        return Calls.outcome(
                () -> {
                    var now = fetch(seen.id());
                    if (now.isEmpty()) {
                        return new Outcome.Refused("not-there", "the platform has no such case");
                    }
                    return external(now.get(), seen.readAt()).version() == seen.version()
                            ? tell(errand, seen, now.get())
                            : new Outcome.Changed();
                });
    }

    @Override
    public void test() {
        var now = clock.instant();
        page(new Window(now.minusSeconds(60), now), null);
    }

    /** Pages by number, from the last to the first, when the first told how many there are. */
    protected static @Nullable String before(@Nullable String cursor, long total, int size) {
        if (cursor == null) {
            var last = (total + size - 1) / size;
            return last > 1 ? String.valueOf(last) : null;
        }
        var page = Integer.parseInt(cursor);
        return page > 1 ? String.valueOf(page - 1) : null;
    }
}
