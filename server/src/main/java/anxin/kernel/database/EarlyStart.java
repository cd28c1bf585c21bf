package anxin.kernel.database;

import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.support.DefaultSingletonBeanRegistry;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.aot.AbstractAotProcessor;
import org.springframework.core.env.Environment;

/** Our database starts while the application still reads its classes; whoever needs it waits. */
class EarlyStart implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        if (building() || !embedded(context.getEnvironment())) {
            return;
        }
        var starting = new Starting(context.getEnvironment());
        var beans = (DefaultSingletonBeanRegistry) context.getBeanFactory();
        beans.registerSingleton("startingPostgres", starting);
        beans.registerDisposableBean("startingPostgres", starting);
    }

    /** While the jar is made, the beans are worked out ahead of time and no database is needed. */
    private static boolean building() {
        return Boolean.getBoolean(AbstractAotProcessor.AOT_PROCESSING);
    }

    static boolean embedded(Environment environment) {
        return environment.getProperty("anxin.db.url", "").isBlank();
    }

    /** Also closed when the application gives up before anybody asked for the database. */
    static final class Starting implements DisposableBean {

        private final CompletableFuture<EmbeddedPostgres> postgres = new CompletableFuture<>();

        Starting(Environment environment) {
            var home = Path.of(environment.getRequiredProperty("anxin.home"));
            var settings = settings(environment);
            Thread.ofPlatform()
                    .daemon()
                    .name("postgres-start")
                    .start(() -> start(home.toAbsolutePath().resolve("postgres"), settings));
        }

        private void start(Path folder, Map<String, String> settings) {
            try {
                postgres.complete(new EmbeddedPostgres(folder, settings));
            } catch (Throwable trouble) {
                postgres.completeExceptionally(trouble);
            }
        }

        EmbeddedPostgres await() {
            return postgres.join();
        }

        @Override
        public void destroy() {
            try {
                await().close();
            } catch (CompletionException neverStarted) {
                // Told by whoever waited for it.
            }
        }
    }

    private static Map<String, String> settings(Environment environment) {
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
        return settings;
    }
}
