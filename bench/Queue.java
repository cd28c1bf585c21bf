import harness.Http;
import harness.House;
import harness.Load;
import harness.Shop;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.IntStream;

/// The desk's queue and the portal's case page with 10,000 and with 1,000,000 cases.
class Queue {

    private static final int CUSTOMERS_PER_CASES = 5;
    private static final int READ_CUSTOMERS = 200;
    private static final String TEMPLATE = "ffffffff-0000-4000-8000-000000000000";

    private record PortalCase(String id, String cookies) {}

    void main(String[] sizes) throws Exception {
        var small = measure(10_000);
        var many = sizes.length > 0 ? Integer.parseInt(sizes[0]) : 1_000_000;
        var large = measure(many);
        IO.println("\n%-40s %12s %,12d %9s".formatted("p99 of", "10,000", many, "ratio"));
        large.forEach((what, p99) -> IO.println("%-40s %9.2f ms %9.2f ms %9.2f%s".formatted(
                what, small.get(what), p99, p99 / small.get(what), p99 < 20 ? "" : "   ABOVE THE LIMIT of 20 ms")));
    }

    private Map<String, Double> measure(int cases) throws Exception {
        try (var house = House.open()) {
            var began = System.nanoTime();
            fill(house, cases);
            IO.println("\n%,d cases (written in %d s)".formatted(cases, (System.nanoTime() - began) / 1_000_000_000));
            var staff = house.staffCookies();
            var queue = "/api/v1/cases?shop=" + Shop.ID + "&state=IN_REVIEW&sort=deadline&size=50";
            var deep = deep(house, staff, queue, 3);
            var mine = portalCases(house);
            var deskCases = mine.stream().map(PortalCase::id).toList();
            warmUp(house, () -> new Request(queue, staff), () -> new Request("/api/v1/cases/" + any(deskCases), staff), () -> {
                var one = any(mine);
                return new Request("/api/v1/portal/cases/" + one.id(), one.cookies());
            });
            var results = new LinkedHashMap<String, Double>();
            for (var clients : List.of(1, 16)) {
                var by = clients == 1 ? ", one after the other" : ", " + clients + " at once";
                run(house, results, "queue" + by, clients, () -> new Request(queue, staff));
                run(house, results, "queue, fourth page" + by, clients, () -> new Request(deep, staff));
                run(house, results, "desk's case page" + by, clients, () -> new Request("/api/v1/cases/" + any(deskCases), staff));
                run(house, results, "portal's case page" + by, clients, () -> {
                    var one = any(mine);
                    return new Request("/api/v1/portal/cases/" + one.id(), one.cookies());
                });
            }
            return results;
        }
    }

    private record Request(String path, String cookies) {}

    private interface Requests {
        Request next();
    }

    private static void warmUp(House house, Requests... kinds) throws Exception {
        for (var requests : kinds) {
            Load.warmUp(8, () -> Load.run(house, 16, Duration.ofSeconds(5), number -> step(house, requests)));
        }
    }

    private static void run(House house, Map<String, Double> results, String what, int clients, Requests requests) throws Exception {
        var result = Load.run(house, clients, Duration.ofSeconds(6), number -> step(house, requests));
        results.put(what, result.times().millis(.99));
        IO.println("  %-42s %6.0f/s   %s   CPU each: %s".formatted(what, result.perSecond(), result.times(), result.cpuEach()));
    }

    private static Load.Step step(House house, Requests requests) {
        var http = new Http(house.port());
        return () -> {
            var request = requests.next();
            var answer = http.send("GET", request.path(), request.cookies(), null);
            if (answer.status() != 200) {
                throw new IllegalStateException(request.path() + ": " + answer.status() + " " + answer.body());
            }
        };
    }

    /** The address of a page further down, by following the pages' own links. */
    private static String deep(House house, String staff, String queue, int pages) {
        var after = "";
        try (var http = new Http(house.port())) {
            for (var page = 0; page < pages; page++) {
                var body = http.send("GET", queue + after, staff, null).body();
                var next = body.replaceFirst("(?s).*\"next\":\"([^\"]*)\".*", "$1");
                if (next.length() == body.length()) {
                    throw new IllegalStateException("no page behind: " + body.substring(0, Math.min(300, body.length())));
                }
                after = "&after=" + URLEncoder.encode(next, StandardCharsets.UTF_8);
            }
        }
        return queue + after;
    }

    private static List<PortalCase> portalCases(House house) throws Exception {
        var found = new ArrayList<PortalCase>();
        try (var connection = house.database();
                var statement = connection.createStatement();
                var rows = statement.executeQuery("select c.id, c.customer_id from aftersales.after_sale_case c where c.customer_id in "
                        + "(select 'c' || n from generate_series(0, %d) as n)".formatted(READ_CUSTOMERS - 1))) {
            while (rows.next()) {
                found.add(new PortalCase(rows.getString(1), rows.getString(2)));
            }
        }
        var cookies = house.customerCookies(Shop.ID, found.stream().map(PortalCase::cookies).toList());
        return IntStream.range(0, found.size()).mapToObj(n -> new PortalCase(found.get(n).id(), cookies.get(n))).toList();
    }

    private static <T> T any(List<T> of) {
        return of.get(ThreadLocalRandom.current().nextInt(of.size()));
    }

    /** Cases over 400 days; one in fifty waits for an agent, one in ten is on its way, the others are closed. */
    static void fill(House house, int cases) throws Exception {
        var customers = Math.max(READ_CUSTOMERS, cases / CUSTOMERS_PER_CASES);
        Shop.fill(house, cases, customers);
        submitOne(house);
        house.sql("""
            insert into aftersales.after_sale_case (shop_id, id, order_no, customer_id, customer_name, channel, title, type, reason, lang,
                state, policy_version, rule_id, priority, risk_score, currency, fx_to_cny, refundable_minor, approved_minor, freight_payer,
                tier_required, flags, submitted_at, changed_at, deadline_at, deadline_kind, final_at, result)
            select '%1$s', ('00000000-0000-4000-8000-' || lpad(to_hex(n), 12, '0'))::uuid, 'B' || n, 'c' || n %% %3$d, '林晓', 'APP', '亚麻衬衫',
                   'RETURN_REFUND', 'NO_REASON', 'zh', s.state, 1,
                   (select d.rule_id from aftersales.decision d limit 1), 3, 10, 'CNY', 1, 12900, 12900, 'BUYER',
                   case when s.state = 'IN_REVIEW' then 'L1' end, '{}', now() - n * interval '400 days' / %2$d, now(),
                   case when s.final then null else now() + (n %% 5000) * interval '1 minute' end,
                   case when s.final then null else 'RESPONSE' end,
                   case when s.final then now() end, case when s.final then 'COMPLETED' end
              from generate_series(1, %2$d - 1) as n
             cross join lateral (select case when n %% 50 = 0 then 'IN_REVIEW' when n %% 10 = 1 then 'WAIT_BUYER_RETURN' else 'COMPLETED' end as state,
                                        n %% 50 <> 0 and n %% 10 <> 1 as final) s
            """.formatted(Shop.ID, cases, customers),
            """
            insert into aftersales.case_line (shop_id, case_id, line_id, order_no, sku, title, qty_asked, qty_approved, refund_minor, holds_line)
            select c.shop_id, c.id, 'L1', c.order_no, 'SKU1', '亚麻衬衫', 1, 1, 12900, c.final_at is null
              from aftersales.after_sale_case c where c.id <> '%s'
            """.formatted(TEMPLATE),
            """
            insert into aftersales.decision (shop_id, case_id, seq, rule_id, outcome, policy_version, facts, answer, actor, at, micros)
            select c.shop_id, c.id, 1, d.rule_id, d.outcome, d.policy_version, d.facts, d.answer, d.actor, c.submitted_at, d.micros
              from aftersales.after_sale_case c
              join aftersales.decision d on d.case_id = '%1$s'
             where c.id <> '%1$s'
            """.formatted(TEMPLATE),
            """
            insert into aftersales.timeline_entry (shop_id, case_id, seq, step, state, params, actor, at, eta_at)
            select c.shop_id, c.id, t.seq, t.step, t.state, t.params, t.actor, c.submitted_at, t.eta_at
              from aftersales.after_sale_case c
              join aftersales.timeline_entry t on t.case_id = '%1$s'
             where c.id <> '%1$s'
            """.formatted(TEMPLATE),
            """
            insert into aftersales.case_count (shop_id, state, slot, n)
            select c.shop_id, c.state, 99, count(*) from aftersales.after_sale_case c where c.id <> '%s' group by c.shop_id, c.state
            """.formatted(TEMPLATE),
            "vacuum analyze");
    }

    /** One case by the front door; what its decision looks like, all others look like. */
    private static void submitOne(House house) throws Exception {
        try (var http = new Http(house.port())) {
            var answer = http.send("PUT", "/api/v1/portal/cases/" + TEMPLATE, house.customerCookies(Shop.ID, List.of("c0")).getFirst(),
                    "{\"orderNumber\":\"B0\",\"reason\":\"NO_REASON\"}");
            if (answer.status() != 200) {
                throw new IllegalStateException(answer.status() + " " + answer.body());
            }
        }
    }
}
