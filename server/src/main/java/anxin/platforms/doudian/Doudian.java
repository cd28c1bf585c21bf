package anxin.platforms.doudian;

import anxin.kernel.OrderNumber;
import anxin.kernel.wire.Hmac;
import anxin.platforms.Errand;
import anxin.platforms.ExternalCase;
import anxin.platforms.ExternalCase.Kind;
import anxin.platforms.Outcome;
import anxin.platforms.Platform;
import anxin.platforms.PlatformTrouble;
import anxin.platforms.Standing;
import anxin.platforms.connections.Calls;
import anxin.platforms.connections.Connection;
import anxin.platforms.connections.OrderDocument;
import anxin.platforms.connections.ShopPlatform;
import anxin.platforms.mapping.Mappings;
import anxin.platforms.wire.Digest;
import anxin.platforms.wire.Told;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Cases of /afterSale/List and /afterSale/Detail, decisions by /afterSale/operate (with the guide
 * to its types), orders by /order/orderDetail, and the messages 200 to 208 (消息推送).
 */
final class Doudian extends ShopPlatform {

    private static final int PAGE = 100;

    private final DoudianGate gate;
    private final Clock clock;

    Doudian(Connection connection, DoudianGate gate, Clock clock) {
        super(connection);
        this.gate = gate;
        this.clock = clock;
    }

    @Override
    public Duration longestWindow() {
        return Duration.ofDays(1);
    }

    /**
     * Sorted by the time of change, and each page asks from the last one's time on instead of by
     * page number: what changes meanwhile moves to the end and pushes nobody off a page. Only when
     * a whole page is of one second is it turned.
     */
    @Override
    public Slice page(Window window, @Nullable String cursor) {
        var at = Place.read(cursor, window);
        var readAt = clock.instant();
        var data =
                gate.call(
                        "/afterSale/List",
                        Map.of(
                                "page",
                                at.page(),
                                "size",
                                PAGE,
                                "order_by",
                                List.of("update_time asc"),
                                "update_start_time",
                                at.from(),
                                "update_end_time",
                                window.to().getEpochSecond()));
        var cases = new ArrayList<ExternalCase>();
        for (var item : data.path("items")) {
            cases.add(listed(item, readAt));
        }
        if (cases.size() < PAGE) {
            return new Slice(cases, null);
        }
        var last =
                cases.stream().mapToLong(one -> one.changedAt().getEpochSecond()).max().orElse(0);
        var next = last > at.from() ? new Place(last, 0) : new Place(at.from(), at.page() + 1);
        return new Slice(cases, next.toString());
    }

    /** From which second on, and which page of it. */
    private record Place(long from, int page) {

        static Place read(@Nullable String cursor, Window window) {
            if (cursor == null) {
                return new Place(window.from().getEpochSecond(), 0);
            }
            var parts = cursor.split(":", 2);
            return new Place(Long.parseLong(parts[0]), Integer.parseInt(parts[1]));
        }

        @Override
        public String toString() {
            return from + ":" + page;
        }
    }

    private ExternalCase listed(JsonNode item, Instant readAt) {
        var info = item.path("aftersale_info");
        var order = item.path("order_info");
        var type = Told.text(info, "aftersale_type");
        var parcel = Told.textOrNull(info, "return_logistics_code");
        return new ExternalCase(
                Platform.DOUDIAN,
                Told.need(info, "aftersale_id"),
                Told.need(order, "shop_order_id"),
                onlyLine(order.path("related_order_info")),
                Mappings.kind(Platform.DOUDIAN, type),
                Mappings.states(Platform.DOUDIAN)
                        .read(
                                codes(
                                        Told.text(info, "aftersale_status"),
                                        Told.text(info, "arbitrate_status"),
                                        Told.text(info, "refund_status"),
                                        type,
                                        Told.text(info, "aftersale_sub_type"),
                                        Told.text(info, "store_id"))),
                quantity(info, "aftersale_num"),
                Told.numberOrZero(info, "refund_amount"),
                "CNY",
                Told.textOrNull(item.path("text_part"), "reason_text"),
                parcel == null
                        ? null
                        : new ExternalCase.Parcel(
                                Told.textOrNull(info, "return_logistics_company_name"), parcel),
                Told.seconds(info, "apply_time"),
                Told.number(info, "update_time"),
                Told.seconds(info, "update_time"),
                Told.secondsOrNull(info, "status_deadline"),
                readAt);
    }

    private static Map<String, String> codes(
            String status,
            String arbitration,
            String refund,
            String type,
            String subType,
            String store) {
        var codes = new TreeMap<String, String>();
        codes.put(Mappings.STATUS, status);
        codes.put(Mappings.ARBITRATION, arbitration);
        codes.put(Mappings.REFUND, refund);
        codes.put(Mappings.TYPE, type);
        codes.put(Mappings.SUB_TYPE, subType);
        codes.put(Mappings.STORE, store.isEmpty() || store.equals("0") ? "" : Mappings.YES);
        return codes;
    }

    private static @Nullable String onlyLine(JsonNode lines) {
        return lines.size() == 1 ? Told.textOrNull(lines.get(0), "sku_order_id") : null;
    }

    private static @Nullable Integer quantity(JsonNode in, String field) {
        var quantity = (int) Told.numberOrZero(in, field);
        return quantity == 0 ? null : quantity;
    }

    @Override
    public Optional<ExternalCase> read(String id) {
        var readAt = clock.instant();
        try {
            var data = gate.call("/afterSale/Detail", Map.of("after_sale_id", id));
            return Optional.of(detailed(data, readAt));
        } catch (PlatformTrouble trouble) {
            // “The data is not there” (isv.parameter-invalid:11003).
            if (trouble.code().endsWith("11003")) {
                return Optional.empty();
            }
            throw trouble;
        }
    }

    private ExternalCase detailed(JsonNode data, Instant readAt) {
        var process = data.path("process_info");
        var info = process.path("after_sale_info");
        var order = data.path("order_info");
        var type = Told.text(info, "after_sale_type");
        var parcel = process.path("logistics_info").path("return");
        var tracking = Told.textOrNull(parcel, "tracking_no");
        return new ExternalCase(
                Platform.DOUDIAN,
                Told.need(info, "after_sale_id"),
                Told.need(order, "shop_order_id"),
                onlyLine(order.path("sku_order_infos")),
                Mappings.kind(Platform.DOUDIAN, type),
                Mappings.states(Platform.DOUDIAN)
                        .read(
                                codes(
                                        Told.text(info, "after_sale_status"),
                                        Told.text(
                                                process.path("arbitrate_info"), "arbitrate_status"),
                                        Told.text(info, "refund_status"),
                                        type,
                                        Told.text(info, "after_sale_sub_type"),
                                        Told.text(info, "store_id"))),
                quantity(info, "after_sale_apply_count"),
                Told.numberOrZero(info, "refund_total_amount"),
                "CNY",
                Told.textOrNull(info, "reason"),
                tracking == null
                        ? null
                        : new ExternalCase.Parcel(
                                Told.textOrNull(parcel, "company_name"), tracking),
                Told.seconds(info, "apply_time"),
                Told.number(info, "update_time"),
                Told.seconds(info, "update_time"),
                Told.secondsOrNull(info, "status_deadline"),
                readAt);
    }

    /** {@code update_time} goes along: the platform refuses what was decided on an older case. */
    @Override
    public Outcome tell(Errand errand, ExternalCase seen) {
        var second = seen.status().standing() != Standing.IN_REVIEW;
        return switch (errand) {
            case Errand.AgreeReturn agree ->
                    switch (seen.kind()) {
                        case RETURN_REFUND -> operate(101, seen, address());
                        case EXCHANGE -> operate(301, seen, address());
                        default -> notOffered();
                    };
            case Errand.AgreeRefund agree ->
                    switch (seen.kind()) {
                        case RETURN_REFUND -> second ? operate(111, seen, Map.of()) : notOffered();
                        case REFUND_ONLY -> operate(201, seen, Map.of());
                        default -> notOffered();
                    };
            case Errand.Refuse refuse ->
                    switch (seen.kind()) {
                        case RETURN_REFUND -> refuse(second ? 112 : 102, seen, refuse);
                        case REFUND_ONLY -> refuse(202, seen, refuse);
                        case EXCHANGE -> refuse(second ? 312 : 302, seen, refuse);
                        default -> notOffered();
                    };
            case Errand.SendReplacement parcel ->
                    seen.kind() == Kind.EXCHANGE && parcel.carrier() != null
                            ? operate(
                                    311,
                                    seen,
                                    Map.of(
                                            "logistics",
                                            Map.of(
                                                    "company_code",
                                                    parcel.carrier(),
                                                    "logistics_code",
                                                    parcel.trackingNo())))
                            : notOffered();
            case Errand.Received received -> new Outcome.Done();
            case Errand.AskEvidence ask -> notOffered();
            case Errand.ReturnParcel parcel -> notOffered();
        };
    }

    private static Outcome notOffered() {
        return new Outcome.NotOffered("Doudian's interface does not offer this for such a case");
    }

    private Map<String, Object> address() {
        return connection()
                .find("returnAddressId")
                .filter(id -> id.matches("\\d{1,18}"))
                .<Map<String, Object>>map(
                        id ->
                                Map.of(
                                        "logistics",
                                        Map.of("receiver_address_id", Long.parseLong(id))))
                .orElse(Map.of());
    }

    /** The platform has reasons of its own; the first that needs no photo carries our words. */
    private Outcome refuse(int type, ExternalCase seen, Errand.Refuse words) {
        return Calls.outcome(
                () -> {
                    var reasons =
                            gate.call(
                                    "/afterSale/rejectReasonCodeList",
                                    Map.of("aftersale_id", seen.id()));
                    for (var reason : reasons.path("items")) {
                        if (!Told.text(reason, "evidence_need").equals("Y")) {
                            return operate(
                                    type,
                                    seen,
                                    Map.of(
                                            "reason",
                                            words.reason(),
                                            "remark",
                                            words.words(),
                                            "reject_reason_code",
                                            Told.number(reason, "reject_reason_code")));
                        }
                    }
                    return new Outcome.NotOffered(
                            "every reason of refusal needs a photo over there");
                });
    }

    private Outcome operate(int type, ExternalCase seen, Map<String, Object> more) {
        var item = new LinkedHashMap<String, Object>(more);
        item.put("aftersale_id", seen.id());
        item.put("update_time", seen.version());
        return Calls.outcome(
                () -> {
                    var data =
                            gate.call(
                                    "/afterSale/operate",
                                    Map.of("type", type, "items", List.of(new TreeMap<>(item))));
                    for (var result : data.path("items")) {
                        var code = Told.text(result, "status_code");
                        if (!code.equals("0")) {
                            return new Outcome.Refused(code, Told.text(result, "status_msg"));
                        }
                    }
                    return new Outcome.Done();
                });
    }

    @Override
    public Optional<ObjectNode> order(OrderNumber number) {
        var data = gate.call("/order/orderDetail", Map.of("shop_order_id", number.value()));
        var order = data.path("shop_order_detail");
        if (!order.isObject()) {
            return Optional.empty();
        }
        var document =
                new OrderDocument(
                                gate.http().json(),
                                number.value(),
                                Told.numberOrZero(order, "update_time"))
                        .buyer("doudian", Told.text(order, "doudian_open_id"))
                        .freight(Told.numberOrZero(order, "post_amount"))
                        .paid(
                                Told.secondsOrNull(order, "pay_time"),
                                Platform.DOUDIAN.name(),
                                Told.numberOrZero(order, "pay_amount"));
        switch (Told.text(order, "order_status")) {
            case "3", "101" -> document.shipped();
            case "5" -> document.signed(Told.secondsOrNull(order, "finish_time"));
            default -> {
                // Not shipped yet, or cancelled before it was.
            }
        }
        for (var line : order.path("sku_order_list")) {
            document.line(
                    Told.need(line, "order_id"),
                    Told.text(line, "code"),
                    Told.text(line, "product_name"),
                    (int) Told.number(line, "item_num"),
                    Math.max(
                            0,
                            Told.numberOrZero(line, "pay_amount")
                                    - Told.numberOrZero(line, "post_amount")),
                    Told.numberOrZero(line, "origin_amount"));
        }
        return Optional.of(document.done());
    }

    @Override
    public void test() {
        var now = clock.instant();
        page(new Window(now.minusSeconds(60), now), null);
    }

    /** event-sign is MD5 over app key, body and secret; the body is a list of messages. */
    @Override
    public Hook open(Map<String, String> headers, byte[] body) {
        var text = new String(body, StandardCharsets.UTF_8);
        var expected =
                Digest.md5(
                        connection().setting("appKey") + text + connection().setting("appSecret"));
        if (!connection().setting("appKey").equals(headers.get("app-id"))
                || !Hmac.same(expected, headers.getOrDefault("event-sign", ""))) {
            throw new Forged("not signed by Doudian for this app");
        }
        try {
            var ids = new ArrayList<String>();
            var messages = new ArrayList<String>();
            for (var message : gate.http().json().readTree(text)) {
                var data = data(message);
                if (Told.text(message, "tag").matches("2\\d\\d")
                        && Told.text(data, "shop_id").equals(connection().setting("shopId"))) {
                    messages.add(Told.text(message, "msg_id"));
                    ids.add(Told.need(data, "aftersale_id"));
                }
            }
            var name = String.join(",", messages);
            return new Hook(name.isEmpty() ? Digest.md5(text) : name, ids);
        } catch (JacksonException | PlatformTrouble strange) {
            throw new Forged("signed, and not understood: " + strange.getMessage());
        }
    }

    /** {@code data} is JSON within JSON in some messages, and plain in others. */
    private JsonNode data(JsonNode message) {
        var data = message.path("data");
        return data.isString() ? gate.http().json().readTree(data.asString()) : data;
    }

    @Override
    public Object heard() {
        return Map.of("code", 0, "msg", "success");
    }

    @Override
    public @Nullable String link(String id) {
        var own = super.link(id);
        return own != null
                ? own
                : "https://fxg.jinritemai.com/ffa/maftersale/aftersale/detail?aftersale_id=" + id;
    }
}
