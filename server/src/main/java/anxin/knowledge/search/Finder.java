package anxin.knowledge.search;

import anxin.aftersales.PolicyAnswers;
import anxin.aftersales.PolicyAnswers.PolicyAnswer;
import anxin.kernel.ShopId;
import anxin.knowledge.articles.Audience;
import anxin.knowledge.articles.LiveArticles;
import anxin.knowledge.articles.Sheet;
import anxin.language.Meaning;
import java.lang.ref.SoftReference;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Finds what answers a question in a shop. The index of a shop is built with the first question and
 * built anew with the first one after what is live has changed; it stays in memory as long as there
 * is room.
 */
@Component
public class Finder {

    /** Whether what was found answers the question. */
    public enum Verdict {
        ANSWERS,
        RELATED,
        NOT
    }

    /**
     * @param text at most 2,000 characters
     * @param language its code; null: by its letters
     */
    public record Question(ShopId shop, String text, @Nullable String language, Audience reader) {}

    /**
     * @param phrasing that came nearest, as it is compared
     * @param confidence how probable it is that this answers the question
     */
    public record Finding(Source source, String phrasing, float confidence, Verdict verdict) {}

    /** The best first. */
    public record Findings(String language, List<Finding> findings) {}

    private record State(long edition, int policy) {}

    private record Loaded(State state, Map<String, Index<Source>> indexes) {}

    private final Map<ShopId, SoftReference<Loaded>> loaded = new ConcurrentHashMap<>();
    private final Map<ShopId, ReentrantLock> building = new ConcurrentHashMap<>();
    private final LiveArticles articles;
    private final PolicyAnswers policies;
    private final VectorStore vectors;
    private final Meaning meaning;
    private final Clock clock;

    Finder(
            LiveArticles articles,
            PolicyAnswers policies,
            VectorStore vectors,
            Meaning meaning,
            Clock clock) {
        this.articles = articles;
        this.policies = policies;
        this.vectors = vectors;
        this.meaning = meaning;
        this.clock = clock;
    }

    public Findings find(Question question, int most) {
        var indexes = indexes(question.shop());
        var language = language(question, indexes);
        var index = indexes.get(language);
        if (index == null) {
            return new Findings(language, List.of());
        }
        var now = clock.instant();
        var found =
                index.search(
                        question.text(), source -> source.isFor(question.reader(), now), most + 1);
        var hits = found.hits();
        float sure = Sure.of(found);
        var findings = new ArrayList<Finding>();
        for (int i = 0; i < Math.min(most, hits.size()); i++) {
            var hit = hits.get(i);
            float confidence =
                    i == 0 ? sure : Math.min(sure, Sure.atMost(hits.subList(i, hits.size())));
            findings.add(
                    new Finding(
                            hit.key(),
                            hit.question(),
                            confidence,
                            i == 0 && sure >= Sure.ENOUGH
                                    ? Verdict.ANSWERS
                                    : Sure.isRelated(confidence) ? Verdict.RELATED : Verdict.NOT));
        }
        return new Findings(language, findings);
    }

    /** What may be shown to a customer now, in the order of the shop. */
    public List<Source> all(ShopId shop, String language) {
        var index = indexes(shop).get(language);
        var now = clock.instant();
        return index == null
                ? List.of()
                : index.keys().stream().filter(one -> one.isFor(Audience.CUSTOMER, now)).toList();
    }

    /** The languages in which the shop knows something. */
    public List<String> languages(ShopId shop) {
        return List.copyOf(indexes(shop).keySet());
    }

    /** Changes whenever what is live in the shop has changed. */
    public String edition(ShopId shop) {
        var state = state(shop);
        return state.edition() + "." + state.policy();
    }

    private String language(Question question, Map<String, Index<Source>> indexes) {
        var said = question.language();
        if (said != null) {
            return said;
        }
        var possible = meaning.languages(question.text());
        return possible.stream()
                .filter(indexes::containsKey)
                .findFirst()
                .orElse(possible.getFirst());
    }

    private State state(ShopId shop) {
        return new State(articles.edition(shop), policies.version(shop));
    }

    private Map<String, Index<Source>> indexes(ShopId shop) {
        var state = state(shop);
        var known = known(shop);
        if (known != null && known.state().equals(state)) {
            return known.indexes();
        }
        var lock = building.computeIfAbsent(shop, s -> new ReentrantLock());
        lock.lock();
        try {
            known = known(shop);
            if (known == null || !known.state().equals(state)) {
                known = new Loaded(state, build(shop));
                loaded.put(shop, new SoftReference<>(known));
            }
            return known.indexes();
        } finally {
            lock.unlock();
        }
    }

    private @Nullable Loaded known(ShopId shop) {
        var reference = loaded.get(shop);
        return reference == null ? null : reference.get();
    }

    private Map<String, Index<Source>> build(ShopId shop) {
        var entries = new LinkedHashMap<String, List<Index.Entry<Source>>>();
        for (var live : articles.of(shop)) {
            entries.computeIfAbsent(live.language(), l -> new ArrayList<>()).add(entry(live));
        }
        var answers = new HashMap<String, PolicyAnswer>();
        policies.of(shop).forEach(answer -> answers.put(answer.topic().name(), answer));
        int version = policies.version(shop);
        for (var sheet : Sheet.of("policy-questions")) {
            var answer = Objects.requireNonNull(answers.get(sheet.key()), sheet.key());
            entries.computeIfAbsent(sheet.language(), l -> new ArrayList<>())
                    .add(entry(sheet, answer, version));
        }
        var indexes = new LinkedHashMap<String, Index<Source>>();
        entries.forEach((language, of) -> indexes.put(language, index(shop, language, of)));
        return indexes;
    }

    private Index<Source> index(ShopId shop, String language, List<Index.Entry<Source>> entries) {
        var texts = Index.texts(meaning, entries);
        var known = vectors.of(shop, language, texts);
        int before = known.size();
        var index = new Index<>(meaning, language, entries, known);
        if (known.size() != before) {
            vectors.keep(shop, language, known);
        }
        return index;
    }

    private static Index.Entry<Source> entry(LiveArticles.Live live) {
        var questions = new ArrayList<String>();
        questions.add(live.question());
        questions.addAll(live.phrasings());
        var source =
                new Source(
                        Source.Kind.ARTICLE,
                        live.id().toString(),
                        live.number(),
                        live.question(),
                        live.answer(),
                        null,
                        live.audience(),
                        live.products(),
                        live.validFrom(),
                        live.validUntil(),
                        live.confirmedAt(),
                        live.staleAt());
        return new Index.Entry<>(source, questions, Passages.of(live.answer()));
    }

    private static Index.Entry<Source> entry(Sheet sheet, PolicyAnswer answer, int version) {
        var locale = Locale.forLanguageTag(sheet.language());
        var basis = answer.basis();
        var source =
                new Source(
                        Source.Kind.POLICY,
                        sheet.key(),
                        version,
                        sheet.questions().getFirst(),
                        answer.answer().in(locale),
                        basis == null ? null : basis.in(locale),
                        Audience.CUSTOMER,
                        List.of(),
                        null,
                        null,
                        null,
                        null);
        return new Index.Entry<>(source, sheet.questions(), Passages.of(source.answer()));
    }
}
