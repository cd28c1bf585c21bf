package anxin.knowledge.articles;

import anxin.identity.Caller;
import anxin.identity.Needs;
import anxin.identity.Permission;
import anxin.kernel.ShopId;
import anxin.kernel.page.Page;
import anxin.kernel.problem.Problem;
import anxin.kernel.web.IfMatch;
import anxin.knowledge.articles.ArticleViews.ArticleItem;
import anxin.knowledge.articles.ArticleViews.ArticleVersionView;
import anxin.knowledge.articles.ArticleViews.ArticleView;
import anxin.knowledge.articles.ArticleViews.CreditView;
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
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The library of a shop, as its people work on it. */
@RestController
@RequestMapping("/api/v1/shops/{shop}/articles")
class ArticleController {

    static final String LANGUAGES = "zh|en|ja|es|th|vi|id|ms|tl";
    static final String UNKNOWN_LANGUAGE = "zh, en, ja, es, th, vi, id, ms, tl";
    static final String MISSING = "不能为空 | must be there";
    static final String LONG_QUESTION = "最多200字 | at most 200 characters";
    static final String LONG_ANSWER = "最多10000字 | at most 10,000 characters";
    static final int LONGEST_ANSWER = 10_000;

    /**
     * @param phrasings other ways to ask the same
     * @param answer text, with the little of Markdown that the help pages understand
     * @param products SKUs that it is about; none is all
     * @param freshDays after so many days somebody must say that it still holds; 180 without it
     */
    record ArticleDraft(
            Article.@Nullable Kind kind,
            @NotNull(message = MISSING) @Pattern(regexp = LANGUAGES, message = UNKNOWN_LANGUAGE)
                    String language,
            @NotBlank(message = MISSING) @Size(max = 200, message = LONG_QUESTION) String question,
            @Nullable @Size(max = 60, message = "最多60种问法 | at most 60 phrasings")
                    List<
                                    @NotBlank(message = MISSING)
                                    @Size(max = 200, message = LONG_QUESTION) String>
                            phrasings,
            @NotBlank(message = MISSING) @Size(max = LONGEST_ANSWER, message = LONG_ANSWER)
                    String answer,
            @Nullable Audience audience,
            @Nullable @Size(max = 100, message = "最多100个商品 | at most 100 products")
                    List<
                                    @NotBlank(message = MISSING)
                                    @Size(max = 64, message = "过长 | too long") String>
                            products,
            @Nullable Instant validFrom,
            @Nullable Instant validUntil,
            @Nullable
                    @Min(value = 1, message = "1到730 | 1 to 730")
                    @Max(value = 730, message = "1到730 | 1 to 730")
                    Integer freshDays) {

        Library.Writing writing() {
            var from = validFrom;
            var until = validUntil;
            if (from != null && until != null && !until.isAfter(from)) {
                throw Problem.invalid("/validUntil", "应晚于开始时间", "must be after its beginning");
            }
            var days = freshDays;
            return new Library.Writing(
                    kind == null ? Article.Kind.FAQ : kind,
                    language,
                    days == null ? Library.FRESH_DAYS : days,
                    new Article.Text(
                            question.strip(),
                            stripped(phrasings),
                            answer.strip(),
                            audience == null ? Audience.CUSTOMER : audience,
                            stripped(products),
                            from,
                            until));
        }

        private static List<String> stripped(@Nullable List<String> texts) {
            return texts == null
                    ? List.of()
                    : texts.stream().map(String::strip).distinct().toList();
        }
    }

    record ArticleApproval(
            @Nullable @Size(max = 500, message = "最多500字 | at most 500 characters") String note) {}

    record SentBack(
            @NotBlank(message = "请说明原因 | say why")
                    @Size(max = 500, message = "最多500字 | at most 500 characters")
                    String note) {}

    record Previewed(
            @NotBlank(message = MISSING) @Size(max = LONGEST_ANSWER, message = LONG_ANSWER)
                    String answer) {}

    record AnswerPreview(String html) {}

    record ArticleCounts(int draft, int review, int proposed, int live, int stale, int away) {}

    private final Library library;
    private final ArticleStore store;
    private final ArticleViews views;
    private final Clock clock;

    ArticleController(Library library, ArticleStore store, ArticleViews views, Clock clock) {
        this.library = library;
        this.store = store;
        this.views = views;
        this.clock = clock;
    }

    @Needs(Permission.KNOWLEDGE_READ)
    @GetMapping
    @Operation(summary = "The articles of a shop, those changed last first")
    Page<ArticleItem> listArticles(
            @PathVariable ShopId shop,
            @RequestParam(defaultValue = "ALL") ArticleStore.Shown list,
            @RequestParam(required = false) @Nullable String language,
            @RequestParam(required = false) @Nullable String q,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(defaultValue = "30")
                    @Min(value = 1, message = "1到100 | 1 to 100")
                    @Max(value = 100, message = "1到100 | 1 to 100")
                    int size,
            Caller.Permitted caller) {
        caller.requireIn(shop);
        var words = q == null || q.isBlank() ? null : q.strip().toLowerCase(Locale.ROOT);
        return views.items(
                store.page(
                        shop,
                        new ArticleStore.Filter(list, language, words),
                        clock.instant(),
                        after,
                        size));
    }

    @Needs(Permission.KNOWLEDGE_READ)
    @GetMapping("/counts")
    @Operation(summary = "How many articles each list has")
    ArticleCounts countArticles(@PathVariable ShopId shop, Caller.Permitted caller) {
        caller.requireIn(shop);
        var counts = store.counts(shop, clock.instant());
        return new ArticleCounts(
                counts.draft(),
                counts.review(),
                counts.proposed(),
                counts.live(),
                counts.stale(),
                counts.away());
    }

    @Needs(Permission.KNOWLEDGE_READ)
    @GetMapping("/credits")
    @Operation(summary = "Whose proposals were accepted, and how often they helped")
    List<CreditView> listArticleCredits(@PathVariable ShopId shop, Caller.Permitted caller) {
        caller.requireIn(shop);
        return views.credits(store.credits(shop));
    }

    @Needs(Permission.KNOWLEDGE_READ)
    @PostMapping("/preview")
    @Operation(summary = "An answer as readers will see it")
    AnswerPreview previewAnswer(
            @PathVariable ShopId shop,
            @RequestBody @Valid Previewed body,
            Caller.Permitted caller) {
        caller.requireIn(shop);
        return new AnswerPreview(Markdown.html(body.answer()));
    }

    @Needs(Permission.KNOWLEDGE_READ)
    @GetMapping("/{id}")
    @Operation(summary = "An article: what is live of it and what is being written")
    ArticleView getArticle(
            @PathVariable ShopId shop,
            @PathVariable UUID id,
            Caller.Permitted caller,
            HttpServletResponse response) {
        caller.requireIn(shop);
        return answer(caller, shop, library.find(shop, id), response);
    }

    @Needs(Permission.KNOWLEDGE_READ)
    @GetMapping("/{id}/versions")
    @Operation(summary = "All versions of an article, the newest first")
    Page<ArticleVersionView> listArticleVersions(
            @PathVariable ShopId shop,
            @PathVariable UUID id,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(defaultValue = "20")
                    @Min(value = 1, message = "1到100 | 1 to 100")
                    @Max(value = 100, message = "1到100 | 1 to 100")
                    int size,
            Caller.Permitted caller) {
        caller.requireIn(shop);
        library.find(shop, id);
        return views.versions(store.versions(shop, id, after, size));
    }

    @Needs(Permission.KNOWLEDGE_WRITE)
    @PutMapping("/{id}/draft")
    @Operation(summary = "Writes an article, or a change of one; If-Match \"0\" for a new one")
    ArticleView saveArticleDraft(
            @PathVariable ShopId shop,
            @PathVariable UUID id,
            @RequestHeader(name = "If-Match", required = false) @Nullable String match,
            @RequestBody @Valid ArticleDraft body,
            Caller.Permitted caller,
            HttpServletResponse response) {
        caller.requireIn(shop);
        var saved = library.save(caller, shop, id, IfMatch.version(match), body.writing());
        return answer(caller, shop, saved, response);
    }

    @Needs(Permission.KNOWLEDGE_WRITE)
    @DeleteMapping("/{id}/draft")
    @Operation(summary = "Throws away what is being written")
    void discardArticleDraft(
            @PathVariable ShopId shop,
            @PathVariable UUID id,
            @RequestHeader(name = "If-Match", required = false) @Nullable String match,
            Caller.Permitted caller) {
        caller.requireIn(shop);
        library.discard(caller, shop, id, IfMatch.version(match));
    }

    @Needs(Permission.KNOWLEDGE_WRITE)
    @PutMapping("/{id}/submission")
    @Operation(summary = "Hands in what was written for a review by somebody else")
    ArticleView submitArticle(
            @PathVariable ShopId shop,
            @PathVariable UUID id,
            @RequestHeader(name = "If-Match", required = false) @Nullable String match,
            Caller.Permitted caller,
            HttpServletResponse response) {
        caller.requireIn(shop);
        var changed = library.submit(caller, shop, id, IfMatch.version(match));
        return answer(caller, shop, changed, response);
    }

    @Needs(Permission.KNOWLEDGE_REVIEW)
    @PutMapping("/{id}/approval")
    @Operation(summary = "Puts somebody else's version live")
    ArticleView approveArticle(
            @PathVariable ShopId shop,
            @PathVariable UUID id,
            @RequestHeader(name = "If-Match", required = false) @Nullable String match,
            @RequestBody @Valid ArticleApproval body,
            Caller.Permitted caller,
            HttpServletResponse response) {
        caller.requireIn(shop);
        var changed = library.approve(caller, shop, id, IfMatch.version(match), body.note());
        return answer(caller, shop, changed, response);
    }

    @Needs(Permission.KNOWLEDGE_REVIEW)
    @PutMapping("/{id}/refusal")
    @Operation(summary = "Sends somebody else's version back with the reason")
    ArticleView sendArticleBack(
            @PathVariable ShopId shop,
            @PathVariable UUID id,
            @RequestHeader(name = "If-Match", required = false) @Nullable String match,
            @RequestBody @Valid SentBack body,
            Caller.Permitted caller,
            HttpServletResponse response) {
        caller.requireIn(shop);
        var changed = library.refuse(caller, shop, id, IfMatch.version(match), body.note().strip());
        return answer(caller, shop, changed, response);
    }

    @Needs(Permission.KNOWLEDGE_WRITE)
    @PutMapping("/{id}/confirmation")
    @Operation(summary = "Says that what is live still holds")
    ArticleView confirmArticle(
            @PathVariable ShopId shop,
            @PathVariable UUID id,
            @RequestHeader(name = "If-Match", required = false) @Nullable String match,
            Caller.Permitted caller,
            HttpServletResponse response) {
        caller.requireIn(shop);
        var changed = library.confirm(caller, shop, id, IfMatch.version(match));
        return answer(caller, shop, changed, response);
    }

    @Needs(Permission.KNOWLEDGE_REVIEW)
    @PutMapping("/{id}/withdrawal")
    @Operation(summary = "Takes an article away; its versions stay")
    ArticleView takeArticleAway(
            @PathVariable ShopId shop,
            @PathVariable UUID id,
            @RequestHeader(name = "If-Match", required = false) @Nullable String match,
            Caller.Permitted caller,
            HttpServletResponse response) {
        caller.requireIn(shop);
        var changed = library.takeAway(caller, shop, id, IfMatch.version(match));
        return answer(caller, shop, changed, response);
    }

    private ArticleView answer(
            Caller.Permitted caller, ShopId shop, Article article, HttpServletResponse response) {
        response.setHeader("ETag", IfMatch.etag(article.revision()));
        return views.view(caller, shop, article);
    }
}
