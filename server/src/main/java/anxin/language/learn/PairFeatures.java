package anxin.language.learn;

import anxin.language.text.Pinyin;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * In what two questions differ: their pieces, their meaning, their numbers, whether one of them
 * says no, and what they ask for.
 */
final class PairFeatures {

    private static final Pattern NUMBER =
            Pattern.compile("\\d+(?:\\.\\d+)?|[一二三四五六七八九十两百千万]+(?=[天日月年个次元块号期分])");
    private static final Pattern NO =
            Pattern.compile(
                    "不(?!好意思|错)|没|无法|无|未|别(?!的)|非(?!常)|勿|\\bnot?\\b|n't\\b|\\bnever\\b|\\bwithout\\b|\\bunable\\b");
    private static final List<Pattern> ASKS =
            List.of(
                    Pattern.compile("为什么|为何|怎么回事|原因|\\bwhy\\b"),
                    Pattern.compile("怎么(?!回事|样)|如何|怎样|方法|步骤|\\bhow (?:do|can|to|should)\\b"),
                    Pattern.compile("多少|几|\\bhow (?:much|many)\\b"),
                    Pattern.compile("什么时候|几时|何时|多久|几天|多长时间|\\bwhen\\b|\\bhow long\\b"),
                    Pattern.compile("哪里|哪儿|在哪|\\bwhere\\b"),
                    Pattern.compile("谁|\\bwho\\b"),
                    Pattern.compile(
                            "吗|是否|能不能|可不可以|可以.*[?？]?|能否|\\b(?:can|could|is it|do you|may)\\b"),
                    Pattern.compile("什么是|是什么|啥意思|什么意思|\\bwhat (?:is|are|does)\\b"));
    private static final String[][] OPPOSITES = {
        {"开通", "关闭|取消|注销"},
        {"提前", "延期|推迟|晚|逾期"},
        {"增加|提高|提升|上调", "减少|降低|下调"},
        {"买", "卖"},
        {"借", "还"},
        {"大", "小"},
        {"收", "退"},
        {"进|入", "出"},
        {"前", "后"},
        {"before", "after"},
        {"cancel", "confirm|keep"},
        {"increase", "decrease|lower"},
        {"open|activate", "close|deactivate"}
    };
    private static final Pattern[][] OPPOSED = opposed();

    private final Map<String, Float> rarity;

    private PairFeatures(Map<String, Float> rarity) {
        this.rarity = rarity;
    }

    /** Knows how rare each piece of the texts is. */
    static PairFeatures of(List<String> texts) {
        var counts = new HashMap<String, Integer>();
        for (var text : texts) {
            for (var piece : new HashSet<>(pieces(text, 2))) {
                counts.merge(piece, 1, Integer::sum);
            }
        }
        var rarity = new HashMap<String, Float>();
        counts.forEach(
                (piece, count) ->
                        rarity.put(piece, (float) Math.log((1.0 + texts.size()) / (1 + count))));
        return new PairFeatures(rarity);
    }

    float[] of(String a, String b, float[] meaningA, float[] meaningB) {
        var features = new Numbers();
        features.add(dot(meaningA, meaningB));
        for (int length = 1; length <= 3; length++) {
            var piecesA = new TreeSet<>(pieces(a, length));
            var piecesB = new TreeSet<>(pieces(b, length));
            overlap(piecesA, piecesB, features);
        }
        overlap(sounds(a), sounds(b), features);
        rare(a, b, features);
        features.add(longestCommon(a, b) / (float) Math.max(1, Math.min(a.length(), b.length())));
        features.add(edits(a, b) / (float) Math.max(1, Math.max(a.length(), b.length())));
        features.add(Math.min(a.length(), b.length()));
        features.add(
                Math.abs(a.length() - b.length())
                        / (float) Math.max(1, Math.max(a.length(), b.length())));
        features.add(common(a, b, true));
        features.add(common(a, b, false));
        var numbersA = found(NUMBER, a);
        var numbersB = found(NUMBER, b);
        features.add(numbersA.equals(numbersB) ? 0 : 1);
        features.add(numbersA.isEmpty() || numbersB.isEmpty() ? 0 : 1);
        long noA = NO.matcher(a).results().count();
        long noB = NO.matcher(b).results().count();
        features.add(noA % 2 == noB % 2 ? 0 : 1);
        features.add(Math.abs(noA - noB));
        asks(a, b, features);
        features.add(opposed(a, b) ? 1 : 0);
        return features.toArray();
    }

    private void rare(String a, String b, Numbers into) {
        for (int length = 1; length <= 2; length++) {
            var inA = new HashSet<>(pieces(a, length));
            var inB = new HashSet<>(pieces(b, length));
            float both = 0;
            float onlyA = 0;
            float onlyB = 0;
            float most = 0;
            for (var piece : inA) {
                float weight = rarity.getOrDefault(piece, 8f);
                if (inB.contains(piece)) {
                    both += weight;
                } else {
                    onlyA += weight;
                    most = Math.max(most, weight);
                }
            }
            for (var piece : inB) {
                if (!inA.contains(piece)) {
                    float weight = rarity.getOrDefault(piece, 8f);
                    onlyB += weight;
                    most = Math.max(most, weight);
                }
            }
            float all = Math.max(1e-3f, both + onlyA + onlyB);
            into.add(both / all);
            into.add(Math.min(onlyA, onlyB));
            into.add(Math.max(onlyA, onlyB));
            into.add(most);
        }
    }

    private static void overlap(Set<String> a, Set<String> b, Numbers into) {
        var both = new TreeSet<>(a);
        both.retainAll(b);
        into.add(both.size() / (float) Math.max(1, a.size() + b.size() - both.size()));
        into.add(both.size() / (float) Math.max(1, Math.min(a.size(), b.size())));
    }

    private static void asks(String a, String b, Numbers into) {
        int same = 0;
        int different = 0;
        for (var ask : ASKS) {
            boolean inA = ask.matcher(a).find();
            boolean inB = ask.matcher(b).find();
            same += inA && inB ? 1 : 0;
            different += inA == inB ? 0 : 1;
        }
        into.add(same);
        into.add(different);
    }

    private static boolean opposed(String a, String b) {
        for (var pair : OPPOSED) {
            if (apart(pair, a, b) || apart(pair, b, a)) {
                return true;
            }
        }
        return false;
    }

    private static boolean apart(Pattern[] pair, String a, String b) {
        return pair[0].matcher(a).find()
                && pair[1].matcher(b).find()
                && !pair[1].matcher(a).find()
                && !pair[0].matcher(b).find();
    }

    private static Pattern[][] opposed() {
        return Arrays.stream(OPPOSITES)
                .map(pair -> Arrays.stream(pair).map(Pattern::compile).toArray(Pattern[]::new))
                .toArray(Pattern[][]::new);
    }

    private static Set<String> found(Pattern pattern, String text) {
        var found = new TreeSet<String>();
        var matcher = pattern.matcher(text);
        while (matcher.find()) {
            found.add(matcher.group());
        }
        return found;
    }

    /** Characters of Chinese, words of what has spaces, in runs. */
    static List<String> pieces(String text, int length) {
        var units =
                text.matches(".*[a-z]{2}.* .*[a-z].*")
                        ? List.of(text.split("[^\\p{L}\\p{N}']+"))
                        : text.codePoints()
                                .filter(Character::isLetterOrDigit)
                                .mapToObj(Character::toString)
                                .toList();
        var pieces = new java.util.ArrayList<String>();
        for (int from = 0; from + length <= units.size(); from++) {
            pieces.add(String.join(" ", units.subList(from, from + length)));
        }
        return pieces;
    }

    private static Set<String> sounds(String text) {
        var sounds = new TreeSet<String>();
        text.codePoints()
                .map(Pinyin::fuzzy)
                .filter(sound -> sound >= 0)
                .forEach(sound -> sounds.add(Integer.toString(sound)));
        return sounds;
    }

    private static float dot(float[] a, float[] b) {
        float sum = 0;
        for (int d = 0; d < a.length; d++) {
            sum += a[d] * b[d];
        }
        return sum;
    }

    private static int longestCommon(String a, String b) {
        int best = 0;
        var row = new int[b.length() + 1];
        for (int i = 1; i <= a.length(); i++) {
            for (int j = b.length(); j > 0; j--) {
                row[j] = a.charAt(i - 1) == b.charAt(j - 1) ? row[j - 1] + 1 : 0;
                best = Math.max(best, row[j]);
            }
        }
        return best;
    }

    private static int edits(String a, String b) {
        var row = new int[b.length() + 1];
        Arrays.setAll(row, j -> j);
        for (int i = 1; i <= a.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int above = row[j];
                int same = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                row[j] = Math.min(same, Math.min(above, row[j - 1]) + 1);
                diagonal = above;
            }
        }
        return row[b.length()];
    }

    private static int common(String a, String b, boolean atStart) {
        int most = Math.min(a.length(), b.length());
        int same = 0;
        while (same < most
                && a.charAt(atStart ? same : a.length() - 1 - same)
                        == b.charAt(atStart ? same : b.length() - 1 - same)) {
            same++;
        }
        return same;
    }

    private static final class Numbers {
        private float[] values = new float[48];
        private int size;

        void add(float value) {
            values[size++] = value;
        }

        float[] toArray() {
            return Arrays.copyOf(values, size);
        }
    }
}
