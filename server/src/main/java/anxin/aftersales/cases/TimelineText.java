package anxin.aftersales.cases;

import anxin.kernel.Text;
import java.util.Locale;
import java.util.Map;

/** What the customer reads for each step. {@code {name}} is filled from the step's own values. */
public enum TimelineText {
    SUBMITTED("已提交申请：{reasonLabel}", "Request submitted: {reasonLabel}"),
    SUBMITTED_BY_STAFF(
            "客服已为您提交申请：{reasonLabel}", "An agent submitted this request for you: {reasonLabel}"),
    DECIDED_APPROVED("已自动审核通过", "Approved at once by the rules"),
    DECIDED_REVIEW("已转人工审核", "Passed to a person for review"),
    DECIDED_EVIDENCE("需要您补充凭证", "We need some more proof from you"),
    DECIDED_OPTIONS("请选择处理方案", "Please choose one of the options"),
    DECIDED_REFUSED("根据规则暂不支持该申请", "The rules do not allow this request"),
    DECIDED_ROUTED("已转交专人处理", "Passed to the person in charge"),
    EVIDENCE_ADDED("您补充了{count}份凭证", "You added {count} piece(s) of proof"),
    EVIDENCE_ASKED("客服请您补充：{what}", "The agent asks for: {what}"),
    APPROVED("客服已同意您的申请", "An agent approved your request"),
    APPROVAL_ASKED("退款金额需上级审批", "The amount needs a colleague's signature"),
    APPROVAL_DECLINED("审批人未签批，由客服继续处理", "The colleague did not sign; your agent goes on with it"),
    REFUND_APPROVED("退款已审批通过", "The refund was signed"),
    REFUND_RETURNED("审批人已退回，由客服重新审核", "Sent back by the approver; an agent reviews it again"),
    REFUSED("客服未同意：{reasonLabel}", "An agent did not approve: {reasonLabel}"),
    ESCALATED("已升级处理，由上级跟进", "Raised to the next level, which takes over"),
    STATUTORY_APPROVED(
            "超过审核时限，已为您自动同意", "The time limit for review passed, so it was approved for you"),
    CANCELLED("您已取消申请", "You cancelled the request"),
    RAN_OUT("超过期限，申请已关闭", "The time limit passed and the request was closed"),
    TO_REVIEW_WITHOUT_EVIDENCE(
            "未收到补充凭证，客服按现有材料审核", "No further proof came; an agent decides on what is there"),
    OPTIONS_OFFERED("客服为您提供了几个方案，请选择", "An agent offers you several ways; please choose"),
    CHOSEN("您选择了：{choiceLabel}", "You chose: {choiceLabel}"),
    CHOSEN_FOR_YOU(
            "您未在期限内选择，已按对您最有保障的方案办理：{choiceLabel}",
            "You did not choose in time, so the safest way for you was taken: {choiceLabel}"),
    REVISED("您修改了申请，已重新判断", "You revised the request and it was decided again"),
    PROOF_AFTER_REFUSAL(
            "您补充了{count}份凭证，已重新判断", "You added {count} piece(s) of proof and it was decided again"),
    APPEALED("您已申请平台介入", "You asked for arbitration"),
    PARCEL_SENT("您已寄出，运单号 {trackingNo}", "You sent it, tracking number {trackingNo}"),
    PARCEL_SIGNED("仓库已签收退货", "The warehouse received your parcel"),
    PARCEL_LATE("退货运输超时，物流专员正在核实", "Your parcel is late; a logistics colleague is checking"),
    PARCEL_SCANNED("快递已揽收您的退货", "The carrier has collected your parcel"),
    PICKUP_ORDERED("已预约上门取件：{window}", "Pick-up ordered: {window}"),
    INTERCEPT_FAILED(
            "包裹未能拦截，收到后请寄回商品",
            "The parcel could not be stopped; please send the goods back once they arrive"),
    PARTLY_INSPECTED(
            "已验收 {count} 件，其余商品到达后继续验收",
            "{count} piece(s) passed inspection; the rest is inspected when it arrives"),
    RESHIP_ACCEPTED(
            "您已取消申请，商品将寄回给您（{payerLabel}）",
            "You cancelled; the goods are sent back to you ({payerLabel})"),
    RESHIP_AGREED(
            "按与您的约定，商品将寄回给您（{payerLabel}）",
            "As agreed with you, the goods are sent back to you ({payerLabel})"),
    PARCEL_LOST("退货包裹丢失，无需您承担", "Your parcel was lost; you do not bear it"),
    RETURN_EXTENDED("寄回期限已延长{hours}小时", "You have {hours} more hours to send it back"),
    INSPECTED("验收通过", "The goods passed inspection"),
    INSPECTED_BY_TIME("验收超时，已按通过处理", "Inspection took too long and counts as passed"),
    INSPECTION_LATE("验收超时，主管正在跟进", "Inspection is late; a supervisor takes over"),
    INSPECTION_MISMATCH(
            "验收发现：{finding}，建议退款 {amount}（{proposalPct}%）",
            "Inspection found: {finding}; proposed refund {amount} ({proposalPct} %)"),
    PARTIAL_ACCEPTED("您接受了部分退款", "You accepted the partial refund"),
    RESHIP_ASKED("您选择将商品寄回给您", "You asked for the goods to be sent back to you"),
    REFUND_STARTED("退款 {amount} 已发起", "Refund of {amount} started"),
    REFUND_ARRIVED("退款 {amount} 已到账", "Refund of {amount} paid"),
    REFUND_TROUBLE("退款遇到问题，财务正在处理", "The refund met trouble; finance is on it"),
    REFUND_RETRIED("已重新发起退款", "The refund was started again"),
    PAID_OFFLINE("已线下转账 {amount}", "Paid {amount} by bank transfer"),
    STORE_CONFIRMED("门店已确认，为您保留至期限", "The store confirmed and holds it for you"),
    STORE_DENIED("门店暂无库存，请选择其他方案", "The store has none; please choose another option"),
    STORE_LATE("门店未及时确认，区域经理正在跟进", "The store is late; the area manager takes over"),
    STORE_RECEIVED("门店已收到退货", "The store received the goods"),
    HANDED_OVER("已在门店完成换货", "Exchanged in the store"),
    MADE("{made}已完成，接下来：{next}", "Done: {made}; next: {next}"),
    MADE_WHOLE("定制已全部完成，正在安排发出", "It is made to order and is being sent"),
    MADE_AGAIN("{made}未达标准，正在重做", "Not good enough and done once more: {made}"),
    REPLACEMENT_SENT(
            "新商品已发出，运单号 {trackingNo}",
            "The replacement is on its way, tracking number {trackingNo}"),
    REPLACEMENT_GONE("暂时无货，请选择其他方案", "It is out of stock; please choose another option"),
    RECEIVED("新商品已签收", "The replacement arrived"),
    REPAIRED("维修完成，正在寄回", "Repaired and on its way back"),
    RECEIVED_BY_TIME(
            "超过确认期限，新商品视为已签收", "The time to object passed, so the replacement counts as received"),
    REPAIR_AGAIN("首次维修未成功，正在再次维修", "The first repair did not succeed; it is repaired once more"),
    REPAIR_FAILED("无法修复，将为您更换", "It cannot be repaired and will be replaced"),
    SOLUTION_OFFERED(
            "处理方案：{solution}。请确认问题是否已解决",
            "Our answer: {solution}. Please say whether this solves it"),
    SOLUTION_REJECTED("您表示问题还没有解决，我们继续处理", "You said it is not solved yet; we go on with it"),
    RESOLVED("处理结果：{solution}", "Outcome: {solution}"),
    RESOLVED_BY_SILENCE(
            "48小时内没有收到您的回复，按已解决处理：{solution}",
            "You did not answer within 48 hours, so it counts as solved: {solution}"),
    REMEDY_MADE("已为您办理{remedyLabel}，由新的售后单继续", "It goes on as a case of its own: {remedyLabel}"),
    TRANSFERRED("已转交{team}处理", "Passed to {team}"),
    PLATFORM_OPENED("您在{platform}提交了申请", "You asked for this on {platform}"),
    PLATFORM_MOVED("{platform}上的进度：{stateLabel}", "On {platform}: {stateLabel}"),
    PLATFORM_DIFFERS(
            "{platform}上的状态与此处不一致，客服正在核对",
            "{platform} says something else; an agent is looking at it"),
    PLATFORM_SILENT(
            "平台上迟迟没有进展，客服正在核对",
            "Nothing has moved on the platform in time; an agent is looking at it"),
    TRANSFER_ANSWERED("{team}已答复，由原团队继续处理", "{team} answered; the first team goes on"),
    TRANSFER_LATE(
            "{team}未在时限内答复，已升级，原团队继续处理",
            "{team} is late; it was raised and the first team goes on"),
    ARBITRATED("平台裁决：{resultLabel}", "Arbitration: {resultLabel}");

    private final Text text;

    TimelineText(String zh, String en) {
        this.text = Text.of(zh, en);
    }

    /** As it is written, with its blanks. */
    public Text pattern() {
        return text;
    }

    public String in(Locale language, Map<String, Object> params) {
        return fill(text, language, params);
    }

    /** Any text of two languages with the values of a step put in. */
    public static String fill(Text text, Locale language, Map<String, Object> params) {
        var zh = language.getLanguage().equals("zh");
        var filled = text.in(language);
        for (var param : params.entrySet()) {
            filled = filled.replace("{" + param.getKey() + "}", value(param.getValue(), zh));
        }
        return filled;
    }

    /** A value of two languages is kept as {@code {"zh": …, "en": …}}. */
    public static String value(Object value, boolean zh) {
        if (value instanceof Map<?, ?> both) {
            return String.valueOf(both.get(zh ? "zh" : "en"));
        }
        return String.valueOf(value);
    }
}
