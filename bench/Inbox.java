import anxin.kernel.words.Words;
import harness.House;
import harness.Http;
import harness.Load;
import harness.Shop;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;

/// The conversation desk's list, thread and search with 10,000 and with 1,000,000 conversations of ten messages each.
class Inbox {

    private static final int EACH = 10;
    private static final double LIMIT = 20;
    private static final String ME = "00000000-0000-0000-0000-0000000000b1";

    /** What customers say, and of so many messages one says it. */
    private static final Map<String, Integer> SAID = new LinkedHashMap<>();

    static {
        SAID.put("你好，请问我的包裹到哪里了，物流三天没有更新", 5);
        SAID.put("什么时候发货呀，等着用呢", 5);
        SAID.put("收到了，谢谢客服的耐心解答", 5);
        SAID.put("我要退款，麻烦尽快处理一下", 20);
        SAID.put("收到的时候就破损了，外箱也是湿的", 200);
        SAID.put("茶叶受潮发霉了，可以赔付吗", 5_000);
        SAID.put("壶嘴漏水，换一把紫砂壶", 100_000);
    }

    private static final String COMMON = "退款";
    private static final String SELDOM = "破损";
    private static final String RARE = "发霉";
    private static final String RAREST = "紫砂";

    /** {@code ./dev bench inbox 100000} is a tenth of it. */
    void main(String[] sizes) throws Exception {
        var small = measure(10_000);
        var many = sizes.length > 0 ? Integer.parseInt(sizes[0]) : 1_000_000;
        var large = measure(many);
        IO.println("\n%-44s %12s %,12d %9s".formatted("p99 of", "10,000", many, "ratio"));
        large.forEach((what, p99) -> IO.println("%-44s %9.2f ms %9.2f ms %9.2f%s".formatted(
                what, small.get(what), p99, p99 / small.get(what), p99 < LIMIT ? "" : "   ABOVE THE LIMIT of 20 ms")));
    }

    private interface Paths {
        String next();
    }

    private Map<String, Double> measure(int conversations) throws Exception {
        try (var house = House.open()) {
            var began = System.nanoTime();
            Shop.fill(house, 0, 1);
            fill(house, conversations);
            IO.println("\n%,d conversations, %,d messages (written in %d s)".formatted(
                    conversations, (long) conversations * EACH, (System.nanoTime() - began) / 1_000_000_000));
            var staff = house.staffCookies();
            var list = "/api/v1/conversations?shop=" + Shop.ID + "&size=30";
            var kinds = new LinkedHashMap<String, Paths>();
            var deep = deep(house, staff, list, 3);
            var ids = ids(house);
            kinds.put("list, open, newest first", () -> list);
            kinds.put("list, fourth page", () -> deep);
            kinds.put("list, mine", () -> list + "&mine=true");
            kinds.put("list, who waits longest", () -> list + "&waiting=true");
            kinds.put("list, closed", () -> list + "&state=CLOSED");
            kinds.put("counts", () -> "/api/v1/conversations/counts?shop=" + Shop.ID);
            kinds.put("thread, newest messages", () -> "/api/v1/conversations/" + any(ids) + "/messages");
            kinds.put("search, in one message of 20: " + COMMON, () -> search(COMMON));
            kinds.put("search, in one of 200: " + SELDOM, () -> search(SELDOM));
            kinds.put("search, in one of 5,000: " + RARE, () -> search(RARE));
            kinds.put("search, in one of 100,000: " + RAREST, () -> search(RAREST));
            var results = new LinkedHashMap<String, Double>();
            for (var kind : kinds.entrySet()) {
                Load.warmUp(6, () -> run(house, staff, kind.getValue(), 8, Duration.ofSeconds(3)));
                var result = run(house, staff, kind.getValue(), 8, Duration.ofSeconds(6));
                results.put(kind.getKey(), result.times().millis(.99));
                IO.println("  %-42s %6.0f/s   %s   CPU each: %s".formatted(kind.getKey(), result.perSecond(), result.times(), result.cpuEach()));
            }
            return results;
        }
    }

    private static String search(String word) {
        return "/api/v1/conversation-search?shop=" + Shop.ID + "&q=" + URLEncoder.encode(word, StandardCharsets.UTF_8);
    }

    private static <T> T any(List<T> of) {
        return of.get(ThreadLocalRandom.current().nextInt(of.size()));
    }

    private static Load.Result run(House house, String cookies, Paths paths, int clients, Duration duration) throws Exception {
        return Load.run(house, clients, duration, number -> {
            var http = new Http(house.port());
            return () -> get(http, paths.next(), cookies);
        });
    }

    private static String get(Http http, String path, String cookies) {
        var answer = http.send("GET", path, cookies, null);
        if (answer.status() != 200) {
            throw new IllegalStateException(answer.status() + " " + path + " " + answer.body());
        }
        return answer.body();
    }

    private static String deep(House house, String cookies, String path, int pages) {
        try (var http = new Http(house.port())) {
            var at = path;
            for (var page = 0; page < pages; page++) {
                var body = get(http, at, cookies);
                var next = body.substring(body.lastIndexOf("\"next\":\"") + 8, body.lastIndexOf('"'));
                at = path + "&after=" + next;
            }
            return at;
        }
    }

    private static List<String> ids(House house) throws Exception {
        var ids = new ArrayList<String>();
        try (var connection = house.database(); var statement = connection.createStatement();
                var rows = statement.executeQuery("select c.id::text from conversation.conversation c where hashtext(c.id::text) % 50 = 0 limit 5000")) {
            while (rows.next()) {
                ids.add(rows.getString(1));
            }
        }
        return ids;
    }

    /** The newest two in a hundred are open, at least 200; a year of them, evenly. */
    private static void fill(House house, int conversations) throws SQLException, java.io.IOException {
        var phrases = new ArrayList<String>();
        var n = 0;
        for (var said : SAID.entrySet()) {
            var words = new ArrayList<String>();
            Words.of(said.getKey()).forEach(word -> words.add("'" + word + "'"));
            phrases.add("(%d, %d, '%s', array[%s])".formatted(n++, said.getValue(), said.getKey(), String.join(",", words)));
        }
        house.sql(
                "alter table conversation.conversation set (autovacuum_enabled = false)",
                "alter table conversation.message set (autovacuum_enabled = false)",
                "drop index conversation.message_by_words",
                "create table public.phrase (n int, every int, text text, words text[])",
                "insert into public.phrase values " + String.join(", ", phrases),
                """
                insert into conversation.conversation (shop_id, id, profile_id, customer_name, matter, channel, address, state, last_seq, customer_seq,
                       waiting_since, agent, facts, last_text, last_from, opened_at, last_at, closed_at)
                select '%1$s', md5('c' || i)::uuid, md5('p' || i)::uuid, '林晓', '', 'market-' || i %% 4, 'c' || i,
                       case when i >= %2$d - greatest(200, %2$d / 50) then 'OPEN' else 'CLOSED' end, %3$d, %3$d,
                       case when i >= %2$d - greatest(200, %2$d / 50) and i %% 4 = 0 then at end,
                       case when i %% 500 = 1 then '%4$s'::uuid when i %% 3 <> 0 then md5('a' || i %% 500)::uuid end,
                       '{}', '我要退款，麻烦尽快处理一下', 'CUSTOMER', at - interval '1 hour', at, null
                  from generate_series(0, %2$d - 1) i
                 cross join lateral (select now() - (%2$d - i) * (interval '365 days' / %2$d) as at) t
                """.formatted(Shop.ID, conversations, EACH, ME));
        for (var from = 0; from < conversations; from += 100_000) {
            house.sql("""
                insert into conversation.message (shop_id, conversation_id, seq, id, kind, author, channel, text, written_at, at, words)
                select '%1$s', md5('c' || i)::uuid, s, md5('m' || i || '-' || s)::uuid, case when s %% 3 = 2 then 'STAFF' else 'CUSTOMER' end,
                       'customer:c' || i, 'market-' || i %% 4, p.text || ' ' || i, at, at,
                       p.words || array[i::text, '@%1$s/' || floor(extract(epoch from at) / 86400)::bigint]
                  from generate_series(%5$d, least(%2$d, %5$d + 100000) - 1) i
                 cross join generate_series(1, %3$d) s
                 cross join lateral (select now() - (%2$d - i) * (interval '365 days' / %2$d) - (%3$d - s) * interval '3 minutes' as at) t
                 cross join lateral (select abs(hashint8(i::bigint * %3$d + s)) as h) h
                  join public.phrase p
                    on p.n = case when h %% 100000 = 7 then 6 when h %% 5000 = 11 then 5 when h %% 200 = 3 then 4 when h %% 20 = 1 then 3 else h %% 3 end
                """.formatted(Shop.ID, conversations, EACH, ME, from));
        }
        house.sql(
                "insert into conversation.tally select shop_id, 'OPEN', 0, count(*) from conversation.conversation where state = 'OPEN' group by 1",
                "set maintenance_work_mem = '512MB'; create index message_by_words on conversation.message using gin (words) with (gin_pending_list_limit = 512)",
                "vacuum (freeze, analyze) conversation.conversation",
                "vacuum (freeze, analyze) conversation.message",
                "checkpoint");
    }
}
