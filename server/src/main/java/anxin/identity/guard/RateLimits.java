package anxin.identity.guard;

import anxin.identity.Caller;
import anxin.identity.secret.ThisMachine;
import anxin.kernel.problem.Problem;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * So many requests a second, with a reserve for bursts, for each session, each key, and each
 * address of callers whom we do not know; counted per node. This machine itself is not limited.
 */
@Component
class RateLimits {

    /** A reserve of ten seconds. */
    private static final int BURST_SECONDS = 10;

    private static final long SECOND = 1_000_000_000L;
    private static final int MOST = 50_000;

    /** Per caller: when the reserve would be full again, in nanoseconds of the clock. */
    private final ConcurrentHashMap<String, AtomicLong> fullAt = new ConcurrentHashMap<>();

    private final Clock clock;
    private final int perSession;
    private final int perKey;
    private final int perAddress;

    RateLimits(
            Clock clock,
            @Value("${anxin.rate.session:50}") int perSession,
            @Value("${anxin.rate.key:500}") int perKey,
            @Value("${anxin.rate.address:20}") int perAddress) {
        this.clock = clock;
        this.perSession = perSession;
        this.perKey = perKey;
        this.perAddress = perAddress;
    }

    /** Refuses with the time to wait (429) when the caller's reserve is used up. */
    void take(HttpServletRequest request, @Nullable RequestCaller caller) {
        if (ThisMachine.sent(request)) {
            return;
        }
        if (caller == null) {
            take("address:" + request.getRemoteAddr(), perAddress);
        } else if (caller.caller() instanceof Caller.ApiClient client) {
            take(client.actor(), perKey);
        } else {
            var session = caller.session();
            take(session == null ? caller.caller().actor() : session.tokenHash(), perSession);
        }
    }

    private void take(String who, int perSecond) {
        if (perSecond <= 0) {
            return; // Switched off.
        }
        var now = nanos();
        forgetTheQuiet(now);
        var full = fullAt.computeIfAbsent(who, w -> new AtomicLong(now));
        var step = SECOND / perSecond;
        while (true) {
            var before = full.get();
            var after = Math.max(before, now) + step;
            var over = after - now - BURST_SECONDS * SECOND;
            if (over > 0) {
                throw Problem.tooMany(Duration.ofNanos(over).plusSeconds(1));
            }
            if (full.compareAndSet(before, after)) {
                return;
            }
        }
    }

    private void forgetTheQuiet(long now) {
        if (fullAt.size() >= MOST) {
            fullAt.values().removeIf(full -> full.get() <= now);
        }
        if (fullAt.size() >= MOST) {
            fullAt.clear(); // A flood from everywhere: better to forget than to fill the memory.
        }
    }

    private long nanos() {
        var now = clock.instant();
        return now.getEpochSecond() * SECOND + now.getNano();
    }
}
