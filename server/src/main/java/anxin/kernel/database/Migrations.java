package anxin.kernel.database;

import anxin.kernel.process.StartTrouble;
import java.io.IOException;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationState;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Each module has a folder of migrations, a schema and a history of its own; kernel goes first. */
final class Migrations {

    private static final String ROOT = "db/migration/";

    private static final Set<MigrationState> NEWER =
            EnumSet.of(MigrationState.FUTURE_SUCCESS, MigrationState.FUTURE_FAILED);

    private Migrations() {}

    static void run(DataSource source) {
        var scripts = scripts();
        var db = JdbcClient.create(source);
        if (lastApplied(db).equals(fingerprint(scripts))) {
            return;
        }
        forget(db);
        var before = migratedBefore(db);
        for (var module : modules(scripts)) {
            var flyway =
                    Flyway.configure()
                            .dataSource(source)
                            .locations("classpath:" + ROOT + module)
                            .schemas(module)
                            .defaultSchema(module)
                            .table("migration")
                            .group(true)
                            .load();
            if (before.contains(module)) {
                refuseNewer(module, flyway);
            }
            flyway.migrate();
        }
        db.sql(
                        """
                insert into kernel.migrated (fingerprint) values (:fingerprint)
                on conflict (one) do update set fingerprint = excluded.fingerprint
                """)
                .param("fingerprint", fingerprint(scripts))
                .update();
    }

    /** Empty for a database that is new, or that somebody began to migrate and did not end. */
    private static String lastApplied(JdbcClient db) {
        return knows(db)
                ? db.sql("select fingerprint from kernel.migrated")
                        .query(String.class)
                        .optional()
                        .orElse("")
                : "";
    }

    private static List<@Nullable String> migratedBefore(JdbcClient db) {
        return db.sql("select schemaname::text from pg_tables where tablename = 'migration'")
                .query(String.class)
                .list();
    }

    private static void forget(JdbcClient db) {
        if (knows(db)) {
            db.sql("delete from kernel.migrated").update();
        }
    }

    private static boolean knows(JdbcClient db) {
        return db.sql("select to_regclass('kernel.migrated') is not null")
                .query(Boolean.class)
                .single();
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

    /** The checksum of every script, by its path below the root. */
    private static SortedMap<String, Long> scripts() {
        var scripts = new TreeMap<String, Long>();
        try {
            for (var resource :
                    new PathMatchingResourcePatternResolver()
                            .getResources("classpath*:" + ROOT + "*/V*.sql")) {
                var path = resource.getURL().getPath();
                var sum = new CRC32();
                sum.update(resource.getContentAsByteArray());
                scripts.put(path.substring(path.lastIndexOf(ROOT) + ROOT.length()), sum.getValue());
            }
        } catch (IOException e) {
            throw new IllegalStateException("the migrations cannot be read", e);
        }
        return scripts;
    }

    private static String fingerprint(SortedMap<String, Long> scripts) {
        return scripts.toString();
    }

    private static List<String> modules(SortedMap<String, Long> scripts) {
        var others =
                scripts.keySet().stream()
                        .map(script -> script.substring(0, script.indexOf('/')))
                        .distinct()
                        .filter(module -> !module.equals("kernel"));
        return Stream.concat(Stream.of("kernel"), others).toList();
    }
}
