import harness.House;
import harness.Http;
import harness.Shop;
import harness.WrongWeChat;
import java.io.IOException;
import java.net.ServerSocket;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

/// 1,000 refunds on a gateway that misbehaves, while the server is killed 50 times: how often money went wrong.
class RefundsChaos {

    private static final int CUSTOMERS = 50;
    private static final int LANES = 4;
    private static final long EACH = 129_00;
    private static final Duration PATIENCE = Duration.ofMillis(800);
    private static final int LONGEST_LIFE_MILLIS = 5_000;
    private static final Duration SETTLING = Duration.ofMinutes(4);

    private record Wish(String caseId, String order, String cookie) {}

    private final ConcurrentLinkedQueue<Wish> waiting = new ConcurrentLinkedQueue<>();
    private final ConcurrentLinkedQueue<Wish> wishes = new ConcurrentLinkedQueue<>();
    private final AtomicInteger submitted = new AtomicInteger();
    private final List<String> violations = new ArrayList<>();
    private volatile boolean over;

    /** {@code ./dev bench refunds-chaos 10 100 7} is a quick look: 10 kills, 100 refunds, another run of chance. */
    void main(String[] arguments) throws Exception {
        var kills = number(arguments, 0, 50);
        var refunds = number(arguments, 1, 1_000);
        var seed = number(arguments, 2, 2026);
        var port = freePort();
        var environment = Map.of("ANXIN_PORT", String.valueOf(port), "ANXIN_GATEWAYS_TIMEOUT", PATIENCE.toMillis() + "ms",
                "ANXIN_REFUND_LOOKS", "300ms,1s,2s,3s");
        var home = House.newHome();
        var chance = new Random(seed);
        try (var gateway = new WrongWeChat(seed, PATIENCE, "http://127.0.0.1:" + port)) {
            var house = House.open(home, true, environment);
            prepare(house, gateway, refunds);
            var submitters = IntStream.range(0, LANES).mapToObj(n -> Thread.ofPlatform().daemon().start(() -> submit(port))).toList();
            // Some at once, the others bit by bit, so that there is something in flight at every moment.
            hand(refunds * 2 / 5);
            var inFlight = new ArrayList<Integer>();
            for (var kill = 0; kill < kills; kill++) {
                hand((waiting.size() + kills - kill - 1) / (kills - kill));
                Thread.sleep(chance.nextInt(LONGEST_LIFE_MILLIS));
                inFlight.add(inFlight(house));
                house.kill();
                house = House.open(home, true, environment);
                IO.print("\rkilled " + (kill + 1) + " of " + kills + ", submitted " + submitted + "   ");
            }
            hand(waiting.size());
            gateway.calmDown();
            settle(house, refunds);
            over = true;
            for (var submitter : submitters) {
                submitter.join();
            }
            judge(house, gateway, refunds);
            print(house, gateway, kills, inFlight);
            house.close();
        }
        if (!violations.isEmpty()) {
            System.exit(1);
        }
    }

    private void prepare(House house, WrongWeChat gateway, int refunds) throws Exception {
        Shop.fill(house, refunds, CUSTOMERS);
        house.sql("""
                update commerce.shop_order
                   set fulfil = 'UNSHIPPED',
                       document = document || jsonb_build_object('fulfil', 'UNSHIPPED', 'tenders', jsonb_build_array(
                           jsonb_build_object('kind', 'WECHAT', 'minor', %d, 'payTxnId', 'TX-' || number)))
                 where shop_id = '%s'
                """.formatted(EACH, Shop.ID),
                "insert into identity.role (id, name_zh, name_en, permissions, tier) values ('bench', '测试', 'bench', '{KEYS_MANAGE}', 'L1')",
                """
                insert into identity.person (id, login, name, all_shops, created_at, changed_at)
                values ('00000000-0000-0000-0000-0000000000b1', 'bench', '周宁', true, now(), now()) on conflict do nothing
                """,
                "insert into identity.person_role (person_id, role_id) values ('00000000-0000-0000-0000-0000000000b1', 'bench')");
        var staff = house.staffCookies();
        try (var http = new Http(house.port())) {
            var answer = http.send("PUT", "/api/v1/shops/" + Shop.ID + "/payment-gateways/WECHAT_PAY", staff, gateway.connection("WECHAT"));
            if (answer.status() != 200) {
                throw new IllegalStateException(answer.status() + " " + answer.body());
            }
        }
        var cookies = house.customerCookies(Shop.ID, IntStream.range(0, CUSTOMERS).mapToObj(n -> "c" + n).toList());
        for (var n = 0; n < refunds; n++) {
            waiting.add(new Wish(UUID.randomUUID().toString(), "B" + n, cookies.get(n % CUSTOMERS)));
        }
    }

    private void hand(int many) {
        for (var n = 0; n < many; n++) {
            var wish = waiting.poll();
            if (wish != null) {
                wishes.add(wish);
            }
        }
    }

    /** The same request again and again until it is answered, as a phone does whose line broke. */
    private void submit(int port) {
        while (!over) {
            var wish = wishes.poll();
            if (wish == null) {
                pause(5);
                continue;
            }
            try (var http = new Http(port)) {
                var answer = http.send("PUT", "/api/v1/portal/cases/" + wish.caseId(), wish.cookie(),
                        "{\"orderNumber\":\"" + wish.order() + "\",\"reason\":\"NO_LONGER_WANTED\"}");
                if (answer.status() == 200) {
                    submitted.incrementAndGet();
                } else {
                    wishes.add(wish);
                    pause(20);
                }
            } catch (RuntimeException killed) {
                wishes.add(wish);
                pause(20);
            }
        }
    }

    private static void pause(int millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static int inFlight(House house) throws SQLException, IOException {
        return (int) count(house, "select count(*) from aftersales.refund_intent where status in ('INIT', 'SENT', 'UNKNOWN')");
    }

    /** Waits until nothing is left that the house itself can bring to an end. */
    private void settle(House house, int refunds) throws Exception {
        var end = System.nanoTime() + SETTLING.toNanos();
        while (System.nanoTime() < end) {
            var open = count(house, """
                    select count(*)
                      from aftersales.refund_intent i
                      join aftersales.after_sale_case c on c.shop_id = i.shop_id and c.id = i.case_id
                     where i.status in ('INIT', 'SENT', 'UNKNOWN') and c.state <> 'REFUND_FAILED'
                    """);
            if (submitted.get() >= refunds && open == 0) {
                return;
            }
            Thread.sleep(200);
        }
    }

    private record Intent(String number, String caseState, String status, long minor, String order) {}

    private void judge(House house, WrongWeChat gateway, int refunds) throws Exception {
        var intents = new HashMap<String, Intent>();
        read(house, """
                select i.out_refund_no, c.state, i.status, i.amount_minor, i.order_no
                  from aftersales.refund_intent i
                  join aftersales.after_sale_case c on c.shop_id = i.shop_id and c.id = i.case_id
                """, row -> intents.put(row.getString(1),
                new Intent(row.getString(1), row.getString(2), row.getString(3), row.getLong(4), row.getString(5))));
        require(submitted.get() == refunds, "only " + submitted + " of " + refunds + " were ever answered");
        require(count(house, "select count(*) from aftersales.after_sale_case") == refunds, "not one case for each order");
        require(intents.size() == refunds, intents.size() + " intents for " + refunds + " refunds");

        var paidByOrder = new HashMap<String, Long>();
        for (var refund : gateway.books.values()) {
            var intent = intents.get(refund.number);
            var paid = refund.timesPaid.get() * refund.minor;
            paidByOrder.merge(refund.transaction, paid, Long::sum);
            require(intent != null, refund.number + " was paid and is nowhere in our books");
            require(refund.timesPaid.get() <= 1, refund.number + " was paid " + refund.timesPaid + " times");
            require(intent == null || intent.minor() == refund.minor, refund.number + " is of another amount there");
        }
        paidByOrder.forEach((transaction, minor) -> require(minor <= EACH, transaction + " got " + minor + " back"));
        for (var intent : intents.values()) {
            var refund = gateway.books.get(intent.number());
            var paid = refund != null && refund.timesPaid.get() == 1;
            switch (intent.status()) {
                case "SUCCEEDED" -> require(paid && intent.caseState().equals("COMPLETED"), intent + " and the gateway did not pay");
                case "FAILED_FINAL" -> require(!paid && intent.caseState().equals("REFUND_FAILED"), intent + " and the gateway paid");
                default -> require(!paid && intent.caseState().equals("REFUND_FAILED"), intent + " is in nobody's hands");
            }
        }
        var gatewaySum = gateway.books.values().stream().mapToLong(r -> r.timesPaid.get() * r.minor).sum();
        var ours = count(house, "select coalesce(sum(refunded_minor), 0) from aftersales.payment_account");
        var reserved = count(house, "select coalesce(sum(reserved_minor), 0) from aftersales.payment_account");
        var open = intents.values().stream().filter(i -> !i.status().equals("SUCCEEDED")).mapToLong(Intent::minor).sum();
        var told = count(house, "select coalesce(sum(refunded_minor), 0) from aftersales.after_sale_case");
        require(gatewaySum == ours, "the gateway paid " + gatewaySum + ", our accounts say " + ours);
        require(ours == told, "our accounts say " + ours + ", the cases " + told);
        require(reserved == open, "reserved are " + reserved + ", open " + open);
        require(gateway.happened.get("FORGED CALL-BACKS BELIEVED") == null, "a forged call-back was believed");
        require(count(house, "select count(*) from aftersales.refund_incident") == 0, "books that contradict each other");
    }

    private void print(House house, WrongWeChat gateway, int kills, List<Integer> inFlight) throws Exception {
        IO.println("\n\nthe server was killed (SIGKILL) " + kills + " times, with " + inFlight.stream().mapToInt(n -> n).sum() / Math.max(1, kills)
                + " refunds in flight on average (least " + inFlight.stream().mapToInt(n -> n).min().orElse(0)
                + ", most " + inFlight.stream().mapToInt(n -> n).max().orElse(0) + ")");
        IO.println("what the gateway did");
        gateway.happened.forEach((what, times) -> IO.println("  %6d  %s".formatted(times.get(), what)));
        IO.println("what became of the refunds");
        read(house, """
                select i.status, c.state, count(*), sum(i.amount_minor), max(i.attempts)
                  from aftersales.refund_intent i
                  join aftersales.after_sale_case c on c.shop_id = i.shop_id and c.id = i.case_id
                 group by 1, 2 order by 1, 2
                """, row -> IO.println("  %6d  %s, the case is %s (%d fen, at most %d tries)".formatted(
                row.getLong(3), row.getString(1), row.getString(2), row.getLong(4), row.getInt(5))));
        violations.stream().limit(20).forEach(violation -> IO.println("  VIOLATION: " + violation));
        IO.println("violations: " + violations.size());
    }

    private void require(boolean good, String otherwise) {
        if (!good) {
            violations.add(otherwise);
        }
    }

    private interface Row {
        void read(ResultSet row) throws SQLException;
    }

    private static void read(House house, String sql, Row each) throws SQLException, IOException {
        try (var connection = house.database(); var statement = connection.createStatement(); var rows = statement.executeQuery(sql)) {
            while (rows.next()) {
                each.read(rows);
            }
        }
    }

    private static long count(House house, String sql) throws SQLException, IOException {
        var found = new long[1];
        read(house, sql, row -> found[0] = row.getLong(1));
        return found[0];
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
