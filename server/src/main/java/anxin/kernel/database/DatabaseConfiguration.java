package anxin.kernel.database;

import com.zaxxer.hikari.HikariDataSource;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Our own PostgreSQL unless {@code ANXIN_DB_URL} names another; migrated before anybody can ask it
 * anything.
 */
@Configuration(proxyBeanMethods = false)
class DatabaseConfiguration {

    /**
     * Statements are planned once a connection, not each time: planning costs more than most of
     * what we ask. A statement whose best plan depends on its values is written so that the values
     * do not matter, or is another statement.
     */
    private static final String ONE_PLAN = "set plan_cache_mode = force_generic_plan";

    @Bean(destroyMethod = "close")
    PreparedDatabase dataSource(
            ObjectProvider<EarlyStart.Starting> starting,
            @Value("${anxin.db.url}") String url,
            @Value("${anxin.db.user}") String user,
            @Value("${anxin.db.password}") String password,
            @Value("${anxin.db.pool}") int pool) {
        var embedded = starting.getIfAvailable();
        var source = new HikariDataSource();
        source.setMaximumPoolSize(pool);
        source.setMinimumIdle(Math.min(pool, 2));
        source.setConnectionTimeout(5_000);
        source.setPoolName("anxin");
        source.setConnectionInitSql(ONE_PLAN);
        source.addDataSourceProperty("reWriteBatchedInserts", "true");
        source.addDataSourceProperty("ApplicationName", "anxin");
        return new PreparedDatabase(
                source,
                reached -> {
                    if (embedded == null) {
                        reach(reached, url, user, password);
                        ExternalDatabase.refuseUnfit(reached, url);
                    } else {
                        var ours = embedded.await();
                        reach(reached, ours.url(), ours.user(), ours.password());
                    }
                    Migrations.run(reached);
                });
    }

    private static void reach(HikariDataSource source, String url, String user, String password) {
        source.setJdbcUrl(url);
        source.setUsername(user);
        source.setPassword(password);
    }
}
