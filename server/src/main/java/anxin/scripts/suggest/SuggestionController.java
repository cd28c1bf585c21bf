package anxin.scripts.suggest;

import anxin.identity.Caller;
import anxin.identity.Needs;
import anxin.identity.Permission;
import anxin.kernel.Text;
import anxin.language.Analysis;
import anxin.scripts.library.BlankNames;
import anxin.scripts.library.Blanks;
import anxin.scripts.library.Wording;
import io.swagger.v3.oas.annotations.Operation;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Scripts that fit a conversation, and what was made of them. */
@RestController
@RequestMapping("/api/v1/conversations/{id}/script-suggestions")
class SuggestionController {

    /**
     * @param typed words to look for; without them, what fits the customer's last words
     */
    record ScriptsWanted(
            @Nullable @Size(max = 200, message = "最多200字 | at most 200 characters") String typed) {}

    /** A blank that the agent is asked for. */
    record BlankAsked(String name, String label) {}

    /**
     * @param text with what is known put into its blanks
     * @param missing the blanks that are left, in the order in which they are read
     * @param intent what the customer wants that it fits, in words
     * @param soothes whether it is said first because the customer is upset
     */
    record ScriptSuggestion(
            UUID id,
            String key,
            String language,
            String scene,
            String text,
            List<BlankAsked> missing,
            @Nullable String intent,
            Wording.Mood emotion,
            boolean soothes) {}

    /**
     * @param mood how the customer feels
     */
    record ScriptSuggestions(
            String language, Wording.Mood mood, boolean upset, List<ScriptSuggestion> items) {}

    /**
     * @param text as it was put into the answer, its blanks filled
     */
    record ScriptTaken(
            @NotBlank(message = "不能为空 | must be there") String key,
            @NotBlank(message = "不能为空 | must be there") String language,
            @NotBlank(message = "不能为空 | must be there")
                    @Size(max = 8000, message = "最多8000字 | at most 8,000 characters")
                    String text) {}

    private final Suggest suggest;
    private final BlankNames names;

    SuggestionController(Suggest suggest, BlankNames names) {
        this.suggest = suggest;
        this.names = names;
    }

    @Needs(Permission.SCRIPT_READ)
    @PostMapping
    @Operation(summary = "What may be said next, the best first, with what is known filled in")
    ScriptSuggestions suggestScripts(
            @PathVariable UUID id,
            @RequestBody @Valid ScriptsWanted body,
            Caller.Permitted caller,
            Locale reader) {
        var typed = body.typed();
        var found = suggest.in(caller, id, typed == null ? "" : typed.strip());
        var heard = found.heard();
        var intents =
                heard == null
                        ? Map.<String, Text>of()
                        : heard.intents().stream()
                                .collect(
                                        Collectors.toMap(
                                                Analysis.Intent::key,
                                                Analysis.Intent::name,
                                                (one, same) -> one));
        var situation = found.situation();
        return new ScriptSuggestions(
                found.language(),
                situation.mood(),
                situation.isUpset(),
                found.offered().stream()
                        .map(
                                one -> {
                                    var text =
                                            Blanks.filled(
                                                    one.script().wording().text(),
                                                    situation.blanks());
                                    var intent = intents.get(one.intent());
                                    return new ScriptSuggestion(
                                            one.id(),
                                            one.script().key(),
                                            one.script().language(),
                                            one.script().wording().scene(),
                                            text,
                                            asked(text, reader),
                                            intent == null ? null : intent.in(reader),
                                            one.script().wording().emotion(),
                                            one.soothes());
                                })
                        .toList());
    }

    private List<BlankAsked> asked(String text, Locale reader) {
        return Blanks.of(text).stream()
                .map(name -> new BlankAsked(name, names.of(name).in(reader)))
                .toList();
    }

    @Needs(Permission.SCRIPT_READ)
    @PutMapping("/{suggestion}")
    @Operation(summary = "Says that a suggestion was put into the answer, and with which words")
    void takeScript(
            @PathVariable UUID id,
            @PathVariable UUID suggestion,
            @RequestBody @Valid ScriptTaken body,
            Caller.Permitted caller) {
        suggest.take(
                caller,
                id,
                suggestion,
                new Suggest.Taken(body.key(), body.language(), body.text()));
    }
}
