package anxin.aftersales.template;

import anxin.kernel.ShopId;
import java.time.Clock;
import org.springframework.stereotype.Component;

/** How each shop tells its customers, read once for many messages. */
@Component
public class Tellings {

    private final ShopMemory<Telling> memory;

    Tellings(TellingStore store, Clock clock) {
        this.memory = new ShopMemory<>(store::of, clock);
    }

    public Telling of(ShopId shop) {
        return memory.of(shop);
    }

    /** It has changed; the next message reads it anew. */
    public void forget(ShopId shop) {
        memory.forget(shop);
    }
}
