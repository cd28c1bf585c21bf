package anxin.language;

import anxin.kernel.Text;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Finds words that promise without saying when. A vague word is fine in a sentence that also names
 * the time: “尽快，最晚今天 18:00 前” passes, “尽快处理” does not.
 */
public final class Wording {

    /**
     * One place to mend.
     *
     * @param from where the word begins, and {@code to} where it ends, in characters
     * @param proposal the whole sentence, put better
     */
    public record Finding(int from, int to, String words, Text problem, String proposal) {}

    /** Where a sentence begins and ends, in characters. */
    public record Sentence(int from, int to) {}

    private static final Pattern ASCII_WORD = Pattern.compile("\\p{ASCII}+");

    private Wording() {}

    public static List<Finding> check(String text, String language) {
        var tongue = Tongue.of(language);
        var findings = new ArrayList<Finding>();
        for (var one : sentences(text, language)) {
            checkSentence(text, one.from(), one.to(), tongue, findings);
        }
        // A Chinese template may still say “ASAP”, an English one “尽快”.
        for (var other : List.of(Tongue.CHINESE, Tongue.ENGLISH)) {
            if (other != tongue && findings.isEmpty() && mayBeIn(other, text)) {
                for (var one : sentences(text, language)) {
                    checkSentence(text, one.from(), one.to(), other, findings);
                }
            }
        }
        findings.sort(Comparator.comparingInt(Finding::from));
        return findings;
    }

    /** The sentences of a text, each with the spaces before it. */
    public static List<Sentence> sentences(String text, String language) {
        var sentences = new ArrayList<Sentence>();
        int start = 0;
        for (int end : sentenceEnds(text, Tongue.of(language))) {
            sentences.add(new Sentence(start, end));
            start = end;
        }
        return sentences;
    }

    private static boolean mayBeIn(Tongue other, String text) {
        return other == Tongue.ENGLISH || !ASCII_WORD.matcher(text).matches();
    }

    private static List<Integer> sentenceEnds(String text, Tongue tongue) {
        var ends = new ArrayList<Integer>();
        var end = tongue.sentenceEnd().matcher(text);
        while (end.find()) {
            ends.add(end.end());
        }
        if (ends.isEmpty() || ends.getLast() < text.length()) {
            ends.add(text.length());
        }
        return ends;
    }

    private static void checkSentence(
            String text, int start, int end, Tongue tongue, List<Finding> findings) {
        var sentence = text.substring(start, end);
        var named = times(sentence, tongue);
        if (named) {
            return;
        }
        var taken = new boolean[sentence.length() + 1];
        for (var vague : tongue.vague().entrySet()) {
            var found = vague.getKey().matcher(sentence);
            while (found.find()) {
                if (taken[found.start()]) {
                    continue;
                }
                for (int i = found.start(); i < found.end(); i++) {
                    taken[i] = true;
                }
                var better =
                        sentence.substring(0, found.start())
                                + vague.getValue()
                                + sentence.substring(found.end());
                findings.add(
                        new Finding(
                                start + found.start(),
                                start + found.end(),
                                found.group(),
                                Text.of(
                                        "“%s”没有说明时间，请写明最晚什么时候".formatted(found.group()),
                                        "“%s” names no time; say by when at the latest"
                                                .formatted(found.group())),
                                better.strip()));
            }
        }
    }

    private static boolean times(String sentence, Tongue tongue) {
        return tongue.limit().matcher(sentence).find();
    }
}
