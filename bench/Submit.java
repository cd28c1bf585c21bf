import harness.Http;
import harness.House;
import harness.Live;
import harness.Load;
import harness.PgBench;
import harness.Shop;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/// Submit to decision visible to the subscribed customer, at 1, 16 and 64 customers at once.
class Submit {

    private static final int ORDERS = 300_000;
    private static final int TABS_EACH = 20;
    private static final int CUSTOMERS = 64 * TABS_EACH;
    private static final Duration WARM_UP = Duration.ofSeconds(25);
    private static final Duration MEASURED = Duration.ofSeconds(15);

    private final Map<String, CountDownLatch> waiting = new ConcurrentHashMap<>();
    private final AtomicInteger[] nextOrder = new AtomicInteger[CUSTOMERS];
    private String[] cookies = new String[CUSTOMERS];
    private volatile String lastCase = "";
    private volatile String lastOrder = "";

    void main() throws Exception {
        try (var house = House.open()) {
            Shop.fill(house, ORDERS, CUSTOMERS);
            for (var customer = 0; customer < CUSTOMERS; customer++) {
                cookies[customer] = house.customerCookies(Shop.ID, "c" + customer);
                nextOrder[customer] = new AtomicInteger(customer);
            }
            IO.println("warming up");
            submit(house, 64, WARM_UP);
            IO.println("customers   submits/s   database alone   share   submit to visible");
            for (var clients : Load.clients()) {
                var ours = submit(house, clients, MEASURED);
                var alone = PgBench.perSecond(house, PgBench.script(house, lastCase, lastOrder), clients, 8);
                IO.println("%9d   %9.0f   %14s   %5s   %s   CPU each: %s".formatted(
                        clients, ours.perSecond(),
                        alone.isPresent() ? "%.0f".formatted(alone.getAsDouble()) : "–",
                        alone.isPresent() ? "%.0f %%".formatted(100 * ours.perSecond() / alone.getAsDouble()) : "–",
                        ours.times(), ours.cpuEach()));
            }
            IO.println("              limits at 64 customers: share at least 40 %, p99 under 100 ms");
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
        var tabs = new ArrayList<Live>();
        try {
            for (var customer = 0; customer < clients * TABS_EACH; customer++) {
                tabs.add(new Live(house.port(), "/api/v1/live?as=customer", cookies[customer], this::hear));
            }
            return Load.run(house, clients, duration, number -> {
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
        if (order >= ORDERS) {
            throw new IllegalStateException("faster than foreseen: all " + ORDERS + " orders are used up");
        }
        var id = UUID.randomUUID().toString();
        var visible = new CountDownLatch(1);
        waiting.put(id, visible);
        var answer = http.send("PUT", "/api/v1/portal/cases/" + id, cookies[customer],
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
