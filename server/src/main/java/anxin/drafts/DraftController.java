package anxin.drafts;

import anxin.conversation.Conversations;
import anxin.conversation.Conversations.Known;
import anxin.identity.Caller;
import anxin.identity.Caller.Staff;
import anxin.identity.Needs;
import anxin.identity.Permission;
import anxin.kernel.ShopId;
import anxin.kernel.problem.Problem;
import anxin.knowledge.Knowledge;
import anxin.language.Drafting;
import anxin.language.Drafting.Draft.Unavailable;
import anxin.language.Drafting.Draft.Unfounded;
import anxin.language.Drafting.Draft.Written;
import anxin.language.Drafting.Errand;
import anxin.language.Drafting.Line;
import anxin.language.Drafting.Purpose;
import anxin.language.Drafting.Source;
import anxin.language.Drafting.Who;
import anxin.language.Meaning;
import io.swagger.v3.oas.annotations.Operation;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What a shop's language model drafts for its staff, where the shop has connected one. */
@RestController
@RequestMapping("/api/v1")
class DraftController {

    private static final int LINES = 40;

    /** Nothing is shown for what is not here. */
    record DraftingView(Set<Purpose> purposes) {}

    /**
     * @param language to write in; null: an answer in the customer's, a summary in the reader's
     */
    record NewDraft(
            @NotNull(message = "请选择用途 | choose the use") Kind kind,
            @Nullable @Pattern(regexp = LANGUAGES, message = LANGUAGES) String language) {}

    enum Kind {
        ANSWER,
        SUMMARY
    }

    record NewTranslation(
            @NotBlank(message = "缺少文字 | the text is missing")
                    @Size(max = 2_000, message = "最多2000字 | at most 2,000 characters")
                    String text,
            @NotNull(message = "缺少语言 | the language is missing")
                    @Pattern(regexp = LANGUAGES, message = LANGUAGES)
                    String to) {}

    /**
     * A draft that held against its sources; to be read before it is used.
     *
     * @param sources what it was made from, by their questions
     */
    record DraftView(String text, String language, String model, List<String> sources) {}

    private static final String LANGUAGES = "zh|en|ja|es|th|vi|id|ms|tl";

    private final Drafting drafting;
    private final Conversations conversations;
    private final Knowledge knowledge;
    private final Meaning meaning;

    DraftController(
            Drafting drafting, Conversations conversations, Knowledge knowledge, Meaning meaning) {
        this.drafting = drafting;
        this.conversations = conversations;
        this.knowledge = knowledge;
        this.meaning = meaning;
    }

    @Needs(Permission.CONVERSATION_READ)
    @GetMapping("/shops/{shop}/drafting")
    @Operation(summary = "What the shop's language model may be asked for; nothing without one")
    DraftingView showDrafting(@PathVariable ShopId shop, Caller.Permitted caller) {
        caller.requireIn(shop);
        return new DraftingView(drafting.purposes(shop));
    }

    @Needs(Permission.CONVERSATION_ANSWER)
    @PostMapping("/conversations/{id}/drafts")
    @Operation(
            summary = "Drafts an answer from what the shop knows, or sums the conversation up",
            description =
                    "Nothing is kept and nothing sent. What states a number, date, amount or promise"
                            + " that is not in its sources is refused.")
    DraftView draftInConversation(
            @PathVariable UUID id, @RequestBody @Valid NewDraft body, Staff staff, Locale reader) {
        var known = find(staff, id);
        var talk = conversations.lines(staff, id, LINES);
        var lines =
                talk.stream()
                        .map(line -> new Line(line.theirs() ? Who.CUSTOMER : Who.SHOP, line.text()))
                        .toList();
        return switch (body.kind()) {
            case ANSWER -> answer(known, lines, body.language(), staff, reader);
            case SUMMARY -> {
                var language = body.language() == null ? reader.getLanguage() : body.language();
                var errand =
                        new Errand(
                                known.shop(),
                                Purpose.SUMMARY,
                                lines,
                                List.of(),
                                language,
                                personal(known));
                yield draft(errand, List.of(), staff, reader);
            }
        };
    }

    private DraftView answer(
            Known known, List<Line> lines, @Nullable String wanted, Staff staff, Locale reader) {
        var asked =
                lines.reversed().stream()
                        .filter(line -> line.who() == Who.CUSTOMER && !line.text().isBlank())
                        .findFirst()
                        .map(Line::text)
                        .orElseThrow(
                                () ->
                                        Problem.refused(
                                                "nothing-asked",
                                                "客户还没有说话",
                                                "The customer has said nothing yet"));
        var found = knowledge.answer(known.shop(), asked, null);
        var sources = new ArrayList<Source>();
        Stream.concat(Stream.ofNullable(found.sure()), found.related().stream())
                .forEach(
                        one ->
                                sources.add(
                                        new Source(
                                                "S" + (sources.size() + 1),
                                                one.question(),
                                                one.basis() == null
                                                        ? one.answer()
                                                        : one.answer() + "\n" + one.basis())));
        var errand =
                new Errand(
                        known.shop(),
                        Purpose.ANSWER,
                        lines,
                        sources,
                        wanted == null ? meaning.languages(asked).getFirst() : wanted,
                        personal(known));
        return draft(errand, sources.stream().map(Source::title).toList(), staff, reader);
    }

    @Needs(Permission.CONVERSATION_ANSWER)
    @PostMapping("/conversations/{id}/translations")
    @Operation(summary = "Translates a message of the conversation, or an answer to it")
    DraftView translateInConversation(
            @PathVariable UUID id,
            @RequestBody @Valid NewTranslation body,
            Staff staff,
            Locale reader) {
        var known = find(staff, id);
        var errand =
                new Errand(
                        known.shop(),
                        Purpose.TRANSLATION,
                        List.of(new Line(Who.CUSTOMER, body.text())),
                        List.of(),
                        body.to(),
                        personal(known));
        return draft(errand, List.of(), staff, reader);
    }

    private Known find(Staff staff, UUID id) {
        return conversations
                .find(staff, id, null)
                .orElseThrow(() -> Problem.missing("conversation"));
    }

    private static Set<String> personal(Known known) {
        var personal = new HashSet<String>();
        Stream.of(known.customerName(), known.customerId(), known.orderNo())
                .filter(one -> one != null && !one.isBlank())
                .forEach(personal::add);
        return personal;
    }

    private DraftView draft(Errand errand, List<String> sources, Staff staff, Locale reader) {
        return switch (drafting.draft(errand, staff.actor())) {
            case Written written ->
                    new DraftView(written.text(), errand.language(), written.model(), sources);
            case Unfounded unfounded ->
                    throw Problem.refused(
                            "draft-unfounded",
                            "没有可用的草稿：" + unfounded.because().zh(),
                            "No draft can be used: " + unfounded.because().en());
            case Unavailable unavailable -> throw trouble(unavailable);
        };
    }

    private static Problem trouble(Unavailable why) {
        return switch (why.trouble()) {
            case NOT_CONNECTED ->
                    Problem.refused(
                            "drafting-not-connected",
                            "店铺没有为此用途连接语言模型",
                            "The shop has connected no language model for this");
            case SPENT ->
                    Problem.refused(
                            "drafting-spent", "今天的用量已达上限", "What is allowed for today is used up");
            case BUSY ->
                    Problem.refused(
                            "drafting-busy",
                            "语言模型正忙，请再试一次",
                            "The language model is busy; try once more");
            case NO_ANSWER ->
                    Problem.refused(
                            "drafting-no-answer",
                            "语言模型没有应答，请自行撰写，或再试一次",
                            "The language model does not answer; write yourself, or try once more");
            case REFUSED ->
                    Problem.refused(
                            "drafting-refused",
                            "语言模型拒绝了请求，请联系管理员检查密钥和模型名称",
                            "The language model refused; have an administrator check its key and name");
        };
    }
}
