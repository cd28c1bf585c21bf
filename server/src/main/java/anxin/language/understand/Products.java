package anxin.language.understand;

import anxin.language.Analysis.Entity;
import anxin.language.Analysis.Kind;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Which goods are named: first those the asker told us of, by the longest piece of their title that
 * was written, then goods by their common names.
 */
final class Products {

    private static final int LEAST_HAN = 2;
    private static final int LEAST_LATIN = 4;

    private static final Pattern COMMON =
            Pattern.compile(
                    "(连衣裙|半身裙|裙子|裤子|牛仔裤|衬衫|外套|羽绒服|毛衣|卫衣|[Tt]恤|短袖|大衣|内衣|睡衣|袜子|衣服|帽子|围巾|手套|运动鞋|高跟鞋|靴子|鞋子|拖鞋|包包|背包|行李箱|手机壳|手机|耳机|平板|电脑|键盘|鼠标|充电器|充电宝|数据线|相机|手表|项链|戒指|耳环|手镯|口红|粉底液?|面膜|精华|面霜|洗面奶|防晒霜?|香水|眼霜|洗发水|沐浴露|牙刷|电饭煲|空气炸锅|热水壶|电水壶|破壁机|养生壶|微波炉|洗衣机|冰箱|空调|电视|吹风机|扫地机(?:器人)?|吸尘器|加湿器|台灯|床垫|被子|枕头|四件套|沙发|桌子|椅子|柜子|茶叶|红茶|绿茶|白茶|普洱|乌龙茶?|茶具|奶粉|尿不湿|纸尿裤|玩具|坚果|零食|水果|苹果(?!手机)|樱桃|车厘子|榴莲|大闸蟹|牛排|海鲜|蛋糕|月饼|咖啡豆|猫粮|狗粮|礼盒|赠品|定制杯|杯子|保温杯)"
                            + "|\\b(dress(?:es)?|shirts?|t-shirts?|trousers|jeans|jackets?|coats?|sweaters?|shoes?|sneakers|boots|bags?|backpack|suitcase|phone case|phones?|headphones|earphones|earbuds|tablet|laptop|keyboard|charger|power bank|camera|watch(?:es)?|necklace|rings?|earrings|lipstick|foundation|face mask|serum|moisturi[sz]er|sunscreen|perfume|shampoo|kettle|rice cooker|air fryer|blender|microwave|washing machine|fridge|vacuum(?: cleaner)?|humidifier|lamp|mattress|pillow|sofa|tea(?: set)?|mug|cup|toys?|gift box)\\b",
                    Pattern.CASE_INSENSITIVE);

    private Products() {}

    static boolean isFree(boolean[] taken, int from, int to) {
        for (int i = from; i < to; i++) {
            if (taken[i]) {
                return false;
            }
        }
        return to > from;
    }

    static void in(String text, List<String> titles, boolean[] taken, List<Entity> into) {
        var plain = text.toLowerCase(Locale.ROOT);
        for (var title : titles) {
            longestPiece(text, plain, title, taken, into);
        }
        var common = COMMON.matcher(text);
        while (common.find()) {
            add(
                    text,
                    common.start(),
                    common.end(),
                    common.group().toLowerCase(Locale.ROOT),
                    taken,
                    into);
        }
    }

    private static void longestPiece(
            String text, String plain, String title, boolean[] taken, List<Entity> into) {
        var wanted = title.toLowerCase(Locale.ROOT);
        int best = 0;
        int at = 0;
        for (int from = 0; from < plain.length() && plain.length() == text.length(); from++) {
            int length = best + 1;
            while (from + length <= plain.length()
                    && wanted.contains(plain.substring(from, from + length))) {
                best = length;
                at = from;
                length++;
            }
        }
        var piece = text.substring(at, at + best).strip();
        int least = piece.chars().allMatch(c -> c < 0x3000) ? LEAST_LATIN : LEAST_HAN;
        if (piece.length() >= least) {
            int from = text.indexOf(piece, at);
            add(text, from, from + piece.length(), title, taken, into);
        }
    }

    private static void add(
            String text, int from, int to, String value, boolean[] taken, List<Entity> into) {
        if (isFree(taken, from, to)) {
            Arrays.fill(taken, from, to, true);
            into.add(new Entity(Kind.PRODUCT, text.substring(from, to), value, from, to));
        }
    }
}
