package anxin.language.learn;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Two texts as one row: which pieces stand in both, which in one alone, and how far they are apart.
 */
final class Contrast {

    private static final int LEAST = 3;
    private static final int LONGEST = 2;

    private final Map<String, Integer> known;

    private Contrast(Map<String, Integer> known) {
        this.known = known;
    }

    static Contrast of(List<SameQuestion.Pair> pairs) {
        var counts = new HashMap<String, Integer>();
        for (var pair : pairs) {
            marks(pair).forEach(mark -> counts.merge(mark, 1, Integer::sum));
        }
        var known = new HashMap<String, Integer>();
        counts.entrySet().stream()
                .filter(mark -> mark.getValue() >= LEAST)
                .map(Map.Entry::getKey)
                .sorted()
                .forEach(mark -> known.put(mark, known.size()));
        return new Contrast(known);
    }

    int size() {
        return known.size();
    }

    Row row(SameQuestion.Pair pair, float[] a, float[] b) {
        var vector = new float[2 * a.length];
        for (int d = 0; d < a.length; d++) {
            vector[d] = Math.abs(a[d] - b[d]);
            vector[a.length + d] = a[d] * b[d] * 8;
        }
        var found = new ArrayList<Integer>();
        for (var mark : marks(pair)) {
            var index = known.get(mark);
            if (index != null) {
                found.add(index);
            }
        }
        var index = found.stream().mapToInt(Integer::intValue).toArray();
        var value = new float[index.length];
        java.util.Arrays.fill(value, (float) (1 / Math.sqrt(Math.max(1, index.length))));
        return new Row(vector, index, value);
    }

    private static Set<String> marks(SameQuestion.Pair pair) {
        var marks = new LinkedHashSet<String>();
        for (int length = 1; length <= LONGEST; length++) {
            var a = new HashSet<>(PairFeatures.pieces(pair.a(), length));
            var b = new HashSet<>(PairFeatures.pieces(pair.b(), length));
            a.forEach(piece -> marks.add((b.contains(piece) ? "+" : "-") + piece));
            b.stream().filter(piece -> !a.contains(piece)).forEach(piece -> marks.add("-" + piece));
        }
        return marks;
    }
}
