package anxin.knowledge.search;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * What is left of two texts when that is taken away which both say. “刻图案吗” and “刻几个字” are about the
 * same thing and ask for another; the rests say so.
 */
record Rests(String a, String b) {

    private static final int LEAST = 2;

    static Rests of(String a, String b) {
        return a.indexOf(' ') >= 0 && b.indexOf(' ') >= 0 ? ofWords(a, b) : ofCharacters(a, b);
    }

    private static Rests ofWords(String a, String b) {
        var left = new ArrayList<>(List.of(a.split("[^\\p{L}\\p{N}']+")));
        var right = new ArrayList<>(List.of(b.split("[^\\p{L}\\p{N}']+")));
        for (var word : List.copyOf(left)) {
            if (right.remove(word)) {
                left.remove(word);
            }
        }
        return new Rests(String.join(" ", left).strip(), String.join(" ", right).strip());
    }

    private static Rests ofCharacters(String a, String b) {
        var left = new StringBuilder(a);
        var right = new StringBuilder(b);
        for (var both = longest(left, right); both[2] >= LEAST; both = longest(left, right)) {
            left.replace(both[0], both[0] + both[2], " ");
            right.replace(both[1], both[1] + both[2], " ");
        }
        return new Rests(letters(left), letters(right));
    }

    private static String letters(CharSequence text) {
        return text.toString().replaceAll("[\\p{P}\\s]+", "");
    }

    /** Where the longest piece that both have begins in each, and how long it is. */
    private static int[] longest(CharSequence a, CharSequence b) {
        var best = new int[3];
        var row = new int[b.length() + 1];
        for (int i = 1; i <= a.length(); i++) {
            for (int j = b.length(); j > 0; j--) {
                boolean same = a.charAt(i - 1) == b.charAt(j - 1) && a.charAt(i - 1) != ' ';
                row[j] = same ? row[j - 1] + 1 : 0;
                if (row[j] > best[2]) {
                    best = new int[] {i - row[j], j - row[j], row[j]};
                }
            }
        }
        return best;
    }

    float share(String whole) {
        return Math.min(1, a.length() / (float) Math.max(1, whole.length()));
    }

    List<String> both() {
        return Arrays.asList(a, b);
    }
}
