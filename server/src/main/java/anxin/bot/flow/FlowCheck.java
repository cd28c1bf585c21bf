package anxin.bot.flow;

import anxin.bot.flow.FlowBook.Flow;
import anxin.bot.flow.FlowBook.Guide;
import anxin.bot.flow.FlowBook.Kind;
import anxin.kernel.Text;
import anxin.kernel.problem.Problem;
import anxin.kernel.problem.Problem.Field;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Whether a document can be talked by; each fault by its pointer. */
public final class FlowCheck {

    private static final int MOST_FLOWS = 30;
    private static final int MOST_GUIDES = 100;
    private static final int LONGEST = 1_000;
    private static final Pattern VALUE = Pattern.compile("\\{([a-z]+)}");
    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9-]{0,39}");
    private static final Set<String> TYPES =
            Set.of("RETURN_REFUND", "REFUND_ONLY", "EXCHANGE", "REPAIR", "RESEND", "COMPLAINT");

    private final FlowBook shipped;
    private final Set<String> reasons;
    private final List<Field> faults = new ArrayList<>();

    FlowCheck(FlowBook shipped, Set<String> reasons) {
        this.shipped = shipped;
        this.reasons = reasons;
    }

    /** A 400 with all that is wrong. */
    public static FlowBook read(
            JsonMapper json, JsonNode document, FlowBook shipped, Set<String> reasons) {
        FlowBook book;
        try {
            book = json.treeToValue(document, FlowBook.class);
        } catch (JacksonException e) {
            throw Problem.invalid(
                    "/document" + pointer(e), "内容不符合格式", "is not of the expected shape");
        }
        var check = new FlowCheck(shipped, reasons);
        check.book(book);
        if (!check.faults.isEmpty()) {
            throw Problem.invalid(check.faults);
        }
        return book;
    }

    private static String pointer(JacksonException e) {
        return e.getPath().stream()
                .map(
                        one ->
                                "/"
                                        + (one.getPropertyName() == null
                                                ? String.valueOf(one.getIndex())
                                                : one.getPropertyName()))
                .collect(Collectors.joining());
    }

    private void fault(String at, String zh, String en) {
        faults.add(new Field("/document" + at, Text.of(zh, en)));
    }

    private void book(@Nullable FlowBook book) {
        if (book == null
                || (Object) book.intents() == null
                || (Object) book.flows() == null
                || (Object) book.guides() == null
                || (Object) book.phrases() == null) {
            fault(
                    "",
                    "需要 intents、flows、guides 与 phrases",
                    "needs intents, flows, guides and phrases");
            return;
        }
        if (book.schema() != FlowBook.SCHEMA) {
            fault("/schema", "应为 1", "must be 1");
        }
        flows(book.flows());
        intents(book);
        guides(book.guides());
        phrases(book);
    }

    private void flows(List<Flow> flows) {
        if (flows.isEmpty() || flows.size() > MOST_FLOWS) {
            fault("/flows", "1到30个流程", "1 to 30 flows");
        }
        var names = new HashSet<String>();
        for (int i = 0; i < flows.size(); i++) {
            flow("/flows/" + i, flows.get(i), names);
        }
    }

    private void flow(String at, Flow flow, Set<String> names) {
        if ((Object) flow.name() == null
                || !NAME.matcher(flow.name()).matches()
                || !names.add(flow.name())) {
            fault(
                    at + "/name",
                    "小写字母、数字与短横线，且不重复",
                    "lower-case letters, digits and dashes, and its own");
        }
        text(at + "/title", flow.title(), Set.of());
        if (flow.type() != null && !TYPES.contains(flow.type())) {
            fault(at + "/type", "没有这种售后类型", "is no kind of case: " + String.join(", ", TYPES));
        }
        if (flow.reason() != null && !reasons.contains(flow.reason())) {
            fault(at + "/reason", "没有这个原因", "is no reason");
        }
        if ((Object) flow.slots() == null || flow.slots().isEmpty()) {
            fault(at + "/slots", "至少一项", "at least one");
            return;
        }
        if (flow.slots().getFirst().kept() != FlowBook.Kept.ORDER) {
            fault(at + "/slots/0/kept", "第一项应为 ORDER", "the first must be ORDER");
        }
        if (flow.reason() == null
                && flow.slots().stream().noneMatch(one -> one.kept() == FlowBook.Kept.REASON)) {
            fault(
                    at + "/slots",
                    "没有默认原因时需要收集 REASON",
                    "without a reason of its own it must collect REASON");
        }
        var kept = new HashSet<FlowBook.Kept>();
        for (int i = 0; i < flow.slots().size(); i++) {
            var slot = flow.slots().get(i);
            if ((Object) slot.kept() == null || !kept.add(slot.kept())) {
                fault(at + "/slots/" + i + "/kept", "缺少或重复", "is missing, or there twice");
            }
            text(at + "/slots/" + i + "/ask", slot.ask(), Set.of("n"));
        }
    }

    private void intents(FlowBook book) {
        book.intents()
                .forEach(
                        (intent, act) -> {
                            var at = "/intents/" + intent.replace("~", "~0").replace("/", "~1");
                            var flow = act.flow();
                            if ((Object) act.kind() == null) {
                                fault(at + "/kind", "缺少", "is missing");
                            } else if (act.kind() == Kind.FLOW
                                    && (flow == null || book.flow(flow).isEmpty())) {
                                fault(at + "/flow", "没有这个流程", "is no flow of this document");
                            }
                        });
    }

    private void guides(List<Guide> guides) {
        if (guides.size() > MOST_GUIDES) {
            fault("/guides", "最多100个", "at most 100");
        }
        var names = new HashSet<String>();
        for (int i = 0; i < guides.size(); i++) {
            var at = "/guides/" + i;
            var guide = guides.get(i);
            if ((Object) guide.name() == null
                    || !NAME.matcher(guide.name()).matches()
                    || !names.add(guide.name())) {
                fault(
                        at + "/name",
                        "小写字母、数字与短横线，且不重复",
                        "lower-case letters, digits and dashes, and its own");
            }
            words(at + "/about", guide.about());
            text(at + "/ask", guide.ask(), Set.of());
            if ((Object) guide.answers() == null || guide.answers().size() < 2) {
                fault(at + "/answers", "至少两个答案", "at least two answers");
                continue;
            }
            for (int j = 0; j < guide.answers().size(); j++) {
                var answer = guide.answers().get(j);
                text(at + "/answers/" + j + "/label", answer.label(), Set.of());
                text(at + "/answers/" + j + "/advice", answer.advice(), Set.of("value", "fit"));
                words(at + "/answers/" + j + "/words", answer.words());
            }
        }
    }

    private void words(String at, @Nullable List<String> words) {
        if (words == null || words.isEmpty() || words.stream().anyMatch(String::isBlank)) {
            fault(at, "至少一个词，且不能为空", "at least one word, and none empty");
        }
    }

    private void phrases(FlowBook book) {
        shipped.phrases()
                .forEach(
                        (name, words) -> {
                            var said = book.phrases().get(name);
                            if (said == null) {
                                fault("/phrases/" + name, "缺少这句话", "is missing");
                            } else {
                                text("/phrases/" + name, said, values(words));
                            }
                        });
    }

    private static Set<String> values(Text of) {
        var values = new HashSet<String>();
        for (var text : List.of(of.zh(), of.en())) {
            VALUE.matcher(text).results().forEach(one -> values.add(one.group(1)));
        }
        return values;
    }

    private void text(String at, @Nullable Text text, Set<String> known) {
        if (text == null || (Object) text.zh() == null || (Object) text.en() == null) {
            fault(at, "需要中文与英文", "needs Chinese and English");
            return;
        }
        if (text.zh().length() > LONGEST || text.en().length() > LONGEST) {
            fault(at, "最多1000个字符", "at most 1,000 characters");
        }
        for (var value : values(text)) {
            if (!known.contains(value)) {
                fault(at, "没有可填的 {" + value + "}", "{" + value + "} is not filled in here");
            }
        }
    }
}
