package anxin.aftersales.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import anxin.aftersales.Stage.Answer;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Compares what has become of it with what the scenario expects; only what is named counts. */
final class Outcome {

    private final World world;
    private final Play play;
    private final JsonNode expect;

    Outcome(World world, Play play) {
        this.world = world;
        this.play = play;
        this.expect = world.scenario.expect();
    }

    void compare() {
        compare(expect);
    }

    private void compare(JsonNode expected) {
        for (var field : expected.properties()) {
            var name = field.getKey();
            var value = field.getValue();
            switch (name) {
                case "oneOf" -> oneOf(value);
                case "stateAfter" ->
                        value.properties()
                                .forEach(
                                        one ->
                                                assertThat(
                                                                play.stateAfter.get(
                                                                        Integer.valueOf(
                                                                                one.getKey())))
                                                        .as(as("stateAfter." + one.getKey()))
                                                        .isEqualTo(one.getValue().asString("")));
                case "flags" -> assertThat(flags()).as(as(name)).containsAll(texts(value));
                case "notFlags" ->
                        assertThat(flags()).as(as(name)).doesNotContainAnyElementsOf(texts(value));
                case "rejectedCode" ->
                        assertThat(rejected()).as(as(name)).contains(value.asString(""));
                case "alternatives" ->
                        assertThat(alternatives()).as(as(name)).containsAll(texts(value));
                case "lineStates" -> lineStates(value);
                case "sentPerChannel" ->
                        value.properties()
                                .forEach(
                                        one ->
                                                assertThat(perStep(channel(one.getKey())))
                                                        .as(as("sentPerChannel." + one.getKey()))
                                                        .isEqualTo(one.getValue().asLong(1)));
                case "decisionLog" ->
                        assertThat(decisionLog())
                                .as(as(name))
                                .contains(texts(value).toArray(String[]::new));
                case "decisions" ->
                        assertThat(decisions())
                                .as(as(name))
                                .containsExactlyInAnyOrderElementsOf(texts(value));
                case "remindersBefore" -> {
                    var hours = new ArrayList<Integer>();
                    value.forEach(one -> hours.add(one.asInt()));
                    assertThat(reminders()).as(as(name)).containsExactlyInAnyOrderElementsOf(hours);
                }
                case "maxRefundMinor", "maxRefundedMinor" ->
                        assertThat(refunded()).as(as(name)).isLessThanOrEqualTo(value.asLong());
                case "auditMillisMax" ->
                        assertThat(play.submitMillis.values())
                                .as(as(name))
                                .allMatch(millis -> millis <= value.asLong());
                case "arriveBy" ->
                        assertThat(OffsetDateTime.parse(answer().path(name).asString("")))
                                .as(as(name))
                                .isEqualTo(OffsetDateTime.parse(value.asString("")));
                default ->
                        assertThat(plain(actual(name, value))).as(as(name)).isEqualTo(plain(value));
            }
        }
    }

    private void oneOf(JsonNode choices) {
        var troubles = new ArrayList<String>();
        for (var choice : choices) {
            try {
                compare(choice);
                return;
            } catch (AssertionError other) {
                troubles.add(String.valueOf(other.getMessage()));
            }
        }
        throw new AssertionError(as("oneOf") + ": none of them\n" + String.join("\n", troubles));
    }

    /** By the name under which the scenario asks for it. */
    private @Nullable Object actual(String name, JsonNode expected) {
        return switch (name) {
            case "finalState" -> finalState(expected.asString(""));
            case "originalState" -> world.state(world.cases.getFirst());
            case "closeReason" -> row().path("result").asString("");
            case "refundedMinor" -> refunded();
            case "totalPaidOutMinor" -> paidOut();
            case "refundIntentMinor" -> sum("i.amount_minor", "true");
            case "distinctOutRefundNos" -> sum("1", "true");
            case "gatewayRefundCalls" -> (long) world.props.gateway().calls();
            case "ledgerRefunds" -> orTruth(expected, sum("1", "i.status = 'SUCCEEDED'"));
            case "reason" -> said(expected.asString(""));
            case "requiredTier", "approvalTier" -> requiredTier();
            case "tier" -> row().path("tierRequired").asString("");
            case "acceptedEvents" ->
                    orTruth(
                            expected,
                            play.sent.stream().filter(s -> s.answer().status() < 300).count());
            case "conflictEvents" ->
                    orTruth(
                            expected,
                            play.sent.stream().filter(s -> s.answer().status() == 409).count());
            case "httpStatus" -> (long) play.sent.getLast().answer().status();
            case "offer" -> last().text("offer");
            case "existingCaseId" -> last().text("id");
            case "slaBreaches" -> orTruth(expected, facts("aftersales.reply-late"));
            case "duplicateBreaches" -> orTruth(expected, duplicateBreaches());
            case "handoverBreaches" -> orTruth(expected, late("HANDOVER"));
            case "solutionBreaches" -> orTruth(expected, late("SOLUTION"));
            case "reassigned" ->
                    count(
                                    "select count(*) from kernel.fact f where f.shop_id = :shop and f.payload ->> 'reassigned' = 'true'")
                            > 0;
            case "handoverMinutes" -> minutes("taken_at - asked_at", "aftersales.expert_link");
            case "firstHumanReplyMinutes" -> firstHumanReply();
            case "escalatedTo" -> escalatedTo(expected.asString(""));
            case "breachRecorded" -> row().path("escalations").asInt() > 0 || breaches() > 0;
            case "owner" -> owner();
            case "transferState" -> transferState();
            case "caseClockPaused" -> isPaused();
            case "customerNotified" -> orTruth(expected, notified());
            case "notificationsPerStep" -> orTruth(expected, mostPerStep());
            case "lineReleased" ->
                    count(
                                    "select count(*) from aftersales.case_line l where l.shop_id = :shop and l.holds_line")
                            == 0;
            case "stockReleased" -> reserved() == 0;
            case "reserved" -> orTruth(expected, reserved());
            case "remainingQty" -> orTruth(expected, remaining());
            case "linkedCases" -> orTruth(expected, linked());
            case "linkType" -> linked() > 0 ? "REOPEN" : "";
            case "incident" ->
                    count(
                                            "select count(*) from aftersales.refund_incident i where i.shop_id = :shop")
                                    > 0
                            ? "RECON_MISMATCH"
                            : "";
            case "policyVersionUsed" -> row().path("decision").path("policyVersion").asLong();
            case "decision" -> decision().path("outcome").asString("");
            case "reasonCode" -> decision().path("ruleId").asString("");
            case "nextState" -> row().path("state").asString("");
            case "deadlineHours" -> deadlineHours();
            case "queue" -> row().path("queue").asString("");
            case "type" -> row().path("type").asString("");
            case "freightPayer" -> or(row().path("freightPayer"), "NONE");
            case "refundMinor" -> row().path("refundableMinor").asLong();
            default -> {
                if (!answer().has(name)) {
                    throw new AssertionError(as(name) + ": nothing here answers to that name");
                }
                yield answer().path(name);
            }
        };
    }

    // ---- where it ended ----

    private UUID one() {
        return world.cases.getFirst();
    }

    private JsonNode row() {
        return world.row(one());
    }

    /** With several cases, any of them may be meant. */
    private String finalState(String expected) {
        return world.cases.stream()
                .map(world::state)
                .filter(expected::equals)
                .findFirst()
                .orElseGet(() -> world.state(one()));
    }

    private JsonNode decision() {
        return row().path("decision");
    }

    /** What the rules answered. */
    private JsonNode answer() {
        return decision().path("answer");
    }

    private double deadlineHours() {
        var row = row();
        var from = OffsetDateTime.parse(row.path("submittedAt").asString(""));
        var to = OffsetDateTime.parse(row.path("deadlineAt").asString(""));
        return Duration.between(from, to).toMinutes() / 60.0;
    }

    private List<String> flags() {
        var flags = new ArrayList<String>();
        for (var one : decision().path("flags")) {
            flags.add(one.path("code").asString(""));
        }
        for (var entry : row().path("timeline")) {
            flags.addAll(List.of(entry.path("note").asString("").split("\\s+")));
        }
        return flags;
    }

    private String said(String expected) {
        return flags().contains(expected) ? expected : decision().path("ruleId").asString("");
    }

    private List<String> decisions() {
        return world.cases.stream()
                .map(id -> world.row(id).path("decision").path("ruleId").asString(""))
                .toList();
    }

    private List<String> decisionLog() {
        var log = new ArrayList<String>();
        for (var one : row().path("decisions")) {
            one.properties().forEach(field -> log.add(field.getKey()));
            log.add(one.path("ruleId").asString(""));
            log.add(one.path("outcome").asString(""));
        }
        return log;
    }

    private List<String> alternatives() {
        var mine = world.props.stage().mine(world.who("BUYER"), one()).body();
        return StreamSupport.stream(mine.path("options").spliterator(), false)
                .map(option -> option.path("code").asString(""))
                .toList();
    }

    // ---- what was refused ----

    private Answer last() {
        return play.sent.getLast().answer();
    }

    private List<String> rejected() {
        return play.sent.stream()
                .map(sent -> sent.answer().text("type"))
                .filter(type -> type.startsWith("urn:anxin:problem:"))
                .map(type -> type.substring(type.lastIndexOf(':') + 1))
                .map(code -> code.replace('-', '_').toUpperCase(Locale.ROOT))
                .toList();
    }

    private String requiredTier() {
        return play.sent.stream()
                .map(sent -> sent.answer().text("tierRequired"))
                .filter(tier -> !tier.isEmpty())
                .reduce((a, b) -> b)
                .orElseGet(() -> row().path("tierRequired").asString(""));
    }

    // ---- money ----

    private long refunded() {
        return count(
                "select coalesce(sum(a.refunded_minor), 0) from aftersales.payment_account a where a.shop_id = :shop");
    }

    private long paidOut() {
        return count(
                """
                select coalesce(sum(a.refunded_minor + a.compensated_minor), 0)
                  from aftersales.payment_account a where a.shop_id = :shop
                """);
    }

    private long sum(String what, String where) {
        return count(
                "select coalesce(sum(%s), 0)::bigint from aftersales.refund_intent i where i.shop_id = :shop and %s"
                        .formatted(what, where));
    }

    // ---- clocks ----

    private long facts(String type) {
        return world.props
                .db()
                .sql(
                        "select count(*) from kernel.fact f where f.shop_id = :shop and f.type = :type")
                .param("shop", world.shop.value())
                .param("type", type)
                .query(Long.class)
                .single();
    }

    private long late(String clock) {
        return world.props
                .db()
                .sql(
                        "select count(*) from kernel.fact f where f.shop_id = :shop and f.payload ->> 'clock' = :clock")
                .param("shop", world.shop.value())
                .param("clock", clock)
                .query(Long.class)
                .single();
    }

    private long breaches() {
        return count(
                "select count(*) from kernel.fact f where f.shop_id = :shop and f.payload ->> 'escalatedTo' is not null");
    }

    private long duplicateBreaches() {
        return count(
                """
                select count(*) - count(distinct (f.subject, f.type, f.payload ->> 'clock'))
                  from kernel.fact f where f.shop_id = :shop and f.payload ->> 'escalatedTo' is not null
                """);
    }

    private String escalatedTo(String expected) {
        var told =
                world.props
                        .db()
                        .sql(
                                """
                        select f.payload ->> 'escalatedTo' from kernel.fact f
                         where f.shop_id = :shop and f.payload ->> 'escalatedTo' is not null
                        """)
                        .param("shop", world.shop.value())
                        .query((row, n) -> row.getString(1))
                        .list();
        return told.contains(expected) ? expected : String.join(",", told);
    }

    private long minutes(String interval, String table) {
        return count(
                "select round(extract(epoch from max(%s)) / 60)::bigint from %s where shop_id = :shop"
                        .formatted(interval, table));
    }

    private long firstHumanReply() {
        return count(
                """
                select round(extract(epoch from min(m.at) - (select min(c.at) from aftersales.message c
                                                              where c.shop_id = :shop and c.of = 'CUSTOMER')) / 60)::bigint
                  from aftersales.message m
                 where m.shop_id = :shop and m.of = 'STAFF' and m.author like 'staff:%'
                """);
    }

    // ---- who has it ----

    private JsonNode transfers() {
        return world.props
                .stage()
                .look(world.who("AGENT:L5:reader"), "cases/" + one() + "/transfers")
                .body();
    }

    private String owner() {
        var first = transfers().path(0).path("fromTeam").asString("");
        return row().path("queue").asString("").equals(first)
                ? "ORIGINAL_TEAM"
                : row().path("queue").asString("");
    }

    private String transferState() {
        return transfers().path(0).path("state").asString("");
    }

    /** The clock of the case goes on while another team has it: its deadline has not moved. */
    private boolean isPaused() {
        var handedOver = OffsetDateTime.parse(transfers().path(0).path("at").asString(""));
        var due = row().path("deadlineAt").asString("");
        var escalated = row().path("escalations").asInt() > 0;
        return !escalated
                && OffsetDateTime.parse(due).isAfter(handedOver.plus(Duration.ofHours(48)));
    }

    // ---- told ----

    private long notified() {
        return count(
                "select count(*) from aftersales.notice n where n.shop_id = :shop and n.message_id is not null");
    }

    private long mostPerStep() {
        return count(
                """
                select coalesce(max(k.n), 0) from (select count(*) as n from aftersales.notice n
                 where n.shop_id = :shop and n.message_id is not null
                 group by n.case_id, n.occurrence, n.channel, n.recipient) k
                """);
    }

    private long perStep(String channel) {
        return world.props
                .db()
                .sql(
                        """
                select coalesce(max(k.n), 0) from (select count(*) as n from aftersales.notice n
                 where n.shop_id = :shop and n.channel = :channel
                 group by n.case_id, n.occurrence) k
                """)
                .param("shop", world.shop.value())
                .param("channel", channel)
                .query(Long.class)
                .single();
    }

    private static String channel(String named) {
        return switch (named) {
            case "APP" -> "APP_PUSH";
            case "MAIL" -> "EMAIL";
            default -> named;
        };
    }

    private List<Integer> reminders() {
        return world.props
                .db()
                .sql(
                        """
                select distinct split_part(n.occurrence, ':', 2)::int from aftersales.notice n
                 where n.shop_id = :shop and n.occurrence like 'reminder:%'
                """)
                .param("shop", world.shop.value())
                .query((row, n) -> row.getInt(1))
                .list();
    }

    // ---- goods ----

    private long reserved() {
        return count(
                "select coalesce(sum(s.qty), 0) from commerce.stock_reservation s where s.shop_id = :shop and s.ended_at is null");
    }

    private long remaining() {
        return count(
                "select coalesce(sum(l.qty_asked - l.qty_accepted), 0) from aftersales.case_line l where l.shop_id = :shop");
    }

    /** What is here is being paid while the rest is on its way. */
    private void lineStates(JsonNode expected) {
        var received = expected.path("received").asString("");
        if (!received.isEmpty()) {
            assertThat(sum("1", "true")).as(as("lineStates.received " + received)).isPositive();
        }
        var missing = expected.path("missing").asString("");
        if (!missing.isEmpty()) {
            assertThat(world.state(one())).as(as("lineStates.missing")).isEqualTo(missing);
        }
    }

    private long linked() {
        return count(
                "select count(*) from aftersales.after_sale_case c where c.shop_id = :shop and c.reopen_of is not null");
    }

    // ---- comparing ----

    private long count(String sql) {
        return world.count(sql);
    }

    private static Object orTruth(JsonNode expected, long count) {
        return expected.isBoolean() ? (Object) (count > 0) : (Object) count;
    }

    private static String or(JsonNode node, String otherwise) {
        return node.isMissingNode() || node.isNull() ? otherwise : node.asString("");
    }

    private static @Nullable Object plain(@Nullable Object value) {
        return switch (value) {
            case null -> null;
            case JsonNode node when node.isNumber() -> node.decimalValue().stripTrailingZeros();
            case JsonNode node when node.isBoolean() -> node.asBoolean();
            case JsonNode node when node.isString() -> node.asString("");
            case Long number -> java.math.BigDecimal.valueOf(number).stripTrailingZeros();
            case Double number -> java.math.BigDecimal.valueOf(number).stripTrailingZeros();
            default -> value;
        };
    }

    private static List<String> texts(JsonNode list) {
        return list.valueStream().map(one -> one.asString("")).toList();
    }

    private String as(String name) {
        var said = new TreeMap<Integer, String>();
        play.sent.forEach(
                sent ->
                        said.put(
                                sent.event().number(),
                                sent.event().node().path("event").asString("")
                                        + " -> "
                                        + sent.answer().status()
                                        + " "
                                        + sent.answer().text("type")));
        return world.scenario + ": " + name + " after " + said;
    }
}
