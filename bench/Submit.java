import harness.Http;
import harness.House;
import harness.Live;
import harness.Load;
import harness.PgBench;
import harness.Shop;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

/// Submit to decision visible to the subscribed customer, at 1, 16 and 64 customers at once.
class Submit {

    private static final int TABS_EACH = 20;
    private static final int CUSTOMERS = 64 * TABS_EACH;

    private final Map<String, CountDownLatch> waiting = new ConcurrentHashMap<>();
    private final AtomicInteger[] nextOrder = new AtomicInteger[CUSTOMERS];
    private List<String> cookies = List.of();
    private int orders;
    private volatile String lastCase = "";
    private volatile String lastOrder = "";

    /** {@code ./dev bench submit 3} is a quick look: 3 seconds each instead of 15. */
    void main(String[] arguments) throws Exception {
        var measured = Duration.ofSeconds(arguments.length > 0 ? Integer.parseInt(arguments[0]) : 15);
        try (var house = House.open()) {
            orders = 400_000;
            Shop.fill(house, orders, CUSTOMERS);
            cookies = house.customerCookies(Shop.ID, IntStream.range(0, CUSTOMERS).mapToObj(n -> "c" + n).toList());
            for (var customer = 0; customer < CUSTOMERS; customer++) {
                nextOrder[customer] = new AtomicInteger(customer);
            }
            Load.warmUp(20, () -> submit(house, 64, Duration.ofSeconds(8)));
            IO.println("customers   submits/s   database alone   share   submit to visible");
            for (var clients : Load.clients()) {
                var ours = submit(house, clients, measured);
                var alone = PgBench.perSecond(house, PgBench.script(house, lastCase, lastOrder), clients, 8);
                IO.println("%9d   %9.0f   %14s   %5s   %s   CPU each: %s".formatted(
                        clients, ours.perSecond(),
                        alone.isPresent() ? "%.0f".formatted(alone.getAsDouble()) : "–",
                        alone.isPresent() ? "%.0f %%".formatted(100 * ours.perSecond() / alone.getAsDouble()) : "–",
                        ours.times(), ours.cpuEach()));
            }
            IO.println("              limits at 64 customers: share at least 40 %, p99 under 100 ms");
            var people = submit(house, 64, measured, Duration.ofSeconds(1));
            IO.println("64 customers who each submit once a second:      %6.0f/s   %s   CPU each: %s".formatted(
                    people.perSecond(), people.times(), people.cpuEach()));
            for (var clients : Load.clients()) {
                var empty = Load.run(house, clients, Duration.ofSeconds(5), number -> {
                    var http = new Http(house.port());
                    return () -> http.send("GET", "/actuator/health/liveness", "", null);
                });
                IO.println("an empty endpoint of the same server, %2d customers: %6.0f/s   %s   CPU each: %s".formatted(
                        clients, empty.perSecond(), empty.times(), empty.cpuEach()));
            }
            IO.println("resident memory of the Java process: %d MB (limit 600 MB)".formatted(house.residentMegabytes()));
        }
    }

    private Load.Result submit(House house, int clients, Duration duration) throws Exception {
        return submit(house, clients, duration, Duration.ZERO);
    }

    private Load.Result submit(House house, int clients, Duration duration, Duration pace) throws Exception {
        var tabs = new ArrayList<Live>();
        try {
            for (var customer = 0; customer < clients * TABS_EACH; customer++) {
                tabs.add(new Live(house.port(), "/api/v1/live?as=customer", cookies.get(customer), this::hear));
            }
            return Load.run(house, clients, duration, pace, number -> {
                var http = new Http(house.port());
                var turn = new AtomicInteger();
                return () -> submitOnce(http, number * TABS_EACH + turn.getAndIncrement() % TABS_EACH);
            });
        } finally {
            tabs.forEach(Live::close);
        }
    }

    private void submitOnce(Http http, int customer) throws Exception {
        var order = nextOrder[customer].getAndAdd(CUSTOMERS);
        if (order >= orders) {
            throw new IllegalStateException("faster than foreseen: all " + orders + " orders are used up");
        }
        var id = UUID.randomUUID().toString();
        var visible = new CountDownLatch(1);
        waiting.put(id, visible);
        var answer = http.send("PUT", "/api/v1/portal/cases/" + id, cookies.get(customer),
                "{\"orderNumber\":\"B" + order + "\",\"reason\":\"NO_REASON\"}");
        if (answer.status() != 200) {
            throw new IllegalStateException(answer.status() + " " + answer.body());
        }
        if (!visible.await(30, TimeUnit.SECONDS)) {
            throw new IllegalStateException("case " + id + " never became visible");
        }
        lastCase = id;
        lastOrder = "B" + order;
    }

    private void hear(String text) {
        var at = text.indexOf("\"subject\":\"case:");
        if (at >= 0) {
            var visible = waiting.remove(text.substring(at + 16, at + 52));
            if (visible != null) {
                visible.countDown();
            }
        }
    }
}
