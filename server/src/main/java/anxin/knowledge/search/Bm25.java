package anxin.knowledge.search;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Which texts have a question's pieces, the rare ones before the common; BM25. */
final class Bm25 {

    private static final float SATURATION = 0.6f;
    private static final float LENGTH = 0.4f;

    /** The texts that have a piece, and how often. */
    private record Postings(int[] texts, float[] weights) {}

    private final Map<String, Postings> postings = new HashMap<>();
    private final Map<String, Float> rarity = new HashMap<>();
    private final int size;

    /** The rarity of what no text has. */
    private final float unknown;

    Bm25(List<List<String>> texts) {
        size = texts.size();
        unknown = (float) Math.log(1 + (size + 0.5) / 0.5);
        double sum = 0;
        for (var text : texts) {
            sum += text.size();
        }
        double mean = Math.max(1, sum / Math.max(1, size));
        var found = new HashMap<String, List<float[]>>();
        for (int i = 0; i < size; i++) {
            var counts = new HashMap<String, Integer>();
            texts.get(i).forEach(piece -> counts.merge(piece, 1, Integer::sum));
            double norm = SATURATION * (1 - LENGTH + LENGTH * texts.get(i).size() / mean);
            int text = i;
            counts.forEach(
                    (piece, count) ->
                            found.computeIfAbsent(piece, p -> new ArrayList<>())
                                    .add(
                                            new float[] {
                                                text,
                                                (float) (count * (SATURATION + 1) / (count + norm))
                                            }));
        }
        found.forEach(
                (piece, in) -> {
                    float rare = (float) Math.log(1 + (size - in.size() + 0.5) / (in.size() + 0.5));
                    rarity.put(piece, rare);
                    var of = new int[in.size()];
                    var weights = new float[in.size()];
                    for (int n = 0; n < of.length; n++) {
                        of[n] = (int) in.get(n)[0];
                        weights[n] = rare * in.get(n)[1];
                    }
                    postings.put(piece, new Postings(of, weights));
                });
    }

    /** Of each text how much it has of the question: 1 is about all that can be. */
    float[] scores(List<String> question) {
        var scores = new float[size];
        float most = 0;
        for (var piece : new HashSet<>(question)) {
            most += rarity(piece);
            var in = postings.get(piece);
            if (in != null) {
                for (int n = 0; n < in.texts().length; n++) {
                    scores[in.texts()[n]] += in.weights()[n];
                }
            }
        }
        if (most > 0) {
            for (int i = 0; i < size; i++) {
                scores[i] /= most;
            }
        }
        return scores;
    }

    float rarity(String piece) {
        return rarity.getOrDefault(piece, unknown);
    }

    /** How much of what is said in {@code a}, by its rarity, is said in {@code b}. */
    float covered(Set<String> a, Set<String> b) {
        float all = 0;
        float both = 0;
        for (var piece : a) {
            float rare = rarity(piece);
            all += rare;
            both += b.contains(piece) ? rare : 0;
        }
        return all == 0 ? 0 : both / all;
    }

    /** How rare the rarest piece of {@code a} is that is not in {@code b}, 0 to 1. */
    float rarestMissing(Set<String> a, Set<String> b) {
        float rarest = 0;
        for (var piece : a) {
            rarest = b.contains(piece) ? rarest : Math.max(rarest, rarity(piece));
        }
        return rarest / unknown;
    }
}
