package anxin.kernel.database;

import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import javax.sql.DataSource;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Condition;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.springframework.core.type.AnnotatedTypeMetadata;

/**
 * Our own PostgreSQL unless {@code ANXIN_DB_URL} names another; migrated before anybody can ask it
 * anything.
 */
@Configuration(proxyBeanMethods = false)
class DatabaseConfiguration {

    /** No {@code ANXIN_DB_URL}: we bring the database. */
    static final class Embedded implements Condition {
        @Override
        public boolean matches(ConditionContext context, AnnotatedTypeMetadata metadata) {
            return context.getEnvironment().getProperty("anxin.db.url", "").isBlank();
        }
    }

    @Bean(destroyMethod = "close")
    @Conditional(Embedded.class)
    EmbeddedPostgres embeddedPostgres(@Value("${anxin.home}") Path home, Environment environment) {
        var settings =
                new TreeMap<>(
                        Map.of(
                                "jit", "off",
                                "shared_buffers", "256MB",
                                "max_connections", "120",
                                "max_wal_size", "2GB",
                                "wal_compression", "on",
                                "log_min_duration_statement", "2000"));
        Binder.get(environment)
                .bind("anxin.postgres", Bindable.mapOf(String.class, String.class))
                .ifBound(settings::putAll);
        return new EmbeddedPostgres(home.toAbsolutePath().resolve("postgres"), settings);
    }

    @Bean(destroyMethod = "close")
    DataSource dataSource(
            org.springframework.beans.factory.ObjectProvider<EmbeddedPostgres> embedded,
            @Value("${anxin.db.url}") String url,
            @Value("${anxin.db.user}") String user,
            @Value("${anxin.db.password}") String password,
            @Value("${anxin.db.pool}") int pool) {
        var ours = embedded.getIfAvailable();
        var source = new HikariDataSource();
        source.setJdbcUrl(ours != null ? ours.url() : url);
        source.setUsername(ours != null ? ours.user() : user);
        source.setPassword(ours != null ? ours.password() : password);
        source.setMaximumPoolSize(pool);
        source.setMinimumIdle(Math.min(pool, 4));
        source.setConnectionTimeout(5_000);
        source.setPoolName("anxin");
        source.addDataSourceProperty("reWriteBatchedInserts", "true");
        source.addDataSourceProperty("ApplicationName", "anxin");
        try {
            if (ours == null) {
                ExternalDatabase.refuseUnfit(source, url);
            }
            Migrations.run(source);
            return source;
        } catch (RuntimeException e) {
            source.close();
            throw e;
        }
    }
}
