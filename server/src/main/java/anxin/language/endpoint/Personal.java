package anxin.language.endpoint;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Finds what says who somebody is or where: rather too much than too little. What is found first
 * keeps its place.
 */
final class Personal {

    /** What a thing is called in its place; {@code KEEP} stays as it is. */
    enum Kind {
        KEEP,
        EMAIL,
        LINK,
        PHONE,
        ID,
        ORDER,
        NUMBER,
        ADDRESS,
        NAME
    }

    record Found(Kind kind, int from, int to) {}

    private record Shape(Kind kind, Pattern pattern) {}

    private static final String HAN = "\\p{IsHan}";
    private static final String REGION = "(?:特别行政区|自治区|自治州|自治县|街道|省|市|区|县|旗|镇|乡|村)";
    private static final String STREET = "(?:大道|胡同|小区|花园|公寓|大厦|广场|社区|园区|家园|公馆|路|街|道|巷|弄|里|苑|城|湾|府)";
    private static final String DOOR = "(?:号楼|号院|单元|号|栋|幢|座|楼|层|室|户)";
    private static final String SURNAMES =
            "欧阳|司马|上官|诸葛|东方|皇甫|尉迟|公孙|慕容|令狐|[赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦尤许何吕施张孔曹严华金魏陶姜戚谢邹喻柏水窦章云苏潘葛奚范彭郎鲁韦昌马苗凤花方俞任袁柳酆鲍史唐费廉岑薛雷贺倪汤滕殷罗毕郝邬安常乐于时傅皮卞齐康伍余元卜顾孟平黄和穆萧尹姚邵湛汪祁毛禹狄米贝明臧计伏成戴谈宋茅庞熊纪舒屈项祝董梁杜阮蓝闵席季麻强贾路娄危江童颜郭梅盛林刁钟徐邱骆高夏蔡田樊胡凌霍虞万支柯管卢莫房丁邓洪包左石崔吉龚程邢裴陆荣翁荀羊甄曲封储靳段焦巴谷车侯班仰秋仲伊宫宁仇栾甘厉戎祖武符刘景詹束龙叶幸司韶黎薄印宿白怀蒲台从鄂索咸籍赖卓蔺屠蒙池乔阴能苍双闻党翟谭贡劳姬申扶堵冉宰郦雍却桑桂濮牛寿通边扈燕冀郏浦尚农温别庄晏柴瞿阎充慕连茹习宦艾鱼容向古易慎戈廖庾终暨居衡步都耿满弘匡国文寇广禄阙东]";

    private static final List<Shape> SHAPES =
            List.of(
                    shape(Kind.EMAIL, "[\\w.+-]+@[\\w-]+(?:\\.[\\w-]+)+"),
                    shape(Kind.LINK, "(?:https?://|www\\.)[^\\s，。；）)\\]】\"'<>]+"),
                    shape(Kind.KEEP, "(?<!\\d)20\\d\\d[-/.年]\\d{1,2}[-/.月]\\d{1,2}[日号]?(?!\\d)"),
                    shape(
                            Kind.KEEP,
                            "(?<![\\d.])\\d{1,3}(?:,\\d{3})+(?:\\.\\d{1,2})?(?![\\d,])|(?<![\\dA-Za-z.-])\\d{1,9}\\.\\d{1,2}(?![\\d.])"),
                    shape(
                            Kind.KEEP,
                            "(?<=[¥￥$€£฿₫₱])\\s?\\d{1,9}(?!\\d)|(?<![\\dA-Za-z-])\\d{1,9}\\s?(?=元|块|人民币|rmb|cny|usd|dollars?|yuan|円|บาท|đồng|ringgit)"),
                    shape(Kind.ID, "(?<!\\d)[1-9]\\d{16}[\\dXx](?![\\dXx])"),
                    shape(
                            Kind.PHONE,
                            "(?<![\\d+])(?:\\+?86[- ]?)?1[3-9]\\d(?:[- ]?\\d{4}){2}(?!\\d)|(?<!\\d)[48]00[- ]?\\d{3}[- ]?\\d{4}(?!\\d)|(?<!\\d)0\\d{2,3}[- ]?\\d{7,8}(?!\\d)|\\+\\d{1,3}(?:[- ]?\\(?\\d{1,4}\\)?){2,5}|\\(\\d{3}\\)\\s?\\d{3}-\\d{4}|(?<!\\d)\\d{3}-\\d{3}-\\d{4}(?!\\d)"),
                    shape(Kind.NUMBER, "(?<!\\d)\\d{4}(?:[ -]\\d{4}){2,4}(?:[ -]\\d{1,3})?(?!\\d)"),
                    shape(
                            Kind.ORDER,
                            "(?<![A-Za-z0-9-])[A-Za-z]{1,6}-\\d{3,}(?:-[A-Za-z0-9]+)*(?![A-Za-z0-9])"),
                    shape(
                            Kind.NUMBER,
                            "(?<![A-Za-z0-9.])[A-Za-z]{0,8}\\d[\\dA-Za-z-]{4,}\\d[A-Za-z]{0,4}(?![A-Za-z0-9])"),
                    shape(
                            Kind.ADDRESS,
                            "(?:HAN{2,8}?REGION){2,5}(?:[HANA-Za-z0-9-]{0,16}?(?:STREET|DOOR))*(?:[0-9A-Za-z-]{1,8}DOOR?)*"),
                    shape(
                            Kind.ADDRESS,
                            "(?:HAN{2,8}?REGION)?HAN{1,8}?STREET(?:HAN{0,6}?STREET)?\\s?[0-9]{1,5}(?:[0-9-]{0,6})(?:DOOR[0-9A-Za-z-]{0,6})+"),
                    shape(
                            Kind.ADDRESS,
                            "(?<![0-9])[0-9A-Za-z]{1,4}(?:号楼|栋|幢|座)(?:[0-9A-Za-z一二三四五六七八九十]{1,4}DOOR){0,3}[0-9]{0,5}"),
                    shape(
                            Kind.ADDRESS,
                            "(?i)(?<!\\d)\\d{1,5}\\s+(?:[A-Z][\\w.']*\\s+){1,4}(?:street|st|road|rd|avenue|ave|lane|ln|drive|dr|boulevard|blvd|court|ct|way|place|pl|jalan|soi)\\b\\.?(?:,?\\s*(?:apt|suite|unit|flat|#)\\.?\\s*\\w+)?(?:,\\s*[A-Z][A-Za-z ]{2,24}){0,3}(?:\\s+\\d{5}(?:-\\d{4})?)?"),
                    shape(
                            Kind.NAME,
                            "(?:我叫|我名字叫|名字(?:是|叫)|姓名|收件人|收货人|联系人|签收人|寄件人)\\s*[:：是为叫]?\\s*((?:SURNAME)HAN{1,2}|[A-Z][a-z]+(?: [A-Z][a-z]+)*)"),
                    shape(Kind.NAME, "((?:SURNAME)HAN{0,2}?)(?=先生|女士|小姐|太太|阿姨|师傅|同学)"),
                    shape(
                            Kind.NAME,
                            "(?:(?i:my name is|this is|name is|i am|i'm|name:|attn:?|dear)\\s+(?:(?i:mrs?|ms|miss)\\.?\\s+)?|(?i:\\bmrs?|\\bms|\\bmiss)\\.?\\s+)([A-Z][a-z]+(?:[ -][A-Z][a-z]+){0,2})"));

    private Personal() {}

    private static Shape shape(Kind kind, String pattern) {
        return new Shape(
                kind,
                Pattern.compile(
                        pattern.replace("REGION", REGION)
                                .replace("STREET", STREET)
                                .replace("SURNAME", SURNAMES)
                                .replace("DOOR", DOOR)
                                .replace("HAN", HAN)));
    }

    /**
     * In the order of the text.
     *
     * @param known words that are the customer's, wherever they stand
     */
    static List<Found> in(String text, Collection<String> known) {
        var taken = new boolean[text.length()];
        var found = new ArrayList<Found>();
        known.stream()
                .map(String::strip)
                .filter(Personal::isWord)
                .sorted(Comparator.comparing(String::length).reversed())
                .forEach(
                        word ->
                                collect(
                                        Kind.NAME,
                                        Pattern.compile(
                                                Pattern.quote(word), Pattern.CASE_INSENSITIVE),
                                        text,
                                        taken,
                                        found));
        for (var shape : SHAPES) {
            collect(shape.kind(), shape.pattern(), text, taken, found);
        }
        found.removeIf(one -> one.kind() == Kind.KEEP);
        found.sort(Comparator.comparingInt(Found::from));
        return found;
    }

    /** One letter would be taken out of every second word. */
    private static boolean isWord(String known) {
        return known.length() > 2
                || known.length() == 2 && known.codePoints().allMatch(Character::isIdeographic);
    }

    private static void collect(
            Kind kind, Pattern pattern, String text, boolean[] taken, List<Found> into) {
        var matcher = pattern.matcher(text);
        while (matcher.find()) {
            int from = matcher.groupCount() > 0 ? matcher.start(1) : matcher.start();
            int to = matcher.groupCount() > 0 ? matcher.end(1) : matcher.end();
            if (from < to && isFree(taken, from, to)) {
                java.util.Arrays.fill(taken, from, to, true);
                into.add(new Found(kind, from, to));
            }
        }
    }

    private static boolean isFree(boolean[] taken, int from, int to) {
        for (int i = from; i < to; i++) {
            if (taken[i]) {
                return false;
            }
        }
        return true;
    }
}
