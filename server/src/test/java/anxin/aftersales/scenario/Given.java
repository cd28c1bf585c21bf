package anxin.aftersales.scenario;

import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.put;

import anxin.aftersales.Stage.Answer;
import anxin.aftersales.scenario.Scenario.Event;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Brings a scenario's case to where it begins: by the doors that lead there, one after the other.
 * Only where none leads there with such an order is the row laid down as the scenario says.
 */
final class Given {

    private static final int TIGHT = 1;

    private final World world;
    private final Play play;
    private final JsonNode given;
    private final JsonNode request;

    Given(World world, Play play) {
        this.world = world;
        this.play = play;
        this.given = world.scenario.given();
        this.request = world.scenario.whole().path("request");
    }

    void make() {
        var state = given.path("state").asString("");
        var entered = world.scenario.givenAt("enteredAt");
        var completed = world.scenario.givenAt("completedAt");
        var transfer = world.scenario.givenAt("escalatedAt");
        var start = earliest(world.scenario.now(), entered, completed, transfer);
        world.at(start);
        shapeOrder(state);
        policies(state);
        world.putOrder();
        if (given.path("chargebackOpen").asBoolean(false)) {
            require(play.chargeback());
        }
        compensated();
        if (!state.isEmpty()) {
            for (int i = 0; i < Math.max(1, given.path("cases").asInt(1)); i++) {
                walk(state, i, entered == null ? completed : entered);
            }
        }
        signedBefore();
        if (given.path("gatewayCalled").asBoolean(false)) {
            world.takeOff();
        }
        if (given.path("transfer").isObject()) {
            transfer();
        }
    }

    private static Instant earliest(Instant now, @Nullable Instant... others) {
        var first = now;
        for (var one : others) {
            if (one != null && one.isBefore(first)) {
                first = one;
            }
        }
        return first;
    }

    // ---- what stands before the case ----

    /** An order that can lead to the state: of a store, with stock for an exchange. */
    private void shapeOrder(String state) {
        var sku = request.path("exchangeSku").asString("");
        var atStore =
                state.equals("WAIT_STORE_CONFIRM")
                        || given.path("returnMode").asString("").equals("STORE_DROP");
        if (atStore && !world.order.path("fulfil").asString("").equals("PICKED_UP")) {
            world.order.put("channel", "STORE_PICKUP");
            world.order.put("fulfil", "PICKED_UP");
            world.order.put("pickedUpAt", world.order.path("signedAt").asString(""));
        }
        if (world.order.path("fulfil").asString("").equals("PICKED_UP")) {
            var store = store();
            stores(store.path("id").asString("S01"));
            if (given.has("storeStock")) {
                ((ObjectNode) store.path("stock"))
                        .put(sku.isEmpty() ? "SKU2" : sku, given.path("storeStock").asInt(1));
            }
        }
    }

    private ObjectNode store() {
        if (!world.order.path("store").isObject()) {
            world.order.putObject("store").put("id", "S01");
        }
        var store = (ObjectNode) world.order.path("store");
        if (!store.path("stock").isObject()) {
            store.putObject("stock").put(request.path("exchangeSku").asString("SKU2"), 1);
        }
        store.put("stockAt", world.now().toString());
        return store;
    }

    private void stores(String id) {
        require(
                world.props
                        .stage()
                        .send(
                                put("/api/v1/shops/" + world.shop + "/stores/" + id),
                                world.props.stage().everything(),
                                Map.of(
                                        "id",
                                        id,
                                        "name",
                                        Map.of("zh", "中山路店", "en", "Zhongshan Road store"),
                                        "address",
                                        "中山路18号")));
    }

    /** Versions as they are named; and one that decides nothing alone where people must. */
    private void policies(String state) {
        var atOrder = given.path("policyVersionAtOrder").asInt(0);
        var current = given.path("currentPolicyVersion").asInt(0);
        if (atOrder > 0) {
            for (int version = 1; version <= Math.max(atOrder, current); version++) {
                var changed = given.path("policy" + version);
                policy(
                        version,
                        changed.isObject() ? changed.toString() : "{}",
                        version <= atOrder
                                ? Instant.parse("2020-01-01T00:00:00Z").plusSeconds(version)
                                : world.scenario.now().minusSeconds(3600L - version));
            }
        } else if (peopleDecide(state)) {
            policy(
                    1,
                    """
                    {"limReturn": %1$d, "limUnshipped": %1$d, "limRefundOnly": %1$d, "limComp": %1$d, "limInstant": 0}
                    """
                            .formatted(TIGHT),
                    Instant.parse("2020-01-01T00:00:00Z"));
        }
    }

    private boolean peopleDecide(String state) {
        return switch (state) {
            case "IN_REVIEW",
                    "WAIT_APPROVAL",
                    "REFUSED",
                    "AWAITING_CHOICE",
                    "NEED_EVIDENCE",
                    "PLATFORM_DISPUTE" ->
                    true;
            default -> given.has("refundMinor") && amount(0) != paid();
        };
    }

    private void policy(int version, String document, Instant from) {
        world.props
                .db()
                .sql(
                        """
                insert into aftersales.policy_version (shop_id, version, document, from_at, published_by, published_at)
                values (:shop, :version, :document::jsonb, :from, 'system', :from)
                """)
                .param("shop", world.shop.value())
                .param("version", version)
                .param("document", document)
                .param("from", from.atOffset(ZoneOffset.UTC))
                .update();
    }

    /** What the order has had in another way. */
    private void compensated() {
        if (given.has("compensatedMinor")) {
            world.order.put("compensatedMinor", given.path("compensatedMinor").asLong());
            world.order.put("sourceVersion", 2);
            world.putOrder();
        }
    }

    private void signedBefore() {
        var fen = given.path("approvedLast30dByOrderMinor").asLong(0);
        if (fen > 0) {
            world.props
                    .db()
                    .sql(
                            """
                    insert into aftersales.signature (shop_id, case_id, agent, order_no, cny_fen, day, signed_at)
                    values (:shop, :case, :agent, :order, :fen, :day, :at)
                    """)
                    .param("shop", world.shop.value())
                    .param("case", UUID.randomUUID())
                    .param("agent", UUID.randomUUID())
                    .param("order", world.orderNo())
                    .param("fen", fen)
                    .param("day", world.now().atOffset(ZoneOffset.UTC).toLocalDate())
                    .param("at", world.now().minusSeconds(60).atOffset(ZoneOffset.UTC))
                    .update();
        }
    }

    // ---- the way of the case ----

    private long paid() {
        var lines = world.order.path("lines");
        long paid = 0;
        for (var line : lines) {
            paid += line.path("paidMinor").asLong();
        }
        return paid;
    }

    private long amount(int index) {
        var said = given.path("refundMinor");
        return said.isArray()
                ? said.path(Math.min(index, said.size() - 1)).asLong()
                : said.asLong(paid());
    }

    private void walk(String state, int index, @Nullable Instant entered) {
        var id = world.idOf("given-" + index);
        freeTheLines();
        if (!submit(state, id).equals(state)) {
            var steps = way(state, index);
            for (int i = 0; i < steps.size(); i++) {
                if (entered != null && i == steps.size() - 1 && entered.isAfter(world.now())) {
                    world.at(entered);
                }
                if (!step(id, steps.get(i), index)) {
                    break;
                }
            }
        }
        if (!world.state(id).equals(state)) {
            lay(id, state);
        }
        if (given.has("tier")) {
            world.props
                    .db()
                    .sql(
                            "update aftersales.after_sale_case set tier_required = :tier where shop_id = :shop and id = :id")
                    .param("tier", given.path("tier").asString(""))
                    .param("shop", world.shop.value())
                    .param("id", id)
                    .update();
        }
        if (given.has("escalatedAt")) {
            expert(id);
        }
        world.hear();
    }

    /** A second case on the goods of the first can only be where the first let go of them. */
    private void freeTheLines() {
        if (!world.cases.isEmpty()) {
            world.props
                    .db()
                    .sql("update aftersales.case_line set holds_line = false where shop_id = :shop")
                    .param("shop", world.shop.value())
                    .update();
            world.props
                    .db()
                    .sql("update aftersales.line_account set claimed = 0 where shop_id = :shop")
                    .param("shop", world.shop.value())
                    .update();
        }
    }

    private String submit(String state, UUID id) {
        var event = Scenario.JSON.createObjectNode();
        event.put("actor", "BUYER");
        event.put("event", "submit");
        if (state.equals("HANDLING") && !request.path("type").asString("").equals("COMPLAINT")) {
            event.put("type", "COMPLAINT");
            event.put("reason", "SERVICE_COMPLAINT");
        } else if (state.startsWith("REPLACEMENT") && sku().isEmpty()) {
            event.put("type", "EXCHANGE");
        } else if (state.equals("REPAIRING")) {
            event.put("type", "REPAIR");
            event.put("reason", "QUALITY");
        }
        world.cases.add(id);
        require(play.submit(new Event(0, event), id));
        return world.state(id);
    }

    private String sku() {
        return request.path("exchangeSku").asString("");
    }

    /** From a case that the rules have seen to where the scenario begins. */
    private List<String> way(String state, int index) {
        var way = new ArrayList<String>();
        var decided = peopleDecide(state);
        switch (state) {
            case "NEED_EVIDENCE" -> way.add("askEvidence");
            case "AWAITING_CHOICE" -> way.add("offer");
            case "REFUSED" -> way.add("refuse");
            case "PLATFORM_DISPUTE" -> way.addAll(List.of("refuse", "escalateDispute"));
            case "CLOSED" -> way.add("cancel");
            case "WAIT_BUYER_RETURN",
                    "RETURN_IN_TRANSIT",
                    "INSPECTING",
                    "INSPECTION_DISPUTE",
                    "WAIT_APPROVAL",
                    "REFUNDING",
                    "REFUND_FAILED",
                    "REPLACEMENT_PREPARING",
                    "REPLACEMENT_SHIPPED",
                    "REPAIRING",
                    "COMPLETED" -> {
                if (decided) {
                    way.add("approve");
                }
                if (given.path("returnMode").asString("").equals("STORE_DROP")) {
                    way.add("storeConfirm");
                }
                back(state, way, decided);
            }
            default -> {}
        }
        return way;
    }

    private static void back(String state, List<String> way, boolean decided) {
        if (state.equals("WAIT_BUYER_RETURN")) {
            return;
        }
        way.add("buyerShip");
        if (state.equals("RETURN_IN_TRANSIT")) {
            return;
        }
        way.add("receive");
        if (state.equals("INSPECTING")) {
            return;
        }
        if (state.equals("INSPECTION_DISPUTE")) {
            way.add("inspectMismatch");
            return;
        }
        way.add("inspectPass");
        if (List.of("REFUNDING", "REFUND_FAILED", "COMPLETED").contains(state) && decided) {
            way.add("approveRefund");
        }
        switch (state) {
            case "REFUND_FAILED" -> way.add("gateway:NOT_ENOUGH");
            case "COMPLETED" -> way.add("gateway:SUCCESS");
            case "REPLACEMENT_SHIPPED" -> way.add("shipReplacement");
            default -> {}
        }
    }

    private boolean step(UUID id, String name, int index) {
        if (name.startsWith("gateway:")) {
            play.round(
                    List.of(
                            new Event(
                                    0,
                                    event("GATEWAY", "response")
                                            .put("outcome", name.substring(8)))));
            return true;
        }
        var maker = given.path("requestedBy").asString("AGENT:L5:maker");
        var node =
                switch (name) {
                    case "approve" -> event(maker, name).put("refundMinor", (int) amount(index));
                    case "refuse", "offer", "askEvidence" -> event(maker, name);
                    case "approveRefund" -> event("AGENT:L5:checker", name);
                    case "receive", "inspectPass", "shipReplacement" -> event("WAREHOUSE", name);
                    case "inspectMismatch" ->
                            event("WAREHOUSE", name).put("evidence", 2).put("proposalPct", 50);
                    case "storeConfirm" -> event("STORE", name);
                    default -> event("BUYER", name);
                };
        node.put("case", index + 1);
        return play.send(new Event(0, node), world.version(id)).status() == 200;
    }

    private static ObjectNode event(String actor, String name) {
        return Scenario.JSON.createObjectNode().put("actor", actor).put("event", name);
    }

    /** The rows as the scenario says, where no door leads there. */
    private void lay(UUID id, String state) {
        var due = world.now().plusSeconds(hours(state) * 3600L).atOffset(ZoneOffset.UTC);
        world.props
                .db()
                .sql(
                        """
                update aftersales.after_sale_case
                   set state = :state, deadline_at = :due, deadline_kind = :state, changed_at = :now,
                       approved_minor = case when approved_minor = 0 then :amount else approved_minor end
                 where shop_id = :shop and id = :id
                """)
                .param("state", state)
                .param("due", due)
                .param("now", world.now().atOffset(ZoneOffset.UTC))
                .param("amount", amount(0))
                .param("shop", world.shop.value())
                .param("id", id)
                .update();
        world.props
                .db()
                .sql(
                        """
                update work.deadline set due_at = :due, detail = :state
                 where shop_id = :shop and kind = 'aftersales.state' and subject = :subject
                """)
                .param("due", due)
                .param("state", state)
                .param("shop", world.shop.value())
                .param("subject", "case:" + id)
                .update();
    }

    private static int hours(String state) {
        return switch (state) {
            case "SUBMITTED" -> 0;
            case "IN_REVIEW", "WAIT_APPROVAL", "REFUND_FAILED" -> 4;
            case "REFUNDING", "HANDLING" -> 24;
            case "INSPECTING", "REPLACEMENT_PREPARING" -> 48;
            case "NEED_EVIDENCE", "AWAITING_CHOICE", "RETURN_IN_TRANSIT", "PLATFORM_DISPUTE" -> 72;
            case "REPAIRING" -> 30 * 24;
            case "REPLACEMENT_SHIPPED" -> 240;
            default -> 168;
        };
    }

    private void expert(UUID id) {
        var at = world.scenario.givenAt("escalatedAt");
        if (at != null) {
            world.at(at);
        }
        play.send(new Event(0, event("AGENT:L1:caller", "escalate")), world.version(id));
    }

    private void transfer() {
        var transfer = given.path("transfer");
        var at = java.time.OffsetDateTime.parse(transfer.path("at").asString("")).toInstant();
        world.at(at);
        var event = event("AGENT:L1:owner", "transfer");
        event.put("dept", transfer.path("dept").asString("LOGISTICS"));
        event.put("limitHours", transfer.path("limitHours").asInt(24));
        var id = world.cases.getFirst();
        require(play.send(new Event(0, event), world.version(id)));
    }

    private static void require(Answer answer) {
        if (answer.status() != 200) {
            throw new AssertionError(answer.body().toPrettyString());
        }
    }
}
