package anxin.language.text;

import java.lang.Character.UnicodeScript;
import java.util.List;

/** In what letters a text is written, and which languages that leaves. */
public final class Scripts {

    private static final List<String> ALL =
            List.of("zh", "en", "ja", "es", "th", "vi", "id", "ms", "tl");
    private static final List<String> LATIN = List.of("en", "es", "vi", "id", "ms", "tl");
    private static final String ONLY_VIETNAMESE =
            "ăâđêôơưạảấầẩẫậắằẳẵặẹẻẽếềểễệỉịọỏốồổỗộớờởỡợụủứừửữựỳỵỷỹ";

    private Scripts() {}

    /** The languages that the text may be in; one where its letters leave no choice. */
    public static List<String> languages(String text) {
        int han = 0;
        int kana = 0;
        int thai = 0;
        int latin = 0;
        int vietnamese = 0;
        for (int point : text.toLowerCase(java.util.Locale.ROOT).codePoints().toArray()) {
            switch (UnicodeScript.of(point)) {
                case HAN -> han++;
                case HIRAGANA, KATAKANA -> kana++;
                case THAI -> thai++;
                case LATIN -> {
                    latin++;
                    vietnamese += ONLY_VIETNAMESE.indexOf(point) >= 0 ? 1 : 0;
                }
                default -> {}
            }
        }
        if (thai > 0) {
            return List.of("th");
        }
        if (kana > 0) {
            return List.of("ja");
        }
        if (han > 0) {
            // “VIP会员怎么开通” is Chinese; a sentence of Latin words with one character in it is not.
            return latin > 12 * han ? LATIN : List.of("zh", "ja");
        }
        if (vietnamese > 0) {
            return List.of("vi");
        }
        return latin > 0 ? LATIN : ALL;
    }
}
