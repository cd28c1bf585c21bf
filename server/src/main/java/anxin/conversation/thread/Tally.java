package anxin.conversation.thread;

import anxin.kernel.ShopId;
import anxin.kernel.tally.Heaps;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** How many conversations lie on each heap. */
@Component
public class Tally extends Heaps {

    /** What changed in one transaction. */
    public static final class Changes extends Moves {

        public void moved(ShopId shop, @Nullable Standing before, @Nullable Standing after) {
            moved(
                    shop,
                    before == null ? List.of() : before.heaps(),
                    after == null ? List.of() : after.heaps());
        }
    }

    Tally(JdbcClient db) {
        super(db, "conversation.tally");
    }
}
