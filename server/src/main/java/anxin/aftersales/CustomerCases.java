package anxin.aftersales;

import anxin.kernel.ShopId;
import anxin.kernel.Text;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What customers ask of after-sales, for whoever speaks with them. Only their own is shown. */
public interface CustomerCases {

    /**
     * What a customer wants of after-sales.
     *
     * @param reason a code of {@link #reasons()}
     * @param type RETURN_REFUND, EXCHANGE, …; null lets the rules choose
     * @param items empty is everything that is left of the order
     * @param photos kept by {@link #keepPhoto}
     */
    record Wanted(
            ShopId shop,
            String customerId,
            String orderNo,
            String reason,
            @Nullable String words,
            @Nullable String type,
            List<Item> items,
            List<UUID> photos,
            @Nullable String exchangeSku,
            Locale language) {}

    record Item(String lineId, int qty) {}

    /**
     * What the rules say.
     *
     * @param outcome AUTO_APPROVE, MANUAL_REVIEW, NEED_EVIDENCE, OFFER_ALTERNATIVES, REJECT or
     *     ROUTE; DUPLICATE where {@code existing} is open already
     * @param refundMinor what comes back, or would if a person agrees
     * @param freightPayer BUYER, SELLER, INSURANCE or NONE; null where nothing is decided about it
     * @param by until when the next step is taken
     */
    record Verdict(
            String outcome,
            String ruleId,
            String title,
            String explanation,
            String basis,
            @Nullable String type,
            long refundMinor,
            String currency,
            @Nullable String freightPayer,
            Instant by,
            @Nullable UUID existing) {}

    /**
     * How a case stands.
     *
     * @param decided the rule that spoke, {@code because} in plain words, {@code basis} what it
     *     rests on
     * @param next what comes next, {@code who} does it, until {@code by}
     */
    record Progress(
            UUID id,
            String no,
            String orderNo,
            String title,
            String type,
            String state,
            String stateText,
            Instant submittedAt,
            long refundMinor,
            String currency,
            @Nullable String freightPayer,
            String decided,
            String because,
            @Nullable String basis,
            @Nullable String next,
            @Nullable String who,
            @Nullable Instant by,
            List<Paid> refunds) {

        public boolean ended() {
            return state.equals("CLOSED") || state.equals("COMPLETED") || state.equals("REFUSED");
        }
    }

    /** Money on its way back. */
    record Paid(long minor, String currency, String status, Instant at) {}

    /**
     * @param photos how many the rules ask for
     */
    record ReasonChoice(String code, Text text, int photos) {}

    /** What words mean: null is not understood. */
    record Understood(@Nullable String reason, @Nullable String type, double confidence) {}

    /** What the rules would say now; nothing is kept. Empty for an order that is not theirs. */
    Optional<Verdict> attempt(Wanted wanted);

    /**
     * Opens the case; the same id again is the same case, and a line with an open one answers with
     * that. Empty for an order that is not theirs.
     */
    Optional<Progress> submit(UUID id, Wanted wanted);

    /**
     * The customer's newest.
     *
     * @param onlyOrder of this order alone, where a code opened no more
     */
    List<Progress> newest(
            ShopId shop, String customerId, @Nullable String onlyOrder, Locale language);

    /** Those that are offered, in their order. */
    List<ReasonChoice> reasons();

    /**
     * @param fresh what it is about is fresh goods
     */
    Understood understand(String words, String language, boolean fresh);

    /** The same id again is the same photo. A problem when it is none. */
    void keepPhoto(ShopId shop, String customerId, UUID id, byte[] content);
}
