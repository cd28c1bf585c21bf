package anxin.conversation.search;

import anxin.conversation.search.Search.Mark;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** The piece of a text around what was looked for, with the places to be marked. */
record Snippet(String text, List<Mark> marks) {

    private static final int BEFORE = 30;
    private static final int LONGEST = 160;

    static Snippet of(String text, List<String> runs) {
        var line = text.replaceAll("\\s", " ");
        // A letter whose small form is longer would shift every mark; then there are none.
        var small = line.toLowerCase(Locale.ROOT);
        var marks = new ArrayList<Mark>();
        if (small.length() == line.length()) {
            for (var run : runs) {
                for (var at = small.indexOf(run); at >= 0; at = small.indexOf(run, at + 1)) {
                    marks.add(new Mark(at, at + run.length()));
                }
            }
        }
        marks.sort(Comparator.comparing(Mark::from));
        var from = marks.isEmpty() ? 0 : Math.max(0, marks.getFirst().from() - BEFORE);
        if (from > 0 && Character.isLowSurrogate(line.charAt(from))) {
            from--;
        }
        var to = Math.min(line.length(), from + LONGEST);
        return cut(line, joined(marks), from, to);
    }

    private static List<Mark> joined(List<Mark> marks) {
        var joined = new ArrayList<Mark>();
        for (var mark : marks) {
            var last = joined.isEmpty() ? null : joined.getLast();
            if (last != null && mark.from() <= last.to()) {
                joined.set(
                        joined.size() - 1, new Mark(last.from(), Math.max(last.to(), mark.to())));
            } else {
                joined.add(mark);
            }
        }
        return joined;
    }

    private static Snippet cut(String line, List<Mark> marks, int from, int to) {
        var start = from == 0 ? "" : "…";
        var shift = start.length() - from;
        var inside =
                marks.stream()
                        .filter(mark -> mark.to() <= to)
                        .map(mark -> new Mark(mark.from() + shift, mark.to() + shift))
                        .toList();
        return new Snippet(
                start + line.substring(from, to) + (to < line.length() ? "…" : ""), inside);
    }
}
