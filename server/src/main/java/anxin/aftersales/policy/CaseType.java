package anxin.aftersales.policy;

import anxin.kernel.Text;

/** What a customer may ask for, and what may be given. */
public enum CaseType {
    RETURN_REFUND(Text.of("退货退款", "Return and refund")),
    REFUND_ONLY(Text.of("仅退款", "Refund without return")),
    EXCHANGE(Text.of("换货", "Exchange")),
    REPAIR(Text.of("维修", "Repair")),
    RESEND(Text.of("补寄", "Send again")),
    /** Money while the goods stay; given, never asked for by this name. */
    COMPENSATION(Text.of("补偿", "Compensation")),
    COMPLAINT(Text.of("投诉", "Complaint"));

    private final Text text;

    CaseType(Text text) {
        this.text = text;
    }

    public Text text() {
        return text;
    }
}
