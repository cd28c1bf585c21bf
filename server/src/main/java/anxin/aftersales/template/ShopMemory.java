package anxin.aftersales.template;

import anxin.kernel.ShopId;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/**
 * What is read of a shop for every message, remembered until the log says that it has changed; for
 * a few seconds at most, since another node may have heard the log meanwhile.
 */
final class ShopMemory<T> {

    private static final Duration LONGEST = Duration.ofSeconds(5);

    private record Known<T>(Instant since, T value) {}

    private final Map<ShopId, Known<T>> known = new ConcurrentHashMap<>();
    private final Function<ShopId, T> read;
    private final Clock clock;

    ShopMemory(Function<ShopId, T> read, Clock clock) {
        this.read = read;
        this.clock = clock;
    }

    T of(ShopId shop) {
        var now = clock.instant();
        var remembered = known.get(shop);
        if (remembered == null
                || remembered.since().isAfter(now)
                || remembered.since().plus(LONGEST).isBefore(now)) {
            remembered = new Known<>(now, read.apply(shop));
            known.put(shop, remembered);
        }
        return remembered.value();
    }

    void forget(ShopId shop) {
        known.remove(shop);
    }
}
