package anxin.bot.dialogue;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What can be told from the words alone. Pure. */
final class Heard {

    private static final int FLAGS = Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE;
    private static final int SHORTEST_CLAUSE = 3;

    private static final Pattern PERSON =
            pattern(
                    "(?<!不要|不用|不需要|别)(?:转|找|要|换|接|给我|叫|来个|来一个|有没有|是不是|能不能)?\\s*(?:人工(?!智能|费|成本|色素|合成|养殖)|真人|活人)"
                            + "|(?:找|换|叫|要|让|来)(?:个|一个|你们|一下)?(?:人|客服|同事|主管|经理|领导|负责人)(?:来|跟|和|说|处理|接|$)"
                            + "|(?:转|接)客服|转接|rengong|zhuan ?ren|人\\.?工客服|客服人员|不(?:想|要)(?:跟|和)(?:机器人|机器)"
                            + "|\\b(?:human|real person|live agent|actual person|representative|operator)\\b"
                            + "|\\b(?:talk|speak|chat|connect|transfer|get|put)\\b.{0,16}\\b(?:person|someone|somebody|agent|staff|people|manager|supervisor)\\b"
                            + "|\\bnot a (?:bot|robot|machine)\\b");
    private static final Pattern SPACED = Pattern.compile("(?<=\\p{IsHan})\\s+(?=\\p{IsHan})");
    private static final Pattern CORRECTS =
            pattern(
                    "不对|不是|弄错|搞错|说错|选错|点错|错了|改成|改为|换成|应该是|只退|\\bwrong\\b|\\binstead\\b|\\bactually\\b|\\bi meant?\\b");
    private static final Pattern NO_PERSON =
            pattern(
                    "(?:不要|不用|不需要|别|无需)(?:给我)?(?:转|找)?(?:人工|真人|客服)|no (?:need for a )?(?:human|agent)");

    private static final Pattern YES =
            pattern(
                    "(?:嗯+|恩+|哦|噢|好+的?呀?|好吧|行吧?|行的|可以的?|是的?呀?|对的?呀?|没错|没问题|同意|确认|确定|确认提交|提交吧?|确认办理|办理吧?|就这样|就这么办"
                            + "|ok|okay|yes|yeah|yep|yup|y|sure|confirm|confirmed|submit|go ahead|do it|correct|that's right|please|please do|fine|agree)"
                            + "(?:[\\s,，。!！~～.、]*(?:嗯+|好+的?|行|可以|是的?|对的?|没错|没问题|同意|确认|确定|确认提交|提交吧?|办理吧?|吧|谢谢|麻烦(?:你|您)?了?|了|的|啊|呀|哈|please|confirm|submit|go ahead|thanks|thank you|it))*[\\s,，。!！~～.]*");
    private static final Pattern NO =
            pattern(
                    "(?:不(?:了|要了?|用了?|办了?|退了?|换了?|提交了?|确认|同意|想退了?|想换了?|行|可以)?|算了.*|取消(?!订单).*|别(?:提交|办|退|弄|搞).*|先不.*|等等|等一下|再想想|再看看.*|我?再考虑.*|暂时不.*|no+|nope|cancel|don't|do not|stop|wait|not now|never ?mind|forget it)"
                            + "[\\s,，。!！~～.]*(?:了|吧|谢谢|thanks|thank you)?[\\s,，。!！~～.]*");
    private static final Pattern GIVES_UP =
            pattern(
                    "算了|不(?:退|换|修|办|弄|搞|投诉|申请)了|先不(?:退|换|办|弄)|取消申请|不想(?:退|换|办)了|还是不(?:退|换)|留着(?:吧|用)|never ?mind|forget it|keep it after all");
    private static final Pattern NO_PHOTO =
            pattern(
                    "没(?:有)?(?:照片|图|拍|照)|拍不了|不方便拍|没法拍|无法拍|发不了|传不(?:了|上)|扔了|no photos?|without photos?|can'?t take|don'?t have (?:a )?(?:photo|picture)");
    private static final Pattern OTHER =
            pattern(
                    "另(?:外)?(?:一)?(?:件|个|单|双|款|份|盒|瓶)|别的|其他的|还有(?:一)?(?:件|个|单)|换一(?:件|单)|不是(?:这|那)(?:个|件|单|款)|the other|another one|not (?:this|that) one");
    private static final Pattern THIS =
            pattern("它|这(?:个|件|单|款|双|份)|那(?:个|件|单|款)|刚才|上面|\\bit\\b|\\bthis\\b|\\bthat\\b");
    private static final Pattern ALL =
            pattern(
                    "全部|都(?:要)?(?:退|换|是|坏|不要)|全都|所有|整单|全退|两件都|一起退|all of|everything|both|whole order");
    private static final Pattern NEWEST =
            pattern(
                    "最近|最新|刚(?:刚)?(?:买|下|拍|收)|新买|上一单|昨天买|latest|newest|last order|most recent|just bought");
    private static final Pattern WHY =
            pattern(
                    "为什么|为啥|凭什么|凭啥|依据|什么规定|哪条规|怎么就不|怎么不能|咋不|\\bwhy\\b|which rule|what rule|on what basis");
    private static final Pattern FREIGHT =
            pattern("运费|邮费|快递费|谁出|谁付|freight|postage|shipping (?:cost|fee)|who pays");
    private static final Pattern AMOUNT = pattern("退(?:我)?多少|多少钱|退几|能退几|金额|how much");
    private static final Pattern THANKS = pattern("谢|thank|3q|辛苦|好的$|知道了|明白了|再见|拜拜|bye");
    private static final Pattern NOT_HELPED =
            pattern(
                    "没(?:有)?(?:解决|用|帮助)|不(?:对|是)我(?:想)?(?:问|要)的|答非所问|听不懂|看不懂|你没懂|没回答|废话|did(?: not|n'?t) help|not helpful|useless|not what i (?:asked|meant)");
    private static final Pattern REFUND_ONLY =
            pattern("仅退款|只退款|不退货|退款不退货|refund only|without return");
    private static final Pattern RETURN =
            pattern("退货|退掉|退回|退了它|想退|要退|寄回|\\breturn\\b|send (?:it )?back");
    private static final Pattern EXCHANGE =
            pattern(
                    "换货|换(?:一)?(?:个|件|双|套|台|把|新|成|码|号|大|小|颜色|款)|想换|要换|调换|\\bexchange\\b|\\bswap\\b|replace(?:ment)?");
    private static final Pattern REPAIR =
            pattern("维修|修一下|返修|送修|保修|修理|能修|要修|\\brepair\\b|\\bfix\\b");
    private static final Pattern ACTS =
            pattern(
                    "(?:我要|我想|想要|要求|帮我|给我|申请|办理|麻烦|我得|必须|直接|赶紧|可以|能|怎么|如何)?.{0,4}(?:退|换|修)|\\b(?:return|refund|exchange|repair|money back)\\b");
    private static final Pattern ASKS =
            pattern(
                    "[?？]|吗|呢$|还是(?!不|要|想|退|换|刚)|多久|多长|几天|多少|什么|怎么|如何|哪|谁|是否|能不能|可不可以|可以.{0,6}么|\\b(?:how|what|when|where|who|which|can|could|do|does|is|are)\\b");
    private static final Pattern CODE = Pattern.compile("(?<!\\d)(\\d{6})(?!\\d)");
    private static final Pattern ORDER_NO =
            pattern("(?<![a-z0-9])([a-z]{0,5}-?\\d[a-z0-9-]{5,30})(?![a-z0-9])");
    private static final int MOST_OF_A_DATE = 5;
    private static final Pattern NAMED_ORDER =
            pattern(
                    "(?:订单号?|单号|\\border(?: number| no\\.?)?)\\s*[:：是#]?\\s*([a-z0-9-]{6,32})(?![a-z0-9])");
    private static final Pattern ORDINAL =
            pattern(
                    "^(?:第|选|要)?\\s*([1-9一二两三四五六七八九])\\s*(?:个|件|单|项|条|号)?[。.!！]?$|^(?:the )?(first|second|third|fourth|fifth)(?: one)?[.!]?$");
    private static final Pattern LAST = pattern("^最后(?:一)?(?:个|件|单|项)|^the last");
    private static final Pattern QTY =
            pattern(
                    "(?:退|换|修|只|就|先|return|exchange)?\\s*([1-9一二两三四五六七八九])\\s*(?:件|个|罐|盒|瓶|双|袋|包|份|套|台|把|只)(?!码)|(?:only|just) (one|two|three)");
    private static final Pattern BETWEEN =
            Pattern.compile(
                    "[。！!？?；;\\n]+|[，,、\\s]*(?:另外|还有就是|还有(?!一|什么|多)|顺便(?:问一?下|说一?下)?|对了|再问一?下|以及|, and |\\. |by the way|also)[，,、\\s]*");

    private Heard() {}

    private static Pattern pattern(String words) {
        return Pattern.compile(words, FLAGS);
    }

    static boolean person(String spaced) {
        var text = SPACED.matcher(spaced).replaceAll("");
        return PERSON.matcher(text).find() && !NO_PERSON.matcher(text).find();
    }

    static boolean noPerson(String text) {
        return NO_PERSON.matcher(text).find();
    }

    /** A clear yes and nothing else. */
    static boolean yes(String text) {
        return YES.matcher(text.strip()).matches();
    }

    static boolean no(String text) {
        return NO.matcher(text.strip()).matches();
    }

    /** What was said before is taken back. */
    static boolean corrects(String text) {
        return CORRECTS.matcher(text).find();
    }

    static boolean givesUp(String text) {
        return GIVES_UP.matcher(text).find();
    }

    static boolean noPhoto(String text) {
        return NO_PHOTO.matcher(text).find();
    }

    static boolean other(String text) {
        return OTHER.matcher(text).find();
    }

    static boolean points(String text) {
        return THIS.matcher(text).find();
    }

    static boolean all(String text) {
        return ALL.matcher(text).find();
    }

    static boolean newest(String text) {
        return NEWEST.matcher(text).find();
    }

    static boolean why(String text) {
        return WHY.matcher(text).find();
    }

    static boolean freight(String text) {
        return FREIGHT.matcher(text).find();
    }

    static boolean amount(String text) {
        return AMOUNT.matcher(text).find();
    }

    static boolean thanks(String text) {
        return THANKS.matcher(text).find();
    }

    static boolean notHelped(String text) {
        return NOT_HELPED.matcher(text).find();
    }

    /** Asks for something to be done, not about it. */
    static boolean acts(String text) {
        return ACTS.matcher(text).find();
    }

    static boolean asks(String text) {
        return ASKS.matcher(text).find();
    }

    /** The kind of case that the words name. */
    static @Nullable String type(String text) {
        if (REFUND_ONLY.matcher(text).find()) {
            return "REFUND_ONLY";
        }
        if (EXCHANGE.matcher(text).find()) {
            return "EXCHANGE";
        }
        if (REPAIR.matcher(text).find()) {
            return "REPAIR";
        }
        return RETURN.matcher(text).find() ? "RETURN_REFUND" : null;
    }

    static @Nullable String code(String text) {
        var found = CODE.matcher(text);
        return found.find() ? found.group(1) : null;
    }

    /** What looks like an order's number: what is called so, or a long one. */
    static @Nullable String orderNo(String text) {
        var named = NAMED_ORDER.matcher(text);
        while (named.find()) {
            if (digits(named.group(1)) > 0) {
                return named.group(1);
            }
        }
        var found = ORDER_NO.matcher(text);
        while (found.find()) {
            if (digits(found.group(1)) >= MOST_OF_A_DATE) {
                return found.group(1);
            }
        }
        return null;
    }

    private static long digits(String text) {
        return text.chars().filter(Character::isDigit).count();
    }

    /** Which of those that were offered, from 0; -1 is the last. */
    static OptionalInt ordinal(String text) {
        if (LAST.matcher(text.strip()).find()) {
            return OptionalInt.of(-1);
        }
        var found = ORDINAL.matcher(text.strip());
        if (!found.find()) {
            return OptionalInt.empty();
        }
        return found.group(2) != null
                ? OptionalInt.of(
                        List.of("first", "second", "third", "fourth", "fifth")
                                .indexOf(found.group(2).toLowerCase(Locale.ROOT)))
                : OptionalInt.of(digit(found.group(1)) - 1);
    }

    static OptionalInt quantity(String text) {
        var found = QTY.matcher(text);
        if (!found.find()) {
            return OptionalInt.empty();
        }
        return found.group(2) != null
                ? OptionalInt.of(
                        List.of("one", "two", "three")
                                        .indexOf(found.group(2).toLowerCase(Locale.ROOT))
                                + 1)
                : OptionalInt.of(digit(found.group(1)));
    }

    private static int digit(String text) {
        var chinese = "一二三四五六七八九".indexOf(text);
        return text.equals("两") ? 2 : chinese >= 0 ? chinese + 1 : Integer.parseInt(text);
    }

    /** The several things that may be said in one message. */
    static List<String> clauses(String text) {
        var clauses = new ArrayList<String>();
        Matcher between = BETWEEN.matcher(text);
        int from = 0;
        while (between.find()) {
            add(clauses, text.substring(from, between.start() + ends(between.group())));
            from = between.end();
        }
        add(clauses, text.substring(from));
        return clauses.isEmpty() ? List.of(text) : clauses;
    }

    /** A question keeps its mark. */
    private static int ends(String mark) {
        return mark.startsWith("?") || mark.startsWith("？") ? 1 : 0;
    }

    private static void add(List<String> clauses, String clause) {
        var said = clause.strip();
        if (said.length() >= SHORTEST_CLAUSE) {
            clauses.add(said);
        }
    }
}
