package anxin.aftersales.template;

import anxin.aftersales.template.Wordings.Words;
import anxin.kernel.Text;
import anxin.language.Wording;
import anxin.messaging.OutboundMessage.Channel;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Whether a wording can be saved: its variables, its length, and that it says what comes next. */
final class Check {

    /** One thing to mend in {@code part}, {@code subject} or {@code body}. */
    record Finding(
            String part, int from, int to, String code, Text problem, @Nullable String proposal) {}

    /** How much a channel carries. */
    record Limits(int subject, int body) {}

    private static final Map<Channel, Limits> LIMITS =
            Map.of(
                    Channel.EMAIL, new Limits(200, 20_000),
                    Channel.SMS, new Limits(0, 500),
                    Channel.WEB_PUSH, new Limits(60, 240),
                    Channel.APP_PUSH, new Limits(60, 240));

    private Check() {}

    static Limits limits(Channel channel) {
        var limits = LIMITS.get(channel);
        if (limits == null) {
            throw new IllegalStateException("no limits for " + channel);
        }
        return limits;
    }

    static List<Finding> of(Step step, Channel channel, String language, Words wording) {
        var findings = new ArrayList<Finding>();
        var limits = limits(channel);
        part(step, language, "subject", wording.subject(), limits.subject(), findings);
        part(step, language, "body", wording.body(), limits.body(), findings);
        if (limits.subject() > 0 && wording.subject().isBlank()) {
            findings.add(whole("subject", "", "missing", "请填写标题", "give it a subject"));
        }
        if (wording.body().isBlank()) {
            findings.add(whole("body", "", "missing", "请填写正文", "write a text"));
        } else {
            promises(step, language, wording.body(), findings);
        }
        return findings;
    }

    private static void part(
            Step step,
            String language,
            String part,
            String text,
            int most,
            List<Finding> findings) {
        variables(step, part, text, findings);
        for (var vague : Wording.check(text, language)) {
            findings.add(
                    new Finding(
                            part,
                            vague.from(),
                            vague.to(),
                            "no-time",
                            vague.problem(),
                            vague.proposal()));
        }
        if (text.codePointCount(0, text.length()) > most) {
            findings.add(
                    whole(
                            part,
                            text,
                            "too-long",
                            most == 0 ? "短信没有标题" : "这个渠道最多" + most + "个字",
                            most == 0
                                    ? "an SMS has no subject"
                                    : "this channel carries " + most + " characters"));
        }
    }

    private static void variables(Step step, String part, String text, List<Finding> findings) {
        var known =
                Variable.of(step).stream()
                        .collect(
                                Collectors.toMap(
                                        Variable::name, Function.identity(), (one, same) -> one));
        var inBlanks = new HashSet<Integer>();
        for (var blank : Filling.blanks(text)) {
            for (int i = blank.from(); i < blank.to(); i++) {
                inBlanks.add(i);
            }
            var variable = known.get(blank.name());
            if (variable == null) {
                findings.add(
                        new Finding(
                                part,
                                blank.from(),
                                blank.to(),
                                "unknown-variable",
                                Text.of(
                                        "这一步没有变量 {" + blank.name() + "}",
                                        "This step knows no {" + blank.name() + "}"),
                                null));
            } else if (blank.format() != null
                    && !variable.kind().formats().contains(blank.format())) {
                findings.add(
                        new Finding(
                                part,
                                blank.from(),
                                blank.to(),
                                "wrong-format",
                                Text.of(
                                        "{%s} 不能写成“%s”格式，可用：%s"
                                                .formatted(
                                                        blank.name(),
                                                        blank.format(),
                                                        formats(variable, "无")),
                                        "{%s} cannot be written as “%s”; it can as: %s"
                                                .formatted(
                                                        blank.name(),
                                                        blank.format(),
                                                        formats(variable, "nothing else"))),
                                "{" + blank.name() + "}"));
            }
        }
        for (int i = 0; i < text.length(); i++) {
            var brace = text.charAt(i);
            if ((brace == '{' || brace == '}') && !inBlanks.contains(i)) {
                findings.add(
                        new Finding(
                                part,
                                i,
                                i + 1,
                                "loose-brace",
                                Text.of(
                                        "多出的“" + brace + "”，变量应写成 {by}",
                                        "A loose “" + brace + "”; a variable is written {by}"),
                                null));
            }
        }
    }

    private static String formats(Variable variable, String none) {
        var formats = variable.kind().formats();
        return formats.isEmpty()
                ? none
                : formats.stream().sorted().collect(Collectors.joining("、"));
    }

    /** What comes next, by when, and so what the customer has to do. */
    private static void promises(Step step, String language, String body, List<Finding> findings) {
        Set<String> named =
                Filling.blanks(body).stream().map(Filling.Blank::name).collect(Collectors.toSet());
        if (!step.isFollowUp() && !named.contains("nextStep")) {
            findings.add(
                    new Finding(
                            "body",
                            0,
                            body.length(),
                            "no-next-step",
                            Text.of(
                                    "没有说接下来会发生什么，请写入 {nextStep}",
                                    "It does not say what happens next; name {nextStep}"),
                            proposed(body, language)));
        }
        if (!named.contains("by")) {
            findings.add(
                    new Finding(
                            "body",
                            0,
                            body.length(),
                            "no-deadline",
                            Text.of("没有说最晚什么时候，请写入 {by}", "It does not say by when; name {by}"),
                            proposed(body, language)));
        }
    }

    private static String proposed(String body, String language) {
        return body.strip()
                + switch (language) {
                    case "zh" -> " 下一步：{nextStep}，最晚{by}。";
                    case "ja" -> " {nextStep}、{by}までに。";
                    case "es" -> " {nextStep}, antes del {by}.";
                    default -> " Next: {nextStep}, by {by}.";
                };
    }

    private static Finding whole(String part, String text, String code, String zh, String en) {
        return new Finding(part, 0, text.length(), code, Text.of(zh, en), null);
    }
}
