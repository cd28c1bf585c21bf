package anxin.aftersales.policy;

import anxin.kernel.Text;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Every constant of a policy: what it is called, what it counts, and what the law says of it. */
public enum Constant {
    NO_REASON_DAYS(
            "noReasonDays",
            Group.WINDOW,
            Unit.DAYS,
            Policy::noReasonDays,
            "无理由退货期",
            "Days to return without a reason"),
    QUALITY_REFUND_DAYS(
            "qualityRefundDays",
            Group.WINDOW,
            Unit.DAYS,
            Policy::qualityRefundDays,
            "质量问题可退款",
            "Days to get the money back for a fault"),
    QUALITY_EXCHANGE_DAYS(
            "qualityExchangeDays",
            Group.WINDOW,
            Unit.DAYS,
            Policy::qualityExchangeDays,
            "质量问题可换修",
            "Days to exchange or repair for a fault"),
    WARRANTY_DAYS(
            "warrantyDays",
            Group.WINDOW,
            Unit.DAYS,
            Policy::warrantyDays,
            "保修期",
            "Days of warranty"),
    MISSING_DAYS(
            "missingDays",
            Group.WINDOW,
            Unit.DAYS,
            Policy::missingDays,
            "少件反馈期",
            "Days to report a missing part"),
    PRICE_PROTECT_DAYS(
            "priceProtectDays",
            Group.WINDOW,
            Unit.DAYS,
            Policy::priceProtectDays,
            "价保期",
            "Days of price protection"),
    FRESH_AUTO_HOURS(
            "freshAutoHours",
            Group.WINDOW,
            Unit.HOURS,
            Policy::freshAutoHours,
            "生鲜自动赔付期",
            "Hours in which fresh goods are settled at once"),
    DAMAGE_AUTO_HOURS(
            "damageAutoHours",
            Group.WINDOW,
            Unit.HOURS,
            Policy::damageAutoHours,
            "破损自动处理期",
            "Hours in which damage is settled at once"),
    LOST_NO_TRACE_HOURS(
            "lostNoTraceHours",
            Group.WINDOW,
            Unit.HOURS,
            Policy::lostNoTraceHours,
            "物流无更新视为丢失",
            "Hours without a trace until a parcel counts as lost"),
    GRACE_HOURS(
            "graceHours",
            Group.WINDOW,
            Unit.HOURS,
            Policy::graceHours,
            "会员宽限",
            "Hours of grace for good customers"),
    REPAIR_OVERDUE_DAYS(
            "repairOverdueDays",
            Group.WINDOW,
            Unit.DAYS,
            Policy::repairOverdueDays,
            "维修超期换新",
            "Days of repair until a new one is due"),
    FAILED_REPAIRS(
            "failedRepairs",
            Group.WINDOW,
            Unit.TIMES,
            Policy::failedRepairs,
            "修不好换新的次数",
            "Failed repairs until a new one is due"),
    CBEC_FILE_DAYS(
            "cbecFileDays",
            Group.WINDOW,
            Unit.DAYS,
            Policy::cbecFileDays,
            "跨境退货申报期",
            "Days in which customs takes a return"),
    CBEC_ARRIVE_DAYS(
            "cbecArriveDays",
            Group.WINDOW,
            Unit.DAYS,
            Policy::cbecArriveDays,
            "跨境退货到仓期",
            "Days in which an import must be back"),
    ROUTE_MAX_DAYS(
            "routeMaxDays",
            Group.WINDOW,
            Unit.DAYS,
            Policy::routeMaxDays,
            "原路退款有效期",
            "Days a payment can be refunded the way it came"),
    HOLIDAY_EXTENSION(
            "holidayExtension",
            Group.WINDOW,
            Unit.SWITCH,
            Policy::holidayExtension,
            "末日遇节假日顺延",
            "A last day that is a holiday moves on"),
    LIM_UNSHIPPED(
            "limUnshipped",
            Group.MONEY,
            Unit.FEN,
            Policy::limUnshipped,
            "未发货退款自动额度",
            "Automatic up to, before shipment"),
    LIM_RETURN(
            "limReturn",
            Group.MONEY,
            Unit.FEN,
            Policy::limReturn,
            "退货退款自动额度",
            "Automatic up to, for returns"),
    LIM_REFUND_ONLY(
            "limRefundOnly",
            Group.MONEY,
            Unit.FEN,
            Policy::limRefundOnly,
            "仅退款自动额度",
            "Automatic up to, without return"),
    LIM_COMP(
            "limComp",
            Group.MONEY,
            Unit.FEN,
            Policy::limComp,
            "补偿自动额度",
            "Automatic up to, for compensation"),
    LIM_INSTANT(
            "limInstant",
            Group.MONEY,
            Unit.FEN,
            Policy::limInstant,
            "揽收即退额度",
            "Refunded at the first scan up to"),
    TIERS("tiers", Group.MONEY, Unit.TIERS, Policy::tiers, "审批层级", "Tiers of authority"),
    DAMAGE_PCT(
            "damagePct",
            Group.MONEY,
            Unit.PERCENTS,
            Policy::damagePct,
            "破损补偿比例",
            "Share paid for damage"),
    PROMO_BREAK(
            "promoBreak",
            Group.MONEY,
            Unit.CHOICE,
            Policy::promoBreak,
            "部分退货时的优惠",
            "The discount when a part goes back"),
    EXPIRED_VOUCHER_REFUND(
            "expiredVoucherRefund",
            Group.MONEY,
            Unit.SWITCH,
            Policy::expiredVoucherRefund,
            "支持过期退",
            "Expired vouchers are refunded"),
    RISK_REVIEW(
            "riskReview",
            Group.RISK,
            Unit.SCORE,
            Policy::riskReview,
            "人工复核风险分",
            "Risk score that a person looks at"),
    RISK_NO_INSTANT(
            "riskNoInstant",
            Group.RISK,
            Unit.SCORE,
            Policy::riskNoInstant,
            "不给揽收即退的风险分",
            "Risk score without refund at the first scan"),
    REFUND_ONLY_30D(
            "refundOnly30d",
            Group.RISK,
            Unit.TIMES,
            Policy::refundOnly30d,
            "30天仅退款次数",
            "Refunds without return in 30 days"),
    EVIDENCE_HOURS(
            "evidenceHours",
            Group.CLOCK,
            Unit.HOURS,
            Policy::evidenceHours,
            "补充凭证",
            "To add evidence"),
    EVIDENCE_HOURS_FRESH(
            "evidenceHoursFresh",
            Group.CLOCK,
            Unit.HOURS,
            Policy::evidenceHoursFresh,
            "补充凭证（生鲜）",
            "To add evidence, fresh goods"),
    EVIDENCE_HOURS_VIRTUAL(
            "evidenceHoursVirtual",
            Group.CLOCK,
            Unit.HOURS,
            Policy::evidenceHoursVirtual,
            "补充凭证（虚拟）",
            "To add evidence, virtual goods"),
    CHOICE_HOURS(
            "choiceHours",
            Group.CLOCK,
            Unit.HOURS,
            Policy::choiceHours,
            "客户选择方案",
            "To choose an option"),
    BUYER_RETURN_HOURS(
            "buyerReturnHours",
            Group.CLOCK,
            Unit.HOURS,
            Policy::buyerReturnHours,
            "客户寄回",
            "To send it back"),
    EU_RETURN_HOURS(
            "euReturnHours",
            Group.CLOCK,
            Unit.HOURS,
            Policy::euReturnHours,
            "客户寄回（欧盟）",
            "To send it back, EU"),
    STORE_CONFIRM_HOURS(
            "storeConfirmHours",
            Group.CLOCK,
            Unit.HOURS,
            Policy::storeConfirmHours,
            "门店确认",
            "For the store to confirm"),
    STORE_HOLD_HOURS(
            "storeHoldHours",
            Group.CLOCK,
            Unit.HOURS,
            Policy::storeHoldHours,
            "门店留货",
            "The store keeps it"),
    STOCK_FRESH_MINUTES(
            "stockFreshMinutes",
            Group.CLOCK,
            Unit.MINUTES,
            Policy::stockFreshMinutes,
            "门店库存记录有效",
            "A stock record counts as fresh"),
    REVIEW_HOURS(
            "reviewHours",
            Group.CLOCK,
            Unit.HOURS,
            Policy::reviewHours,
            "人工审核",
            "For a person to decide"),
    REVIEW_HOURS_URGENT(
            "reviewHoursUrgent",
            Group.CLOCK,
            Unit.HOURS,
            Policy::reviewHoursUrgent,
            "紧急审核",
            "For a person to decide, urgent"),
    REFUNDING_HOURS(
            "refundingHours",
            Group.CLOCK,
            Unit.HOURS,
            Policy::refundingHours,
            "退款到账处理",
            "To pay back"),
    EXPERT_HANDOVER_MINUTES(
            "expertHandoverMinutes",
            Group.CLOCK,
            Unit.MINUTES,
            Policy::expertHandoverMinutes,
            "专家接手",
            "For an expert to take over"),
    EXPERT_HOURS(
            "expertHours",
            Group.CLOCK,
            Unit.HOURS,
            Policy::expertHours,
            "专家答复",
            "For an expert to answer"),
    COMPLAINT_HOURS(
            "complaintHours",
            Group.CLOCK,
            Unit.HOURS,
            Policy::complaintHours,
            "一般投诉",
            "To answer a complaint"),
    MAJOR_COMPLAINT_HOURS(
            "majorComplaintHours",
            Group.CLOCK,
            Unit.HOURS,
            Policy::majorComplaintHours,
            "重大投诉",
            "To answer a major complaint"),
    APPEAL_HOURS("appealHours", Group.CLOCK, Unit.HOURS, Policy::appealHours, "申诉期", "To appeal"),
    MESSAGE_REPLY_MINUTES(
            "messageReplyMinutes",
            Group.CLOCK,
            Unit.MINUTES,
            Policy::messageReplyMinutes,
            "留言回复",
            "For a person to answer a message"),
    TZ("tz", Group.CLOCK, Unit.ZONE, Policy::tz, "时区", "Zone");

    /** Which page of the editor it stands on. */
    public enum Group {
        WINDOW,
        MONEY,
        RISK,
        CLOCK
    }

    /** What it counts. */
    public enum Unit {
        DAYS,
        HOURS,
        MINUTES,
        FEN,
        SCORE,
        TIMES,
        SWITCH,
        CHOICE,
        TIERS,
        PERCENTS,
        ZONE
    }

    private final String field;
    private final Group group;
    private final Unit unit;
    private final Function<Policy, Object> value;
    private final Text text;

    Constant(
            String field,
            Group group,
            Unit unit,
            Function<Policy, Object> value,
            String zh,
            String en) {
        this.field = field;
        this.group = group;
        this.unit = unit;
        this.value = value;
        this.text = Text.of(zh, en);
    }

    /** Its name in the document. */
    public String field() {
        return field;
    }

    public Group group() {
        return group;
    }

    public Unit unit() {
        return unit;
    }

    public Text text() {
        return text;
    }

    public Object of(Policy policy) {
        return value.apply(policy);
    }

    /** The one of this name; null is none. */
    public static @Nullable Constant named(String field) {
        for (var one : values()) {
            if (one.field.equals(field)) {
                return one;
            }
        }
        return null;
    }
}
