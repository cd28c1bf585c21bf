package anxin.platforms.jd;

import anxin.kernel.OrderNumber;
import anxin.platforms.Errand;
import anxin.platforms.ExternalCase;
import anxin.platforms.Outcome;
import anxin.platforms.Platform;
import anxin.platforms.PlatformTrouble;
import anxin.platforms.connections.Connection;
import anxin.platforms.connections.KnownPlatform;
import anxin.platforms.connections.OrderDocument;
import anxin.platforms.mapping.Mappings;
import anxin.platforms.wire.Told;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Service bills: jingdong.asc.sync.list by time of change, jingdong.asc.query.view,
 * jingdong.asc.audit.send and .refuse, jingdong.asc.receive.register; orders by
 * jingdong.pop.order.get. The money is paid from JD's own back office: no document names a call for
 * it.
 */
final class Jd extends KnownPlatform {

    private static final int PAGE = 50;

    /** What the warehouse says of a parcel that is as it should be. */
    private static final int IN_ORDER = 10;

    private final JdGate gate;

    Jd(Connection connection, JdGate gate, Clock clock) {
        super(connection, clock);
        this.gate = gate;
    }

    @Override
    public Duration longestWindow() {
        return Duration.ofDays(1);
    }

    /** As with every list by page number, from the last page to the first. */
    @Override
    public Slice page(Window window, @Nullable String cursor) {
        var readAt = now();
        var business = operator();
        business.put("updateTimeBegin", Told.chinaTime(window.from()));
        business.put("updateTimeEnd", Told.chinaTime(window.to()));
        business.put("pageNumber", cursor == null ? 1 : Integer.parseInt(cursor));
        business.put("pageSize", PAGE);
        var result = gate.call("jingdong.asc.sync.list", business).path("pageResult");
        requireSuccess(result);
        var cases = new ArrayList<ExternalCase>();
        for (var bill : result.path("data")) {
            cases.add(external(bill, readAt));
        }
        return new Slice(cases, before(cursor, Told.numberOrZero(result, "totalCount"), PAGE));
    }

    private Map<String, Object> operator() {
        var business = new HashMap<String, Object>();
        business.put("buId", connection().setting("venderId"));
        business.put("operatePin", connection().setting("operatePin"));
        business.put("operateNick", connection().setting("operatePin"));
        return business;
    }

    private static void requireSuccess(JsonNode result) {
        if (!result.path("success").asBoolean(true)) {
            throw PlatformTrouble.of(
                    PlatformTrouble.Kind.REFUSED,
                    Told.text(result, "code"),
                    Told.text(result, "msg"));
        }
    }

    @Override
    protected ExternalCase external(JsonNode bill, Instant readAt) {
        var changed = changed(bill);
        var expect = Told.text(bill, "customerExpect");
        var tracking = Told.textOrNull(bill, "expressCode");
        return new ExternalCase(
                Platform.JD,
                Told.need(bill, "serviceId"),
                Told.need(bill, "orderId"),
                Told.textOrNull(bill, "skuId"),
                Mappings.kind(Platform.JD, expect),
                Mappings.states(Platform.JD)
                        .read(
                                Map.of(
                                        Mappings.STATUS,
                                        step(bill),
                                        Mappings.TYPE,
                                        expect,
                                        Mappings.APPROVED,
                                        Told.text(bill, "approveTime").isEmpty()
                                                ? ""
                                                : Mappings.YES)),
                Told.numberOrZero(bill, "serviceCount") == 0
                        ? null
                        : (int) Told.number(bill, "serviceCount"),
                Told.text(bill, "actualPayPrice").isEmpty() ? 0 : Told.fen(bill, "actualPayPrice"),
                "CNY",
                Told.textOrNull(bill, "questionTypeCid1Name"),
                tracking == null ? null : new ExternalCase.Parcel(null, tracking),
                Told.chinaTime(bill, "applyTime"),
                changed.toEpochMilli(),
                changed,
                null,
                readAt);
    }

    /** The documents call it afsServiceStep in one place and serviceStep in another. */
    private static String step(JsonNode bill) {
        for (var name : List.of("afsServiceStep", "serviceStep", "serviceStatus")) {
            var step = Told.text(bill, name);
            if (!step.isEmpty()) {
                return step;
            }
        }
        return "";
    }

    private static Instant changed(JsonNode bill) {
        var changed = Told.chinaTimeOrNull(bill, "updateDate");
        return changed == null ? Told.chinaTime(bill, "updateTime") : changed;
    }

    @Override
    protected Optional<JsonNode> fetch(String id) {
        var business = operator();
        business.put("serviceId", id);
        var result = gate.call("jingdong.asc.query.view", business).path("result");
        requireSuccess(result);
        var bill = result.path("data");
        return bill.isObject() && bill.has("serviceId") ? Optional.of(bill) : Optional.empty();
    }

    @Override
    protected Outcome tell(Errand errand, ExternalCase seen, JsonNode now) {
        var business = operator();
        business.put("serviceId", seen.id());
        business.put("orderId", seen.orderNumber());
        business.put("sysVersion", Told.numberOrZero(now, "sysVersion"));
        return switch (errand) {
            case Errand.AgreeReturn agree -> {
                for (var setting :
                        List.of(
                                "returnContactName",
                                "returnContactTel",
                                "returnDetailAddress",
                                "approveReasonCid1",
                                "approveReasonCid2")) {
                    connection().find(setting).ifPresent(value -> business.put(setting, value));
                }
                business.put("approveNotes", "同意，请寄回商品");
                yield tell("jingdong.asc.audit.send", business);
            }
            case Errand.Refuse refuse -> {
                for (var setting : List.of("approveReasonCid1", "approveReasonCid2")) {
                    connection().find(setting).ifPresent(value -> business.put(setting, value));
                }
                business.put("approveNotes", refuse.words());
                yield tell("jingdong.asc.audit.refuse", business);
            }
            case Errand.Received received -> {
                business.put("receivePin", connection().setting("operatePin"));
                business.put("receiveName", connection().setting("operatePin"));
                business.put("packingState", IN_ORDER);
                business.put("qualityState", IN_ORDER);
                business.put("appearanceState", IN_ORDER);
                business.put("receiveRemark", "已收货");
                yield tell("jingdong.asc.receive.register", business);
            }
            case Errand.AgreeRefund agree ->
                    new Outcome.NotOffered("JD pays refunds from its own back office");
            case Errand.AskEvidence ask ->
                    new Outcome.NotOffered("JD asks customers in its own back office");
            case Errand.ReturnParcel parcel ->
                    new Outcome.NotOffered("JD takes the customer's parcel from the customer");
            case Errand.SendReplacement parcel ->
                    new Outcome.NotOffered("JD sends replacements from its own back office");
        };
    }

    private Outcome tell(String method, Map<String, Object> business) {
        requireSuccess(gate.call(method, business).path("result"));
        return new Outcome.Done();
    }

    @Override
    public Optional<ObjectNode> order(OrderNumber number) {
        var order =
                gate.call(
                                "jingdong.pop.order.get",
                                Map.of(
                                        "order_id",
                                        number.value(),
                                        "optional_fields",
                                        "orderId,orderState,orderPayment,freightPrice,paymentConfirmTime,"
                                                + "orderEndTime,modified,open_id_buyer,itemInfoList"))
                        .path("orderDetailInfo")
                        .path("orderInfo");
        if (!order.isObject()) {
            return Optional.empty();
        }
        var paid = Told.fen(order, "orderPayment");
        var freight =
                Told.text(order, "freightPrice").isEmpty() ? 0 : Told.fen(order, "freightPrice");
        var document =
                new OrderDocument(
                                gate.http().json(),
                                number.value(),
                                Told.chinaTime(order, "modified").toEpochMilli())
                        .buyer("jd", Told.text(order, "open_id_buyer"))
                        .freight(freight)
                        .paid(
                                Told.chinaTimeOrNull(order, "paymentConfirmTime"),
                                Platform.JD.name(),
                                paid);
        switch (Told.text(order, "orderState")) {
            case "WAIT_GOODS_RECEIVE_CONFIRM" -> document.shipped();
            case "FINISHED_L" -> document.signed(Told.chinaTimeOrNull(order, "orderEndTime"));
            default -> {
                // Not shipped yet, or cancelled before it was.
            }
        }
        long listed = 0;
        for (var line : order.path("itemInfoList")) {
            var quantity = (int) Told.number(line, "itemTotal");
            var price = Told.fen(line, "jdPrice");
            listed += Math.multiplyExact(price, quantity);
            document.line(
                    Told.need(line, "skuId"),
                    Told.text(line, "outerSkuId"),
                    Told.text(line, "skuName"),
                    quantity,
                    null,
                    price);
        }
        return Optional.of(document.discount(Math.max(0, listed - (paid - freight))).done());
    }

    @Override
    public Hook open(Map<String, String> headers, byte[] body) {
        throw new Forged("JD does not tell by web hook");
    }

    @Override
    public Object heard() {
        return Map.of();
    }

    @Override
    public @Nullable String link(String id) {
        var own = super.link(id);
        return own != null ? own : "https://afs.shop.jd.com/afs/serviceDetail?afsServiceId=" + id;
    }
}
