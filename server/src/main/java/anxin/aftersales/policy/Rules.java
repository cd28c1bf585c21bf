package anxin.aftersales.policy;

import static anxin.aftersales.cases.CaseState.INSPECTING;
import static anxin.aftersales.cases.CaseState.REFUNDING;
import static anxin.aftersales.cases.CaseState.REPLACEMENT_PREPARING;
import static anxin.aftersales.cases.CaseState.RETURN_IN_TRANSIT;
import static anxin.aftersales.cases.CaseState.WAIT_BUYER_RETURN;
import static anxin.aftersales.cases.CaseState.WAIT_STORE_CONFIRM;
import static anxin.aftersales.policy.CaseType.COMPENSATION;
import static anxin.aftersales.policy.CaseType.EXCHANGE;
import static anxin.aftersales.policy.CaseType.REFUND_ONLY;
import static anxin.aftersales.policy.CaseType.REPAIR;
import static anxin.aftersales.policy.CaseType.RESEND;
import static anxin.aftersales.policy.CaseType.RETURN_REFUND;
import static anxin.aftersales.policy.Decision.FreightPayer.BUYER;
import static anxin.aftersales.policy.Decision.FreightPayer.NONE;
import static anxin.aftersales.policy.Decision.FreightPayer.SELLER;
import static anxin.aftersales.policy.Remedy.approve;
import static anxin.aftersales.policy.Remedy.ask;
import static anxin.aftersales.policy.Remedy.duplicate;
import static anxin.aftersales.policy.Remedy.offer;
import static anxin.aftersales.policy.Remedy.refuse;
import static anxin.aftersales.policy.Remedy.reject;
import static anxin.aftersales.policy.Remedy.review;
import static anxin.aftersales.policy.Remedy.route;

import anxin.aftersales.cases.CaseState;
import anxin.aftersales.policy.Decision.Queue;
import anxin.aftersales.policy.Decision.Suggestion;
import anxin.aftersales.policy.Request.DamageLevel;
import anxin.commerce.Order.Fulfilment;
import anxin.commerce.Order.PayStatus;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The default policy, row by row. The first rule whose condition holds speaks; within a block the
 * special row stands before the general one. The numbers are those of the policy's table. Rows 58
 * and 59 are the gates in {@link Decide}.
 */
final class Rules {

    private Rules() {}

    /** The options that are no type of their own; a store's is {@code STORE:} and its id. */
    static final String RETURN_BY_POST = "RETURN_BY_POST";

    static final String WAIT_RESTOCK = "WAIT_RESTOCK";

    static final String PARTIAL_REFUND = "PARTIAL_REFUND";
    static final String SHIP_FROM_WAREHOUSE = "SHIP_FROM_WAREHOUSE";

    /** A replacement is on its way within two days; a state's clock, not a shop's choice. */
    static final double REPLACEMENT_HOURS = 48;

    /** Rows 1 to 3: is there an order, was it asked before, is it a complaint? */
    private static final List<Rule> ENTRANCE =
            List.of(
                    // 1
                    new Rule(
                            ReasonCode.ORDER_NOT_FOUND,
                            f -> f.notThere() || f.notTheirs(),
                            f -> reject()),
                    // 2
                    new Rule(
                            ReasonCode.IDEMPOTENT_REPLAY,
                            f -> f.caseOfSameKey() != null,
                            f -> duplicate(f.caseOfSameKey())),
                    // 3
                    new Rule(
                            ReasonCode.COMPLAINT_MAJOR,
                            f -> f.isComplaint() && f.request.major(),
                            f -> complaint(f, f.policy.majorComplaintHours())),
                    new Rule(
                            ReasonCode.COMPLAINT_NORMAL,
                            Facts::isComplaint,
                            f -> complaint(f, f.policy.complaintHours())));

    /** Rows 4 and 5: injury, food, fakes. Always, whatever was paid and whenever. */
    private static final List<Rule> GRAVE =
            List.of(
                    // 4
                    new Rule(
                            ReasonCode.SAFETY_INCIDENT,
                            f -> f.reason == Reason.SAFETY_INCIDENT,
                            f -> expert(f).flag(Flag.STOP_SALE_CHECK)),
                    new Rule(
                            ReasonCode.FOOD_SAFETY,
                            f -> f.reason == Reason.FOOD_SAFETY,
                            f -> expert(f).flag(Flag.STOP_SALE_CHECK)),
                    // 5
                    new Rule(
                            ReasonCode.COUNTERFEIT_CLAIM,
                            f -> f.reason == Reason.COUNTERFEIT,
                            f -> expert(f).flag(Flag.PUNITIVE_DAMAGES)));

    /** Rows 6 to 9: is there money, and is there anything left to ask for? */
    private static final List<Rule> PAYMENT =
            List.of(
                    // 6
                    new Rule(
                            ReasonCode.NOT_PAID,
                            f -> f.order.payStatus() == PayStatus.UNPAID,
                            f -> reject()),
                    new Rule(ReasonCode.ALREADY_REFUNDED, Facts::nothingLeft, f -> reject()),
                    // 7
                    new Rule(
                            ReasonCode.PAYMENT_UNKNOWN,
                            f -> f.order.payStatus() == PayStatus.UNKNOWN,
                            f ->
                                    review(f.policy.reviewHoursUrgent())
                                            .about(f.request.type())
                                            .to(Queue.FINANCE)),
                    // 8
                    new Rule(
                            ReasonCode.GROUP_BUY_IN_PROGRESS,
                            f -> "IN_PROGRESS".equals(f.order.groupBuy()),
                            f -> reject()),
                    // 9
                    new Rule(
                            ReasonCode.OPEN_CASE_EXISTS,
                            f -> f.openCase() != null,
                            f -> duplicate(f.openCase())),
                    new Rule(ReasonCode.QTY_EXCEEDED, Facts::moreThanIsLeft, f -> reject()),
                    new Rule(
                            ReasonCode.AMOUNT_EXCEEDED,
                            f -> isMore(f.request.amountMinor(), f.amounts.most()),
                            f -> reject().most(f.amounts.most())));

    /**
     * What the customer took of the options in rows 33, 47 and 49, where the rows themselves would
     * offer them again.
     */
    private static final List<Rule> CHOSEN =
            List.of(
                    new Rule(
                            ReasonCode.CUSTOMER_CHOICE,
                            f -> f.chose(WAIT_RESTOCK),
                            f ->
                                    review(f.policy.choiceHours())
                                            .about(f.asks(RESEND) ? RESEND : EXCHANGE)
                                            .freight(wayBack(f))),
                    new Rule(
                            ReasonCode.CUSTOMER_CHOICE,
                            f -> f.chose(PARTIAL_REFUND),
                            f ->
                                    approve(REFUND_ONLY)
                                            .pays(f.amounts.percent(missingPct(f)))
                                            .freight(NONE)
                                            .then(REFUNDING, f.policy.refundingHours())
                                            .upTo(f.policy.limRefundOnly())
                                            .nothingComesBack()),
                    new Rule(
                            ReasonCode.CUSTOMER_CHOICE,
                            f ->
                                    f.chose(RETURN_REFUND.name())
                                            && (f.reason == Reason.MISSING_PARTS || f.goodsBack()),
                            f ->
                                    f.reason.isFault()
                                            ? backAtSellersCost(f, f.policy.buyerReturnHours())
                                            : byWish(f, RETURN_REFUND)),
                    new Rule(
                            ReasonCode.CUSTOMER_CHOICE,
                            f -> f.chose(RETURN_BY_POST) && f.collected(),
                            f -> byWish(f, RETURN_REFUND)),
                    new Rule(
                            ReasonCode.CUSTOMER_CHOICE,
                            f -> f.chose(SHIP_FROM_WAREHOUSE) && !f.knownOutOfStock(),
                            f ->
                                    approve(EXCHANGE)
                                            .pays(Amounts.NOTHING)
                                            .freight(wayBack(f))
                                            .then(WAIT_BUYER_RETURN, f.policy.buyerReturnHours())
                                            .upTo(f.policy.limReturn())
                                            .flagIf(f.canExchange(), Flag.STOCK_RESERVED)),
                    new Rule(
                            ReasonCode.CUSTOMER_CHOICE,
                            Facts::choseAStore,
                            f ->
                                    approve(EXCHANGE)
                                            .pays(Amounts.NOTHING)
                                            .freight(NONE)
                                            .then(WAIT_STORE_CONFIRM, f.policy.storeConfirmHours())
                                            .upTo(f.policy.limReturn())
                                            .flag(Flag.STOCK_RESERVED)));

    /** Row 10: the price fell. */
    private static final List<Rule> PRICE =
            List.of(
                    new Rule(
                            ReasonCode.PRICE_PROTECT_EXPIRED,
                            f -> f.reason == Reason.PRICE_DROP && !f.priceProtected(),
                            f -> refuse(f.policy.appealHours()).about(COMPENSATION)),
                    new Rule(
                            ReasonCode.EVIDENCE_REQUIRED,
                            f ->
                                    f.reason == Reason.PRICE_DROP
                                            && f.request.currentUnitMinor() == null,
                            f -> ask(f.policy.evidenceHours()).about(COMPENSATION)),
                    new Rule(
                            ReasonCode.PRICE_NOT_LOWER,
                            f -> f.reason == Reason.PRICE_DROP && f.amounts.priceFallen() <= 0,
                            f -> refuse(f.policy.appealHours()).about(COMPENSATION)),
                    new Rule(
                            ReasonCode.PRICE_PROTECT,
                            f -> f.reason == Reason.PRICE_DROP,
                            f ->
                                    approve(COMPENSATION)
                                            .pays(f.amounts.priceDifference())
                                            .freight(NONE)
                                            .then(REFUNDING, f.policy.refundingHours())
                                            .upTo(f.policy.limComp())));

    /** Rows 11 to 15: vouchers, cards, top-ups. */
    private static final List<Rule> VIRTUAL =
            List.of(
                    // 13
                    new Rule(
                            ReasonCode.VIRTUAL_USED,
                            f -> f.isVirtual() && f.usage().equals("USED"),
                            f -> refuse(f.policy.appealHours()).about(REFUND_ONLY)),
                    // 14
                    new Rule(
                            ReasonCode.VIRTUAL_USAGE_REQUIRED,
                            f ->
                                    f.isVirtual()
                                            && !f.is(Fulfilment.UNSHIPPED)
                                            && f.usage().equals("UNKNOWN"),
                            f -> ask(f.policy.evidenceHoursVirtual()).about(REFUND_ONLY)),
                    // 15
                    new Rule(
                            ReasonCode.VIRTUAL_EXPIRED_REFUND,
                            f ->
                                    f.isVirtual()
                                            && f.voucherExpired()
                                            && f.policy.expiredVoucherRefund(),
                            f -> refundOfVoucher(f)),
                    new Rule(
                            ReasonCode.VIRTUAL_EXPIRED,
                            f -> f.isVirtual() && f.voucherExpired(),
                            f -> refuse(f.policy.appealHours()).about(REFUND_ONLY)),
                    // 12
                    new Rule(
                            ReasonCode.VIRTUAL_PARTIAL,
                            f -> f.isVirtual() && f.usage().equals("PARTIAL"),
                            f -> refundOfVoucher(f)),
                    // 11
                    new Rule(
                            ReasonCode.VIRTUAL_UNUSED,
                            f -> f.isVirtual() && f.usage().equals("UNUSED"),
                            f -> refundOfVoucher(f)));

    /** Rows 16 to 20: the goods have not left. */
    private static final List<Rule> UNSHIPPED =
            List.of(
                    // 17; a seller who is late cannot ask for damages
                    new Rule(
                            ReasonCode.CUSTOM_IN_PRODUCTION,
                            f ->
                                    f.is(Fulfilment.UNSHIPPED)
                                            && f.in("CUSTOM")
                                            && f.order.productionStarted()
                                            && !(f.isLate() && f.reason == Reason.LATE_SHIPMENT),
                            f ->
                                    review(f.policy.reviewHours())
                                            .about(REFUND_ONLY)
                                            .pays(f.amounts.all())
                                            .freight(NONE)),
                    // 18
                    new Rule(
                            ReasonCode.LATE_SHIPMENT,
                            f -> f.is(Fulfilment.UNSHIPPED) && f.isLate(),
                            f ->
                                    refundUnshipped(f, f.amounts.all())
                                            .flag(Flag.LATE_COMPENSATION)
                                            .flagIf(f.isEarnest(), Flag.DEPOSIT_DOUBLE_REVIEW)),
                    // 19
                    new Rule(
                            ReasonCode.PRESALE_BALANCE_ONLY,
                            f ->
                                    f.is(Fulfilment.UNSHIPPED)
                                            && f.keepsDeposit()
                                            && !f.reason.isFault(),
                            f -> refundUnshipped(f, f.amounts.balance())),
                    // 16
                    new Rule(
                            ReasonCode.UNSHIPPED_REFUND,
                            f -> f.is(Fulfilment.UNSHIPPED),
                            f -> refundUnshipped(f, f.amounts.all())),
                    // 20
                    new Rule(
                            ReasonCode.PICKUP_NOT_COLLECTED,
                            f -> f.is(Fulfilment.READY_FOR_PICKUP),
                            f ->
                                    refundUnshipped(f, f.amounts.all())
                                            .flag(Flag.RELEASE_STORE_STOCK)));

    /** Rows 21 to 24: the parcel is on its way, came back, or never arrived. */
    private static final List<Rule> PARCEL =
            List.of(
                    // 21; a lost parcel cannot be called back
                    new Rule(
                            ReasonCode.IN_TRANSIT_INTERCEPT,
                            f -> f.is(Fulfilment.SHIPPED) && f.wish() && !f.carrierIs("LOST"),
                            f ->
                                    approve(RETURN_REFUND)
                                            .pays(f.amounts.undelivered())
                                            .freight(f.buyerUnlessPromised())
                                            .then(RETURN_IN_TRANSIT, f.policy.buyerReturnHours())
                                            .upTo(f.policy.limReturn())),
                    // 22
                    new Rule(
                            ReasonCode.REFUSED_RETURNED,
                            f -> f.is(Fulfilment.REFUSED) && f.carrierIs("RETURNED_TO_SELLER"),
                            f -> refusedAtTheDoor(f, INSPECTING, f.policy.refundingHours())),
                    new Rule(
                            ReasonCode.REFUSED_WAIT_RETURN,
                            f -> f.is(Fulfilment.REFUSED),
                            f ->
                                    refusedAtTheDoor(
                                            f, RETURN_IN_TRANSIT, f.policy.buyerReturnHours())),
                    // 23
                    new Rule(
                            ReasonCode.LOGISTICS_LOST,
                            f ->
                                    f.is(Fulfilment.SHIPPED)
                                            && lost(f)
                                            && f.asks(RESEND)
                                            && f.canResend(),
                            f -> resend(f).flag(Flag.CARRIER_CLAIM)),
                    new Rule(
                            ReasonCode.LOGISTICS_LOST,
                            f -> f.is(Fulfilment.SHIPPED) && lost(f),
                            f ->
                                    approve(REFUND_ONLY)
                                            .pays(f.amounts.all())
                                            .freight(NONE)
                                            .then(REFUNDING, f.policy.refundingHours())
                                            .upTo(f.policy.limReturn())
                                            .nothingComesBack()
                                            .flag(Flag.CARRIER_CLAIM)),
                    // 24
                    new Rule(
                            ReasonCode.LOGISTICS_CHECK,
                            f -> f.reason == Reason.NOT_RECEIVED && f.is(Fulfilment.SHIPPED),
                            Rules::traceTheParcel),
                    new Rule(
                            ReasonCode.SIGNED_NOT_RECEIVED,
                            f -> f.reason == Reason.NOT_RECEIVED,
                            Rules::traceTheParcel));

    /** Rows 25 to 27: fresh goods that arrived spoiled, short or broken. */
    private static final List<Rule> FRESH =
            List.of(
                    // 26
                    new Rule(
                            ReasonCode.FRESH_EVIDENCE,
                            f -> freshClaim(f) && !f.photos(2),
                            f ->
                                    ask(f.policy.evidenceHoursFresh())
                                            .about(REFUND_ONLY)
                                            .freight(NONE)),
                    // 25
                    new Rule(
                            ReasonCode.FRESH_24H,
                            f -> freshClaim(f) && f.withinHours(f.policy.freshAutoHours()),
                            f ->
                                    approve(REFUND_ONLY)
                                            .pays(f.amounts.percent(badRatio(f)))
                                            .freight(NONE)
                                            .then(REFUNDING, f.policy.refundingHours())
                                            .upTo(f.policy.limRefundOnly())
                                            .nothingComesBack()),
                    // 27
                    new Rule(
                            ReasonCode.FRESH_LATE,
                            Rules::freshClaim,
                            f ->
                                    review(f.policy.reviewHoursUrgent())
                                            .about(REFUND_ONLY)
                                            .pays(f.amounts.percent(badRatio(f)))
                                            .freight(NONE)));

    /** Rows 28 to 33: proof, damage on the way, wrong and missing things. */
    private static final List<Rule> FAULTS =
            List.of(
                    // 28; records of repairs are proof enough
                    new Rule(
                            ReasonCode.EVIDENCE_REQUIRED,
                            f ->
                                    f.isFault()
                                            && !f.photos(
                                                    f.reason.photosNeeded() > 1
                                                                    && f.reason.isDefect()
                                                            ? 1
                                                            : f.reason.photosNeeded())
                                            && !f.provenByRepairs(),
                            f ->
                                    ask(f.isFresh()
                                                    ? f.policy.evidenceHoursFresh()
                                                    : f.policy.evidenceHours())
                                            .about(f.request.type())
                                            .freight(SELLER)),
                    // 31; before 29 and 30, or nobody would ever look at the buyer's own carrier
                    new Rule(
                            ReasonCode.BUYER_CARRIER,
                            f -> damaged(f) && f.order.buyerChoseCarrier(),
                            f ->
                                    review(f.policy.reviewHours())
                                            .about(f.request.type())
                                            .pays(f.amounts.all())
                                            .freight(BUYER)),
                    new Rule(
                            ReasonCode.DAMAGE_LATE,
                            f -> damaged(f) && !f.withinHours(f.policy.damageAutoHours()),
                            f ->
                                    review(f.policy.reviewHours())
                                            .about(f.request.type())
                                            .pays(f.amounts.percent(damagePct(f)))
                                            .freight(SELLER)),
                    // 29
                    new Rule(
                            ReasonCode.QUICK_COMPENSATION,
                            f ->
                                    damaged(f)
                                            && f.request.damageLevel() != null
                                            && f.request.damageLevel() != DamageLevel.SEVERE,
                            f ->
                                    approve(COMPENSATION)
                                            .pays(f.amounts.percent(damagePct(f)))
                                            .freight(NONE)
                                            .then(REFUNDING, f.policy.refundingHours())
                                            .upTo(f.policy.limComp())
                                            .nothingComesBack()),
                    // 30; not worth a parcel
                    new Rule(
                            ReasonCode.DAMAGE_SEVERE,
                            f ->
                                    damaged(f)
                                            && f.request.damageLevel() == DamageLevel.SEVERE
                                            && !f.asks(EXCHANGE)
                                            && !f.exceeds(
                                                    f.amounts.percent(damagePct(f)).minor(),
                                                    f.policy.limRefundOnly()),
                            f ->
                                    approve(REFUND_ONLY)
                                            .pays(f.amounts.percent(damagePct(f)))
                                            .freight(NONE)
                                            .then(REFUNDING, f.policy.refundingHours())
                                            .upTo(f.policy.limReturn())
                                            .nothingComesBack()),
                    new Rule(
                            ReasonCode.DAMAGE_SEVERE,
                            Rules::damaged,
                            f -> backAtSellersCost(f, f.policy.buyerReturnHours())),
                    // 32
                    new Rule(
                            ReasonCode.NO_STOCK,
                            f ->
                                    f.reason == Reason.WRONG_ITEM
                                            && f.withinDays(f.policy.qualityRefundDays())
                                            && f.asks(EXCHANGE)
                                            && f.knownOutOfStock(),
                            Rules::otherThanExchange),
                    new Rule(
                            ReasonCode.WRONG_ITEM,
                            f ->
                                    f.reason == Reason.WRONG_ITEM
                                            && f.withinDays(f.policy.qualityRefundDays()),
                            f -> backAtSellersCost(f, f.policy.buyerReturnHours())),
                    // 33
                    new Rule(
                            ReasonCode.MISSING_RESEND,
                            f ->
                                    f.reason == Reason.MISSING_PARTS
                                            && f.withinDays(f.policy.missingDays())
                                            && f.canResend(),
                            Rules::resend),
                    new Rule(
                            ReasonCode.MISSING_RESEND,
                            f ->
                                    f.reason == Reason.MISSING_PARTS
                                            && f.withinDays(f.policy.missingDays()),
                            f ->
                                    offer(
                                                    f.policy.choiceHours(),
                                                    List.of(PARTIAL_REFUND, RETURN_REFUND.name()))
                                            .about(RESEND)
                                            .freight(SELLER)),
                    new Rule(
                            ReasonCode.FAULT_LATE,
                            f ->
                                    (f.reason == Reason.WRONG_ITEM
                                                    || f.reason == Reason.MISSING_PARTS)
                                            && (f.isMainland() || !f.withinConformity()),
                            f ->
                                    review(f.policy.reviewHours())
                                            .about(f.request.type())
                                            .pays(f.amounts.returned())
                                            .freight(SELLER)));

    /** Rows 34 to 38 and 56: defects, from the first week to the end of the warranty. */
    private static final List<Rule> DEFECTS =
            List.of(
                    // 56; where the law of another country goes further than rows 34 to 38
                    new Rule(
                            ReasonCode.NO_STOCK,
                            f ->
                                    f.isFault()
                                            && !f.isMainland()
                                            && f.withinConformity()
                                            && f.asks(EXCHANGE)
                                            && f.knownOutOfStock(),
                            Rules::otherThanExchange),
                    new Rule(
                            ReasonCode.CONFORMITY,
                            f -> f.isFault() && !f.isMainland() && f.withinConformity(),
                            f -> backAtSellersCost(f, f.policy.euReturnHours())),
                    // 34
                    new Rule(
                            ReasonCode.NO_STOCK,
                            f ->
                                    defectWithin(f, f.policy.qualityExchangeDays())
                                            && f.asks(EXCHANGE)
                                            && f.knownOutOfStock(),
                            Rules::otherThanExchange),
                    new Rule(
                            ReasonCode.NOT_AS_DESCRIBED,
                            f ->
                                    (f.reason == Reason.NOT_AS_DESCRIBED
                                                    || f.reason == Reason.SHORT_WEIGHT)
                                            && defectWithin(f, f.policy.qualityRefundDays()),
                            Rules::defectOfTheFirstWeek),
                    new Rule(
                            ReasonCode.EXPIRED_GOODS,
                            f ->
                                    f.reason == Reason.EXPIRED_GOODS
                                            && defectWithin(f, f.policy.qualityRefundDays()),
                            Rules::defectOfTheFirstWeek),
                    new Rule(
                            ReasonCode.QUALITY_7D,
                            f -> defectWithin(f, f.policy.qualityRefundDays()),
                            Rules::defectOfTheFirstWeek),
                    // 37
                    new Rule(
                            ReasonCode.WARRANTY_REPAIR_OVERDUE,
                            f -> f.provenByRepairs() && f.repairOverdue(),
                            f ->
                                    exchangeOfTheRepaired(f)
                                            .then(REPLACEMENT_PREPARING, REPLACEMENT_HOURS)),
                    new Rule(
                            ReasonCode.WARRANTY_TWO_REPAIRS,
                            Facts::provenByRepairs,
                            f ->
                                    exchangeOfTheRepaired(f)
                                            .then(WAIT_BUYER_RETURN, f.policy.buyerReturnHours())),
                    // 35
                    new Rule(
                            ReasonCode.QUALITY_15D_EXCHANGE,
                            f ->
                                    defectWithin(f, f.policy.qualityExchangeDays())
                                            && (f.asks(EXCHANGE) || f.asks(REPAIR)),
                            f ->
                                    backAtSellersCost(f, f.policy.buyerReturnHours())
                                            .flagIf(f.burdenOnSeller(), Flag.BURDEN_ON_SELLER)),
                    new Rule(
                            ReasonCode.QUALITY_8_15D,
                            f -> defectWithin(f, f.policy.qualityExchangeDays()),
                            f ->
                                    review(f.policy.reviewHours())
                                            .about(RETURN_REFUND)
                                            .pays(f.amounts.returned())
                                            .freight(SELLER)
                                            .suggest(Suggestion.EXCHANGE)
                                            .flagIf(f.burdenOnSeller(), Flag.BURDEN_ON_SELLER)),
                    // 36
                    new Rule(
                            ReasonCode.WARRANTY_REPAIR,
                            f -> f.isFault() && f.withinWarranty() && f.asks(REPAIR),
                            f ->
                                    backAtSellersCost(f, f.policy.buyerReturnHours())
                                            .flagIf(f.burdenOnSeller(), Flag.BURDEN_ON_SELLER)),
                    new Rule(
                            ReasonCode.WARRANTY_REVIEW,
                            f -> f.isFault() && f.withinWarranty(),
                            f ->
                                    review(f.policy.reviewHours())
                                            .about(moneyOr(f))
                                            .pays(
                                                    f.asks(EXCHANGE)
                                                            ? Amounts.NOTHING
                                                            : f.amounts.returned())
                                            .freight(SELLER)
                                            .suggest(Suggestion.REPAIR)
                                            .flagIf(f.burdenOnSeller(), Flag.BURDEN_ON_SELLER)),
                    // 38
                    new Rule(
                            ReasonCode.OUT_OF_WARRANTY,
                            Facts::isFault,
                            f ->
                                    review(f.policy.reviewHours())
                                            .about(f.request.type())
                                            .pays(Amounts.NOTHING)
                                            .freight(BUYER)
                                            .suggest(Suggestion.PAID_REPAIR)));

    /** Rows 39 to 41, 44 and 45, 50, 54, 55 and 57: where no right to return is left. */
    private static final List<Rule> NO_RIGHT =
            List.of(
                    // 40
                    exempt(ReasonCode.MEDICINE_EXEMPT, f -> f.in("MEDICINE")),
                    // 39
                    byNature(ReasonCode.CUSTOM_EXEMPT),
                    byNature(ReasonCode.FRESH_EXEMPT),
                    byNature(ReasonCode.DIGITAL_EXEMPT),
                    byNature(ReasonCode.PERIODICAL_EXEMPT),
                    // 41
                    exempt(
                            ReasonCode.CONFIRMED_EXEMPT,
                            f -> f.exemptByConfirmation() && !f.promised()),
                    // 55
                    exempt(
                            ReasonCode.EU_HYGIENE_UNSEALED,
                            f -> f.unsealedHygieneInEurope() && !f.promised()),
                    // 57
                    exempt(
                            ReasonCode.JP_RETURN_POLICY,
                            f -> f.noReturnsShown() && !f.withinPromise()),
                    // 50; what was bought in the store was seen in the store
                    new Rule(
                            ReasonCode.STORE_OFFLINE_SALE,
                            f -> f.wish() && f.order.paidAtStore(),
                            Rules::askTheStore),
                    // 54
                    exempt(ReasonCode.EU_WITHDRAWAL_EXPIRED, f -> f.isEuropean() && !f.mayReturn()),
                    // 57
                    exempt(ReasonCode.JP_8D_EXPIRED, f -> f.isJapanese() && !f.mayReturn()),
                    // 45
                    new Rule(
                            ReasonCode.GOODWILL,
                            f -> f.wish() && !f.mayReturn() && f.withinGrace(),
                            f ->
                                    review(f.policy.reviewHours())
                                            .about(wishedType(f))
                                            .pays(f.amounts.returnedByWish())
                                            .freight(BUYER)),
                    exempt(ReasonCode.NO_REASON_EXPIRED, f -> !f.mayReturn()),
                    // 44
                    new Rule(
                            ReasonCode.ACTIVATED_CHECK,
                            f ->
                                    f.wish()
                                            && f.line().activated()
                                            && f.isMainland()
                                            && f.withinStatutory(),
                            f ->
                                    review(f.policy.reviewHours())
                                            .about(wishedType(f))
                                            .pays(f.amounts.returnedByWish())
                                            .freight(f.buyerUnlessPromised())
                                            .flagIf(
                                                    f.exemptionNotConfirmed(),
                                                    Flag.EXEMPTION_NOT_CONFIRMED)),
                    // 46
                    new Rule(
                            ReasonCode.RETURN_REQUIRED,
                            f -> f.wish() && f.asks(REFUND_ONLY),
                            f ->
                                    offer(f.policy.choiceHours(), List.of(RETURN_REFUND.name()))
                                            .about(REFUND_ONLY)));

    /** Rows 48 to 51: collected in a store. */
    private static final List<Rule> STORE =
            List.of(
                    // 50
                    new Rule(
                            ReasonCode.STORE_STOCK_STALE,
                            f -> atTheStore(f) && f.asks(EXCHANGE) && f.storeStockStale(),
                            Rules::askTheStore),
                    // 48
                    new Rule(
                            ReasonCode.STORE_INSTANT_EXCHANGE,
                            f -> atTheStore(f) && f.asks(EXCHANGE) && f.storeHasIt(),
                            f ->
                                    approve(EXCHANGE)
                                            .pays(Amounts.NOTHING)
                                            .freight(NONE)
                                            .then(WAIT_STORE_CONFIRM, f.policy.storeConfirmHours())
                                            .upTo(f.policy.limReturn())
                                            .flag(Flag.STOCK_RESERVED)),
                    // 49
                    new Rule(
                            ReasonCode.STORE_EXCHANGE_OTHER_STORE,
                            f -> atTheStore(f) && f.asks(EXCHANGE) && !f.otherStores().isEmpty(),
                            Rules::elsewhere),
                    new Rule(
                            ReasonCode.STORE_NO_STOCK,
                            f -> atTheStore(f) && f.asks(EXCHANGE),
                            Rules::elsewhere),
                    // 51
                    new Rule(
                            ReasonCode.STORE_RETURN,
                            Rules::atTheStore,
                            f ->
                                    approve(RETURN_REFUND)
                                            .pays(f.amounts.returnedByWish())
                                            .freight(NONE)
                                            .then(WAIT_STORE_CONFIRM, f.policy.storeConfirmHours())
                                            .upTo(f.policy.limReturn())));

    /** Rows 42, 43, 47, 52 to 54 and 57: the right to return without a reason. */
    private static final List<Rule> WISHES =
            List.of(
                    // 47
                    new Rule(
                            ReasonCode.NO_REASON_EXCHANGE,
                            f -> f.wish() && f.asks(EXCHANGE) && f.canExchange(),
                            f ->
                                    byWish(f, EXCHANGE)
                                            .pays(Amounts.NOTHING)
                                            .flag(Flag.STOCK_RESERVED)),
                    new Rule(
                            ReasonCode.NO_STOCK,
                            f -> f.wish() && f.asks(EXCHANGE),
                            Rules::otherThanExchange),
                    // 53
                    new Rule(
                            ReasonCode.CBEC_CUSTOMS_WINDOW,
                            f -> f.wish() && f.isImport() && !f.customsStillTakes(),
                            f ->
                                    review(f.policy.reviewHours())
                                            .about(RETURN_REFUND)
                                            .pays(f.amounts.returnedByWish())
                                            .freight(f.buyerUnlessPromised())
                                            .arriveBy(f.arriveBy())
                                            .flag(Flag.ORIGINAL_SEAL_REQUIRED)),
                    // 52
                    new Rule(
                            ReasonCode.CBEC_NO_REASON,
                            f -> f.wish() && f.isImport() && f.withinStatutory(),
                            f ->
                                    byWish(f, RETURN_REFUND)
                                            .freight(f.buyerUnlessPromised())
                                            .arriveBy(f.arriveBy())
                                            .flag(Flag.ORIGINAL_SEAL_REQUIRED)),
                    // 43
                    new Rule(
                            ReasonCode.PROMISE_WINDOW,
                            f -> f.wish() && !f.withinStatutory(),
                            f -> byWish(f, RETURN_REFUND)),
                    // 54
                    new Rule(
                            ReasonCode.EU_WITHDRAWAL_14D,
                            f -> f.wish() && f.isEuropean(),
                            f ->
                                    byWish(f, RETURN_REFUND)
                                            .then(WAIT_BUYER_RETURN, f.policy.euReturnHours())
                                            .freight(
                                                    f.order.freeReturn()
                                                                    || Boolean.FALSE.equals(
                                                                            f.order
                                                                                    .returnCostInformed())
                                                            ? SELLER
                                                            : BUYER)
                                            .flag(Flag.DURABLE_MEDIUM_ACK)),
                    // 57
                    new Rule(
                            ReasonCode.JP_8D,
                            f -> f.wish() && f.isJapanese(),
                            f -> byWish(f, RETURN_REFUND).freight(f.buyerUnlessPromised())),
                    // 42
                    new Rule(ReasonCode.NO_REASON_7D, Facts::wish, f -> byWish(f, RETURN_REFUND)));

    /** Row 60: one question, when nothing else is understood. */
    private static final List<Rule> LAST =
            List.of(
                    new Rule(
                            ReasonCode.ASK_REASON,
                            f -> true,
                            f -> ask(f.policy.evidenceHours()).about(f.request.type())));

    static final List<Rule> TABLE =
            Stream.of(
                            ENTRANCE, GRAVE, PAYMENT, CHOSEN, PRICE, VIRTUAL, UNSHIPPED, PARCEL,
                            FRESH, FAULTS, DEFECTS, NO_RIGHT, STORE, WISHES, LAST)
                    .flatMap(List::stream)
                    .toList();

    // ---- conditions with more than one word

    private static boolean isMore(@Nullable Long asked, long most) {
        return asked != null && asked > most;
    }

    private static boolean lost(Facts f) {
        return f.carrierIs("LOST")
                ? f.reason == Reason.NOT_RECEIVED || f.wish()
                : f.reason == Reason.NOT_RECEIVED && f.lost();
    }

    private static boolean freshClaim(Facts f) {
        return f.isFresh()
                && (f.reason == Reason.ROTTEN
                        || f.reason == Reason.SHORT_WEIGHT
                        || f.reason == Reason.LOGISTICS_DAMAGE
                        || f.reason == Reason.QUALITY);
    }

    private static boolean damaged(Facts f) {
        return f.reason == Reason.LOGISTICS_DAMAGE;
    }

    private static boolean defectWithin(Facts f, int days) {
        return f.reason.isDefect() && f.withinDays(days);
    }

    private static boolean atTheStore(Facts f) {
        return f.wish() && f.collected();
    }

    /** By nature, unless the shop promised more or makes no use of it. */
    private static Rule byNature(ReasonCode code) {
        return exempt(
                code, f -> f.exemptionOf(code) != null && f.exemptByNature() && !f.promised());
    }

    private static Rule exempt(ReasonCode code, java.util.function.Predicate<Facts> condition) {
        return new Rule(
                code,
                f -> f.wish() && condition.test(f),
                f -> refuse(f.policy.appealHours()).about(wishedType(f)));
    }

    // ---- remedies that several rows give

    /** Row 3; an expert hears at once of what may have hurt somebody. */
    private static Remedy complaint(Facts f, double hours) {
        var routed =
                f.reason.isGrave()
                        ? route(f.policy.expertHours())
                                .to(Queue.EXPERT)
                                .handOverWithin(f.policy.expertHandoverMinutes())
                                .flagIf(f.reason != Reason.COUNTERFEIT, Flag.STOP_SALE_CHECK)
                                .flagIf(f.reason == Reason.COUNTERFEIT, Flag.PUNITIVE_DAMAGES)
                        : route(hours).to(Queue.COMPLAINT);
        return routed.flagIf(f.sameIssueAgain(), Flag.ROOT_CAUSE);
    }

    private static Remedy expert(Facts f) {
        return review(f.policy.expertHours())
                .about(f.request.type() == null ? RETURN_REFUND : f.request.type())
                .pays(f.amounts.all())
                .freight(SELLER)
                .to(Queue.EXPERT)
                .handOverWithin(f.policy.expertHandoverMinutes());
    }

    private static Remedy refundOfVoucher(Facts f) {
        return approve(REFUND_ONLY)
                .pays(f.amounts.unused())
                .freight(NONE)
                .then(REFUNDING, f.policy.refundingHours())
                .upTo(f.policy.limRefundOnly());
    }

    private static Remedy refundUnshipped(Facts f, Amounts.Sum sum) {
        return approve(REFUND_ONLY)
                .pays(sum)
                .freight(NONE)
                .then(REFUNDING, f.policy.refundingHours())
                .upTo(f.policy.limUnshipped());
    }

    private static Remedy refusedAtTheDoor(Facts f, CaseState next, double hours) {
        boolean fault = f.reason.isFault();
        return approve(RETURN_REFUND)
                .pays(fault ? f.amounts.all() : f.amounts.undelivered())
                .freight(fault ? SELLER : f.buyerUnlessPromised())
                .then(next, hours)
                .upTo(f.policy.limReturn());
    }

    private static Remedy traceTheParcel(Facts f) {
        return review(f.policy.reviewHours())
                .about(f.request.type() == null ? REFUND_ONLY : f.request.type())
                .pays(f.amounts.all())
                .freight(NONE);
    }

    private static Remedy resend(Facts f) {
        return approve(RESEND)
                .pays(Amounts.NOTHING)
                .freight(SELLER)
                .then(REPLACEMENT_PREPARING, REPLACEMENT_HOURS)
                .upTo(f.policy.limReturn())
                .nothingComesBack()
                .flag(Flag.STOCK_RESERVED);
    }

    /** What was asked for comes true, and the seller pays for the way. */
    private static Remedy backAtSellersCost(Facts f, double hours) {
        var type = f.asks(EXCHANGE) || f.asks(REPAIR) ? f.request.type() : RETURN_REFUND;
        return approve(type == null ? RETURN_REFUND : type)
                .pays(type == RETURN_REFUND ? f.amounts.returned() : Amounts.NOTHING)
                .freight(SELLER)
                .then(WAIT_BUYER_RETURN, hours)
                .upTo(f.policy.limReturn())
                .flagIf(type == EXCHANGE, Flag.STOCK_RESERVED);
    }

    private static Remedy defectOfTheFirstWeek(Facts f) {
        return backAtSellersCost(f, f.policy.buyerReturnHours())
                .flagIf("LIVE".equals(f.order.channel()), Flag.LIVE_SESSION_REVIEW)
                .flagIf(f.burdenOnSeller(), Flag.BURDEN_ON_SELLER);
    }

    private static Remedy exchangeOfTheRepaired(Facts f) {
        return approve(EXCHANGE)
                .pays(Amounts.NOTHING)
                .freight(SELLER)
                .upTo(f.policy.limReturn())
                .flag(Flag.STOCK_RESERVED)
                .flagIf(f.burdenOnSeller(), Flag.BURDEN_ON_SELLER);
    }

    private static Remedy byWish(Facts f, CaseType type) {
        return approve(type)
                .pays(f.amounts.returnedByWish())
                .freight(f.freightByWish())
                .then(WAIT_BUYER_RETURN, f.policy.buyerReturnHours())
                .upTo(f.policy.limReturn())
                .flagIf(f.exemptionNotConfirmed(), Flag.EXEMPTION_NOT_CONFIRMED);
    }

    private static Remedy otherThanExchange(Facts f) {
        return offer(
                        f.policy.choiceHours(),
                        List.of(RETURN_REFUND.name(), "OTHER_SKU", WAIT_RESTOCK))
                .about(EXCHANGE)
                .freight(wayBack(f));
    }

    private static Decision.FreightPayer wayBack(Facts f) {
        return f.reason.isFault() ? SELLER : f.freightByWish();
    }

    private static Remedy askTheStore(Facts f) {
        return review(f.policy.storeConfirmHours())
                .about(wishedType(f))
                .pays(f.asks(EXCHANGE) ? Amounts.NOTHING : f.amounts.returnedByWish())
                .freight(NONE)
                .to(Queue.STORE);
    }

    private static Remedy elsewhere(Facts f) {
        var choices = new ArrayList<>(f.otherStores());
        if (!f.knownOutOfStock()) {
            choices.add(SHIP_FROM_WAREHOUSE);
        }
        choices.add(RETURN_REFUND.name());
        return offer(f.policy.choiceHours(), List.copyOf(choices)).about(EXCHANGE);
    }

    private static CaseType wishedType(Facts f) {
        var type = f.request.type();
        return type == null ? RETURN_REFUND : type;
    }

    private static CaseType moneyOr(Facts f) {
        return f.asks(EXCHANGE) ? EXCHANGE : RETURN_REFUND;
    }

    private static int badRatio(Facts f) {
        var ratio = f.request.badRatioPct();
        if (ratio != null) {
            return Math.clamp(ratio, 0, 100);
        }
        var level = f.request.damageLevel();
        return level == null ? 100 : f.policy.damagePct().of(level);
    }

    /**
     * A part that is missing takes as much off as damage in the middle, if nobody says how much.
     */
    private static int missingPct(Facts f) {
        return f.request.damageLevel() == null ? f.policy.damagePct().moderate() : damagePct(f);
    }

    private static int damagePct(Facts f) {
        var level = f.request.damageLevel();
        return level == null ? 100 : f.policy.damagePct().of(level);
    }
}
