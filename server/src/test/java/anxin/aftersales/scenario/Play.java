package anxin.aftersales.scenario;

import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.put;

import anxin.aftersales.Stage;
import anxin.aftersales.Stage.Answer;
import anxin.aftersales.refund.BillOfTheDay;
import anxin.aftersales.scenario.Scenario.Event;
import anxin.payments.GatewayNews;
import anxin.payments.PaymentGateway;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Makes each event happen by the door through which it happens in life, and notes the answers. */
final class Play {

    /** What came of one event that somebody sent; time and gateways send none. */
    record Sent(Event event, Answer answer) {}

    private final World world;
    private final Stage stage;
    private final Map<String, Instant> started = new HashMap<>();
    private int givenVersion;
    private int versionThere;
    private int parcel;

    final List<Sent> sent = new ArrayList<>();
    final Map<Integer, String> stateAfter = new HashMap<>();
    final Map<UUID, Long> submitMillis = new HashMap<>();

    Play(World world) {
        this.world = world;
        this.stage = world.props.stage();
    }

    /** From here on answers count, and the version that the scenario names is the one there is. */
    void begins() {
        sent.clear();
        givenVersion = world.scenario.given().path("version").asInt(0);
        versionThere = world.cases.isEmpty() ? 0 : world.version(world.cases.getFirst());
    }

    /** One event, or several at the same moment. */
    void round(List<Event> events) {
        var first = events.getFirst();
        var when = first.at(world.now());
        if (events.size() == 1) {
            one(first, when);
        } else {
            world.at(when);
            var versions = events.stream().map(this::version).toList();
            var acts = new ArrayList<Callable<Sent>>();
            for (int i = 0; i < events.size(); i++) {
                var event = events.get(i);
                var version = versions.get(i);
                if (event.name().equals("submit")) {
                    prepare(event);
                }
                acts.add(() -> new Sent(event, send(event, version)));
            }
            sent.addAll(Stage.together(acts));
            world.hear();
        }
        if (!world.cases.isEmpty()) {
            stateAfter.put(events.getLast().number(), world.state(world.caseOf(first)));
        }
    }

    private void one(Event event, Instant when) {
        switch (event.name()) {
            case "timeout", "slatick", "tick", "clock", "remind", "reminder", "surveydue" ->
                    world.pass(when);
            case "response", "answer", "refundsucceeded", "refundunknown", "refundrejected" -> {
                world.at(when);
                world.reply(outcome(event));
            }
            case "callback", "webhook" -> {
                world.at(when);
                callback(event);
            }
            case "query" -> {
                world.at(when);
                query(event);
            }
            case "crashrestart", "crash", "restart" -> {
                world.at(when);
                world.reply(
                        order -> {
                            throw new ProcessDied();
                        });
            }
            case "reconcile", "reconciliation", "dailybill", "bill" -> {
                world.at(when);
                reconcile(event);
            }
            case "carriersigned" -> {
                world.at(when);
                scan("SIGNED");
            }
            case "carrierscan", "carrierscanned", "firstscan" -> {
                world.at(when);
                scan("COLLECTED");
            }
            case "send", "deliver", "notify", "notification", "outbox" -> {
                world.at(when);
                world.hear();
            }
            default -> {
                world.at(when);
                if (event.name().equals("submit")) {
                    prepare(event);
                }
                sent.add(new Sent(event, send(event, version(event))));
                world.hear();
            }
        }
    }

    /** An error and no exception: nobody catches it and writes something down. */
    static final class ProcessDied extends Error {
        private static final long serialVersionUID = 1;
    }

    // ---- versions ----

    /** The one that the scenario says somebody has seen, else the one there is now. */
    private @Nullable Integer version(Event event) {
        if (world.cases.isEmpty() || event.name().equals("submit")) {
            return null;
        }
        var said = event.number("version");
        if (said == null) {
            return world.version(world.caseOf(event));
        }
        return givenVersion == 0 ? said : said - givenVersion + versionThere;
    }

    // ---- what people do ----

    /** Tells the cast which case a submission is, before several of them start together. */
    private void prepare(Event event) {
        var id = submitted(event);
        if (!world.cases.contains(id)) {
            world.cases.add(id);
        }
    }

    private UUID submitted(Event event) {
        var key = event.text("idempotencyKey");
        var number = event.number("case");
        return world.idOf(
                key != null ? key : number != null ? "case-" + number : "event-" + event.number());
    }

    Answer send(Event event, @Nullable Integer version) {
        if (event.name().equals("submit")) {
            return submit(event, submitted(event));
        }
        var id = world.caseOf(event);
        var act = new Act(event, id, version);
        return switch (event.name()) {
            case "addevidence" -> mine(act, "evidence", Map.of("evidence", proofs(event, 1)));
            case "cancel" ->
                    mine(
                            act,
                            "cancellation",
                            event.node().path("reship").asBoolean(false)
                                    ? Map.of("reship", true)
                                    : Map.of());
            case "cancelwithreship" -> mine(act, "cancellation", Map.of("reship", true));
            case "choose" ->
                    mine(act, "choice", Map.of("option", or(event.text("type"), "RETURN_REFUND")));
            case "revise" -> mine(act, "revision", revision(event));
            case "escalatedispute", "appeal" -> mine(act, "appeal", null);
            case "buyership", "ship" ->
                    mine(act, "shipment", Map.of("carrier", "SF", "trackingNo", tracking(event)));
            case "acceptpartial", "acceptpart" -> mine(act, "partial-acceptance", null);
            case "askreship" -> mine(act, "reship", null);
            case "buyerreceive" -> mine(act, "replacement-receipt", null);
            case "confirmsolution", "confirm" -> mine(act, "resolution", Map.of("solved", true));
            case "rejectsolution" -> mine(act, "resolution", Map.of("solved", false));
            case "surveyanswer" ->
                    stage.act(
                            world.who("BUYER"),
                            "portal/cases/" + id + "/follow-up",
                            null,
                            Map.of("solved", event.node().path("solved").asBoolean(true)));
            case "message", "reply", "botreply", "humanreply" -> message(event, id);
            case "approve" -> staff(act, "approval", amount(event));
            case "refuse" ->
                    staff(
                            act,
                            "refusal",
                            Map.of("reason", or(event.text("reasonCode"), "NOT_COVERED")));
            case "askevidence" ->
                    staff(act, "evidence-request", Map.of("what", List.of("DEFECT_CLOSE_UP")));
            case "askapproval" -> staff(act, "approval-requests/" + UUID.randomUUID(), Map.of());
            case "orderpickup", "pickup" ->
                    mine(
                            act,
                            "pick-up",
                            Map.of(
                                    "from",
                                    world.now().plus(Duration.ofHours(20)).toString(),
                                    "until",
                                    world.now().plus(Duration.ofHours(24)).toString()));
            case "interceptfailed" -> intercept(act);
            case "offer" ->
                    staff(
                            act,
                            "offer",
                            Map.of("options", List.of(or(event.text("type"), "RETURN_REFUND"))));
            case "extend" -> staff(act, "extension", Map.of("hours", 168));
            case "approverefund" -> staff(act, "refund-approval", Map.of());
            case "reject", "rejectrefund" -> declineApproval(act);
            case "arbitrate" -> staff(act, "ruling", ruling(event));
            case "resolve" -> staff(act, "resolution", Map.of("solution", words(event)));
            case "transfer" ->
                    staff(
                            act,
                            "transfers/" + UUID.randomUUID(),
                            Map.of(
                                    "team",
                                    or(event.text("dept"), "LOGISTICS"),
                                    "limitHours",
                                    or(event.number("limitHours"), 24),
                                    "reason",
                                    words(event)));
            case "makeremedy" ->
                    staff(
                            act,
                            "remedies/" + world.idOf("remedy"),
                            Map.of(
                                    "type",
                                    or(event.text("type"), "RETURN_REFUND"),
                                    "reason",
                                    "QUALITY"));
            case "escalate", "callexpert" ->
                    staff(
                            act,
                            "expert-links/" + world.idOf("expert"),
                            Map.of("reason", words(event)));
            case "accept", "take", "handover", "takeover", "solve" -> expertOrStore(act);
            case "carrierlost", "parcellost" ->
                    stage.act(
                            world.who("LOGISTICS"),
                            "cases/" + id + "/parcel-loss",
                            version,
                            Map.of());
            case "receive", "dropatstore" -> take(act);
            case "inspectpass" -> staff(act, "inspection-pass", units(event, id));
            case "inspectmismatch" -> staff(act, "inspection-mismatch", mismatch(act));
            case "storeconfirm" -> staff(act, "store-confirmation", Map.of("counted", counted()));
            case "storedeny" -> staff(act, "store-denial", Map.of());
            case "make", "madestep" -> make(act);
            case "shipreplacement" -> staff(act, "replacement-shipment", parcel(event));
            case "replacementunavailable" -> staff(act, "replacement-unavailable", Map.of());
            case "repairdone" -> staff(act, "repair", parcel(event));
            case "repairfailed" -> staff(act, "repair-failure", Map.of("note", words(event)));
            case "retryrefund" -> staff(act, "refund-retry", null);
            case "payoffline" -> payOffline(act);
            case "openchargeback", "chargeback" -> chargeback();
            default -> throw new AssertionError("nobody knows how to play " + event.node());
        };
    }

    /** An event on its case with the version that is seen. */
    private record Act(Event event, UUID id, @Nullable Integer version) {}

    private Answer mine(Act act, String what, @Nullable Object body) {
        return stage.act(
                world.who("BUYER"), "portal/cases/" + act.id() + "/" + what, act.version(), body);
    }

    private Answer staff(Act act, String what, @Nullable Object body) {
        return stage.act(
                world.who(act.event().actor()),
                "cases/" + act.id() + "/" + what,
                act.version(),
                body);
    }

    private static String or(@Nullable String said, String otherwise) {
        return said == null ? otherwise : said;
    }

    private static int or(@Nullable Integer said, int otherwise) {
        return said == null ? otherwise : said;
    }

    private static String words(Event event) {
        return or(event.text("text"), "今天18:00前处理完毕");
    }

    // ---- submitting ----

    Answer submit(Event event, UUID id) {
        var asked = world.scenario.whole().path("request");
        var body = new LinkedHashMap<String, Object>();
        body.put("orderNumber", world.orderNo());
        add(body, "reason", or(event, "reason", asked));
        add(body, "type", or(event, "type", asked));
        add(body, "reasonText", asked.path("reasonText"));
        add(body, "damageLevel", asked.path("damageLevel"));
        add(body, "badRatioPct", asked.path("badRatioPct"));
        add(body, "exchangeSku", asked.path("exchangeSku"));
        add(body, "wantsHuman", asked.path("wantsHuman"));
        add(body, "lines", asked.path("lines"));
        body.putIfAbsent("reason", "UNCLEAR");
        var start = System.nanoTime();
        Answer answer;
        if (event.role().equals("BUYER")) {
            var photos = asked.path("evidence").size();
            if (photos > 0) {
                body.put("evidence", proofs(photos));
            }
            start = System.nanoTime();
            answer =
                    stage.submit(
                            world.who("BUYER"),
                            id,
                            world.orderNo(),
                            String.valueOf(body.get("reason")),
                            body);
        } else {
            body.put("shop", world.shop.value());
            answer = stage.send(put("/api/v1/cases/" + id), world.who(event.actor()), body);
        }
        submitMillis.put(id, Duration.ofNanos(System.nanoTime() - start).toMillis());
        return answer;
    }

    private static JsonNode or(Event event, String field, JsonNode asked) {
        var own = event.node().path(field);
        return own.isMissingNode() ? asked.path(field) : own;
    }

    private static void add(Map<String, Object> body, String name, JsonNode value) {
        if (!value.isMissingNode() && !value.isNull()) {
            body.put(name, value);
        }
    }

    private List<UUID> proofs(Event event, int fewest) {
        return proofs(Math.max(fewest, or(event.number("evidence"), fewest)));
    }

    private List<UUID> proofs(int count) {
        var ids = new ArrayList<UUID>();
        for (int i = 0; i < count; i++) {
            ids.add(stage.proof(world.who("BUYER")));
        }
        return ids;
    }

    private static Map<String, Object> revision(Event event) {
        var body = new HashMap<String, Object>();
        add(body, "type", event.node().path("type"));
        add(body, "reason", event.node().path("reason"));
        add(body, "reasonText", event.node().path("text"));
        return body;
    }

    // ---- talk ----

    private Answer message(Event event, UUID id) {
        var message = UUID.randomUUID();
        var text = Map.of("text", words(event));
        return switch (event.role()) {
            case "BUYER" ->
                    stage.act(
                            world.who("BUYER"),
                            "portal/cases/" + id + "/messages/" + message,
                            null,
                            text);
            case "BOT" ->
                    stage.act(
                            world.who("BOT"),
                            "cases/" + id + "/bot-messages/" + message,
                            null,
                            text);
            default ->
                    stage.act(
                            world.who(event.actor()),
                            "cases/" + id + "/messages/" + message,
                            null,
                            text);
        };
    }

    // ---- goods ----

    private String tracking(Event event) {
        var said = or(event.text("trackingNo"), "SF");
        return (said + "-" + world.shop.value().replaceAll("[^a-z0-9]", "") + ++parcel)
                .toUpperCase(java.util.Locale.ROOT);
    }

    private Map<String, Object> parcel(Event event) {
        return Map.of("carrier", "SF", "trackingNo", tracking(event));
    }

    private Answer take(Act act) {
        if (act.event().role().equals("STORE")) {
            return staff(
                    act,
                    "store-receipt",
                    Map.of("code", code(act.id()), "returnedSku", sku(), "passed", false));
        }
        return staff(act, "receipt", null);
    }

    private Answer expertOrStore(Act act) {
        if (act.event().role().equals("STORE")) {
            return staff(
                    act,
                    "hand-over",
                    Map.of(
                            "code",
                            code(act.id()),
                            "returnedSku",
                            sku(),
                            "givenSku",
                            world.scenario
                                    .whole()
                                    .path("request")
                                    .path("exchangeSku")
                                    .asString("")));
        }
        var link = stage.look(world.who("AGENT:L5:reader"), "cases/" + act.id() + "/expert-link");
        var path = "cases/" + act.id() + "/expert-links/" + link.text("link.id");
        return act.event().name().equals("solve")
                ? stage.act(
                        world.who(act.event().actor()),
                        path + "/solution",
                        null,
                        Map.of("solution", words(act.event())))
                : stage.act(world.who(act.event().actor()), path + "/acceptance", null, null);
    }

    private String sku() {
        return world.order.path("lines").path(0).path("sku").asString("");
    }

    private String code(UUID id) {
        return stage.mine(world.who("BUYER"), id).text("storeDrop.code");
    }

    private List<Map<String, Object>> counted() {
        var counted = new ArrayList<Map<String, Object>>();
        for (var item : world.order.path("store").path("stock").properties()) {
            counted.add(Map.of("sku", item.getKey(), "qty", item.getValue().asInt()));
        }
        return counted;
    }

    private Map<String, Object> units(Event event, UUID id) {
        var qty = event.number("qty");
        if (qty == null) {
            return Map.of();
        }
        var units = new ArrayList<Map<String, Object>>();
        var left = qty;
        for (var line : world.row(id).path("lines")) {
            var take = Math.min(left, line.path("qtyAsked").asInt());
            if (take > 0) {
                units.add(
                        Map.of(
                                "lineId",
                                line.path("lineId").asString(""),
                                "qty",
                                take,
                                "disposition",
                                "RESTOCKED"));
                left -= take;
            }
        }
        return Map.of("units", units);
    }

    private Map<String, Object> mismatch(Act act) {
        var photos = new ArrayList<UUID>();
        for (int i = 0; i < or(act.event().number("evidence"), 0); i++) {
            photos.add(stage.photo(world.who(act.event().actor()), act.id()));
        }
        return Map.of(
                "finding",
                or(act.event().text("finding"), "USED_DAMAGED"),
                "proposalPct",
                or(act.event().number("proposalPct"), 0),
                "photos",
                photos);
    }

    private Answer intercept(Act act) {
        var task =
                open(
                        act,
                        """
                        select t.id from aftersales.logistics_task t
                         where t.shop_id = :shop and t.case_id = :case and t.kind = 'INTERCEPT' and t.done_at is null
                        """);
        return outcome("LOGISTICS", "logistics-tasks/" + task, "FAILED");
    }

    private Answer make(Act act) {
        var step =
                open(
                        act,
                        """
                        select m.id from aftersales.making_step m
                         where m.shop_id = :shop and m.case_id = :case and m.opened_at is not null and m.done_at is null
                        """);
        return outcome("PRODUCT", "making-steps/" + step, "DONE");
    }

    private UUID open(Act act, String sql) {
        return world.props
                .db()
                .sql(sql)
                .param("shop", world.shop.value())
                .param("case", act.id())
                .query(UUID.class)
                .single();
    }

    private Answer outcome(String who, String of, String what) {
        return stage.act(world.who(who), of + "/outcome", null, Map.of("outcome", what));
    }

    /** What the carrier tells the shop about the parcel that is on its way. */
    private void scan(String status) {
        var tracking =
                world.props
                        .db()
                        .sql(
                                """
                        select r.tracking_no from aftersales.return_shipment r
                         where r.shop_id = :shop and r.tracking_no is not null order by r.sent_at desc limit 1
                        """)
                        .param("shop", world.shop.value())
                        .query(String.class)
                        .single();
        var scans = new ArrayList<Map<String, String>>();
        var collected = started.computeIfAbsent(tracking, any -> world.now());
        scans.add(Map.of("at", collected.toString(), "status", "COLLECTED"));
        if (!status.equals("COLLECTED")) {
            scans.add(Map.of("at", world.now().toString(), "status", status));
        }
        var answer =
                stage.send(
                        put("/api/v1/shops/" + world.shop + "/parcels/" + tracking),
                        stage.everything(),
                        Map.of(
                                "trackingNo",
                                tracking,
                                "orderNumber",
                                world.orderNo(),
                                "traces",
                                scans));
        if (answer.status() != 200) {
            throw new AssertionError(answer.body().toPrettyString());
        }
        world.hear();
    }

    // ---- money ----

    private static Map<String, Object> amount(Event event) {
        var minor = event.number("refundMinor");
        return minor == null ? Map.of() : Map.of("refundMinor", minor);
    }

    private static Map<String, Object> ruling(Event event) {
        var body = new HashMap<String, Object>();
        var result = or(event.text("result"), "BUYER");
        body.put("forBuyer", !result.equals("SELLER"));
        body.put("reasons", words(event));
        if (event.number("refundMinor") != null) {
            body.put("refundMinor", event.number("refundMinor"));
        }
        return body;
    }

    private Answer declineApproval(Act act) {
        var open =
                world.props
                        .db()
                        .sql(
                                "select a.id from aftersales.approval a where a.shop_id = :shop and a.case_id = :case and a.decided_at is null")
                        .param("shop", world.shop.value())
                        .param("case", act.id())
                        .query(UUID.class)
                        .single();
        return staff(
                act, "approval-requests/" + open + "/refusal", Map.of("note", words(act.event())));
    }

    /** One asks, another pays: two persons. */
    private Answer payOffline(Act act) {
        var payment = world.idOf("offline");
        var asked =
                staff(
                        act,
                        "offline-payments/" + payment,
                        Map.of(
                                "accountName",
                                "林晓",
                                "bank",
                                "招商银行",
                                "accountNumber",
                                "6225880000001234"));
        return asked.status() != 200
                ? asked
                : stage.act(
                        world.who("FINANCE:second"),
                        "cases/" + act.id() + "/offline-payments/" + payment + "/confirmation",
                        world.version(act.id()),
                        Map.of("voucherNo", "V1"));
    }

    Answer chargeback() {
        return stage.act(
                world.who("OPENAPI"),
                "shops/"
                        + world.shop
                        + "/orders/"
                        + world.orderNo()
                        + "/chargebacks/"
                        + world.idOf("chargeback"),
                null,
                Map.of("reference", "CB-1"));
    }

    private java.util.function.Function<PaymentGateway.Order, PaymentGateway.Answer> outcome(
            Event event) {
        var said =
                or(
                        event.text("outcome"),
                        switch (event.name()) {
                            case "refundunknown" -> "TIMEOUT";
                            case "refundrejected" -> "REJECTED";
                            default -> "SUCCESS";
                        });
        return switch (said) {
            case "SUCCESS", "OK" -> world.props.gateway()::pays;
            case "PROCESSING" -> order -> new PaymentGateway.Answer.Processing(null);
            // As WeChat Pay does: the merchant's balance is too low, and the same number goes
            // again.
            case "NOT_ENOUGH" ->
                    order -> new PaymentGateway.Answer.Stuck("NOT_ENOUGH", "balance too low");
            case "NOT_FOUND" -> order -> new PaymentGateway.Answer.NotFound();
            case "TIMEOUT" ->
                    order -> {
                        throw new IllegalStateException("no answer within 10 s");
                    };
            default -> order -> new PaymentGateway.Answer.Rejected(said, said);
        };
    }

    /** The gateway tells by itself; it may have to be called first. */
    private void callback(Event event) {
        world.takeOff();
        var how = outcome(event);
        for (var intent : world.intents()) {
            var order =
                    new PaymentGateway.Order(
                            intent.getKey(),
                            null,
                            "ORIGINAL",
                            intent.getValue(),
                            intent.getValue(),
                            world.order.path("currency").asString("CNY"),
                            "after-sales",
                            null);
            world.props
                    .gatewayNews()
                    .told(
                            world.shop,
                            "FAKE",
                            new GatewayNews.Notice(
                                    intent.getKey(), intent.getValue(), how.apply(order)));
        }
        world.hear();
    }

    /** The house asks; a number the gateway does not know is sent again and hangs there. */
    private void query(Event event) {
        world.land();
        world.askNow();
        var unknown = or(event.text("outcome"), "").equals("NOT_FOUND");
        world.props.gateway().nextQuery(outcome(event));
        if (unknown) {
            world.takeOff();
        } else {
            world.props.sender().runDue();
        }
        world.hear();
    }

    /** The gateway's bill of the day, with what the scenario says that it has paid. */
    private void reconcile(Event event) {
        world.land();
        var status = or(event.text("gatewayStatus"), "SUCCESS");
        BillOfTheDay.read(
                world.props.reconciliation(),
                world.shop,
                world.now(),
                status.equals("SUCCESS") ? world.intents() : List.of());
        world.hear();
    }
}
