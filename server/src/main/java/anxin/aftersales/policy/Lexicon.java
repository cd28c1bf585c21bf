package anxin.aftersales.policy;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/** The phrases of {@code intake-words.txt}, and the writing they are compared in. */
final class Lexicon {

    /**
     * One phrase.
     *
     * @param meaning a reason, or one of the other headings of the file
     * @param language zh, en, ja or es
     * @param parts what must follow each other inside one clause; mostly one
     * @param open the last word may go on (Latin only)
     */
    record Phrase(String meaning, int weight, String language, List<String> parts, boolean open) {
        int length() {
            int length = 0;
            for (var part : parts) {
                length += part.length();
            }
            return length;
        }
    }

    static final List<Phrase> PHRASES = load();

    /**
     * Traditional characters, and those of spoken Cantonese, that customers of the mainland's shops
     * write, to the simplified ones that mean the same.
     */
    private static final String TRADITIONAL =
            "壞貨發錯沒換質問題與圖顏錢讓轉機爛損裡個這來說給還過開關電買賣單訂碼號價處員態應導線裝補寄"
                    + "爾幾剛臺灣務區實際寫無聲點鐘產場麼嗎們兩殼濕斷變黴殘殺鏽鬆緊長雙條種樣樓門戶護"
                    + "唔冇嘅咗係睇喺啲攞俾畀";

    private static final String SIMPLIFIED =
            "坏货发错没换质问题与图颜钱让转机烂损里个这来说给还过开关电买卖单订码号价处员态应导线装补寄"
                    + "尔几刚台湾务区实际写无声点钟产场么吗们两壳湿断变霉残杀锈松紧长双条种样楼门户护"
                    + "不没的了是看在些拿给给";

    private Lexicon() {}

    private static List<Phrase> load() {
        var phrases = new ArrayList<Phrase>();
        try (var in =
                        Objects.requireNonNull(
                                Lexicon.class.getResourceAsStream("intake-words.txt"));
                var lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            var meaning = "";
            int weight = 0;
            for (var line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.startsWith("## ")) {
                    var heading = line.substring(3).strip().split(" ", -1);
                    meaning = heading[0];
                    weight = Integer.parseInt(heading[1]);
                } else if (!line.startsWith("#") && line.indexOf(':') == 2) {
                    var language = line.substring(0, 2);
                    for (var written : line.substring(3).split("\\|", -1)) {
                        var phrase = written.strip();
                        phrases.add(phrase(meaning, weight, language, phrase));
                        if (phrase.contains("'")) { // Many write didnt for didn't.
                            phrases.add(phrase(meaning, weight, language, phrase.replace("'", "")));
                        }
                    }
                }
            }
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
        return List.copyOf(phrases);
    }

    private static Phrase phrase(String meaning, int weight, String language, String written) {
        boolean open = written.endsWith("*");
        var closed = open ? written.substring(0, written.length() - 1) : written;
        var parts =
                Arrays.stream(closed.split("~", -1)).map(part -> normalise(part).strip()).toList();
        return new Phrase(meaning, weight, language, parts, open);
    }

    /** Lower case, one width, no accents, simplified characters, single blanks. */
    static String normalise(String text) {
        var plain = Normalizer.normalize(text, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
        var apart = Normalizer.normalize(plain, Normalizer.Form.NFD);
        var letters = new StringBuilder(apart.length());
        for (int i = 0; i < apart.length(); i++) {
            char c = apart.charAt(i);
            if (c >= '\u0300' && c <= '\u036f') {
                continue; // An accent; the voicing marks of kana are elsewhere and stay.
            }
            letters.append(simplified(c));
        }
        return oneBlank(Normalizer.normalize(letters, Normalizer.Form.NFC));
    }

    private static char simplified(char c) {
        if (c == '’' || c == '‘' || c == '´' || c == '`') {
            return '\'';
        }
        int known = c < '\u4e00' ? -1 : TRADITIONAL.indexOf(c);
        return known < 0 ? c : SIMPLIFIED.charAt(known);
    }

    private static String oneBlank(String text) {
        var line = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean blank = Character.isWhitespace(c) && c != '\n';
            if (!blank || (!line.isEmpty() && line.charAt(line.length() - 1) != ' ')) {
                line.append(blank ? ' ' : c);
            }
        }
        return line.toString();
    }
}
