package anxin.aftersales.policy;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a customer asks for, in the words of the vocabulary. Only the order and a reason are needed;
 * an absent field means "not so" or "not known".
 *
 * @param customerId who asks; null where the asker is already known to own the order
 * @param reason null until somebody or intake has understood the text
 * @param type what is asked for; null lets the rule choose
 * @param lines which units; empty is everything that is left of the order
 * @param evidence photos and videos
 * @param badRatioPct how much of the fresh goods is spoiled or missing
 * @param exchangeSku what is wanted instead; null is the same again
 * @param amountMinor a sum the customer asks for; null is whatever is owed
 * @param currentUnitMinor the unit price today, for price protection
 * @param giftReturned the gift comes back too; null is not known
 * @param wantsHuman a person is asked for
 * @param major a grave complaint
 */
public record Request(
        @Nullable String orderNo,
        @Nullable String customerId,
        @Nullable Reason reason,
        @Nullable String reasonText,
        @Nullable CaseType type,
        List<Item> lines,
        List<String> evidence,
        @Nullable DamageLevel damageLevel,
        @Nullable Integer badRatioPct,
        @Nullable String exchangeSku,
        @Nullable Long amountMinor,
        @Nullable Long currentUnitMinor,
        @Nullable Boolean giftReturned,
        boolean wantsHuman,
        boolean major,
        @Nullable String idempotencyKey,
        @Nullable String lang) {

    /** So many units of one line. */
    public record Item(String lineId, int qty) {}

    /** How bad a damage is. */
    public enum DamageLevel {
        MINOR,
        MODERATE,
        SEVERE
    }

    public Request {
        lines = List.copyOf(lines);
        evidence = List.copyOf(evidence);
    }

    /** The smallest request there is: an order and a reason. */
    public static Request of(@Nullable String orderNo, Reason reason) {
        return new Request(
                orderNo, null, reason, null, null, List.of(), List.of(), null, null, null, null,
                null, null, false, false, null, null);
    }

    /** The same request, with what intake has understood of its text. */
    public Request understoodAs(
            Reason inferredReason, @Nullable CaseType inferredType, boolean human) {
        return new Request(
                orderNo,
                customerId,
                inferredReason,
                reasonText,
                type != null ? type : inferredType,
                lines,
                evidence,
                damageLevel,
                badRatioPct,
                exchangeSku,
                amountMinor,
                currentUnitMinor,
                giftReturned,
                wantsHuman || human,
                major,
                idempotencyKey,
                lang);
    }
}
