package anxin.aftersales.policy;

import anxin.kernel.Text;
import java.math.BigDecimal;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The words of a rule.
 *
 * @param title for staff, short
 * @param explanation for the customer: what was decided and what happens next
 * @param basis the law or the source that a reader can check
 */
public record RuleText(Text title, Text explanation, Text basis) {

    private static final Text OWN_RULE = Text.of("本店售后规则", "The shop's own after-sales rules");
    private static final Text PRACTICE = Text.of("平台通行做法", "Common practice of shop platforms");
    private static final Text CONSUMER_25 =
            Text.of("《消费者权益保护法》第25条", "Consumer Protection Law, art. 25");
    private static final Text CONSUMER_25_1 =
            Text.of("《消费者权益保护法》第25条第1款", "Consumer Protection Law, art. 25(1)");
    private static final Text CONSUMER_25_2 =
            Text.of(
                    "《消费者权益保护法》第25条第2款；《侵害消费者权益行为处罚办法》第9条；《七日无理由退货暂行办法》第7、20条",
                    "Consumer Protection Law, art. 25(2); Penalty Measures, art. 9; Seven-Day Measures,"
                            + " arts. 7 and 20");
    private static final Text NO_REASON_LAW =
            Text.of(
                    "《消费者权益保护法》第25条；《七日无理由退货暂行办法》第10条",
                    "Consumer Protection Law, art. 25; Seven-Day Measures, art. 10");
    private static final Text DEFECT_LAW =
            Text.of(
                    "《消费者权益保护法》第23、24条；《产品质量法》第40条；《七日无理由退货暂行办法》第35条",
                    "Consumer Protection Law, arts. 23 and 24; Product Quality Law, art. 40; Seven-Day"
                            + " Measures, art. 35");
    private static final Text FIFTEEN_DAYS =
            Text.of(
                    "《部分商品修理更换退货责任规定》",
                    "Provisions on Repair, Replacement and Return of certain goods");
    private static final Text WARRANTY =
            Text.of(
                    "《消费者权益保护法》第23条第3款、第24条；三包规定",
                    "Consumer Protection Law, arts. 23(3) and 24; the Three Guarantees");
    private static final Text RISK_20 = Text.of("《电子商务法》第20条", "E-Commerce Law, art. 20");
    private static final Text RISK_20_CARRIER =
            Text.of(
                    "《电子商务法》第20条；《快递暂行条例》第27、28条",
                    "E-Commerce Law, art. 20; Express Delivery Regulation, arts. 27 and 28");
    private static final Text EXPRESS_25 =
            Text.of("《快递暂行条例》第25条", "Express Delivery Regulation, art. 25");
    private static final Text EU_RIGHTS =
            Text.of(
                    "欧盟指令 2011/83/EU 第9、10、13、14条；(EU) 2023/2673",
                    "Directive 2011/83/EU, arts. 9, 10, 13 and 14; (EU) 2023/2673");
    private static final Text CUSTOMS =
            Text.of("海关总署公告2020年第45号", "General Administration of Customs, notice 45 of 2020");
    private static final Text JAPAN =
            Text.of(
                    "日本《特定商取引法》第15条之3",
                    "Japan, Act on Specified Commercial Transactions, art. 15-3");
    private static final Text STORE = Text.of("本店门店服务规则", "The rules of the shop's stores");

    private static final Pattern BLANK = Pattern.compile("\\{(\\w+)(:days)?}");

    /** The words of {@code code} under the policy of the house. */
    public static RuleText of(ReasonCode code) {
        return of(code, Policy.DEFAULT);
    }

    /** The words of {@code code} with the times that {@code policy} gives. */
    public static RuleText of(ReasonCode code, Policy policy) {
        var words = words(code);
        return new RuleText(
                filled(words.title, policy), filled(words.explanation, policy), words.basis);
    }

    private static Text filled(Text words, Policy policy) {
        return Text.of(filled(words.zh(), policy, true), filled(words.en(), policy, false));
    }

    private static String filled(String words, Policy policy, boolean zh) {
        return BLANK.matcher(words)
                .replaceAll(blank -> time(blank.group(1), blank.group(2) != null, policy, zh));
    }

    /**
     * {@code 4小时}, {@code 30 minutes}; a limit of whole days as days where that is how one says it.
     */
    private static String time(String name, boolean asDays, Policy policy, boolean zh) {
        var constant = Objects.requireNonNull(Constant.named(name), name);
        var value = ((Number) constant.of(policy)).doubleValue();
        var unit = constant.unit();
        if (unit == Constant.Unit.HOURS && asDays && value % 24 == 0) {
            unit = Constant.Unit.DAYS;
            value = value / 24;
        } else if (unit == Constant.Unit.HOURS && value < 1) {
            unit = Constant.Unit.MINUTES;
            value = value * 60;
        }
        var number = BigDecimal.valueOf(value).stripTrailingZeros().toPlainString();
        var many = value == 1 ? "" : "s";
        return number
                + switch (unit) {
                    case DAYS -> zh ? "天" : " day" + many;
                    case HOURS -> zh ? "小时" : " hour" + many;
                    case MINUTES -> zh ? "分钟" : " minute" + many;
                    default -> throw new IllegalStateException(name + " is no time");
                };
    }

    /** With blanks for times; the compiler sees to it that no rule is without words. */
    private static RuleText words(ReasonCode code) {
        return switch (code) {
            case ORDER_NOT_FOUND ->
                    rule(
                            "订单不存在或非本人",
                            "Order not found or not theirs",
                            "没有找到这笔订单。请核对订单号，或换用下单时的账号再试。",
                            "We did not find this order. Please check the number, or sign in with the account"
                                    + " that placed it.",
                            OWN_RULE);
            case IDEMPOTENT_REPLAY ->
                    rule(
                            "重复提交",
                            "The same request again",
                            "这个申请已经提交过，不会重复处理。请查看原申请的进度。",
                            "This request had already been submitted and is not handled twice. Please follow"
                                    + " the first one.",
                            PRACTICE);
            case COMPLAINT_NORMAL ->
                    rule(
                            "投诉",
                            "Complaint",
                            "已收到您的投诉，专人会在{complaintHours}内给您处理方案，您可以随时在这里留言。",
                            "We have your complaint. A person will propose a solution within {complaintHours}; you can"
                                    + " write to us here at any time.",
                            Text.of("《电子商务法》第59条", "E-Commerce Law, art. 59"));
            case COMPLAINT_MAJOR ->
                    rule(
                            "重大投诉",
                            "Major complaint",
                            "已收到您的投诉并列为重大事项，负责人会在{majorComplaintHours}内完成调查并答复您。",
                            "We have your complaint and treat it as a major one. The person in charge will"
                                    + " investigate and answer within {majorComplaintHours}.",
                            Text.of("《电子商务法》第59条", "E-Commerce Law, art. 59"));
            case SAFETY_INCIDENT ->
                    rule(
                            "人身或财产安全",
                            "Harm to people or property",
                            "请先停止使用并确保安全。专家会在{expertHandoverMinutes}内接手，{expertHours}内给出处理意见；先行赔付由我们负责。",
                            "Please stop using it and stay safe. An expert takes over within {expertHandoverMinutes} and"
                                    + " answers within {expertHours}; we pay first and recover the cost later.",
                            Text.of(
                                    "《消费者权益保护法》第33、40条",
                                    "Consumer Protection Law, arts. 33 and 40"));
            case FOOD_SAFETY ->
                    rule(
                            "食品安全",
                            "Food safety",
                            "请先停止食用，身体不适请尽快就医并保留商品和凭证。专家会在{expertHandoverMinutes}内接手，{expertHours}内给出处理意见。",
                            "Please stop eating it, see a doctor if you feel unwell, and keep the goods. An"
                                    + " expert takes over within {expertHandoverMinutes} and answers within {expertHours}.",
                            Text.of("《食品安全法》第148条", "Food Safety Law, art. 148"));
            case COUNTERFEIT_CLAIM ->
                    rule(
                            "涉嫌假货或欺诈",
                            "Suspected fake or fraud",
                            "已转鉴定专家，{expertHandoverMinutes}内接手，{expertHours}内给出处理意见。请保留商品、包装和吊牌。",
                            "An expert takes over within {expertHandoverMinutes} and answers within {expertHours}. Please keep the"
                                    + " goods, the packing and the tags.",
                            Text.of(
                                    "《消费者权益保护法》第55条；《食品安全法》第148条",
                                    "Consumer Protection Law, art. 55; Food Safety Law, art. 148"));
            case NOT_PAID ->
                    rule(
                            "订单未付款",
                            "Not paid",
                            "这笔订单还没有付款，无需退款；您可以直接取消订单。",
                            "This order has not been paid, so there is nothing to refund; you can simply cancel"
                                    + " it.",
                            PRACTICE);
            case ALREADY_REFUNDED ->
                    rule(
                            "已全额退款",
                            "Already refunded",
                            "这笔订单的款项已经全部退回。如未到账，请在原申请里查看退款进度。",
                            "Everything paid for this order has been refunded. If it has not arrived, please"
                                    + " look at the refund in the earlier request.",
                            PRACTICE);
            case PAYMENT_UNKNOWN ->
                    rule(
                            "付款状态未确认",
                            "Payment not certain",
                            "正在向支付渠道核实付款，财务会在{reviewHoursUrgent}内给您结果。",
                            "We are asking the payment provider about your payment; finance will answer within {reviewHoursUrgent}.",
                            Text.of("《电子商务法》第55条", "E-Commerce Law, art. 55"));
            case GROUP_BUY_IN_PROGRESS ->
                    rule(
                            "拼团进行中",
                            "Group purchase still forming",
                            "拼团还没有结束。未成团会自动全额退款；成团后如不需要，可在发货前申请退款。",
                            "The group is still forming. If it does not complete you are refunded in full"
                                    + " automatically; if it does, you can ask before shipment.",
                            PRACTICE);
            case OPEN_CASE_EXISTS ->
                    rule(
                            "已有进行中的售后",
                            "A case is already open",
                            "这件商品已有正在处理的售后申请，请在原申请里查看进度或补充说明。",
                            "There is already an open request for this item. Please follow it or add to it"
                                    + " there.",
                            PRACTICE);
            case QTY_EXCEEDED ->
                    rule(
                            "超过可售后数量",
                            "More units than are left",
                            "申请的数量超过了还可以售后的数量，请修改数量后重新提交。",
                            "You asked for more units than are left. Please change the number and submit"
                                    + " again.",
                            PRACTICE);
            case AMOUNT_EXCEEDED ->
                    rule(
                            "超过可退金额",
                            "More money than is left",
                            "申请的金额超过了还可以退的金额，请按页面所示的最高金额修改后重新提交。",
                            "You asked for more money than is left. Please stay within the maximum shown and"
                                    + " submit again.",
                            PRACTICE);
            case PRICE_PROTECT ->
                    rule(
                            "价保退差",
                            "Price protection",
                            "已核实降价，差价会在{refundingHours}内原路退回，商品您继续使用。",
                            "The price has fallen; the difference is refunded within {refundingHours} and you keep the"
                                    + " goods.",
                            PRACTICE);
            case PRICE_PROTECT_EXPIRED ->
                    rule(
                            "超过价保期",
                            "Price protection has ended",
                            "这笔订单已超过价保期，无法补差。如有异议，可在{appealHours:days}内申诉。",
                            "The time for price protection has passed. If you disagree you can appeal within {appealHours:days}.",
                            PRACTICE);
            case PRICE_NOT_LOWER ->
                    rule(
                            "当前价格未降低",
                            "The price is not lower",
                            "当前价格没有低于您的实付单价，暂无差价可退。如有异议，可在{appealHours:days}内申诉。",
                            "Today's price is not below what you paid, so there is no difference to refund. If"
                                    + " you disagree you can appeal within {appealHours:days}.",
                            PRACTICE);
            case VIRTUAL_UNUSED ->
                    rule(
                            "虚拟商品未使用",
                            "Voucher not used",
                            "券码未使用，已同意退款，款项会在{refundingHours}内原路退回，券码同时失效。",
                            "The voucher has not been used. The refund is agreed and made within {refundingHours}; the"
                                    + " code is no longer valid.",
                            Text.of("《消费者权益保护法》第53条", "Consumer Protection Law, art. 53"));
            case VIRTUAL_PARTIAL ->
                    rule(
                            "虚拟商品部分使用",
                            "Voucher partly used",
                            "已按未使用的次数折算退款，款项会在{refundingHours}内原路退回。",
                            "What has not been used is refunded in proportion, within {refundingHours}.",
                            Text.of(
                                    "《侵害消费者权益行为处罚办法》第10条",
                                    "Measures on Penalties for Infringing Consumer Rights, art. 10"));
            case VIRTUAL_USED ->
                    rule(
                            "虚拟商品已使用",
                            "Voucher used",
                            "记录显示已核销或充值到账，无法退款。如与实际不符，可在{appealHours:days}内申诉。",
                            "Our record shows that it has been used or credited, so it cannot be refunded. If"
                                    + " that is wrong you can appeal within {appealHours:days}.",
                            OWN_RULE);
            case VIRTUAL_USAGE_REQUIRED ->
                    rule(
                            "缺少核销记录",
                            "No record of use",
                            "还没有查到使用记录，我们已向供应商核实；如您有未使用的截图，请在{evidenceHoursVirtual}内补充。",
                            "We have no record of its use yet and are asking the supplier. If you have a"
                                    + " screenshot that shows it unused, please add it within {evidenceHoursVirtual}.",
                            OWN_RULE);
            case VIRTUAL_EXPIRED_REFUND ->
                    rule(
                            "过期退",
                            "Expired but refundable",
                            "券码已过期且未使用，本店支持过期退，款项会在{refundingHours}内原路退回。",
                            "It expired without being used. This shop refunds expired vouchers; the money goes"
                                    + " back within {refundingHours}.",
                            PRACTICE);
            case VIRTUAL_EXPIRED ->
                    rule(
                            "已过期",
                            "Expired",
                            "券码已过有效期，按购买时的约定无法退款。如有异议，可在{appealHours:days}内申诉。",
                            "It has expired and by the terms of sale cannot be refunded. If you disagree you can"
                                    + " appeal within {appealHours:days}.",
                            OWN_RULE);
            case UNSHIPPED_REFUND ->
                    rule(
                            "未发货退款",
                            "Refund before shipment",
                            "商品还未发出，已同意退款并取消发货，款项会在{refundingHours}内原路退回。",
                            "It has not been shipped. The refund is agreed, shipment is cancelled, and the money"
                                    + " goes back within {refundingHours}.",
                            PRACTICE);
            case CUSTOM_IN_PRODUCTION ->
                    rule(
                            "定制商品已开工",
                            "Custom goods in production",
                            "您的定制商品已开始制作，取消可能需要承担已产生的费用。专员会在{reviewHours}内与您确认。",
                            "Work on your custom item has begun, so a part of the cost may fall on you. A person"
                                    + " will agree it with you within {reviewHours}.",
                            Text.of("《民法典》第787条", "Civil Code, art. 787"));
            case LATE_SHIPMENT ->
                    rule(
                            "逾期未发货",
                            "Shipped too late",
                            "我们没有按约定时间发货，抱歉。已同意全额退款，{refundingHours}内原路退回，并按规则给予迟发补偿。",
                            "We missed the promised time and are sorry. Everything is refunded within {refundingHours},"
                                    + " with compensation for the delay by our rules.",
                            Text.of(
                                    "《电子商务法》第20条；《民法典》第587条",
                                    "E-Commerce Law, art. 20; Civil Code, art. 587"));
            case PRESALE_BALANCE_ONLY ->
                    rule(
                            "定金不退，退尾款",
                            "Earnest kept, balance refunded",
                            "按下单时展示的预售规则，定金不退，其余款项会在{refundingHours}内原路退回。",
                            "By the pre-sale terms shown when you ordered, the earnest is not refunded; the rest"
                                    + " goes back within {refundingHours}.",
                            Text.of(
                                    "《民法典》第587条；《合同编通则解释》第67条",
                                    "Civil Code, art. 587; Interpretation on Contracts, art. 67"));
            case PICKUP_NOT_COLLECTED ->
                    rule(
                            "到店自提未提货",
                            "Pick-up not collected",
                            "商品还在门店未提取，已同意退款，{refundingHours}内原路退回，无需到店。",
                            "It is still waiting in the store. The refund is agreed and made within {refundingHours}; you"
                                    + " need not come.",
                            STORE);
            case IN_TRANSIT_INTERCEPT ->
                    rule(
                            "运输中拦截",
                            "Called back on its way",
                            "已同意退款并通知快递拦截，包裹退回后原路退款；如仍派送，请直接拒收。",
                            "Agreed. We have asked the carrier to turn the parcel back and refund when it"
                                    + " returns; if it is still delivered, please refuse it.",
                            PRACTICE);
            case REFUSED_RETURNED ->
                    rule(
                            "拒收已退回",
                            "Refused, already back",
                            "包裹已退回仓库，正在验收，通过后{refundingHours}内原路退款。",
                            "The parcel is back with us and being inspected; the refund follows within {refundingHours}.",
                            EXPRESS_25);
            case REFUSED_WAIT_RETURN ->
                    rule(
                            "拒收退回途中",
                            "Refused, on its way back",
                            "已登记拒收，包裹退回仓库并验收后原路退款，您无需寄件。",
                            "We have noted that you refused it. We refund when it is back and inspected; you"
                                    + " need not send anything.",
                            EXPRESS_25);
            case LOGISTICS_LOST ->
                    rule(
                            "包裹丢失",
                            "Parcel lost",
                            "包裹已丢失或长时间没有物流更新，责任不在您。我们会在{refundingHours}内全额退款，或在48小时内为您补发。",
                            "The parcel is lost or has not moved for days; that is not your fault. We refund in"
                                    + " full within {refundingHours}, or send it again within 48.",
                            RISK_20_CARRIER);
            case LOGISTICS_CHECK ->
                    rule(
                            "物流核查",
                            "Checking the parcel",
                            "包裹仍在运输，专员会在{reviewHours}内联系快递核实并告诉您结果。",
                            "The parcel is still moving. A person asks the carrier and tells you the result"
                                    + " within {reviewHours}.",
                            EXPRESS_25);
            case SIGNED_NOT_RECEIVED ->
                    rule(
                            "显示签收但未收到",
                            "Signed for but not received",
                            "物流显示已签收而您没有收到，专员会在{reviewHours}内向快递调取签收凭证并答复您。",
                            "The trace says it was delivered but you have not got it. A person asks the carrier"
                                    + " for the proof and answers within {reviewHours}.",
                            EXPRESS_25);
            case FRESH_24H ->
                    rule(
                            "生鲜坏果包赔",
                            "Fresh goods, first day",
                            "很抱歉生鲜有问题。已按坏损比例同意退款，{refundingHours}内原路退回，商品不用寄回。",
                            "We are sorry the fresh goods were not right. The spoiled share is refunded within {refundingHours}; nothing has to come back.",
                            PRACTICE);
            case FRESH_EVIDENCE ->
                    rule(
                            "生鲜待补照片",
                            "Fresh goods, photos needed",
                            "请在{evidenceHoursFresh}内补充至少2张照片（整体和坏损处各一张），收到后马上处理。",
                            "Please add at least 2 photos within {evidenceHoursFresh}, one of all of it and one of the"
                                    + " spoiled part; we decide at once.",
                            OWN_RULE);
            case FRESH_LATE ->
                    rule(
                            "生鲜超{freshAutoHours}",
                            "Fresh goods, after the first day",
                            "已超过{freshAutoHours}的自动处理时间，但不会因此拒绝您，专员会在{reviewHoursUrgent}内答复。",
                            "It is past the {freshAutoHours} in which we decide automatically, but that alone is no"
                                    + " refusal: a person answers within {reviewHoursUrgent}.",
                            Text.of(
                                    "《消费者权益保护法》第26条；法释〔2022〕8号第1条",
                                    "Consumer Protection Law, art. 26; Judicial Interpretation 2022 No. 8,"
                                            + " art. 1"));
            case EVIDENCE_REQUIRED ->
                    rule(
                            "待补凭证",
                            "Evidence needed",
                            "请补充能看清问题的照片或视频（运输破损需外包装和商品各一张），收到后马上处理；退货运费由我们承担。",
                            "Please add a photo or video that shows the problem (for damage on the way: one of"
                                    + " the packing, one of the goods). We decide at once, and the way back is on us.",
                            PRACTICE);
            case QUICK_COMPENSATION ->
                    rule(
                            "破损快速补偿",
                            "Quick compensation",
                            "很抱歉商品在运输中受损。已同意按损坏程度补偿，{refundingHours}内原路退回，商品您留用。",
                            "We are sorry it was damaged on the way. The compensation is agreed and paid within {refundingHours}; you keep the goods.",
                            RISK_20);
            case DAMAGE_SEVERE ->
                    rule(
                            "严重破损",
                            "Severe damage",
                            "很抱歉商品严重损坏，已同意处理，运费我们承担。金额较小的直接退款，其余请在{buyerReturnHours:days}内寄回。",
                            "We are sorry it arrived unusable. Agreed, at our cost: small amounts are refunded at"
                                    + " once, otherwise please send it back within {buyerReturnHours:days}.",
                            RISK_20);
            case DAMAGE_LATE ->
                    rule(
                            "破损超{damageAutoHours}",
                            "Damage reported late",
                            "已超过签收后{damageAutoHours}的自动处理时间，专员会在{reviewHours}内看您的照片并答复。",
                            "It is past the {damageAutoHours} in which we decide automatically; a person looks at your"
                                    + " photos and answers within {reviewHours}.",
                            Text.of("法释〔2022〕8号第1条", "Judicial Interpretation 2022 No. 8, art. 1"));
            case BUYER_CARRIER ->
                    rule(
                            "买家自选快递",
                            "The buyer's own carrier",
                            "这笔订单由您选定的快递承运，运输责任需要核实，专员会在{reviewHours}内答复并协助您向快递索赔。",
                            "This order travelled with the carrier you chose, so we must check who is liable. A"
                                    + " person answers within {reviewHours} and helps you claim.",
                            Text.of("《电子商务法》第20条但书", "E-Commerce Law, art. 20, proviso"));
            case WRONG_ITEM ->
                    rule(
                            "发错货",
                            "Wrong item",
                            "很抱歉发错了商品。已同意退货或换货，来回运费我们承担，请在{buyerReturnHours:days}内寄回。",
                            "We are sorry we sent the wrong thing. Return or exchange is agreed at our cost;"
                                    + " please send it back within {buyerReturnHours:days}.",
                            Text.of("《消费者权益保护法》第24条", "Consumer Protection Law, art. 24"));
            case MISSING_RESEND ->
                    rule(
                            "少件补寄",
                            "Missing part sent again",
                            "很抱歉少发了。有货会在48小时内补寄，运费我们承担；如果缺货，请在页面上选择其他方案。",
                            "We are sorry something was missing. It is sent within 48 hours at our cost; if it is"
                                    + " out of stock, please choose another way on this page.",
                            Text.of("《消费者权益保护法》第52条", "Consumer Protection Law, art. 52"));
            case FAULT_LATE ->
                    rule(
                            "错发漏发超期反馈",
                            "Wrong or missing, reported late",
                            "已超过{missingDays}的自动处理时间，但我们仍会负责，专员会在{reviewHours}内答复。",
                            "It is past the {missingDays} in which we decide automatically, but we still answer for it:"
                                    + " a person replies within {reviewHours}.",
                            Text.of(
                                    "《消费者权益保护法》第24、52条",
                                    "Consumer Protection Law, arts. 24 and 52"));
            case QUALITY_7D ->
                    rule(
                            "{qualityRefundDays}内质量问题",
                            "Fault within {qualityRefundDays}",
                            "很抱歉商品有质量问题。已按您的选择同意退货、换货或维修，来回运费我们承担，请在{buyerReturnHours:days}内寄回。",
                            "We are sorry it is faulty. Return, exchange or repair is agreed as you chose, at our"
                                    + " cost; please send it back within {buyerReturnHours:days}.",
                            DEFECT_LAW);
            case NOT_AS_DESCRIBED ->
                    rule(
                            "与描述不符",
                            "Not as described",
                            "很抱歉商品与描述不符。已同意退换，来回运费我们承担，请在{buyerReturnHours:days}内寄回。",
                            "We are sorry it is not as described. Return or exchange is agreed at our cost;"
                                    + " please send it back within {buyerReturnHours:days}.",
                            DEFECT_LAW);
            case EXPIRED_GOODS ->
                    rule(
                            "商品过期",
                            "Past its date",
                            "很抱歉商品已过期，请不要使用。已同意退换，来回运费我们承担，请在{buyerReturnHours:days}内寄回。",
                            "We are sorry it is past its date; please do not use it. Return or exchange is agreed"
                                    + " at our cost; please send it back within {buyerReturnHours:days}.",
                            DEFECT_LAW);
            case QUALITY_15D_EXCHANGE ->
                    rule(
                            "{qualityExchangeDays}内换修",
                            "Exchange or repair within {qualityExchangeDays}",
                            "已同意换货或维修，来回运费我们承担，请在{buyerReturnHours:days}内寄回。",
                            "Exchange or repair is agreed at our cost; please send it back within {buyerReturnHours:days}.",
                            FIFTEEN_DAYS);
            case QUALITY_8_15D ->
                    rule(
                            "第8至15天要求退款",
                            "Refund asked on day 8 to 15",
                            "现在可以直接换货或维修；您要求退款，专员会在{reviewHours}内审核并答复。",
                            "Exchange or repair would be possible at once. You asked for a refund: a person"
                                    + " answers within {reviewHours}.",
                            FIFTEEN_DAYS);
            case WARRANTY_REPAIR ->
                    rule(
                            "保修期内维修",
                            "Repair under warranty",
                            "在保修期内，已同意免费维修，来回运费我们承担，请在{buyerReturnHours:days}内寄回。",
                            "It is under warranty. Repair is free and so is the way; please send it in within 7"
                                    + " days.",
                            WARRANTY);
            case WARRANTY_REVIEW ->
                    rule(
                            "保修期内要求退换",
                            "Money or exchange under warranty",
                            "在保修期内可直接免费维修；您要求退换，专员会在{reviewHours}内审核并答复。",
                            "Under warranty repair is free at once. You asked for more: a person answers within {reviewHours}.",
                            WARRANTY);
            case WARRANTY_TWO_REPAIRS ->
                    rule(
                            "两次维修未修好",
                            "Repaired twice in vain",
                            "两次维修仍未修好，已同意为您换新，来回运费我们承担，请在{buyerReturnHours:days}内寄回。",
                            "Two repairs did not help, so you get another one at our cost; please send it back within {buyerReturnHours:days}.",
                            Text.of(
                                    "三包规定；《消费者权益保护法实施条例》第18条",
                                    "The Three Guarantees; Implementing Regulation, art. 18"));
            case WARRANTY_REPAIR_OVERDUE ->
                    rule(
                            "维修超过{repairOverdueDays}",
                            "Repair took too long",
                            "维修时间过长，抱歉。已同意直接换新，48小时内发出，您无需寄件。",
                            "The repair took too long and we are sorry. A new one leaves within 48 hours; you"
                                    + " need not send anything.",
                            Text.of(
                                    "三包规定；《消费者权益保护法实施条例》第18条",
                                    "The Three Guarantees; Implementing Regulation, art. 18"));
            case OUT_OF_WARRANTY ->
                    rule(
                            "超出保修期",
                            "Out of warranty",
                            "已超出保修期，可以付费维修。专员会在{reviewHours}内给您报价，由您决定。",
                            "The warranty has ended; a paid repair is possible. A person quotes a price within {reviewHours} and you decide.",
                            WARRANTY);
            case CUSTOM_EXEMPT ->
                    rule(
                            "定制商品不适用无理由",
                            "Custom goods",
                            "定制商品依法不适用七日无理由退货。如有质量问题，请以“质量问题”申请；有异议可在{appealHours:days}内申诉。",
                            "By law custom-made goods cannot be returned without a reason. If it is faulty,"
                                    + " please say so in a new request; you can appeal within {appealHours:days}.",
                            CONSUMER_25_1);
            case FRESH_EXEMPT ->
                    rule(
                            "生鲜不适用无理由",
                            "Fresh goods",
                            "鲜活易腐商品依法不适用七日无理由退货。如有坏损，请拍照以“生鲜腐坏”申请；有异议可在{appealHours:days}内申诉。",
                            "By law fresh goods cannot be returned without a reason. If they were spoiled, please"
                                    + " ask again with photos; you can appeal within {appealHours:days}.",
                            CONSUMER_25_1);
            case DIGITAL_EXEMPT ->
                    rule(
                            "数字化商品不适用无理由",
                            "Digital goods",
                            "在线下载或已拆封的数字化商品依法不适用七日无理由退货。如无法使用，请以“质量问题”申请；有异议可在{appealHours:days}内申诉。",
                            "By law downloads and opened media cannot be returned without a reason. If it does"
                                    + " not work, please say so in a new request; you can appeal within {appealHours:days}.",
                            CONSUMER_25_1);
            case PERIODICAL_EXEMPT ->
                    rule(
                            "报刊不适用无理由",
                            "Newspapers and magazines",
                            "交付的报纸、期刊依法不适用七日无理由退货；有异议可在{appealHours:days}内申诉。",
                            "By law newspapers and magazines cannot be returned without a reason; you can appeal within {appealHours:days}.",
                            CONSUMER_25_1);
            case MEDICINE_EXEMPT ->
                    rule(
                            "药品不退",
                            "Medicine",
                            "药品一经售出，无质量问题不得退换。如有质量问题，请以“质量问题”申请；有异议可在{appealHours:days}内申诉。",
                            "Medicine that has been sold must not be taken back unless it is faulty. If it is,"
                                    + " please say so in a new request; you can appeal within {appealHours:days}.",
                            Text.of("《药品经营质量管理规范》", "Good Supply Practice for medicines"));
            case CONFIRMED_EXEMPT ->
                    rule(
                            "下单时已确认不适用无理由",
                            "Exemption confirmed at checkout",
                            "您下单时已确认该商品不适用七日无理由退货。如有质量问题，请以“质量问题”申请；有异议可在{appealHours:days}内申诉。",
                            "At checkout you confirmed that this item cannot be returned without a reason. If it"
                                    + " is faulty, please say so in a new request; you can appeal within {appealHours:days}.",
                            CONSUMER_25_2);
            case NO_REASON_7D ->
                    rule(
                            "七日无理由",
                            "Seven days without a reason",
                            "已同意退货，请在{buyerReturnHours:days}内寄回；商品完好即可，拆封查看不影响。收到验收后原路退款。",
                            "Agreed. Please send it back within {buyerReturnHours:days}; having opened the box to look is fine."
                                    + " We refund after inspection.",
                            NO_REASON_LAW);
            case PROMISE_WINDOW ->
                    rule(
                            "商家承诺退货期",
                            "Within the promised time",
                            "按本店（直播间）承诺的退货期，已同意退货，请在{buyerReturnHours:days}内寄回，收到验收后原路退款。",
                            "Agreed, as the shop or the live session promised. Please send it back within {buyerReturnHours:days};"
                                    + " we refund after inspection.",
                            Text.of(
                                    "法释〔2022〕8号第2、10、11条",
                                    "Judicial Interpretation 2022 No. 8, arts. 2, 10 and 11"));
            case ACTIVATED_CHECK ->
                    rule(
                            "已激活，需核实完好",
                            "Activated: is it intact?",
                            "设备已激活，需要人工确认是否影响完好，专员会在{reviewHours}内答复。",
                            "The device has been activated, so a person must see whether it still counts as"
                                    + " intact. You hear from us within {reviewHours}.",
                            Text.of("《七日无理由退货暂行办法》第8、9条", "Seven-Day Measures, arts. 8 and 9"));
            case NO_REASON_EXPIRED ->
                    rule(
                            "超过无理由期限",
                            "Too late to return without a reason",
                            "已超过无理由退货期限，无法退货。如有质量问题，请以“质量问题”申请；有异议可在{appealHours:days}内申诉。",
                            "The time to return without a reason has passed. If it is faulty, please say so in a"
                                    + " new request; you can appeal within {appealHours:days}.",
                            CONSUMER_25);
            case GOODWILL ->
                    rule(
                            "会员宽限",
                            "Goodwill for a good customer",
                            "您刚超过退货期限。感谢您一直以来的支持，专员会在{reviewHours}内看能否为您破例。",
                            "You are just past the time. As you are a valued customer, a person will see within {reviewHours} what can be done.",
                            OWN_RULE);
            case RETURN_REQUIRED ->
                    rule(
                            "需退货才能退款",
                            "Refund needs a return",
                            "商品没有问题时，退款需要先退货。您可以改选“退货退款”，我们马上同意。",
                            "Without a fault a refund needs the goods back. Please choose return and refund, and"
                                    + " we agree at once.",
                            Text.of(
                                    "《网络交易平台规则监督管理办法》",
                                    "Measures on the Supervision of Platform Rules"));
            case NO_REASON_EXCHANGE ->
                    rule(
                            "无理由换货",
                            "Exchange without a reason",
                            "已同意换货并为您预留库存，请在{buyerReturnHours:days}内寄回，收到后48小时内发出新商品。",
                            "The exchange is agreed and the stock is reserved. Please send yours back within {buyerReturnHours:days}; the new one leaves within 48 hours of its arrival.",
                            NO_REASON_LAW);
            case NO_STOCK ->
                    rule(
                            "换货无库存",
                            "No stock for the exchange",
                            "想换的款式暂时没货。请选择退货退款、换其他款式，或等待补货。",
                            "What you want is out of stock. Please choose a refund, another variant, or to wait.",
                            PRACTICE);
            case CUSTOMER_CHOICE ->
                    rule(
                            "按客户选择办理",
                            "As the customer chose",
                            "已按您选择的方案办理，接下来的步骤和期限见下方。",
                            "We go on the way you chose; the next step and its time are shown below.",
                            PRACTICE);
            case STORE_INSTANT_EXCHANGE ->
                    rule(
                            "门店当场换货",
                            "Exchange at the store",
                            "门店有货，已为您预留{storeHoldHours}。门店会在{storeConfirmHours}内确认，请凭售后码到店换取。",
                            "The store has it and keeps it for {storeHoldHours}. The store confirms within {storeConfirmHours};"
                                    + " please come with your case code.",
                            STORE);
            case STORE_EXCHANGE_OTHER_STORE ->
                    rule(
                            "其他门店有货",
                            "Another store has it",
                            "当前门店没货，附近门店有。请选择去其他门店、仓库直发，或退货退款。",
                            "This store has none, another one does. Please choose the other store, delivery from"
                                    + " the warehouse, or a refund.",
                            STORE);
            case STORE_NO_STOCK ->
                    rule(
                            "门店均无货",
                            "No store has it",
                            "门店暂时没货。请选择仓库直发或退货退款。",
                            "No store has it now. Please choose delivery from the warehouse or a refund.",
                            STORE);
            case STORE_STOCK_STALE ->
                    rule(
                            "门店库存未更新",
                            "The store's stock is not certain",
                            "门店库存需要人工核实，店员会在{storeConfirmHours}内答复，请先不要出发。",
                            "The store must count first and answers within {storeConfirmHours}; please wait before you"
                                    + " set off.",
                            STORE);
            case STORE_OFFLINE_SALE ->
                    rule(
                            "门店现场购买",
                            "Bought in the store",
                            "这笔订单在门店当面购买，按门店规则处理，店员会在{storeConfirmHours}内答复。",
                            "This was bought in the store in person, so the store's rules apply; the store"
                                    + " answers within {storeConfirmHours}.",
                            Text.of(
                                    "《消费者权益保护法》第25条的适用范围",
                                    "Scope of the Consumer Protection Law, art. 25"));
            case STORE_RETURN ->
                    rule(
                            "到店退货",
                            "Return at the store",
                            "已同意退货，门店会在{storeConfirmHours}内确认，请凭售后码到店退货，验收后原路退款。",
                            "Agreed. The store confirms within {storeConfirmHours}; please bring it with your case code,"
                                    + " and we refund after a look at it.",
                            STORE);
            case CBEC_NO_REASON ->
                    rule(
                            "跨境商品退货",
                            "Return of imported goods",
                            "已同意退货。跨境商品须保持原包装未拆封，并在页面所示日期前退回到仓，验收后原路退款。",
                            "Agreed. Imported goods must come back in their original seal and arrive by the date"
                                    + " shown; we refund after inspection.",
                            CUSTOMS);
            case CBEC_CUSTOMS_WINDOW ->
                    rule(
                            "超过海关退货申报期",
                            "Customs no longer takes it back",
                            "已超过海关放行后{cbecFileDays}的退货申报期，税款可能无法退回，专员会在{reviewHours}内与您确认方案。",
                            "The {cbecFileDays} after customs release have passed, so the tax may not be recovered. A"
                                    + " person agrees a way with you within {reviewHours}.",
                            CUSTOMS);
            case EU_WITHDRAWAL_14D ->
                    rule(
                            "欧盟14天撤回权",
                            "EU right of withdrawal",
                            "已确认收到您的撤回通知，请在{euReturnHours:days}内寄回。收到后连同标准配送费一并退款。",
                            "We acknowledge your withdrawal. Please send the goods back within {euReturnHours:days}; we refund"
                                    + " the price and the standard delivery charge.",
                            EU_RIGHTS);
            case EU_WITHDRAWAL_EXPIRED ->
                    rule(
                            "超过欧盟撤回期",
                            "EU withdrawal period has ended",
                            "14天撤回期已过。如商品不符合约定，您仍享有两年的合规保障，请以相应原因申请；有异议可在{appealHours:days}内申诉。",
                            "The 14 days for withdrawal have ended. If the goods are not in conformity you are"
                                    + " still protected for two years: please say so in a new request. You can"
                                    + " appeal within {appealHours:days}.",
                            EU_RIGHTS);
            case EU_HYGIENE_UNSEALED ->
                    rule(
                            "卫生密封已拆",
                            "Hygiene seal broken",
                            "该商品因卫生原因密封出售，拆封后不能撤回；有异议可在{appealHours:days}内申诉。",
                            "It was sealed for reasons of hygiene and has been unsealed, so it cannot be"
                                    + " withdrawn from; you can appeal within {appealHours:days}.",
                            Text.of("欧盟指令 2011/83/EU 第16条(e)", "Directive 2011/83/EU, art. 16(e)"));
            case CONFORMITY ->
                    rule(
                            "不符合约定（境外）",
                            "Lack of conformity",
                            "很抱歉商品不符合约定。已同意退货、换货或维修，费用我们承担，请在{euReturnHours:days}内寄回。",
                            "We are sorry it is not in conformity. Return, exchange or repair is agreed at our"
                                    + " cost; please send it back within {euReturnHours:days}.",
                            Text.of("欧盟指令 (EU) 2019/771", "Directive (EU) 2019/771"));
            case JP_8D ->
                    rule(
                            "日本8日退货",
                            "Japan: eight days",
                            "已同意退货，请在{buyerReturnHours:days}内寄回，寄回运费由您承担，验收后退款。",
                            "Agreed. Please send it back within {buyerReturnHours:days} at your cost; we refund after"
                                    + " inspection.",
                            JAPAN);
            case JP_8D_EXPIRED ->
                    rule(
                            "超过日本8日期限",
                            "Japan: eight days have passed",
                            "自收到之日起的8天已过，无法退货。如有质量问题，请以“质量问题”申请；有异议可在{appealHours:days}内申诉。",
                            "The eight days from receipt have passed. If it is faulty, please say so in a new"
                                    + " request; you can appeal within {appealHours:days}.",
                            JAPAN);
            case JP_RETURN_POLICY ->
                    rule(
                            "已展示不退货特约",
                            "Japan: no returns, as shown",
                            "购买页面已写明不接受退货，因此无法退货。如有质量问题，请以“质量问题”申请；有异议可在{appealHours:days}内申诉。",
                            "The terms shown before the sale exclude returns. If it is faulty, please say so in a"
                                    + " new request; you can appeal within {appealHours:days}.",
                            JAPAN);
            case LIMIT_EXCEEDED ->
                    rule(
                            "超过自动额度",
                            "Above the automatic limit",
                            "您的申请符合条件，因金额较大需要有权限的同事签字，会在{reviewHours}内（生鲜{reviewHoursUrgent}内）答复。",
                            "Your request meets the conditions; because of the amount someone with the authority"
                                    + " must sign. You hear within {reviewHours} (fresh goods: {reviewHoursUrgent}).",
                            Text.of("本店分级授权", "The shop's tiers of authority"));
            case RISK_REVIEW ->
                    rule(
                            "人工复核",
                            "A person looks at it",
                            "您的申请需要人工复核，会在{reviewHours}内（生鲜{reviewHoursUrgent}内）答复。",
                            "A person must look at your request. You hear within {reviewHours} (fresh goods: {reviewHoursUrgent}).",
                            PRACTICE);
            case SHOP_REVIEW ->
                    rule(
                            "本店规定人工审核",
                            "The shop has a person look",
                            "按本店规定，您的申请由专人审核，会在{reviewHours}内（生鲜{reviewHoursUrgent}内）答复。",
                            "In this shop a person looks at requests like yours. You hear within {reviewHours} (fresh goods: {reviewHoursUrgent}).",
                            OWN_RULE);
            case ASK_REASON ->
                    rule(
                            "原因不明，询问一次",
                            "Reason not clear",
                            "我们还不确定发生了什么。请告诉我们：商品是有问题、没收到、发错了，还是您不想要了？",
                            "We are not sure what happened. Is the item faulty, not received, the wrong one, or"
                                    + " do you simply not want it any more?",
                            OWN_RULE);
        };
    }

    /**
     * The explanation behind the words of an exemption, exactly as they were shown before the sale.
     */
    public Text explanation(@Nullable Text exemption) {
        return exemption == null
                ? explanation
                : Text.of(
                        "“" + exemption.zh() + "”" + explanation.zh(),
                        "“" + exemption.en() + "” " + explanation.en());
    }

    private static RuleText rule(
            String zhTitle, String enTitle, String zhWords, String enWords, Text basis) {
        return new RuleText(Text.of(zhTitle, enTitle), Text.of(zhWords, enWords), basis);
    }
}
