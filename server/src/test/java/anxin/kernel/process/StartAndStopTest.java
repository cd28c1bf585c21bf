package anxin.kernel.process;

import static org.assertj.core.api.Assertions.assertThat;

import anxin.Anxin;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.util.FileSystemUtils;
import tools.jackson.databind.json.JsonMapper;

/** The whole program in a process of its own, from its start to its end. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class StartAndStopTest {

    @TempDir private Path folder = Path.of("not-yet");

    private final HttpClient http = HttpClient.newHttpClient();

    @AfterAll
    void removeTheDatabase() throws IOException {
        FileSystemUtils.deleteRecursively(folder);
    }

    @Test
    void it_tells_where_it_is_and_how_it_is_and_ends_with_zero() throws Exception {
        var home = folder.resolve("home");
        var talkative =
                Map.of("ANXIN_LOG", "json", "LOGGING_LEVEL_ORG_SPRINGFRAMEWORK_WEB", "debug");
        try (var anxin = start(home, "0", talkative)) {
            var address = addressOf(anxin, home);

            assertThat(get(address + "/actuator/health/liveness").body()).contains("\"UP\"");
            assertThat(get(address + "/actuator/health/readiness").body()).contains("\"UP\"");
            assertThat(get(address + "/actuator/prometheus").body())
                    .contains("http_server_requests_seconds_count")
                    .contains("hikaricp_connections");
            logs_are_json_and_carry_the_trace_id_of_the_problem(anxin, address);
            a_second_one_on_the_same_folder_is_refused(home);
            a_second_one_on_the_same_port_is_refused(URI.create(address).getPort());
            a_wrong_password_of_the_database_is_told(home);
            an_older_one_is_refused_on_a_database_of_a_newer_one(home);
            what_is_in_flight_ends_and_new_work_is_refused(
                    anxin, home, URI.create(address).getPort());
        }
    }

    private void logs_are_json_and_carry_the_trace_id_of_the_problem(
            ChildProcess anxin, String address) throws Exception {
        var problem = get(address + "/api/v1/session");
        assertThat(problem.statusCode()).isEqualTo(401);
        var json = JsonMapper.shared();
        var trace = json.readTree(problem.body()).path("traceId").asString();
        assertThat(trace).matches("[0-9a-f]{32}");
        assertThat(problem.headers().firstValue("Trace-Id")).contains(trace);
        assertThat(anxin.output()).contains("\"traceId\":\"" + trace + "\"");
        for (var line : anxin.output().lines().filter(l -> l.startsWith("{")).toList()) {
            assertThat(json.readTree(line).path("message").isString()).isTrue();
        }
    }

    private void a_second_one_on_the_same_folder_is_refused(Path home) throws Exception {
        try (var second = start(home, "0", Map.of())) {
            assertThat(second.exitCode()).isEqualTo(1);
            assertThat(onlyLine(second)).contains("Another Anxin is running on " + home);
        }
    }

    private void a_second_one_on_the_same_port_is_refused(int port) throws Exception {
        try (var second = start(folder.resolve("other"), String.valueOf(port), Map.of())) {
            assertThat(second.exitCode()).isEqualTo(1);
            assertThat(onlyLine(second)).contains("Port " + port + " is taken");
        }
    }

    private void an_older_one_is_refused_on_a_database_of_a_newer_one(Path home) throws Exception {
        var note = Files.readAllLines(home.resolve("postgres/data/postmaster.pid"));
        var url = "jdbc:postgresql://127.0.0.1:" + note.get(3) + "/postgres";
        var password = Files.readString(home.resolve("postgres/password")).strip();
        try (var connection = DriverManager.getConnection(url, "anxin", password);
                var statement = connection.createStatement()) {
            statement.execute(
                    """
                    insert into kernel.migration
                      (installed_rank, version, description, type, script, installed_by, execution_time, success)
                    values (9000, '9000', 'add tomorrow', 'SQL', 'V9000__add_tomorrow.sql', 'anxin', 1, true)
                    """);
            statement.execute("update kernel.migrated set fingerprint = 'of tomorrow'");
        }
        var environment =
                Map.of(
                        "ANXIN_DB_URL",
                        url,
                        "ANXIN_DB_USER",
                        "anxin",
                        "ANXIN_DB_PASSWORD",
                        password);
        try (var older = start(folder.resolve("older"), "0", environment)) {
            assertThat(older.exitCode()).isEqualTo(1);
            assertThat(onlyLine(older))
                    .contains("migrated by a newer Anxin (kernel 9000, add tomorrow)");
        }
    }

    private void a_wrong_password_of_the_database_is_told(Path home) throws Exception {
        var note = Files.readAllLines(home.resolve("postgres/data/postmaster.pid"));
        var url = "jdbc:postgresql://127.0.0.1:" + note.get(3) + "/postgres";
        var environment =
                Map.of(
                        "ANXIN_DB_URL",
                        url,
                        "ANXIN_DB_USER",
                        "anxin",
                        "ANXIN_DB_PASSWORD",
                        "guessed");
        try (var stranger = start(folder.resolve("stranger"), "0", environment)) {
            assertThat(stranger.exitCode()).isEqualTo(1);
            assertThat(onlyLine(stranger)).contains("does not let us in", "ANXIN_DB_PASSWORD");
        }
    }

    /** Half a request is on its way when we are asked to stop; its other half is still answered. */
    private static void what_is_in_flight_ends_and_new_work_is_refused(
            ChildProcess anxin, Path home, int port) throws Exception {
        var body = "{\"name\":\"nobody\",\"password\":\"nothing\"}";
        try (var request = new Socket(InetAddress.getLoopbackAddress(), port)) {
            var out = request.getOutputStream();
            out.write(
                    ("POST /api/v1/session HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n"
                                    + "Connection: close\r\nContent-Length: "
                                    + body.length()
                                    + "\r\n\r\n"
                                    + body.substring(0, 10))
                            .getBytes(StandardCharsets.UTF_8));
            out.flush();
            anxin.await(() -> anxin.output().contains("POST \\\"/api/v1/session\\\""));

            anxin.ask().await(() -> refusesConnections(port));
            out.write(body.substring(10).getBytes(StandardCharsets.UTF_8));
            out.flush();

            var answer =
                    new String(request.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(answer).startsWith("HTTP/1.1 401").contains("urn:anxin:problem:");
        }
        assertThat(anxin.exitCode()).isZero();
        assertThat(home.resolve("running")).doesNotExist();
    }

    private static boolean refusesConnections(int port) {
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            return !socket.isConnected();
        } catch (IOException refused) {
            return true;
        }
    }

    private static ChildProcess start(Path home, String port, Map<String, String> more)
            throws IOException {
        var environment = new HashMap<>(more);
        environment.put("ANXIN_HOME", home.toString());
        environment.put("ANXIN_PORT", port);
        return ChildProcess.java(
                List.of(),
                System.getProperty("java.class.path"),
                Anxin.class.getName(),
                environment);
    }

    private static String addressOf(ChildProcess anxin, Path home) throws IOException {
        anxin.await(() -> Files.exists(home.resolve("running")));
        return Files.readAllLines(home.resolve("running")).get(1);
    }

    private static String onlyLine(ChildProcess process) {
        assertThat(process.output()).doesNotContain("\tat ");
        var errors = process.output().lines().filter(l -> l.contains(" ERROR ")).toList();
        assertThat(errors).as(process.output()).hasSize(1);
        return errors.getFirst();
    }

    private HttpResponse<String> get(String address) throws IOException, InterruptedException {
        return http.send(
                HttpRequest.newBuilder(URI.create(address)).build(),
                HttpResponse.BodyHandlers.ofString());
    }
}
