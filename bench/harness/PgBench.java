package harness;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The database's own load tool, writing what one submit writes: the limit that no server can pass. */
public final class PgBench {

    private static final Set<String> MADE_BY_THE_DATABASE = Set.of("no", "xid");

    private PgBench() {}

    /** The inserts of one case that was submitted, as one statement with an id and an order of its own. */
    public static String script(House house, String caseId, String orderNo) throws SQLException, IOException {
        try (var connection = house.database()) {
            var parts = new ArrayList<String>();
            copy(connection, parts, "aftersales.after_sale_case", "id = '" + caseId + "'");
            for (var table : List.of("case_line", "decision", "timeline_entry")) {
                copy(connection, parts, "aftersales." + table, "case_id = '" + caseId + "'");
            }
            for (var table : List.of("line_account", "payment_account")) {
                copy(connection, parts, "aftersales." + table, "order_no = '" + orderNo + "'");
            }
            copy(connection, parts, "work.deadline", "subject like '%" + caseId + "%'");
            copy(connection, parts, "kernel.fact", "subject = 'case:" + caseId + "'");
            parts.add("""
                    counted as (insert into aftersales.case_count as k (shop_id, state, slot, n)
                      values ('%s', 'BENCH', :client_id, 1) on conflict (shop_id, state, slot) do update set n = k.n + 1)"""
                    .formatted(Shop.ID));
            return "\\set n random(1, 9000000000000000)\n"
                    + "with t as materialized (select gen_random_uuid() as id, 'P' || :n as order_no),\n"
                    + String.join(",\n", parts)
                    + "\nselect 1;\n";
        }
    }

    private static void copy(Connection connection, List<String> parts, String table, String where) throws SQLException {
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery("select * from " + table + " where " + where)) {
            var meta = rows.getMetaData();
            while (rows.next()) {
                var names = new ArrayList<String>();
                var values = new ArrayList<String>();
                for (var i = 1; i <= meta.getColumnCount(); i++) {
                    var name = meta.getColumnName(i);
                    var fact = table.equals("kernel.fact");
                    if (MADE_BY_THE_DATABASE.contains(name) || (fact && name.equals("seq"))) {
                        continue;
                    }
                    names.add(name);
                    values.add(value(table, name, meta.getColumnTypeName(i), rows.getString(i)));
                }
                parts.add("p%d as (insert into %s (%s) select %s from t)".formatted(
                        parts.size(), table, String.join(", ", names), String.join(", ", values)));
            }
        }
    }

    private static String value(String table, String name, String type, String text) {
        if (name.equals("case_id") || (name.equals("id") && table.endsWith("case"))) {
            return "t.id";
        }
        if (name.equals("order_no")) {
            return "t.order_no";
        }
        if (name.equals("subject")) {
            return "E'case\\x3a' || t.id";
        }
        if (text == null) {
            return "null::" + type;
        }
        // pgbench takes a colon before a letter for a variable, so colons are written by their number.
        var quoted = text.replace("\\", "\\\\").replace("'", "''").replace(":", "\\x3a").replace("\n", "\\n");
        return "E'" + quoted + "'::" + (type.startsWith("_") ? type.substring(1) + "[]" : type);
    }

    /** Transactions per second; empty, with a word on how to get it, where pgbench is missing. */
    public static OptionalDouble perSecond(House house, String script, int clients, int seconds) throws IOException, InterruptedException {
        var tool = tool();
        if (tool == null) {
            IO.println("  (pgbench is missing: apt-get install postgresql-client postgresql-contrib, or postgresql-15)");
            return OptionalDouble.empty();
        }
        var file = Files.createTempFile("submit", ".sql");
        Files.writeString(file, script);
        var builder = new ProcessBuilder(tool.toString(), "-h", "127.0.0.1", "-p", String.valueOf(house.databasePort()), "-U", "anxin",
                "-n", "-M", "prepared", "-c", String.valueOf(clients), "-j", "2", "-T", String.valueOf(seconds), "-f", file.toString(), "postgres")
                .redirectErrorStream(true);
        builder.environment().put("PGPASSWORD", house.databasePassword());
        var process = builder.start();
        var output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        var code = process.waitFor();
        Files.delete(file);
        var found = Pattern.compile("tps = ([0-9.]+)").matcher(output);
        if (code != 0 || !found.find()) {
            throw new IOException("pgbench failed:\n" + output + "\n" + script);
        }
        return OptionalDouble.of(Double.parseDouble(found.group(1)));
    }

    private static Path tool() throws IOException {
        var places = new ArrayList<>(Stream.of(System.getenv("PATH").split(":")).map(Path::of).toList());
        var debian = Path.of("/usr/lib/postgresql");
        if (Files.isDirectory(debian)) {
            try (var versions = Files.list(debian)) {
                versions.sorted().forEach(version -> places.add(version.resolve("bin")));
            }
        }
        return places.stream().map(place -> place.resolve("pgbench")).filter(Files::isExecutable).findFirst().orElse(null);
    }
}
