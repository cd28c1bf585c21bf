package anxin.kernel.database;

import java.io.IOException;
import java.util.List;
import java.util.TreeSet;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/** Each module has a folder of migrations, a schema and a history of its own; kernel goes first. */
final class Migrations {

    private static final String ROOT = "db/migration/";

    private Migrations() {}

    static void run(DataSource source) {
        for (var module : modules()) {
            Flyway.configure()
                    .dataSource(source)
                    .locations("classpath:" + ROOT + module)
                    .schemas(module)
                    .defaultSchema(module)
                    .table("migration")
                    .load()
                    .migrate();
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
