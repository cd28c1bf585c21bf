package anxin.payments.alipay;

import anxin.payments.Bill;
import anxin.payments.GatewayNews.Notice;
import anxin.payments.connections.Connection;
import anxin.payments.connections.ShopGateway;
import anxin.payments.wire.Forms;
import anxin.payments.wire.GatewayHttp;
import anxin.payments.wire.Rsa;
import anxin.payments.wire.Table;
import anxin.payments.wire.Yuan;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.net.URI;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.zip.ZipInputStream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Refunds of one app of the open platform. */
final class Alipay extends ShopGateway {

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss");
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final Charset GBK = Charset.forName("GBK");
    private static final int LARGEST_BILL = 256 << 20;

    /**
     * Refusals of the business (code 40004) after which this number is not paid. Everything else is
     * unknown: ACQ.SYSTEM_ERROR, the platform's own troubles (20000) and whatever is new to us.
     */
    private static final Set<String> FINAL =
            Set.of(
                    "ACQ.INVALID_PARAMETER",
                    "ACQ.SELLER_BALANCE_NOT_ENOUGH",
                    "ACQ.REFUND_AMT_NOT_EQUAL_TOTAL",
                    "ACQ.REASON_TRADE_BEEN_FREEZEN",
                    "ACQ.TRADE_NOT_EXIST",
                    "ACQ.TRADE_HAS_FINISHED",
                    "ACQ.TRADE_STATUS_ERROR",
                    "ACQ.REASON_TRADE_REFUND_FEE_ERR",
                    "ACQ.REASON_TRADE_STATUS_INVALID",
                    "ACQ.REFUND_FEE_ERROR",
                    "ACQ.NOT_ALLOW_REFUND",
                    "ACQ.TRADE_NOT_ALLOW_REFUND",
                    "ACQ.REQUEST_AMOUNT_EXCEED",
                    "ACQ.USER_NOT_MATCH_ERR",
                    "ACQ.BUYER_NOT_EXIST",
                    "ACQ.BUYER_ERROR",
                    "ACQ.CURRENCY_NOT_SUPPORT",
                    "ACQ.ENTERPRISE_PAY_BIZ_ERROR");

    private final GatewayHttp http;
    private final JsonMapper json;
    private final Clock clock;
    private final PrivateKey key;
    private final PublicKey theirs;

    Alipay(
            Connection connection,
            PrivateKey key,
            PublicKey theirs,
            GatewayHttp http,
            JsonMapper json,
            Clock clock) {
        super(connection);
        this.http = http;
        this.json = json;
        this.clock = clock;
        this.key = key;
        this.theirs = theirs;
    }

    /** An answer whose signature holds, or why there is none. */
    private sealed interface Said {
        record Word(JsonNode body) implements Said {}

        record Nothing(String why) implements Said {}
    }

    @Override
    public Answer refund(Order order) {
        if (order.payTxnId() == null) {
            return new Answer.Rejected("NO_TRANSACTION", "the order names no Alipay trade");
        }
        var said =
                call(
                        "alipay.trade.refund",
                        Map.of(
                                "trade_no",
                                order.payTxnId(),
                                "out_request_no",
                                order.outRefundNo(),
                                "refund_amount",
                                Yuan.of(order.amountMinor(), order.currency()),
                                "refund_reason",
                                order.reason()));
        return switch (said) {
            case Said.Nothing(var why) -> new Answer.Unknown(why);
            case Said.Word(var body) -> refunded(body);
        };
    }

    private static Answer refunded(JsonNode body) {
        var code = body.path("code").asString("");
        var sub = body.path("sub_code").asString("");
        if (code.equals("10000")) {
            // N says that this very call has moved nothing: the number was paid before, or waits.
            return body.path("fund_change").asString("").equals("Y")
                    ? new Answer.Succeeded(body.path("trade_no").asString(null))
                    : new Answer.Processing(null);
        }
        return code.equals("40004") && FINAL.contains(sub)
                ? new Answer.Rejected(sub, body.path("sub_msg").asString(""))
                : new Answer.Unknown(code + " " + sub + ": " + body.path("sub_msg").asString(""));
    }

    @Override
    public Answer query(Order order) {
        if (order.payTxnId() == null) {
            return new Answer.NotFound();
        }
        var said =
                call(
                        "alipay.trade.fastpay.refund.query",
                        Map.of(
                                "trade_no",
                                order.payTxnId(),
                                "out_request_no",
                                order.outRefundNo()));
        return switch (said) {
            case Said.Nothing(var why) -> new Answer.Unknown(why);
            case Said.Word(var body) -> found(order, body);
        };
    }

    @Override
    public Optional<String> trouble() {
        return trouble(query(new Order("ANXIN-TEST", "0", "ALIPAY", 1, 1, "CNY", "test", null)));
    }

    private static Answer found(Order order, JsonNode body) {
        if (!body.path("code").asString("").equals("10000")) {
            return body.path("sub_code").asString("").equals("ACQ.TRADE_NOT_EXIST")
                    ? new Answer.NotFound()
                    : new Answer.Unknown(
                            body.path("code").asString("")
                                    + " "
                                    + body.path("sub_code").asString(""));
        }
        // Without a status the request never came or failed: the number may be sent again.
        return switch (body.path("refund_status").asString("")) {
            case "REFUND_SUCCESS" -> paid(order, body);
            case "" -> new Answer.NotFound();
            case "REFUND_PROCESSING" -> new Answer.Processing(null);
            default -> new Answer.Unknown("a status not known: " + body.path("refund_status"));
        };
    }

    private static Answer paid(Order order, JsonNode body) {
        var amount = body.path("refund_amount").asString("");
        return !body.path("out_request_no")
                                .asString(order.outRefundNo())
                                .equals(order.outRefundNo())
                        || new BigDecimal(amount.isEmpty() ? "0" : amount)
                                        .compareTo(
                                                new BigDecimal(
                                                        Yuan.of(
                                                                order.amountMinor(),
                                                                order.currency())))
                                != 0
                ? new Answer.Unknown("an answer about another refund: " + body)
                : new Answer.Succeeded(body.path("trade_no").asString(null));
    }

    /**
     * The notice of a trade tells its refunds together, so it only says that it is time to ask. Its
     * time is not part of what keeps it from being replayed: asking again changes nothing.
     */
    @Override
    public Optional<Notice> open(Map<String, String> headers, byte[] body) {
        var told = Forms.read(new String(body, StandardCharsets.UTF_8));
        var signature = told.remove("sign");
        told.remove("sign_type");
        if (signature == null || !Rsa.verifies(theirs, Forms.sorted(told), signature)) {
            throw new Forged("not signed by Alipay");
        }
        if (!connection().setting("appId").equals(told.get("app_id"))) {
            throw new Forged("for another app");
        }
        return Optional.ofNullable(told.get("out_biz_no"))
                .filter(number -> !number.isBlank() && told.containsKey("refund_fee"))
                .map(number -> new Notice(number, null, null));
    }

    @Override
    public Optional<Bill> bill(LocalDate day) {
        var said =
                call(
                        "alipay.data.dataservice.bill.downloadurl.query",
                        Map.of("bill_type", "trade", "bill_date", day.toString()));
        return switch (said) {
            case Said.Nothing(var why) -> throw new IllegalStateException(why);
            case Said.Word(var body) -> {
                if (body.path("sub_code").asString("").endsWith("BILL_NOT_EXIST")) {
                    yield Optional.empty();
                }
                if (!body.path("code").asString("").equals("10000")) {
                    throw new IllegalStateException("no bill of " + day + ": " + body);
                }
                yield Optional.of(
                        download(URI.create(body.path("bill_download_url").asString(""))));
            }
        };
    }

    private Bill download(URI address) {
        var host = String.valueOf(address.getHost());
        var own = URI.create(connection().address());
        if (!host.endsWith(".alipay.com")
                && !String.valueOf(address.getAuthority()).equals(own.getAuthority())) {
            throw new IllegalStateException("the bill is said to be elsewhere: " + host);
        }
        var reply = http.send("GET", address, Map.of(), null);
        if (!reply.isOk()) {
            throw new IllegalStateException("the bill cannot be fetched: " + reply.status());
        }
        var entries = new ArrayList<Bill.Entry>();
        try (var zip = new ZipInputStream(new ByteArrayInputStream(reply.bytes()), GBK)) {
            for (var file = zip.getNextEntry(); file != null; file = zip.getNextEntry()) {
                // One file is the sum of the other.
                if (!file.getName().contains("汇总")) {
                    entries.addAll(read(new String(zip.readNBytes(LARGEST_BILL), GBK)));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("the bill is no zip file", e);
        }
        return new Bill(entries);
    }

    private static List<Bill.Entry> read(String text) {
        var lines = text.lines().filter(line -> !line.startsWith("#")).toList();
        return Table.read(lines).stream()
                .filter(row -> row.getOrDefault("业务类型", "").contains("退款"))
                .map(
                        row ->
                                new Bill.Entry(
                                        row.getOrDefault("退款批次号/请求号", ""),
                                        row.get("支付宝交易号"),
                                        Math.abs(
                                                Yuan.minor(
                                                        row.getOrDefault("订单金额（元）", "0"), "CNY")),
                                        "CNY",
                                        true))
                .toList();
    }

    private Said call(String method, Map<String, Object> content) {
        var parameters = new TreeMap<String, String>();
        parameters.put("app_id", connection().setting("appId"));
        parameters.put("method", method);
        parameters.put("format", "JSON");
        parameters.put("charset", "utf-8");
        parameters.put("sign_type", "RSA2");
        parameters.put("timestamp", TIME.format(LocalDateTime.ofInstant(clock.instant(), ZONE)));
        parameters.put("version", "1.0");
        parameters.put("biz_content", json.writeValueAsString(new TreeMap<>(content)));
        parameters.put("sign", Rsa.sign(key, Forms.sorted(parameters)));
        var reply =
                http.send(
                        "POST",
                        URI.create(connection().address()),
                        Map.of("Content-Type", "application/x-www-form-urlencoded;charset=utf-8"),
                        Forms.write(parameters));
        return reply.isOk()
                ? read(reply.text(), method.replace('.', '_') + "_response")
                : new Said.Nothing("HTTP " + reply.status());
    }

    /** The signature is over the very characters of the answer's node. */
    private Said read(String text, String name) {
        var raw = RawNode.of(text, name).or(() -> RawNode.of(text, "error_response"));
        var signature =
                RawNode.of(text, "sign").map(quoted -> json.readValue(quoted, String.class));
        if (raw.isEmpty() || signature.isEmpty()) {
            return new Said.Nothing("an answer without a signature");
        }
        return Rsa.verifies(theirs, raw.get(), signature.get())
                ? new Said.Word(json.readTree(raw.get()))
                : new Said.Nothing("an answer that Alipay has not signed");
    }
}
