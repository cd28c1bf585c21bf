import harness.House;
import harness.Http;
import harness.Load;
import harness.Shop;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/// The desk's queue by every filter and order that it offers, with 10,000 and with 1,000,000 cases; then the lives.
class Cases {

    private static final Duration EACH = Duration.ofSeconds(3);
    private static final double LIMIT = 20;
    private static final String AGENT = "00000000-0000-0000-0000-0000000000b1";

    private static final int FEW = 10_000;

    /** {@code ./dev bench cases 50000} is a quick look at fewer cases. */
    void main(String[] sizes) throws Exception {
        var small = pages(FEW);
        var many = sizes.length > 0 ? Integer.parseInt(sizes[0]) : 1_000_000;
        var large = pages(many);
        IO.println("\n%-60s %10s %,10d %7s".formatted("p99 of", "10,000", many, "ratio"));
        large.forEach((what, p99) -> IO.println("%-60s %7.1f ms %7.1f ms %7.2f%s".formatted(
                what, small.get(what), p99, p99 / small.get(what), p99 < LIMIT ? "" : "   ABOVE the limit of 20 ms")));
        Lives.measure();
    }

    private static Map<String, Double> pages(int cases) throws Exception {
        try (var house = House.open()) {
            var began = System.nanoTime();
            Queue.fill(house, cases);
            spread(house);
            IO.println("\n%,d cases (written in %d s)".formatted(cases, (System.nanoTime() - began) / 1_000_000_000));
            var staff = house.staffCookies();
            var paths = paths();
            var all = List.copyOf(paths.values());
            var turn = new AtomicInteger();
            Load.warmUp(4, () -> Load.run(house, 8, Duration.ofSeconds(5), number -> {
                var http = new Http(house.port());
                return () -> get(http, staff, all.get(turn.getAndIncrement() % all.size()));
            }));
            var results = new LinkedHashMap<String, Double>();
            paths.forEach((what, path) -> results.put(what, measure(house, staff, what, path)));
            return results;
        }
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

    /** Every page that the desk offers, by what it is called here. */
    private static Map<String, String> paths() {
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
        var paths = new LinkedHashMap<String, String>();
        for (var sort : List.of("deadline", "newest")) {
            for (var states : List.of("IN_REVIEW", "WAIT_BUYER_RETURN", "all")) {
                if (states.equals("all") && sort.equals("deadline")) {
                    continue; // The desk offers all states by the newest alone.
                }
                filters.forEach((what, filter) -> paths.put("%s, %s: %s".formatted(sort, states, what),
                        "/api/v1/cases?shop=" + Shop.ID + "&sort=" + sort + "&size=50" + filter
                                + (states.equals("all") ? "" : "&state=" + states)));
            }
        }
        paths.put("counts", "/api/v1/cases/counts?shop=" + Shop.ID);
        paths.put("who waits for us", "/api/v1/waiting-customers?shop=" + Shop.ID);
        return paths;
    }

    /** Answers the p99 in milliseconds. */
    private static double measure(House house, String staff, String what, String path) {
        try {
            var http = new Http(house.port());
            var result = Load.run(house, 1, EACH, number -> () -> get(http, staff, path));
            IO.println("  %-60s %7.0f/s   %s".formatted(what, result.perSecond(), result.times()));
            return result.times().millis(.99);
        } catch (Exception broken) {
            throw new IllegalStateException(path, broken);
        }
    }

    private static void get(Http http, String staff, String path) {
        var answer = http.send("GET", path, staff, null);
        if (answer.status() != 200) {
            throw new IllegalStateException(path + ": " + answer.status() + " " + answer.body());
        }
    }
}
