package anxin.bot.dialogue;

import anxin.commerce.Order;
import anxin.commerce.StoredOrder;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Which order, which item, which product a customer's words name. Pure. */
final class Pick {

    private static final int TAIL = 4;
    private static final Set<String> GENERAL =
            Set.of(
                    "一个", "这个", "那个", "订单", "商品", "东西", "退货", "退款", "换货", "什么", "怎么", "可以", "我的",
                    "买的", "质量", "问题", "快递", "物流", "礼盒", "包装", "智能", "全自", "自动", "定制", "不是", "就是",
                    "标准", "基础", "the", "for", "with", "and", "one", "set", "light");

    private Pick() {}

    /** How much of a title is in the words: the longest stretch of Chinese, or whole words. */
    static int likeness(String words, String title) {
        var said = words.toLowerCase(Locale.ROOT);
        var named = title.toLowerCase(Locale.ROOT);
        int best = 0;
        for (int from = 0; from < named.length(); from++) {
            for (int to = named.length(); to - from > best && to - from >= 2; to--) {
                var part = named.substring(from, to);
                if (counts(part) && said.contains(part)) {
                    best = to - from;
                    break;
                }
            }
        }
        return best > 0 ? best : calledShort(said, named);
    }

    /** 主人杯 is called 杯子, 牛仔裤 裤子. */
    private static int calledShort(String said, String named) {
        return named.codePoints()
                        .filter(c -> Character.UnicodeScript.of(c) == Character.UnicodeScript.HAN)
                        .anyMatch(c -> c != '单' && said.contains(Character.toString(c) + "子"))
                ? 2
                : 0;
    }

    private static boolean counts(String part) {
        if (part.isBlank() || GENERAL.contains(part.strip()) || !part.equals(part.strip())) {
            return false;
        }
        return isChinese(part) ? part.length() >= 2 : part.length() >= 4 && isWords(part);
    }

    private static boolean isChinese(String part) {
        return part.codePoints()
                .allMatch(c -> Character.UnicodeScript.of(c) == Character.UnicodeScript.HAN);
    }

    private static boolean isWords(String part) {
        return part.codePoints().allMatch(c -> Character.isLetter(c) || c == ' ' || c == '-')
                && part.codePoints()
                        .noneMatch(
                                c -> Character.UnicodeScript.of(c) == Character.UnicodeScript.HAN);
    }

    /** Those lines whose titles come nearest; none where nothing is named. */
    static List<Order.Line> lines(String words, List<Order.Line> of) {
        var best = new ArrayList<Order.Line>();
        int most = 1;
        for (var line : of) {
            int like = likeness(words, Say.title(line));
            if (like > most) {
                best.clear();
                most = like;
            }
            if (like == most && like > 1) {
                best.add(line);
            }
        }
        return best;
    }

    /** Those orders that the words name: by number, by its end, by an item. */
    static List<StoredOrder> orders(String words, List<StoredOrder> of) {
        var said = words.toLowerCase(Locale.ROOT).replace(" ", "");
        var byNumber =
                of.stream()
                        .filter(one -> said.contains(one.order().no().toLowerCase(Locale.ROOT)))
                        .toList();
        if (!byNumber.isEmpty()) {
            return byNumber;
        }
        var tails = new HashSet<String>();
        var digits =
                java.util.regex.Pattern.compile(
                                "(?:尾号|后四位|后4位|结尾|ending(?: in)?)\\D{0,6}(\\d{" + TAIL + ",})")
                        .matcher(words);
        while (digits.find()) {
            tails.add(digits.group(1));
        }
        if (words.strip().matches("\\d{" + TAIL + ",6}")) {
            tails.add(words.strip());
        }
        if (!tails.isEmpty()) {
            return of.stream()
                    .filter(one -> tails.stream().anyMatch(tail -> one.order().no().endsWith(tail)))
                    .toList();
        }
        int most = 1;
        var best = new ArrayList<StoredOrder>();
        for (var one : of) {
            int like =
                    one.order().lines().stream()
                            .mapToInt(line -> likeness(words, Say.title(line)))
                            .max()
                            .orElse(0);
            if (like > most) {
                best.clear();
                most = like;
            }
            if (like == most && like > 1) {
                best.add(one);
            }
        }
        return best;
    }
}
