package anxin.commerce;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An order as the shop knows it, with everything that a decision about it may need. Money is minor
 * units of {@code currency}; an absent field means "not so" or "not known". What decides later is
 * frozen here at purchase or delivery and never read from the catalogue again.
 *
 * @param no the number the customer finds on the order
 * @param channel where it was bought: APP, WEB, LIVE, STORE_PICKUP, …
 * @param missing the order is not there, or not the asker's (only in decisions that are tried out)
 * @param jurisdiction whose consumer law applies: EU, UK, JP; null is mainland China
 * @param consumerTz the customer's IANA zone; null is the shop's
 * @param fxToCny what one unit of the currency is in CNY, as a factor on minor units scaled to fen
 * @param freightMinor outbound freight the customer paid
 * @param standardFreightMinor what the cheapest offered delivery would have cost
 * @param waivedFreightMinor outbound freight that was waived because a threshold was reached
 * @param freeShipThresholdMinor the threshold above which freight is waived
 * @param freightInsurance return freight is insured (运费险)
 * @param freeReturn the shop promised to pay the return freight
 * @param signedBy SELF, or a station that signed without the customer's consent
 * @param promo the discount over the whole order that was reached, for recalculation
 * @param livePromiseDays days of return promised in the live session of the order
 * @param withdrawalInformed the customer was told of the right of withdrawal (EU); null is not
 *     known and taken as told
 * @param returnCostInformed the customer was told who pays for the way back (EU)
 * @param nearbyStores stock by SKU of the stores around; the SKU {@code *} is any
 * @param returnPolicyShown the special terms shown before a Japanese sale, NO_RETURNS or null
 * @param seenKeys idempotency keys of earlier requests on the order, to their cases
 * @param sameIssueComplaints30d complaints on the same issue in 30 days; known to after-sales
 * @param compensatedMinor paid as compensation so far; known to after-sales
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record Order(
        String no,
        @Nullable String channel,
        boolean missing,
        PayStatus payStatus,
        @Nullable Instant paidAt,
        Fulfilment fulfil,
        @Nullable Instant signedAt,
        @Nullable String signedBy,
        @Nullable Instant stationPickedAt,
        @Nullable Instant pickedUpAt,
        @Nullable Instant confirmedAt,
        @Nullable Instant shipBy,
        String currency,
        @Nullable BigDecimal fxToCny,
        @Nullable String jurisdiction,
        @Nullable String consumerTz,
        long freightMinor,
        @Nullable Long standardFreightMinor,
        @Nullable Long waivedFreightMinor,
        @Nullable Long freeShipThresholdMinor,
        boolean freightInsurance,
        boolean freeReturn,
        boolean buyerChoseCarrier,
        @Nullable Buyer customer,
        List<Line> lines,
        @Nullable List<Tender> tenders,
        @Nullable Promo promo,
        @Nullable Coupon coupon,
        @Nullable Long pointsPaid,
        @Nullable Carrier carrier,
        @Nullable Presale presale,
        @Nullable String groupBuy,
        boolean productionStarted,
        @Nullable CrossBorder crossBorder,
        @Nullable Store store,
        @Nullable Map<String, Map<String, Integer>> nearbyStores,
        boolean paidAtStore,
        @Nullable Integer livePromiseDays,
        @Nullable Boolean withdrawalInformed,
        @Nullable Boolean returnCostInformed,
        @Nullable String returnPolicyShown,
        @Nullable String liveSessionId,
        @Nullable Map<String, String> seenKeys,
        @Nullable Integer sameIssueComplaints30d,
        @Nullable Long refundedMinor,
        @Nullable Long compensatedMinor) {

    /** The same order with what after-sales knows of it: open cases, units and money given back. */
    public Order settled(
            List<Line> settledLines,
            @Nullable Buyer buyer,
            @Nullable Map<String, String> keys,
            long refunded,
            long compensated) {
        return with(settledLines, buyer, keys, refunded, compensated, store, nearbyStores);
    }

    /** The same order with what there is now to send or hand over instead. */
    public Order supplied(
            List<Line> suppliedLines,
            @Nullable Store suppliedStore,
            @Nullable Map<String, Map<String, Integer>> neighbours) {
        return with(
                suppliedLines,
                customer,
                seenKeys,
                refundedMinor,
                compensatedMinor,
                suppliedStore,
                neighbours);
    }

    private Order with(
            List<Line> itsLines,
            @Nullable Buyer buyer,
            @Nullable Map<String, String> keys,
            @Nullable Long refunded,
            @Nullable Long compensated,
            @Nullable Store itsStore,
            @Nullable Map<String, Map<String, Integer>> itsNeighbours) {
        return new Order(
                no,
                channel,
                missing,
                payStatus,
                paidAt,
                fulfil,
                signedAt,
                signedBy,
                stationPickedAt,
                pickedUpAt,
                confirmedAt,
                shipBy,
                currency,
                fxToCny,
                jurisdiction,
                consumerTz,
                freightMinor,
                standardFreightMinor,
                waivedFreightMinor,
                freeShipThresholdMinor,
                freightInsurance,
                freeReturn,
                buyerChoseCarrier,
                buyer,
                itsLines,
                tenders,
                promo,
                coupon,
                pointsPaid,
                carrier,
                presale,
                groupBuy,
                productionStarted,
                crossBorder,
                itsStore,
                itsNeighbours,
                paidAtStore,
                livePromiseDays,
                withdrawalInformed,
                returnCostInformed,
                returnPolicyShown,
                liveSessionId,
                keys,
                sameIssueComplaints30d,
                refunded,
                compensated);
    }

    /** Is it paid? */
    public enum PayStatus {
        UNPAID,
        PAID,
        UNKNOWN,
        REFUNDED
    }

    /** How far the goods have got. */
    public enum Fulfilment {
        UNSHIPPED,
        SHIPPED,
        SIGNED,
        REFUSED,
        READY_FOR_PICKUP,
        PICKED_UP,
        DELIVERED_DIGITAL
    }

    /**
     * The customer, as the shop rates them.
     *
     * @param tier NORMAL, SILVER, GOLD, DIAMOND
     * @param riskScore 0 to 100
     * @param refundOnly30d refunds without return in 30 days
     */
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record Buyer(String id, @Nullable String tier, int riskScore, int refundOnly30d) {}

    /**
     * One line of the order.
     *
     * @param title the product as shown at purchase
     * @param category APPAREL, FRESH, VOUCHER, …
     * @param paidMinor paid for all units of the line, its frozen share of every discount taken off
     * @param unitListMinor list price of one unit
     * @param refundedQty units refunded so far
     * @param openCaseId the open case on the line; known to after-sales
     * @param promiseDays days of return promised for the line
     * @param warrantyDays days of warranty; null is the policy's
     * @param exemptClass why the right to return without reason may not hold: HYGIENE, ACTIVATION,
     *     NEAR_EXPIRY, …
     * @param exemptConfirmed the customer confirmed the exemption at checkout
     * @param giftMarkedMinor the price of the gift as marked at sale
     * @param exchangeStock what other SKUs of the product could be sent, from the warehouse
     * @param stock units of the same SKU in the warehouse
     * @param custom what is made for this customer alone
     */
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record Line(
            String id,
            String sku,
            @Nullable String title,
            String category,
            int qty,
            long paidMinor,
            @Nullable Long unitListMinor,
            int refundedQty,
            @Nullable String openCaseId,
            @Nullable Integer promiseDays,
            @Nullable Integer warrantyDays,
            boolean durable,
            @Nullable String exemptClass,
            boolean exemptConfirmed,
            boolean activated,
            boolean unsealed,
            @Nullable Boolean hygieneSealed,
            boolean gift,
            @Nullable Long giftMarkedMinor,
            int failedRepairs,
            @Nullable Integer repairOpenDays,
            @Nullable Instant replacementSignedAt,
            @Nullable Map<String, Integer> exchangeStock,
            @Nullable Integer stock,
            @Nullable Virtual virtual,
            @Nullable Custom custom) {

        /**
         * The same line with so many units given back, the case that is open on it, and what was
         * done about it before.
         */
        public Line settled(
                int refunded,
                @Nullable String openCase,
                int repairsInVain,
                @Nullable Instant replacedAt) {
            return with(refunded, openCase, repairsInVain, replacedAt, exchangeStock, stock);
        }

        /** The same line with what there is now to send instead. */
        public Line supplied(
                @Nullable Map<String, Integer> itsExchangeStock, @Nullable Integer itsStock) {
            return with(
                    refundedQty,
                    openCaseId,
                    failedRepairs,
                    replacementSignedAt,
                    itsExchangeStock,
                    itsStock);
        }

        private Line with(
                int refunded,
                @Nullable String openCase,
                int repairsInVain,
                @Nullable Instant replacedAt,
                @Nullable Map<String, Integer> itsExchangeStock,
                @Nullable Integer itsStock) {
            return new Line(
                    id,
                    sku,
                    title,
                    category,
                    qty,
                    paidMinor,
                    unitListMinor,
                    refunded,
                    openCase,
                    promiseDays,
                    warrantyDays,
                    durable,
                    exemptClass,
                    exemptConfirmed,
                    activated,
                    unsealed,
                    hygieneSealed,
                    gift,
                    giftMarkedMinor,
                    repairsInVain,
                    repairOpenDays,
                    replacedAt,
                    itsExchangeStock,
                    itsStock,
                    virtual,
                    custom);
        }
    }

    /** What is known of a voucher's, card's or code's use: UNUSED, USED, PARTIAL or UNKNOWN. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record Virtual(
            @Nullable String usage,
            @Nullable Integer total,
            @Nullable Integer used,
            @Nullable Instant expiresAt) {}

    /**
     * What is made to order for one line, and how far the making has got.
     *
     * @param log the production log: the steps in their order
     */
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record Custom(@Nullable List<Service> services, @Nullable List<Making> log) {

        public List<Service> itsServices() {
            return services == null ? List.of() : services;
        }

        public List<Making> itsLog() {
            return log == null ? List.of() : log;
        }

        /** Whether material was bought or work was done that is of use to nobody else. */
        public boolean hasBegun() {
            return itsLog().stream().anyMatch(Making::hasBegun);
        }
    }

    /** Something done for this customer alone; {@code text} is theirs: a name, a greeting. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record Service(ServiceKind kind, @Nullable String text) {}

    public enum ServiceKind {
        ENGRAVING,
        PACKAGING,
        GIFT_CARD,
        OTHER
    }

    /**
     * One step of the making.
     *
     * @param at when it began or, done, when it was done
     * @param costMinor what it has cost so far, in minor units of the order's currency
     */
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record Making(
            MakingKind step, Progress progress, @Nullable Instant at, @Nullable Long costMinor) {

        boolean hasBegun() {
            return step != MakingKind.DISPATCH
                    && (progress == Progress.BEGUN || progress == Progress.DONE);
        }

        /** Whether it can still be stopped. */
        public boolean canBeStopped() {
            return progress == Progress.PLANNED || progress == Progress.BEGUN;
        }
    }

    /** Purchasing buys what is needed, production makes it, logistics sends it. */
    public enum MakingKind {
        PURCHASE,
        ENGRAVING,
        PACKAGING,
        GIFT_CARD,
        OTHER,
        DISPATCH
    }

    public enum Progress {
        PLANNED,
        BEGUN,
        DONE,
        STOPPED
    }

    /** One means of payment of the order: WECHAT, ALIPAY, CARD, GIFT_CARD, POINTS, BALANCE. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record Tender(String kind, long minor, long refundedMinor, @Nullable String payTxnId) {}

    @JsonIgnoreProperties(ignoreUnknown = true)
    public record Promo(String type, long thresholdMinor, long discountMinor) {}

    @JsonIgnoreProperties(ignoreUnknown = true)
    public record Coupon(String id, @Nullable Instant expiresAt) {}

    /** Where the outbound parcel is: IN_TRANSIT, LOST, RETURNING, RETURNED_TO_SELLER. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record Carrier(@Nullable String status, @Nullable Instant lastTraceAt) {}

    /**
     * EARNEST is 定金, ADVANCE is 订金; only the first can be kept, and only when the terms said so.
     */
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record Presale(
            String depositKind, long depositMinor, @Nullable Boolean depositRefundable) {}

    /** Import retail: BONDED_1210 or DIRECT_9610, and when customs released the goods. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record CrossBorder(String mode, @Nullable Instant releasedAt) {}

    /** The store of a pick-up order, its stock by SKU and the time of that record. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record Store(
            String id, @Nullable Map<String, Integer> stock, @Nullable Instant stockAt) {}
}
