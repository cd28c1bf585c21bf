import harness.House;
import harness.Http;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Scripted customers against the bot, through the chat of a real server: what is solved, what moved that must not, what goes in circles.
class Bot {

    private static final String SHOP = "harbour-tea";
    private static final String CHAT = "eval-chat";
    private static final String STRANGER = "EVAL9900000001";
    private static final int AT_ONCE = 3;
    private static final long LONGEST = 40_000;
    private static final JsonMapper JSON = JsonMapper.shared();

    private House house;
    private String key;
    private final List<Long> times = java.util.Collections.synchronizedList(new ArrayList<>());

    private record Case(String order, String type, String reason, String state, List<String> lines) {}

    private record Result(String set, String id, List<String> faults, boolean wrongMoney, boolean loop, boolean person, String why, String talk) {
        boolean good() {
            return faults.isEmpty() && !wrongMoney && !loop;
        }
    }

    /** {@code ./dev eval bot tuned return} runs the tuned conversations whose names begin so. */
    void main(String[] wanted) throws Exception {
        var sets = wanted.length > 0 && !wanted[0].equals("all") ? List.of(wanted[0]) : List.of("tuned", "held-out");
        var only = wanted.length > 1 ? wanted[1] : "";
        try (var opened = House.open(House.newHome(), true, Map.of("ANXIN_DEMO", "true"))) {
            house = opened;
            prepare();
            for (var set : sets) {
                report(set, run(set, only));
            }
            Long[] sorted = times.toArray(Long[]::new);
            Arrays.sort(sorted);
            IO.println("\n%d answers, from sending to reading: p50 %d ms, p99 %d ms".formatted(
                    sorted.length, sorted[sorted.length / 2], sorted[(int) (sorted.length * .99)]));
        }
    }

    /** The demo shop with all that it knows, a chat, and somebody else's order. */
    private void prepare() throws Exception {
        key = house.key("COMMERCE_WRITE", "COMMERCE_READ", "KEYS_MANAGE");
        while (count("select count(*) from bot.settings where shop_id = '" + SHOP + "'") == 0
                || count("select count(*) from knowledge.edition where shop_id = '" + SHOP + "'") == 0) {
            LockSupport.parkNanos(500_000_000);
        }
        try (var http = new Http(house.port())) {
            need(http.send("PUT", "/api/v1/shops/" + SHOP + "/channels/" + CHAT, key, "{\"kind\":\"WEB_CHAT\",\"name\":\"chat\",\"sites\":[]}"));
            order(http, STRANGER, "stranger", "kettle", 999_00L, "王强", "13900001111");
        }
        warmUp();
    }

    private long count(String sql) throws Exception {
        try (var connection = house.database(); var statement = connection.createStatement(); var rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getLong(1);
        }
    }

    private void warmUp() throws Exception {
        for (var text : List.of("你好", "退货运费谁出", "我的快递到哪了", "where is my parcel")) {
            var customer = "warm-" + UUID.randomUUID();
            var cookies = house.customerCookies(SHOP, List.of(customer)).getFirst();
            try (var http = new Http(house.port())) {
                new Talk(http, cookies).say(text);
            }
        }
        times.clear();
    }

    private static void need(Http.Answer answer) {
        if (answer.status() >= 300) {
            throw new IllegalStateException(answer.status() + " " + answer.body());
        }
    }

    private List<Result> run(String set, String only) throws Exception {
        var results = new ArrayList<Future<Result>>();
        try (var pool = Executors.newFixedThreadPool(AT_ONCE)) {
            for (var line : Files.readAllLines(Path.of("eval", "bot", set + ".jsonl"))) {
                if (!line.isBlank()) {
                    var script = JSON.readTree(line);
                    if (script.path("id").asString().startsWith(only)) {
                        results.add(pool.submit(() -> play(set, script)));
                    }
                }
            }
        }
        var done = new ArrayList<Result>();
        for (var one : results) {
            done.add(one.get());
        }
        return done;
    }

    private Result play(String set, JsonNode script) throws Exception {
        var id = script.path("id").asString();
        var customer = (script.path("visitor").asBoolean() ? "visitor:" : "eval-") + UUID.randomUUID();
        var orders = new LinkedHashMap<String, String>();
        try (var http = new Http(house.port())) {
            for (var one : script.path("orders").properties()) {
                var number = "EV" + Math.abs(UUID.randomUUID().getMostSignificantBits() % 1_000_000_000_000L);
                orders.put(one.getKey(), number);
                order(http, number, customer, one.getValue().asString(), 0, "林晓", "13800001111");
                LockSupport.parkNanos(1_000_000);
            }
            var cookies = house.customerCookies(SHOP, List.of(customer)).getFirst();
            var talk = new Talk(http, cookies);
            var faults = new ArrayList<String>();
            int personAt = 0;
            int n = 0;
            for (var said : script.path("say")) {
                n++;
                talk.say(filled(said.asString(), orders));
                if (talk.person && personAt == 0) {
                    personAt = n;
                }
            }
            return judge(set, id, script.path("expect"), talk, orders, cases(customer), personAt, faults);
        } catch (RuntimeException e) {
            return new Result(set, id, List.of("broke: " + e), false, false, false, "", "");
        }
    }

    private static String filled(String text, Map<String, String> orders) {
        var filled = text.replace("{X}", STRANGER);
        for (var one : orders.entrySet()) {
            filled = filled.replace("{" + one.getKey() + "}", one.getValue())
                    .replace("{" + one.getKey() + "4}", one.getValue().substring(one.getValue().length() - 4));
        }
        return filled;
    }

    private Result judge(String set, String id, JsonNode expect, Talk talk, Map<String, String> orders, List<Case> cases, int personAt, List<String> faults) {
        var all = String.join("\n", talk.answers);
        for (var one : expect.path("says")) {
            if (!Pattern.compile(filled(one.asString(), orders)).matcher(all).find()) {
                faults.add("does not say " + one.asString());
            }
        }
        for (var one : expect.path("never")) {
            if (all.contains(one.asString())) {
                faults.add("says " + one.asString());
            }
        }
        if (expect.path("answered").asBoolean() && !all.contains("来源") && !all.contains("依据") && !all.contains("Source")) {
            faults.add("no answer with a source");
        }
        var person = expect.path("person").asString();
        if (!person.equals("any") && !person.isEmpty() && Boolean.parseBoolean(person) != (personAt > 0)) {
            faults.add(personAt > 0 ? "handed over at " + personAt : "no person");
        }
        if (expect.has("byTurn") && personAt != expect.path("byTurn").asInt()) {
            faults.add("a person at " + personAt);
        }
        faults.addAll(talk.faults);
        var wrong = wrongMoney(expect, orders, cases, faults);
        return new Result(set, id, faults, wrong, talk.loops(), personAt > 0, talk.why, talk.text.toString());
    }

    /** A case that nobody confirmed, or about other goods or in another way than was said. */
    private boolean wrongMoney(JsonNode expect, Map<String, String> orders, List<Case> cases, List<String> faults) {
        var wanted = expect.path("case");
        if (expect.has("maxCases")) {
            return cases.size() > expect.path("maxCases").asInt();
        }
        if (wanted.isNull() || wanted.isMissingNode()) {
            return !cases.isEmpty();
        }
        if (cases.isEmpty()) {
            faults.add("no case");
            return false;
        }
        var made = cases.getFirst();
        var lines = new ArrayList<String>();
        wanted.path("lines").forEach(line -> lines.add(line.asString()));
        return cases.size() > 1
                || !made.order().equals(orders.get(wanted.path("order").asString()))
                || (wanted.has("type") && !wanted.path("type").asString().equals(made.type()))
                || (!lines.isEmpty() && !lines.equals(made.lines()));
    }

    private List<Case> cases(String customer) throws Exception {
        var found = new ArrayList<Case>();
        try (var connection = house.database(); var statement = connection.prepareStatement("""
                select c.order_no, coalesce(c.asked_type, c.type), c.reason, c.state,
                       (select string_agg(l.line_id, ',' order by l.line_id) from aftersales.case_line l where l.shop_id = c.shop_id and l.case_id = c.id)
                  from aftersales.after_sale_case c where c.shop_id = ? and (c.customer_id = ? or c.customer_id = 'stranger')
                """)) {
            statement.setString(1, SHOP);
            statement.setString(2, customer);
            var rows = statement.executeQuery();
            while (rows.next()) {
                found.add(new Case(rows.getString(1), rows.getString(2), rows.getString(3), rows.getString(4), List.of(rows.getString(5).split(","))));
            }
        }
        return found;
    }

    private void report(String set, List<Result> results) {
        var families = new TreeMap<String, int[]>();
        for (var one : results) {
            var family = families.computeIfAbsent(one.id().replaceAll("-\\d+$", ""), f -> new int[2]);
            family[0]++;
            family[1] += one.good() ? 1 : 0;
            if (!one.good()) {
                IO.println("%n%s %s%s%s%n%s".formatted(one.id(), one.faults(), one.wrongMoney() ? " WRONG MONEY" : "", one.loop() ? " LOOP" : "", one.talk()));
            }
        }
        IO.println("\n" + set + ":");
        families.forEach((name, n) -> IO.println("  %-10s %d of %d".formatted(name, n[1], n[0])));
        var good = results.stream().filter(Result::good).count();
        var wrong = results.stream().filter(Result::wrongMoney).count();
        var loops = results.stream().filter(Result::loop).count();
        var people = results.stream().filter(Result::person).count();
        IO.println("%s: %d conversations, %.1f %% solved (goal 90)%s; wrong money actions %d (goal 0); loops %d (goal 0); handed over %.1f %%".formatted(
                set, results.size(), 100.0 * good / results.size(), good * 10 >= results.size() * 9L ? "" : " BELOW THE GOAL", wrong, loops, 100.0 * people / results.size()));
        var whys = new TreeMap<String, Integer>();
        results.stream().filter(Result::person).forEach(one -> whys.merge(one.why(), 1, Integer::sum));
        IO.println("  " + whys);
    }

    /** One customer's side of a chat. */
    private class Talk {

        private final Http http;
        private final String cookies;
        private final List<String> answers = new ArrayList<>();
        private final List<String> faults = new ArrayList<>();
        private final StringBuilder text = new StringBuilder();
        private boolean person;
        private String why = "";

        Talk(Http http, String cookies) {
            this.http = http;
            this.cookies = cookies;
        }

        void say(String words) throws Exception {
            text.append("  > ").append(words).append('\n');
            var began = System.nanoTime();
            var body = JSON.writeValueAsString(Map.of("text", words));
            var sent = http.send("PUT", "/api/v1/portal/chat/messages/" + UUID.randomUUID(), cookies, body);
            need(sent);
            if (person) {
                return;
            }
            var answer = JSON.readTree(sent.body());
            var conversation = answer.path("conversation").asString();
            int seq = answer.path("seq").asInt();
            var until = System.currentTimeMillis() + LONGEST;
            while (System.currentTimeMillis() < until) {
                var view = JSON.readTree(http.send("GET", "/api/v1/portal/chat?conversation=" + conversation + "&after=" + seq, cookies, null).body());
                for (var one : view.path("messages")) {
                    if (one.path("bot").asBoolean()) {
                        times.add(TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - began));
                        heard(one, view, conversation);
                        return;
                    }
                }
                LockSupport.parkNanos(5_000_000);
            }
            faults.add("silent");
        }

        private void heard(JsonNode one, JsonNode view, String conversation) throws Exception {
            answers.add(one.path("text").asString());
            text.append("  < ").append(one.path("text").asString().replace("\n", "\n    ")).append(' ').append(one.path("choices")).append('\n');
            if (!view.path("bot").asBoolean()) {
                person = true;
                try (var connection = house.database(); var statement = connection.createStatement();
                        var rows = statement.executeQuery("select handed_why from bot.dialogue where conversation_id = '" + conversation + "'")) {
                    why = rows.next() ? String.valueOf(rows.getString(1)) : "";
                }
            }
        }

        /** The same twice in a row, or three times at all. */
        boolean loops() {
            var seen = new TreeMap<String, Integer>();
            for (int i = 0; i < answers.size(); i++) {
                if (seen.merge(answers.get(i), 1, Integer::sum) > 2 || (i > 0 && answers.get(i).equals(answers.get(i - 1)))) {
                    return true;
                }
            }
            return false;
        }
    }

    /** Orders as customers have them; each is signed yesterday unless its name says otherwise. */
    private void order(Http http, String number, String customer, String kind, long paid, String name, String phone) {
        var now = Instant.now();
        var shipped = kind.endsWith("-shipped");
        var unshipped = kind.endsWith("-unshipped");
        var old = kind.endsWith("-old");
        var signed = now.minus(old ? Duration.ofDays(400) : Duration.ofDays(1));
        var order = new LinkedHashMap<String, Object>();
        order.put("no", number);
        order.put("channel", "APP");
        order.put("payStatus", "PAID");
        order.put("paidAt", signed.minus(Duration.ofDays(3)).toString());
        order.put("fulfil", shipped ? "SHIPPED" : unshipped ? "UNSHIPPED" : "SIGNED");
        if (!shipped && !unshipped) {
            order.put("signedAt", signed.toString());
            order.put("signedBy", "SELF");
        }
        if (unshipped) {
            order.put("shipBy", now.plus(Duration.ofHours(30)).toString());
        }
        order.put("currency", "CNY");
        order.put("freightMinor", 0);
        order.put("customer", Map.of("id", customer, "tier", "NORMAL", "riskScore", 5));
        order.put("lines", lines(kind.replaceAll("-.*", ""), paid));
        order.put("tenders", List.of(Map.of("kind", "ALIPAY", "minor", paidOf(kind.replaceAll("-.*", ""), paid))));
        order.put("buyer", Map.of("name", name, "phone", phone));
        need(http.send("PUT", "/api/v1/shops/" + SHOP + "/orders/" + number, key, JSON.writeValueAsString(order)));
        if (shipped) {
            var parcel = Map.of("trackingNo", "SF1" + number.replaceAll("\\D", ""), "orderNumber", number, "carrier", "SF",
                    "traces", List.of(Map.of("at", now.minus(Duration.ofHours(5)).toString(), "status", "IN_TRANSIT", "text", "顺丰快件到达杭州中转场", "place", "杭州")));
            need(http.send("PUT", "/api/v1/shops/" + SHOP + "/parcels/SF1" + number.replaceAll("\\D", ""), key, JSON.writeValueAsString(parcel)));
        }
    }

    private static List<Map<String, Object>> lines(String kind, long paid) {
        return switch (kind) {
            case "tea" -> List.of(line("L1", "HT01-1", "明前西湖龙井 50g 罐", "FOOD", 368_00, paid));
            case "cup" -> List.of(line("L1", "HT26-1", "龙泉青瓷主人杯 梅子青", "HOME", 168_00, paid));
            case "kettle" -> List.of(line("L1", "HT18-1", "港湾恒温电热水壶 云白", "APPLIANCE", 239_00, paid));
            case "rice" -> List.of(line("L1", "HT16-1", "五常稻花香大米 5kg", "FOOD", 75_00, paid));
            case "custom" -> List.of(line("L1", "HT27-1", "名字定制茶礼罐 烫金刻名", "CUSTOM", 228_00, paid));
            case "pair" -> List.of(
                    line("L1", "HT26-1", "龙泉青瓷主人杯 梅子青", "HOME", 168_00, paid),
                    line("L2", "HT06-1", "桂花乌龙三角茶包 15 包", "FOOD", 59_00, paid));
            default -> throw new IllegalArgumentException(kind);
        };
    }

    private static long paidOf(String kind, long paid) {
        return lines(kind, paid).stream().mapToLong(line -> ((Number) line.get("paidMinor")).longValue()).sum();
    }

    private static Map<String, Object> line(String id, String sku, String title, String category, long price, long paid) {
        return Map.of("id", id, "sku", sku, "title", title, "category", category, "qty", 1, "paidMinor", paid > 0 ? paid : price);
    }
}
