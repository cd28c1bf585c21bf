package anxin.aftersales.policy;

import anxin.kernel.Text;

/** What the next room must know beside the decision itself. */
public enum Flag {
    BURDEN_ON_SELLER(Text.of("六个月内由商家举证", "The seller has the burden of proof")),
    CARRIER_CLAIM(Text.of("向承运商索赔", "Claim from the carrier")),
    DEPOSIT_DOUBLE_REVIEW(Text.of("复核双倍返还定金", "Check whether the earnest is owed twice")),
    DURABLE_MEDIUM_ACK(Text.of("以可保存形式确认收到", "Acknowledge on a durable medium")),
    EXEMPTION_NOT_CONFIRMED(Text.of("下单时未确认不适用无理由", "The exemption was not confirmed at checkout")),
    FREIGHT_DEDUCTED(Text.of("已扣回免运费优惠", "Waived freight was taken back")),
    HUMAN_REQUESTED(Text.of("客户要求人工", "The customer asks for a person")),
    INSTANT_REFUND(Text.of("揽收即退款", "Refund at the carrier's first scan")),
    LATE_COMPENSATION(Text.of("迟发补偿", "Compensation for late shipment")),
    LIVE_SESSION_REVIEW(Text.of("核对直播回放", "Check what the live session said")),
    ORIGINAL_SEAL_REQUIRED(Text.of("须原包装未拆封", "The original seal must be intact")),
    PUNITIVE_DAMAGES(Text.of("可能涉及惩罚性赔偿", "Punitive damages may be owed")),
    RELEASE_STORE_STOCK(Text.of("释放门店库存", "Release the store's stock")),
    RISK(Text.of("账户风险较高", "The account is at risk")),
    ROOT_CAUSE(Text.of("同类问题多次出现", "The same issue keeps coming back")),
    ROUTE_OFFLINE(Text.of("原路已过期，走线下退款", "The original route is too old: pay offline")),
    SHOP_GUARD(Text.of("符合本店附加条件", "A condition of the shop's own holds")),
    STOCK_RESERVED(Text.of("预留库存", "Stock is reserved")),
    STOP_SALE_CHECK(Text.of("核查是否停售", "Check whether to stop the sale")),
    STRICT_INSPECTION(Text.of("从严验收", "Inspect strictly")),
    TAX_NOT_RECOVERABLE(Text.of("税款无法退回", "The tax cannot be recovered"));

    private final Text text;

    Flag(Text text) {
        this.text = text;
    }

    public Text text() {
        return text;
    }
}
