package anxin.aftersales.template;

import anxin.aftersales.cases.TimelineText;
import anxin.kernel.Text;
import anxin.messaging.OutboundMessage.Channel;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * One thing a customer is told about: every step of the timeline, a colleague's message, and the
 * question a day after the end.
 *
 * @param channels by which it is told when the shop says nothing else
 */
public record Step(String name, Text what, Set<Channel> channels) {

    public static final String STAFF_WROTE = "STAFF_WROTE";
    public static final String FOLLOW_UP = "FOLLOW_UP";
    public static final String RETURN_REMINDER = "RETURN_REMINDER";

    private static final Pattern VARIABLE = Pattern.compile("\\{(\\w+)}");
    private static final Set<Channel> QUIETLY =
            EnumSet.of(Channel.EMAIL, Channel.WEB_PUSH, Channel.APP_PUSH);
    private static final Set<Channel> LOUDLY = EnumSet.allOf(Channel.class);

    /** Where money moves, somebody has to act, or it ends: worth a text message. */
    private static final Set<String> WORTH_AN_SMS =
            Set.of(
                    "DECIDED_APPROVED",
                    "DECIDED_EVIDENCE",
                    "DECIDED_OPTIONS",
                    "DECIDED_REFUSED",
                    "EVIDENCE_ASKED",
                    "APPROVED",
                    "REFUSED",
                    "STATUTORY_APPROVED",
                    "OPTIONS_OFFERED",
                    "INSPECTION_MISMATCH",
                    "REFUND_ARRIVED",
                    "PAID_OFFLINE",
                    "STORE_CONFIRMED",
                    "STORE_DENIED",
                    "REPLACEMENT_SENT",
                    "REPLACEMENT_GONE",
                    "PARCEL_LOST",
                    "RAN_OUT",
                    "RESOLVED",
                    "RESOLVED_BY_SILENCE",
                    "SOLUTION_OFFERED",
                    "REMEDY_MADE",
                    RETURN_REMINDER,
                    "ARBITRATED",
                    STAFF_WROTE,
                    FOLLOW_UP);

    private static final Map<String, Step> ALL = all();

    private static Map<String, Step> all() {
        var steps = new LinkedHashMap<String, Step>();
        for (var text : TimelineText.values()) {
            add(steps, text.name(), text.pattern());
        }
        add(steps, STAFF_WROTE, Text.of("{author}给您留言：{text}", "{author} wrote to you: {text}"));
        add(
                steps,
                FOLLOW_UP,
                Text.of("您的售后已结束一天，问题解决了吗", "Your case ended a day ago: is it solved"));
        add(
                steps,
                RETURN_REMINDER,
                Text.of(
                        "还有{hours}小时退货就到期，到期未寄出申请会关闭",
                        "{hours} hours are left to return the goods; after that the request is closed"));
        return java.util.Collections.unmodifiableMap(steps);
    }

    private static void add(Map<String, Step> steps, String name, Text what) {
        steps.put(name, new Step(name, what, WORTH_AN_SMS.contains(name) ? LOUDLY : QUIETLY));
    }

    public static List<Step> list() {
        return List.copyOf(ALL.values());
    }

    public static Optional<Step> find(String name) {
        return Optional.ofNullable(ALL.get(name));
    }

    public boolean isFollowUp() {
        return name.equals(FOLLOW_UP);
    }

    /** What this step alone can name, in the order of its text. */
    List<String> ownVariables() {
        var found = VARIABLE.matcher(what.zh());
        return found.results().map(match -> match.group(1)).distinct().toList();
    }

    /** For the list: the text with its blanks left open. */
    public Text label() {
        return Text.of(open(what.zh()), open(what.en()));
    }

    private static String open(String text) {
        return VARIABLE.matcher(text).replaceAll("…");
    }
}
