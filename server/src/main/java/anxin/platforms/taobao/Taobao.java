package anxin.platforms.taobao;

import anxin.kernel.OrderNumber;
import anxin.platforms.Errand;
import anxin.platforms.ExternalCase;
import anxin.platforms.Outcome;
import anxin.platforms.Platform;
import anxin.platforms.PlatformTrouble;
import anxin.platforms.Standing;
import anxin.platforms.connections.Connection;
import anxin.platforms.connections.KnownPlatform;
import anxin.platforms.connections.OrderDocument;
import anxin.platforms.mapping.Mappings;
import anxin.platforms.wire.Told;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * taobao.refunds.receive.get and taobao.refund.get; taobao.rp.refunds.agree, taobao.refund.refuse,
 * taobao.rp.returngoods.agree, .refuse and .refill, taobao.refund.message.add;
 * taobao.trade.fullinfo.get for orders.
 */
final class Taobao extends KnownPlatform {

    private static final int PAGE = 100;
    private static final String FIELDS =
            "refund_id,tid,oid,status,cs_status,has_good_return,dispute_type,refund_fee,num,reason,sid,"
                    + "company_name,created,modified,refund_phase,refund_version,order_status";

    private final TaobaoGate gate;

    Taobao(Connection connection, TaobaoGate gate, Clock clock) {
        super(connection, clock);
        this.gate = gate;
    }

    @Override
    public Duration longestWindow() {
        return Duration.ofHours(12);
    }

    /**
     * The list has no order that one could rely on, so its pages are turned from the last to the
     * first: a case that changes leaves the window, and what moves up moves to a page still to
     * come.
     */
    @Override
    public Slice page(Window window, @Nullable String cursor) {
        var page = cursor == null ? 1 : Integer.parseInt(cursor);
        var readAt = now();
        var answer =
                gate.call(
                        "taobao.refunds.receive.get",
                        Map.of(
                                "fields",
                                FIELDS,
                                "start_modified",
                                Told.chinaTime(window.from()),
                                "end_modified",
                                Told.chinaTime(window.to()),
                                "page_no",
                                String.valueOf(page),
                                "page_size",
                                String.valueOf(PAGE)));
        var cases = new ArrayList<ExternalCase>();
        for (var refund : answer.path("refunds").path("refund")) {
            cases.add(external(refund, readAt));
        }
        return new Slice(cases, before(cursor, Told.numberOrZero(answer, "total_results"), PAGE));
    }

    @Override
    protected ExternalCase external(JsonNode refund, Instant readAt) {
        var modified = Told.chinaTime(refund, "modified");
        var version = Told.numberOrZero(refund, "refund_version");
        var tracking = Told.textOrNull(refund, "sid");
        var line = Told.textOrNull(refund, "oid");
        return new ExternalCase(
                Platform.TAOBAO,
                Told.need(refund, "refund_id"),
                Told.need(refund, "tid"),
                line,
                Mappings.kind(Platform.TAOBAO, type(refund)),
                Mappings.states(Platform.TAOBAO)
                        .read(
                                Map.of(
                                        Mappings.STATUS,
                                        Told.text(refund, "status"),
                                        Mappings.SERVICE,
                                        Told.text(refund, "cs_status"))),
                Told.numberOrZero(refund, "num") == 0 ? null : (int) Told.number(refund, "num"),
                Told.fen(refund, "refund_fee"),
                "CNY",
                Told.textOrNull(refund, "reason"),
                tracking == null
                        ? null
                        : new ExternalCase.Parcel(
                                Told.textOrNull(refund, "company_name"), tracking),
                Told.chinaTime(refund, "created"),
                version == 0 ? modified.toEpochMilli() : version,
                modified,
                Told.chinaTimeOrNull(refund.path("refund_remind_timeout"), "timeout"),
                readAt);
    }

    private static String type(JsonNode refund) {
        var type = Told.text(refund, "dispute_type");
        if (!type.isEmpty()) {
            return type;
        }
        return refund.path("has_good_return").asBoolean(false) ? "REFUND_AND_RETURN" : "REFUND";
    }

    @Override
    protected Optional<JsonNode> fetch(String id) {
        try {
            return Optional.of(
                    gate.call(
                                    "taobao.refund.get",
                                    Map.of(
                                            "fields",
                                            FIELDS + ",refund_remind_timeout",
                                            "refund_id",
                                            id))
                            .path("refund"));
        } catch (PlatformTrouble trouble) {
            if (trouble.code().contains("refund-not-exist")
                    || trouble.code().contains("invalid-refund")) {
                return Optional.empty();
            }
            throw trouble;
        }
    }

    /**
     * {@code refund_version} goes along: the platform too refuses what was decided on an older one.
     */
    @Override
    protected Outcome tell(Errand errand, ExternalCase seen, JsonNode refund) {
        var about = new TreeMap<String, String>();
        about.put("refund_id", seen.id());
        about.put("refund_phase", Told.text(refund, "refund_phase"));
        about.put("refund_version", Told.text(refund, "refund_version"));
        return switch (errand) {
            case Errand.AgreeReturn agree -> {
                connection()
                        .find("returnAddressId")
                        .ifPresent(id -> about.put("seller_address_id", id));
                about.put("remark", "同意退货");
                yield done(gate.call("taobao.rp.returngoods.agree", about));
            }
            case Errand.AgreeRefund agree -> agree(seen, refund);
            case Errand.Refuse refuse ->
                    seen.status().standing() == Standing.IN_REVIEW
                            ? refuse("taobao.refund.refuse", about, seen, refuse)
                            : refuse("taobao.rp.returngoods.refuse", about, seen, refuse);
            case Errand.AskEvidence ask ->
                    done(
                            gate.call(
                                    "taobao.refund.message.add",
                                    Map.of("refund_id", seen.id(), "content", ask.what())));
            case Errand.ReturnParcel parcel -> {
                if (parcel.carrier() == null) {
                    yield new Outcome.NotOffered("Taobao wants the carrier's code with the number");
                }
                yield done(
                        gate.call(
                                "taobao.rp.returngoods.refill",
                                Map.of(
                                        "refund_id",
                                        seen.id(),
                                        "refund_phase",
                                        Told.text(refund, "refund_phase"),
                                        "logistics_waybill_no",
                                        parcel.trackingNo(),
                                        "logistics_company_code",
                                        parcel.carrier())));
            }
            case Errand.Received received -> new Outcome.Done();
            case Errand.SendReplacement parcel ->
                    new Outcome.NotOffered("exchanges are sent in the platform's own back office");
        };
    }

    /** One form for all: number, fen, version and phase. Large sums ask for a code by SMS. */
    private Outcome agree(ExternalCase seen, JsonNode refund) {
        var answer =
                gate.call(
                        "taobao.rp.refunds.agree",
                        Map.of(
                                "refund_infos",
                                String.join(
                                        "|",
                                        seen.id(),
                                        String.valueOf(seen.amountMinor()),
                                        String.valueOf(seen.version()),
                                        Told.text(refund, "refund_phase"))));
        for (var result : answer.path("results").path("refund_mapping_result")) {
            if (!result.path("succ").asBoolean(false)) {
                return new Outcome.Refused(
                        Told.text(answer, "msg_code"), Told.text(result, "message"));
            }
        }
        var code = Told.text(answer, "msg_code");
        return code.isEmpty() || code.equals("OP_SUCC")
                ? new Outcome.Done()
                : new Outcome.Refused(code, Told.text(answer, "message"));
    }

    private Outcome refuse(
            String method, Map<String, String> about, ExternalCase seen, Errand.Refuse refuse) {
        var form = new TreeMap<>(about);
        form.put("refuse_message", refuse.words());
        form.put("tid", seen.orderNumber());
        form.put("oid", seen.lineId() == null ? seen.orderNumber() : seen.lineId());
        connection().find("refuseReasonId").ifPresent(id -> form.put("refuse_reason_id", id));
        return done(gate.call(method, form));
    }

    private static Outcome done(JsonNode answer) {
        return new Outcome.Done();
    }

    @Override
    public Optional<ObjectNode> order(OrderNumber number) {
        JsonNode trade;
        try {
            trade =
                    gate.call(
                                    "taobao.trade.fullinfo.get",
                                    Map.of(
                                            "tid",
                                            number.value(),
                                            "fields",
                                            "tid,status,payment,post_fee,pay_time,end_time,modified,"
                                                    + "buyer_open_uid,orders"))
                            .path("trade");
        } catch (PlatformTrouble trouble) {
            if (trouble.code().contains("trade-not-exist")) {
                return Optional.empty();
            }
            throw trouble;
        }
        var document =
                new OrderDocument(
                                gate.http().json(),
                                number.value(),
                                Told.chinaTime(trade, "modified").toEpochMilli())
                        .buyer("taobao", Told.text(trade, "buyer_open_uid"))
                        .freight(fen(trade, "post_fee"))
                        .paid(
                                Told.chinaTimeOrNull(trade, "pay_time"),
                                Platform.TAOBAO.name(),
                                fen(trade, "payment"));
        switch (Told.text(trade, "status")) {
            case "WAIT_BUYER_CONFIRM_GOODS", "SELLER_CONSIGNED_PART" -> document.shipped();
            case "TRADE_FINISHED", "TRADE_BUYER_SIGNED" ->
                    document.signed(Told.chinaTimeOrNull(trade, "end_time"));
            default -> {
                // Not shipped yet, or closed before it was.
            }
        }
        for (var line : lines(trade)) {
            document.line(
                    Told.need(line, "oid"),
                    Told.text(line, "outer_sku_id"),
                    Told.text(line, "title"),
                    (int) Told.number(line, "num"),
                    fen(
                            line,
                            Told.text(line, "divide_order_fee").isEmpty()
                                    ? "payment"
                                    : "divide_order_fee"),
                    fen(line, "price"));
        }
        return Optional.of(document.done());
    }

    private static List<JsonNode> lines(JsonNode trade) {
        var lines = new ArrayList<JsonNode>();
        trade.path("orders").path("order").forEach(lines::add);
        return lines;
    }

    private static long fen(JsonNode in, String field) {
        return new BigDecimal(Told.text(in, field).isEmpty() ? "0" : Told.text(in, field)).signum()
                        == 0
                ? 0
                : Told.fen(in, field);
    }

    @Override
    public Hook open(Map<String, String> headers, byte[] body) {
        throw new Forged("Taobao does not tell by web hook");
    }

    @Override
    public Object heard() {
        return Map.of();
    }

    @Override
    public @Nullable String link(String id) {
        var own = super.link(id);
        return own != null ? own : "https://refund2.taobao.com/dispute/detail.htm?disputeId=" + id;
    }
}
