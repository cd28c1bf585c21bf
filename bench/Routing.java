import harness.House;
import harness.Http;
import harness.Shop;
import harness.Times;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;

/// 500 agents and 50,000 who wait: what giving one costs, how soon an agent who becomes free has the next, and whether it is right.
class Routing {

    private static final double LIMIT = 10;
    private static final int LINES = 4;
    private static final int EACH = 5; // A chat takes 2 of 10.
    private static final int CLOSED = 400;

    /** {@code ./dev bench routing 5000 100} is a tenth of the work for a fifth of the people. */
    void main(String[] sizes) throws Exception {
        var waiting = sizes.length > 0 ? Integer.parseInt(sizes[0]) : 50_000;
        var agents = sizes.length > 1 ? Integer.parseInt(sizes[1]) : 500;
        try (var house = House.open(); var database = house.database()) {
            Shop.fill(house, 0, 1);
            fill(house, waiting);
            IO.println("\n%,d wait in %d lines, %,d agents come at once".formatted(waiting, LINES, agents));
            var began = System.nanoTime();
            come(house, agents);
            var all = Math.min(waiting, agents * EACH);
            while (number(database, "select count(*) from work.item where agent is not null") < all) {
                LockSupport.parkNanos(1_000_000);
            }
            var each = (System.nanoTime() - began) / 1e6 / all;
            told("each of the first %,d, given 64 at a time".formatted(all), each);
            var times = close(house, database);
            told("from the answer to a close until its agent has the next, median", times.millis(.5));
            told("the same, 99 in 100", times.millis(.99));
            right(database);
        }
    }

    private static void told(String what, double millis) {
        IO.println("  %-64s %8.2f ms%s".formatted(what, millis, millis < LIMIT ? "" : "   ABOVE THE LIMIT of 10 ms"));
    }

    private static void right(Connection database) throws SQLException {
        var above = number(database, """
            select count(*) from (select sum(i.weight) as load from work.item i where i.agent is not null group by i.agent) a where a.load > 10
            """);
        var overtaken = number(database, """
            select count(*)
              from work.item w
              join (select i.line, max(i.entered_at) as last from work.item i where i.agent is not null group by i.line) g using (line)
             where w.agent is null and w.entered_at < g.last
            """);
        var idle = number(database, """
            select count(*)
              from work.presence p
             where 10 - coalesce((select sum(i.weight) from work.item i where i.agent = p.staff_id), 0) >= 2
               and exists (select 1 from work.item w where w.agent is null and substr(w.queue, 2) = any(p.teams))
            """);
        var twice = number(database, """
            select count(*) from (select m.conversation_id from conversation.message m where m.kind = 'EVENT' and m.event->>'what' = 'ASSIGNED'
                                   group by 1 having count(*) > 1) t
            """);
        IO.println("  above their capacity %d, overtaken %d, idle while work fits %d, given twice %d (each must be 0)".formatted(
                above, overtaken, idle, twice));
        if (above + overtaken + idle + twice > 0) {
            throw new IllegalStateException("not right");
        }
    }

    /** One after the other: a conversation is closed, and its agent looked at until the next is there. */
    private static Times close(House house, Connection database) throws Exception {
        var staff = house.staffCookies();
        var chance = new Random(7);
        var took = new ArrayList<Long>();
        try (var http = new Http(house.port());
                var load = database.prepareStatement("select count(*) from work.item where agent = ?")) {
            var held = held(database);
            for (var n = 0; n < CLOSED && !held.isEmpty(); n++) {
                var one = held.remove(chance.nextInt(held.size()));
                var answer = http.send("PUT", "/api/v1/conversations/" + one.talk() + "/state", staff, "{\"state\":\"CLOSED\"}");
                var from = System.nanoTime();
                if (answer.status() != 200) {
                    throw new IllegalStateException(answer.status() + " " + answer.body());
                }
                load.setObject(1, one.agent());
                while (number(load) < EACH) {
                    LockSupport.parkNanos(200_000);
                }
                if (n >= CLOSED / 2) {
                    took.add(System.nanoTime() - from);
                }
            }
        }
        return Times.of(List.of(took.stream().mapToLong(Long::longValue).toArray()));
    }

    private record Held(UUID talk, UUID agent) {}

    private static List<Held> held(Connection database) throws SQLException {
        var held = new ArrayList<Held>();
        try (var statement = database.createStatement();
                var rows = statement.executeQuery("select substr(i.subject, 14)::uuid, i.agent from work.item i where i.agent is not null")) {
            while (rows.next()) {
                held.add(new Held(rows.getObject(1, UUID.class), rows.getObject(2, UUID.class)));
            }
        }
        return held;
    }

    private static long number(Connection database, String sql) throws SQLException {
        try (var statement = database.prepareStatement(sql)) {
            return number(statement);
        }
    }

    private static long number(PreparedStatement statement) throws SQLException {
        try (var rows = statement.executeQuery()) {
            rows.next();
            return rows.getLong(1);
        }
    }

    private static void fill(House house, int waiting) throws Exception {
        var queues = new ArrayList<String>();
        for (var n = 0; n < LINES; n++) {
            queues.add("""
                {"id":"q%1$d","nameZh":"q%1$d","nameEn":"q%1$d","team":"%1$d","level":1,"languages":[],"liveWeight":2,"writtenWeight":1,
                 "lastAgentSeconds":60,"returnSeconds":120}""".formatted(n));
        }
        house.sql(
                """
                insert into work.routing (shop_id, version, document, changed_by, changed_at)
                values ('%s', 1, '{"queues":[%s],"rules":[]}', 'bench', now())
                """.formatted(Shop.ID, String.join(",", queues)),
                """
                insert into conversation.conversation (shop_id, id, profile_id, customer_name, matter, channel, address, state, last_seq, customer_seq,
                       waiting_since, facts, last_text, last_from, opened_at, last_at)
                select '%1$s', md5('c' || i)::uuid, md5('p' || i)::uuid, '林晓', '', 'chat', 'c' || i, 'OPEN', 1, 1, at, '{}', '你好', 'CUSTOMER', at, at
                  from generate_series(1, %2$d) i
                 cross join lateral (select now() - (%2$d - i) * interval '50 milliseconds' as at) t
                """.formatted(Shop.ID, waiting),
                "insert into conversation.tally values ('%s', 'OPEN', 0, %d), ('%1$s', 'UNASSIGNED', 0, %2$d)".formatted(Shop.ID, waiting),
                """
                insert into work.item (shop_id, subject, queue, line, rank, weight, entered_at, asks_since, return_seconds)
                select c.shop_id, 'conversation:' || c.id, 'q' || h.n, 'q' || h.n || '/', 0, 2, c.opened_at, c.opened_at, 120
                  from conversation.conversation c
                 cross join lateral (select abs(hashtext(c.id::text)) %% %d as n) h
                """.formatted(LINES),
                "vacuum (freeze, analyze) conversation.conversation",
                "vacuum (freeze, analyze) work.item");
    }

    /** Each can do two of the lines. */
    private static void come(House house, int agents) throws Exception {
        house.sql("""
            insert into work.presence (staff_id, name, shops, teams, state, since, seen_at)
            select md5('a' || i)::uuid, '坐席 ' || i, '{%s}', array[(i %% %2$d)::text, ((i + 1) %% %2$d)::text], 'AVAILABLE', now(), now() + interval '1 day'
              from generate_series(1, %3$d) i
            """.formatted(Shop.ID, LINES, agents));
    }
}
