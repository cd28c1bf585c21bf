package anxin.platforms.pull;

import anxin.kernel.ShopId;
import anxin.platforms.CaseNews;
import anxin.platforms.ExternalCase;
import anxin.platforms.PlatformTrouble;
import anxin.platforms.PlatformTrouble.Kind;
import anxin.platforms.connections.ConnectedPlatforms;
import anxin.platforms.connections.ShopPlatform;
import anxin.platforms.connections.ShopPlatform.Window;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Reads what changed at a platform and tells it. A window of time is turned page by page to its end
 * before the mark moves, and the place is kept after each page, so that whoever goes on, here or on
 * another node, goes on there. Windows overlap: what two clocks see differently by some minutes, or
 * a platform shows late, is seen the next time.
 */
@Component
public class ReadPlatforms {

    private static final Logger log = LoggerFactory.getLogger(ReadPlatforms.class);

    /** More than clocks differ before a platform refuses our calls for it. */
    private static final Duration OVERLAP = Duration.ofMinutes(11);

    private static final Duration LEASE = Duration.ofMinutes(3);
    private static final int PAGES_IN_A_TURN = 50;
    private static final int TRIES_AT_A_PLACE = 4;

    private final PullStore pulls;
    private final ToRead toRead;
    private final ConnectedPlatforms platforms;
    private final List<CaseNews> news;
    private final Clock clock;
    private final Duration interval;
    private final Duration history;

    ReadPlatforms(
            PullStore pulls,
            ToRead toRead,
            ConnectedPlatforms platforms,
            List<CaseNews> news,
            Clock clock,
            @Value("${anxin.platforms.interval:30s}") Duration interval,
            @Value("${anxin.platforms.history:7d}") Duration history) {
        this.pulls = pulls;
        this.toRead = toRead;
        this.platforms = platforms;
        this.news = news;
        this.clock = clock;
        this.interval = interval;
        this.history = history;
    }

    /** Everything that is due, to the end; answers how many turns and cases it took. */
    public int runDue() {
        enter();
        int done = 0;
        for (var turn = pulls.take(clock.instant(), LEASE);
                turn.isPresent();
                turn = pulls.take(clock.instant(), LEASE)) {
            take(turn.get());
            done++;
        }
        for (var item = toRead.take(clock.instant(), LEASE);
                item.isPresent();
                item = toRead.take(clock.instant(), LEASE)) {
            take(item.get());
            done++;
        }
        return done;
    }

    void enter() {
        var now = clock.instant();
        pulls.enter(now.minus(history).truncatedTo(ChronoUnit.SECONDS), now);
    }

    /** One thing to do, for a thread of its own; empty when nothing is due. */
    Optional<Runnable> next() {
        var turn = pulls.take(clock.instant(), LEASE);
        if (turn.isPresent()) {
            return turn.map(taken -> () -> take(taken));
        }
        return toRead.take(clock.instant(), LEASE).map(taken -> () -> take(taken));
    }

    private void take(PullStore.Turn turn) {
        try {
            turnPages(turn, platforms.require(turn.shop(), turn.platform()));
        } catch (PlatformTrouble trouble) {
            failed(turn, trouble.kind(), trouble, pause(turn.failures() + 1, trouble));
        } catch (RuntimeException broken) {
            log.warn("reading {} of {} failed", turn.platform(), turn.shop(), broken);
            failed(turn, Kind.NOT_UNDERSTOOD, broken, Backoff.after(turn.failures() + 1));
        }
    }

    private void failed(PullStore.Turn turn, Kind kind, RuntimeException why, Duration pause) {
        var next = clock.instant().plus(pause);
        pulls.fail(
                turn,
                kind,
                String.valueOf(why.getMessage()),
                turn.failures() + 1 >= TRIES_AT_A_PLACE,
                next);
        if (kind == Kind.TOO_MANY_CALLS) {
            pulls.quiet(turn.shop(), turn.platform(), next);
        }
    }

    private static Duration pause(int failures, PlatformTrouble trouble) {
        var backoff = Backoff.after(failures);
        var asked = Objects.requireNonNullElse(trouble.pause(), Duration.ZERO);
        return asked.compareTo(backoff) > 0 ? asked : backoff;
    }

    private void turnPages(PullStore.Turn turn, ShopPlatform platform) {
        var window = window(turn, platform);
        var cursor = turn.cursor();
        for (int pages = 1; ; pages++) {
            var slice = platform.page(window, cursor);
            slice.cases().forEach(found -> tell(turn.shop(), found));
            var seen = slice.cases().size();
            var now = clock.instant();
            if (slice.next() == null) {
                pulls.finish(turn, window.to(), seen, now, nextTurn(window, now));
                return;
            }
            if (slice.next().equals(cursor)) {
                throw PlatformTrouble.of(
                        Kind.NOT_UNDERSTOOD, "the next page is the same page: " + cursor);
            }
            cursor = slice.next();
            if (!pulls.keep(turn, window.from(), window.to(), cursor, seen, now.plus(LEASE))) {
                return;
            }
            if (pages == PAGES_IN_A_TURN) {
                pulls.pause(turn, now);
                return;
            }
        }
    }

    private Window window(PullStore.Turn turn, ShopPlatform platform) {
        if (turn.windowFrom() != null && turn.windowTo() != null) {
            return new Window(turn.windowFrom(), turn.windowTo());
        }
        var now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
        var from = turn.mark().minus(OVERLAP);
        var to = from.plus(platform.longestWindow());
        return new Window(from, to.isBefore(now) ? to : now);
    }

    /** At once while it lags, and after a while when it has caught up. */
    private Instant nextTurn(Window window, Instant now) {
        return window.to().isBefore(now.minus(OVERLAP)) ? now : now.plus(interval);
    }

    private void take(ToRead.Item item) {
        try {
            platforms
                    .require(item.shop(), item.platform())
                    .read(item.externalId())
                    .ifPresent(found -> news.forEach(one -> one.told(item.shop(), found)));
            toRead.done(item, clock.instant());
        } catch (PlatformTrouble trouble) {
            var next = clock.instant().plus(pause(item.attempts(), trouble));
            toRead.later(item, trouble.getMessage(), next);
            if (trouble.kind() == Kind.TOO_MANY_CALLS) {
                pulls.quiet(item.shop(), item.platform(), next);
            }
        } catch (RuntimeException notNow) {
            log.warn("{} of {} is taken later", item.externalId(), item.platform(), notNow);
            toRead.later(
                    item,
                    String.valueOf(notNow.getMessage()),
                    clock.instant().plus(Backoff.after(item.attempts())));
        }
    }

    /** One case that cannot be taken keeps no other waiting. */
    private void tell(ShopId shop, ExternalCase found) {
        try {
            news.forEach(one -> one.told(shop, found));
        } catch (RuntimeException notNow) {
            log.warn("{} of {} is taken later", found.id(), found.platform(), notNow);
            toRead.wishAgain(
                    shop,
                    found.platform(),
                    found.id(),
                    String.valueOf(notNow.getMessage()),
                    clock.instant());
        }
    }
}
