package anxin.aftersales.policy;

import anxin.commerce.Order;
import anxin.commerce.Order.Fulfilment;
import anxin.commerce.Order.Line;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What the rules look at: the order, the request and the time, put into the words of the policy's
 * table. One line of the request is in focus at a time; see {@link Decide}.
 */
final class Facts {

    /** So many units of a line are asked about. */
    record Asked(Line line, int qty) {
        int left() {
            return line.qty() - line.refundedQty();
        }
    }

    /** Statutory windows that no shop may shorten; longer ones are promises. */
    private static final int EU_WITHDRAWAL_DAYS = 14;

    private static final int EU_UNINFORMED_MONTHS = 12;
    private static final int JP_DAYS_AFTER_RECEIPT = 7; // eight days, the day of receipt counts
    private static final int CONFORMITY_MONTHS = 24;
    private static final int BURDEN_MONTHS = 6;

    /** The third complaint on the same issue is the one after two. */
    private static final int SAME_ISSUE_BEFORE = 2;

    final Order order;
    final Request request;
    final Instant now;
    final Policy policy;
    final Calendar calendar;
    final Reason reason;
    final List<Asked> asked;
    final boolean unknownLine;
    final ZoneId zone;
    final Amounts amounts;
    private @Nullable Line line;
    private @Nullable Instant statutoryEnd;
    private @Nullable Instant qualityEnd;

    Facts(Order order, Request request, Instant now, Policy policy, Calendar calendar) {
        this.order = order;
        this.request = request;
        this.now = now;
        this.policy = policy;
        this.calendar = calendar;
        this.reason = request.reason() == null ? Reason.UNCLEAR : request.reason();
        this.asked = new ArrayList<>(Math.max(4, order.lines().size()));
        this.unknownLine = !collectAsked();
        this.zone = zoneOf(order.consumerTz(), policy.tz());
        this.amounts = new Amounts(this);
    }

    private boolean collectAsked() {
        if (request.lines().isEmpty()) {
            for (var line : order.lines()) {
                var left = line.qty() - line.refundedQty();
                if (left > 0) {
                    asked.add(new Asked(line, left));
                }
            }
            return true;
        }
        boolean known = true;
        for (var item : request.lines()) {
            var line = lineOf(item.lineId());
            if (line == null) {
                known = false;
            } else {
                ask(line, item.qty());
            }
        }
        return known;
    }

    private @Nullable Line lineOf(String id) {
        for (var line : order.lines()) {
            if (line.id().equals(id)) {
                return line;
            }
        }
        return null;
    }

    private void ask(Line line, int qty) {
        for (int i = 0; i < asked.size(); i++) {
            if (asked.get(i).line() == line) {
                asked.set(i, new Asked(line, asked.get(i).qty() + qty));
                return;
            }
        }
        asked.add(new Asked(line, qty));
    }

    private static ZoneId zoneOf(@Nullable String name, ZoneId otherwise) {
        if (name == null) {
            return otherwise;
        }
        try {
            return ZoneId.of(name);
        } catch (DateTimeException unknown) {
            return otherwise;
        }
    }

    // ---- focus

    void focus(@Nullable Line other) {
        line = other;
        statutoryEnd = null;
        qualityEnd = null;
    }

    /** The line in focus. The rules that ask come after those that refuse a request for nothing. */
    Line line() {
        return Objects.requireNonNull(line);
    }

    int qtyOfLine() {
        for (var one : asked) {
            if (one.line() == line) {
                return one.qty();
            }
        }
        return 0;
    }

    boolean asksForMoreThanGifts() {
        for (var one : asked) {
            if (!one.line().gift()) {
                return true;
            }
        }
        return false;
    }

    // ---- who and what

    boolean notThere() {
        var number = request.orderNo();
        return order.missing() || (number != null && !number.equals(order.no()));
    }

    boolean notTheirs() {
        var asker = request.customerId();
        var owner = order.customer();
        return asker != null && owner != null && !asker.equals(owner.id());
    }

    @Nullable String caseOfSameKey() {
        var seen = order.seenKeys();
        var key = request.idempotencyKey();
        return seen == null || key == null ? null : seen.get(key);
    }

    boolean isComplaint() {
        return request.type() == CaseType.COMPLAINT
                || reason == Reason.SERVICE_COMPLAINT
                || (reason == Reason.UNCLEAR && request.wantsHuman());
    }

    boolean sameIssueAgain() {
        var before = order.sameIssueComplaints30d();
        return before != null && before >= SAME_ISSUE_BEFORE;
    }

    boolean nothingLeft() {
        return order.payStatus() == Order.PayStatus.REFUNDED
                || (asked.isEmpty() && !unknownLine)
                || (amounts.paidInAll() > 0 && amounts.refundedBefore() >= amounts.paidInAll());
    }

    @Nullable String openCase() {
        for (var one : asked) {
            if (one.line().openCaseId() != null) {
                return one.line().openCaseId();
            }
        }
        return null;
    }

    boolean moreThanIsLeft() {
        if (unknownLine) {
            return true;
        }
        for (var one : asked) {
            if (one.qty() <= 0 || one.qty() > one.left()) {
                return true;
            }
        }
        return false;
    }

    boolean is(Fulfilment fulfilment) {
        return order.fulfil() == fulfilment;
    }

    boolean wish() {
        return reason.isWish();
    }

    boolean asks(CaseType type) {
        return request.type() == type;
    }

    boolean in(String category) {
        return line().category().equals(category);
    }

    boolean isFresh() {
        return in("FRESH") || in("PLANT");
    }

    boolean anyFresh() {
        for (var one : asked) {
            if (one.line().category().equals("FRESH") || one.line().category().equals("PLANT")) {
                return true;
            }
        }
        return false;
    }

    // ---- whose law

    boolean isEuropean() {
        return "EU".equals(order.jurisdiction()) || "UK".equals(order.jurisdiction());
    }

    boolean isJapanese() {
        return "JP".equals(order.jurisdiction());
    }

    boolean isMainland() {
        return !isEuropean() && !isJapanese();
    }

    // ---- evidence

    boolean photos(int atLeast) {
        return request.evidence().size() >= atLeast;
    }

    boolean isFault() {
        return reason.isFault();
    }

    boolean carrierIs(String status) {
        var carrier = order.carrier();
        return carrier != null && status.equals(carrier.status());
    }

    boolean lost() {
        if (carrierIs("LOST")) {
            return true;
        }
        var carrier = order.carrier();
        var traced = carrier == null ? null : carrier.lastTraceAt();
        return traced != null
                && !now.isBefore(traced.plus(Window.hours(policy.lostNoTraceHours())));
    }

    // ---- virtual goods

    boolean isVirtual() {
        return line().virtual() != null || in("VOUCHER") || in("VIRTUAL_CARD");
    }

    /** UNUSED, PARTIAL, USED or UNKNOWN, by the count where there is one. */
    String usage() {
        var virtual = line().virtual();
        if (virtual == null) {
            return "UNKNOWN";
        }
        var usage = virtual.usage() == null ? "PARTIAL" : virtual.usage();
        if (!usage.equals("PARTIAL")) {
            return usage;
        }
        var total = virtual.total();
        var used = virtual.used();
        if (total == null || used == null || total <= 0) {
            return "UNKNOWN";
        }
        return used <= 0 ? "UNUSED" : used >= total ? "USED" : "PARTIAL";
    }

    boolean voucherExpired() {
        var virtual = line().virtual();
        var expires = virtual == null ? null : virtual.expiresAt();
        return expires != null && now.isAfter(expires);
    }

    // ---- before shipment

    boolean isLate() {
        var promised = order.shipBy();
        return promised != null && now.isAfter(promised);
    }

    boolean keepsDeposit() {
        var presale = order.presale();
        return presale != null
                && presale.depositKind().equals("EARNEST")
                && Boolean.FALSE.equals(presale.depositRefundable());
    }

    boolean isEarnest() {
        var presale = order.presale();
        return presale != null && presale.depositKind().equals("EARNEST");
    }

    // ---- windows

    /** When the goods came into the customer's hands; null is not yet, as far as we know. */
    @Nullable Instant receivedAt() {
        var at = order.signedAt();
        if (is(Fulfilment.PICKED_UP) && order.pickedUpAt() != null) {
            at = order.pickedUpAt();
        } else if ("STATION_NOT_CONSENTED".equals(order.signedBy())) {
            at = order.stationPickedAt();
        }
        return at != null ? at : order.confirmedAt();
    }

    /** The same, but a replacement starts the clocks for faults again. */
    @Nullable Instant goodSince() {
        var replaced = line().replacementSignedAt();
        var received = receivedAt();
        return replaced != null && (received == null || replaced.isAfter(received))
                ? replaced
                : received;
    }

    boolean withinHours(double hours) {
        var start = goodSince();
        return start == null || Window.within(start, hours, now);
    }

    /** Within n days of receipt, for a claim about faults. */
    boolean withinDays(int days) {
        return beforeEnd(endOfDays(goodSince(), days));
    }

    boolean priceProtected() {
        return beforeEnd(endOfDays(receivedAt(), policy.priceProtectDays()));
    }

    boolean withinConformity() {
        var start = goodSince();
        return start == null || now.isBefore(Window.ofMonths(start, CONFORMITY_MONTHS, zone));
    }

    boolean burdenOnSeller() {
        var start = goodSince();
        return line().durable()
                && (start == null || now.isBefore(Window.ofMonths(start, BURDEN_MONTHS, zone)));
    }

    boolean withinWarranty() {
        var days = line().warrantyDays();
        return withinDays(days == null ? policy.warrantyDays() : days);
    }

    boolean repairOverdue() {
        var open = line().repairOpenDays();
        return open != null && open > policy.repairOverdueDays();
    }

    boolean repairedInVain() {
        return policy.failedRepairs() > 0 && line().failedRepairs() >= policy.failedRepairs();
    }

    /** The repairs themselves are the proof of the fault. */
    boolean provenByRepairs() {
        return reason.isDefect() && withinWarranty() && (repairOverdue() || repairedInVain());
    }

    private @Nullable Instant endOfDays(@Nullable Instant start, int days) {
        if (start == null) {
            return null;
        }
        return policy.holidayExtension() && isMainland()
                ? Window.ofDaysToWorkingDay(start, days, zone, calendar)
                : Window.ofDays(start, days, zone);
    }

    private boolean beforeEnd(@Nullable Instant end) {
        return end == null || now.isBefore(end);
    }

    // ---- without a reason

    /** When the right to return without a reason ends by law; null is not begun. */
    @Nullable Instant statutoryEnd() {
        if (statutoryEnd == null) {
            statutoryEnd = computeStatutoryEnd();
        }
        return statutoryEnd;
    }

    private @Nullable Instant computeStatutoryEnd() {
        var start = receivedAt();
        if (start == null) {
            return null;
        }
        if (isEuropean()) {
            var last = Window.dayOf(start, zone).plusDays(EU_WITHDRAWAL_DAYS);
            if (Boolean.FALSE.equals(order.withdrawalInformed())) {
                last = last.plusMonths(EU_UNINFORMED_MONTHS);
            }
            return Window.endOf(calendar.workingDayFrom(last), zone);
        }
        return isJapanese()
                ? Window.ofDays(start, JP_DAYS_AFTER_RECEIPT, zone)
                : endOfDays(start, policy.noReasonDays());
    }

    boolean withinStatutory() {
        return !isExempt() && beforeEnd(statutoryEnd());
    }

    /** The longest of what the product, the live session and the shop promised. */
    int promisedDays() {
        var byLine = line().promiseDays();
        var live = order.livePromiseDays();
        var shop = promiseOfShop();
        int frozen = Math.max(byLine == null ? 0 : byLine, live == null ? 0 : live);
        return shop == null ? frozen : Math.max(frozen, shop.days());
    }

    private ShopRules.@Nullable Promise promiseOfShop() {
        return policy.own().promise(line().category(), line().sku());
    }

    private boolean shopPays() {
        var promise = promiseOfShop();
        return promise != null && promise.freight() == Decision.FreightPayer.SELLER;
    }

    boolean promised() {
        return promisedDays() > 0;
    }

    boolean withinPromise() {
        return promised() && beforeEnd(endOfDays(receivedAt(), promisedDays()));
    }

    boolean mayReturn() {
        return withinStatutory() || withinPromise();
    }

    /** Late by no more than the grace, and a good customer. */
    boolean withinGrace() {
        if (!isGoldOrBetter()) {
            return false;
        }
        var law = isExempt() ? null : statutoryEnd();
        var promise = promised() ? endOfDays(receivedAt(), promisedDays()) : null;
        var end = law == null || (promise != null && promise.isAfter(law)) ? promise : law;
        return end != null && Window.within(end, policy.graceHours(), now);
    }

    /** No right to return without a reason, unless somebody promised it. */
    boolean isExempt() {
        return exemptByNature() || exemptByConfirmation() || unsealedHygieneInEurope();
    }

    boolean exemptByNature() {
        var exempt = Exempt.ofNature(line().category(), line().unsealed());
        return exempt != null && uses(exempt);
    }

    /** Does the shop make use of this exemption? */
    boolean uses(Exempt exempt) {
        return policy.own().uses(exempt);
    }

    /** The exemption that a rule refuses by, for the goods in focus; null is none. */
    @Nullable Exempt exemptionOf(ReasonCode code) {
        var exempt =
                code == ReasonCode.CONFIRMED_EXEMPT
                        ? Exempt.ofClass(line().exemptClass())
                        : Exempt.ofNature(line().category(), line().unsealed());
        return exempt != null && exempt.rule() == code ? exempt : null;
    }

    boolean exemptByConfirmation() {
        return !isEuropean() && exemptClassApplies() && line().exemptConfirmed();
    }

    boolean exemptionNotConfirmed() {
        return !isEuropean() && exemptClassApplies() && !line().exemptConfirmed();
    }

    /** What loses its value by activation is exempt only once it is activated. */
    private boolean exemptClassApplies() {
        var named = line().exemptClass();
        if (named == null || (named.equals("ACTIVATION") && !line().activated())) {
            return false;
        }
        var exempt = Exempt.ofClass(named);
        return exempt == null || uses(exempt);
    }

    boolean unsealedHygieneInEurope() {
        return isEuropean()
                && line().unsealed()
                && (Boolean.TRUE.equals(line().hygieneSealed())
                        || "HYGIENE".equals(line().exemptClass()));
    }

    boolean noReturnsShown() {
        return isJapanese() && "NO_RETURNS".equals(order.returnPolicyShown());
    }

    // ---- import retail

    boolean isImport() {
        return order.crossBorder() != null;
    }

    boolean customsStillTakes() {
        var crossBorder = order.crossBorder();
        var released = crossBorder == null ? null : crossBorder.releasedAt();
        return released != null
                && now.isBefore(Window.ofDays(released, policy.cbecFileDays(), policy.tz()));
    }

    boolean customsTooLate() {
        var crossBorder = order.crossBorder();
        return crossBorder != null && crossBorder.releasedAt() != null && !customsStillTakes();
    }

    /** The last second in which imported goods may arrive back. */
    @Nullable Instant arriveBy() {
        var crossBorder = order.crossBorder();
        var released = crossBorder == null ? null : crossBorder.releasedAt();
        return released == null
                ? null
                : Window.ofDays(released, policy.cbecArriveDays(), policy.tz()).minusSeconds(1);
    }

    // ---- stock and stores

    boolean collected() {
        return is(Fulfilment.PICKED_UP)
                && ("STORE_PICKUP".equals(order.channel()) || order.store() != null);
    }

    private String wantedSku() {
        return request.exchangeSku() == null ? line().sku() : request.exchangeSku();
    }

    /** Units of the wanted SKU that could be sent; null is not known. */
    @Nullable Integer exchangeStock() {
        var known = line().exchangeStock();
        var wanted = wantedSku();
        if (known != null && known.containsKey(wanted)) {
            return known.get(wanted);
        }
        if (wanted.equals(line().sku()) && line().stock() != null) {
            return line().stock();
        }
        if (known == null) {
            return null;
        }
        if (request.exchangeSku() != null) {
            return 0;
        }
        int most = 0;
        for (var units : known.values()) {
            most = Math.max(most, units);
        }
        return most;
    }

    boolean canExchange() {
        var stock = exchangeStock();
        return stock != null && stock >= qtyOfLine();
    }

    boolean knownOutOfStock() {
        return exchangeStock() != null && !canExchange();
    }

    /** The customer took this one of the options that were offered. */
    boolean chose(String option) {
        return request.earlier() != null && option.equals(request.earlier().chosen());
    }

    /** The customer took a store that has it. */
    boolean choseAStore() {
        return otherStores().stream().anyMatch(this::chose);
    }

    boolean goodsBack() {
        return request.goodsAreBack();
    }

    boolean refusedByPerson() {
        return request.earlier() != null && request.earlier().refusedByPerson();
    }

    boolean canResend() {
        var stock = line().stock();
        return stock != null && stock >= qtyOfLine();
    }

    boolean storeStockStale() {
        var store = order.store();
        var at = store == null ? null : store.stockAt();
        return at == null || !Window.within(at, policy.stockFreshMinutes() / 60, now);
    }

    boolean storeHasIt() {
        var store = order.store();
        return store != null && has(store.stock());
    }

    List<String> otherStores() {
        var around = order.nearbyStores();
        if (around == null) {
            return List.of();
        }
        var own = order.store() == null ? null : order.store().id();
        var stores = new ArrayList<String>();
        for (var store : around.entrySet()) {
            if (!store.getKey().equals(own) && has(store.getValue())) {
                stores.add("STORE:" + store.getKey());
            }
        }
        stores.sort(null);
        return stores;
    }

    private boolean has(@Nullable Map<String, Integer> stock) {
        if (stock == null) {
            return false;
        }
        var units = stock.get(wantedSku());
        if (units == null) {
            units = stock.get("*");
        }
        return units != null && units >= qtyOfLine();
    }

    // ---- the customer

    boolean isGoldOrBetter() {
        var tier = order.customer() == null ? null : order.customer().tier();
        return "GOLD".equals(tier) || "PLATINUM".equals(tier) || "DIAMOND".equals(tier);
    }

    boolean isRisky() {
        var customer = order.customer();
        return customer != null
                && (customer.riskScore() >= policy.riskReview()
                        || customer.refundOnly30d() >= policy.refundOnly30d());
    }

    boolean isTrusted() {
        var customer = order.customer();
        return isGoldOrBetter()
                && customer != null
                && customer.riskScore() < policy.riskNoInstant();
    }

    Decision.FreightPayer freightByWish() {
        if (order.freeReturn() || shopPays()) {
            return Decision.FreightPayer.SELLER;
        }
        return order.freightInsurance()
                ? Decision.FreightPayer.INSURANCE
                : Decision.FreightPayer.BUYER;
    }

    Decision.FreightPayer buyerUnlessPromised() {
        return order.freeReturn() || shopPays()
                ? Decision.FreightPayer.SELLER
                : Decision.FreightPayer.BUYER;
    }

    boolean routeTooOld() {
        var paidAt = order.paidAt();
        return paidAt != null && now.isAfter(paidAt.plus(Duration.ofDays(policy.routeMaxDays())));
    }

    /** A person's time to decide: less of it where goods spoil. */
    double reviewHours() {
        return anyFresh() ? policy.reviewHoursUrgent() : policy.reviewHours();
    }

    /** Who signs an amount in the order's currency. */
    String tierFor(long minor) {
        return policy.tierFor(inCny(minor));
    }

    // ---- limits

    boolean exceeds(long minor, long limit) {
        if (order.currency().equals("CNY")) {
            return minor > limit;
        }
        var cny = inCny(minor);
        return cny == null || cny.compareTo(BigDecimal.valueOf(limit)) > 0;
    }

    /** Null where the rate is not known. */
    @Nullable BigDecimal inCny(long minor) {
        if (order.currency().equals("CNY")) {
            return BigDecimal.valueOf(minor);
        }
        var rate = order.fxToCny();
        return rate == null ? null : rate.multiply(BigDecimal.valueOf(minor));
    }
}
