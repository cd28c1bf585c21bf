package anxin.language.understand;

import anxin.language.Analysis.Entity;
import anxin.language.Analysis.Kind;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What is named in a text. What is found first keeps its place; a later kind does not reach into
 * it.
 */
final class Entities {

    /** How one kind looks; {@code group} is the part that is named. */
    private record Shape(Kind kind, Pattern pattern) {}

    private static final int FLAGS = Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE;

    private static final List<Shape> SHAPES =
            List.of(
                    shape(
                            Kind.PARCEL_NUMBER,
                            "(?:(?:快递|运单|物流|包裹|快件|面单)(?:单)?号(?:码)?|(?:tracking|parcel|waybill|consignment)\\s*(?:number|no\\.?|#|code)?|追跡番号|(?:n[uú]mero|c[oó]digo) de (?:seguimiento|rastreo)|mã vận đơn|(?:nomor|no\\.?)\\s*resi|resi)\\s*(?:是|为|is|:|：|#)?\\s*([a-z]{0,4}\\d{8,20}[a-z]{0,2})"),
                    shape(
                            Kind.PARCEL_NUMBER,
                            "(?<![a-z0-9])((?:sf\\d{12,15}|yt\\d{13}|jt\\d{13}|jd[a-z]{0,3}\\d{11,15}|dpk\\d{12}|zto\\d{10,14}|sto\\d{10,14}|[a-z]{2}\\d{9}[a-z]{2}|1z[a-z0-9]{16}))(?![a-z0-9])"),
                    shape(
                            Kind.ORDER_NUMBER,
                            "(?:订单|单子|定单)(?:编)?(?:号|编号|号码)?(?:后[四4六6]位)?\\s*(?:是|为|:|：|#)?\\s*([a-z]{0,4}-?\\d[\\d-]{3,24})"),
                    shape(
                            Kind.ORDER_NUMBER,
                            "(?:order|pedido|注文|คำสั่งซื้อ|đơn(?: hàng)?|pesanan|tempahan)\\s*(?:number|num|no\\.?|id|番号|n[uú]mero|nomor|nombor|หมายเลข|số|mã)?\\s*(?:is|:|：|#)?\\s*#?\\s*([a-z]{0,4}-?\\d[\\d-]{3,24})"),
                    shape(
                            Kind.PHONE,
                            "(?<![\\d+])((?:\\+?86[- ]?)?1[3-9]\\d(?:[- ]?\\d{4}){2}|400[- ]?\\d{3}[- ]?\\d{4}|0\\d{2,3}-\\d{7,8}|\\+\\d{1,3}[- ]?\\d{2,4}(?:[- ]?\\d{2,4}){2,3})(?!\\d)"),
                    shape(
                            Kind.ORDER_NUMBER,
                            "(?<![a-z0-9-])((?:[a-z]{1,4}-)\\d{3,}(?:-\\d+)*|\\d{14,22})(?![\\d-])"),
                    shape(
                            Kind.AMOUNT,
                            "((?:[¥￥$€£฿₫₱]|rmb|cny|usd|eur|jpy|rm|rp\\.?|php|thb|vnd|s\\$)\\s?\\d[\\d,.]*(?:\\s?(?:k|万|rb|jt))?)(?![a-z])"),
                    shape(
                            Kind.AMOUNT,
                            "(?<![\\d.-])(\\d[\\d,]*(?:\\.\\d{1,2})?\\s?(?:元|块钱|块(?!地|儿)|人民币|rmb|cny|usd|dollars?|bucks|yuan|euros?|円|บาท|đồng|₫|vnd|ribu|ringgit|pesos?|baht|rupiah|万元|毛))"),
                    shape(Kind.AMOUNT, "([一二三四五六七八九两][百千万](?:[零一二三四五六七八九十百]*)(?:元|块钱|块))"),
                    shape(
                            Kind.DATE,
                            "((?<!\\d)\\d{4}[-/.年]\\d{1,2}[-/.月]\\d{1,2}[日号]?|(?<![\\d.])\\d{1,2}月\\d{1,2}[日号]?)"),
                    shape(
                            Kind.DATE,
                            "(大前天|大后天|前天|昨天|昨晚|今天|今早|今晚|明天|明晚|后天|(?:上上?|这|本|下)(?:个)?(?:周|星期|礼拜)[一二三四五六日天]|(?:周|星期|礼拜)[一二三四五六日天]|(?<![\\d.])\\d{1,2}[号日](?!楼|线|店))"),
                    shape(
                            Kind.DATE,
                            "\\b(the day before yesterday|yesterday|today|tonight|tomorrow|(?:last |next |this )?(?:mon|tues|wednes|thurs|fri|satur|sun)day|(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sep(?:t|tember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\\.? \\d{1,2}(?:st|nd|rd|th)?|\\d{1,2}(?:st|nd|rd|th)? (?:of )?(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*)\\b"),
                    shape(
                            Kind.DATE,
                            "(おととい|昨日|今日|本日|明日|明後日|\\bhoy\\b|\\bayer\\b|\\bmañana\\b|เมื่อวาน(?:นี้)?|วันนี้|พรุ่งนี้|hôm qua|hôm nay|ngày mai|\\bkemarin\\b|\\bhari ini\\b|\\bbesok\\b|\\bsemalam\\b|\\besok\\b|\\bkahapon\\b|\\bngayon\\b|\\bbukas\\b)"),
                    shape(
                            Kind.SIZE,
                            "(?<![a-z0-9])((?:[2-6]?x{1,4}|x{1,4})[sl]|(?:[sml])(?=\\s*(?:码|号|碼|size|サイズ|的|尺))|[sml](?:码|号|碼)|均码|大码|中码|小码|加大码|(?:[2-5]\\d(?:\\.5)?|1[0-9]{2})(?:码|碼)|(?:[2-5]\\d(?:\\.5)?)(?=\\s?号(?:的)?(?:鞋|脚)))(?![a-z0-9])"),
                    shape(
                            Kind.SIZE,
                            "\\b(?:size|talla|talle|saiz|ukuran|ไซส์|ไซซ์|cỡ|サイズ)\\s*(?:is|:)?\\s*([2-6]?x{0,4}[sml]|\\d{1,3}(?:\\.5)?)(?![a-z0-9])"));

    private static final Pattern COLOUR =
            Pattern.compile(
                    "((?:深|浅|淡|亮|暗|藏|墨|天|宝|酒|粉|橘|玫|枣|米|奶|军|草|雾霾|雾|湖|卡其|香槟|焦糖|咖啡|珊瑚|薄荷|燕麦|杏|藕)?(?:黑|白|红|蓝|绿|黄|紫|粉|灰|橙|棕|褐|金|银|青)(?:色|的(?=那|这|$|有|没|还|,|，|。|吗|呢|\\s))|(?:卡其|米|杏|咖啡|咖|驼|酒红|藏青|裸|香槟|玫瑰金|奶茶|牛油果|燕麦|焦糖|豆沙|透明)色"
                            + "|\\b(?:black|white|red|blue|green|yellow|purple|pink|gr[ae]y|orange|brown|beige|navy|khaki|gold|silver|negr[oa]|blanc[oa]|roj[oa]|azul|verde|amarill[oa]|morad[oa]|rosad[oa]|gris|hitam|putih|merah|biru|hijau|kuning|ungu|kelabu|itim|puti|pula|asul|berde|dilaw)\\b"
                            + "|màu (?:đen|trắng|đỏ|xanh|vàng|tím|hồng|xám|nâu)|สี(?:ดำ|ขาว|แดง|น้ำเงิน|เขียว|เหลือง|ม่วง|ชมพู|เทา|น้ำตาล|ฟ้า)|(?:黒|白|赤|青|緑|黄|紫|茶|灰)色?(?=の|が|は|を|に)|ピンク|ベージュ|グレー|ネイビー)",
                    FLAGS);

    private final Dates dates;

    Entities(LocalDate today) {
        this.dates = new Dates(today);
    }

    private static Shape shape(Kind kind, String pattern) {
        return new Shape(kind, Pattern.compile(pattern, FLAGS));
    }

    List<Entity> in(String text, List<String> products) {
        var found = new ArrayList<Entity>();
        var taken = new boolean[text.length()];
        for (var shape : SHAPES) {
            collect(shape.kind(), shape.pattern().matcher(text), taken, found);
        }
        collect(Kind.COLOUR, COLOUR.matcher(text), taken, found);
        Products.in(text, products, taken, found);
        found.sort(Comparator.comparingInt(Entity::from));
        return found;
    }

    private void collect(Kind kind, Matcher matcher, boolean[] taken, List<Entity> into) {
        while (matcher.find()) {
            int from = matcher.start(1);
            int to = matcher.end(1);
            if (Products.isFree(taken, from, to)) {
                java.util.Arrays.fill(taken, from, to, true);
                into.add(
                        new Entity(
                                kind, matcher.group(1), value(kind, matcher.group(1)), from, to));
            }
        }
    }

    private String value(Kind kind, String text) {
        return switch (kind) {
            case ORDER_NUMBER, PARCEL_NUMBER -> text.toUpperCase(Locale.ROOT);
            case PHONE -> text.replaceAll("[^\\d+]", "");
            case SIZE -> text.toUpperCase(Locale.ROOT).replaceAll("[码号碼]", "").strip();
            case COLOUR -> Colours.of(text);
            case AMOUNT -> Amounts.of(text);
            case DATE -> dates.of(text);
            case PRODUCT -> text;
        };
    }
}
