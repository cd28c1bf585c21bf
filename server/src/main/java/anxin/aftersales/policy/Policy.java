package anxin.aftersales.policy;

import anxin.kernel.problem.Problem;
import com.fasterxml.jackson.annotation.JsonIgnore;
import java.math.BigDecimal;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * The constants of one shop's policy, as one versioned document. Money is CNY fen; an amount in
 * another currency is compared after the order's {@code fxToCny}. {@link #DEFAULT} is the house's
 * own; a shop's document names only what differs.
 *
 * @param tz the zone in which a day ends, where the order names no zone of the customer
 * @param missingDays days to report a missing part
 * @param limInstant up to which a trusted customer is refunded at the carrier's first scan
 * @param tiers who may sign up to how much, smallest first; the last one has no limit
 * @param graceHours how late a good customer may be for goodwill
 * @param routeMaxDays how long a payment can be refunded the way it came
 * @param own what the shop made of the table's rules
 */
public record Policy(
        int version,
        ZoneId tz,
        int noReasonDays,
        double freshAutoHours,
        double damageAutoHours,
        int missingDays,
        double lostNoTraceHours,
        double evidenceHours,
        double evidenceHoursFresh,
        double evidenceHoursVirtual,
        double choiceHours,
        double buyerReturnHours,
        double euReturnHours,
        double storeConfirmHours,
        double storeHoldHours,
        double stockFreshMinutes,
        double reviewHours,
        double reviewHoursUrgent,
        double refundingHours,
        int expertHandoverMinutes,
        double expertHours,
        double complaintHours,
        double majorComplaintHours,
        double appealHours,
        double messageReplyMinutes,
        long limUnshipped,
        long limReturn,
        long limRefundOnly,
        long limComp,
        long limInstant,
        List<Tier> tiers,
        int riskReview,
        int riskNoInstant,
        int refundOnly30d,
        int qualityRefundDays,
        int qualityExchangeDays,
        int warrantyDays,
        int repairOverdueDays,
        int failedRepairs,
        double graceHours,
        int priceProtectDays,
        int routeMaxDays,
        int cbecFileDays,
        int cbecArriveDays,
        DamagePct damagePct,
        PromoBreak promoBreak,
        boolean holidayExtension,
        boolean expiredVoucherRefund,
        @JsonIgnore ShopRules own) {

    /** An authority and the amount it may sign; null is without limit. */
    public record Tier(String name, @Nullable Long limit) {}

    /** The share of the price that is paid for a damage, in percent. */
    public record DamagePct(int minor, int moderate, int severe) {
        int of(Request.DamageLevel level) {
            return switch (level) {
                case MINOR -> minor;
                case MODERATE -> moderate;
                case SEVERE -> severe;
            };
        }
    }

    /** What becomes of an order's discount when a part of the order goes back. */
    public enum PromoBreak {
        /** Each line keeps the share it had at purchase. */
        PROPORTIONAL,
        /** What is kept is priced again (多退少补). */
        RECALC
    }

    public static final Policy DEFAULT =
            new Policy(
                    1,
                    ZoneId.of("Asia/Shanghai"),
                    7,
                    24,
                    48,
                    7,
                    72,
                    72,
                    24,
                    24,
                    72,
                    168,
                    336,
                    0.5,
                    48,
                    5,
                    4,
                    1,
                    24,
                    10,
                    2,
                    24,
                    48,
                    168,
                    30,
                    500_000,
                    500_000,
                    20_000,
                    10_000,
                    50_000,
                    List.of(
                            new Tier("L1", 50_000L),
                            new Tier("L2", 200_000L),
                            new Tier("L3", 1_000_000L),
                            new Tier("L4", 5_000_000L),
                            new Tier("L5", null)),
                    80,
                    60,
                    3,
                    7,
                    15,
                    365,
                    30,
                    2,
                    24,
                    7,
                    365,
                    30,
                    45,
                    new DamagePct(10, 30, 100),
                    PromoBreak.PROPORTIONAL,
                    false,
                    true,
                    ShopRules.NONE);

    public Policy {
        tiers = List.copyOf(tiers);
    }

    /**
     * The policy of a shop's document, which names only what differs from {@code base}. Throws a
     * problem that points at every constant that is not known or not as expected.
     */
    public static Policy of(JsonNode document, Policy base) {
        var reading = Reading.of(document, "");
        var policy = ReadPolicy.read(reading, base);
        reading.check();
        return policy;
    }

    /** Everything that is wrong with a document, by its place in it; nothing is thrown. */
    public static Checked check(JsonNode document) {
        var reading = Reading.of(document, "");
        var policy = ReadPolicy.read(reading, DEFAULT);
        var wrong = new ArrayList<>(reading.wrong());
        wrong.addAll(Floor.check(policy));
        return new Checked(policy, List.copyOf(wrong));
    }

    /**
     * A document as far as it can be read.
     *
     * @param wrong what keeps it from being published
     */
    public record Checked(Policy policy, List<Problem.Field> wrong) {}

    /** The same policy as this version. */
    public Policy as(int number) {
        return new Policy(
                number,
                tz,
                noReasonDays,
                freshAutoHours,
                damageAutoHours,
                missingDays,
                lostNoTraceHours,
                evidenceHours,
                evidenceHoursFresh,
                evidenceHoursVirtual,
                choiceHours,
                buyerReturnHours,
                euReturnHours,
                storeConfirmHours,
                storeHoldHours,
                stockFreshMinutes,
                reviewHours,
                reviewHoursUrgent,
                refundingHours,
                expertHandoverMinutes,
                expertHours,
                complaintHours,
                majorComplaintHours,
                appealHours,
                messageReplyMinutes,
                limUnshipped,
                limReturn,
                limRefundOnly,
                limComp,
                limInstant,
                tiers,
                riskReview,
                riskNoInstant,
                refundOnly30d,
                qualityRefundDays,
                qualityExchangeDays,
                warrantyDays,
                repairOverdueDays,
                failedRepairs,
                graceHours,
                priceProtectDays,
                routeMaxDays,
                cbecFileDays,
                cbecArriveDays,
                damagePct,
                promoBreak,
                holidayExtension,
                expiredVoucherRefund,
                own);
    }

    /** Who must sign an amount in CNY fen; null is an amount that could not be converted. */
    public String tierFor(@Nullable BigDecimal cny) {
        for (var tier : tiers) {
            var limit = tier.limit();
            if (limit == null || (cny != null && cny.compareTo(BigDecimal.valueOf(limit)) <= 0)) {
                return tier.name();
            }
        }
        return tiers.getLast().name();
    }
}
