package anxin.knowledge.search;

import anxin.kernel.words.Words;
import anxin.language.Meaning;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What a normalised text is made of: characters and neighbouring pairs of what is written without
 * spaces, words of everything else; and how its characters sound.
 */
final class Pieces {

    private static final Pattern GREETING =
            Pattern.compile(
                    "^(?:(?:你好|您好|亲亲?|在吗|请问一?下?|想问一?下|我想问一?下?|问一?下|咨询一?下|麻烦问一?下"
                            + "|打扰一下|不好意思|哈喽|那个|哎|诶|嗯|对了|还有|老板|掌柜的|客服|小姐姐|再问一下"
                            + "|hi|hello|hey|excuse me|please|sorry)[,，.。!！?？~、\\s]*)+");
    private static final Pattern THANKS =
            Pattern.compile(
                    "(?:[,，.。!！?？~、\\s]*(?:谢谢(?:啦|了|你)?|麻烦了|辛苦了|感谢|thanks?(?: you)?|pls|please))*[,，.。!！?？~、\\s]*$");
    private static final Set<String> EMPTY_WORDS =
            Set.of(
                    "a", "an", "the", "is", "are", "am", "be", "do", "does", "did", "i", "my", "me",
                    "you", "your", "it", "its", "to", "of", "for", "in", "on", "at", "and", "or",
                    "with", "this", "that", "if", "so", "was", "were", "will", "would", "have",
                    "has", "had", "there", "please");

    private Pieces() {}

    /** Without greetings and thanks, unless nothing else is said. */
    static String bare(String text) {
        var bare = THANKS.matcher(GREETING.matcher(text).replaceFirst("")).replaceFirst("");
        return bare.codePointCount(0, bare.length()) < 2 ? text : bare;
    }

    static List<String> words(String text) {
        var pieces = new ArrayList<String>();
        for (var run : Words.runs(text)) {
            cut(run, isDense(run.codePointAt(0)), pieces);
        }
        return pieces;
    }

    private static void cut(String run, boolean dense, List<String> into) {
        if (!dense) {
            if (!EMPTY_WORDS.contains(run)) {
                into.add(stem(run));
            }
            return;
        }
        int[] points = run.codePoints().toArray();
        for (int i = 0; i < points.length; i++) {
            into.add(new String(points, i, 1));
            if (i + 1 < points.length) {
                into.add(new String(points, i, 2));
            }
        }
    }

    /** Parcels is parcel, returned is return. */
    private static String stem(String word) {
        int length = word.length();
        if (length > 5 && word.endsWith("ing")) {
            return word.substring(0, length - 3);
        }
        if (length > 4 && (word.endsWith("ed") || word.endsWith("es"))) {
            return word.substring(0, length - 2);
        }
        return length > 3 && word.endsWith("s") && !word.endsWith("ss")
                ? word.substring(0, length - 1)
                : word;
    }

    /** Neighbouring pairs of sounds of Chinese characters. */
    static List<String> sounds(String text, Meaning meaning) {
        var sounds = new ArrayList<String>();
        int before = -1;
        for (int point : text.codePoints().toArray()) {
            int sound = meaning.sound(point);
            if (sound >= 0 && before >= 0) {
                sounds.add(before + " " + sound);
            }
            before = sound;
        }
        return sounds;
    }

    private static boolean isDense(int point) {
        return switch (Character.UnicodeScript.of(point)) {
            case HAN, HIRAGANA, KATAKANA, HANGUL, THAI -> true;
            default -> false;
        };
    }
}
