package anxin.platforms.taobao;

import anxin.payments.Stub;
import anxin.platforms.Shelf;
import anxin.platforms.wire.Digest;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** TOP as its documents describe it. It lists the newest change first, and its total changes. */
final class TaobaoStub extends Shelf {

    static final String KEY = "12129701";
    static final String SECRET = "sandbox-secret";

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss");
    private static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");

    @Override
    public Map<String, String> settings() {
        return new HashMap<>(
                Map.of(
                        "appKey",
                        KEY,
                        "appSecret",
                        SECRET,
                        "accessToken",
                        "token-0",
                        "refreshToken",
                        "refresh-0",
                        "returnAddressId",
                        "55",
                        "tokenAddress",
                        stub.address() + "/token",
                        "address",
                        stub.address() + "/router/rest"));
    }

    @Override
    protected Stub.Reply answer(Stub.Request request) {
        var form = form(request.body());
        if (request.path().equals("/token")) {
            tokens++;
            goodToken = "token-" + tokens;
            return ok(
                    Map.of(
                            "access_token",
                            goodToken,
                            "refresh_token",
                            "refresh-" + tokens,
                            "expires_in",
                            86_400));
        }
        var signed = new TreeMap<>(form);
        var sign = signed.remove("sign");
        var text =
                signed.entrySet().stream()
                        .map(one -> one.getKey() + one.getValue())
                        .collect(Collectors.joining());
        var expected =
                "hmac".equals(form.get("sign_method"))
                        ? Digest.upperHmacMd5Hex(SECRET, text)
                        : Digest.upperMd5(SECRET + text + SECRET);
        if (!expected.equals(sign)) {
            return no(25, "isv.invalid-signature", "签名无效");
        }
        if (!goodToken.equals(form.get("session"))) {
            return no(27, "invalid-sessionkey", "会话失效");
        }
        var method = String.valueOf(form.get("method"));
        return switch (method) {
            case "taobao.refunds.receive.get" -> list(form);
            case "taobao.refund.get" -> detail(form);
            case "taobao.trade.fullinfo.get" -> trade(String.valueOf(form.get("tid")));
            default -> operate(method, form);
        };
    }

    private Stub.Reply list(Map<String, String> form) {
        var found = changedBetween(time(form, "start_modified"), time(form, "end_modified"));
        var size = Integer.parseInt(String.valueOf(form.get("page_size")));
        var page = Integer.parseInt(String.valueOf(form.get("page_no")));
        return ok(
                Map.of(
                        "refunds_receive_get_response",
                        Map.of(
                                "total_results",
                                found.size(),
                                "refunds",
                                Map.of(
                                        "refund",
                                        slice(found.reversed(), (page - 1) * size, size).stream()
                                                .map(TaobaoStub::refund)
                                                .toList()))));
    }

    private Stub.Reply detail(Map<String, String> form) {
        var item = find(form.getOrDefault("refund_id", ""));
        return item == null
                ? no(15, "isv.refund-not-exist", "退款不存在")
                : ok(Map.of("refund_get_response", Map.of("refund", refund(item))));
    }

    private static Map<String, Object> refund(Item item) {
        var refund = new HashMap<String, Object>();
        refund.put("refund_id", item.id);
        refund.put("tid", Long.parseLong(item.order));
        refund.put("oid", Long.parseLong(item.order));
        refund.put("status", item.status);
        refund.put("has_good_return", item.type.equals("RETURN"));
        refund.put("refund_fee", BigDecimal.valueOf(item.amount, 2).toPlainString());
        refund.put("cs_status", item.dispute.isEmpty() ? 1 : Integer.parseInt(item.dispute));
        refund.put("reason", "尺码不合适");
        refund.put("sid", item.extra);
        refund.put("created", TIME.format(LocalDateTime.ofInstant(item.applied, CHINA)));
        refund.put("modified", TIME.format(LocalDateTime.ofInstant(item.changed, CHINA)));
        refund.put("refund_version", item.changed.toEpochMilli());
        refund.put("refund_phase", "aftersale");
        return refund;
    }

    private Stub.Reply operate(String method, Map<String, String> form) {
        var infos = form.getOrDefault("refund_infos", "");
        var id = infos.isEmpty() ? form.getOrDefault("refund_id", "") : infos.split("\\|")[0];
        var item = find(id);
        if (item == null) {
            return no(15, "isv.refund-not-exist", "退款不存在");
        }
        told.add(method + " " + (infos.isEmpty() ? id : infos));
        item.status =
                switch (method) {
                    case "taobao.rp.returngoods.agree" -> "WAIT_BUYER_RETURN_GOODS";
                    case "taobao.rp.refunds.agree" -> "SUCCESS";
                    case "taobao.refund.refuse", "taobao.rp.returngoods.refuse" ->
                            "SELLER_REFUSE_BUYER";
                    default -> item.status;
                };
        item.changed = item.changed.plusSeconds(30);
        return ok(
                Map.of(
                        method.replace("taobao.", "").replace('.', '_') + "_response",
                        Map.of(
                                "msg_code",
                                "OP_SUCC",
                                "results",
                                Map.of(
                                        "refund_mapping_result",
                                        List.of(Map.of("refund_id", id, "succ", true))))));
    }

    private static Stub.Reply trade(String tid) {
        return ok(
                Map.of(
                        "trade_fullinfo_get_response",
                        Map.of(
                                "trade",
                                Map.of(
                                        "tid", Long.parseLong(tid),
                                        "status", "TRADE_FINISHED",
                                        "payment", "129.00",
                                        "post_fee", "0.00",
                                        "pay_time", "2026-11-08 10:00:00",
                                        "end_time", "2026-11-10 10:00:00",
                                        "modified", "2026-11-10 10:00:00",
                                        "buyer_open_uid", "AAHk5d-EAAeGwJedwSnE",
                                        "orders",
                                                Map.of(
                                                        "order",
                                                        List.of(
                                                                Map.of(
                                                                        "oid", Long.parseLong(tid),
                                                                        "title", "真丝衬衫",
                                                                        "num", 1,
                                                                        "price", "129.00",
                                                                        "divide_order_fee",
                                                                                "129.00")))))));
    }

    private static Instant time(Map<String, String> form, String field) {
        return LocalDateTime.parse(form.getOrDefault(field, ""), TIME).atZone(CHINA).toInstant();
    }

    static String limit() {
        return JSON.writeValueAsString(
                Map.of("error_response", Map.of("code", 7, "msg", "App Call Limited")));
    }

    private static Stub.Reply no(int code, String sub, String words) {
        return ok(
                Map.of("error_response", Map.of("code", code, "sub_code", sub, "sub_msg", words)));
    }
}
