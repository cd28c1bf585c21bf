package anxin.knowledge.articles;

import anxin.identity.Caller;
import anxin.kernel.ShopId;
import anxin.kernel.fact.Audience;
import anxin.kernel.fact.FactLog;
import anxin.kernel.fact.NewFact;
import anxin.kernel.problem.Problem;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.function.Consumer;
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
        var open = article.openNumber();
        int number = open == null ? store.lastNumber(shop, id) + 1 : open;
        var changed =
                change(
                        shop,
                        seen,
                        article,
                        with -> {
                            with.kind = writing.kind();
                            with.question = writing.text().question();
                            with.openNumber = number;
                            with.inReview = false;
                            with.freshDays = writing.freshDays();
                        });
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
            throw changedMeanwhile();
        }
        store.write(shop, id, 1, writing.text(), caller.actor(), now);
        var changed = change(shop, 1, article, with -> with.openNumber = 1);
        tell(shop, origin == null ? "article-written" : "article-proposed", changed, 1, caller);
        return changed;
    }

    /** What is being written is thrown away; an article that never was live goes with it. */
    @Transactional
    void discard(Caller caller, ShopId shop, UUID id, int seen) {
        var article = find(shop, id);
        int number = requireOpen(article);
        var live = store.version(shop, id, article.liveNumber());
        var changed =
                change(
                        shop,
                        seen,
                        article,
                        with -> {
                            with.openNumber = null;
                            with.inReview = false;
                            live.ifPresent(version -> with.question = version.question());
                        });
        store.deleteVersion(shop, id, number);
        if (store.lastNumber(shop, id) == 0) {
            store.delete(shop, id);
        }
        tell(shop, "article-discarded", changed, number, caller);
    }

    @Transactional
    Article submit(Caller caller, ShopId shop, UUID id, int seen) {
        var article = find(shop, id);
        int number = requireOpen(article);
        var changed = change(shop, seen, article, with -> with.inReview = true);
        store.submitted(shop, id, number, caller.actor(), clock.instant());
        tell(shop, "article-submitted", changed, number, caller);
        return changed;
    }

    @Transactional
    Article approve(Caller caller, ShopId shop, UUID id, int seen, @Nullable String note) {
        var now = clock.instant();
        var article = find(shop, id);
        int number = requireReview(caller, shop, article);
        var changed =
                change(
                        shop,
                        seen,
                        article,
                        with -> {
                            with.liveNumber = number;
                            with.openNumber = null;
                            with.inReview = false;
                            with.confirmedBy = caller.actor();
                            with.confirmedAt = now;
                            with.staleAt = now.plus(Duration.ofDays(with.freshDays));
                            if (article.isProposal()) {
                                with.acceptedAt = now;
                            }
                        });
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
        var changed = change(shop, seen, article, with -> with.inReview = false);
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
        var now = clock.instant();
        var article = requireLive(find(shop, id));
        var changed =
                change(
                        shop,
                        seen,
                        article,
                        with -> {
                            with.confirmedBy = caller.actor();
                            with.confirmedAt = now;
                            with.staleAt = now.plus(Duration.ofDays(with.freshDays));
                        });
        tell(shop, "article-confirmed", changed, changed.liveNumber(), caller);
        return changed;
    }

    /** Nobody finds it any more; its versions stay. */
    @Transactional
    Article takeAway(Caller caller, ShopId shop, UUID id, int seen) {
        var article = requireLive(find(shop, id));
        var changed =
                change(
                        shop,
                        seen,
                        article,
                        with -> {
                            with.liveNumber = null;
                            with.staleAt = null;
                        });
        store.nextEdition(shop);
        tell(shop, "article-taken-away", changed, article.liveNumber(), caller);
        return changed;
    }

    @Transactional
    Article use(ShopId shop, UUID id, UUID use, Article.Use what) {
        requireLive(find(shop, id));
        store.use(shop, id, use, what);
        return find(shop, id);
    }

    Article find(ShopId shop, UUID id) {
        return store.find(shop, id).orElseThrow(() -> Problem.missing("article"));
    }

    private int requireOpen(Article article) {
        var open = article.openNumber();
        if (open == null) {
            throw Problem.refused(
                    "nothing-written", "没有正在编辑的版本", "Nothing is being written on this article");
        }
        return open;
    }

    private Article requireLive(Article article) {
        if (!article.isLive()) {
            throw Problem.refused("not-live", "该文章未上线", "The article is not live");
        }
        return article;
    }

    /** A second pair of eyes: a person, and none of those who wrote or proposed it. */
    private int requireReview(Caller caller, ShopId shop, Article article) {
        int number = requireOpen(article);
        if (!article.inReview()) {
            throw Problem.refused(
                    "not-in-review", "该版本尚未提交审核", "Nobody has submitted this version for review");
        }
        if (!(caller instanceof Caller.Staff)) {
            throw Problem.refused(
                    "review-needs-a-person", "审核须由人工完成", "A review is done by a person");
        }
        var version =
                store.version(shop, article.id(), number)
                        .orElseThrow(() -> Problem.missing("version"));
        if (hadAHand(caller, article, version)) {
            throw Problem.refused(
                    "own-work",
                    "作者不能审核自己的内容，请由另一位同事审核",
                    "Whoever wrote or proposed it does not review it; a colleague does");
        }
        return number;
    }

    static boolean hadAHand(Caller caller, Article article, Article.Version version) {
        return version.authors().contains(caller.actor())
                || caller.actor().equals(version.submittedBy())
                || (article.isProposal() && caller.actor().equals(article.proposedBy()));
    }

    private Article change(ShopId shop, int seen, Article article, Consumer<Changing> how) {
        var with = new Changing(article);
        how.accept(with);
        var next = with.article(clock.instant());
        if (!store.change(shop, seen, next)) {
            throw changedMeanwhile().with("current", article.revision());
        }
        return find(shop, article.id());
    }

    private static Problem changedMeanwhile() {
        return Problem.conflict(
                "version-conflict",
                "内容已被他人修改，请刷新后重试",
                "Somebody else changed this; look at it again");
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

    /** What of an article can change. */
    private static final class Changing {
        private final Article before;
        private Article.Kind kind;
        private String question;
        private @Nullable Integer liveNumber;
        private @Nullable Integer openNumber;
        private boolean inReview;
        private @Nullable Instant acceptedAt;
        private int freshDays;
        private @Nullable String confirmedBy;
        private @Nullable Instant confirmedAt;
        private @Nullable Instant staleAt;

        Changing(Article before) {
            this.before = before;
            kind = before.kind();
            question = before.question();
            liveNumber = before.liveNumber();
            openNumber = before.openNumber();
            inReview = before.inReview();
            acceptedAt = before.acceptedAt();
            freshDays = before.freshDays();
            confirmedBy = before.confirmedBy();
            confirmedAt = before.confirmedAt();
            staleAt = before.staleAt();
        }

        Article article(Instant now) {
            return new Article(
                    before.id(),
                    kind,
                    before.language(),
                    question,
                    before.revision(),
                    liveNumber,
                    openNumber,
                    inReview,
                    before.proposedBy(),
                    before.proposedIn(),
                    acceptedAt,
                    freshDays,
                    confirmedBy,
                    confirmedAt,
                    staleAt,
                    before.used(),
                    before.helped(),
                    before.notHelped(),
                    before.lastUsedAt(),
                    before.createdBy(),
                    before.createdAt(),
                    now);
        }
    }
}
