package anxin.knowledge.articles;

import anxin.identity.Caller;
import anxin.kernel.ShopId;
import anxin.kernel.fact.Audience;
import anxin.kernel.fact.FactLog;
import anxin.kernel.fact.NewFact;
import anxin.kernel.problem.Problem;
import anxin.kernel.review.Reviewed;
import java.time.Clock;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * What is done with an article. What is live was approved by somebody who did not write it; a
 * change is written beside it and takes its place when it is approved.
 */
@Component
class Library {

    static final int FRESH_DAYS = 180;

    /** What the log of facts tells of an article. */
    record ArticleFact(UUID id, String question, @Nullable Integer number, String language) {}

    /** What somebody writes, and for how long it counts as true without being confirmed. */
    record Writing(Article.Kind kind, String language, int freshDays, Article.Text text) {}

    private final ArticleStore store;
    private final FactLog facts;
    private final Clock clock;

    Library(ArticleStore store, FactLog facts, Clock clock) {
        this.store = store;
        this.facts = facts;
        this.clock = clock;
    }

    /** {@code seen} is the revision that was written on; 0 for a new article. */
    @Transactional
    Article save(Caller caller, ShopId shop, UUID id, int seen, Writing writing) {
        var now = clock.instant();
        if (seen == 0) {
            return begin(caller, shop, id, writing, null);
        }
        var article = find(shop, id);
        if (!article.language().equals(writing.language())) {
            throw Problem.invalid(
                    "/language",
                    "语言不能更改，请另写一篇",
                    "stays as it is; write another article for another language");
        }
        int number = article.stands().numberToWrite(store.lastNumber(shop, id));
        var changed =
                change(
                        shop,
                        seen,
                        article.standing(article.stands().written(number, writing.freshDays()))
                                .called(writing.kind(), writing.text().question()));
        store.write(shop, id, number, writing.text(), caller.actor(), now);
        tell(shop, "article-written", changed, number, caller);
        return changed;
    }

    /** Somebody at the desk thinks that this should be known. Sent twice it is proposed once. */
    @Transactional
    Article propose(
            Caller caller, ShopId shop, UUID id, Writing writing, @Nullable UUID conversation) {
        return begin(caller, shop, id, writing, new Origin(caller.actor(), conversation));
    }

    /** Somebody is to finish it; the id again begins nothing new. */
    @Transactional
    Article begin(Caller caller, ShopId shop, UUID id, Writing writing) {
        return begin(caller, shop, id, writing, null);
    }

    private record Origin(String by, @Nullable UUID conversation) {}

    private Article begin(
            Caller caller, ShopId shop, UUID id, Writing writing, @Nullable Origin origin) {
        var now = clock.instant();
        var article =
                new Article(
                        id,
                        writing.kind(),
                        writing.language(),
                        writing.text().question(),
                        1,
                        null,
                        null,
                        false,
                        origin == null ? null : origin.by(),
                        origin == null ? null : origin.conversation(),
                        null,
                        writing.freshDays(),
                        null,
                        null,
                        null,
                        0,
                        0,
                        0,
                        null,
                        caller.actor(),
                        now,
                        now);
        if (!store.add(shop, article)) {
            var known = find(shop, id);
            if (known.createdBy().equals(caller.actor())) {
                return known;
            }
            throw Reviewed.changedMeanwhile(known.revision());
        }
        store.write(shop, id, 1, writing.text(), caller.actor(), now);
        var changed =
                change(shop, 1, article.standing(article.stands().written(1, writing.freshDays())));
        tell(shop, origin == null ? "article-written" : "article-proposed", changed, 1, caller);
        return changed;
    }

    /** What is being written is thrown away; an article that never was live goes with it. */
    @Transactional
    void discard(Caller caller, ShopId shop, UUID id, int seen) {
        var article = find(shop, id);
        int number = article.stands().requireOpen();
        var live = store.version(shop, id, article.liveNumber());
        var changed =
                change(
                        shop,
                        seen,
                        article.standing(article.stands().discarded())
                                .called(
                                        article.kind(),
                                        live.map(Article.Version::question)
                                                .orElse(article.question())));
        store.deleteVersion(shop, id, number);
        if (store.lastNumber(shop, id) == 0) {
            store.delete(shop, id);
        }
        tell(shop, "article-discarded", changed, number, caller);
    }

    @Transactional
    Article submit(Caller caller, ShopId shop, UUID id, int seen) {
        var article = find(shop, id);
        int number = article.stands().requireOpen();
        var changed = change(shop, seen, article.standing(article.stands().submitted()));
        store.submitted(shop, id, number, caller.actor(), clock.instant());
        tell(shop, "article-submitted", changed, number, caller);
        return changed;
    }

    @Transactional
    Article approve(Caller caller, ShopId shop, UUID id, int seen, @Nullable String note) {
        var now = clock.instant();
        var article = find(shop, id);
        int number = requireReview(caller, shop, article);
        var approved = article.standing(article.stands().approved(caller.actor(), now));
        var changed = change(shop, seen, article.isProposal() ? approved.accepted(now) : approved);
        store.reviewed(shop, id, number, new ArticleStore.Verdict(true, note, caller.actor(), now));
        store.nextEdition(shop);
        tell(shop, "article-approved", changed, number, caller);
        return changed;
    }

    /** Back to those who wrote it, with the reason. */
    @Transactional
    Article refuse(Caller caller, ShopId shop, UUID id, int seen, String note) {
        var article = find(shop, id);
        int number = requireReview(caller, shop, article);
        var changed = change(shop, seen, article.standing(article.stands().sentBack()));
        store.reviewed(
                shop,
                id,
                number,
                new ArticleStore.Verdict(false, note, caller.actor(), clock.instant()));
        tell(shop, "article-sent-back", changed, number, caller);
        return changed;
    }

    /** It still holds, from now for its period. */
    @Transactional
    Article confirm(Caller caller, ShopId shop, UUID id, int seen) {
        var article = find(shop, id);
        var confirmed = article.stands().confirmed(caller.actor(), clock.instant());
        var changed = change(shop, seen, article.standing(confirmed));
        tell(shop, "article-confirmed", changed, changed.liveNumber(), caller);
        return changed;
    }

    /** Nobody finds it any more; its versions stay. */
    @Transactional
    Article takeAway(Caller caller, ShopId shop, UUID id, int seen) {
        var article = find(shop, id);
        var changed = change(shop, seen, article.standing(article.stands().takenAway()));
        store.nextEdition(shop);
        tell(shop, "article-taken-away", changed, article.liveNumber(), caller);
        return changed;
    }

    @Transactional
    Article use(ShopId shop, UUID id, UUID use, Article.Use what) {
        find(shop, id).stands().requireLive();
        store.use(shop, id, use, what);
        return find(shop, id);
    }

    Article find(ShopId shop, UUID id) {
        return store.find(shop, id).orElseThrow(() -> Problem.missing("article"));
    }

    private int requireReview(Caller caller, ShopId shop, Article article) {
        var open = store.version(shop, article.id(), article.openNumber());
        return article.stands()
                .requireReview(
                        caller instanceof Caller.Staff,
                        open.filter(version -> hadAHand(caller, article, version)).isPresent());
    }

    /** Whoever wrote, handed in or proposed it. */
    static boolean hadAHand(Caller caller, Article article, Article.Version version) {
        return Reviewed.hadAHand(caller.actor(), version)
                || (article.isProposal() && caller.actor().equals(article.proposedBy()));
    }

    private Article change(ShopId shop, int seen, Article next) {
        if (!store.change(shop, seen, next.changed(clock.instant()))) {
            throw Reviewed.changedMeanwhile(next.revision());
        }
        return find(shop, next.id());
    }

    private void tell(
            ShopId shop, String what, Article article, @Nullable Integer number, Caller caller) {
        facts.append(
                new NewFact(
                        shop,
                        "knowledge." + what,
                        "article:" + article.id(),
                        caller.actor(),
                        null,
                        Audience.STAFF,
                        new ArticleFact(
                                article.id(), article.question(), number, article.language())));
    }
}
