package anxin.knowledge.answers;

import anxin.identity.Caller;
import anxin.identity.Needs;
import anxin.identity.Permission;
import anxin.kernel.ShopId;
import anxin.knowledge.articles.Audience;
import anxin.knowledge.articles.Markdown;
import anxin.knowledge.gaps.Asked;
import anxin.knowledge.search.Finder;
import anxin.knowledge.search.Finder.Finding;
import anxin.knowledge.search.Finder.Question;
import anxin.knowledge.search.Finder.Verdict;
import anxin.knowledge.search.Source;
import io.swagger.v3.oas.annotations.Operation;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Asked a question, answers it from what is live, or says that nothing does. */
@RestController
@RequestMapping("/api/v1")
class AnswerController {

    private static final int ALTERNATIVES = 4;
    private static final int SUGGESTIONS = 8;
    private static final int LONGEST = 2000;

    /**
     * @param language its code; without it, by the letters of the text
     * @param audience STAFF also finds what customers do not read; CUSTOMER without it
     * @param products SKUs that the talk is about: their attributes answer too, and what differs
     */
    record KnowledgeQuestion(
            @NotNull(message = "缺少店铺 | the shop is missing") ShopId shop,
            @NotBlank(message = "缺少问题 | the question is missing")
                    @Size(max = LONGEST, message = "最多2000字 | at most 2,000 characters")
                    String text,
            @Nullable
                    @Pattern(
                            regexp = "zh|en|ja|es|th|vi|id|ms|tl",
                            message = "zh, en, ja, es, th, vi, id, ms, tl")
                    String language,
            @Nullable Audience audience,
            @Nullable @Size(max = 10, message = "最多10个商品 | at most 10 products")
                    List<@NotBlank(message = "缺少商品 | the product is missing") String> products) {}

    /**
     * One thing that was found.
     *
     * @param source an article's id, the topic of what the after-sales policy answers, or SKUs
     * @param phrasing the one that came nearest to the question
     * @param confidence how probable it is that this answers the question
     * @param basis the law behind a policy's answer
     * @param stale nobody has confirmed it within its period
     */
    record KnowledgeFinding(
            Source.Kind kind,
            String source,
            int version,
            String question,
            String phrasing,
            String answer,
            String html,
            @Nullable String basis,
            Audience audience,
            float confidence,
            Verdict verdict,
            @Nullable Instant confirmedAt,
            boolean stale) {}

    /**
     * @param verdict ANSWERS: {@code answer} answers it. RELATED: what is in {@code alternatives}
     *     is about it and may not answer it. NOT: we do not know
     */
    record KnowledgeAnswer(
            String language,
            Verdict verdict,
            float confidence,
            @Nullable KnowledgeFinding answer,
            List<KnowledgeFinding> alternatives) {}

    private final Finder finder;
    private final ProductFacts products;
    private final Asked asked;
    private final Clock clock;

    AnswerController(Finder finder, ProductFacts products, Asked asked, Clock clock) {
        this.finder = finder;
        this.products = products;
        this.asked = asked;
        this.clock = clock;
    }

    @Needs(Permission.KNOWLEDGE_READ)
    @PostMapping("/knowledge/answers")
    @Operation(summary = "The best answer to a question with its source, or that we do not know")
    KnowledgeAnswer askKnowledge(
            @RequestBody @Valid KnowledgeQuestion body, Caller.Permitted caller) {
        caller.requireIn(body.shop());
        var found =
                finder.find(
                        new Question(
                                body.shop(), body.text(), body.language(), reader(body.audience())),
                        ALTERNATIVES + 1);
        var views =
                found.findings().stream()
                        .filter(one -> one.verdict() != Verdict.NOT)
                        .map(this::view)
                        .toList();
        var facts = facts(body, found.language());
        note(body, found, facts != null);
        if (facts != null) {
            return new KnowledgeAnswer(
                    found.language(), Verdict.ANSWERS, facts.confidence(), facts, views);
        }
        var best = found.findings().isEmpty() ? null : found.findings().getFirst();
        float confidence = best == null ? 0 : best.confidence();
        if (best != null && best.verdict() == Verdict.ANSWERS) {
            return new KnowledgeAnswer(
                    found.language(),
                    Verdict.ANSWERS,
                    confidence,
                    views.getFirst(),
                    views.subList(1, views.size()));
        }
        return new KnowledgeAnswer(
                found.language(),
                views.isEmpty() ? Verdict.NOT : Verdict.RELATED,
                confidence,
                null,
                views);
    }

    /** What is not answered is gathered and shown to those who write. */
    private void note(KnowledgeQuestion body, Finder.Findings found, boolean byFacts) {
        var answered =
                byFacts
                        || (!found.findings().isEmpty()
                                && found.findings().getFirst().verdict() == Verdict.ANSWERS);
        asked.ofAnswers(body.shop(), found.language(), body.text(), answered);
    }

    @Needs(Permission.KNOWLEDGE_READ)
    @GetMapping("/shops/{shop}/knowledge")
    @Operation(summary = "What is found as one types, the best first")
    List<KnowledgeFinding> searchKnowledge(
            @PathVariable ShopId shop,
            @RequestParam @Size(max = 200, message = "最多200字 | at most 200 characters") String q,
            @RequestParam(required = false) @Nullable String language,
            @RequestParam(required = false) @Nullable Audience audience,
            Caller.Permitted caller) {
        caller.requireIn(shop);
        if (q.isBlank()) {
            return List.of();
        }
        var question = new Question(shop, q, language, reader(audience));
        return finder.find(question, SUGGESTIONS).findings().stream().map(this::view).toList();
    }

    /** The catalogue is not guessed at: what it answers is asked for by its name. */
    private @Nullable KnowledgeFinding facts(KnowledgeQuestion body, String language) {
        var skus = body.products();
        return skus == null
                ? null
                : products.answer(body.shop(), body.text(), language, skus)
                        .map(text -> fact(body.text(), text, skus))
                        .orElse(null);
    }

    private static KnowledgeFinding fact(String asked, String text, List<String> skus) {
        return new KnowledgeFinding(
                Source.Kind.PRODUCT,
                String.join(",", skus),
                0,
                asked,
                asked,
                text,
                Markdown.html(text),
                null,
                Audience.CUSTOMER,
                1,
                Verdict.ANSWERS,
                null,
                false);
    }

    private static Audience reader(@Nullable Audience asked) {
        return asked == null ? Audience.CUSTOMER : asked;
    }

    private KnowledgeFinding view(Finding finding) {
        var source = finding.source();
        return new KnowledgeFinding(
                source.kind(),
                source.key(),
                source.version(),
                source.question(),
                finding.phrasing(),
                source.answer(),
                Markdown.html(source.answer()),
                source.basis(),
                source.audience(),
                finding.confidence(),
                finding.verdict(),
                source.confirmedAt(),
                source.isStale(clock.instant()));
    }
}
