package anxin.knowledge.gaps;

import anxin.conversation.CustomerWords;
import anxin.conversation.CustomerWords.Spoken;
import anxin.kernel.ShopId;
import anxin.kernel.wire.StableId;
import anxin.knowledge.articles.Audience;
import anxin.knowledge.gaps.AskedStore.Row;
import anxin.knowledge.gaps.AskedStore.Source;
import anxin.knowledge.gaps.GapStore.Gap;
import anxin.knowledge.gaps.GapStore.State;
import anxin.knowledge.search.Finder;
import anxin.knowledge.search.Finder.Verdict;
import anxin.language.Analysis;
import anxin.language.Language;
import anxin.language.Meaning;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/**
 * Looks at what was asked of late in a shop, asks the library itself, and gathers by meaning what
 * it cannot answer.
 */
@Component
class GapMiner {

    private static final Duration WINDOW = Duration.ofDays(28);
    private static final int SAMPLE = 1_500;
    private static final int MOST = 5_000;
    private static final int BATCH = 100;
    private static final int LEAST = 2;
    private static final int WORDS = 3;
    private static final float ALIKE = .8f;
    private static final float SURE = .6f;
    private static final float ABOUT_US = .5f;

    /** What no article can answer: it is about the asker's own matter, or about nothing. */
    private static final Set<String> NOT_FOR_ARTICLES =
            Set.of(
                    "order_query",
                    "logistics_track",
                    "refund_progress",
                    "human_agent",
                    "greeting_thanks",
                    "complaint");

    private static final Pattern QUESTION =
            Pattern.compile(
                    "[?？]|吗|呢|么|怎|什么|啥|多少|多久|几|哪|能不能|可不可以|可以|是不是|有没有|为什么|\\b(?:how|what|when|where|which|why|who|can|could|do|does|is|are|may)\\b",
                    Pattern.CASE_INSENSITIVE);

    private final CustomerWords words;
    private final Language understands;
    private final Meaning meaning;
    private final Finder finder;
    private final Asked asked;
    private final AskedStore store;
    private final GapStore gaps;
    private final Clock clock;

    GapMiner(
            CustomerWords words,
            Language understands,
            Meaning meaning,
            Finder finder,
            Asked asked,
            AskedStore store,
            GapStore gaps,
            Clock clock) {
        this.words = words;
        this.understands = understands;
        this.meaning = meaning;
        this.finder = finder;
        this.asked = asked;
        this.store = store;
        this.gaps = gaps;
        this.clock = clock;
    }

    void mine(ShopId shop) {
        var now = clock.instant();
        listen(shop, now.minus(WINDOW), now);
        var rows = store.since(shop, now.minus(WINDOW), MOST);
        rows.stream()
                .collect(
                        Collectors.groupingBy(
                                Row::language, LinkedHashMap::new, Collectors.toList()))
                .forEach((language, of) -> gather(shop, language, of, now));
        gaps.mined(shop, now, rows.size(), (int) rows.stream().filter(Row::answered).count());
    }

    /** What customers wrote is asked of the library as it is now. */
    private void listen(ShopId shop, Instant from, Instant until) {
        var spoken = words.sample(shop, from, until, SAMPLE);
        for (int i = 0; i < spoken.size(); i += BATCH) {
            var batch = spoken.subList(i, Math.min(spoken.size(), i + BATCH));
            var heard =
                    understands.analyse(
                            batch.stream()
                                    .map(
                                            one ->
                                                    new Language.Message(
                                                            one.text(),
                                                            null,
                                                            shop,
                                                            List.of(),
                                                            null))
                                    .toList());
            for (int n = 0; n < batch.size(); n++) {
                if (isQuestion(batch.get(n).text(), heard.get(n))) {
                    note(shop, batch.get(n), heard.get(n).language());
                }
            }
        }
    }

    private static boolean isQuestion(String text, Analysis heard) {
        var best = heard.intents().isEmpty() ? null : heard.intents().getFirst();
        if (best != null && best.confidence() >= SURE && NOT_FOR_ARTICLES.contains(best.key())) {
            return false;
        }
        return QUESTION.matcher(text).find() || heard.inScope() >= ABOUT_US;
    }

    private void note(ShopId shop, Spoken one, String language) {
        var found =
                finder.find(new Finder.Question(shop, one.text(), language, Audience.CUSTOMER), 1);
        var answered =
                !found.findings().isEmpty()
                        && found.findings().getFirst().verdict() == Verdict.ANSWERS;
        asked.note(
                shop,
                Source.CONVERSATION,
                new Asked.Question(language, one.text(), one.reply(), one.at()),
                answered);
    }

    private void gather(ShopId shop, String language, List<Row> rows, Instant now) {
        var vectors =
                meaning.vectors(
                        language, rows.stream().map(row -> meaning.plain(row.text())).toList());
        if (vectors.stream().anyMatch(one -> one.length == 0)) {
            return; // We have no encoder for it: nothing can be compared.
        }
        var open = new ArrayList<Integer>();
        for (int i = 0; i < rows.size(); i++) {
            if (!rows.get(i).answered()) {
                open.add(i);
            }
        }
        var known = gaps.in(shop, language);
        var clusters =
                Cluster.of(
                        open.stream().map(vectors::get).toList(),
                        known.stream().map(Gap::middle).toList(),
                        ALIKE);
        var ids = new HashMap<Cluster, UUID>();
        for (int c = 0; c < clusters.size(); c++) {
            var cluster = clusters.get(c);
            var before = c < known.size() ? known.get(c) : null;
            var members = cluster.members().stream().map(i -> rows.get(open.get(i))).toList();
            if (before == null && members.size() < LEAST) {
                continue;
            }
            if (before != null && members.isEmpty()) {
                gaps.quiet(shop, before.id());
                ids.put(cluster, before.id());
                continue;
            }
            var typical =
                    rows.get(open.get(cluster.typical(open.stream().map(vectors::get).toList())));
            var id =
                    before == null
                            ? StableId.of(shop.value(), "gap", typical.id().toString())
                            : before.id();
            gaps.put(
                    shop,
                    new Gap(
                            id,
                            language,
                            name(shop, members, typical.text()),
                            typical.text(),
                            GapStore.bytes(cluster.centre()),
                            members.size(),
                            State.OPEN,
                            null,
                            null,
                            null,
                            null,
                            null,
                            now,
                            now));
            ids.put(cluster, id);
        }
        belong(shop, rows, vectors, ids);
    }

    /** Answered or not, each question belongs to the gap that it is nearest to. */
    private void belong(
            ShopId shop, List<Row> rows, List<float[]> vectors, Map<Cluster, UUID> ids) {
        var kept = List.copyOf(ids.keySet());
        var belonging = new HashMap<UUID, UUID>();
        for (int i = 0; i < rows.size(); i++) {
            var nearest = Cluster.nearest(kept, vectors.get(i), ALIKE);
            var gap = nearest == null ? null : ids.get(nearest);
            if (gap != null) {
                belonging.put(rows.get(i).id(), gap);
            }
        }
        store.belong(shop, belonging);
    }

    /** By the words that its questions share most. */
    private String name(ShopId shop, List<Row> members, String otherwise) {
        var counts = new LinkedHashMap<String, Integer>();
        var heard =
                understands.analyse(
                        members.stream()
                                .limit(BATCH)
                                .map(
                                        row ->
                                                new Language.Message(
                                                        row.text(), null, shop, List.of(), null))
                                .toList());
        heard.forEach(one -> one.keywords().forEach(word -> counts.merge(word, 1, Integer::sum)));
        var common =
                counts.entrySet().stream()
                        .filter(one -> one.getValue() > 1)
                        .sorted(
                                Map.Entry.<String, Integer>comparingByValue(
                                        Comparator.reverseOrder()))
                        .limit(WORDS)
                        .map(Map.Entry::getKey)
                        .collect(Collectors.joining(" · "));
        return common.isEmpty() ? otherwise : common;
    }
}
