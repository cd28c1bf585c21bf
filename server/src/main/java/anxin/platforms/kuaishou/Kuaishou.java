package anxin.platforms.kuaishou;

import anxin.kernel.OrderNumber;
import anxin.platforms.Errand;
import anxin.platforms.ExternalCase;
import anxin.platforms.ExternalCase.Kind;
import anxin.platforms.Outcome;
import anxin.platforms.Platform;
import anxin.platforms.PlatformTrouble;
import anxin.platforms.connections.Connection;
import anxin.platforms.connections.KnownPlatform;
import anxin.platforms.connections.OrderDocument;
import anxin.platforms.mapping.Mappings;
import anxin.platforms.wire.Told;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.crypto.Cipher;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * open.seller.order.refund.pcursor.list and .detail; .returngoods.approve, .approve and
 * .confirm.receipt, open.refund.reject, open.refund.submit.returnInfo and
 * open.refund.confirm.and.send; open.order.detail; the messages kwaishop_aftersales_*.
 */
final class Kuaishou extends KnownPlatform {

    private static final int PAGE = 100;
    private static final String THE_END = "nomore";

    /** All refunds, by time of change, the oldest change first. */
    private static final int ALL = 9;

    private static final int BY_CHANGE = 2;
    private static final int OLDEST_FIRST = 2;

    private final KuaishouGate gate;

    Kuaishou(Connection connection, KuaishouGate gate, Clock clock) {
        super(connection, clock);
        this.gate = gate;
    }

    @Override
    public Duration longestWindow() {
        return Duration.ofDays(1);
    }

    /** The platform keeps the place itself; the page's number has to go along. */
    @Override
    public Slice page(Window window, @Nullable String cursor) {
        var colon = cursor == null ? -1 : cursor.indexOf(':');
        var page = colon < 0 ? 1 : Integer.parseInt(String.valueOf(cursor).substring(0, colon));
        var readAt = now();
        var business = new HashMap<String, Object>();
        business.put("beginTime", window.from().toEpochMilli());
        business.put("endTime", window.to().toEpochMilli());
        business.put("type", ALL);
        business.put("pageSize", PAGE);
        business.put("currentPage", page);
        business.put("pcursor", colon < 0 ? "" : String.valueOf(cursor).substring(colon + 1));
        business.put("queryType", BY_CHANGE);
        business.put("sort", OLDEST_FIRST);
        var data = gate.ask("open.seller.order.refund.pcursor.list", business);
        var cases = new ArrayList<ExternalCase>();
        for (var refund : data.path("refundOrderInfoList")) {
            cases.add(external(refund, readAt));
        }
        var next = Told.need(data, "pcursor");
        return new Slice(cases, next.equals(THE_END) ? null : (page + 1) + ":" + next);
    }

    @Override
    protected ExternalCase external(JsonNode refund, Instant readAt) {
        var way = Told.text(refund, "handlingWay");
        var tracking = Told.textOrNull(refund.path("logisticsInfo"), "expressNo");
        return new ExternalCase(
                Platform.KUAISHOU,
                Told.need(refund, "refundId"),
                Told.need(refund, "oid"),
                null,
                Mappings.kind(Platform.KUAISHOU, way),
                Mappings.states(Platform.KUAISHOU)
                        .read(
                                Map.of(
                                        Mappings.STATUS,
                                        Told.text(refund, "status"),
                                        Mappings.NEGOTIATION,
                                        Told.text(refund, "negotiateStatus"))),
                null,
                Told.numberOrZero(refund, "refundFee"),
                "CNY",
                Told.textOrNull(refund, "refundReasonDesc"),
                tracking == null
                        ? null
                        : new ExternalCase.Parcel(
                                Told.textOrNull(refund.path("logisticsInfo"), "expressCode"),
                                tracking),
                Told.millis(refund, "createTime"),
                Told.number(refund, "updateTime"),
                Told.millis(refund, "updateTime"),
                null,
                readAt);
    }

    @Override
    protected Optional<JsonNode> fetch(String id) {
        var data =
                gate.ask("open.seller.order.refund.detail", Map.of("refundId", Long.parseLong(id)));
        return data.isObject() && data.has("refundId") ? Optional.of(data) : Optional.empty();
    }

    @Override
    protected Outcome tell(Errand errand, ExternalCase seen, JsonNode now) {
        var business = new HashMap<String, Object>();
        business.put("refundId", Long.parseLong(seen.id()));
        var status = Told.number(now, "status");
        return switch (errand) {
            case Errand.AgreeReturn agree -> {
                var address =
                        connection().find("returnAddressId").filter(id -> id.matches("\\d{1,18}"));
                if (address.isEmpty()) {
                    yield new Outcome.NotOffered(
                            "Kuaishou wants the number of the return address; enter it with the connection");
                }
                business.put("refundAmount", seen.amountMinor());
                business.put("addressId", Long.parseLong(address.get()));
                yield tell("open.seller.order.refund.returngoods.approve", business);
            }
            case Errand.AgreeRefund agree -> {
                business.put("status", status);
                if (seen.kind() == Kind.RETURN_REFUND) {
                    yield tell("open.seller.order.refund.confirm.receipt", business);
                }
                business.put("refundAmount", seen.amountMinor());
                business.put("negotiateStatus", Told.numberOrZero(now, "negotiateStatus"));
                business.put("refundHandingWay", Told.number(now, "handlingWay"));
                yield tell("open.seller.order.refund.approve", business);
            }
            case Errand.Refuse refuse -> refuse(business, seen, refuse);
            case Errand.ReturnParcel parcel ->
                    parcel(
                            "open.refund.submit.returnInfo",
                            business,
                            parcel.carrier(),
                            parcel.trackingNo());
            case Errand.SendReplacement parcel ->
                    parcel(
                            "open.refund.confirm.and.send",
                            business,
                            parcel.carrier(),
                            parcel.trackingNo());
            case Errand.Received received -> new Outcome.Done();
            case Errand.AskEvidence ask ->
                    new Outcome.NotOffered("Kuaishou asks customers in its own back office");
        };
    }

    /** The platform has reasons of its own; the first that needs no photo carries our words. */
    private Outcome refuse(Map<String, Object> business, ExternalCase seen, Errand.Refuse refuse) {
        var reasons =
                gate.ask(
                        "open.refund.reject.reason", Map.of("refundId", Long.parseLong(seen.id())));
        for (var reason : reasons.isArray() ? reasons : reasons.path("reasonList")) {
            if (!reason.path("requiredRejectImage").asBoolean(false)) {
                business.put("reasonCode", Told.number(reason, "reasonCode"));
                business.put("rejectDesc", refuse.words());
                business.put("refundVersion", seen.version());
                return tell("open.refund.reject", business);
            }
        }
        return new Outcome.NotOffered("every reason of refusal needs a photo over there");
    }

    private Outcome parcel(
            String method,
            Map<String, Object> business,
            @Nullable String carrier,
            String trackingNo) {
        if (carrier == null || !carrier.matches("\\d{1,9}")) {
            return new Outcome.NotOffered("Kuaishou wants the carrier by its own number");
        }
        business.put("expressCode", Integer.parseInt(carrier));
        business.put("expressNo", trackingNo);
        return tell(method, business);
    }

    private Outcome tell(String method, Map<String, Object> business) {
        gate.tell(method, business);
        return new Outcome.Done();
    }

    @Override
    public Optional<ObjectNode> order(OrderNumber number) {
        if (!number.value().matches("\\d{1,18}")) {
            return Optional.empty();
        }
        var data = gate.ask("open.order.detail", Map.of("oid", Long.parseLong(number.value())));
        var base = data.path("orderBaseInfo");
        if (!base.isObject()) {
            return Optional.empty();
        }
        var freight = Told.numberOrZero(base, "expressFee");
        var paid = Told.numberOrZero(base, "totalFee");
        var document =
                new OrderDocument(
                                gate.http().json(),
                                number.value(),
                                Told.numberOrZero(base, "updateTime"))
                        .buyer("kuaishou", Told.text(base, "buyerOpenId"))
                        .freight(freight)
                        .paid(Told.millisOrNull(base, "payTime"), Platform.KUAISHOU.name(), paid);
        switch (Told.text(base, "status")) {
            case "40" -> document.shipped();
            case "50", "70" -> document.signed(Told.millisOrNull(base, "recvTime"));
            default -> {
                // Not shipped yet, or closed before it was.
            }
        }
        var item = data.path("orderItemInfo");
        document.line(
                Told.need(item, "orderItemId"),
                Told.text(item, "skuNick"),
                Told.text(item, "itemTitle"),
                (int) Told.number(item, "num"),
                Math.max(0, paid - freight),
                Told.numberOrZero(item, "originalPrice"));
        return Optional.of(document.done());
    }

    /** Sealed with a key that only the platform and the app have; there is no other signature. */
    @Override
    public Hook open(Map<String, String> headers, byte[] body) {
        try {
            var message =
                    gate.http()
                            .json()
                            .readTree(unsealed(new String(body, StandardCharsets.UTF_8).strip()));
            if (!Told.text(message, "appKey").equals(connection().setting("appKey"))) {
                throw new Forged("for another app");
            }
            var event = Told.text(message, "event");
            if (!event.startsWith("kwaishop_aftersales_")) {
                return new Hook(Told.need(message, "eventId"), List.of());
            }
            var info = gate.http().json().readTree(Told.need(message, "info"));
            return new Hook(Told.need(message, "eventId"), List.of(Told.need(info, "refundId")));
        } catch (JacksonException | PlatformTrouble strange) {
            throw new Forged("not what Kuaishou writes");
        }
    }

    private String unsealed(String body) {
        try {
            var text =
                    body.startsWith("\"") ? gate.http().json().readValue(body, String.class) : body;
            var key =
                    new SecretKeySpec(
                            Base64.getDecoder()
                                    .decode(connection().find("messageSecret").orElse("")),
                            "AES");
            var cipher = Cipher.getInstance("AES/CBC/PKCS5Padding");
            cipher.init(Cipher.DECRYPT_MODE, key, new IvParameterSpec(new byte[16]));
            return new String(
                    cipher.doFinal(Base64.getDecoder().decode(text)), StandardCharsets.UTF_8);
        } catch (GeneralSecurityException | IllegalArgumentException notSealed) {
            throw new Forged("not sealed by Kuaishou");
        }
    }

    @Override
    public Object heard() {
        return Map.of("result", 1);
    }

    @Override
    public @Nullable String link(String id) {
        var own = super.link(id);
        return own != null ? own : "https://s.kwaixiaodian.com/zone/refund/detail?refundId=" + id;
    }
}
