package anxin.work.line;

import anxin.kernel.ShopId;
import anxin.kernel.loop.AfterCommit;
import anxin.kernel.loop.Loop;
import java.time.Duration;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.IntSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Gives work when something happened: each commit that changes who waits or who is free rings for
 * its shop. Once a second it looks everywhere, for what a node that died has left, for what was
 * kept for one agent long enough, and for agents who are gone.
 */
@Component
public class Dispatcher extends Loop {

    private static final Logger log = LoggerFactory.getLogger(Dispatcher.class);
    private static final Duration LOOK = Duration.ofSeconds(1);
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final Assignment assignment;
    private final Items items;
    private final Set<ShopId> rung = ConcurrentHashMap.newKeySet();
    private final Set<UUID> free = ConcurrentHashMap.newKeySet();
    private long lookedAt = System.nanoTime() - LOOK.toNanos();

    Dispatcher(
            Assignment assignment,
            Items items,
            @Value("${anxin.background:true}") boolean background) {
        super("assignment", LOOK, PATIENCE, background);
        this.assignment = assignment;
        this.items = items;
    }

    /** Something began to wait, or may be given, in these shops: after the commit. */
    public void ring(Collection<ShopId> shops) {
        ring(shops, List.of());
    }

    /** And these agents have room again, wherever they work. */
    public void ring(Collection<ShopId> shops, Collection<UUID> agents) {
        AfterCommit.run(
                () -> {
                    rung.addAll(shops);
                    free.addAll(agents);
                    ring();
                });
    }

    @Override
    protected void round() {
        var shops = new HashSet<ShopId>();
        if (System.nanoTime() - lookedAt >= LOOK.toNanos()) {
            lookedAt = System.nanoTime();
            shops.addAll(assignment.takeBack());
            shops.addAll(items.shopsWaiting());
        }
        var now = Set.copyOf(rung);
        rung.removeAll(now);
        shops.addAll(now);
        var agents = Set.copyOf(free);
        free.removeAll(agents);
        shops.forEach(this::give);
        if (!agents.isEmpty()) {
            items.shopsWaitingFor(agents)
                    .forEach(
                            (shop, theirs) -> {
                                if (!shops.contains(shop)) {
                                    give(shop, () -> assignment.run(shop, theirs));
                                }
                            });
        }
    }

    private int give(ShopId shop) {
        return give(shop, () -> assignment.run(shop));
    }

    private static int give(ShopId shop, IntSupplier giving) {
        try {
            return giving.getAsInt();
        } catch (RuntimeException e) {
            log.warn("work of {} could not be given; it waits for the next look", shop, e);
            return 0;
        }
    }

    /** Takes back and gives everything that is to be given now; answers how much was given. */
    public int runDue() {
        assignment.takeBack();
        return items.shopsWaiting().stream().mapToInt(this::give).sum();
    }
}
