import harness.House;
import harness.Http;
import harness.Live;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/// From a customer's message to the bot's answer on the chat's socket, with several customers talking at once.
class Answer {

    private static final String SHOP = "harbour-tea";
    private static final String CHAT = "bench-chat";
    private static final double LIMIT = 300;
    private static final int CUSTOMERS = 8;
    private static final Duration WARM = Duration.ofSeconds(40);
    private static final Duration MEASURED = Duration.ofSeconds(60);
    private static final List<String> SAID = List.of(
            "退货运费谁出", "查订单", "保修多久", "你好", "退款多久到账", "谢谢", "热水壶容量多大", "我的快递到哪了", "发票怎么开", "在吗");

    void main() throws Exception {
        try (var house = House.open(House.newHome(), true, Map.of("ANXIN_DEMO", "true"))) {
            prepare(house);
            talk(house, WARM);
            var times = talk(house, MEASURED);
            Long[] sorted = times.toArray(Long[]::new);
            Arrays.sort(sorted);
            var p99 = sorted[(int) (sorted.length * .99)] / 1e6;
            IO.println("%d answers to %d customers in %d s: p50 %.0f ms, p90 %.0f ms, p99 %.0f ms%s".formatted(
                    sorted.length, CUSTOMERS, MEASURED.toSeconds(), sorted[sorted.length / 2] / 1e6, sorted[(int) (sorted.length * .9)] / 1e6,
                    p99, p99 < LIMIT ? " (limit 300)" : "   ABOVE THE LIMIT of 300 ms"));
        }
    }

    private static void prepare(House house) throws Exception {
        var key = house.key("KEYS_MANAGE");
        try (var connection = house.database(); var statement = connection.createStatement()) {
            while (true) {
                var rows = statement.executeQuery("select count(*) from bot.settings where shop_id = '" + SHOP + "'");
                rows.next();
                if (rows.getInt(1) > 0) {
                    break;
                }
                LockSupport.parkNanos(500_000_000);
            }
        }
        try (var http = new Http(house.port())) {
            var made = http.send("PUT", "/api/v1/shops/" + SHOP + "/channels/" + CHAT, key, "{\"kind\":\"WEB_CHAT\",\"name\":\"chat\",\"sites\":[]}");
            if (made.status() >= 300) {
                throw new IllegalStateException(made.body());
            }
        }
    }

    private static List<Long> talk(House house, Duration time) throws Exception {
        var times = java.util.Collections.synchronizedList(new ArrayList<Long>());
        var threads = new ArrayList<Thread>();
        for (var n = 0; n < CUSTOMERS; n++) {
            var first = n;
            threads.add(Thread.ofVirtual().start(() -> customer(house, first, time, times)));
        }
        for (var thread : threads) {
            thread.join();
        }
        return times;
    }

    private static void customer(House house, int first, Duration time, List<Long> times) {
        var until = System.nanoTime() + time.toNanos();
        try {
            var cookies = house.customerCookies(SHOP, List.of("bench-" + UUID.randomUUID())).getFirst();
            BlockingQueue<Long> heard = new ArrayBlockingQueue<>(100);
            try (var http = new Http(house.port());
                    var live = new Live(house.port(), "/api/v1/live?as=customer", cookies, text -> {
                        if (text.contains("conversation.message-written") && text.contains("\"STAFF\"")) {
                            heard.add(System.nanoTime());
                        }
                    })) {
                for (var n = first; System.nanoTime() < until; n++) {
                    heard.clear();
                    var began = System.nanoTime();
                    var sent = http.send("PUT", "/api/v1/portal/chat/messages/" + UUID.randomUUID(), cookies,
                            "{\"text\":\"" + SAID.get(n % SAID.size()) + "\"}");
                    if (sent.status() != 200) {
                        throw new IllegalStateException(sent.body());
                    }
                    var answered = heard.poll(30, TimeUnit.SECONDS);
                    if (answered == null) {
                        throw new IllegalStateException("no answer");
                    }
                    times.add(answered - began);
                    LockSupport.parkNanos(1_500_000_000);
                }
            }
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
