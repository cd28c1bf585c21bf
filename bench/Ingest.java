import harness.House;
import harness.Http;
import harness.Load;
import harness.PgBench;
import java.io.IOException;
import java.net.ServerSocket;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;

/// Customers' messages accepted durably at 64 connections, beside the database alone; then none lost, none twice, while the server is killed.
class Ingest {

    private static final String SHOP = "bench";
    private static final String CHANNEL = "bench-market";
    private static final int CUSTOMERS = 5_000;
    private static final int CONNECTIONS = 64;
    private static final int LANES = 16;
    private static final String[] SAID = {
        "你好，请问我的包裹到哪里了，怎么三天没有动静", "杯子到了就是破损的，我要退款", "换一个大一号的可以吗，洗过一次还能换吗",
        "什么时候发货呀", "优惠券没有用上，能退差价吗", "收到了谢谢", "Hello, my parcel HT-1001 is broken, please help",
        "茶叶的生产日期是哪天，保质期多久，能开发票吗，抬头是公司"};

    private final AtomicLong next = new AtomicLong();
    private final Map<Long, String> answered = new ConcurrentHashMap<>();
    private final AtomicInteger repeats = new AtomicInteger();
    private final List<String> violations = new java.util.concurrent.CopyOnWriteArrayList<>();
    private String key = "";

    /** {@code ./dev bench ingest 5 2 20000} is a quick look: 5 seconds instead of 15, 2 kills instead of 5, 20,000 messages meanwhile. */
    void main(String[] arguments) throws Exception {
        var measured = Duration.ofSeconds(number(arguments, 0, 15));
        measure(measured);
        kill(number(arguments, 1, 5), number(arguments, 2, 100_000));
        violations.stream().limit(20).forEach(violation -> IO.println("  VIOLATION: " + violation));
        IO.println("violations: " + violations.size());
        if (!violations.isEmpty()) {
            System.exit(1);
        }
    }

    private void measure(Duration measured) throws Exception {
        try (var house = House.open(House.newHome(), true, Map.of("ANXIN_RATE_KEY", "1000000"))) {
            prepare(house);
            Load.warmUp(20, () -> send(house, CONNECTIONS, Duration.ofSeconds(8)));
            var ours = send(house, CONNECTIONS, measured);
            for (var clients : List.of(1, 16)) {
                print("messages kept, " + clients + " connections", send(house, clients, Duration.ofSeconds(5)));
            }
            print("messages kept, " + CONNECTIONS + " connections", ours);
            var empty = Load.run(house, CONNECTIONS, Duration.ofSeconds(5), number -> {
                var http = new Http(house.port());
                return () -> http.send("GET", "/actuator/health/liveness", "", null);
            });
            print("an empty endpoint of the same server", empty);
            var script = alone(house);
            var before = house.cpu();
            var alone = PgBench.perSecond(house, script, CONNECTIONS, 8);
            var used = house.cpu().getOrDefault("database", 0L) - before.getOrDefault("database", 0L);
            if (alone.isPresent()) {
                IO.println("the same rows by the database alone, %d connections: %.0f/s   database %.0f µs each".formatted(
                        CONNECTIONS, alone.getAsDouble(), used / (alone.getAsDouble() * 8)));
                IO.println("share of the database's own rate: %.0f %% (goal at least 50 %%)".formatted(100 * ours.perSecond() / alone.getAsDouble()));
            }
            var cpu = ours.cpuMicros().values().stream().mapToLong(n -> n).sum() / 1_000.0 / ours.times().count();
            IO.println("CPU of service and database together: %.3f ms a message (goal at most 0.5 ms)".formatted(cpu));
            IO.println("resident memory of the Java process: %d MB".formatted(house.residentMegabytes()));
        }
    }

    private static void print(String what, Load.Result result) {
        IO.println("%-48s %7.0f/s   %s   CPU each: %s".formatted(what, result.perSecond(), result.times(), result.cpuEach()));
    }

    private void prepare(House house) throws Exception {
        key = house.key("KEYS_MANAGE", "CHANNEL_DELIVER");
        try (var http = new Http(house.port())) {
            var answer = http.send("PUT", "/api/v1/shops/" + SHOP + "/channels/" + CHANNEL, key, "{\"kind\":\"WEBHOOK\",\"name\":\"bench\"}");
            if (answer.status() != 200) {
                throw new IllegalStateException(answer.status() + " " + answer.body());
            }
        }
    }

    private Load.Result send(House house, int connections, Duration duration) throws Exception {
        return Load.run(house, connections, duration, number -> {
            var http = new Http(house.port());
            var turn = new AtomicInteger();
            var last = new long[] {-1};
            return () -> {
                // Every tenth delivery is one that was delivered before.
                var again = turn.incrementAndGet() % 10 == 0 && last[0] >= 0;
                var message = again ? last[0] : next.getAndIncrement();
                last[0] = message;
                var answer = http.send("POST", "/api/v1/channels/" + CHANNEL + "/messages", key, body(message));
                if (answer.status() != 202) {
                    throw new IllegalStateException(answer.status() + " " + answer.body());
                }
            };
        });
    }

    private static String body(long message) {
        var text = SAID[(int) (message % SAID.length)];
        return """
               {"id":"m-%d","sender":{"id":"c%d","name":"林晓"},"text":"%s %d","at":"%s"}"""
                .formatted(message, message * 2_654_435_761L % CUSTOMERS, text, message, Instant.ofEpochSecond(1_763_000_000L + message));
    }

    /** One message as one statement of its own: the conversation goes on, the message and its fact are there. */
    private static String alone(House house) throws SQLException, IOException {
        house.sql("""
                insert into conversation.conversation (shop_id, id, profile_id, matter, channel, address, state, last_seq, customer_seq,
                       waiting_since, facts, last_text, last_from, opened_at, last_at)
                select 'alone', md5('c' || n)::uuid, md5('p' || n)::uuid, '', 'alone', 'c' || n, 'OPEN', 0, 0, now(), '{}', '', '', now(), now()
                  from generate_series(0, %d) n
                """.formatted(CUSTOMERS - 1), "analyze conversation.conversation");
        var words = new String[1];
        try (var connection = house.database(); var statement = connection.createStatement();
                var rows = statement.executeQuery("""
                        select string_agg(quote_literal(w), ',') from (
                            select unnest(m.words) as w from conversation.message m where m.shop_id = 'bench' limit 22) some
                        """)) {
            rows.next();
            words[0] = rows.getString(1);
        }
        return """
               \\set c random(0, %d)
               \\set n random(1, 9000000000000000)
               with u as (
                   update conversation.conversation c
                      set last_seq = c.last_seq + 1, customer_seq = c.last_seq + 1, last_at = now(), last_from = 'CUSTOMER',
                          last_text = '杯子到了就是破损的，我要退款'
                    where c.shop_id = 'alone' and c.id = md5('c' || :c)::uuid
                   returning c.id, c.last_seq),
               m as (
                   insert into conversation.message (shop_id, conversation_id, seq, id, kind, author, channel, external_id, text,
                          written_at, at, words)
                   select 'alone', u.id, u.last_seq, gen_random_uuid(), 'CUSTOMER', 'customer', 'alone', 'm-' || :n,
                          '杯子到了就是破损的，我要退款 ' || :n, now(), now(), array[%s] || ('' || :n)
                     from u)
               insert into kernel.fact (shop_id, type, subject, actor, audience, at, payload)
               select 'alone', 'conversation.message-written', E'conversation\\x3a' || u.id, 'customer', 1, now(),
                      jsonb_build_object('message', u.id, 'seq', u.last_seq, 'kind', 'CUSTOMER')
                 from u;
               """.formatted(CUSTOMERS - 1, words[0]);
    }

    private void kill(int kills, int messages) throws Exception {
        var port = freePort();
        var environment = Map.of("ANXIN_PORT", String.valueOf(port), "ANXIN_RATE_KEY", "1000000");
        var home = House.newHome();
        var house = House.open(home, true, environment);
        prepare(house);
        next.set(0);
        var chance = new Random(2026);
        var lanes = IntStream.range(0, LANES).mapToObj(n -> Thread.ofPlatform().daemon().start(() -> deliver(port, messages))).toList();
        for (var kill = 0; kill < kills; kill++) {
            var goal = (long) messages * (kill + 1) / (kills + 1);
            while (answered.size() < goal) {
                Thread.sleep(5);
            }
            Thread.sleep(chance.nextInt(50));
            house.kill();
            house = House.open(home, true, environment);
            IO.print("\rkilled " + (kill + 1) + " of " + kills + " with " + answered.size() + " messages answered   ");
        }
        for (var lane : lanes) {
            lane.join();
        }
        judge(house, kills, messages);
        house.close();
    }

    /** Each message until it is answered, and every tenth once more, as a marketplace's retry queue does. */
    private void deliver(int port, int messages) {
        Http http = null;
        for (var message = next.getAndIncrement(); message < messages; message = next.getAndIncrement()) {
            for (var times = message % 10 == 0 ? 2 : 1; times > 0; ) {
                try {
                    http = http == null ? new Http(port) : http;
                    var answer = http.send("POST", "/api/v1/channels/" + CHANNEL + "/messages", key, body(message));
                    if (answer.status() == 202) {
                        var before = answered.put(message, answer.body());
                        if (before != null) {
                            repeats.incrementAndGet();
                            if (!before.equals(answer.body())) {
                                violations.add("message " + message + " was answered " + before + " and " + answer.body());
                            }
                        }
                        times--;
                        continue;
                    }
                } catch (RuntimeException killed) {
                    http = null;
                }
                pause();
            }
        }
    }

    private static void pause() {
        try {
            Thread.sleep(20);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void judge(House house, int kills, int messages) throws Exception {
        var there = new ConcurrentHashMap<Long, String>();
        var stands = new ArrayList<Long>();
        try (var connection = house.database(); var statement = connection.createStatement()) {
            try (var rows = statement.executeQuery("""
                    select substr(m.external_id, 3)::bigint, m.id::text, m.conversation_id::text, m.seq from conversation.message m
                    """)) {
                while (rows.next()) {
                    stands.add(rows.getLong(1));
                    there.put(rows.getLong(1), "{\"id\":\"%s\",\"conversation\":\"%s\",\"seq\":%d}".formatted(
                            rows.getString(2), rows.getString(3), rows.getInt(4)));
                }
            }
            try (var rows = statement.executeQuery("""
                    select count(*) filter (where n <> last or first <> 1 or newest <> last),
                           (select count(*) from conversation.conversation), (select sum(n) from conversation.tally where heap = 'OPEN'),
                           (select count(*) from kernel.fact where type = 'conversation.message-written')
                      from (select count(*) as n, min(m.seq) as first, max(m.seq) as newest, c.last_seq as last
                              from conversation.conversation c
                              join conversation.message m on m.shop_id = c.shop_id and m.conversation_id = c.id
                             group by c.shop_id, c.id) each
                    """)) {
                rows.next();
                require(rows.getLong(1) == 0, rows.getLong(1) + " conversations with a gap");
                require(rows.getLong(2) <= CUSTOMERS, rows.getLong(2) + " conversations of " + CUSTOMERS + " customers");
                require(rows.getLong(2) == rows.getLong(3), rows.getLong(3) + " counted of " + rows.getLong(2) + " open conversations");
                require(rows.getLong(4) == messages, rows.getLong(4) + " facts of " + messages + " messages");
            }
        }
        var lost = answered.keySet().stream().filter(message -> !there.containsKey(message)).count();
        var doubled = stands.size() - there.size();
        require(lost == 0, lost + " messages were answered and are not there");
        require(doubled == 0, doubled + " messages stand twice");
        require(answered.size() == messages && stands.size() == messages, stands.size() + " stand of " + messages);
        answered.forEach((message, answer) -> require(answer.equals(there.get(message)), "message " + message + " was answered " + answer + " and stands as " + there.get(message)));
        IO.println("\nthe server was killed (SIGKILL) %d times while %d messages came in, %d of them sent again after their answer: %d lost, %d doubled"
                .formatted(kills, messages, repeats.get(), lost, doubled));
    }

    private void require(boolean good, String otherwise) {
        if (!good) {
            violations.add(otherwise);
        }
    }

    private static int number(String[] arguments, int place, int otherwise) {
        return arguments.length > place ? Integer.parseInt(arguments[place]) : otherwise;
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
