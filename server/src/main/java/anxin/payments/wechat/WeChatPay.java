package anxin.payments.wechat;

import anxin.payments.Bill;
import anxin.payments.GatewayNews.Notice;
import anxin.payments.connections.Connection;
import anxin.payments.connections.ShopGateway;
import anxin.payments.wire.GatewayHttp;
import anxin.payments.wire.Rsa;
import anxin.payments.wire.Table;
import anxin.payments.wire.Yuan;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Domestic refunds of one merchant. */
final class WeChatPay extends ShopGateway {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final Duration WINDOW = Duration.ofMinutes(5);

    /**
     * Refusals after which this number is not paid. Everything else that is not a success is
     * unknown: SYSTEM_ERROR, FREQUENCY_LIMITED, SIGN_ERROR and whatever is new to us.
     */
    private static final Set<String> FINAL =
            Set.of(
                    "PARAM_ERROR",
                    "INVALID_REQUEST",
                    "NO_AUTH",
                    "NOT_ENOUGH",
                    "USER_ACCOUNT_ABNORMAL",
                    "MCH_NOT_EXISTS",
                    "RESOURCE_NOT_EXISTS",
                    "ORDER_NOT_EXIST",
                    "ORDER_CLOSED");

    private final GatewayHttp http;
    private final JsonMapper json;
    private final Clock clock;
    private final PrivateKey key;
    private final WeChatKeys keys;

    WeChatPay(
            Connection connection,
            PrivateKey key,
            Map<String, PublicKey> given,
            GatewayHttp http,
            JsonMapper json,
            Clock clock) {
        super(connection);
        this.http = http;
        this.json = json;
        this.clock = clock;
        this.key = key;
        this.keys =
                new WeChatKeys(
                        connection.setting("apiV3Key"),
                        given,
                        () -> call("GET", "/v3/certificates", null),
                        clock,
                        json);
    }

    @Override
    public Answer refund(Order order) {
        if (order.payTxnId() == null) {
            return new Answer.Rejected("NO_TRANSACTION", "the order names no WeChat Pay payment");
        }
        var body = new LinkedHashMap<String, Object>();
        body.put("transaction_id", order.payTxnId());
        body.put("out_refund_no", order.outRefundNo());
        body.put("reason", order.reason());
        connection().callBackUrl().ifPresent(url -> body.put("notify_url", url));
        body.put(
                "amount",
                Map.of(
                        "refund",
                        order.amountMinor(),
                        "total",
                        order.paidMinor(),
                        "currency",
                        order.currency()));
        var reply = call("POST", "/v3/refund/domestic/refunds", json.writeValueAsString(body));
        return answer(order, reply, false);
    }

    @Override
    public Answer query(Order order) {
        var reply = call("GET", "/v3/refund/domestic/refunds/" + order.outRefundNo(), null);
        return answer(order, reply, true);
    }

    @Override
    public Optional<String> trouble() {
        try {
            keys.require();
        } catch (IllegalStateException | IllegalArgumentException notOurs) {
            return Optional.of(String.valueOf(notOurs.getMessage()));
        }
        return trouble(query(new Order("ANXIN-TEST", null, "WECHAT", 1, 1, "CNY", "test", null)));
    }

    private Answer answer(Order order, GatewayHttp.Reply reply, boolean asked) {
        if (!reply.isOk()) {
            return trouble(reply, asked);
        }
        if (!isGenuine(reply.headers(), reply.text())) {
            return new Answer.Unknown("an answer that WeChat Pay has not signed");
        }
        var refund = json.readTree(reply.text());
        if (!refund.path("out_refund_no").asString("").equals(order.outRefundNo())
                || refund.path("amount").path("refund").asLong(-1) != order.amountMinor()) {
            return new Answer.Unknown("an answer about another refund: " + reply.text());
        }
        return status(refund, "status");
    }

    private static Answer status(JsonNode refund, String field) {
        var gatewayNo = refund.path("refund_id").asString(null);
        return switch (refund.path(field).asString("")) {
            case "SUCCESS" -> new Answer.Succeeded(gatewayNo);
            case "PROCESSING" -> new Answer.Processing(gatewayNo);
            case "CLOSED" -> new Answer.Rejected("CLOSED", "WeChat Pay has closed the refund");
            case "ABNORMAL" ->
                    new Answer.Stuck(
                            "ABNORMAL",
                            "the customer's account takes no money; settle it on the merchant platform");
            default -> new Answer.Unknown("a status not known: " + refund.path(field));
        };
    }

    private Answer trouble(GatewayHttp.Reply reply, boolean asked) {
        var code = "";
        var message = "";
        try {
            var body = json.readTree(reply.text());
            code = body.path("code").asString("");
            message = body.path("message").asString("");
        } catch (JacksonException notJson) {
            return new Answer.Unknown("HTTP " + reply.status());
        }
        // Troubles need no signature; one that has one must be right.
        if (reply.header("Wechatpay-Signature").isPresent()
                && !isGenuine(reply.headers(), reply.text())) {
            return new Answer.Unknown("an answer that WeChat Pay has not signed");
        }
        if (asked) {
            return reply.status() == 404 && code.equals("RESOURCE_NOT_EXISTS")
                    ? new Answer.NotFound()
                    : new Answer.Unknown(code + ": " + message);
        }
        return reply.status() / 100 == 4 && reply.status() != 429 && FINAL.contains(code)
                ? new Answer.Rejected(code, message)
                : new Answer.Unknown("HTTP " + reply.status() + " " + code + ": " + message);
    }

    @Override
    public Optional<Notice> open(Map<String, String> headers, byte[] bytes) {
        var body = new String(bytes, StandardCharsets.UTF_8);
        requireRecent(headers.getOrDefault("wechatpay-timestamp", ""));
        if (!isGenuine(headers, body)) {
            throw new Forged("not signed by WeChat Pay");
        }
        try {
            var told = json.readTree(body);
            if (!told.path("event_type").asString("").startsWith("REFUND.")) {
                return Optional.empty();
            }
            var sealed = told.path("resource");
            var refund =
                    json.readTree(
                            WeChatSignature.open(
                                    connection().setting("apiV3Key"),
                                    sealed.path("nonce").asString(""),
                                    sealed.path("associated_data").asString(""),
                                    sealed.path("ciphertext").asString("")));
            if (!refund.path("mchid").asString("").equals(connection().setting("merchantId"))) {
                throw new Forged("for another merchant");
            }
            return Optional.of(
                    new Notice(
                            refund.path("out_refund_no").asString(""),
                            refund.path("amount").path("refund").asLong(-1),
                            status(refund, "refund_status")));
        } catch (JacksonException | IllegalArgumentException notSealedForUs) {
            throw new Forged("not sealed for us");
        }
    }

    @Override
    public Optional<Bill> bill(LocalDate day) {
        var reply = call("GET", "/v3/bill/tradebill?bill_date=" + day + "&bill_type=REFUND", null);
        if (!reply.isOk()) {
            var code = json.readTree(reply.text()).path("code").asString("");
            if (code.equals("NO_STATEMENT_EXIST")) {
                return Optional.of(new Bill(java.util.List.of()));
            }
            if (code.equals("STATEMENT_CREATING")) {
                return Optional.empty();
            }
            throw new IllegalStateException("no bill of " + day + ": " + code);
        }
        if (!isGenuine(reply.headers(), reply.text())) {
            throw new IllegalStateException("the bill's address is not signed by WeChat Pay");
        }
        var told = json.readTree(reply.text());
        var content = download(URI.create(told.path("download_url").asString("")));
        if (!told.path("hash_type").asString("").equals("SHA1")
                || !sha1(content).equalsIgnoreCase(told.path("hash_value").asString(""))) {
            throw new IllegalStateException("the bill of " + day + " is not what its hash says");
        }
        return Optional.of(read(new String(content, StandardCharsets.UTF_8)));
    }

    private byte[] download(URI address) {
        var own = URI.create(connection().address());
        if (!String.valueOf(address.getAuthority()).equals(own.getAuthority())) {
            throw new IllegalStateException("the bill is said to be elsewhere: " + address);
        }
        var reply = call("GET", address.getRawPath() + query(address), null);
        if (!reply.isOk()) {
            throw new IllegalStateException("the bill cannot be fetched: " + reply.status());
        }
        return reply.bytes();
    }

    private static String query(URI address) {
        return address.getRawQuery() == null ? "" : "?" + address.getRawQuery();
    }

    private static Bill read(String text) {
        var entries = new ArrayList<Bill.Entry>();
        for (var row : Table.read(text.lines().toList())) {
            var currency = row.getOrDefault("货币种类", "CNY");
            var amount = row.getOrDefault("申请退款金额", row.getOrDefault("退款金额", ""));
            entries.add(
                    new Bill.Entry(
                            row.getOrDefault("商户退款单号", ""),
                            row.get("微信退款单号"),
                            Yuan.minor(amount, currency),
                            currency,
                            "SUCCESS".equals(row.get("退款状态"))));
        }
        return new Bill(entries);
    }

    private GatewayHttp.Reply call(String method, String path, @Nullable String body) {
        var own = URI.create(connection().address());
        var at = clock.instant();
        var authorization =
                WeChatSignature.authorization(
                        connection().setting("merchantId"),
                        connection().setting("certificateSerial"),
                        key,
                        method,
                        path,
                        at,
                        nonce(),
                        body == null ? "" : body);
        var headers =
                new LinkedHashMap<>(
                        Map.of(
                                "Authorization",
                                authorization,
                                "Accept",
                                "application/json",
                                "User-Agent",
                                "Anxin"));
        connection().find("publicKeyId").ifPresent(id -> headers.put("Wechatpay-Serial", id));
        if (body != null) {
            headers.put("Content-Type", "application/json");
        }
        return http.send(method, own.resolve(path), headers, body);
    }

    private boolean isGenuine(Map<String, String> headers, String body) {
        var message =
                WeChatSignature.answer(
                        headers.getOrDefault("wechatpay-timestamp", ""),
                        headers.getOrDefault("wechatpay-nonce", ""),
                        body);
        var signature = headers.getOrDefault("wechatpay-signature", "");
        return keys.find(headers.getOrDefault("wechatpay-serial", ""))
                .filter(of -> Rsa.verifies(of, message, signature))
                .isPresent();
    }

    private void requireRecent(String seconds) {
        if (!seconds.matches("\\d{1,12}")
                || Duration.between(Instant.ofEpochSecond(Long.parseLong(seconds)), clock.instant())
                                .abs()
                                .compareTo(WINDOW)
                        > 0) {
            throw new Forged("too old");
        }
    }

    private static String nonce() {
        var bytes = new byte[16];
        RANDOM.nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }

    private static String sha1(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-1").digest(content));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
