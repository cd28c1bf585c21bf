package anxin.language.learn;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.TreeMap;
import java.util.TreeSet;

/** What was said against what is true, in the figures by which it is usually judged. */
public final class Report {

    /**
     * One text.
     *
     * @param slice what kind of wording it is; empty: not told
     * @param confidence of what was said
     * @param inScope how probable it was held that the text belongs to any class
     */
    public record Answer(
            String slice, String truth, String said, float confidence, float inScope, String text) {

        public boolean right() {
            return truth.equals(said);
        }
    }

    private static final int BINS = 10;
    private static final int WORST = 10;

    private final List<Answer> inside;
    private final List<Answer> outside;

    private final String outOfScope;

    public Report(List<Answer> answers, String outOfScope) {
        this.outOfScope = outOfScope;
        inside = answers.stream().filter(this::isInside).toList();
        outside = answers.stream().filter(one -> !isInside(one)).toList();
    }

    private boolean isInside(Answer one) {
        return !one.truth().equals(outOfScope);
    }

    public double accuracy() {
        return share(inside);
    }

    private static double share(List<Answer> answers) {
        return answers.stream().filter(Answer::right).count() / (double) answers.size();
    }

    public double macroF1() {
        var right = new HashMap<String, Integer>();
        var wrong = new HashMap<String, Integer>();
        var classes = new TreeSet<String>();
        for (var one : inside) {
            classes.add(one.truth());
            if (one.right()) {
                right.merge(one.truth(), 1, Integer::sum);
            } else {
                wrong.merge(one.truth(), 1, Integer::sum);
                wrong.merge(one.said(), 1, Integer::sum);
            }
        }
        return classes.stream()
                .mapToDouble(
                        name -> {
                            double twice = 2.0 * right.getOrDefault(name, 0);
                            return twice == 0 ? 0 : twice / (twice + wrong.getOrDefault(name, 0));
                        })
                .average()
                .orElse(0);
    }

    /** How often a text of ours is held for ours more than one that is not. */
    double outOfScopeAuroc() {
        var all = new ArrayList<>(inside);
        all.addAll(outside);
        all.sort(Comparator.comparing(Answer::inScope));
        double ranks = 0;
        for (int from = 0; from < all.size(); ) {
            int to = from;
            int ours = 0;
            while (to < all.size() && all.get(to).inScope() == all.get(from).inScope()) {
                ours += isInside(all.get(to)) ? 1 : 0;
                to++;
            }
            ranks += ours * (from + 1 + to) / 2.0;
            from = to;
        }
        double in = inside.size();
        return (ranks - in * (in + 1) / 2) / (in * outside.size());
    }

    /** How far what was said of the certainty is from how often it was right. */
    public double calibrationError() {
        double error = 0;
        for (int bin = 0; bin < BINS; bin++) {
            int number = bin;
            var those =
                    inside.stream()
                            .filter(
                                    one ->
                                            Math.min(BINS - 1, (int) (one.confidence() * BINS))
                                                    == number)
                            .toList();
            if (!those.isEmpty()) {
                double said = those.stream().mapToDouble(Answer::confidence).average().orElse(0);
                error += Math.abs(said - share(those)) * those.size() / inside.size();
            }
        }
        return error;
    }

    public List<String> lines() {
        var lines = new ArrayList<String>();
        lines.add("texts                    %7d".formatted(inside.size()));
        lines.add("accuracy                 %7.2f %%".formatted(100 * accuracy()));
        lines.add("macro-F1                 %7.2f %%".formatted(100 * macroF1()));
        lines.add("calibration error (ECE)  %7.3f".formatted(calibrationError()));
        if (!outside.isEmpty()) {
            lines.add("out of scope             %7d texts".formatted(outside.size()));
            lines.add("out of scope, AUROC      %7.4f".formatted(outOfScopeAuroc()));
        }
        slices(lines);
        for (var pair : confusions()) {
            lines.add(
                    "%4d x %s taken for %s: %s"
                            .formatted(pair.count(), pair.truth(), pair.said(), pair.example()));
        }
        return lines;
    }

    private void slices(List<String> lines) {
        var slices = new TreeMap<String, List<Answer>>();
        inside.forEach(one -> slices.computeIfAbsent(one.slice(), s -> new ArrayList<>()).add(one));
        if (slices.size() > 1) {
            slices.forEach(
                    (slice, those) ->
                            lines.add(
                                    "   %-20s  %7.2f %% of %d"
                                            .formatted(slice, 100 * share(those), those.size())));
        }
    }

    /**
     * Two classes that are mixed up.
     *
     * @param example one of the texts
     */
    public record Confusion(String truth, String said, int count, String example) {}

    /** The pairs that are mixed up most. */
    public List<Confusion> confusions() {
        var pairs = new LinkedHashMap<String, List<Answer>>();
        inside.stream()
                .filter(one -> !one.right())
                .forEach(
                        one ->
                                pairs.computeIfAbsent(
                                                one.truth() + '\t' + one.said(),
                                                p -> new ArrayList<>())
                                        .add(one));
        return pairs.values().stream()
                .map(
                        those ->
                                new Confusion(
                                        those.getFirst().truth(),
                                        those.getFirst().said(),
                                        those.size(),
                                        those.getFirst().text()))
                .sorted(Comparator.comparing(Confusion::count).reversed())
                .limit(WORST)
                .toList();
    }
}
