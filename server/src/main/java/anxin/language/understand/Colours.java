package anxin.language.understand;

import java.util.Locale;
import java.util.regex.Pattern;

/** A colour by its English name, where it has one of the common ones. */
final class Colours {

    private record Name(String english, Pattern words) {}

    private static final Name[] NAMES = {
        name("navy", "藏青|藏蓝|navy|ネイビー"),
        name("beige", "米色|米白|杏|裸|奶茶|燕麦|beige|ベージュ"),
        name("khaki", "卡其|khaki"),
        name("pink", "粉|豆沙|pink|rosad|hồng|ชมพู|ピンク"),
        name("black", "黑|黒|black|negr|hitam|itim|đen|ดำ"),
        name("white", "白|white|blanc|putih|puti|trắng|ขาว"),
        name("red", "红|赤|red|roj|merah|pula|đỏ|แดง"),
        name("green", "绿|緑|牛油果|green|verde|hijau|berde|เขียว"),
        name("blue", "蓝|青|blue|azul|biru|asul|xanh|น้ำเงิน|ฟ้า"),
        name("yellow", "黄|yellow|amarill|kuning|dilaw|vàng|เหลือง"),
        name("purple", "紫|purple|morad|ungu|tím|ม่วง"),
        name("grey", "灰|gr[ae]y|gris|kelabu|xám|เทา|グレー"),
        name("orange", "橙|橘|orange"),
        name("brown", "棕|褐|咖|驼|焦糖|茶|brown|nâu|น้ำตาล"),
        name("gold", "金|香槟|gold"),
        name("silver", "银|silver")
    };

    private Colours() {}

    private static Name name(String english, String words) {
        return new Name(english, Pattern.compile(words));
    }

    static String of(String text) {
        var plain = text.toLowerCase(Locale.ROOT);
        for (var name : NAMES) {
            if (name.words().matcher(plain).find()) {
                return name.english();
            }
        }
        return text;
    }
}
