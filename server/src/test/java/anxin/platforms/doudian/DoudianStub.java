package anxin.platforms.doudian;

import anxin.payments.Stub;
import anxin.platforms.Shelf;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import tools.jackson.databind.JsonNode;

/** Doudian as its documents describe it; it checks every signature by a hand of its own. */
public final class DoudianStub extends Shelf {

    public static final String KEY = "7000000000000000001";
    public static final String SECRET = "0a1b2c3d-4e5f";
    public static final String SHOP = "463001";

    /** Set: an operation is carried out, and then the line is cut. */
    public boolean forgetsToAnswer;

    @Override
    public Map<String, String> settings() {
        return new HashMap<>(
                Map.of(
                        "appKey", KEY,
                        "appSecret", SECRET,
                        "shopId", SHOP,
                        "returnAddressId", "778899",
                        "address", stub.address()));
    }

    @Override
    protected Stub.Reply answer(Stub.Request request) {
        var query = query(request.path());
        var body = request.body();
        var message =
                "app_key"
                        + query.get("app_key")
                        + "method"
                        + query.get("method")
                        + "param_json"
                        + body
                        + "timestamp"
                        + query.get("timestamp")
                        + "v"
                        + query.get("v");
        if (!hmac(SECRET + message + SECRET).equals(query.get("sign"))) {
            return no("40003", "isv.signature-invalid:1", "签名校验失败");
        }
        var asked = JSON.readTree(body);
        var path = request.path().substring(0, request.path().indexOf('?'));
        if (path.startsWith("/token/")) {
            tokens++;
            goodToken = "token-" + tokens;
            return data(
                    Map.of(
                            "access_token",
                            goodToken,
                            "refresh_token",
                            "refresh-" + tokens,
                            "expires_in",
                            604_800));
        }
        if (!goodToken.equals(query.get("access_token"))) {
            return no("30005", "isv.access-token-expired:1", "access_token已过期");
        }
        return switch (path) {
            case "/afterSale/List" -> list(asked);
            case "/afterSale/Detail" -> detail(asked);
            case "/afterSale/operate" -> operate(asked);
            case "/afterSale/rejectReasonCodeList" ->
                    data(
                            Map.of(
                                    "items",
                                    List.of(
                                            Map.of("reject_reason_code", 1, "evidence_need", "Y"),
                                            Map.of(
                                                    "reject_reason_code",
                                                    9,
                                                    "evidence_need",
                                                    "N"))));
            case "/order/orderDetail" -> order(asked.path("shop_order_id").asString(""));
            default -> no("40004", "isv.parameter-invalid:1", "没有这个接口");
        };
    }

    private Stub.Reply list(JsonNode asked) {
        if (!asked.path("order_by").path(0).asString("").equals("update_time asc")) {
            return no("40004", "isv.parameter-invalid:11000", "请传入order_by");
        }
        var found =
                changedBetween(
                        Instant.ofEpochSecond(asked.path("update_start_time").asLong()),
                        Instant.ofEpochSecond(asked.path("update_end_time").asLong()));
        var size = asked.path("size").asInt();
        var items = new ArrayList<Map<String, Object>>();
        for (var item : slice(found, asked.path("page").asInt() * size, size)) {
            var info = new HashMap<String, Object>();
            info.put("aftersale_id", item.id);
            info.put("aftersale_type", Integer.parseInt(item.type));
            info.put("aftersale_status", Integer.parseInt(item.status));
            info.put("refund_amount", item.amount);
            info.put("apply_time", item.applied.getEpochSecond());
            info.put("update_time", item.changed.getEpochSecond());
            info.put("aftersale_num", 1);
            info.put("return_logistics_code", item.extra);
            info.put("arbitrate_status", item.dispute);
            items.add(
                    Map.of(
                            "aftersale_info",
                            info,
                            "order_info",
                            Map.of(
                                    "shop_order_id",
                                    item.order,
                                    "related_order_info",
                                    List.of(Map.of("sku_order_id", item.line))),
                            "text_part",
                            Map.of("reason_text", "质量问题")));
        }
        return data(
                Map.of("items", items, "total", found.size(), "page", asked.path("page").asInt()));
    }

    private Stub.Reply detail(JsonNode asked) {
        var item = find(asked.path("after_sale_id").asString(""));
        if (item == null) {
            return no("40004", "isv.parameter-invalid:11003", "数据不存在");
        }
        var info = new HashMap<String, Object>();
        info.put("after_sale_id", Long.parseLong(item.id));
        info.put("after_sale_type", Integer.parseInt(item.type));
        info.put("after_sale_status", Integer.parseInt(item.status));
        info.put("refund_total_amount", item.amount);
        info.put("apply_time", item.applied.getEpochSecond());
        info.put("update_time", item.changed.getEpochSecond());
        info.put("after_sale_apply_count", 1);
        info.put("reason", "质量问题");
        return data(
                Map.of(
                        "process_info",
                        Map.of(
                                "after_sale_info",
                                info,
                                "arbitrate_info",
                                Map.of("arbitrate_status", item.dispute),
                                "logistics_info",
                                Map.of("return", Map.of("tracking_no", item.extra))),
                        "order_info",
                        Map.of(
                                "shop_order_id",
                                item.order,
                                "sku_order_infos",
                                List.of(Map.of("sku_order_id", item.line)))));
    }

    private Stub.Reply operate(JsonNode asked) {
        var about = asked.path("items").path(0);
        var item = Objects.requireNonNull(find(about.path("aftersale_id").asString("")));
        var type = asked.path("type").asInt();
        if (about.path("update_time").asLong() != item.changed.getEpochSecond()) {
            return no("50002", "isv.business-failed:20309541", "售后状态错误");
        }
        told.add(type + " " + item.id + " " + about.path("remark").asString(""));
        item.status =
                switch (type) {
                    case 101, 301 -> "7";
                    case 102, 202, 302 -> "27";
                    case 111, 201 -> "12";
                    case 112 -> "29";
                    default -> item.status;
                };
        item.changed = item.changed.plusSeconds(60);
        if (forgetsToAnswer) {
            return Stub.Reply.of(502, "<html>Bad Gateway</html>");
        }
        return data(Map.of("items", List.of(Map.of("aftersale_id", item.id, "status_code", 0))));
    }

    private static Stub.Reply order(String number) {
        if (number.startsWith("missing")) {
            return data(Map.of());
        }
        return data(
                Map.of(
                        "shop_order_detail",
                        Map.of(
                                "order_id",
                                number,
                                "order_status",
                                5,
                                "pay_time",
                                1_762_900_000,
                                "finish_time",
                                1_762_980_000,
                                "update_time",
                                1_762_990_000,
                                "pay_amount",
                                129_00,
                                "post_amount",
                                0,
                                "doudian_open_id",
                                "1@#buyer",
                                "sku_order_list",
                                List.of(
                                        Map.of(
                                                "order_id",
                                                number + "-1",
                                                "code",
                                                "SILK-M",
                                                "product_name",
                                                "真丝衬衫",
                                                "item_num",
                                                1,
                                                "pay_amount",
                                                129_00,
                                                "origin_amount",
                                                129_00)))));
    }

    /** What it sends by itself, with the headers that prove it. */
    public record Message(Map<String, String> headers, String body) {}

    public static Message message(String id, String aftersale) {
        var body =
                JSON.writeValueAsString(
                        List.of(
                                Map.of(
                                        "tag",
                                        "200",
                                        "msg_id",
                                        id,
                                        "data",
                                        JSON.writeValueAsString(
                                                Map.of(
                                                        "shop_id",
                                                        Long.parseLong(SHOP),
                                                        "aftersale_id",
                                                        Long.parseLong(aftersale))))));
        return new Message(Map.of("app-id", KEY, "event-sign", md5(KEY + body + SECRET)), body);
    }

    private static Stub.Reply data(Object data) {
        return ok(Map.of("code", 10_000, "msg", "success", "data", data));
    }

    public static String limit() {
        return JSON.writeValueAsString(
                Map.of("code", 50_001, "sub_code", "isv.call-limited:1", "sub_msg", "接口调用限流"));
    }

    private static Stub.Reply no(String code, String sub, String words) {
        return ok(Map.of("code", Integer.parseInt(code), "sub_code", sub, "sub_msg", words));
    }

    private static String hmac(String text) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(SECRET.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            return HexFormat.of().formatHex(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
        } catch (java.security.GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }

    private static String md5(String text) {
        try {
            return HexFormat.of()
                    .formatHex(
                            MessageDigest.getInstance("MD5")
                                    .digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (java.security.GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }
}
