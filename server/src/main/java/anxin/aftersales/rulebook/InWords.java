package anxin.aftersales.rulebook;

import anxin.aftersales.policy.Constant;
import anxin.aftersales.policy.Decision;
import anxin.aftersales.policy.Exempt;
import anxin.aftersales.policy.Guard;
import anxin.aftersales.policy.Policy;
import anxin.aftersales.policy.ShopRules;
import anxin.kernel.Text;
import java.math.BigDecimal;
import java.util.ArrayList;
import org.jspecify.annotations.Nullable;

/** The values of a policy as people say them. */
final class InWords {

    private InWords() {}

    static Text of(Constant constant, Policy policy) {
        var value = constant.of(policy);
        return switch (constant.unit()) {
            case DAYS -> counted(value, "天", "day");
            case HOURS -> counted(value, "小时", "hour");
            case MINUTES -> counted(value, "分钟", "minute");
            case TIMES -> counted(value, "次", "time");
            case SCORE -> same(plain((Number) value));
            case FEN -> money((Long) value);
            case SWITCH -> Boolean.TRUE.equals(value) ? Text.of("是", "yes") : Text.of("否", "no");
            case CHOICE ->
                    policy.promoBreak() == Policy.PromoBreak.RECALC
                            ? Text.of("按保留商品重新计价", "what is kept is priced again")
                            : Text.of("按下单时的分摊", "each item keeps its share");
            case TIERS -> tiers(policy);
            case PERCENTS ->
                    Text.of(
                            "轻微 %d%%，中度 %d%%，严重 %d%%".formatted(shares(policy)),
                            "minor %d %%, moderate %d %%, severe %d %%".formatted(shares(policy)));
            case ZONE -> same(value.toString());
        };
    }

    private static Object[] shares(Policy policy) {
        var pct = policy.damagePct();
        return new Object[] {pct.minor(), pct.moderate(), pct.severe()};
    }

    private static Text tiers(Policy policy) {
        var zh = new ArrayList<String>();
        var en = new ArrayList<String>();
        for (var tier : policy.tiers()) {
            var limit = tier.limit();
            var words = limit == null ? Text.of("不限", "no limit") : money(limit);
            zh.add(tier.name() + " " + words.zh());
            en.add(tier.name() + " " + words.en());
        }
        return Text.of(String.join("，", zh), String.join(", ", en));
    }

    static Text of(ShopRules.@Nullable Setting setting) {
        if (setting == null) {
            return Text.of("按默认规则", "as the table says");
        }
        var mode =
                switch (setting.mode()) {
                    case AUTO -> Text.of("自动", "automatic");
                    case REVIEW -> Text.of("人工审核", "a person looks first");
                    case OFF -> Text.of("关闭", "switched off");
                };
        var limit = setting.limitMinor();
        if (limit == null) {
            return setting.mode() == ShopRules.Mode.AUTO
                    ? Text.of("按默认规则", "as the table says")
                    : mode;
        }
        var money = money(limit);
        return Text.of(
                mode.zh() + "，自动额度 " + money.zh(), mode.en() + ", automatic up to " + money.en());
    }

    static Text of(Exempt exempt, ShopRules rules) {
        return rules.uses(exempt)
                ? rules.words(exempt)
                : Text.of("不使用此例外，可以无理由退货", "not used: it can be returned without a reason");
    }

    static Text of(ShopRules.Promise promise) {
        var freight = promise.freight();
        var who = freight == null ? null : of(freight);
        return Text.of(
                about(promise).zh()
                        + " "
                        + promise.days()
                        + " 天无理由退货"
                        + (who == null ? "" : "，退货运费：" + who.zh()),
                about(promise).en()
                        + ": "
                        + promise.days()
                        + " days to return"
                        + (who == null ? "" : ", way back paid by " + who.en()));
    }

    private static Text about(ShopRules.Promise promise) {
        return switch (promise.about()) {
            case ALL -> Text.of("全部商品（含例外商品）", "All goods, exempt ones too");
            case CATEGORY -> Text.of("类目 " + promise.value(), "Category " + promise.value());
            case SKU -> Text.of("商品 " + promise.value(), "Product " + promise.value());
        };
    }

    static Text of(Guard guard) {
        var queue = guard.queue();
        var to = queue == null ? "" : " → " + queue;
        return Text.of(
                guard.name()
                        + "："
                        + guard.written()
                        + (guard.action() == Guard.Action.REVIEW ? "，转人工" : "，仅标记")
                        + to,
                guard.name()
                        + ": "
                        + guard.written()
                        + (guard.action() == Guard.Action.REVIEW
                                ? ", a person looks first"
                                : ", flagged only")
                        + to);
    }

    static Text of(Decision.FreightPayer payer) {
        return switch (payer) {
            case BUYER -> Text.of("买家", "the buyer");
            case SELLER -> Text.of("商家", "the shop");
            case INSURANCE -> Text.of("运费险", "insurance");
            case NONE -> Text.of("无", "nobody");
        };
    }

    static Text of(Decision.Outcome outcome) {
        return switch (outcome) {
            case AUTO_APPROVE -> Text.of("自动同意", "approved at once");
            case MANUAL_REVIEW -> Text.of("人工审核", "a person decides");
            case NEED_EVIDENCE -> Text.of("补充凭证", "evidence is asked for");
            case OFFER_ALTERNATIVES -> Text.of("提供方案", "options are offered");
            case REJECT -> Text.of("拒绝", "refused");
            case DUPLICATE -> Text.of("重复申请", "asked before");
            case ROUTE -> Text.of("转投诉处理", "handled as a complaint");
        };
    }

    private static Text counted(Object value, String zh, String en) {
        var number = plain((Number) value);
        return Text.of(number + " " + zh, number + " " + en + (number.equals("1") ? "" : "s"));
    }

    private static Text money(long fen) {
        return Text.of(amount(fen) + " 元", "CNY " + amount(fen));
    }

    private static String amount(long minor) {
        return "%,d.%02d".formatted(minor / 100, minor % 100);
    }

    private static Text same(String text) {
        return Text.of(text, text);
    }

    private static String plain(Number number) {
        return new BigDecimal(number.toString()).stripTrailingZeros().toPlainString();
    }
}
