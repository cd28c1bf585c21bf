package anxin.knowledge.gaps;

import anxin.identity.Caller;
import anxin.identity.Names;
import anxin.identity.Needs;
import anxin.identity.Permission;
import anxin.kernel.ShopId;
import anxin.kernel.page.Page;
import anxin.kernel.problem.Problem;
import anxin.knowledge.articles.ArticleDrafts;
import anxin.knowledge.gaps.AskedStore.Row;
import anxin.knowledge.gaps.AskedStore.Share;
import anxin.knowledge.gaps.GapStore.Act;
import anxin.knowledge.gaps.GapStore.Gap;
import anxin.knowledge.gaps.GapStore.Kind;
import anxin.knowledge.gaps.GapStore.State;
import io.swagger.v3.oas.annotations.Operation;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What nobody could answer, and what was done about it. */
@RestController
@RequestMapping("/api/v1/shops/{shop}/gaps")
class GapController {

    private static final int QUESTIONS = 20;
    private static final int PHRASINGS = 12;
    private static final Duration BEFORE = Duration.ofDays(28);

    /**
     * What became of the questions.
     *
     * @param since when the article went live; null: not yet
     * @param askedBefore in the four weeks before
     */
    record GapEffect(
            @Nullable Instant since,
            int askedBefore,
            int answeredBefore,
            int askedSince,
            int answeredSince) {}

    /**
     * @param name the words that its questions share
     * @param example the most typical of them
     * @param asked how many were asked in the last four weeks and not answered
     * @param article the draft that was begun for it
     */
    record GapView(
            UUID id,
            String language,
            String name,
            String example,
            int asked,
            List<String> questions,
            @Nullable String reply,
            State state,
            @Nullable Kind kind,
            @Nullable UUID article,
            @Nullable String intent,
            @Nullable String actedBy,
            @Nullable Instant actedAt,
            Instant foundAt,
            GapEffect effect) {}

    /**
     * @param wanted whether somebody asked for a look and it has not been done yet
     * @param questions how many questions the last look saw
     */
    record GapMining(boolean wanted, @Nullable Instant minedAt, int questions, int answered) {}

    /**
     * @param intent the key of the intent that was made of it, when it is one
     */
    record GapDraft(
            @NotNull(message = "不能为空 | must be there") Kind kind,
            @Nullable @Size(max = 64, message = "过长 | too long") String intent) {}

    private final GapStore store;
    private final AskedStore asked;
    private final GapWatch watch;
    private final ArticleDrafts articles;
    private final Names names;
    private final Clock clock;

    GapController(
            GapStore store,
            AskedStore asked,
            GapWatch watch,
            ArticleDrafts articles,
            Names names,
            Clock clock) {
        this.store = store;
        this.asked = asked;
        this.watch = watch;
        this.articles = articles;
        this.names = names;
        this.clock = clock;
    }

    @Needs(Permission.KNOWLEDGE_READ)
    @GetMapping
    @Operation(summary = "What nobody could answer, the most asked first")
    Page<GapView> listGaps(
            @PathVariable ShopId shop,
            @RequestParam(defaultValue = "OPEN") State state,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(defaultValue = "20")
                    @Min(value = 1, message = "1到50 | 1 to 50")
                    @Max(value = 50, message = "1到50 | 1 to 50")
                    int size,
            Caller.Permitted caller) {
        caller.requireIn(shop);
        return store.page(shop, state, after, size).map(gap -> view(shop, gap));
    }

    @Needs(Permission.KNOWLEDGE_READ)
    @GetMapping("/mining")
    @Operation(summary = "When gaps were looked for last")
    GapMining getGapMining(@PathVariable ShopId shop, Caller.Permitted caller) {
        caller.requireIn(shop);
        return mining(shop);
    }

    @Needs(Permission.KNOWLEDGE_WRITE)
    @PutMapping("/mining")
    @Operation(summary = "Looks for gaps now rather than at the end of the week")
    GapMining mineGaps(@PathVariable ShopId shop, Caller.Permitted caller) {
        caller.requireIn(shop);
        watch.want(shop);
        return mining(shop);
    }

    private GapMining mining(ShopId shop) {
        var mining = store.mining(shop);
        return new GapMining(
                mining.wanted(), mining.minedAt(), mining.questions(), mining.answered());
    }

    @Needs(Permission.KNOWLEDGE_WRITE)
    @PutMapping("/{id}/draft")
    @Transactional
    @Operation(summary = "Begins an article with the gap's questions, or notes its intent")
    public GapView draftGap(
            @PathVariable ShopId shop,
            @PathVariable UUID id,
            @RequestBody @Valid GapDraft body,
            Caller.Permitted caller) {
        caller.requireIn(shop);
        var gap = find(shop, id);
        var intent = body.intent();
        if (body.kind() == Kind.INTENT && (intent == null || intent.isBlank())) {
            throw Problem.invalid("/intent", "请给出意图的编号", "name the intent");
        }
        if (body.kind() == Kind.ARTICLE && gap.articleId() == null) {
            begin(caller, shop, gap);
        }
        var act =
                new Act(
                        State.DRAFTED,
                        body.kind(),
                        body.kind() == Kind.ARTICLE ? gap.id() : null,
                        body.kind() == Kind.INTENT ? intent : null);
        store.act(shop, id, act, caller.actor(), clock.instant());
        return view(shop, find(shop, id));
    }

    /** The article has the id of its gap, so that twice begins one. */
    private void begin(Caller caller, ShopId shop, Gap gap) {
        var rows = asked.of(shop, gap.id(), false, QUESTIONS);
        var phrasings =
                rows.stream()
                        .map(Row::text)
                        .filter(text -> !text.equals(gap.example()))
                        .map(text -> text.length() <= 200 ? text : text.substring(0, 200))
                        .distinct()
                        .limit(PHRASINGS)
                        .toList();
        var reply = reply(rows);
        var question =
                gap.example().length() <= 200 ? gap.example() : gap.example().substring(0, 200);
        articles.begin(
                caller,
                shop,
                gap.id(),
                new ArticleDrafts.Begun(
                        gap.language(),
                        question,
                        phrasings,
                        reply == null ? unanswered(gap, question) : reply));
    }

    private static String unanswered(Gap gap, String question) {
        return gap.language().equals("zh")
                ? "（请写下“" + question + "”的答案，再提交审核。）"
                : "(Write the answer to “" + question + "”, then hand it in for review.)";
    }

    /** What an agent answered to most of them, or at most length. */
    private static @Nullable String reply(List<Row> rows) {
        return rows.stream()
                .map(Row::reply)
                .filter(Objects::nonNull)
                .max(Comparator.comparingInt(String::length))
                .orElse(null);
    }

    @Needs(Permission.KNOWLEDGE_WRITE)
    @PutMapping("/{id}/dismissal")
    @Operation(summary = "Says that nothing is to be done about a gap")
    GapView dismissGap(@PathVariable ShopId shop, @PathVariable UUID id, Caller.Permitted caller) {
        caller.requireIn(shop);
        find(shop, id);
        store.act(
                shop,
                id,
                new Act(State.DISMISSED, null, null, null),
                caller.actor(),
                clock.instant());
        return view(shop, find(shop, id));
    }

    private Gap find(ShopId shop, UUID id) {
        return store.find(shop, id).orElseThrow(() -> Problem.missing("gap"));
    }

    private GapView view(ShopId shop, Gap gap) {
        var rows = asked.of(shop, gap.id(), false, QUESTIONS);
        var by = gap.actedBy();
        return new GapView(
                gap.id(),
                gap.language(),
                gap.name(),
                gap.example(),
                gap.asked(),
                rows.stream().map(Row::text).distinct().toList(),
                reply(rows),
                gap.state(),
                gap.kind(),
                gap.articleId(),
                gap.intent(),
                by == null ? null : names.of(List.of(by)).getOrDefault(by, by),
                gap.actedAt(),
                gap.foundAt(),
                effect(shop, gap));
    }

    private GapEffect effect(ShopId shop, Gap gap) {
        var now = clock.instant();
        var since = since(shop, gap);
        if (since == null) {
            var before = asked.share(shop, gap.id(), now.minus(BEFORE), now);
            return new GapEffect(null, before.asked(), before.answered(), 0, 0);
        }
        Share before = asked.share(shop, gap.id(), since.minus(BEFORE), since);
        Share after = asked.share(shop, gap.id(), since, now.plusSeconds(1));
        return new GapEffect(
                since, before.asked(), before.answered(), after.asked(), after.answered());
    }

    /** An article counts when it is live, an intent when it was made. */
    private @Nullable Instant since(ShopId shop, Gap gap) {
        var article = gap.articleId();
        if (article != null) {
            return articles.liveSince(shop, article).orElse(null);
        }
        return gap.kind() == Kind.INTENT ? gap.actedAt() : null;
    }
}
