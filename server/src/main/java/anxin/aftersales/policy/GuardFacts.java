package anxin.aftersales.policy;

import anxin.aftersales.expression.Kind;
import anxin.aftersales.expression.Vocabulary;
import anxin.aftersales.policy.Request.DamageLevel;
import anxin.commerce.Order;
import anxin.commerce.Order.Fulfilment;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The facts that a guard may look at, by the names of the vocabulary. */
public final class GuardFacts {

    /** What is decided about, and what the rules said. {@code refundCny} is in CNY fen. */
    public record Situation(
            Order order,
            Request request,
            java.time.Instant now,
            Decision decision,
            @Nullable Double refundCny) {}

    private static final Vocabulary<Object> LINE =
            Vocabulary.builder()
                    .name("id", Kind.TEXT, line(Order.Line::id))
                    .name("sku", Kind.TEXT, line(Order.Line::sku))
                    .name("category", Kind.TEXT, line(Order.Line::category))
                    .name("qty", Kind.NUMBER, line(l -> (double) l.qty()))
                    .name("paidMinor", Kind.NUMBER, line(l -> (double) l.paidMinor()))
                    .name("unitListMinor", Kind.NUMBER, line(l -> number(l.unitListMinor())))
                    .name("refundedQty", Kind.NUMBER, line(l -> (double) l.refundedQty()))
                    .name("promiseDays", Kind.NUMBER, line(l -> number(l.promiseDays())))
                    .name("warrantyDays", Kind.NUMBER, line(l -> number(l.warrantyDays())))
                    .name("durable", Kind.TRUTH, line(Order.Line::durable))
                    .name("exemptClass", Kind.TEXT, line(Order.Line::exemptClass))
                    .name("exemptConfirmed", Kind.TRUTH, line(Order.Line::exemptConfirmed))
                    .name("activated", Kind.TRUTH, line(Order.Line::activated))
                    .name("unsealed", Kind.TRUTH, line(Order.Line::unsealed))
                    .name("gift", Kind.TRUTH, line(Order.Line::gift))
                    .name("failedRepairs", Kind.NUMBER, line(l -> (double) l.failedRepairs()))
                    .build();

    private static final Vocabulary<Object> ASKED =
            Vocabulary.builder()
                    .name("lineId", Kind.TEXT, asked(Request.Item::lineId))
                    .name("qty", Kind.NUMBER, asked(item -> (double) item.qty()))
                    .build();

    private static final Vocabulary<Object> TENDER =
            Vocabulary.builder()
                    .name("kind", Kind.TEXT, tender(Order.Tender::kind))
                    .name("minor", Kind.NUMBER, tender(t -> (double) t.minor()))
                    .name("refundedMinor", Kind.NUMBER, tender(t -> (double) t.refundedMinor()))
                    .build();

    public static final Vocabulary<Situation> NAMES =
            Vocabulary.<Situation>builder()
                    .name("now", Kind.TIME, Situation::now)
                    .name("order.no", Kind.TEXT, order(Order::no))
                    .name("order.channel", Kind.TEXT, order(Order::channel))
                    .name("order.currency", Kind.TEXT, order(Order::currency))
                    .oneOf(
                            "order.jurisdiction",
                            List.of("EU", "UK", "JP"),
                            order(Order::jurisdiction))
                    .oneOf(
                            "order.fulfil",
                            names(Fulfilment.values()),
                            order(o -> o.fulfil().name()))
                    .name("order.paidAt", Kind.TIME, order(Order::paidAt))
                    .name("order.signedAt", Kind.TIME, order(Order::signedAt))
                    .name("order.shipBy", Kind.TIME, order(Order::shipBy))
                    .name("order.pickedUpAt", Kind.TIME, order(Order::pickedUpAt))
                    .name("order.confirmedAt", Kind.TIME, order(Order::confirmedAt))
                    .name("order.freightMinor", Kind.NUMBER, order(o -> (double) o.freightMinor()))
                    .name("order.freightInsurance", Kind.TRUTH, order(Order::freightInsurance))
                    .name("order.freeReturn", Kind.TRUTH, order(Order::freeReturn))
                    .name("order.buyerChoseCarrier", Kind.TRUTH, order(Order::buyerChoseCarrier))
                    .name("order.productionStarted", Kind.TRUTH, order(Order::productionStarted))
                    .name("order.paidAtStore", Kind.TRUTH, order(Order::paidAtStore))
                    .name(
                            "order.livePromiseDays",
                            Kind.NUMBER,
                            order(o -> number(o.livePromiseDays())))
                    .name("order.liveSessionId", Kind.TEXT, order(Order::liveSessionId))
                    .name("order.pointsPaid", Kind.NUMBER, order(o -> number(o.pointsPaid())))
                    .name("order.refundedMinor", Kind.NUMBER, order(o -> number(o.refundedMinor())))
                    .name(
                            "order.compensatedMinor",
                            Kind.NUMBER,
                            order(o -> number(o.compensatedMinor())))
                    .name(
                            "order.sameIssueComplaints30d",
                            Kind.NUMBER,
                            order(o -> number(o.sameIssueComplaints30d())))
                    .name("order.customer.id", Kind.TEXT, buyer(Order.Buyer::id))
                    .name("order.customer.tier", Kind.TEXT, buyer(Order.Buyer::tier))
                    .name(
                            "order.customer.riskScore",
                            Kind.NUMBER,
                            buyer(b -> (double) b.riskScore()))
                    .name(
                            "order.customer.refundOnly30d",
                            Kind.NUMBER,
                            buyer(b -> (double) b.refundOnly30d()))
                    .name(
                            "order.crossBorder.mode",
                            Kind.TEXT,
                            order(o -> o.crossBorder() == null ? null : o.crossBorder().mode()))
                    .name(
                            "order.store.id",
                            Kind.TEXT,
                            order(o -> o.store() == null ? null : o.store().id()))
                    .name(
                            "order.carrier.status",
                            Kind.TEXT,
                            order(o -> o.carrier() == null ? null : o.carrier().status()))
                    .rows("order.lines", LINE, order(Order::lines))
                    .rows("order.tenders", TENDER, order(Order::tenders))
                    .oneOf(
                            "request.reason",
                            names(Reason.values()),
                            request(r -> r.reason() == null ? null : r.reason().name()))
                    .oneOf(
                            "request.type",
                            names(CaseType.values()),
                            request(r -> r.type() == null ? null : r.type().name()))
                    .name("request.reasonText", Kind.TEXT, request(Request::reasonText))
                    .name("request.lang", Kind.TEXT, request(Request::lang))
                    .name("request.exchangeSku", Kind.TEXT, request(Request::exchangeSku))
                    .name("request.amountMinor", Kind.NUMBER, request(r -> number(r.amountMinor())))
                    .name("request.badRatioPct", Kind.NUMBER, request(r -> number(r.badRatioPct())))
                    .oneOf(
                            "request.damageLevel",
                            names(DamageLevel.values()),
                            request(r -> r.damageLevel() == null ? null : r.damageLevel().name()))
                    .name("request.wantsHuman", Kind.TRUTH, request(Request::wantsHuman))
                    .name("request.evidence", Kind.TEXTS, request(Request::evidence))
                    .rows("request.lines", ASKED, request(Request::lines))
                    .oneOf(
                            "decision.reasonCode",
                            names(ReasonCode.values()),
                            decision(d -> d.reasonCode().name()))
                    .oneOf(
                            "decision.outcome",
                            names(Decision.Outcome.values()),
                            decision(d -> d.outcome().name()))
                    .oneOf(
                            "decision.type",
                            names(CaseType.values()),
                            decision(d -> d.type() == null ? null : d.type().name()))
                    .oneOf(
                            "decision.freightPayer",
                            names(Decision.FreightPayer.values()),
                            decision(
                                    d -> d.freightPayer() == null ? null : d.freightPayer().name()))
                    .name(
                            "decision.refundMinor",
                            Kind.NUMBER,
                            decision(d -> number(d.refundMinor())))
                    .name("decision.refundCny", Kind.NUMBER, Situation::refundCny)
                    .build();

    private GuardFacts() {}

    private static Vocabulary.Look<Situation> order(Function<Order, @Nullable Object> fact) {
        return situation -> fact.apply(situation.order());
    }

    private static Vocabulary.Look<Situation> buyer(Function<Order.Buyer, @Nullable Object> fact) {
        return situation -> {
            var buyer = situation.order().customer();
            return buyer == null ? null : fact.apply(buyer);
        };
    }

    private static Vocabulary.Look<Situation> request(Function<Request, @Nullable Object> fact) {
        return situation -> fact.apply(situation.request());
    }

    private static Vocabulary.Look<Situation> decision(Function<Decision, @Nullable Object> fact) {
        return situation -> fact.apply(situation.decision());
    }

    private static Vocabulary.Look<Object> line(Function<Order.Line, @Nullable Object> fact) {
        return row -> fact.apply((Order.Line) row);
    }

    private static Vocabulary.Look<Object> asked(Function<Request.Item, @Nullable Object> fact) {
        return row -> fact.apply((Request.Item) row);
    }

    private static Vocabulary.Look<Object> tender(Function<Order.Tender, @Nullable Object> fact) {
        return row -> fact.apply((Order.Tender) row);
    }

    private static @Nullable Double number(@Nullable Number number) {
        return number == null ? null : number.doubleValue();
    }

    private static List<String> names(Enum<?>[] constants) {
        return Arrays.stream(constants).map(Enum::name).toList();
    }

    static Situation of(Facts facts, Decision decision) {
        var refund = decision.refundMinor();
        BigDecimal cny = refund == null ? null : facts.inCny(refund);
        return new Situation(
                facts.order,
                facts.request,
                facts.now,
                decision,
                cny == null ? null : cny.doubleValue());
    }
}
