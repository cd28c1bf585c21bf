package anxin.scripts.library;

import anxin.identity.Caller;
import anxin.identity.Needs;
import anxin.identity.Permission;
import anxin.kernel.ShopId;
import anxin.kernel.page.Cursor;
import anxin.kernel.page.Page;
import anxin.kernel.problem.Problem;
import anxin.kernel.web.IfMatch;
import anxin.language.Intents;
import anxin.scripts.library.ScriptStore.Which;
import anxin.scripts.library.ScriptViews.ScriptItem;
import anxin.scripts.library.ScriptViews.ScriptVersionView;
import anxin.scripts.library.ScriptViews.ScriptView;
import io.swagger.v3.oas.annotations.Operation;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The library of scripts of a shop, as its people work on it. */
@RestController
@RequestMapping("/api/v1/shops/{shop}/scripts")
class ScriptController {

    private static final String MISSING = "不能为空 | must be there";
    private static final String LANGUAGES = "zh|en|ja|es|th|vi|id|ms|tl";
    private static final java.util.regex.Pattern KEY =
            java.util.regex.Pattern.compile("[a-z0-9][a-z0-9._-]{1,63}");

    /** Which scripts a list shows. */
    enum ScriptList {
        ALL,
        DRAFT,
        REVIEW,
        LIVE,
        STALE,
        AWAY
    }

    /**
     * @param scene where it stands in the library: order, delivery, after-sale, …
     * @param intents what the customer may want when it fits
     * @param text with {@code {{blanks}}} that are filled for each customer
     * @param freshDays after so many days somebody must say that it still holds; 180 without it
     */
    record ScriptDraft(
            @NotNull(message = MISSING)
                    @Pattern(
                            regexp = "[a-z][a-z0-9-]{1,29}",
                            message = "小写字母、数字或连字符 | small letters, digits, hyphens")
                    String scene,
            @NotNull(message = MISSING)
                    @Size(min = 1, max = 10, message = "1到10个意图 | 1 to 10 intents")
                    List<@NotBlank(message = MISSING) String> intents,
            @NotNull(message = MISSING) Wording.Mood emotion,
            @NotNull(message = MISSING) Wording.Tone tone,
            @NotNull(message = MISSING) Wording.Channel channel,
            @NotNull(message = MISSING) Wording.State state,
            @NotBlank(message = MISSING)
                    @Size(max = 2000, message = "最多2000字 | at most 2,000 characters")
                    String text,
            @Nullable
                    @Min(value = 1, message = "1到730 | 1 to 730")
                    @Max(value = 730, message = "1到730 | 1 to 730")
                    Integer freshDays) {}

    record ScriptApproval(
            @Nullable @Size(max = 500, message = "最多500字 | at most 500 characters") String note) {}

    record ScriptSentBack(
            @NotBlank(message = "请说明原因 | say why")
                    @Size(max = 500, message = "最多500字 | at most 500 characters")
                    String note) {}

    record ScriptBroughtBack(
            @NotNull(message = MISSING) @Min(value = 0, message = "0或以上 | 0 or more")
                    Integer number) {}

    record ScriptVote(
            @NotNull(message = MISSING) Boolean good,
            @Nullable @Size(max = 300, message = "最多300字 | at most 300 characters")
                    String reason) {}

    record SceneCount(String scene, int count) {}

    record ScriptCounts(
            int all,
            int draft,
            int review,
            int live,
            int stale,
            int away,
            List<SceneCount> scenes) {}

    private final Shelf shelf;
    private final ScriptActs acts;
    private final ScriptStore store;
    private final ScriptViews views;
    private final Intents intents;
    private final Clock clock;

    ScriptController(
            Shelf shelf,
            ScriptActs acts,
            ScriptStore store,
            ScriptViews views,
            Intents intents,
            Clock clock) {
        this.shelf = shelf;
        this.acts = acts;
        this.store = store;
        this.views = views;
        this.intents = intents;
        this.clock = clock;
    }

    @Needs(Permission.SCRIPT_READ)
    @GetMapping
    @Operation(summary = "The scripts of a shop: its own over the shipped ones, by their keys")
    Page<ScriptItem> listScripts(
            @PathVariable ShopId shop,
            @RequestParam(defaultValue = "ALL") ScriptList list,
            @RequestParam(required = false) @Nullable String language,
            @RequestParam(required = false) @Nullable String scene,
            @RequestParam(required = false) @Nullable String intent,
            @RequestParam(required = false) @Nullable String q,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(defaultValue = "50")
                    @Min(value = 1, message = "1到200 | 1 to 200")
                    @Max(value = 200, message = "1到200 | 1 to 200")
                    int size,
            Caller.Permitted caller,
            Locale reader) {
        caller.requireIn(shop);
        var called = q == null || q.isBlank() ? null : views.intentNames(shop);
        var words = q == null ? "" : q.strip().toLowerCase(Locale.ROOT);
        var found =
                shelf.all(shop).stream()
                        .filter(shown(list, clock.instant()))
                        .filter(one -> language == null || one.language().equals(language))
                        .filter(one -> scene == null || one.wording().scene().equals(scene))
                        .filter(one -> intent == null || one.wording().intents().contains(intent))
                        .filter(
                                one ->
                                        called == null
                                                || searched(one, called::getOrDefault)
                                                        .contains(words))
                        .filter(behind(after))
                        .limit(size + 1L)
                        .toList();
        var page = Page.of(found, size, one -> Cursor.at(one.key(), one.language()));
        return views.items(shop, page, reader);
    }

    /** What the intent of a key is called, or the key. */
    private interface Called {
        String of(String key, String otherwise);
    }

    private static String searched(Shelf.Item item, Called called) {
        var wording = item.wording();
        return (item.key()
                        + "\n"
                        + wording.text()
                        + "\n"
                        + wording.intents().stream()
                                .map(key -> called.of(key, key))
                                .collect(Collectors.joining("\n")))
                .toLowerCase(Locale.ROOT);
    }

    private static Predicate<Shelf.Item> behind(@Nullable String after) {
        var cursor = Cursor.decode(after, 2);
        if (cursor == null) {
            return one -> true;
        }
        return one -> {
            int order = one.key().compareTo(cursor.text(0));
            return order > 0 || (order == 0 && one.language().compareTo(cursor.text(1)) > 0);
        };
    }

    private static Predicate<Shelf.Item> shown(ScriptList list, Instant now) {
        return switch (list) {
            case ALL -> one -> true;
            case DRAFT -> one -> one.status() == Shelf.Status.DRAFT;
            case REVIEW -> one -> one.status() == Shelf.Status.REVIEW;
            case LIVE -> Shelf.Item::live;
            case STALE -> one -> one.live() && one.isStale(now);
            case AWAY -> one -> one.status() == Shelf.Status.AWAY;
        };
    }

    @Needs(Permission.SCRIPT_READ)
    @GetMapping("/counts")
    @Operation(summary = "How many scripts each list and each scene has")
    ScriptCounts countScripts(
            @PathVariable ShopId shop,
            @RequestParam(required = false) @Nullable String language,
            Caller.Permitted caller) {
        caller.requireIn(shop);
        var all =
                shelf.all(shop).stream()
                        .filter(one -> language == null || one.language().equals(language))
                        .toList();
        var scenes =
                all.stream()
                        .collect(
                                Collectors.groupingBy(
                                        one -> one.wording().scene(), Collectors.counting()));
        return new ScriptCounts(
                all.size(),
                count(all, ScriptList.DRAFT),
                count(all, ScriptList.REVIEW),
                count(all, ScriptList.LIVE),
                count(all, ScriptList.STALE),
                count(all, ScriptList.AWAY),
                scenes.entrySet().stream()
                        .map(one -> new SceneCount(one.getKey(), one.getValue().intValue()))
                        .sorted(Comparator.comparing(SceneCount::scene))
                        .toList());
    }

    private int count(List<Shelf.Item> all, ScriptList list) {
        return (int) all.stream().filter(shown(list, clock.instant())).count();
    }

    @Needs(Permission.SCRIPT_READ)
    @GetMapping("/{key}/{language}")
    @Operation(summary = "A script: what is live of it and what is being written")
    ScriptView getScript(
            @PathVariable ShopId shop,
            @PathVariable String key,
            @PathVariable String language,
            Caller.Permitted caller,
            Locale reader,
            HttpServletResponse response) {
        caller.requireIn(shop);
        var which = new Which(shop, key, language);
        return answer(caller, which, acts.find(which), reader, response);
    }

    @Needs(Permission.SCRIPT_READ)
    @GetMapping("/{key}/{language}/versions")
    @Operation(summary = "All versions of a script, the newest first, the shipped one last")
    Page<ScriptVersionView> listScriptVersions(
            @PathVariable ShopId shop,
            @PathVariable String key,
            @PathVariable String language,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(defaultValue = "20")
                    @Min(value = 1, message = "1到100 | 1 to 100")
                    @Max(value = 100, message = "1到100 | 1 to 100")
                    int size,
            Caller.Permitted caller,
            Locale reader) {
        caller.requireIn(shop);
        var which = new Which(shop, key, language);
        acts.find(which);
        return views.versions(which, store.versions(which, after, size), reader);
    }

    @Needs(Permission.SCRIPT_WRITE)
    @PutMapping("/{key}/{language}/draft")
    @Operation(summary = "Writes a script, or a change of one; If-Match \"0\" for an untouched one")
    ScriptView saveScriptDraft(
            @PathVariable ShopId shop,
            @PathVariable String key,
            @PathVariable String language,
            @RequestHeader(name = "If-Match", required = false) @Nullable String match,
            @RequestBody @Valid ScriptDraft body,
            Caller.Permitted caller,
            Locale reader,
            HttpServletResponse response) {
        caller.requireIn(shop);
        var which = named(shop, key, language);
        var days = body.freshDays();
        var saved =
                acts.save(
                        caller,
                        which,
                        IfMatch.version(match),
                        days == null ? ScriptActs.FRESH_DAYS : days,
                        wording(shop, body));
        return answer(caller, which, saved, reader, response);
    }

    private static Which named(ShopId shop, String key, String language) {
        if (!KEY.matcher(key).matches()) {
            throw Problem.invalid(
                    "/key",
                    "小写字母、数字、点和连字符，2到64个",
                    "2 to 64 small letters, digits, dots and hyphens");
        }
        if (!List.of(LANGUAGES.split("\\|")).contains(language)) {
            throw Problem.invalid("/language", "不支持的语言", "zh, en, ja, es, th, vi, id, ms or tl");
        }
        return new Which(shop, key, language);
    }

    private Wording wording(ShopId shop, ScriptDraft body) {
        var text = body.text().strip();
        if (Blanks.areDamaged(text)) {
            throw Problem.invalid(
                    "/text",
                    "变量要写成 {{名称}}，名称用英文字母、数字和下划线",
                    "a blank is written {{name}}, with letters, digits and underscores");
        }
        var known = intents.of(shop).stream().map(Intents.Intent::key).collect(Collectors.toSet());
        if (!known.containsAll(body.intents())) {
            throw Problem.invalid(
                    "/intents", "包含本店没有的意图", "names an intent that the shop does not have");
        }
        return new Wording(
                body.scene(),
                body.intents().stream().distinct().toList(),
                body.emotion(),
                body.tone(),
                body.channel(),
                body.state(),
                text);
    }

    @Needs(Permission.SCRIPT_WRITE)
    @DeleteMapping("/{key}/{language}/draft")
    @Operation(summary = "Throws away what is being written on a script")
    void discardScriptDraft(
            @PathVariable ShopId shop,
            @PathVariable String key,
            @PathVariable String language,
            @RequestHeader(name = "If-Match", required = false) @Nullable String match,
            Caller.Permitted caller) {
        caller.requireIn(shop);
        acts.discard(caller, new Which(shop, key, language), IfMatch.version(match));
    }

    @Needs(Permission.SCRIPT_WRITE)
    @PutMapping("/{key}/{language}/submission")
    @Operation(summary = "Hands in what was written on a script for a review by somebody else")
    ScriptView submitScript(
            @PathVariable ShopId shop,
            @PathVariable String key,
            @PathVariable String language,
            @RequestHeader(name = "If-Match", required = false) @Nullable String match,
            Caller.Permitted caller,
            Locale reader,
            HttpServletResponse response) {
        caller.requireIn(shop);
        var which = new Which(shop, key, language);
        var changed = acts.submit(caller, which, IfMatch.version(match));
        return answer(caller, which, changed, reader, response);
    }

    @Needs(Permission.SCRIPT_REVIEW)
    @PutMapping("/{key}/{language}/approval")
    @Operation(summary = "Puts somebody else's wording live")
    ScriptView approveScript(
            @PathVariable ShopId shop,
            @PathVariable String key,
            @PathVariable String language,
            @RequestHeader(name = "If-Match", required = false) @Nullable String match,
            @RequestBody @Valid ScriptApproval body,
            Caller.Permitted caller,
            Locale reader,
            HttpServletResponse response) {
        caller.requireIn(shop);
        var which = new Which(shop, key, language);
        var changed = acts.approve(caller, which, IfMatch.version(match), body.note());
        return answer(caller, which, changed, reader, response);
    }

    @Needs(Permission.SCRIPT_REVIEW)
    @PutMapping("/{key}/{language}/refusal")
    @Operation(summary = "Sends somebody else's wording back with the reason")
    ScriptView sendScriptBack(
            @PathVariable ShopId shop,
            @PathVariable String key,
            @PathVariable String language,
            @RequestHeader(name = "If-Match", required = false) @Nullable String match,
            @RequestBody @Valid ScriptSentBack body,
            Caller.Permitted caller,
            Locale reader,
            HttpServletResponse response) {
        caller.requireIn(shop);
        var which = new Which(shop, key, language);
        var changed = acts.refuse(caller, which, IfMatch.version(match), body.note().strip());
        return answer(caller, which, changed, reader, response);
    }

    @Needs(Permission.SCRIPT_WRITE)
    @PutMapping("/{key}/{language}/confirmation")
    @Operation(summary = "Says that what is live of a script still holds")
    ScriptView confirmScript(
            @PathVariable ShopId shop,
            @PathVariable String key,
            @PathVariable String language,
            @RequestHeader(name = "If-Match", required = false) @Nullable String match,
            Caller.Permitted caller,
            Locale reader,
            HttpServletResponse response) {
        caller.requireIn(shop);
        var which = new Which(shop, key, language);
        var changed = acts.confirm(caller, which, IfMatch.version(match));
        return answer(caller, which, changed, reader, response);
    }

    @Needs(Permission.SCRIPT_REVIEW)
    @PutMapping("/{key}/{language}/live")
    @Operation(summary = "Brings back a version that was approved; 0 is the shipped wording")
    ScriptView bringScriptBack(
            @PathVariable ShopId shop,
            @PathVariable String key,
            @PathVariable String language,
            @RequestHeader(name = "If-Match", required = false) @Nullable String match,
            @RequestBody @Valid ScriptBroughtBack body,
            Caller.Permitted caller,
            Locale reader,
            HttpServletResponse response) {
        caller.requireIn(shop);
        var which = new Which(shop, key, language);
        var changed = acts.bringBack(caller, which, IfMatch.version(match), body.number());
        return answer(caller, which, changed, reader, response);
    }

    @Needs(Permission.SCRIPT_REVIEW)
    @PutMapping("/{key}/{language}/withdrawal")
    @Operation(summary = "Takes a script away; its versions stay")
    ScriptView takeScriptAway(
            @PathVariable ShopId shop,
            @PathVariable String key,
            @PathVariable String language,
            @RequestHeader(name = "If-Match", required = false) @Nullable String match,
            Caller.Permitted caller,
            Locale reader,
            HttpServletResponse response) {
        caller.requireIn(shop);
        var which = new Which(shop, key, language);
        var changed = acts.takeAway(caller, which, IfMatch.version(match));
        return answer(caller, which, changed, reader, response);
    }

    @Needs(Permission.SCRIPT_READ)
    @PutMapping("/{key}/{language}/vote")
    @Operation(summary = "Says whether a live script is good, and why; a later word replaces it")
    void voteOnScript(
            @PathVariable ShopId shop,
            @PathVariable String key,
            @PathVariable String language,
            @RequestBody @Valid ScriptVote body,
            Caller.Permitted caller) {
        caller.requireIn(shop);
        var reason = body.reason();
        acts.vote(
                caller,
                new Which(shop, key, language),
                body.good(),
                reason == null || reason.isBlank() ? null : reason.strip());
    }

    private ScriptView answer(
            Caller.Permitted caller,
            Which which,
            Script script,
            Locale reader,
            HttpServletResponse response) {
        response.setHeader("ETag", IfMatch.etag(script.revision()));
        return views.view(caller, which, script, reader);
    }
}
