package anxin.knowledge.articles;

import anxin.identity.Caller;
import anxin.identity.Needs;
import anxin.identity.Permission;
import anxin.kernel.ShopId;
import anxin.knowledge.articles.Article.Kind;
import io.swagger.v3.oas.annotations.Operation;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What whoever talks with customers gives back to the library: proposals, and what helped. */
@RestController
@RequestMapping("/api/v1/shops/{shop}")
class ProposalController {

    /**
     * @param conversation in which it was answered
     */
    record ArticleProposal(
            @NotNull(message = ArticleController.MISSING)
                    @Pattern(
                            regexp = ArticleController.LANGUAGES,
                            message = ArticleController.UNKNOWN_LANGUAGE)
                    String language,
            @NotBlank(message = ArticleController.MISSING)
                    @Size(max = 200, message = ArticleController.LONG_QUESTION)
                    String question,
            @NotBlank(message = ArticleController.MISSING)
                    @Size(
                            max = ArticleController.LONGEST_ANSWER,
                            message = ArticleController.LONG_ANSWER)
                    String answer,
            @Nullable UUID conversation) {}

    record ProposedView(UUID id, String question) {}

    record ArticleUse(
            @NotNull(message = ArticleController.MISSING) Article.Place place,
            @NotNull(message = ArticleController.MISSING) Article.Outcome outcome,
            @Nullable UUID conversation) {}

    record UsefulnessView(UUID id, int used, int helped, int notHelped) {}

    private final Library library;
    private final Clock clock;

    ProposalController(Library library, Clock clock) {
        this.library = library;
        this.clock = clock;
    }

    @Needs(Permission.CONVERSATION_ANSWER)
    @PutMapping("/article-proposals/{id}")
    @Operation(summary = "Proposes a question with its answer; the id again proposes nothing new")
    ProposedView proposeArticle(
            @PathVariable ShopId shop,
            @PathVariable UUID id,
            @RequestBody @Valid ArticleProposal body,
            Caller.Permitted caller) {
        caller.requireIn(shop);
        var text =
                new Article.Text(
                        body.question().strip(),
                        List.of(),
                        body.answer().strip(),
                        Audience.CUSTOMER,
                        List.of(),
                        null,
                        null);
        var article =
                library.propose(
                        caller,
                        shop,
                        id,
                        new Library.Writing(Kind.FAQ, body.language(), Library.FRESH_DAYS, text),
                        body.conversation());
        return new ProposedView(article.id(), article.question());
    }

    @Needs(Permission.KNOWLEDGE_READ)
    @PutMapping("/articles/{id}/uses/{use}")
    @Operation(summary = "Says that an article was used, and whether it helped")
    UsefulnessView useArticle(
            @PathVariable ShopId shop,
            @PathVariable UUID id,
            @PathVariable UUID use,
            @RequestBody @Valid ArticleUse body,
            Caller.Permitted caller) {
        caller.requireIn(shop);
        var article =
                library.use(
                        shop,
                        id,
                        use,
                        new Article.Use(
                                body.place(),
                                body.outcome(),
                                body.conversation(),
                                caller.actor(),
                                clock.instant()));
        return new UsefulnessView(
                article.id(), article.used(), article.helped(), article.notHelped());
    }
}
