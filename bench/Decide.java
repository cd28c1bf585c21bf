import anxin.aftersales.policy.Calendar;
import anxin.aftersales.policy.CaseType;
import anxin.aftersales.policy.Policy;
import anxin.aftersales.policy.Reason;
import anxin.aftersales.policy.Request;
import anxin.commerce.Order;
import harness.Http;
import harness.House;
import harness.Load;
import java.lang.management.ManagementFactory;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;

/// Decisions a second, in process on one core (goal 100,000, p99 under 0.1 ms) and through HTTP.
class Decide {

    private static final int WARM = 400_000;
    private static final int MEASURED = 1_000_000;
    private static final Instant NOW = Instant.parse("2026-11-13T02:00:00Z");

    private record Wish(String what, Order order, Request request) {}

    /** {@code ./dev bench decide 3} measures HTTP for 3 seconds each instead of 15. */
    void main(String[] arguments) throws Exception {
        inProcess();
        overHttp(Duration.ofSeconds(arguments.length > 0 ? Integer.parseInt(arguments[0]) : 15));
    }

    private static void inProcess() {
        var wishes = List.of(
                new Wish("return without a reason", order(Order.Fulfilment.SIGNED, "APPAREL", null), wish(Reason.NO_REASON, 0)),
                new Wish("fault with a photo", order(Order.Fulfilment.SIGNED, "APPLIANCE", null), wish(Reason.QUALITY, 1)),
                new Wish("fresh goods spoiled", order(Order.Fulfilment.SIGNED, "FRESH", null), wish(Reason.ROTTEN, 2)),
                new Wish("not shipped yet", order(Order.Fulfilment.UNSHIPPED, "JEWELRY", null), wish(Reason.NO_LONGER_WANTED, 0)),
                new Wish("withdrawal in the EU", order(Order.Fulfilment.SIGNED, "APPAREL", "EU"), wish(Reason.NO_REASON, 0)),
                new Wish("nothing understood", order(Order.Fulfilment.SIGNED, "APPAREL", null), wish(Reason.UNCLEAR, 0)));
        long heard = 0;
        for (int i = 0; i < WARM; i++) {
            heard += decide(wishes.get(i % wishes.size()));
        }

        var nanos = new long[MEASURED];
        var thread = ManagementFactory.getThreadMXBean();
        long begin = thread.getCurrentThreadCpuTime(); // Of one core, also when others use the machine.
        long beginWall = System.nanoTime();
        for (int i = 0; i < MEASURED; i++) {
            long one = System.nanoTime();
            heard += decide(wishes.get(i % wishes.size()));
            nanos[i] = System.nanoTime() - one;
        }
        double seconds = (thread.getCurrentThreadCpuTime() - begin) / 1e9;
        double wall = (System.nanoTime() - beginWall) / 1e9;
        Arrays.sort(nanos);

        double rate = MEASURED / seconds;
        double p99 = nanos[MEASURED / 100 * 99] / 1e6;
        IO.println("decisions in process, one thread, %,d after %,d to warm up, over %d kinds of wishes".formatted(MEASURED, WARM, wishes.size()));
        IO.println("  %,12.0f a second of one core   (goal 100,000)%s".formatted(rate, rate >= 100_000 ? "" : "   MISSED"));
        IO.println("  %,12.0f a second by the clock on the wall, with whatever else the machine did".formatted(MEASURED / wall));
        IO.println("  %12.4f ms p50".formatted(nanos[MEASURED / 2] / 1e6));
        IO.println("  %12.4f ms p99     (goal 0.1)%s".formatted(p99, p99 < 0.1 ? "" : "   MISSED"));
        if (heard == 0) {
            throw new IllegalStateException("nothing was decided");
        }
    }

    /** With everything around it: recognised, read, checked, decided, told in words. */
    private static void overHttp(Duration measured) throws Exception {
        try (var house = House.open()) {
            var cookies = house.staffCookies();
            Load.warmUp(12, () -> post(house, cookies, 16, Duration.ofSeconds(4)));
            IO.println("decisions over HTTP, POST /api/v1/aftersales/decisions, with its loader on the same machine");
            for (var clients : Load.clients()) {
                var result = post(house, cookies, clients, measured);
                IO.println("  %,12.0f a second   %2d at once   %s   CPU each: %s".formatted(
                        result.perSecond(), clients, result.times(), result.cpuEach()));
            }
        }
    }

    private static Load.Result post(House house, String cookies, int clients, Duration duration) throws Exception {
        return Load.run(house, clients, duration, number -> {
            var http = new Http(house.port());
            return () -> {
                var answer = http.send("POST", "/api/v1/aftersales/decisions", cookies, BODY);
                if (answer.status() != 200) {
                    throw new IllegalStateException(answer.status() + " " + answer.body());
                }
            };
        });
    }

    private static final String BODY = """
            {"order": {"no": "T1", "channel": "APP", "payStatus": "PAID", "paidAt": "2026-11-08T10:00:00+08:00",
                       "fulfil": "SIGNED", "signedAt": "2026-11-12T15:20:00+08:00", "currency": "CNY", "freightMinor": 800,
                       "customer": {"id": "U1", "tier": "GOLD", "riskScore": 10},
                       "lines": [{"id": "L1", "sku": "S1", "category": "APPAREL", "qty": 1, "paidMinor": 12900},
                                 {"id": "L2", "sku": "S2", "category": "APPAREL", "qty": 1, "paidMinor": 5900}]},
             "request": {"orderNo": "T1", "customerId": "U1", "reason": "NO_REASON", "type": "RETURN_REFUND"},
             "now": "2026-11-13T10:00:00+08:00"}
            """;

    private static long decide(Wish wish) {
        return anxin.aftersales.policy.Decide.decide(wish.order(), wish.request(), NOW, Policy.DEFAULT, Calendar.WEEKENDS)
                        .reasonCode()
                        .row();
    }

    private static Request wish(Reason reason, int photos) {
        return new Request("T1", "U1", reason, null, CaseType.RETURN_REFUND, List.of(), List.of("1.jpg", "2.jpg").subList(0, photos),
                null, null, null, null, null, null, false, false, null, null);
    }

    private static Order order(Order.Fulfilment fulfilment, String category, String jurisdiction) {
        var signed = Instant.parse("2026-11-12T07:20:00Z");
        var lines = List.of(line("L1", category, 12_900), line("L2", category, 5_900));
        return new Order("T1", "APP", false, Order.PayStatus.PAID, Instant.parse("2026-11-08T02:00:00Z"), fulfilment, signed, "SELF",
                null, null, null, null, "CNY", BigDecimal.ONE, jurisdiction, jurisdiction == null ? null : "Europe/Berlin", 800, null, null, null,
                false, false, false, new Order.Buyer("U1", "GOLD", 10, 0), lines,
                List.of(new Order.Tender("WECHAT", 15_000, 0, null), new Order.Tender("GIFT_CARD", 4_600, 0, null)), null, null, null, null,
                null, null, false, null, null, null, false, null, null, null, null, null, null, null, null, null);
    }

    private static Order.Line line(String id, String category, long paid) {
        return new Order.Line(id, "SKU-" + id, null, category, 1, paid, null, 0, null, null, null, false, null, false, false, false, null, false,
                null, 0, null, null, null, null, null, null);
    }
}
