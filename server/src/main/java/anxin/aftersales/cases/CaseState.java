package anxin.aftersales.cases;

import anxin.kernel.Text;

/**
 * The twenty states of a case: what the customer reads, who moves next, and what that person is
 * asked to do.
 */
public enum CaseState {
    SUBMITTED("已提交", "Submitted", Mover.SYSTEM, "系统正在判定", "The rules are deciding"),
    NEED_EVIDENCE(
            "待补充凭证",
            "Waiting for your proof",
            Mover.BUYER,
            "请补充所需凭证，我们收到后立即继续处理",
            "Add what is asked for; we go on the moment it is here"),
    IN_REVIEW(
            "审核中",
            "In review",
            Mover.AGENT,
            "客服审核您的申请并答复",
            "An agent reviews your request and answers"),
    AWAITING_CHOICE("待您选择方案", "Your choice", Mover.BUYER, "请选择一个方案", "Choose one of the options"),
    REFUSED(
            "商家未同意",
            "Not approved",
            Mover.BUYER,
            "如不同意该结果，可在期限前补充凭证或申诉；逾期申请关闭",
            "If you disagree, add proof or appeal before this time; then the request closes"),
    WAIT_BUYER_RETURN(
            "待寄回",
            "Waiting for your parcel",
            Mover.BUYER,
            "请寄回商品并填写运单号",
            "Send the goods back and tell us the tracking number"),
    WAIT_STORE_CONFIRM(
            "门店确认中",
            "The store is checking",
            Mover.STORE,
            "门店核实库存后答复",
            "The store checks its stock and answers"),
    RETURN_IN_TRANSIT(
            "退货运输中",
            "On its way back",
            Mover.CARRIER,
            "包裹送达仓库",
            "The parcel reaches the warehouse"),
    INSPECTING(
            "仓库验收中",
            "Being inspected",
            Mover.WAREHOUSE,
            "仓库完成验收",
            "The warehouse inspects what came back"),
    INSPECTION_DISPUTE(
            "验收有异议",
            "Inspection disputed",
            Mover.BUYER,
            "请查看验收结果并选择处理方式",
            "Look at the findings and choose how to go on"),
    WAIT_APPROVAL(
            "退款审批中",
            "Refund being approved",
            Mover.AGENT,
            "有权限的同事审批退款",
            "A colleague with the authority signs the refund"),
    REFUNDING(
            "退款处理中",
            "Refund under way",
            Mover.SYSTEM,
            "退款原路到账",
            "The money arrives where it came from"),
    REFUND_FAILED(
            "退款遇到问题",
            "Refund needs help",
            Mover.FINANCE,
            "财务为您解决退款问题",
            "Finance solves the trouble with your refund"),
    REPLACEMENT_PREPARING(
            "换/补货备货中",
            "Replacement being packed",
            Mover.WAREHOUSE,
            "仓库发出新商品",
            "The warehouse sends the replacement"),
    REPLACEMENT_SHIPPED(
            "换/补货已发出", "Replacement on its way", Mover.BUYER, "新商品送达", "The replacement arrives"),
    REPAIRING("维修中", "In repair", Mover.SERVICE_CENTRE, "维修完成并寄回", "The repair is finished"),
    HANDLING(
            "投诉处理中",
            "Complaint being handled",
            Mover.AGENT,
            "专人处理并答复您",
            "A person in charge handles it and answers you"),
    PLATFORM_DISPUTE("平台介入中", "In arbitration", Mover.ARBITER, "仲裁人员作出裁决", "The arbiter decides"),
    COMPLETED("已完成", "Completed", Mover.NOBODY, "已完成", "Nothing more to do"),
    CLOSED("已关闭", "Closed", Mover.NOBODY, "已关闭", "Nothing more to do");

    /** Who moves next. */
    public enum Mover {
        SYSTEM("系统", "the system"),
        BUYER("您", "you"),
        AGENT("客服", "our agent"),
        STORE("门店", "the store"),
        CARRIER("快递", "the carrier"),
        WAREHOUSE("仓库", "the warehouse"),
        FINANCE("财务", "finance"),
        SERVICE_CENTRE("维修中心", "the service centre"),
        ARBITER("平台", "the arbiter"),
        NOBODY("", "");

        private final Text label;

        Mover(String zh, String en) {
            this.label = Text.of(zh, en);
        }

        public Text label() {
            return label;
        }
    }

    private final Text label;
    private final Mover mover;
    private final Text nextStep;

    CaseState(String zh, String en, Mover mover, String nextZh, String nextEn) {
        this.label = Text.of(zh, en);
        this.mover = mover;
        this.nextStep = Text.of(nextZh, nextEn);
    }

    public Text label() {
        return label;
    }

    public Mover mover() {
        return mover;
    }

    public Text nextStep() {
        return nextStep;
    }

    /** Final means final: reopening makes a linked case. */
    public boolean isFinal() {
        return this == COMPLETED || this == CLOSED;
    }
}
