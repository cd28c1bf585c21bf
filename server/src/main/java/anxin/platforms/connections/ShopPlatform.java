package anxin.platforms.connections;

import anxin.kernel.OrderNumber;
import anxin.platforms.Errand;
import anxin.platforms.ExternalCase;
import anxin.platforms.Outcome;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * A platform under a shop's own authorisation. Every method but {@link #open} speaks with it and
 * throws {@link anxin.platforms.PlatformTrouble} when it gets no answer to use.
 */
public abstract class ShopPlatform {

    /** A time of changes over there: from inclusive, to exclusive. */
    public record Window(Instant from, Instant to) {}

    /** Some of a window's cases; {@code next} is null when there are no more. */
    public record Slice(List<ExternalCase> cases, @Nullable String next) {}

    /**
     * A verified web hook, which only says that it is time to read.
     *
     * @param message the platform's number of the message
     */
    public record Hook(String message, List<String> cases) {}

    /** Not signed by the platform, not for us, or too old. */
    public static final class Forged extends RuntimeException {
        public Forged(String why) {
            super(why, null, false, false);
        }
    }

    private final Connection connection;

    protected ShopPlatform(Connection connection) {
        this.connection = connection;
    }

    protected Connection connection() {
        return connection;
    }

    /** The longest window it answers about at once. */
    public abstract Duration longestWindow();

    /**
     * The next cases that changed in {@code window}. Whoever follows {@code next} to its end has
     * seen each of them at least once, even when cases change meanwhile; some come twice.
     */
    public abstract Slice page(Window window, @Nullable String cursor);

    public abstract Optional<ExternalCase> read(String id);

    public abstract Outcome tell(Errand errand, ExternalCase seen);

    /** As {@code commerce} takes orders. */
    public abstract Optional<ObjectNode> order(OrderNumber number);

    /** Asks for something harmless. */
    public abstract void test();

    /** Header names are lower case. */
    public abstract Hook open(Map<String, String> headers, byte[] body);

    /** What the platform takes for “heard”. */
    public abstract Object heard();

    /** Where a person of the shop looks at a case. */
    public @Nullable String link(String id) {
        return connection.find(Field.CASE_LINK).map(link -> link.replace("{id}", id)).orElse(null);
    }
}
