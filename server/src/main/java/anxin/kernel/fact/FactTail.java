package anxin.kernel.fact;

import anxin.kernel.loop.Bell;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.SmartLifecycle;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Reads the log behind the writers: woken by a commit of this node, and every 100 ms for those of
 * the others. One thread feeds the live readers of this node, another the listeners, each from its
 * stored position under a row lock.
 */
@Component
class FactTail implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(FactTail.class);
    private static final int BATCH = 500;
    private static final Duration IDLE = Duration.ofMillis(100);

    private final ObjectProvider<FactLog> facts;
    private final ObjectProvider<LiveReader> liveReaders;
    private final ObjectProvider<FactListener> listeners;
    private final JdbcClient db;
    private final TransactionTemplate transaction;
    private final boolean running;
    private final Bell liveBell = new Bell();
    private final Bell listenerBell = new Bell();
    private volatile boolean on;
    private @Nullable Thread live;
    private @Nullable Thread listening;

    FactTail(
            ObjectProvider<FactLog> facts,
            ObjectProvider<LiveReader> liveReaders,
            ObjectProvider<FactListener> listeners,
            JdbcClient db,
            TransactionTemplate transaction,
            @Value("${anxin.background:true}") boolean running) {
        this.facts = facts;
        this.liveReaders = liveReaders;
        this.listeners = listeners;
        this.db = db;
        this.transaction = transaction;
        this.running = running;
    }

    void wake() {
        liveBell.ring();
        listenerBell.ring();
    }

    /** One round for every listener; true when any of them heard something. */
    boolean feedListeners() {
        var heard = false;
        for (var listener : listeners.orderedStream().toList()) {
            heard |= feed(listener);
        }
        return heard;
    }

    private boolean feed(FactListener listener) {
        return somethingNew(listener)
                && Boolean.TRUE.equals(transaction.execute(status -> feedLocked(listener)));
    }

    /** A look without a lock: most of the time nothing has happened. */
    private boolean somethingNew(FactListener listener) {
        var position =
                db.sql("select p.xid, p.seq from kernel.fact_position p where p.listener = :name")
                        .param("name", listener.name())
                        .query(FactTail::position)
                        .optional();
        return position.isEmpty() || !facts.getObject().after(position.get(), 1).isEmpty();
    }

    private static Position position(ResultSet row, int number) throws SQLException {
        return new Position(row.getLong("xid"), row.getLong("seq"));
    }

    private boolean feedLocked(FactListener listener) {
        db.sql(
                        "insert into kernel.fact_position (listener, xid, seq) values (:name, 0, 0) on conflict do nothing")
                .param("name", listener.name())
                .update();
        var position =
                db.sql(
                                """
                select p.xid, p.seq from kernel.fact_position p where p.listener = :name for update skip locked
                """)
                        .param("name", listener.name())
                        .query(FactTail::position)
                        .optional();
        if (position.isEmpty()) {
            return false; // Another node is at it.
        }
        var batch = facts.getObject().after(position.get(), BATCH);
        if (batch.isEmpty()) {
            return false;
        }
        listener.hear(batch);
        var last = batch.getLast().position();
        db.sql("update kernel.fact_position set xid = :xid, seq = :seq where listener = :name")
                .param("xid", last.transaction())
                .param("seq", last.sequence())
                .param("name", listener.name())
                .update();
        return true;
    }

    private void tailLive() {
        var readers = liveReaders.orderedStream().toList();
        var position = facts.getObject().end();
        while (on) {
            try {
                List<Fact> batch = facts.getObject().after(position, BATCH);
                if (!batch.isEmpty()) {
                    position = batch.getLast().position();
                    readers.forEach(reader -> reader.on(batch));
                    continue;
                }
            } catch (RuntimeException e) {
                log.warn("reading the log of facts failed; trying again", e);
            }
            pause(liveBell);
        }
    }

    private void tailListeners() {
        while (on) {
            try {
                if (feedListeners()) {
                    continue;
                }
            } catch (RuntimeException e) {
                log.warn("a listener failed; it will hear the same facts again", e);
            }
            pause(listenerBell);
        }
    }

    private static void pause(Bell bell) {
        try {
            bell.await(IDLE);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void start() {
        on = true;
        live = Thread.ofVirtual().name("facts-live").start(this::tailLive);
        if (!running) {
            return;
        }
        listening = Thread.ofVirtual().name("facts-listeners").start(this::tailListeners);
    }

    @Override
    public void stop() {
        on = false;
        wake();
        for (var thread : new Thread[] {live, listening}) {
            join(thread);
        }
    }

    private static void join(@Nullable Thread thread) {
        try {
            if (thread != null) {
                thread.join(5_000);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return on;
    }
}
