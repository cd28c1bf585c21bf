package anxin.scripts.wording;

import anxin.aftersales.PolicyAnswers.Limits;
import anxin.kernel.Text;
import anxin.language.Wording;
import anxin.scripts.wording.Slip.Kind;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Finds promises that go beyond the policy in force: days, hours and freight that it does not
 * grant. A sentence that says no, or speaks of a fault of the shop's, is read as such.
 */
final class Promises {

    private static final int FLAGS = Pattern.CASE_INSENSITIVE;
    private static final int DAYS_OF_MONTH = 30;
    private static final int DAYS_OF_YEAR = 365;

    private static final String N = "(?<n>\\d{1,4}|[一二两三四五六七八九十]{1,3}|半)";
    private static final Pattern FAULT =
            words(
                    "质量|坏|破|瑕疵|故障|发错|错发|漏发|少发|缺件|损|假货|变质|fault|defect|damag|broken|wrong|missing|spoiled");
    private static final Pattern DENIED =
            words(
                    "不能|不支持|不包|不享|超过|超出|没有|不在|不可以|无法|\\bnot\\b|n't\\b|\\bcannot\\b|\\bafter\\b|\\bbeyond\\b|\\bno longer\\b");
    private static final Pattern RETURN_DAYS =
            words(
                    N
                            + "\\s*(?:个)?(?<u>天|日|周|个月|月)(?:之内|以内|内)?[^，。！？,!?]{0,6}?(?:无理由|(?:包|可以?|能|支持|随时)?(?:退货|退换|退款|退))"
                            + "|(?:退货|退换|无理由)(?:期|期限)?(?:是|为|有|延长到|给您)?\\s*(?<n2>\\d{1,4}|[一二两三四五六七八九十]{1,3})\\s*(?:个)?(?<u2>天|日|周|个月|月)"
                            + "|\\b(?<n3>\\d{1,4})[- ]?(?<u3>day|week|month)s?[- ]+(?:free\\s+)?(?:return|refund|money[- ]back)"
                            + "|\\breturn\\w*\\b[^.,!?]{0,30}?\\bwithin\\s+(?<n4>\\d{1,4})\\s+(?<u4>day|week|month)s?");
    private static final Pattern PRICE_DAYS =
            words(
                    N
                            + "\\s*(?:个)?(?<u>天|日|周|个月|月)(?:之内|以内|内)?[^，。！？,!?]{0,6}?(?:价保|保价|价格保护|降价|补差|退差)"
                            + "|(?:价保|保价|价格保护)(?:期)?(?:是|为|有)?\\s*(?<n2>\\d{1,4}|[一二两三四五六七八九十]{1,3})\\s*(?:个)?(?<u2>天|日|周|个月|月)"
                            + "|\\b(?<n3>\\d{1,4})[- ]?(?<u3>day|week|month)s?[- ]+(?:of\\s+)?price[- ](?:protection|match)");
    private static final Pattern WARRANTY =
            words(
                    "(?:保修|质保|包修)(?:期)?(?:是|为|有)?\\s*"
                            + N
                            + "\\s*(?<u>年|个月|月|天)"
                            + "|(?<n2>\\d{1,4}|[一二两三四五六七八九十]{1,3})\\s*(?<u2>年|个月|天)(?:的)?(?:免费)?(?:保修|质保|包修)"
                            + "|\\b(?<n3>\\d{1,4})[- ]?(?<u3>year|month|day)s?[- ]+(?:of\\s+)?warranty");
    private static final Pattern FOREVER =
            words(
                    "(?:终身|永久|一辈子)(?:免费)?(?:保修|质保|包修|包换|包退|可退)|\\b(?:lifetime|forever)\\s+(?:warranty|return)\\w*");
    private static final Pattern REFUND_SOON =
            words(
                    N
                            + "\\s*(?:个)?(?<u>小时|分钟)(?:之内|以内|内)?[^，。！？,!?]{0,8}?(?:退款|到账|退到|退回)(?:到账)?"
                            + "|(?:退款|钱款?)[^，。！？,!?]{0,8}?(?<n2>\\d{1,3}|[一二两三四五六七八九十半]{1,2})\\s*(?:个)?(?<u2>小时|分钟)(?:之内|以内|内)?(?:到账|退回|到)"
                            + "|\\brefund\\w*\\b[^.,!?]{0,30}?\\bwithin\\s+(?<n3>\\d{1,3})\\s+(?<u3>hour|minute)s?");
    private static final Pattern REFUND_NOW =
            words(
                    "(?:马上|立刻|立即|秒)(?:就)?(?:给您|为您)?(?:退款|退钱)?(?:到账)|(?:退款|钱款?)(?:会)?(?:马上|立刻|立即|秒)(?:就)?(?:到账|到)"
                            + "|\\brefund\\w*\\b[^.,!?]{0,20}?\\b(?:instantly|immediately|right away)");
    private static final Pattern FREIGHT =
            words(
                    "(?:退货|退换|换货|您寄回|寄回来|无理由)[^。！？!?]{0,12}?(?:包邮|免运费|免邮|运费(?:都|全部|也)?(?:由)?(?:我们|本店|商家|店里)(?:来|全部)?(?:出|承担|付|报销)|不用(?:您)?(?:出|付|承担)运费)"
                            + "|(?:免费退(?:货|换)|(?:给您|帮您|为您)(?:全部)?(?:免(?:了|掉)?运费|包邮|免邮))"
                            + "|\\bfree\\s+returns?\\b|\\breturn\\s+(?:shipping|postage|freight)\\s+is\\s+(?:free|on\\s+us)|\\bwe\\s+pay\\s+(?:for\\s+)?the\\s+(?:return|way\\s+back)");
    private static final Pattern ABSOLUTE =
            words(
                    "(?:无条件|百分之?百|100%|绝对|保证)(?:给您)?(?:能|可以|会)?(?:全额)?(?:退款|退货|退钱|赔付?|通过|审核通过|同意)(?!的话)|包(?:退款|退钱|通过)"
                            + "|\\b(?:guaranteed?|100%|unconditional(?:ly)?)\\s+(?:a\\s+|full\\s+|your\\s+)*(?:refund|return|approv\\w+)");

    private final Limits limits;
    private final List<Slip> slips = new ArrayList<>();
    private Wording.Sentence in = new Wording.Sentence(0, 0);

    private Promises(Limits limits) {
        this.limits = limits;
    }

    static List<Slip> check(String text, String language, Limits limits) {
        var promises = new Promises(limits);
        for (var sentence : Wording.sentences(text, language)) {
            promises.in = sentence;
            promises.look(text.substring(sentence.from(), sentence.to()));
        }
        return promises.slips;
    }

    private void look(String sentence) {
        var fault = FAULT.matcher(sentence).find();
        int days =
                fault
                        ? Math.max(limits.faultRefundDays(), limits.faultExchangeDays())
                        : limits.noReasonDays();
        tooLong(
                sentence,
                RETURN_DAYS,
                days,
                Text.of(
                        "退货期限最长 %s 天".formatted(days),
                        "goods come back within %s days at most".formatted(days)));
        int price = limits.priceProtectionDays();
        tooLong(
                sentence,
                PRICE_DAYS,
                price,
                Text.of(
                        "价保是 %s 天".formatted(price),
                        "price protection is %s days".formatted(price)));
        int warranty = limits.warrantyDays();
        tooLong(
                sentence,
                WARRANTY,
                warranty,
                Text.of(
                        "保修一般为 %s 天".formatted(warranty),
                        "the warranty is %s days".formatted(warranty)));
        found(
                sentence,
                FOREVER,
                "保修 %s 天".formatted(warranty),
                "a warranty of %s days".formatted(warranty),
                Text.of(
                        "保修一般为 %s 天".formatted(warranty),
                        "the warranty is %s days".formatted(warranty)));
        refundTime(sentence);
        if (!fault) {
            found(
                    sentence,
                    FREIGHT,
                    "无理由退货的寄回运费由您承担，质量问题由我们承担",
                    "without a fault you pay the way back; for a fault we do",
                    Text.of(
                            "无理由退货的运费由客户承担，没有免运费",
                            "without a fault the customer pays the way back"));
        }
        found(
                sentence,
                ABSOLUTE,
                "按规则审核，审核结果会告诉您",
                "decided by the rules, and we tell you the result",
                Text.of("结果要按规则审核，不能先保证", "the rules decide; it cannot be guaranteed beforehand"));
    }

    private void refundTime(String sentence) {
        var hours = BigDecimal.valueOf(limits.refundingHours()).stripTrailingZeros();
        var most = hours.toPlainString();
        var why =
                Text.of(
                        "退款同意后最晚 %s 小时到账，不能说得更快".formatted(most),
                        "refunds take up to %s hours; promise nothing faster".formatted(most));
        var zh = "同意后最晚 %s 小时内退款到账".formatted(most);
        var en = "refund within %s hours of being approved".formatted(most);
        var soon = REFUND_SOON.matcher(sentence);
        while (soon.find()) {
            var unit = group(soon, "u", "u2", "u3");
            double number = number(group(soon, "n", "n2", "n3"));
            boolean minutes =
                    unit.startsWith("分") || unit.toLowerCase(Locale.ROOT).startsWith("min");
            if ((minutes ? number / 60 : number) < limits.refundingHours()) {
                add(sentence, soon, zh, en, why);
            }
        }
        found(sentence, REFUND_NOW, zh, en, why);
    }

    private void tooLong(String sentence, Pattern pattern, int days, Text why) {
        var found = pattern.matcher(sentence);
        while (found.find()) {
            var said = group(found, "n", "n2", "n3", "n4");
            if (number(said) * length(group(found, "u", "u2", "u3", "u4")) > days) {
                var better =
                        found.group()
                                .replaceFirst(
                                        Pattern.quote(said) + "\\s*(?:年|个?月|周|天|日)", days + "天")
                                .replaceFirst(
                                        "(?i)\\b"
                                                + Pattern.quote(said)
                                                + "([- ]?)(?:year|month|week|day)(s?)",
                                        days + "$1day$2");
                add(sentence, found, better, better, why);
            }
        }
    }

    private void found(String sentence, Pattern pattern, String zh, String en, Text why) {
        var found = pattern.matcher(sentence);
        while (found.find()) {
            add(sentence, found, zh, en, why);
        }
    }

    private void add(String sentence, Matcher found, String zh, String en, Text why) {
        if (DENIED.matcher(sentence.substring(0, found.end())).find()) {
            return;
        }
        var chinese = found.group().codePoints().anyMatch(Character::isIdeographic);
        slips.add(
                new Slip(
                        Kind.OVER_PROMISE,
                        in.from() + found.start(),
                        in.from() + found.end(),
                        found.group(),
                        Text.of("超出本店规则：" + why.zh(), "More than the policy grants: " + why.en()),
                        in.from(),
                        in.to(),
                        (sentence.substring(0, found.start())
                                        + (chinese ? zh : en)
                                        + sentence.substring(found.end()))
                                .strip()));
    }

    private static String group(Matcher found, String... names) {
        for (var name : names) {
            var value = optional(found, name);
            if (value != null) {
                return value;
            }
        }
        return "";
    }

    private static @Nullable String optional(Matcher found, String name) {
        return found.namedGroups().containsKey(name) ? found.group(name) : null;
    }

    private static double number(String said) {
        if (said.equals("半")) {
            return .5;
        }
        if (!said.isEmpty() && Character.isDigit(said.charAt(0))) {
            return Integer.parseInt(said);
        }
        int ten = said.indexOf('十');
        if (ten < 0) {
            return said.isEmpty() ? 0 : digit(said.charAt(0));
        }
        int tens = ten == 0 ? 1 : digit(said.charAt(0));
        return tens * 10 + (ten + 1 < said.length() ? digit(said.charAt(ten + 1)) : 0);
    }

    private static int digit(char of) {
        return of == '两' ? 2 : "零一二三四五六七八九".indexOf(of);
    }

    private static int length(String unit) {
        return switch (unit.toLowerCase(Locale.ROOT)) {
            case "周", "week" -> 7;
            case "月", "个月", "month" -> DAYS_OF_MONTH;
            case "年", "year" -> DAYS_OF_YEAR;
            default -> 1;
        };
    }

    private static Pattern words(String pattern) {
        return Pattern.compile(pattern, FLAGS);
    }
}
