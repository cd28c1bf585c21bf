import anxin.language.text.Tables;
import harness.Http;
import harness.House;
import harness.Load;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/// Messages understood: p99 at 20 a second (limit 50 ms), as many as go, in batches; and the memory that takes.
class Understand {

    private static final int CLIENTS = 20;
    private static final int BATCH = 100;

    private final AtomicInteger turn = new AtomicInteger();
    private List<String> texts = List.of();

    /** {@code ./dev bench understand 5} is a quick look: 5 seconds each instead of 30. */
    void main(String[] arguments) throws Exception {
        var measured = Duration.ofSeconds(arguments.length > 0 ? Integer.parseInt(arguments[0]) : 30);
        texts = Tables.read("/language/catalogue/examples-zh.tsv").stream().skip(1).map(line -> line.split("\t")[2]).toList();
        try (var house = House.open()) {
            var cookies = house.staffCookies();
            IO.println("resident memory before the first message:  %d MB".formatted(house.residentMegabytes()));
            var began = System.nanoTime();
            post(new Http(house.port()), cookies, "/api/v1/language/analysis", body());
            IO.println("the first message, which opens the models: %.1f s".formatted((System.nanoTime() - began) / 1e9));
            Load.warmUp(6, () -> run(house, cookies, 4, Duration.ofSeconds(5), Duration.ZERO));
            var people = run(house, cookies, CLIENTS, measured, Duration.ofSeconds(1));
            IO.println("%d messages a second:      %s   CPU each: %s%s".formatted(
                    CLIENTS, people.times(), people.cpuEach(), people.times().millis(.99) < 50 ? "" : "   MISSED (50 ms)"));
            for (var clients : List.of(1, 4, 16)) {
                var most = run(house, cookies, clients, measured, Duration.ZERO);
                IO.println("%2d at once: %6.0f messages/s   %s   CPU each: %s".formatted(
                        clients, most.perSecond(), most.times(), most.cpuEach()));
            }
            var batches = Load.run(house, 1, measured, number -> {
                var http = new Http(house.port());
                return () -> post(http, cookies, "/api/v1/language/analyses", batch());
            });
            IO.println("batches of %d: %6.0f messages/s   %s".formatted(BATCH, BATCH * batches.perSecond(), batches.times()));
            IO.println("resident memory of the Java process: %d MB".formatted(house.residentMegabytes()));
        }
    }

    private Load.Result run(House house, String cookies, int clients, Duration duration, Duration pace) throws Exception {
        return Load.run(house, clients, duration, pace, number -> {
            var http = new Http(house.port());
            return () -> post(http, cookies, "/api/v1/language/analysis", body());
        });
    }

    private static void post(Http http, String cookies, String path, String body) {
        var answer = http.send("POST", path, cookies, body);
        if (answer.status() != 200) {
            throw new IllegalStateException(answer.status() + " " + answer.body());
        }
    }

    /** Each a little different, so that no cache answers. */
    private String body() {
        int number = turn.incrementAndGet();
        return "{\"text\":\"%s %d\"}".formatted(texts.get(number * 31 % texts.size()).replace("\"", ""), number % 1000);
    }

    private String batch() {
        var bodies = new StringBuilder("{\"messages\":[");
        for (int i = 0; i < BATCH; i++) {
            bodies.append(i == 0 ? "" : ",").append(body());
        }
        return bodies.append("]}").toString();
    }
}
