package anxin.language.endpoint;

import anxin.kernel.Text;
import anxin.language.Drafting.Errand;
import anxin.language.Drafting.Line;
import anxin.language.Drafting.Source;
import anxin.language.endpoint.Figures.Figure;
import anxin.language.text.Scripts;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Holds a draft against what it was made from, both with their marks: whoever reads it should find
 * no number, day, amount or promise in it that nobody has said before.
 */
final class SourceCheck {

    private static final int LONGEST = 4_000;

    private SourceCheck() {}

    /** Why it may not be used; empty when it may. */
    static Optional<Text> refuse(Errand hidden, Redaction redaction, String draft) {
        if (draft.isBlank()) {
            return because("模型没有写出内容", "the model wrote nothing");
        }
        if (draft.length() > LONGEST) {
            return because("内容过长", "it is too long");
        }
        if (!redaction.knows(draft)) {
            return because(
                    "提到了对话之外的姓名、号码或地址", "it names somebody or a number that nobody has named");
        }
        if (Personal.in(Redaction.withoutMarks(draft), List.of()).stream()
                .anyMatch(found -> found.kind() != Personal.Kind.NAME)) {
            return because(
                    "写入了来源中没有的号码、地址或链接", "it states a number, an address or a link of its own");
        }
        return switch (hidden.purpose()) {
            case ANSWER -> unfounded(draft, sources(hidden), true);
            case SUMMARY -> unfounded(draft, talk(hidden), false);
            case TRANSLATION -> unfaithful(hidden, draft);
            case OPINION ->
                    hidden.sources().stream().anyMatch(one -> one.key().equals(draft))
                            ? Optional.empty()
                            : because("回答不在可选项之内", "it is none of what was asked");
        };
    }

    private static Optional<Text> unfounded(String draft, String said, boolean promises) {
        var known = Figures.in(said);
        var values = known.stream().map(Figure::value).collect(Collectors.toSet());
        for (var figure : Figures.in(draft)) {
            boolean there =
                    figure.unit().isEmpty()
                            ? values.contains(figure.value())
                            : known.contains(figure);
            if (!there) {
                return because(
                        "出现来源中没有的数字、日期或金额",
                        "it states a number, a date or an amount that is not in its sources");
            }
        }
        if (promises) {
            var made = Promises.in(draft);
            made.removeAll(Promises.in(said));
            if (!made.isEmpty()) {
                var which =
                        made.stream()
                                .map(one -> one.name().toLowerCase(Locale.ROOT))
                                .collect(Collectors.joining(", "));
                return because(
                        "作出来源中没有的承诺（" + which + "）",
                        "it promises what is not in its sources (" + which + ")");
            }
        }
        return Optional.empty();
    }

    /** A translation says the same numbers, every one and no other. */
    private static Optional<Text> unfaithful(Errand hidden, String draft) {
        var text = talk(hidden);
        var before = values(text);
        var after = values(draft);
        var digits = Figures.in(text.replaceAll("[零〇一二两三四五六七八九十百千万半]", " "));
        boolean lost =
                digits.stream()
                        .filter(figure -> !figure.unit().equals("DAY"))
                        .anyMatch(figure -> !after.contains(figure.value()));
        if (lost || !before.containsAll(after)) {
            return because("译文中的数字与原文不同", "its numbers are not those of the original");
        }
        if (marks(text) != marks(draft)) {
            return because("译文遗漏了姓名或号码", "a name or a number got lost");
        }
        if (!Scripts.languages(Redaction.withoutMarks(draft)).contains(hidden.language())) {
            return because("译文不是所要的语言", "it is in another language than was asked for");
        }
        return Optional.empty();
    }

    private static HashSet<String> values(String text) {
        var values = new HashSet<String>();
        Figures.in(text).stream()
                .filter(figure -> !figure.unit().equals("DAY"))
                .forEach(figure -> values.add(figure.value()));
        return values;
    }

    private static long marks(String text) {
        return text.chars().filter(c -> c == Redaction.OPEN).count();
    }

    private static String sources(Errand of) {
        return of.sources().stream()
                .flatMap(source -> Stream.of(source.title(), source.text()))
                .collect(Collectors.joining("\n"));
    }

    private static String talk(Errand of) {
        return of.talk().stream().map(Line::text).collect(Collectors.joining("\n"));
    }

    static Source hide(Source of, Redaction redaction) {
        return new Source(of.key(), redaction.hide(of.title()), redaction.hide(of.text()));
    }

    private static Optional<Text> because(String zh, String en) {
        return Optional.of(Text.of(zh, en));
    }
}
