package anxin.language;

import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * What each language says when it does not want to name a time, and how it names one.
 *
 * @param vague the words, each with what to say in their place; the longer one first
 * @param limit a time by which, within which or at which something happens
 */
record Tongue(Map<Pattern, String> vague, Pattern limit, Pattern sentenceEnd) {

    private static final int FLAGS = Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE;

    private static final String ZH_NUMBER = "[\\d一二两三四五六七八九十百半]+(?:\\.\\d+)?";
    private static final String ZH_TIME =
            "(?:\\{[a-zA-Z]+(?::[a-z]+)?\\}"
                    + "|\\d{1,2}[:：]\\d{2}"
                    + "|"
                    + ZH_NUMBER
                    + "\\s*(?:点半?|时)(?!间|候|刻|常)"
                    + "|[\\d一二两三四五六七八九十半]+(?:\\.\\d+)?\\s*(?:个)?(?:工作日|自然日|小时|分钟|天|日|周|星期|秒)"
                    + "|\\d{1,2}\\s*月\\s*\\d{1,2}\\s*[日号]"
                    + "|(?:今|明|后|当)(?:天|日|晚)(?:上午|下午|晚上|中午|早上)?|(?:本|下)?(?:周|星期)[一二三四五六日天])";

    static final Tongue CHINESE =
            new Tongue(
                    words(
                            "在{by}前",
                            "尽快地?|尽早|尽速|从速|早日|赶快|抓紧(?:时间)?|及时|第一时间",
                            "稍后|稍候|稍晚(?:些)?|随后|晚些(?:时候)?|晚点|回头|改天|过后|一会儿?|不久(?:后|之后)?|过段时间|过几天|近期|近日|这几天|这两天|几天(?:内|后)?|择日|届时",
                            "大概|大约|约莫|左右|差不多|可能需要(?:一些)?时间|需要(?:一些|一段)时间|请?耐心等[待候]|敬请(?:等待|期待)"),
                    Pattern.compile(
                            "(?:最晚|最迟|至迟|不晚于|不迟于|截至|截止)\\s*(?:于|到|在|至)?\\s*"
                                    + ZH_TIME
                                    + "|"
                                    + ZH_TIME
                                    + "(?:\\s*"
                                    + ZH_TIME
                                    + ")*\\s*(?:之?前|以前|之?内|以内|为止|后(?!天))"),
                    Pattern.compile("[。！？!?；;\\n]"));

    private static final String EN_TIME =
            "(?:\\{[a-zA-Z]+(?::[a-z]+)?\\}"
                    + "|(?:the\\s+)?\\d{1,2}[:.]\\d{2}|\\d{1,2}\\s*(?:am|pm|o'clock)"
                    + "|(?:\\d+|an?|one|two|three|four|five|six|seven|eight|nine|ten|twelve|twenty-four|half\\s+an)\\s+"
                    + "(?:more\\s+)?(?:(?:working|business|calendar)\\s+)?(?:seconds?|minutes?|hours?|days?|weeks?)"
                    + "|\\d{1,2}(?:st|nd|rd|th)?\\s+(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*"
                    + "|(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\\s+\\d{1,2}"
                    + "|\\d{4}-\\d{2}-\\d{2}"
                    + "|today|tonight|tomorrow|noon|midnight|(?:mon|tues|wednes|thurs|fri|satur|sun)day"
                    + "|the\\s+end\\s+of\\s+(?:the\\s+)?(?:day|week|today))";

    static final Tongue ENGLISH =
            new Tongue(
                    words(
                            "by {by}",
                            "\\bas soon as (?:possible|we can|practicable)\\b|\\basap\\b|\\bat (?:the|your|our) earliest(?: convenience)?\\b|\\bthe earliest possible\\b",
                            "\\b(?:very |quite )?(?:shortly|soon)\\b|\\bbefore long\\b|\\bin (?:due course|no time|a (?:bit|while|moment|few (?:days|hours|minutes)))\\b|\\bmomentarily\\b|\\bin the near future\\b",
                            "(?<!no )(?<!not )\\blater\\b(?! than)|\\bsometime\\b|\\bsome time\\b|\\bat some point\\b|\\beventually\\b|\\bin time\\b",
                            "\\bapproximately\\b|\\broughly\\b|\\ba few (?:days|hours|minutes)\\b|\\bbe patient\\b|\\bpromptly\\b|\\bwithout delay\\b"),
                    Pattern.compile(
                            "\\b(?:by|before|until|till|within|in|at|on|no later than|not later than|latest)\\s+(?:the\\s+latest\\s+)?(?:about\\s+)?"
                                    + EN_TIME
                                    + "|\\{by(?::[a-z]+)?\\}|\\bat the latest\\s+"
                                    + EN_TIME,
                            FLAGS),
                    Pattern.compile("[!?;\\n]|\\.(?=\\s|$)"));

    private static final String JA_TIME =
            "(?:\\{[a-zA-Z]+(?::[a-z]+)?\\}|\\d{1,2}[:：]\\d{2}|\\d{1,2}\\s*時(?:\\d{1,2}分|半)?|\\d+\\s*(?:営業日|時間|分|日|週間)|\\d{1,2}月\\d{1,2}日|本日|明日)";

    static final Tongue JAPANESE =
            new Tongue(
                    words(
                            "{by}までに",
                            "(?:なるべく|できるだけ|出来るだけ|可能な限り)(?:早く|早急に|速やかに)|早急に|至急|速やかに|早めに|いち早く",
                            "後ほど|のちほど|後日|追って|近日中?に?|近いうちに|まもなく|間もなく|しばらく(?:して|お待ち)?|少々お待ち|そのうち",
                            "だいたい|おおよそ|およそ|約(?=\\D)"),
                    Pattern.compile(JA_TIME + "\\s*(?:まで|以内|後|前)"),
                    Pattern.compile("[。！？!?\\n]"));

    private static final String ES_TIME =
            "(?:\\{[a-zA-Z]+(?::[a-z]+)?\\}|las?\\s+\\d{1,2}(?:[:.]\\d{2})?|\\d{1,2}:\\d{2}|(?:\\d+|un|una|dos|tres|cuatro|cinco)\\s+(?:minutos?|horas?|d[ií]as?(?:\\s+(?:h[áa]biles|laborables))?|semanas?)|\\d{1,2}\\s+de\\s+[a-z]+|hoy|mañana)";

    static final Tongue SPANISH =
            new Tongue(
                    words(
                            "antes del {by}",
                            "\\b(?:lo antes posible|lo m[áa]s pronto posible|cuanto antes|a la (?:mayor )?brevedad(?: posible)?|tan pronto como sea posible)\\b",
                            "\\b(?:muy )?pronto\\b|\\ben breve\\b|\\bpr[óo]ximamente\\b|\\bm[áa]s tarde\\b|\\bdentro de poco\\b|\\ben unos d[ií]as\\b|\\ben (?:los )?pr[óo]ximos d[ií]as\\b|\\bluego\\b",
                            "\\baproximadamente\\b|\\bm[áa]s o menos\\b|\\boportunamente\\b"),
                    Pattern.compile(
                            "\\b(?:antes del?|a m[áa]s tardar(?: el| a)?|hasta(?: el)?|en|dentro de|en menos de|el)\\s+"
                                    + ES_TIME,
                            FLAGS),
                    Pattern.compile("[!?;\\n]|\\.(?=\\s|$)"));

    /** The language of the text; what we do not know is read as English. */
    static Tongue of(String language) {
        return switch (language) {
            case "zh" -> CHINESE;
            case "ja" -> JAPANESE;
            case "es" -> SPANISH;
            default -> ENGLISH;
        };
    }

    private static Map<Pattern, String> words(String instead, String... patterns) {
        var map = new java.util.LinkedHashMap<Pattern, String>();
        for (var pattern : List.of(patterns)) {
            map.put(Pattern.compile(pattern, FLAGS), instead);
        }
        return map;
    }
}
