package anxin.kernel.upkeep;

import anxin.kernel.loop.Loop;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Looks once a minute which chore is due and does it in batches, one transaction each, so that
 * nobody waits long for a lock. Every node may run one; a row that another has in hand is passed
 * over. A chore that fails is put off and keeps the others from nothing.
 */
@Component
public class Upkeep extends Loop {

    private static final Logger log = LoggerFactory.getLogger(Upkeep.class);
    private static final int BATCH = 500;
    private static final Duration EVERY = Duration.ofHours(1);
    private static final Duration AFTER_TROUBLE = Duration.ofMinutes(10);
    private static final Duration PAUSE = Duration.ofMinutes(1);
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final ObjectProvider<Chore> chores;
    private final JdbcClient db;
    private final TransactionTemplate transaction;
    private final Clock clock;

    Upkeep(
            ObjectProvider<Chore> chores,
            JdbcClient db,
            TransactionTemplate transaction,
            Clock clock,
            @Value("${anxin.background:true}") boolean background) {
        super("upkeep", PAUSE, PATIENCE, background);
        this.chores = chores;
        this.db = db;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** Does what is due now, to the end; answers how much was removed. */
    public long runDue() {
        var byName = new HashMap<String, Chore>();
        chores.orderedStream().forEach(chore -> byName.put(chore.name(), chore));
        enter(byName);
        long removed = 0;
        for (var batch = runOne(byName); batch.isPresent(); batch = runOne(byName)) {
            removed += batch.get();
        }
        return removed;
    }

    @Override
    protected void round() {
        runDue();
    }

    /** A new chore is due at once. */
    private void enter(Map<String, Chore> byName) {
        db.sql(
                        """
                insert into kernel.chore (name, due_at) select n, :now from unnest(:names) n
                on conflict (name) do nothing
                """)
                .param("names", byName.keySet().toArray(String[]::new))
                .param("now", now())
                .update();
    }

    private Optional<Integer> runOne(Map<String, Chore> byName) {
        var inHand = new String[1];
        try {
            return Objects.requireNonNull(
                    transaction.execute(
                            status -> {
                                var name = take(byName);
                                name.ifPresent(taken -> inHand[0] = taken);
                                return name.map(taken -> sweep(byName.get(taken)));
                            }));
        } catch (RuntimeException e) {
            if (inHand[0] == null) {
                throw e;
            }
            log.warn("the chore {} failed; it is tried again in a while", inHand[0], e);
            putOff(inHand[0], String.valueOf(e.getMessage()));
            return Optional.of(0);
        }
    }

    private Optional<String> take(Map<String, Chore> byName) {
        return db.sql(
                        """
                select c.name from kernel.chore c
                 where c.due_at <= :now and c.name = any(:names)
                 order by c.due_at, c.name
                 limit 1
                   for update skip locked
                """)
                .param("now", now())
                .param("names", byName.keySet().toArray(String[]::new))
                .query(String.class)
                .optional();
    }

    /** A full batch leaves the chore due: there is more. */
    private int sweep(@Nullable Chore chore) {
        if (chore == null) {
            throw new IllegalStateException("taken, but not among the chores of this node");
        }
        var removed = chore.sweep(clock.instant(), BATCH);
        db.sql(
                        """
                update kernel.chore
                   set done_at = :now, due_at = :due, removed = removed + :removed, trouble = null
                 where name = :name
                """)
                .param("name", chore.name())
                .param("now", now())
                .param("due", removed >= BATCH ? now() : now().plus(EVERY))
                .param("removed", removed)
                .update();
        return removed;
    }

    private void putOff(String name, String trouble) {
        db.sql("update kernel.chore set due_at = :due, trouble = :trouble where name = :name")
                .param("name", name)
                .param("due", now().plus(AFTER_TROUBLE))
                .param("trouble", trouble)
                .update();
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}
