package anxin.payments.stripe;

import anxin.kernel.wire.Hmac;
import anxin.payments.Bill;
import anxin.payments.GatewayNews.Dispute;
import anxin.payments.GatewayNews.DisputeState;
import anxin.payments.GatewayNews.News;
import anxin.payments.GatewayNews.Notice;
import anxin.payments.connections.Connection;
import anxin.payments.connections.ShopGateway;
import anxin.payments.wire.Forms;
import anxin.payments.wire.GatewayHttp;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Refunds of one Stripe account. Our number is the idempotency key, which Stripe forgets after some
 * time, and metadata, which it keeps: a refund is looked for there before it is asked for again.
 */
final class Stripe extends ShopGateway {

    private static final String NUMBER = "out_refund_no";
    private static final Duration TOLERANCE = Duration.ofMinutes(5);
    private static final int PAGE = 100;

    /** Refusals after which this number is not paid. Everything else is unknown. */
    private static final Set<String> FINAL =
            Set.of(
                    "charge_already_refunded",
                    "charge_disputed",
                    "charge_expired_for_capture",
                    "amount_too_large",
                    "amount_too_small",
                    "balance_insufficient",
                    "insufficient_funds",
                    "refund_disputed_payment",
                    "parameter_invalid_integer",
                    "resource_missing");

    private final GatewayHttp http;
    private final JsonMapper json;
    private final Clock clock;

    Stripe(Connection connection, GatewayHttp http, JsonMapper json, Clock clock) {
        super(connection);
        this.http = http;
        this.json = json;
        this.clock = clock;
    }

    @Override
    public Answer refund(Order order) {
        var payment = order.payTxnId();
        if (payment == null) {
            return new Answer.Rejected("NO_TRANSACTION", "the order names no Stripe payment");
        }
        var body =
                Forms.write(
                        new TreeMap<>(
                                Map.of(
                                        paymentField(payment),
                                        payment,
                                        "amount",
                                        String.valueOf(order.amountMinor()),
                                        "reason",
                                        "requested_by_customer",
                                        "metadata[" + NUMBER + "]",
                                        order.outRefundNo())));
        var reply = call("POST", "/v1/refunds", order.outRefundNo(), body);
        if (reply.isOk()) {
            return answer(order, json.readTree(reply.text()));
        }
        var error = error(reply);
        var code = error.path("code").asString("");
        return (reply.status() == 400 || reply.status() == 402 || reply.status() == 404)
                        && FINAL.contains(code)
                ? new Answer.Rejected(code, error.path("message").asString(""))
                : new Answer.Unknown(unexpected(reply, error));
    }

    @Override
    public Answer query(Order order) {
        var payment = order.payTxnId();
        if (payment == null) {
            return new Answer.NotFound();
        }
        var gatewayNo = order.gatewayNo();
        if (gatewayNo != null) {
            var reply = call("GET", "/v1/refunds/" + Forms.encode(gatewayNo), null, null);
            return reply.isOk()
                    ? answer(order, json.readTree(reply.text()))
                    : new Answer.Unknown(unexpected(reply, error(reply)));
        }
        try {
            return refunds(paymentField(payment) + "=" + Forms.encode(payment)).stream()
                    .filter(refund -> number(refund).equals(order.outRefundNo()))
                    .findFirst()
                    .map(refund -> answer(order, refund))
                    .orElseGet(Answer.NotFound::new);
        } catch (IllegalStateException noList) {
            return new Answer.Unknown(String.valueOf(noList.getMessage()));
        }
    }

    @Override
    public Optional<String> trouble() {
        var reply = call("GET", "/v1/refunds?limit=1", null, null);
        return reply.isOk() ? Optional.empty() : Optional.of(unexpected(reply, error(reply)));
    }

    private static Answer answer(Order order, JsonNode refund) {
        return number(refund).equals(order.outRefundNo())
                        && refund.path("amount").asLong(-1) == order.amountMinor()
                        && refund.path("currency").asString("").equalsIgnoreCase(order.currency())
                ? status(refund)
                : new Answer.Unknown("an answer about another refund: " + refund.path("id"));
    }

    private static Answer status(JsonNode refund) {
        var id = refund.path("id").asString(null);
        return switch (refund.path("status").asString("")) {
            case "succeeded" -> new Answer.Succeeded(id);
            case "pending" -> new Answer.Processing(id);
            case "failed", "canceled" ->
                    new Answer.Rejected(
                            refund.path("status").asString(""),
                            refund.path("failure_reason").asString(""));
            case "requires_action" ->
                    new Answer.Stuck("requires_action", "Stripe asks the customer for more");
            default -> new Answer.Unknown("a status not known: " + refund.path("status"));
        };
    }

    @Override
    public Optional<? extends News> open(Map<String, String> headers, byte[] bytes) {
        var body = new String(bytes, StandardCharsets.UTF_8);
        requireSignature(headers.getOrDefault("stripe-signature", ""), body);
        try {
            var event = json.readTree(body);
            var object = event.path("data").path("object");
            var type = event.path("type").asString("");
            return switch (object.path("object").asString("")) {
                case "refund" -> type.contains("refund") ? notice(object) : Optional.empty();
                case "dispute" ->
                        type.startsWith("charge.dispute.") ? dispute(object) : Optional.empty();
                default -> Optional.empty();
            };
        } catch (JacksonException notJson) {
            throw new Forged("not JSON");
        }
    }

    private static Optional<Notice> notice(JsonNode refund) {
        var number = number(refund);
        return number.isEmpty()
                ? Optional.empty()
                : Optional.of(new Notice(number, refund.path("amount").asLong(-1), status(refund)));
    }

    /** An inquiry ({@code warning_…}) that is closed took nothing back. */
    private static Optional<Dispute> dispute(JsonNode dispute) {
        var id = dispute.path("id").asString("");
        var payments =
                Stream.of("payment_intent", "charge")
                        .map(name -> dispute.path(name).asString(""))
                        .filter(payment -> !payment.isEmpty())
                        .toList();
        if (id.isEmpty() || payments.isEmpty()) {
            return Optional.empty();
        }
        var state =
                switch (dispute.path("status").asString("")) {
                    case "won", "warning_closed", "prevented" -> DisputeState.WON;
                    case "lost" -> DisputeState.LOST;
                    default -> DisputeState.OPEN;
                };
        return Optional.of(new Dispute(id, payments, dispute.path("amount").asLong(0), state));
    }

    private void requireSignature(String header, String body) {
        @Nullable String at = null;
        var signatures = new ArrayList<String>();
        for (var part : header.split(",")) {
            var pair = part.strip().split("=", 2);
            if (pair.length == 2 && pair[0].equals("t")) {
                at = pair[1];
            } else if (pair.length == 2 && pair[0].equals("v1")) {
                signatures.add(pair[1]);
            }
        }
        if (at == null || !at.matches("\\d{1,12}")) {
            throw new Forged("no time");
        }
        var expected = Hmac.hex(connection().setting("webhookSecret"), at + "." + body);
        if (signatures.stream().noneMatch(one -> Hmac.same(expected, one))) {
            throw new Forged("not signed by Stripe");
        }
        var sent = Instant.ofEpochSecond(Long.parseLong(at));
        if (Duration.between(sent, clock.instant()).abs().compareTo(TOLERANCE) > 0) {
            throw new Forged("too old");
        }
    }

    /** Stripe writes no bill file; its list of the day's refunds is the same. */
    @Override
    public Optional<Bill> bill(LocalDate day) {
        var from = day.atStartOfDay(connection().kind().zone()).toEpochSecond();
        var to = day.plusDays(1).atStartOfDay(connection().kind().zone()).toEpochSecond();
        return Optional.of(
                new Bill(
                        refunds("created%5Bgte%5D=" + from + "&created%5Blt%5D=" + to).stream()
                                .filter(refund -> !number(refund).isEmpty())
                                .map(
                                        refund ->
                                                new Bill.Entry(
                                                        number(refund),
                                                        refund.path("id").asString(null),
                                                        refund.path("amount").asLong(),
                                                        refund.path("currency")
                                                                .asString("")
                                                                .toUpperCase(Locale.ROOT),
                                                        refund.path("status")
                                                                .asString("")
                                                                .equals("succeeded")))
                                .toList()));
    }

    private List<JsonNode> refunds(String filter) {
        var all = new ArrayList<JsonNode>();
        var after = "";
        for (boolean more = true; more; ) {
            var reply = call("GET", "/v1/refunds?" + filter + "&limit=" + PAGE + after, null, null);
            if (!reply.isOk()) {
                throw new IllegalStateException(unexpected(reply, error(reply)));
            }
            var page = json.readTree(reply.text());
            page.path("data").forEach(all::add);
            more = page.path("has_more").asBoolean(false) && !page.path("data").isEmpty();
            after = all.isEmpty() ? "" : "&starting_after=" + all.getLast().path("id").asString();
        }
        return all;
    }

    private GatewayHttp.Reply call(
            String method, String path, @Nullable String idempotencyKey, @Nullable String body) {
        var headers = new TreeMap<String, String>();
        headers.put("Authorization", "Bearer " + connection().setting("secretKey"));
        if (idempotencyKey != null) {
            headers.put("Idempotency-Key", idempotencyKey);
        }
        if (body != null) {
            headers.put("Content-Type", "application/x-www-form-urlencoded");
        }
        return http.send(method, URI.create(connection().address() + path), headers, body);
    }

    private JsonNode error(GatewayHttp.Reply reply) {
        try {
            return json.readTree(reply.text()).path("error");
        } catch (JacksonException notJson) {
            return json.createObjectNode();
        }
    }

    private static String unexpected(GatewayHttp.Reply reply, JsonNode error) {
        return "HTTP "
                + reply.status()
                + " "
                + error.path("code").asString(error.path("type").asString(""));
    }

    private static String number(JsonNode refund) {
        return refund.path("metadata").path(NUMBER).asString("");
    }

    private static String paymentField(String payment) {
        return payment.startsWith("ch_") || payment.startsWith("py_") ? "charge" : "payment_intent";
    }
}
