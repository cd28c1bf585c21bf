package anxin.aftersales.policy;

import com.fasterxml.jackson.annotation.JsonIgnore;
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
 * @param earlier what has happened when the rules decide once more; null the first time
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
        @Nullable String lang,
        @Nullable Earlier earlier) {

    /**
     * What has happened to the case before this decision.
     *
     * @param chosen the offered option that the customer took; null where none was offered
     * @param goodsBack the goods have come back already
     * @param refusedByPerson an agent has looked at it and said no
     */
    public record Earlier(@Nullable String chosen, boolean goodsBack, boolean refusedByPerson) {}

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

    /** A request that is decided about for the first time. */
    public Request(
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
        this(
                orderNo,
                customerId,
                reason,
                reasonText,
                type,
                lines,
                evidence,
                damageLevel,
                badRatioPct,
                exchangeSku,
                amountMinor,
                currentUnitMinor,
                giftReturned,
                wantsHuman,
                major,
                idempotencyKey,
                lang,
                null);
    }

    /** The smallest request there is: an order and a reason. */
    public static Request of(@Nullable String orderNo, Reason reason) {
        return new Request(
                orderNo, null, reason, null, null, List.of(), List.of(), null, null, null, null,
                null, null, false, false, null, null);
    }

    /** True once what is to be replaced has come back and nothing more is to be sent. */
    @JsonIgnore
    public boolean goodsAreBack() {
        return earlier != null && earlier.goodsBack();
    }

    /** The same request with these photos, all that the case has. */
    public Request withEvidence(List<String> photos) {
        return revised(reason, reasonText, type, photos, damageLevel, badRatioPct, earlier);
    }

    /** The same request after what happened, with the type and the SKU it is about now. */
    public Request after(Earlier happened, @Nullable CaseType newType, @Nullable String newSku) {
        return new Request(
                orderNo,
                customerId,
                reason,
                reasonText,
                newType,
                lines,
                evidence,
                damageLevel,
                badRatioPct,
                newSku,
                amountMinor,
                currentUnitMinor,
                giftReturned,
                wantsHuman,
                major,
                idempotencyKey,
                lang,
                happened);
    }

    /** What a customer may say differently about the same goods. */
    public Request revised(
            @Nullable Reason newReason,
            @Nullable String newText,
            @Nullable CaseType newType,
            List<String> photos,
            @Nullable DamageLevel newLevel,
            @Nullable Integer newBadRatioPct,
            @Nullable Earlier happened) {
        return new Request(
                orderNo,
                customerId,
                newReason,
                newText,
                newType,
                lines,
                photos,
                newLevel,
                newBadRatioPct,
                exchangeSku,
                amountMinor,
                currentUnitMinor,
                giftReturned,
                wantsHuman,
                major,
                idempotencyKey,
                lang,
                happened);
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
                lang,
                earlier);
    }
}
