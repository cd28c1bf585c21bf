package anxin.aftersales.policy;

import anxin.kernel.Text;

/** The twenty states of a case, with what the customer is shown. */
public enum CaseState {
    SUBMITTED(Text.of("已提交", "Submitted")),
    NEED_EVIDENCE(Text.of("待补充凭证", "Waiting for your evidence")),
    IN_REVIEW(Text.of("审核中", "Being reviewed")),
    AWAITING_CHOICE(Text.of("待您选择方案", "Waiting for your choice")),
    REFUSED(Text.of("商家未同意", "Not agreed by the shop")),
    WAIT_BUYER_RETURN(Text.of("待寄回 / 待到店", "Waiting for the goods to come back")),
    WAIT_STORE_CONFIRM(Text.of("门店确认中", "The store is confirming")),
    RETURN_IN_TRANSIT(Text.of("退货运输中", "On its way back")),
    INSPECTING(Text.of("仓库验收中", "Being inspected")),
    INSPECTION_DISPUTE(Text.of("验收有异议", "Inspection in question")),
    WAIT_APPROVAL(Text.of("退款审批中", "Refund being approved")),
    REFUNDING(Text.of("退款处理中", "Refund under way")),
    REFUND_FAILED(Text.of("退款遇到问题", "Refund has met a problem")),
    REPLACEMENT_PREPARING(Text.of("换/补货备货中", "Replacement being prepared")),
    REPLACEMENT_SHIPPED(Text.of("换/补货已发出", "Replacement shipped")),
    REPAIRING(Text.of("维修中", "Being repaired")),
    HANDLING(Text.of("投诉处理中", "Complaint being handled")),
    PLATFORM_DISPUTE(Text.of("平台介入中", "The platform is arbitrating")),
    COMPLETED(Text.of("已完成", "Completed")),
    CLOSED(Text.of("已关闭", "Closed"));

    private final Text text;

    CaseState(Text text) {
        this.text = text;
    }

    public Text text() {
        return text;
    }

    /** Final means final: opening again makes another, linked case. */
    public boolean isFinal() {
        return this == COMPLETED || this == CLOSED;
    }
}
