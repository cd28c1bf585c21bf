package anxin.kernel.database;

import anxin.kernel.process.StartTrouble;
import java.io.IOException;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationState;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/** Each module has a folder of migrations, a schema and a history of its own; kernel goes first. */
final class Migrations {

    private static final String ROOT = "db/migration/";

    private static final Set<MigrationState> NEWER =
            EnumSet.of(MigrationState.FUTURE_SUCCESS, MigrationState.FUTURE_FAILED);

    private Migrations() {}

    static void run(DataSource source) {
        for (var module : modules()) {
            var flyway =
                    Flyway.configure()
                            .dataSource(source)
                            .locations("classpath:" + ROOT + module)
                            .schemas(module)
                            .defaultSchema(module)
                            .table("migration")
                            .load();
            refuseNewer(module, flyway);
            flyway.migrate();
        }
    }

    /** A newer Anxin may have changed tables in ways that this one would damage. */
    private static void refuseNewer(String module, Flyway flyway) {
        for (var applied : flyway.info().applied()) {
            if (NEWER.contains(applied.getState())) {
                throw new StartTrouble(
                        "This database was migrated by a newer Anxin ("
                                + module
                                + " "
                                + applied.getVersion()
                                + ", "
                                + applied.getDescription()
                                + "); start that one, or restore the backup made before it.");
            }
        }
    }

    private static List<String> modules() {
        var modules = new TreeSet<String>();
        try {
            for (var resource :
                    new PathMatchingResourcePatternResolver()
                            .getResources("classpath*:" + ROOT + "*/V*.sql")) {
                var path = resource.getURL().getPath();
                var start = path.lastIndexOf(ROOT) + ROOT.length();
                modules.add(path.substring(start, path.indexOf('/', start)));
            }
        } catch (IOException e) {
            throw new IllegalStateException("the migrations cannot be read", e);
        }
        modules.remove("kernel");
        return java.util.stream.Stream.concat(
                        java.util.stream.Stream.of("kernel"), modules.stream())
                .toList();
    }
}
