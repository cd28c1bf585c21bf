package anxin.knowledge.articles;

import anxin.identity.Caller;
import anxin.identity.Names;
import anxin.identity.Permission;
import anxin.kernel.ShopId;
import anxin.kernel.page.Page;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Articles as people read them. */
@Component
class ArticleViews {

    private static final int USES = 20;

    enum State {
        DRAFT,
        REVIEW,
        LIVE,
        AWAY
    }

    /**
     * @param state of the newest version
     * @param live whether a version is live, perhaps an older one
     * @param proposedBy who proposed it at the desk
     */
    record ArticleItem(
            UUID id,
            Article.Kind kind,
            String language,
            String question,
            State state,
            boolean live,
            boolean stale,
            @Nullable String proposedBy,
            boolean accepted,
            int used,
            int helped,
            int notHelped,
            Instant changedAt) {}

    record ArticleVersionView(
            int number,
            String question,
            List<String> phrasings,
            String answer,
            String html,
            Audience audience,
            List<String> products,
            @Nullable Instant validFrom,
            @Nullable Instant validUntil,
            List<String> authors,
            Instant writtenAt,
            @Nullable Instant submittedAt,
            @Nullable String reviewedBy,
            @Nullable Instant reviewedAt,
            @Nullable Boolean approved,
            @Nullable String note) {}

    record ArticleUseView(
            Article.Place place,
            Article.Outcome outcome,
            @Nullable UUID conversation,
            String by,
            Instant at) {}

    /**
     * What may be done, and why it may not.
     *
     * @param action save, submit, discard, approve, send-back, confirm or take-away
     */
    record ArticleAction(String action, boolean enabled, @Nullable String because) {}

    record ArticleView(
            ArticleItem item,
            int revision,
            int freshDays,
            @Nullable String confirmedBy,
            @Nullable Instant confirmedAt,
            @Nullable Instant staleAt,
            @Nullable UUID proposedIn,
            @Nullable ArticleVersionView live,
            @Nullable ArticleVersionView open,
            List<ArticleUseView> uses,
            List<ArticleAction> allowed) {}

    record CreditView(String name, int proposed, int accepted, int helped) {}

    private final ArticleStore store;
    private final Names names;
    private final Clock clock;

    ArticleViews(ArticleStore store, Names names, Clock clock) {
        this.store = store;
        this.names = names;
        this.clock = clock;
    }

    Page<ArticleItem> items(Page<Article> page) {
        var known =
                names.of(
                        page.items().stream()
                                .map(Article::proposedBy)
                                .filter(Objects::nonNull)
                                .distinct()
                                .toList());
        return page.map(article -> item(article, known));
    }

    Page<ArticleVersionView> versions(Page<Article.Version> page) {
        var known = names.of(page.items().stream().flatMap(ArticleViews::people).toList());
        return page.map(version -> version(version, known));
    }

    List<CreditView> credits(List<ArticleStore.Credit> credits) {
        var known = names.of(credits.stream().map(ArticleStore.Credit::actor).toList());
        return credits.stream()
                .map(
                        one ->
                                new CreditView(
                                        known.getOrDefault(one.actor(), one.actor()),
                                        one.proposed(),
                                        one.accepted(),
                                        one.helped()))
                .toList();
    }

    ArticleView view(Caller.Permitted caller, ShopId shop, Article article) {
        var live = store.version(shop, article.id(), article.liveNumber()).orElse(null);
        var open = store.version(shop, article.id(), article.openNumber()).orElse(null);
        var uses = store.uses(shop, article.id(), USES);
        var actors =
                Stream.of(
                                Stream.of(live, open)
                                        .filter(Objects::nonNull)
                                        .flatMap(ArticleViews::people),
                                uses.stream().map(Article.Use::actor),
                                Stream.of(article.proposedBy(), article.confirmedBy())
                                        .filter(Objects::nonNull))
                        .flatMap(s -> s)
                        .distinct()
                        .toList();
        var known = names.of(actors);
        return new ArticleView(
                item(article, known),
                article.revision(),
                article.freshDays(),
                name(article.confirmedBy(), known),
                article.confirmedAt(),
                article.staleAt(),
                article.proposedIn(),
                live == null ? null : version(live, known),
                open == null ? null : version(open, known),
                uses.stream()
                        .map(
                                use ->
                                        new ArticleUseView(
                                                use.place(),
                                                use.outcome(),
                                                use.conversation(),
                                                known.getOrDefault(use.actor(), use.actor()),
                                                use.at()))
                        .toList(),
                allowed(caller, article, open));
    }

    private static Stream<String> people(Article.Version version) {
        var reviewer = version.reviewedBy();
        return reviewer == null
                ? version.authors().stream()
                : Stream.concat(version.authors().stream(), Stream.of(reviewer));
    }

    private ArticleItem item(Article article, Map<String, String> known) {
        return new ArticleItem(
                article.id(),
                article.kind(),
                article.language(),
                article.question(),
                state(article),
                article.isLive(),
                article.isStale(clock.instant()),
                name(article.proposedBy(), known),
                article.acceptedAt() != null,
                article.used(),
                article.helped(),
                article.notHelped(),
                article.changedAt());
    }

    private static State state(Article article) {
        if (article.inReview()) {
            return State.REVIEW;
        }
        if (article.openNumber() != null) {
            return State.DRAFT;
        }
        return article.isLive() ? State.LIVE : State.AWAY;
    }

    private static @Nullable String name(@Nullable String actor, Map<String, String> known) {
        return actor == null ? null : known.getOrDefault(actor, actor);
    }

    private static ArticleVersionView version(Article.Version version, Map<String, String> known) {
        return new ArticleVersionView(
                version.number(),
                version.question(),
                version.phrasings(),
                version.answer(),
                Markdown.html(version.answer()),
                version.audience(),
                version.products(),
                version.validFrom(),
                version.validUntil(),
                version.authors().stream().map(one -> known.getOrDefault(one, one)).toList(),
                version.writtenAt(),
                version.submittedAt(),
                name(version.reviewedBy(), known),
                version.reviewedAt(),
                version.approved(),
                version.note());
    }

    private static List<ArticleAction> allowed(
            Caller.Permitted caller, Article article, Article.@Nullable Version open) {
        var allowed = new ArrayList<ArticleAction>();
        var writes = caller.may(Permission.KNOWLEDGE_WRITE);
        var reviews = caller.may(Permission.KNOWLEDGE_REVIEW);
        allowed.add(action("save", writes, "permission"));
        if (open != null) {
            allowed.add(action("discard", writes, "permission"));
            if (!article.inReview()) {
                allowed.add(action("submit", writes, "permission"));
            } else {
                var own = Library.hadAHand(caller, article, open);
                var because = !reviews ? "permission" : "own-work";
                allowed.add(action("approve", reviews && !own, because));
                allowed.add(action("send-back", reviews && !own, because));
            }
        }
        if (article.isLive()) {
            allowed.add(action("confirm", writes, "permission"));
            allowed.add(action("take-away", reviews, "permission"));
        }
        return allowed;
    }

    private static ArticleAction action(String action, boolean enabled, String because) {
        return new ArticleAction(action, enabled, enabled ? null : because);
    }
}
