package anxin.kernel.memory;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Predicate;
import java.util.function.Supplier;

/**
 * Remembers answers for a few seconds, so that a busy caller costs no query per request. Changes of
 * this node are forgotten at once, those of another node after the few seconds.
 */
public final class ShortMemory<K, V> {

    private record Entry<V>(V value, Instant until) {}

    private static final int MOST = 20_000;

    private final ConcurrentHashMap<K, Entry<V>> entries = new ConcurrentHashMap<>();
    private final Clock clock;
    private final Duration howLong;
    private final AtomicLong changes = new AtomicLong();

    public ShortMemory(Clock clock, Duration howLong) {
        this.clock = clock;
        this.howLong = howLong;
    }

    /** Only what is there is remembered: guesses of tokens must not fill the memory. */
    public Optional<V> recall(K key, Supplier<Optional<V>> source) {
        var now = clock.instant();
        var known = entries.get(key);
        if (known != null && now.isBefore(known.until)) {
            return Optional.of(known.value);
        }
        var before = changes.get();
        var fresh = source.get();
        if (fresh.isEmpty()) {
            entries.remove(key);
            return fresh;
        }
        if (entries.size() >= MOST) {
            entries.values().removeIf(entry -> !now.isBefore(entry.until));
            if (entries.size() >= MOST) {
                entries.clear();
            }
        }
        var entry = new Entry<>(fresh.get(), now.plus(howLong));
        entries.put(key, entry);
        if (before != changes.get()) {
            entries.remove(key, entry); // Something changed while we were reading.
        }
        return fresh;
    }

    public void forget(Predicate<? super V> which) {
        changes.incrementAndGet();
        entries.values().removeIf(entry -> which.test(entry.value));
    }
}
