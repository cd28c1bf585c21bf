package anxin.commerce.stores;

import anxin.commerce.Stores.Store;
import anxin.commerce.intake.Batch;
import anxin.commerce.intake.Intake;
import anxin.commerce.intake.Kind;
import anxin.commerce.intake.Source;
import anxin.commerce.intake.Taken;
import anxin.commerce.stores.StoreStore.StoreWrite;
import anxin.kernel.ShopId;
import anxin.kernel.problem.Reading;
import java.time.Clock;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.JsonNode;

/** Takes stores. */
@Component
class StoreIntake implements Intake {

    private final Reading reading;
    private final StoreStore stores;
    private final Clock clock;

    StoreIntake(Reading reading, StoreStore stores, Clock clock) {
        this.reading = reading;
        this.stores = stores;
        this.clock = clock;
    }

    @Override
    public Kind kind() {
        return Kind.STORES;
    }

    @Override
    @Transactional
    public List<Taken> take(ShopId shop, List<JsonNode> sent) {
        return Batch.take(
                sent,
                document -> write(shop, reading.read(document, NewStore.class)),
                writes -> stores.write(shop, writes));
    }

    /** True when it was older than what is there. */
    @Transactional
    boolean put(ShopId shop, NewStore sent) {
        var write = write(shop, sent);
        return Batch.isStale(write, stores.write(shop, List.of(write)));
    }

    private StoreWrite write(ShopId shop, NewStore sent) {
        var store =
                new Store(
                        shop,
                        sent.id(),
                        sent.name().text(),
                        sent.city(),
                        sent.address(),
                        sent.phone(),
                        sent.latitude(),
                        sent.longitude(),
                        sent.opens(),
                        !Boolean.FALSE.equals(sent.open()));
        var source =
                Source.of(
                        sent.sourceVersion(), sent.sourceTime(), clock.instant(), store.toString());
        return new StoreWrite(store, source);
    }
}
