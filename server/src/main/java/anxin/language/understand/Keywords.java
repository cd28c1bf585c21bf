package anxin.language.understand;

import anxin.language.Analysis.Entity;
import anxin.language.text.Tables;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * The words that carry the matter: what is left between the words that every sentence has, the long
 * ones first.
 */
final class Keywords {

    private static final int MOST = 6;
    private static final int LONGEST_HAN = 8;

    private static final Pattern PIECE =
            Pattern.compile(
                    "[\\p{IsHan}]+|[\\p{IsLatin}\\p{M}][\\p{IsLatin}\\p{M}'-]*|[\\p{IsThai}]+|[\\p{IsHiragana}\\p{IsKatakana}ー]+");

    private static final Map<String, Set<String>> STOP = stopWords();
    private static final Pattern STOP_HAN = stopHan();

    private Keywords() {}

    static List<String> of(String text, List<Entity> entities) {
        var words = new LinkedHashSet<String>();
        entities.stream()
                .filter(one -> one.kind() == anxin.language.Analysis.Kind.PRODUCT)
                .forEach(one -> words.add(one.text()));
        var rest = new ArrayList<String>();
        var piece = PIECE.matcher(text);
        while (piece.find()) {
            if (Character.UnicodeScript.of(piece.group().codePointAt(0))
                    == Character.UnicodeScript.HAN) {
                for (var part : STOP_HAN.split(piece.group())) {
                    if (part.length() > 1 && part.length() <= LONGEST_HAN) {
                        rest.add(part);
                    }
                }
            } else if (piece.group().length() > 2
                    && STOP.values().stream()
                            .noneMatch(stop -> stop.contains(lower(piece.group())))) {
                rest.add(lower(piece.group()));
            }
        }
        rest.sort((one, other) -> other.length() - one.length());
        for (var word : rest) {
            if (words.stream().noneMatch(known -> known.contains(word))) {
                words.add(word);
            }
        }
        return words.stream().limit(MOST).toList();
    }

    private static String lower(String word) {
        return word.toLowerCase(Locale.ROOT);
    }

    private static Map<String, Set<String>> stopWords() {
        var stop = new HashMap<String, Set<String>>();
        for (var line : Tables.read("/language/text/stopwords.tsv")) {
            var cells = line.split("\t", -1);
            stop.computeIfAbsent(cells[0], language -> new TreeSet<>())
                    .addAll(List.of(cells[1].split(" ")));
        }
        return stop;
    }

    private static Pattern stopHan() {
        var words = new ArrayList<>(STOP.getOrDefault("zh", Set.of()));
        words.sort((one, other) -> other.length() - one.length());
        return Pattern.compile(String.join("|", words));
    }
}
