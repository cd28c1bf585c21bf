package anxin.commerce.orders;

import anxin.commerce.Order;
import anxin.commerce.intake.Say;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An order as a shop sends it: the words of {@link Order}, the person who bought, and the place of
 * this write among all writes of the order.
 *
 * @param buyer personal data
 * @param discountMinor the discount over the whole order, for a shop that does not say what was
 *     paid for each line; its shares are frozen on arrival
 * @param sourceVersion a greater one wins
 * @param sourceTime of equal versions, or without any, a later one wins
 */
record NewOrder(
        @Nullable @Pattern(regexp = Say.ID_PATTERN, message = Say.ID) String no,
        @Nullable Long sourceVersion,
        @Nullable Instant sourceTime,
        @Nullable @Valid Person buyer,
        @Nullable @Pattern(regexp = Say.CODE_PATTERN, message = Say.CODE) String channel,
        @NotNull(message = Say.REQUIRED) Order.PayStatus payStatus,
        @Nullable Instant paidAt,
        @NotNull(message = Say.REQUIRED) Order.Fulfilment fulfil,
        @Nullable Instant signedAt,
        @Nullable @Pattern(regexp = Say.CODE_PATTERN, message = Say.CODE) String signedBy,
        @Nullable Instant stationPickedAt,
        @Nullable Instant pickedUpAt,
        @Nullable Instant confirmedAt,
        @Nullable Instant shipBy,
        @NotNull(message = Say.REQUIRED) @Pattern(regexp = "[A-Z]{3}", message = Say.CURRENCY)
                String currency,
        @Nullable @Positive(message = "应大于 0 | must be above 0") BigDecimal fxToCny,
        @Nullable
                @Pattern(regexp = "[A-Z]{2}", message = "应为两位大写地区代码 | must be two capital letters")
                String jurisdiction,
        @Nullable String consumerTz,
        @Nullable @PositiveOrZero(message = Say.AMOUNT) Long freightMinor,
        @Nullable @PositiveOrZero(message = Say.AMOUNT) Long standardFreightMinor,
        @Nullable @PositiveOrZero(message = Say.AMOUNT) Long waivedFreightMinor,
        @Nullable @PositiveOrZero(message = Say.AMOUNT) Long freeShipThresholdMinor,
        @Nullable Boolean freightInsurance,
        @Nullable Boolean freeReturn,
        @Nullable Boolean buyerChoseCarrier,
        @Nullable @Valid Customer customer,
        @NotEmpty(message = "至少应有一行 | must have at least one line")
                @Size(max = 200, message = "最多 200 行 | must be at most 200 lines")
                List<@Valid @NotNull(message = Say.REQUIRED) Line> lines,
        @Nullable @PositiveOrZero(message = Say.AMOUNT) Long discountMinor,
        @Nullable @Size(max = 20, message = "最多 20 项 | must be at most 20")
                List<@Valid @NotNull(message = Say.REQUIRED) Tender> tenders,
        Order.@Nullable Promo promo,
        Order.@Nullable Coupon coupon,
        @Nullable @PositiveOrZero(message = Say.NOT_NEGATIVE) Long pointsPaid,
        Order.@Nullable Carrier carrier,
        @Nullable @Valid Presale presale,
        @Nullable @Pattern(regexp = Say.CODE_PATTERN, message = Say.CODE) String groupBuy,
        @Nullable Boolean productionStarted,
        Order.@Nullable CrossBorder crossBorder,
        Order.@Nullable Store store,
        @Nullable Map<String, Map<String, Integer>> nearbyStores,
        @Nullable Boolean paidAtStore,
        @Nullable @PositiveOrZero(message = Say.NOT_NEGATIVE) Integer livePromiseDays,
        @Nullable Boolean withdrawalInformed,
        @Nullable Boolean returnCostInformed,
        @Nullable String returnPolicyShown,
        @Nullable @Pattern(regexp = Say.ID_PATTERN, message = Say.ID) String liveSessionId,
        @Nullable @PositiveOrZero(message = Say.AMOUNT) Long refundedMinor,
        @Nullable @PositiveOrZero(message = Say.AMOUNT) Long compensatedMinor) {

    /** Personal data of the person who bought. */
    record Person(
            @Nullable @Size(max = 80, message = "最多 80 个字符 | must be at most 80 characters")
                    String name,
            @Nullable @Pattern(regexp = Say.PHONE_PATTERN, message = Say.PHONE) String phone,
            @Nullable @Email(message = Say.EMAIL) @Size(max = 200, message = Say.TEXT)
                    String email) {}

    record Customer(
            @NotNull(message = Say.REQUIRED) @Pattern(regexp = Say.ID_PATTERN, message = Say.ID)
                    String id,
            @Nullable @Pattern(regexp = Say.CODE_PATTERN, message = Say.CODE) String tier,
            @Nullable
                    @Min(value = 0, message = Say.PERCENT)
                    @Max(value = 100, message = Say.PERCENT)
                    Integer riskScore,
            @Nullable @PositiveOrZero(message = Say.NOT_NEGATIVE) Integer refundOnly30d) {}

    record Line(
            @NotNull(message = Say.REQUIRED) @Pattern(regexp = Say.ID_PATTERN, message = Say.ID)
                    String id,
            @NotNull(message = Say.REQUIRED) @Pattern(regexp = Say.ID_PATTERN, message = Say.ID)
                    String sku,
            @Nullable @Size(max = 200, message = Say.TEXT) String title,
            @NotNull(message = Say.REQUIRED) @Pattern(regexp = Say.CODE_PATTERN, message = Say.CODE)
                    String category,
            @NotNull(message = Say.REQUIRED) @Positive(message = Say.POSITIVE) Integer qty,
            @Nullable @PositiveOrZero(message = Say.AMOUNT) Long paidMinor,
            @Nullable @PositiveOrZero(message = Say.AMOUNT) Long unitListMinor,
            @Nullable @PositiveOrZero(message = Say.NOT_NEGATIVE) Integer refundedQty,
            @Nullable @PositiveOrZero(message = Say.NOT_NEGATIVE) Integer promiseDays,
            @Nullable @PositiveOrZero(message = Say.NOT_NEGATIVE) Integer warrantyDays,
            @Nullable Boolean durable,
            @Nullable @Pattern(regexp = Say.CODE_PATTERN, message = Say.CODE) String exemptClass,
            @Nullable Boolean exemptConfirmed,
            @Nullable Boolean activated,
            @Nullable Boolean unsealed,
            @Nullable Boolean hygieneSealed,
            @Nullable Boolean gift,
            @Nullable @PositiveOrZero(message = Say.AMOUNT) Long giftMarkedMinor,
            @Nullable @PositiveOrZero(message = Say.NOT_NEGATIVE) Integer failedRepairs,
            @Nullable @PositiveOrZero(message = Say.NOT_NEGATIVE) Integer repairOpenDays,
            @Nullable Instant replacementSignedAt,
            @Nullable Map<String, Integer> exchangeStock,
            @Nullable @PositiveOrZero(message = Say.NOT_NEGATIVE) Integer stock,
            Order.@Nullable Virtual virtual,
            @Nullable @Valid Custom custom) {

        boolean isGift() {
            return Boolean.TRUE.equals(gift);
        }

        /** What the line would cost without any discount; a gift costs nothing. */
        long listMinor() {
            return isGift() || unitListMinor == null ? 0 : Math.multiplyExact(unitListMinor, qty);
        }
    }

    /** What is made to order, and the production log. */
    record Custom(
            @Nullable @Size(max = 10, message = "最多 10 项 | must be at most 10")
                    List<@Valid @NotNull(message = Say.REQUIRED) Service> services,
            @Nullable @Size(max = 30, message = "最多 30 步 | must be at most 30")
                    List<@Valid @NotNull(message = Say.REQUIRED) Making> log) {}

    record Service(
            @NotNull(message = Say.REQUIRED) Order.ServiceKind kind,
            @Nullable @Size(max = 200, message = Say.TEXT) String text) {}

    record Making(
            @NotNull(message = Say.REQUIRED) Order.MakingKind step,
            @NotNull(message = Say.REQUIRED) Order.Progress progress,
            @Nullable Instant at,
            @Nullable @PositiveOrZero(message = Say.AMOUNT) Long costMinor) {}

    record Tender(
            @NotNull(message = Say.REQUIRED) @Pattern(regexp = Say.CODE_PATTERN, message = Say.CODE)
                    String kind,
            @NotNull(message = Say.REQUIRED) @PositiveOrZero(message = Say.AMOUNT) Long minor,
            @Nullable @PositiveOrZero(message = Say.AMOUNT) Long refundedMinor,
            @Nullable @Size(max = 100, message = "最多 100 个字符 | must be at most 100 characters")
                    String payTxnId) {}

    record Presale(
            @NotNull(message = Say.REQUIRED)
                    @Pattern(
                            regexp = "EARNEST|ADVANCE",
                            message = "应为 EARNEST（定金）或 ADVANCE（订金） | must be EARNEST or ADVANCE")
                    String depositKind,
            @NotNull(message = Say.REQUIRED) @PositiveOrZero(message = Say.AMOUNT)
                    Long depositMinor,
            @Nullable Boolean depositRefundable) {}
}
