import harness.House;
import harness.Http;
import harness.Load;
import harness.Shop;
import harness.WrongWeChat;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;

/// The desk's queue by every filter and order that it offers, and whole lives of returns with all their messages.
class Cases {

    private static final Duration EACH = Duration.ofSeconds(3);
    private static final double LIMIT = 20;
    private static final String AGENT = "00000000-0000-0000-0000-0000000000b1";

    /** {@code ./dev bench cases 50000} is a quick look at fewer cases. */
    void main(String[] sizes) throws Exception {
        var many = sizes.length > 0 ? Integer.parseInt(sizes[0]) : 1_000_000;
        try (var house = House.open()) {
            var began = System.nanoTime();
            Queue.fill(house, many);
            spread(house);
            IO.println("\n%,d cases (written in %d s)".formatted(many, (System.nanoTime() - began) / 1_000_000_000));
            pages(house);
        }
        lives();
    }

    /** What {@code fill} writes alike is told apart: rules, tiers, teams, agents, titles, as a shop has them. */
    private static void spread(House house) throws Exception {
        house.sql(
                """
                update aftersales.after_sale_case c
                   set rule_id = (array['LIMIT_EXCEEDED','GOODWILL','DAMAGE_LATE','FRESH_LATE','RISK_REVIEW','SAFETY_INCIDENT'])[1 + abs(hashtext(c.id::text)) %% 6],
                       tier_required = (array['L1','L2','L3','L4','L5'])[1 + abs(hashtext('t' || c.id)) %% 5],
                       queue = (array['AFTERSALES','COMPLAINT','EXPERT','STORE'])[1 + abs(hashtext('q' || c.id)) %% 4],
                       agent = case when abs(hashtext('a' || c.id)) %% 400 = 0 then '%s'::uuid end
                 where c.final_at is null
                """.formatted(AGENT),
                "vacuum analyze aftersales.after_sale_case");
    }

    private static void pages(House house) throws Exception {
        var staff = house.staffCookies();
        var filters = new LinkedHashMap<String, String>();
        filters.put("nothing more", "");
        filters.put("rule", "&rule=GOODWILL");
        filters.put("tier", "&tier=L3");
        filters.put("team", "&team=EXPERT");
        filters.put("mine", "&mine=true");
        filters.put("rule, tier and team", "&rule=GOODWILL&tier=L3&team=EXPERT");
        filters.put("words in the title", "&q=" + URLEncoder.encode("亚麻", StandardCharsets.UTF_8));
        filters.put("a name", "&q=" + URLEncoder.encode("林", StandardCharsets.UTF_8));
        filters.put("words that no title has", "&q=" + URLEncoder.encode("羊绒大衣", StandardCharsets.UTF_8));
        filters.put("an order's number", "&q=B77");
        var slow = new ArrayList<String>();
        for (var sort : List.of("deadline", "newest")) {
            for (var states : List.of("IN_REVIEW", "WAIT_BUYER_RETURN", "all")) {
                if (states.equals("all") && sort.equals("deadline")) {
                    continue; // The desk offers all states by the newest alone.
                }
                IO.println("\n%s, state %s".formatted(sort, states));
                for (var filter : filters.entrySet()) {
                    var path = "/api/v1/cases?shop=" + Shop.ID + "&sort=" + sort + "&size=50" + filter.getValue()
                            + (states.equals("all") ? "" : "&state=" + states);
                    measure(house, staff, filter.getKey(), path, slow);
                }
            }
        }
        measure(house, staff, "counts", "/api/v1/cases/counts?shop=" + Shop.ID, slow);
        measure(house, staff, "who waits for us", "/api/v1/waiting-customers?shop=" + Shop.ID, slow);
        IO.println(slow.isEmpty() ? "\nevery page within %.0f ms at p99".formatted(LIMIT) : "\nABOVE %.0f ms: %s".formatted(LIMIT, slow));
    }

    private static void measure(House house, String staff, String what, String path, List<String> slow) throws Exception {
        Load.run(house, 2, Duration.ofSeconds(1), number -> step(house, staff, path));
        var result = Load.run(house, 1, EACH, number -> step(house, staff, path));
        var p99 = result.times().millis(.99);
        if (p99 >= LIMIT) {
            slow.add(what + " " + path);
        }
        IO.println("  %-28s %7.0f/s   %s%s".formatted(what, result.perSecond(), result.times(), p99 < LIMIT ? "" : "   ABOVE"));
    }

    private static Load.Step step(House house, String staff, String path) {
        var http = new Http(house.port());
        return () -> {
            var answer = http.send("GET", path, staff, null);
            if (answer.status() != 200) {
                throw new IllegalStateException(path + ": " + answer.status() + " " + answer.body());
            }
        };
    }

    private static final int LIVES = 40_000;
    private static final int CUSTOMERS = 2_000;
    private static final int MESSAGES_EACH = 8;

    /** Submitted, sent, signed for, inspected, refunded: each life with its six steps told by mail and two by SMS. */
    private static void lives() throws Exception {
        try (var gateway = new WrongWeChat(2026, Duration.ofSeconds(5), "http://127.0.0.1:1"); var house = House.open()) {
            gateway.calmDown();
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
                    values ('00000000-0000-0000-0000-0000000000b1', 'bench', '周宁', true, now(), now()) on conflict do nothing
                    """,
                    "insert into identity.person_role (person_id, role_id) values ('00000000-0000-0000-0000-0000000000b1', 'bench')",
                    "vacuum analyze commerce.shop_order");
            var staff = house.staffCookies();
            try (var http = new Http(house.port())) {
                put(http, "/api/v1/shops/" + Shop.ID + "/payment-gateways/WECHAT_PAY", staff, gateway.connection("WECHAT"));
            }
            var cookies = house.customerCookies(Shop.ID, IntStream.range(0, CUSTOMERS).mapToObj(n -> "c" + n).toList());
            var next = new AtomicInteger();
            Load.run(house, 16, Duration.ofSeconds(15), number -> life(house, staff, cookies, next));
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
