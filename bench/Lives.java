import harness.House;
import harness.Http;
import harness.Load;
import harness.Shop;
import harness.WrongWeChat;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;

/// Whole lives of returns: submitted, sent, signed for, inspected, refunded, each with six steps told by mail and two by SMS.
class Lives {

    private static final String AGENT = "00000000-0000-0000-0000-0000000000b1";
    private static final int LIVES = 40_000;
    private static final int CUSTOMERS = 2_000;
    private static final int MESSAGES_EACH = 8;

    void main() throws Exception {
        measure();
    }

    static void measure() throws Exception {
        try (var gateway = new WrongWeChat(2026, Duration.ofSeconds(5), "http://127.0.0.1:1"); var house = House.open()) {
            gateway.behave();
            Shop.fill(house, LIVES, CUSTOMERS);
            house.sql("""
                    update commerce.shop_order
                       set buyer_name = '林晓', buyer_phone = '13812345678', buyer_email = 'linxiao@example.com',
                           document = document || jsonb_build_object('tenders', jsonb_build_array(
                               jsonb_build_object('kind', 'WECHAT', 'minor', 12900, 'payTxnId', 'TX-' || number)))
                     where shop_id = '%s'
                    """.formatted(Shop.ID),
                    """
                    insert into identity.role (id, name_zh, name_en, permissions, tier)
                    values ('bench', '测试', 'bench', '{KEYS_MANAGE,CASE_READ,WAREHOUSE_WORK}', 'L1')
                    """,
                    """
                    insert into identity.person (id, login, name, all_shops, created_at, changed_at)
                    values ('%s', 'bench', '周宁', true, now(), now()) on conflict do nothing
                    """.formatted(AGENT),
                    "insert into identity.person_role (person_id, role_id) values ('" + AGENT + "', 'bench')",
                    "vacuum analyze commerce.shop_order");
            var staff = house.staffCookies();
            try (var http = new Http(house.port())) {
                put(http, "/api/v1/shops/" + Shop.ID + "/payment-gateways/WECHAT_PAY", staff, gateway.connection("WECHAT"));
            }
            var cookies = house.customerCookies(Shop.ID, IntStream.range(0, CUSTOMERS).mapToObj(n -> "c" + n).toList());
            var next = new AtomicInteger();
            Load.warmUp(6, () -> Load.run(house, 16, Duration.ofSeconds(10), number -> life(house, staff, cookies, next)));
            settled(house, next.get());
            var warm = next.get();
            var began = System.nanoTime();
            var result = Load.run(house, 16, Duration.ofSeconds(30), number -> life(house, staff, cookies, next));
            var asked = System.nanoTime();
            settled(house, next.get());
            var seconds = (System.nanoTime() - began) / 1e9;
            var lived = next.get() - warm;
            IO.println("\nwhole lives: %,d in %.1f s until the last was refunded and told = %.0f/s (limit 100/s); four requests each: %s; CPU each: %s"
                    .formatted(lived, seconds, lived / seconds, result.times(), result.cpuEach()));
            IO.println("behind the last request: %.1f s; messages written: %,d, of %,d".formatted(
                    seconds - (asked - began) / 1e9, count(house, MESSAGES), (long) MESSAGES_EACH * next.get()));
        }
    }

    private static final String MESSAGES = "select count(*) from messaging.outbound";

    private static Load.Step life(House house, String staff, List<String> cookies, AtomicInteger next) {
        var http = new Http(house.port());
        return () -> {
            var n = next.getAndIncrement();
            if (n >= LIVES) {
                throw new IllegalStateException("faster than foreseen: all " + LIVES + " orders are used up");
            }
            var id = UUID.randomUUID().toString();
            var mine = "/api/v1/portal/cases/" + id;
            var customer = cookies.get(n % CUSTOMERS);
            put(http, mine, customer, "{\"orderNumber\":\"B" + n + "\",\"reason\":\"NO_REASON\"}");
            put(http, mine + "/shipment", customer + seen(1), "{\"carrier\":\"SF\",\"trackingNo\":\"SF" + System.nanoTime() + n + "\"}");
            put(http, "/api/v1/cases/" + id + "/receipt", staff + seen(2), null);
            put(http, "/api/v1/cases/" + id + "/inspection-pass", staff + seen(3), "{}");
        };
    }

    private static String seen(int version) {
        return "If-Match: \"" + version + "\"\r\n";
    }

    private static void put(Http http, String path, String headers, String body) {
        var answer = http.send("PUT", path, headers, body);
        if (answer.status() != 200) {
            throw new IllegalStateException(path + ": " + answer.status() + " " + answer.body());
        }
    }

    /** Until every life has ended and everything about it is written to be told. */
    private static void settled(House house, int lives) throws Exception {
        var patience = System.nanoTime() + Duration.ofMinutes(5).toNanos();
        while (count(house, "select count(*) from aftersales.after_sale_case c where c.state = 'COMPLETED'") < lives
                || count(house, MESSAGES) < (long) MESSAGES_EACH * lives) {
            if (System.nanoTime() > patience) {
                throw new IllegalStateException("not all lives have ended and been told: "
                        + count(house, "select count(*) from aftersales.after_sale_case c where c.state = 'COMPLETED'")
                        + " of " + lives + ", messages " + count(house, MESSAGES));
            }
            LockSupport.parkNanos(50_000_000);
        }
    }

    private static long count(House house, String sql) throws Exception {
        try (var connection = house.database(); var statement = connection.createStatement(); var rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getLong(1);
        }
    }
}
