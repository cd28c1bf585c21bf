package anxin.platforms.jd;

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
import tools.jackson.databind.JsonNode;

/** JOS as its documents describe it, “responce” and all. */
final class JdStub extends Shelf {

    static final String SECRET = "jd-secret";

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss");
    private static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");

    @Override
    public Map<String, String> settings() {
        return new HashMap<>(
                Map.of(
                        "appKey", "JDKEY",
                        "appSecret", SECRET,
                        "accessToken", "token-0",
                        "refreshToken", "refresh-0",
                        "venderId", "10706",
                        "operatePin", "harbour",
                        "tokenAddress", stub.address() + "/oauth2/refresh_token",
                        "address", stub.address() + "/routerjson"));
    }

    @Override
    protected Stub.Reply answer(Stub.Request request) {
        if (request.path().startsWith("/oauth2/refresh_token")) {
            tokens++;
            goodToken = "token-later";
            return ok(
                    Map.of(
                            "access_token",
                            goodToken,
                            "refresh_token",
                            "refresh-" + tokens,
                            "expires_in",
                            31_104_000));
        }
        var form = form(request.body());
        var signed = new TreeMap<>(form);
        var sign = signed.remove("sign");
        var text =
                signed.entrySet().stream()
                        .map(one -> one.getKey() + one.getValue())
                        .collect(Collectors.joining());
        if (!Digest.upperMd5(SECRET + text + SECRET).equals(sign)) {
            return no("12", "无效签名");
        }
        if (!goodToken.equals(form.get("access_token"))) {
            return no("19", "无效access_token");
        }
        var method = String.valueOf(form.get("method"));
        var asked = JSON.readTree(form.get("360buy_param_json"));
        return switch (method) {
            case "jingdong.asc.sync.list" -> list(asked);
            case "jingdong.asc.query.view" -> detail(asked);
            case "jingdong.pop.order.get" -> order(asked.path("order_id").asString(""));
            default -> operate(method, asked);
        };
    }

    private Stub.Reply list(JsonNode asked) {
        var found =
                changedBetween(
                        time(asked.path("updateTimeBegin").asString("")),
                        time(asked.path("updateTimeEnd").asString("")));
        var size = asked.path("pageSize").asInt();
        var page = asked.path("pageNumber").asInt();
        return said(
                "jingdong.asc.sync.list",
                "pageResult",
                Map.of(
                        "success",
                        true,
                        "totalCount",
                        found.size(),
                        "data",
                        slice(found, (page - 1) * size, size).stream().map(JdStub::bill).toList()));
    }

    private Stub.Reply detail(JsonNode asked) {
        var item = find(asked.path("serviceId").asString(""));
        return said(
                "jingdong.asc.query.view",
                "result",
                item == null
                        ? Map.of("success", true)
                        : Map.of("success", true, "data", bill(item)));
    }

    private static Map<String, Object> bill(Item item) {
        var bill = new HashMap<String, Object>();
        bill.put("serviceId", Long.parseLong(item.id));
        bill.put("orderId", Long.parseLong(item.order));
        bill.put("skuId", item.line);
        bill.put("customerExpect", Integer.parseInt(item.type));
        bill.put("afsServiceStep", Integer.parseInt(item.status));
        bill.put("actualPayPrice", BigDecimal.valueOf(item.amount, 2));
        bill.put("applyTime", item.applied.toEpochMilli());
        bill.put("updateDate", TIME.format(LocalDateTime.ofInstant(item.changed, CHINA)));
        bill.put("approveTime", item.extra);
        bill.put("sysVersion", 3);
        return bill;
    }

    private Stub.Reply operate(String method, JsonNode asked) {
        var item = find(asked.path("serviceId").asString(""));
        if (item == null) {
            return no("50", "服务单不存在");
        }
        told.add(method + " " + item.id);
        switch (method) {
            case "jingdong.asc.audit.send" ->
                    item.extra = TIME.format(LocalDateTime.ofInstant(item.changed, CHINA));
            case "jingdong.asc.audit.refuse" -> item.status = "20";
            default -> item.status = "34";
        }
        item.changed = item.changed.plusSeconds(10);
        return said(method, "result", Map.of("success", true, "code", "0"));
    }

    /** Two lines, 100 and 29 yuan by the list, ten yuan off. */
    private static Stub.Reply order(String number) {
        var sku = "100" + number.substring(2);
        return said(
                "jingdong.pop.order.get",
                "orderDetailInfo",
                Map.of(
                        "orderInfo",
                        Map.of(
                                "orderId", number,
                                "orderState", "FINISHED_L",
                                "orderPayment", "119.00",
                                "freightPrice", "0.00",
                                "paymentConfirmTime", "2026-11-08 10:00:00",
                                "orderEndTime", "2026-11-10 10:00:00",
                                "modified", "2026-11-10 10:00:00",
                                "open_id_buyer", "buyer-1",
                                "itemInfoList",
                                        List.of(
                                                Map.of(
                                                        "skuId", sku,
                                                        "skuName", "电热水壶",
                                                        "jdPrice", "100.00",
                                                        "itemTotal", "1"),
                                                Map.of(
                                                        "skuId", "200" + number,
                                                        "skuName", "茶杯",
                                                        "jdPrice", "29.00",
                                                        "itemTotal", "1")))));
    }

    private static Stub.Reply said(String method, String name, Object result) {
        return ok(
                Map.of(method.replace('.', '_') + "_responce", Map.of("code", "0", name, result)));
    }

    private static Stub.Reply no(String code, String words) {
        return ok(Map.of("error_response", Map.of("code", code, "zh_desc", words)));
    }

    private static Instant time(String text) {
        return LocalDateTime.parse(text, TIME).atZone(CHINA).toInstant();
    }
}
