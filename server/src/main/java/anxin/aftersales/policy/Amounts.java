package anxin.aftersales.policy;

import anxin.commerce.Order;
import org.jspecify.annotations.Nullable;

/** What goes back in money (rules M1 to M7), from the facts of one request. */
final class Amounts {

    /**
     * A sum with what led to it.
     *
     * @param minor to be paid
     * @param goods the part of it that is the price of goods, for points
     * @param gift taken off for a gift that stays
     * @param freightTaken waived freight was taken back
     * @param everything with it, nothing of the order is left
     */
    record Sum(long minor, long goods, long gift, boolean freightTaken, boolean everything) {}

    static final Sum NOTHING = new Sum(0, 0, 0, false, false);

    private final Facts facts;
    private final Order order;
    private long goods = -1;

    Amounts(Facts facts) {
        this.facts = facts;
        this.order = facts.order;
    }

    /** M1: what was paid for the units asked about. */
    long goods() {
        if (goods < 0) {
            goods = 0;
            for (var one : facts.asked) {
                goods +=
                        Shares.ofUnits(
                                one.line().paidMinor(),
                                one.line().qty(),
                                one.line().refundedQty(),
                                one.qty());
            }
        }
        return goods;
    }

    /** M4: price and outbound freight; the freight only when nothing of the order is left. */
    Sum all() {
        boolean whole = everythingGoes();
        return sum(goods() + (whole ? order.freightMinor() : 0), goods(), 0, false, whole);
    }

    /** The same for goods that come back because of a fault. */
    Sum returned() {
        boolean whole = everythingGoes();
        long gift = giftThatStays();
        return sum(
                goods() + (whole ? order.freightMinor() : 0) - gift, goods(), gift, false, whole);
    }

    /** Goods that come back without a reason: M3, M4, M5. */
    Sum returnedByWish() {
        boolean whole = everythingGoes();
        long gift = giftThatStays();
        long price = recalculates() ? goodsRecalculated() : goods();
        if (facts.isEuropean() && whole) {
            price += standardFreight();
        }
        long taken = !whole && facts.isMainland() ? waivedFreightTakenBack() : 0;
        return sum(price - gift - taken, goods(), gift, taken > 0, whole);
    }

    /** The parcel comes back before it was delivered; nothing was enjoyed, no gift was kept. */
    Sum undelivered() {
        boolean whole = everythingGoes();
        long freight = facts.isEuropean() && whole ? standardFreight() : 0;
        return sum(goods() + freight, goods(), 0, false, whole);
    }

    /** So many percent of the price, rounded down; all of it takes the freight along. */
    Sum percent(int pct) {
        if (pct >= 100) {
            return all();
        }
        long part = Shares.part(goods(), Math.max(0, pct), 100);
        return sum(part, part, 0, false, false);
    }

    /** What is not used of a voucher for several uses, rounded down. */
    Sum unused() {
        var virtual = facts.line().virtual();
        var total = virtual == null ? null : virtual.total();
        var used = virtual == null ? null : virtual.used();
        if (total == null || used == null || !facts.usage().equals("PARTIAL")) {
            return all();
        }
        long part = Shares.part(goods(), total - used, total);
        return sum(part, part, 0, false, false);
    }

    /** Everything but the deposit. */
    Sum balance() {
        var presale = order.presale();
        boolean whole = everythingGoes();
        long paid = paidForGoods();
        long kept = presale == null ? 0 : Math.min(presale.depositMinor(), paid);
        long part = Shares.part(goods(), paid - kept, paid);
        return sum(part + (whole ? order.freightMinor() : 0), part, 0, false, whole);
    }

    /** How much the price of the units has fallen; may be nothing or less. */
    long priceFallen() {
        var current = facts.request.currentUnitMinor();
        if (current == null) {
            return 0;
        }
        long units = 0;
        for (var one : facts.asked) {
            units += one.line().gift() ? 0 : one.qty();
        }
        return goods() - Math.multiplyExact(current, units);
    }

    Sum priceDifference() {
        return sum(priceFallen(), 0, 0, false, false);
    }

    /** The most that can be asked for: what is left of the units, and of the order. */
    long most() {
        return Math.min(goods() + (everythingGoes() ? order.freightMinor() : 0), leftToPay());
    }

    // ---- what has been

    long paidForGoods() {
        long paid = 0;
        for (var line : order.lines()) {
            paid += line.paidMinor();
        }
        return paid;
    }

    long paidInAll() {
        return paidForGoods() + order.freightMinor();
    }

    long refundedBefore() {
        var known = order.refundedMinor();
        return known != null ? known : goodsBefore();
    }

    private long goodsBefore() {
        long before = 0;
        for (var line : order.lines()) {
            before += Shares.ofUnits(line.paidMinor(), line.qty(), 0, line.refundedQty());
        }
        return before;
    }

    /** M7: never more than was paid, over the order and over each means of payment. */
    private long leftToPay() {
        var compensated = order.compensatedMinor();
        long left = paidInAll() - refundedBefore() - (compensated == null ? 0 : compensated);
        var tenders = order.tenders();
        if (tenders != null && !tenders.isEmpty()) {
            left = Math.min(left, Shares.leftOn(tenders));
        }
        return Math.max(0, left);
    }

    /** With this request nothing that was paid for is left of the order. */
    boolean everythingGoes() {
        for (var line : order.lines()) {
            if (!line.gift() && line.refundedQty() + askedOf(line) < line.qty()) {
                return false;
            }
        }
        return true;
    }

    private int askedOf(Order.Line line) {
        for (var one : facts.asked) {
            if (one.line() == line) {
                return one.qty();
            }
        }
        return 0;
    }

    // ---- M3 to M5

    private boolean recalculates() {
        if (facts.policy.promoBreak() != Policy.PromoBreak.RECALC || order.promo() == null) {
            return false;
        }
        for (var line : order.lines()) {
            if (!line.gift() && line.unitListMinor() == null) {
                return false; // Without list prices what is kept cannot be priced again.
            }
        }
        return true;
    }

    /** 多退少补: what was paid, less what went back before, less the price of what is kept. */
    private long goodsRecalculated() {
        var promo = order.promo();
        long kept = 0;
        for (var line : order.lines()) {
            var unit = line.unitListMinor();
            if (!line.gift() && unit != null) {
                kept +=
                        Math.multiplyExact(
                                unit, (long) line.qty() - line.refundedQty() - askedOf(line));
            }
        }
        if (promo != null && kept > 0 && kept >= promo.thresholdMinor()) {
            kept -= Math.min(kept, promo.discountMinor());
        }
        return Math.max(0, paidForGoods() - refundedBefore() - kept);
    }

    private long standardFreight() {
        var standard = order.standardFreightMinor();
        return standard == null ? order.freightMinor() : Math.min(standard, order.freightMinor());
    }

    /** The part that is kept would not have travelled for nothing. */
    private long waivedFreightTakenBack() {
        var threshold = order.freeShipThresholdMinor();
        var waived = order.waivedFreightMinor();
        if (threshold == null || waived == null) {
            return 0;
        }
        long keptBefore = paidForGoods() - goodsBefore();
        long keptAfter = keptBefore - goods();
        return keptBefore >= threshold && keptAfter < threshold ? waived : 0;
    }

    /** The price of the gift as marked at sale; an unmarked one is given. */
    private long giftThatStays() {
        var comesBack = facts.request.giftReturned();
        if (Boolean.TRUE.equals(comesBack) || (comesBack == null && !everythingGoes())) {
            return 0;
        }
        long stays = 0;
        for (var line : order.lines()) {
            var marked = line.giftMarkedMinor();
            boolean asked = comesBack == null && askedOf(line) > 0;
            if (line.gift() && marked != null && !asked) {
                stays += Math.multiplyExact(marked, (long) line.qty() - line.refundedQty());
            }
        }
        return Math.max(0, stays);
    }

    /** M6: points in the proportion of what was paid, all parts together exactly all points. */
    @Nullable Long points(Sum sum) {
        var points = order.pointsPaid();
        if (points == null) {
            return null;
        }
        long paid = paidForGoods();
        if (paid <= 0) {
            return sum.everything() ? points : 0L;
        }
        long before = Math.min(goodsBefore(), paid);
        return Shares.part(points, Math.min(paid, before + sum.goods()), paid)
                - Shares.part(points, before, paid);
    }

    private Sum sum(long minor, long ofGoods, long gift, boolean taken, boolean whole) {
        long capped = Math.max(0, Math.min(minor, leftToPay()));
        var wanted = facts.request.amountMinor();
        if (wanted != null) {
            capped = Math.min(capped, Math.max(0, wanted));
        }
        return new Sum(capped, ofGoods, gift, taken, whole);
    }
}
