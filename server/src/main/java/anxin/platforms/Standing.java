package anxin.platforms;

/**
 * Where a platform's case stands in the words of after-sales: its twenty states, by the same names.
 */
public enum Standing {
    SUBMITTED,
    NEED_EVIDENCE,
    IN_REVIEW,
    AWAITING_CHOICE,
    REFUSED,
    WAIT_BUYER_RETURN,
    WAIT_STORE_CONFIRM,
    RETURN_IN_TRANSIT,
    INSPECTING,
    INSPECTION_DISPUTE,
    WAIT_APPROVAL,
    REFUNDING,
    REFUND_FAILED,
    REPLACEMENT_PREPARING,
    REPLACEMENT_SHIPPED,
    REPAIRING,
    HANDLING,
    PLATFORM_DISPUTE,
    COMPLETED,
    CLOSED;

    public boolean isFinal() {
        return this == COMPLETED || this == CLOSED;
    }
}
