package anxin.language;

import anxin.kernel.Text;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Finds what hurts a customer who reads it: putting the blame on them, and rudeness. What is quoted
 * or denied passes: “不是您的问题” blames nobody.
 */
public final class Manners {

    /** What is wrong with the words. */
    public enum Kind {
        BLAME,
        RUDE
    }

    /**
     * One place to mend.
     *
     * @param from where the words begin, and {@code to} where they end, in characters
     * @param proposal the whole sentence, put better
     */
    public record Finding(
            Kind kind, int from, int to, String words, Text problem, String proposal) {}

    /** Words to find, what to say in their place, and what around them makes them harmless. */
    private record Rule(Kind kind, Pattern words, String instead, Pattern harmless) {}

    private static final int FLAGS = Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE;
    private static final int AROUND = 8;

    private static final String NEVER = "(?!)";
    private static final String DENIED = "不是|并非|不会是|没有怪|不怪|不算|绝不|决不|不该说|同事说|说您|说了";

    private static final List<Rule> CHINESE =
            List.of(
                    blame(
                            "(?:这|那|都|也|完全|本来|其实)*(?:就)?是(?:您|你|亲)(?:自己|本人)?(?:的)?(?:问题|原因|责任|错|过错|操作不当|使用不当|没看清楚?|理解错了?|弄错了?|搞错了?)",
                            "这里可能有误会，我和您一起核对一下",
                            DENIED + "|是不是|不全|如果|若"),
                    blame("(?<!不|别|没|哪能|怎么会|不会)(?:怪|怨|赖)(?:您|你)(?:自己)?", "这件事我来和您一起解决", NEVER),
                    blame(
                            "(?:您|你)(?:自己|当时|下单前|之前)*(?:怎么|为什么|为啥|咋|为何)(?:不|没|就不|就没)(?:早点?|先|提前|仔细|好好)?(?:说|看|问|检查|核对|确认|注意|联系|看清楚?|想清楚?)",
                            "我先和您一起核对一下情况",
                            NEVER),
                    blame(
                            "(?:您|你)(?:自己)?(?:没|没有|不)(?:仔细|认真|好好|注意)(?:看|阅读|检查|核对|听)(?:清楚)?",
                            "页面上的说明可能不够显眼，我为您再说明一下",
                            "如果|若|可能|是否|有没有"),
                    blame(
                            "(?:您|你)(?:自己)(?:选错|拍错|填错|下错|弄坏|搞坏|弄丢|看错|记错|点错|不会用|不会操作|不小心)(?:了|的)?",
                            "我看到信息和预期有出入，我帮您处理",
                            "如果|若|可能|是否|是不是"),
                    blame(
                            "(?:您|你)(?:应该|本该|就该|早该|早就该|当初就该)(?:早点?|先|提前|事先|自己)(?:看|问|说|检查|核对|确认|想|考虑)(?:清楚|好)?",
                            "下面我为您说明可以怎么办",
                            NEVER),
                    blame(
                            "跟我们(?:店里?|商家)?(?:没|没有|无)关系?|与我们无关|不关我们的事|不是我们的(?:问题|责任|错)|不归我们管",
                            "这件事我来帮您跟进",
                            "会说|不会"),
                    blame("别人(?:都|怎么都)(?:没|没有|不)(?:问题|这样|出问题|反映|投诉)", "您说的情况我来核实", NEVER),
                    rude("(?:您|你)(?:到底|究竟)(?:想|要|会|懂|看)[^。！？!?，,]{0,8}", "请告诉我您希望怎么处理", NEVER),
                    rude(
                            "有完没完|没完没了|烦不烦|烦死|别烦|别闹|闹够|闹什么|吵什么|急什么|催什么催?|嚷什么",
                            "我在为您处理",
                            DENIED + "|让您|给您"),
                    rude(
                            "爱(?:买不买|要不要|退不退|信不信|看不看|投诉就?投诉|告就?告)|爱怎么(?:样|着|办)(?:就怎么(?:样|着|办))?",
                            "怎么处理由您决定，我来配合",
                            NEVER),
                    rude(
                            "随(?:你|您)(?:的)?便|(?:(?:你|您)随便|随便(?:你|您))(?=[吧，,。！!]|$)",
                            "怎么处理由您决定，我来配合",
                            NEVER),
                    rude(
                            "(?:去|你去|您去)?(?:投诉|告|曝光)(?:吧|呀|啊|去吧|就是了)(?=[，,。！!]|$)",
                            "您有投诉的权利，我先帮您把问题解决",
                            "帮您|为您|可以|请"),
                    rude(
                            "听不懂(?:人话|吗|中文)|(?:你|您)?不识字(?:吗)?|看不懂(?:字|吗|中文)|(?:有病|神经病|脑子有|白痴|傻|蠢|笨蛋|智障|无理取闹|胡搅蛮缠|贪小便宜|占便宜|讹)(?:人|钱)?(?:吧|吗)?",
                            "我换个说法为您说明",
                            "傻瓜式|傻瓜机|" + DENIED),
                    rude("(?:说|讲|告诉)(?:过|了)(?:您|你)?(?:多少|几|好几|很多)(?:遍|次)(?:了)?", "我再为您说明一次", NEVER),
                    rude(
                            "(?:都)?(?:说|讲)了(?:不行|不能|没有|不可以)(?:就是(?:不行|不能|没有))?|不行就是不行",
                            "目前做不到，我为您说明原因和其他办法",
                            NEVER),
                    rude("(?:你|您)(?:自己)(?:去)?(?:看|查|找|搜|想)(?:吧|去|呗|一下不就)", "我来帮您查", NEVER),
                    rude(
                            "(?:这|那)?(?:我|我们)(?:也)?(?:管不着|不管|懒得|没办法|没空|没义务)(?=[，,。！!了]|$)",
                            "我帮您找能解决的办法",
                            "不会|绝不"),
                    rude(
                            "(?:一分钱)?一分货(?=[，,。！!]|$)|便宜(?:没|无)好货|(?:花|出|就)(?:这|那)(?:点|么点)钱[^。！？]{0,8}(?:还想|想要|要求)",
                            "您的要求我明白",
                            NEVER),
                    rude("呵呵|切[，,。！!]|闭嘴|滚", "好的", "翻滚|滚动|滚筒|滚烫|滚轮|滚珠|滚边|滚刷|打滚|摇滚|滚滚"));

    private static final List<Rule> ENGLISH =
            List.of(
                    blame(
                            "\\b(?:it(?:'s| is| was)|that(?:'s| is| was)|this is)\\s+(?:all\\s+|entirely\\s+|clearly\\s+)?your\\s+(?:own\\s+)?(?:fault|mistake|problem|responsibility|error)\\b",
                            "let us look at it together",
                            "\\bif\\b|\\bnot\\b"),
                    blame(
                            "\\byou\\s+should\\s+have\\s+(?:read|checked|asked|known|told|looked|thought|been\\s+more\\s+careful)\\b",
                            "let me explain what can be done",
                            NEVER),
                    blame(
                            "\\byou\\s+(?:clearly\\s+|obviously\\s+|simply\\s+|just\\s+)?(?:did\\s*n[o']t|failed\\s+to|forgot\\s+to|neglected\\s+to)\\s+(?:read|check|follow|listen|pay\\s+attention|look)\\b",
                            "let me go through it with you",
                            "\\bif\\b"),
                    blame(
                            "\\bwhy\\s+(?:did\\s*n[o']t|would\\s*n[o']t)\\s+you\\s+(?:say|tell|check|read|ask|look)\\b",
                            "let me check this with you",
                            NEVER),
                    blame(
                            "\\b(?:not|is\\s*n[o']t)\\s+(?:our|my)\\s+(?:fault|problem|responsibility|concern)\\b|\\bnothing\\s+to\\s+do\\s+with\\s+us\\b",
                            "I will follow this up for you",
                            NEVER),
                    blame(
                            "\\byou\\s+(?:must\\s+have\\s+)?(?:broke|broken|damaged|misused|lost)\\s+it\\b",
                            "let us find out what happened",
                            "\\bif\\b"),
                    blame(
                            "\\bno\\s*(?:body|\\s+one)\\s+else\\s+(?:has\\s+)?(?:complain|had|has)\\w*",
                            "I will look into what you describe",
                            NEVER),
                    rude(
                            "\\bcalm\\s+down\\b|\\bstop\\s+(?:complaining|whining|shouting|yelling|bothering)\\b|\\bget\\s+over\\s+it\\b",
                            "I understand, and I am on it",
                            NEVER),
                    rude(
                            "\\bwhat(?:'s|\\s+is)\\s+wrong\\s+with\\s+you\\b|\\bare\\s+you\\s+(?:stupid|blind|deaf|kidding)\\b|\\b(?:stupid|idiot|moron|dumb|ridiculous|shut\\s+up)\\b|\\bwhatever\\b(?=\\s*(?:[.!?]|$))",
                            "let me explain",
                            NEVER),
                    rude(
                            "\\b(?:as\\s+)?i(?:'ve|\\s+have)?\\s+(?:already\\s+)?(?:told|said\\s+to)\\s+you\\b(?=[^.!?]*\\b(?:times|already|before)\\b)|\\bhow\\s+many\\s+times\\b",
                            "let me say it once more",
                            NEVER),
                    rude(
                            "\\b(?:go\\s+ahead\\s+and|then\\s+just)\\s+(?:complain|sue|report)\\b",
                            "you have every right to complain; let me solve this first",
                            NEVER),
                    rude(
                            "\\b(?:take\\s+it\\s+or\\s+leave\\s+it|not\\s+my\\s+job|don'?t\\s+care|can'?t\\s+be\\s+bothered|you\\s+get\\s+what\\s+you\\s+pay\\s+for)\\b",
                            "let me see what I can do",
                            NEVER));

    private Manners() {}

    /** What to mend in a text that a customer is about to read. */
    public static List<Finding> check(String text, String language) {
        var findings = new ArrayList<Finding>();
        for (var sentence : Wording.sentences(text, language)) {
            find(text, sentence, CHINESE, findings);
            find(text, sentence, ENGLISH, findings);
        }
        findings.sort(Comparator.comparingInt(Finding::from));
        return findings;
    }

    private static void find(
            String text, Wording.Sentence in, List<Rule> rules, List<Finding> findings) {
        var sentence = text.substring(in.from(), in.to());
        for (var rule : rules) {
            var found = rule.words().matcher(sentence);
            while (found.find()) {
                int from = found.start();
                int end = found.end();
                boolean taken =
                        findings.stream()
                                .anyMatch(
                                        one ->
                                                one.from() < in.from() + end
                                                        && one.to() > in.from() + from);
                if (taken || isHarmless(rule, sentence, from, end)) {
                    continue;
                }
                findings.add(
                        new Finding(
                                rule.kind(),
                                in.from() + from,
                                in.from() + end,
                                found.group(),
                                problem(rule.kind(), found.group()),
                                (sentence.substring(0, from)
                                                + rule.instead()
                                                + sentence.substring(end))
                                        .strip()));
            }
        }
    }

    private static boolean isHarmless(Rule rule, String sentence, int from, int to) {
        var around =
                sentence.substring(Math.max(0, from - AROUND), Math.min(sentence.length(), to + 2));
        return rule.harmless().matcher(around).find();
    }

    private static Text problem(Kind kind, String words) {
        return switch (kind) {
            case BLAME ->
                    Text.of(
                            "“%s”把责任推给客户，先说怎么解决".formatted(words),
                            "“%s” puts the blame on the customer; say what can be done"
                                    .formatted(words));
            case RUDE ->
                    Text.of(
                            "“%s”会让客户觉得不受尊重".formatted(words),
                            "“%s” may hurt the customer".formatted(words));
        };
    }

    private static Rule blame(String words, String instead, String harmless) {
        return new Rule(Kind.BLAME, pattern(words), instead, pattern(harmless));
    }

    private static Rule rude(String words, String instead, String harmless) {
        return new Rule(Kind.RUDE, pattern(words), instead, pattern(harmless));
    }

    private static Pattern pattern(String words) {
        return Pattern.compile(words, FLAGS);
    }
}
