package anxin.language.endpoint;

import java.math.BigDecimal;
import java.text.Normalizer;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The numbers, times, dates and amounts that a text states, each in one spelling, so that “七天” and
 * “7 days” are the same.
 */
final class Figures {

    /**
     * @param unit what is counted; empty where nothing that we know
     */
    record Figure(String value, String unit) {}

    private record Unit(String name, int times, Pattern words) {}

    private static final String DIGITS = "零一二三四五六七八九";
    private static final String HAN = "[零〇一二两三四五六七八九十百千万半]+";
    private static final Map<String, String> WORDS =
            Map.ofEntries(
                    Map.entry("one", "1"),
                    Map.entry("two", "2"),
                    Map.entry("three", "3"),
                    Map.entry("four", "4"),
                    Map.entry("five", "5"),
                    Map.entry("six", "6"),
                    Map.entry("seven", "7"),
                    Map.entry("eight", "8"),
                    Map.entry("nine", "9"),
                    Map.entry("ten", "10"),
                    Map.entry("twelve", "12"),
                    Map.entry("fifteen", "15"),
                    Map.entry("twenty", "20"),
                    Map.entry("thirty", "30"),
                    Map.entry("sixty", "60"),
                    Map.entry("ninety", "90"));

    private static final List<Unit> UNITS =
            List.of(
                    unit("WORKDAY", 1, "个?工作日|(?:working|business)\\s+days?"),
                    unit("MINUTE", 24 * 60, "个?(?:自然日|天|日(?!期))|(?:calendar\\s+)?days?\\b"),
                    unit("MINUTE", 60, "个?(?:小时|钟头)|hours?\\b|hrs?\\b|h\\b"),
                    unit("MINUTE", 1, "分钟|minutes?\\b|mins?\\b"),
                    unit("MINUTE", 7 * 24 * 60, "个?(?:周|星期|礼拜)|weeks?\\b"),
                    unit("MONTH", 1, "个月|months?\\b"),
                    unit("MONTH", 12, "年(?!\\d)|years?\\b"),
                    unit(
                            "MONEY",
                            1,
                            "元|块钱?|人民币|rmb\\b|cny\\b|yuan\\b|usd\\b|dollars?\\b|euros?\\b|eur\\b|円|บาท|baht\\b|đồng|vnd\\b|ringgit\\b|rm\\b"),
                    unit("PERCENT", 1, "%|percent\\b|per cent\\b"),
                    unit("PERCENT", 10, "成"),
                    unit("DISCOUNT", 1, "折"),
                    unit("TIMES", 1, "倍|times\\b"));

    private static final Pattern LIST_MARK =
            Pattern.compile("(?m)^\\s*(?:\\d{1,2}[.)、](?!\\d)|\\(\\d{1,2}\\))\\s*");
    private static final Pattern DATE =
            Pattern.compile(
                    "(?<!\\d)(?:\\d{4}\\s*[-/.年]\\s*)?(\\d{1,2})\\s*(?:[-/](?=\\d{1,2}(?!\\d))|月)\\s*(\\d{1,2})\\s*[日号]?(?!\\d)");
    private static final Pattern CLOCK =
            Pattern.compile("(?<!\\d)(\\d{1,2})\\s*[:：]\\s*(\\d{2})(?!\\d)");
    private static final Pattern MONEY_BEFORE =
            Pattern.compile(
                    "(?:[¥￥$€£฿₫₱]|\\b(?:rmb|cny|usd|eur|rm|rp)\\.?)\\s?(\\d[\\d,]*(?:\\.\\d+)?)");
    private static final Pattern NUMBER =
            Pattern.compile(
                    "(\\d+(?:,\\d{3})*(?:\\.\\d+)?|"
                            + HAN
                            + "|\\b(?:"
                            + String.join("|", WORDS.keySet())
                            + ")\\b)");
    private static final Map<String, Pattern> DAYS =
            Map.of(
                    "today", Pattern.compile("今天|今日|当天|今晚|\\btoday\\b|\\btonight\\b"),
                    "tomorrow", Pattern.compile("明天|明日|明晚|\\btomorrow\\b"),
                    "after-tomorrow", Pattern.compile("后天|day after tomorrow"),
                    "this-week", Pattern.compile("(?:本|这)周|\\bthis week\\b"),
                    "next-week", Pattern.compile("下周|下星期|\\bnext week\\b"));

    private Figures() {}

    private static Unit unit(String name, int times, String words) {
        return new Unit(name, times, Pattern.compile("^\\s*-?(?:" + words + ")"));
    }

    static Set<Figure> in(String text) {
        var found = new LinkedHashSet<Figure>();
        var plain =
                Normalizer.normalize(Redaction.withoutMarks(text), Normalizer.Form.NFKC)
                        .toLowerCase(Locale.ROOT);
        plain = LIST_MARK.matcher(plain).replaceAll("");
        plain =
                take(
                        plain,
                        DATE,
                        m ->
                                found.add(
                                        new Figure(
                                                plain(m.group(1)) + "-" + plain(m.group(2)),
                                                "DATE")));
        plain =
                take(
                        plain,
                        CLOCK,
                        m -> found.add(new Figure(plain(m.group(1)) + ":" + m.group(2), "CLOCK")));
        plain = take(plain, MONEY_BEFORE, m -> found.add(new Figure(plain(m.group(1)), "MONEY")));
        for (var day : DAYS.entrySet()) {
            if (day.getValue().matcher(plain).find()) {
                found.add(new Figure(day.getKey(), "DAY"));
            }
        }
        numbers(plain, found);
        return found;
    }

    private static String take(
            String text,
            Pattern pattern,
            java.util.function.Consumer<java.util.regex.Matcher> each) {
        var matcher = pattern.matcher(text);
        var rest = new StringBuilder();
        while (matcher.find()) {
            each.accept(matcher);
            matcher.appendReplacement(rest, " ");
        }
        return matcher.appendTail(rest).toString();
    }

    private static void numbers(String text, Set<Figure> into) {
        var matcher = NUMBER.matcher(text);
        while (matcher.find()) {
            var written = matcher.group(1);
            var behind = text.substring(matcher.end(), Math.min(text.length(), matcher.end() + 20));
            var unit = UNITS.stream().filter(u -> u.words().matcher(behind).find()).findFirst();
            if (unit.isPresent()) {
                into.add(
                        new Figure(
                                plain(
                                        value(written)
                                                .multiply(BigDecimal.valueOf(unit.get().times()))
                                                .toPlainString()),
                                unit.get().name()));
            } else if (Character.isDigit(written.charAt(0))) {
                into.add(new Figure(plain(written), ""));
            }
        }
    }

    private static BigDecimal value(String written) {
        if (Character.isDigit(written.charAt(0))) {
            return new BigDecimal(written.replace(",", ""));
        }
        var word = WORDS.get(written);
        return word == null ? chinese(written) : new BigDecimal(word);
    }

    /** 十五 is 15, 两百三 is 230, 半 is a half. */
    private static BigDecimal chinese(String written) {
        if (written.equals("半")) {
            return new BigDecimal("0.5");
        }
        long sum = 0;
        long digit = 0;
        long below = 1;
        for (char c : written.replace('两', '二').replace('〇', '零').toCharArray()) {
            int value = DIGITS.indexOf(c);
            if (value >= 0) {
                digit = value;
                below = value == 0 ? 1 : below;
            } else {
                long unit =
                        c == '十' ? 10 : c == '百' ? 100 : c == '千' ? 1_000 : c == '万' ? 10_000 : 0;
                sum += Math.max(1, digit) * unit;
                digit = 0;
                below = Math.max(1, unit / 10);
            }
        }
        return BigDecimal.valueOf(sum + digit * (sum == 0 ? 1 : below));
    }

    private static String plain(String digits) {
        var number = new BigDecimal(digits.replace(",", ""));
        return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
    }
}
