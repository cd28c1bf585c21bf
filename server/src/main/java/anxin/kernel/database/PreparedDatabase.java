package anxin.kernel.database;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.springframework.context.SmartLifecycle;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/**
 * The pool that everybody uses. The database is reached and migrated on a thread of its own while
 * the application is put together; whoever wants a connection before that waits.
 */
final class PreparedDatabase extends DelegatingDataSource implements SmartLifecycle {

    /** Gives the pool its address and brings the tables up to date. */
    interface Preparation {
        void prepare(HikariDataSource pool);
    }

    private final HikariDataSource pool;
    private final CompletableFuture<Void> prepared = new CompletableFuture<>();
    private volatile boolean running;

    PreparedDatabase(HikariDataSource pool, Preparation preparation) {
        super(pool);
        this.pool = pool;
        Thread.ofPlatform().daemon().name("database-start").start(() -> prepare(preparation));
    }

    private void prepare(Preparation preparation) {
        try {
            preparation.prepare(pool);
            prepared.complete(null);
        } catch (Throwable trouble) {
            pool.close();
            prepared.completeExceptionally(trouble);
        }
    }

    @Override
    public Connection getConnection() throws SQLException {
        await();
        return super.getConnection();
    }

    private void await() {
        try {
            prepared.join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException trouble ? trouble : e;
        }
    }

    /** Before everything else that starts: without its database nothing may begin. */
    @Override
    public int getPhase() {
        return Integer.MIN_VALUE;
    }

    @Override
    public void start() {
        await();
        running = true;
    }

    @Override
    public void stop() {
        running = false;
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    /** A migration that has begun ends first. */
    void close() {
        prepared.exceptionally(trouble -> null).join();
        pool.close();
    }
}
