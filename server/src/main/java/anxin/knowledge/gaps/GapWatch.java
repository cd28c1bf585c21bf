package anxin.knowledge.gaps;

import anxin.commerce.Shop;
import anxin.commerce.Shops;
import anxin.kernel.ShopId;
import anxin.kernel.loop.Loop;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Looks for gaps in every shop once a week, or when somebody asks; one node takes a shop, and
 * another does if that one does not come back.
 */
@Component
class GapWatch extends Loop {

    private static final Logger log = LoggerFactory.getLogger(GapWatch.class);
    private static final Duration EVERY = Duration.ofDays(7);
    private static final Duration LEASE = Duration.ofMinutes(30);
    private static final Duration PAUSE = Duration.ofMinutes(5);
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final GapMiner miner;
    private final GapStore store;
    private final Shops shops;
    private final Clock clock;

    GapWatch(
            GapMiner miner,
            GapStore store,
            Shops shops,
            Clock clock,
            @Value("${anxin.background:true}") boolean background) {
        super("gaps", PAUSE, PATIENCE, background);
        this.miner = miner;
        this.store = store;
        this.shops = shops;
        this.clock = clock;
    }

    /** Soon, and once. */
    void want(ShopId shop) {
        store.want(shop);
        ring();
    }

    @Override
    protected void round() {
        store.enter(shops.list().stream().map(Shop::id).toList());
        for (var due = due(); due.isPresent(); due = due()) {
            var shop = due.get();
            log.info("looking for what nobody could answer in {}", shop);
            miner.mine(shop);
        }
    }

    private Optional<ShopId> due() {
        var now = clock.instant();
        return store.lease(now, now.minus(EVERY), now.plus(LEASE));
    }
}
