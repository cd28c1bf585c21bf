package anxin.knowledge.search;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * In what two questions of the same words differ: numbers, whether one of them says no, what is
 * asked, and which of two opposites.
 */
final class Differences {

    private static final Pattern NUMBER =
            Pattern.compile("\\d+(?:\\.\\d+)?|[一二三四五六七八九十两百千万]+(?=[天日月年个次元块号期分件斤折])");
    private static final Pattern NO =
            Pattern.compile(
                    "不(?!好意思|错|是吗|知道)|没(?!问题)|无法|无|未|别(?!的)|(?<!除)非(?!常)|勿|\\bnot?\\b|n't\\b|\\bnever\\b|\\bwithout\\b|\\bunable\\b");

    /** “能不能”, “有没有” ask and deny nothing. */
    private static final Pattern BOTH_WAYS = Pattern.compile("(.{1,2})[不没]\\1|有没|是否");

    private static final List<Pattern> ASKS =
            List.of(
                    Pattern.compile("为什么|为何|怎么回事|为啥|原因|怎么还|\\bwhy\\b"),
                    Pattern.compile("怎么(?!回事|样|还)|如何|怎样|咋|方法|步骤|流程|\\bhow (?:do|can|to|should)\\b"),
                    Pattern.compile("多少|几(?!天)|价格|\\bhow (?:much|many)\\b|\\bprice\\b"),
                    Pattern.compile(
                            "什么时候|啥时候|几时|何时|多久|几天|多长时间|\\bwhen\\b|\\bhow (?:long|soon|fast)\\b"),
                    Pattern.compile("哪里|哪儿|在哪|去哪|\\bwhere\\b"),
                    Pattern.compile("谁|\\bwho\\b"),
                    Pattern.compile("什么是|是什么|啥意思|什么意思|\\bwhat (?:is|are|does)\\b"));

    private static final String[][] OPPOSITES = {
        {"开通|开启|激活", "关闭|取消|注销|解除"},
        {"提前", "延期|推迟|逾期|延迟"},
        {"增加|提高|提升|上调", "减少|降低|下调"},
        {"买|购", "卖"},
        {"借", "还款|还钱"},
        {"寄回|退货|退款", "补发|换货"},
        {"换货|换一|调换", "退货|退款"},
        {"大一?码|偏大|太大", "小一?码|偏小|太小"},
        {"之前|以前", "之后|以后"},
        {"绑定", "解绑"},
        {"收到", "没收到|未收到"},
        {"before", "after"},
        {"cancel", "confirm|keep"},
        {"increase", "decrease|lower"},
        {"open|activate", "close|deactivate"},
        {"refund", "exchange"},
        {"too (?:big|large)", "too small"}
    };
    private static final Pattern[][] OPPOSED = opposed();

    private Differences() {}

    /** 1 where the numbers of both are not the same, 0.5 where only one has any. */
    static float numbers(String a, String b) {
        var inA = found(NUMBER, a);
        var inB = found(NUMBER, b);
        if (inA.equals(inB)) {
            return 0;
        }
        return inA.isEmpty() || inB.isEmpty() ? 0.5f : 1;
    }

    static float negation(String a, String b) {
        return denials(a) % 2 == denials(b) % 2 ? 0 : 1;
    }

    private static long denials(String text) {
        return NO.matcher(BOTH_WAYS.matcher(text).replaceAll("")).results().count();
    }

    /** 1 where both ask and each for something else, 0.5 where one asks more. */
    static float asks(String a, String b) {
        int both = 0;
        int onlyA = 0;
        int onlyB = 0;
        for (var ask : ASKS) {
            boolean inA = ask.matcher(a).find();
            boolean inB = ask.matcher(b).find();
            both += inA && inB ? 1 : 0;
            onlyA += inA && !inB ? 1 : 0;
            onlyB += inB && !inA ? 1 : 0;
        }
        if (onlyA + onlyB == 0) {
            return 0;
        }
        return onlyA > 0 && onlyB > 0 && both == 0 ? 1 : 0.5f;
    }

    static float opposites(String a, String b) {
        for (var pair : OPPOSED) {
            if (apart(pair, a, b) || apart(pair, b, a)) {
                return 1;
            }
        }
        return 0;
    }

    private static boolean apart(Pattern[] pair, String a, String b) {
        return pair[0].matcher(a).find()
                && pair[1].matcher(b).find()
                && !pair[1].matcher(a).find()
                && !pair[0].matcher(b).find();
    }

    private static Pattern[][] opposed() {
        return java.util.Arrays.stream(OPPOSITES)
                .map(
                        pair ->
                                java.util.Arrays.stream(pair)
                                        .map(Pattern::compile)
                                        .toArray(Pattern[]::new))
                .toArray(Pattern[][]::new);
    }

    private static Set<String> found(Pattern pattern, String text) {
        var found = new TreeSet<String>();
        pattern.matcher(text).results().forEach(one -> found.add(one.group()));
        return found;
    }
}
