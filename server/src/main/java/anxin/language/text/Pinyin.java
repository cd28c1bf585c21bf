package anxin.language.text;

import java.util.Arrays;
import java.util.HashMap;

/** How a character sounds, without tone, and alike for sounds that many speakers do not part. */
public final class Pinyin {

    private static final int FIRST = 0x4E00;
    private static final int LAST = 0x9FFF;
    private static final String[][] ALIKE = {
        {"^zh", "z"}, {"^ch", "c"}, {"^sh", "s"}, {"^n(?=[aeiouv])", "l"}, {"(?<=[aei])ng$", "n"}
    };

    private static final short[] SOUNDS = load();

    private Pinyin() {}

    /** A number for the sound, or -1 for what is not Chinese. */
    public static int fuzzy(int point) {
        return point < FIRST || point > LAST ? -1 : SOUNDS[point - FIRST];
    }

    private static short[] load() {
        var sounds = new short[LAST - FIRST + 1];
        Arrays.fill(sounds, (short) -1);
        var numbers = new HashMap<String, Short>();
        for (var line : Tables.lines("pinyin.tsv")) {
            int tab = line.indexOf('\t');
            var sound = line.substring(0, tab);
            for (var alike : ALIKE) {
                sound = sound.replaceFirst(alike[0], alike[1]);
            }
            short number = numbers.computeIfAbsent(sound, s -> (short) numbers.size());
            for (int i = tab + 1; i < line.length(); i++) {
                sounds[line.charAt(i) - FIRST] = number;
            }
        }
        return sounds;
    }
}
