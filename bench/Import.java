import harness.House;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Pattern;

/// 100,000 orders from a JSON Lines file, from sending the first byte to the last order taken.
class Import {

    private static final Pattern PROCESSED = Pattern.compile("\"processed\":(\\d+)");

    void main(String[] counts) throws Exception {
        var orders = counts.length > 0 ? Integer.parseInt(counts[0]) : 100_000;
        try (var house = House.open(); var http = HttpClient.newHttpClient()) {
            house.sql("""
                    insert into commerce.shop (id, name_zh, name_en, zone, currency, source_version, fingerprint, changed_at)
                    values ('bench', '压测店', 'Bench', 'Asia/Shanghai', 'CNY', 1, 'bench', now())
                    """);
            var file = Files.createTempFile("anxin-orders", ".jsonl");
            try {
                write(file, orders);
                IO.println("%,d orders, %,d MB".formatted(orders, Files.size(file) >> 20));
                var at = "http://127.0.0.1:" + house.port() + "/api/v1/shops/bench/imports/" + UUID.randomUUID();
                var cookies = house.staffCookies();
                var began = System.nanoTime();
                var view = ask(http, cookies, HttpRequest.newBuilder(URI.create(at + "?kind=orders"))
                        .header("Content-Type", "application/octet-stream").PUT(HttpRequest.BodyPublishers.ofFile(file)));
                IO.println("sent after      %6.1f s".formatted(seconds(began)));
                while (!view.contains("\"DONE\"")) {
                    LockSupport.parkNanos(100_000_000);
                    view = ask(http, cookies, HttpRequest.newBuilder(URI.create(at)));
                }
                var taken = seconds(began);
                IO.println("taken after     %6.1f s   %,.0f orders a second   %s".formatted(taken, orders / taken, view));
                began = System.nanoTime();
                house.sql("create table commerce.copy (like commerce.shop_order including all)",
                        "insert into commerce.copy select * from commerce.shop_order");
                IO.println("the database alone, the same rows into the same indexes by one statement: %.1f s".formatted(seconds(began)));
                if (!view.contains("\"failed\":0") || !processed(view).equals(String.valueOf(orders))) {
                    throw new IllegalStateException("not all of them were taken: " + view);
                }
            } finally {
                Files.delete(file);
            }
        }
    }

    private static String processed(String view) {
        var found = PROCESSED.matcher(view);
        return found.find() ? found.group(1) : "?";
    }

    private static String ask(HttpClient http, String cookies, HttpRequest.Builder request) throws Exception {
        for (var header : cookies.strip().split("\r\n")) {
            var colon = header.indexOf(':');
            request.header(header.substring(0, colon), header.substring(colon + 1).strip());
        }
        var answer = http.send(request.build(), BodyHandlers.ofString());
        if (answer.statusCode() != 200) {
            throw new IllegalStateException(answer.statusCode() + " " + answer.body());
        }
        return answer.body();
    }

    private static void write(java.nio.file.Path file, int orders) throws Exception {
        var random = new Random(1);
        try (var out = Files.newBufferedWriter(file)) {
            for (int i = 0; i < orders; i++) {
                var first = 100 * (20 + random.nextInt(500));
                var second = 100 * (20 + random.nextInt(500));
                out.write("""
                        {"no":"B2026%08d","sourceVersion":1,"channel":"APP","payStatus":"PAID","paidAt":"2026-%02d-%02dT%02d:15:00+08:00","fulfil":"SIGNED","signedAt":"2026-11-%02dT10:00:00+08:00","signedBy":"SELF","currency":"CNY","fxToCny":1,"freightMinor":0,"customer":{"id":"c%05d","tier":"NORMAL","riskScore":10},"buyer":{"name":"王芳","phone":"1380000%04d"},"discountMinor":1000,"lines":[{"id":"1","sku":"S1","title":"羊毛围巾 灰格","category":"APPAREL","qty":1,"unitListMinor":%d},{"id":"2","sku":"S2","title":"福鼎白毫银针 50g","category":"FOOD","qty":1,"unitListMinor":%d}],"tenders":[{"kind":"WECHAT","minor":%d,"payTxnId":"PAY%d"}]}
                        """.formatted(i, 1 + random.nextInt(10), 1 + random.nextInt(28), random.nextInt(24), 1 + random.nextInt(20),
                        random.nextInt(30_000), random.nextInt(10_000), first, second, first + second - 1000, i));
            }
        }
    }

    private static double seconds(long since) {
        return (System.nanoTime() - since) / 1e9;
    }
}
