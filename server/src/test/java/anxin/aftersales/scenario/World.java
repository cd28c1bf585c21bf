package anxin.aftersales.scenario;

import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.put;

import anxin.aftersales.Stage.Answer;
import anxin.aftersales.refund.FakeGateway;
import anxin.identity.Permission;
import anxin.kernel.ShopId;
import anxin.kernel.fact.Position;
import anxin.payments.PaymentGateway;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** One scenario's shop: its order, its cases, its people, its gateway and its time. */
final class World {

    private static final Map<String, EnumSet<Permission>> RIGHTS =
            Map.of(
                    "AGENT",
                    EnumSet.of(
                            Permission.CASE_READ,
                            Permission.CASE_DECIDE,
                            Permission.CASE_MESSAGE,
                            Permission.CASE_SUBMIT,
                            Permission.APPROVE_REFUND),
                    "EXPERT",
                    EnumSet.of(
                            Permission.CASE_READ, Permission.CASE_DECIDE, Permission.CASE_MESSAGE),
                    "WAREHOUSE",
                    EnumSet.of(Permission.CASE_READ, Permission.WAREHOUSE_WORK),
                    "STORE",
                    EnumSet.of(Permission.CASE_READ, Permission.STORE_WORK),
                    "LOGISTICS",
                    EnumSet.of(Permission.CASE_READ, Permission.LOGISTICS_WORK),
                    "PRODUCT",
                    EnumSet.of(Permission.PRODUCT_WORK),
                    "FINANCE",
                    EnumSet.of(
                            Permission.CASE_READ,
                            Permission.FINANCE_WORK,
                            Permission.PERSONAL_READ),
                    "ARBITER",
                    EnumSet.of(Permission.CASE_READ, Permission.APPROVE_REFUND));

    final Props props;
    final Scenario scenario;
    final ShopId shop;
    final ObjectNode order;
    final List<UUID> cases = new ArrayList<>();

    private final Map<String, RequestPostProcessor> known = new HashMap<>();
    private Position heard;
    private FakeGateway.@Nullable Held held;
    private @Nullable CompletableFuture<?> flight;

    World(Props props, Scenario scenario) {
        this.props = props;
        this.scenario = scenario;
        this.shop = props.stage().shop();
        this.order = (ObjectNode) scenario.whole().path("order").deepCopy();
        this.heard = props.facts().end();
        props.stage().alone();
        props.gateway().next();
    }

    // ---- time ----

    Instant now() {
        return props.clock().instant();
    }

    void at(Instant when) {
        props.clock().set(when);
    }

    /** Time goes on to {@code until}; what falls due on the way happens when it is due. */
    void pass(Instant until) {
        for (var next = nextDue(until); next != null; next = nextDue(until)) {
            if (next.isAfter(now())) {
                at(next);
            }
            props.deadlines().runDue();
        }
        at(until);
        props.deadlines().runDue();
        hear();
    }

    private @Nullable Instant nextDue(Instant until) {
        return props.db()
                .sql(
                        """
                select min(d.due_at) from work.deadline d where d.shop_id = :shop and d.due_at <= :until
                """)
                .param("shop", shop.value())
                .param("until", until.atOffset(ZoneOffset.UTC))
                .query((row, n) -> Optional.ofNullable(row.getTimestamp(1)))
                .single()
                .map(java.sql.Timestamp::toInstant)
                .orElse(null);
    }

    /** The listeners of the log hear what has happened since. */
    void hear() {
        var all = props.facts().after(heard, 500);
        while (!all.isEmpty()) {
            heard = all.getLast().position();
            var mine = all.stream().filter(fact -> shop.equals(fact.shop())).toList();
            props.listeners().stream()
                    .filter(listener -> listener.name().startsWith("aftersales."))
                    .forEach(
                            listener ->
                                    props.transaction()
                                            .executeWithoutResult(
                                                    status -> mine.forEach(listener::on)));
            all = props.facts().after(heard, 500);
        }
    }

    // ---- people ----

    /** {@code AGENT:L1:agent7} is the same person whenever they are named. */
    synchronized RequestPostProcessor who(String actor) {
        return known.computeIfAbsent(actor, this::meet);
    }

    private RequestPostProcessor meet(String actor) {
        var parts = actor.split(":");
        return switch (parts[0]) {
            case "BUYER" -> props.stage().customer(shop, buyer());
            case "OPENAPI", "BOT", "SYSTEM" ->
                    props.people().withKey(EnumSet.allOf(Permission.class), shop);
            default -> {
                var rights = RIGHTS.get(parts[0]);
                if (rights == null) {
                    throw new AssertionError("who is " + actor + "?");
                }
                var tier = parts.length > 1 && parts[1].matches("L\\d") ? parts[1] : "L5";
                yield props.people()
                        .as(
                                props.people()
                                        .staff(
                                                actor,
                                                rights,
                                                tier,
                                                parts[0].equals("EXPERT")
                                                        ? List.of("EXPERT")
                                                        : List.of(),
                                                shop));
            }
        };
    }

    private String buyer() {
        var asked = scenario.whole().path("request").path("customerId").asString("");
        return asked.isEmpty() ? order.path("customer").path("id").asString("U1") : asked;
    }

    // ---- the order and the case ----

    String orderNo() {
        return order.path("no").asString("");
    }

    void putOrder() {
        order.putObject("buyer")
                .put("name", "林晓")
                .put("phone", "13812345678")
                .put("email", "linxiao@example.com");
        var answer =
                props.stage()
                        .send(
                                put("/api/v1/shops/" + shop + "/orders/" + orderNo()),
                                props.stage().everything(),
                                order);
        if (answer.status() != 200) {
            throw new AssertionError(answer.body().toPrettyString());
        }
    }

    /** The case that an event is about. */
    UUID caseOf(Scenario.Event event) {
        var number = event.number("case");
        var index = number == null ? 0 : number - 1;
        if (cases.isEmpty()) {
            throw new AssertionError("there is no case yet");
        }
        return cases.get(Math.min(index, cases.size() - 1));
    }

    Answer look(UUID id) {
        return props.stage().look(who("AGENT:L5:reader"), "cases/" + id);
    }

    JsonNode row(UUID id) {
        return look(id).body();
    }

    int version(UUID id) {
        return props.db()
                .sql(
                        "select c.version from aftersales.after_sale_case c where c.shop_id = :shop and c.id = :id")
                .param("shop", shop.value())
                .param("id", id)
                .query(Integer.class)
                .single();
    }

    String state(UUID id) {
        return props.db()
                .sql(
                        "select c.state from aftersales.after_sale_case c where c.shop_id = :shop and c.id = :id")
                .param("shop", shop.value())
                .param("id", id)
                .query(String.class)
                .single();
    }

    UUID idOf(String key) {
        return UUID.nameUUIDFromBytes((shop + "/" + key).getBytes(StandardCharsets.UTF_8));
    }

    long count(String sql) {
        return props.db().sql(sql).param("shop", shop.value()).query(Long.class).single();
    }

    // ---- the gateway ----

    /** The house calls the gateway, and the call hangs there. */
    void takeOff() {
        if (flight != null || openIntents() == 0) {
            return;
        }
        askNow();
        var now = props.gateway().hold();
        held = now;
        flight = CompletableFuture.runAsync(props.sender()::runDue);
        now.awaitCall();
    }

    /** The call that hangs ends so; without one, the next does. */
    void reply(Function<PaymentGateway.Order, PaymentGateway.Answer> how) {
        takeOff();
        var call = held;
        var running = flight;
        held = null;
        flight = null;
        if (call != null && running != null) {
            call.reply(how);
            running.exceptionally(died -> null).join();
        }
        props.gateway().letGo();
        hear();
    }

    /** Whatever still hangs at the gateway is answered “not yet”. */
    void land() {
        var call = held;
        var running = flight;
        held = null;
        flight = null;
        if (call != null && running != null) {
            call.reply(order -> new PaymentGateway.Answer.Processing(null));
            running.exceptionally(died -> null).join();
        }
        props.gateway().letGo();
        hear();
    }

    long openIntents() {
        return count(
                """
                select count(*) from aftersales.refund_intent i
                 where i.shop_id = :shop and i.status not in ('SUCCEEDED', 'FAILED_FINAL')
                """);
    }

    void askNow() {
        props.db()
                .sql(
                        """
                update aftersales.refund_intent set next_query_at = :now
                 where shop_id = :shop and status not in ('SUCCEEDED', 'FAILED_FINAL')
                """)
                .param("shop", shop.value())
                .param("now", now().atOffset(ZoneOffset.UTC))
                .update();
    }

    /** Each with its number and sum. */
    List<Map.Entry<String, Long>> intents() {
        return props.db()
                .sql(
                        """
                select i.out_refund_no, i.amount_minor from aftersales.refund_intent i
                 where i.shop_id = :shop order by i.created_at, i.out_refund_no
                """)
                .param("shop", shop.value())
                .query((row, n) -> Map.entry(row.getString(1), row.getLong(2)))
                .list();
    }

    void forward(Duration time) {
        at(now().plus(time));
    }
}
