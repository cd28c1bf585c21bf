package anxin.platforms;

import org.jspecify.annotations.Nullable;

/** What a platform is to be told about one of its cases. */
public sealed interface Errand {

    /** The customer may send the goods back, to the shop's address over there. */
    record AgreeReturn() implements Errand {}

    /** Pay back: nothing has to come back, or it has come back and is fine. */
    record AgreeRefund() implements Errand {}

    /**
     * @param words what the customer reads
     */
    record Refuse(String reason, String words) implements Errand {}

    /**
     * @param what what the customer is to show
     */
    record AskEvidence(String what) implements Errand {}

    /** By which parcel the customer sends it back. */
    record ReturnParcel(@Nullable String carrier, String trackingNo) implements Errand {}

    /** The goods are here and not looked at yet. */
    record Received() implements Errand {}

    /** By which parcel the replacement goes out. */
    record SendReplacement(@Nullable String carrier, String trackingNo) implements Errand {}
}
