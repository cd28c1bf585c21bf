package anxin.platforms.kuaishou;

import anxin.payments.Stub;
import anxin.platforms.Shelf;
import anxin.platforms.wire.Digest;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import javax.crypto.Cipher;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import tools.jackson.databind.JsonNode;

/** Kuaishou as its documents describe it: it keeps the place in a list by a cursor of its own. */
final class KuaishouStub extends Shelf {

    static final String KEY = "ks700000000000000001";
    static final String SIGN = "sign-secret";
    static final byte[] SEAL = "0123456789abcdef".getBytes(StandardCharsets.US_ASCII);

    @Override
    public Map<String, String> settings() {
        return new HashMap<>(
                Map.of(
                        "appKey",
                        KEY,
                        "appSecret",
                        "app-secret",
                        "signSecret",
                        SIGN,
                        "accessToken",
                        "token-0",
                        "refreshToken",
                        "refresh-0",
                        "messageSecret",
                        Base64.getEncoder().encodeToString(SEAL),
                        "returnAddressId",
                        "31",
                        "address",
                        stub.address()));
    }

    @Override
    protected Stub.Reply answer(Stub.Request request) {
        if (request.path().equals("/oauth2/refresh_token")) {
            tokens++;
            goodToken = "token-" + tokens;
            return ok(
                    Map.of(
                            "result",
                            1,
                            "access_token",
                            goodToken,
                            "refresh_token",
                            "refresh-" + tokens,
                            "expires_in",
                            172_800));
        }
        var form = request.method().equals("GET") ? query(request.path()) : form(request.body());
        var signed = new TreeMap<>(form);
        var sign = signed.remove("sign");
        var text =
                signed.entrySet().stream()
                        .map(one -> one.getKey() + "=" + one.getValue())
                        .collect(Collectors.joining("&"));
        if (!Digest.hmacSha256Base64(SIGN, text + "&signSecret=" + SIGN).equals(sign)) {
            return no(22, "签名错误");
        }
        if (!goodToken.equals(form.get("access_token"))) {
            return no(28, "access token 已过期");
        }
        var method = String.valueOf(form.get("method"));
        var asked = JSON.readTree(form.get("param"));
        return switch (method) {
            case "open.seller.order.refund.pcursor.list" -> list(asked);
            case "open.seller.order.refund.detail" -> {
                var item = find(asked.path("refundId").asString(""));
                yield data(item == null ? Map.of() : refund(item));
            }
            case "open.refund.reject.reason" ->
                    data(
                            List.of(
                                    Map.of("reasonCode", 1, "requiredRejectImage", true),
                                    Map.of("reasonCode", 8, "requiredRejectImage", false)));
            case "open.order.detail" -> order(asked.path("oid").asString(""));
            default -> operate(method, asked);
        };
    }

    private Stub.Reply list(JsonNode asked) {
        var found =
                changedBetween(
                        Instant.ofEpochMilli(asked.path("beginTime").asLong()),
                        Instant.ofEpochMilli(asked.path("endTime").asLong()));
        var size = asked.path("pageSize").asInt();
        var cursor = asked.path("pcursor").asString("");
        var from = cursor.isEmpty() ? 0 : Integer.parseInt(cursor.substring(1));
        var rest = slice(found, from, size);
        return data(
                Map.of(
                        "pcursor",
                        from + size >= found.size() ? "nomore" : "c" + (from + size),
                        "refundOrderInfoList",
                        rest.stream().map(KuaishouStub::refund).toList()));
    }

    private static Map<String, Object> refund(Item item) {
        var refund = new HashMap<String, Object>();
        refund.put("refundId", Long.parseLong(item.id));
        refund.put("oid", Long.parseLong(item.order));
        refund.put("status", Integer.parseInt(item.status));
        refund.put("handlingWay", Integer.parseInt(item.type));
        refund.put("refundFee", item.amount);
        refund.put("negotiateStatus", item.dispute.isEmpty() ? 1 : Integer.parseInt(item.dispute));
        refund.put("refundReasonDesc", "不想要了");
        refund.put("createTime", item.applied.toEpochMilli());
        refund.put("updateTime", item.changed.toEpochMilli());
        return refund;
    }

    private Stub.Reply operate(String method, JsonNode asked) {
        var item = find(asked.path("refundId").asString(""));
        if (item == null) {
            return no(802, "退款单不存在");
        }
        told.add(method + " " + asked);
        item.status =
                switch (method) {
                    case "open.seller.order.refund.returngoods.approve" -> "30";
                    case "open.seller.order.refund.approve",
                            "open.seller.order.refund.confirm.receipt" ->
                            "50";
                    case "open.refund.reject" -> "12";
                    default -> item.status;
                };
        item.changed = item.changed.plusSeconds(5);
        return data(Map.of());
    }

    private static Stub.Reply order(String number) {
        return data(
                Map.of(
                        "orderBaseInfo",
                        Map.of(
                                "oid",
                                number,
                                "status",
                                70,
                                "payTime",
                                1_762_900_000_000L,
                                "recvTime",
                                1_762_980_000_000L,
                                "updateTime",
                                1_762_990_000_000L,
                                "totalFee",
                                129_00,
                                "expressFee",
                                0,
                                "buyerOpenId",
                                "f18"),
                        "orderItemInfo",
                        Map.of(
                                "orderItemId",
                                "5" + number,
                                "skuNick",
                                "SILK-M",
                                "itemTitle",
                                "真丝衬衫",
                                "num",
                                1,
                                "originalPrice",
                                129_00)));
    }

    /** A message as it is sent: sealed, in base64. */
    static String message(String event, String refund, byte[] seal) {
        var text =
                JSON.writeValueAsString(
                        Map.of(
                                "eventId",
                                event,
                                "appKey",
                                KEY,
                                "event",
                                "kwaishop_aftersales_updateRefund",
                                "info",
                                JSON.writeValueAsString(
                                        Map.of("refundId", Long.parseLong(refund), "status", 60))));
        try {
            var cipher = Cipher.getInstance("AES/CBC/PKCS5Padding");
            cipher.init(
                    Cipher.ENCRYPT_MODE,
                    new SecretKeySpec(seal, "AES"),
                    new IvParameterSpec(new byte[16]));
            return Base64.getEncoder()
                    .encodeToString(cipher.doFinal(text.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }

    private static Stub.Reply data(Object data) {
        return ok(Map.of("result", 1, "data", data));
    }

    private static Stub.Reply no(int result, String words) {
        return ok(Map.of("result", result, "error_msg", words));
    }
}
