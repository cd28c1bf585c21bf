package anxin.aftersales.rulebook;

import anxin.aftersales.policy.Policy;
import anxin.aftersales.submit.Policies;
import anxin.identity.Caller;
import anxin.kernel.ShopId;
import anxin.kernel.fact.Audience;
import anxin.kernel.fact.FactLog;
import anxin.kernel.fact.NewFact;
import anxin.kernel.loop.AfterCommit;
import anxin.kernel.problem.Problem;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Writing, publishing and rolling back. A version begins a moment after it is published at the
 * earliest, when every node knows it; what was paid before is decided by the one before, for ever.
 */
@Component
class PolicyBook {

    /** Until every node has read it. */
    static final Duration LEAD = Policies.MEMORY.multipliedBy(2);

    private static final Duration FURTHEST = Duration.ofDays(400);

    /** What the log of facts tells of a version. */
    record PolicyFact(int version, @Nullable Instant from, int changes, String by) {}

    private final PolicyStore store;
    private final Policies policies;
    private final FactLog facts;
    private final JsonMapper json;
    private final Clock clock;

    PolicyBook(PolicyStore store, Policies policies, FactLog facts, JsonMapper json, Clock clock) {
        this.store = store;
        this.policies = policies;
        this.facts = facts;
        this.json = json;
        this.clock = clock;
    }

    /** The document of the newest version that is not withdrawn: what a draft begins with. */
    String newest(ShopId shop) {
        return store.planned(shop, clock.instant()).stream()
                .reduce((one, later) -> later)
                .map(PolicyStore.Version::document)
                .orElseGet(() -> document(shop, inForce(shop).version()));
    }

    Policy inForce(ShopId shop) {
        return policies.at(shop, clock.instant());
    }

    String document(ShopId shop, int number) {
        return store.version(shop, number).map(PolicyStore.Version::document).orElse("{}");
    }

    /** The house's own is version 1 of every shop. */
    Policy read(ShopId shop, int number) {
        return Policy.of(json.readTree(document(shop, number)), Policy.DEFAULT).as(number);
    }

    /** Kept as it was typed; what is wrong with it is told when it is read. */
    @Transactional
    PolicyStore.Draft save(Caller caller, ShopId shop, int seen, JsonNode document) {
        var before = store.draft(shop);
        var was = before.map(PolicyStore.Draft::document).orElseGet(() -> newest(shop));
        var authors = authors(before.map(PolicyStore.Draft::authors).orElse("{}"));
        Compare.between(Policy.check(json.readTree(was)).policy(), Policy.check(document).policy())
                .forEach(difference -> authors.put(difference.pointer(), caller.actor()));
        var next =
                new PolicyStore.Draft(
                        seen + 1,
                        before.map(PolicyStore.Draft::baseVersion)
                                .orElseGet(() -> store.last(shop)),
                        json.writeValueAsString(document),
                        json.writeValueAsString(authors),
                        caller.actor(),
                        clock.instant());
        if (!store.save(shop, seen, next)) {
            throw savedMeanwhile(shop);
        }
        return next;
    }

    @Transactional
    void discard(ShopId shop, int seen) {
        if (!store.discard(shop, seen) && store.draft(shop).isPresent()) {
            throw savedMeanwhile(shop);
        }
    }

    /** The number is the caller's, so publishing twice publishes once. */
    @Transactional
    PolicyStore.Version publish(
            Caller caller,
            ShopId shop,
            int number,
            int seen,
            @Nullable Instant from,
            @Nullable String note) {
        var there = store.version(shop, number);
        if (there.isPresent()) {
            return sameAgain(caller, there.get(), "PUBLISHED", null);
        }
        var draft =
                store.draft(shop)
                        .orElseThrow(
                                () ->
                                        Problem.refused(
                                                "no-draft",
                                                "没有草稿可以发布",
                                                "There is no draft to publish"));
        if (draft.revision() != seen || !store.discard(shop, seen)) {
            throw savedMeanwhile(shop);
        }
        var checked = Policy.check(json.readTree(draft.document()));
        if (!checked.wrong().isEmpty()) {
            throw Problem.invalid(checked.wrong());
        }
        return write(
                caller,
                shop,
                version(caller, number, draft.document(), begins(from), "PUBLISHED", null, note),
                authors(draft.authors()));
    }

    /** An earlier version's document once more, as a new version, at once. */
    @Transactional
    PolicyStore.Version rollBack(
            Caller caller, ShopId shop, int number, int to, @Nullable String note) {
        var there = store.version(shop, number);
        if (there.isPresent()) {
            return sameAgain(caller, there.get(), "ROLLED_BACK", to);
        }
        if (to != Policy.DEFAULT.version() && store.version(shop, to).isEmpty()) {
            throw Problem.missing("policy-version");
        }
        return write(
                caller,
                shop,
                version(caller, number, document(shop, to), begins(null), "ROLLED_BACK", to, note),
                Map.of());
    }

    /** Only one that has not begun: what has decided about an order stays. */
    @Transactional
    PolicyStore.Version withdraw(Caller caller, ShopId shop, int number) {
        var version =
                store.version(shop, number).orElseThrow(() -> Problem.missing("policy-version"));
        var now = clock.instant();
        if (store.withdraw(shop, number, caller.actor(), now)) {
            store.write(shop, change(caller, number, "WITHDRAWN", null, caller.actor()));
            tell(caller, shop, "policy-withdrawn", new PolicyFact(number, null, 0, caller.actor()));
        } else if (version.withdrawnAt() == null) {
            throw Problem.conflict(
                    "policy-in-force",
                    "该版本已经生效，不能撤回；请改用回滚",
                    "This version is in force already and cannot be withdrawn; roll back instead");
        }
        return store.version(shop, number).orElse(version);
    }

    private PolicyStore.Version version(
            Caller caller,
            int number,
            String document,
            Instant from,
            String kind,
            @Nullable Integer restored,
            @Nullable String note) {
        return new PolicyStore.Version(
                number,
                document,
                from,
                kind,
                restored,
                note,
                caller.actor(),
                clock.instant(),
                null,
                null);
    }

    private PolicyStore.Version write(
            Caller caller, ShopId shop, PolicyStore.Version version, Map<String, String> authors) {
        int last = store.last(shop);
        if (version.version() != last + 1) {
            throw taken(last);
        }
        var before = policies.at(shop, version.fromAt());
        var after = Policy.of(json.readTree(version.document()), Policy.DEFAULT);
        var differences = Compare.between(before, after);
        if (differences.isEmpty()) {
            throw Problem.refused(
                    "nothing-changed",
                    "与届时生效的版本没有区别，无需发布",
                    "It does not differ from the version in force by then; there is nothing to publish");
        }
        if (!store.publish(shop, version)) {
            throw taken(last + 1);
        }
        for (var difference : differences) {
            var author = authors.getOrDefault(difference.pointer(), caller.actor());
            store.write(
                    shop, change(caller, version.version(), version.kind(), difference, author));
        }
        tell(
                caller,
                shop,
                version.kind().equals("PUBLISHED") ? "policy-published" : "policy-rolled-back",
                new PolicyFact(
                        version.version(),
                        version.fromAt(),
                        differences.size(),
                        version.publishedBy()));
        AfterCommit.run(() -> policies.forget(shop));
        return version;
    }

    private PolicyStore.Change change(
            Caller caller,
            int version,
            String act,
            @Nullable Difference difference,
            String author) {
        return new PolicyStore.Change(
                0,
                version,
                act,
                difference == null ? null : difference.pointer(),
                difference == null || difference.was() == null
                        ? null
                        : json.writeValueAsString(difference.was()),
                difference == null || difference.becomes() == null
                        ? null
                        : json.writeValueAsString(difference.becomes()),
                author,
                caller.actor(),
                clock.instant());
    }

    private void tell(Caller caller, ShopId shop, String what, PolicyFact fact) {
        facts.append(
                new NewFact(
                        shop,
                        "aftersales." + what,
                        "policy:" + shop,
                        caller.actor(),
                        null,
                        Audience.STAFF,
                        fact));
    }

    private Instant begins(@Nullable Instant asked) {
        var soonest = clock.instant().plus(LEAD);
        if (asked == null) {
            return soonest;
        }
        if (asked.isBefore(clock.instant()) || asked.isAfter(soonest.plus(FURTHEST))) {
            throw Problem.invalid(
                    "/from",
                    "应为现在之后 " + FURTHEST.toDays() + " 天以内的时间",
                    "must be a time in the next " + FURTHEST.toDays() + " days");
        }
        return asked.isBefore(soonest) ? soonest : asked;
    }

    private PolicyStore.Version sameAgain(
            Caller caller, PolicyStore.Version there, String kind, @Nullable Integer restored) {
        if (there.publishedBy().equals(caller.actor())
                && there.kind().equals(kind)
                && java.util.Objects.equals(there.restored(), restored)) {
            return there;
        }
        throw taken(there.version());
    }

    private Problem savedMeanwhile(ShopId shop) {
        return Problem.conflict(
                        "version-conflict",
                        "草稿已被他人修改，请查看最新内容后再保存",
                        "Somebody else has changed the draft; look at it again before you go on")
                .with("current", store.draft(shop).map(PolicyStore.Draft::revision).orElse(0));
    }

    private static Problem taken(int last) {
        return Problem.conflict(
                        "version-taken",
                        "已有更新的版本，请刷新后再发布",
                        "There is a newer version; reload before you publish")
                .with("current", last);
    }

    private Map<String, String> authors(String written) {
        return new LinkedHashMap<>(
                json.readValue(written, new TypeReference<Map<String, String>>() {}));
    }
}
