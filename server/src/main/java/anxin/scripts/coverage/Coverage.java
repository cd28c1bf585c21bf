package anxin.scripts.coverage;

import anxin.conversation.CustomerWords;
import anxin.conversation.CustomerWords.Spoken;
import anxin.kernel.ShopId;
import anxin.kernel.memory.ShortMemory;
import anxin.language.Analysis;
import anxin.language.Intents;
import anxin.language.Language;
import anxin.scripts.library.Shelf;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * The share of what customers wrote of late for which there is a script: by a sample spread evenly
 * over the last 30 days.
 */
@Component
class Coverage {

    static final int SAMPLE = 400;
    private static final Duration WINDOW = Duration.ofDays(30);
    private static final Duration REMEMBERED = Duration.ofMinutes(10);
    private static final float UNDERSTOOD = .3f;
    private static final float ABOUT_US = .4f;

    /**
     * One intent.
     *
     * @param asked how often it was wanted in the sample
     * @param scripts how many live scripts fit it
     */
    record Wanted(String intent, int asked, int scripts, String example) {}

    /**
     * @param sampled how many messages were looked at
     * @param understood how many of them want something that we know
     * @param covered how many of these have a fitting script
     * @param wanted what is missing first, then by how often it is wanted
     */
    record Report(Instant at, int sampled, int understood, int covered, List<Wanted> wanted) {}

    private record Which(ShopId shop, String language) {}

    private final CustomerWords words;
    private final Language understands;
    private final Intents intents;
    private final Shelf shelf;
    private final Clock clock;
    private final ShortMemory<Which, Heard> memory;

    /** What was wanted in a sample, with one text for each intent. */
    private record Heard(
            Instant at, int sampled, Map<String, Integer> asked, Map<String, String> examples) {}

    Coverage(CustomerWords words, Language understands, Intents intents, Shelf shelf, Clock clock) {
        this.words = words;
        this.understands = understands;
        this.intents = intents;
        this.shelf = shelf;
        this.clock = clock;
        memory = new ShortMemory<>(clock, REMEMBERED);
    }

    /** What customers want is remembered for a while; the scripts are those of now. */
    Report of(ShopId shop, String language) {
        var heard =
                memory.recall(new Which(shop, language), () -> Optional.of(listen(shop, language)))
                        .orElseThrow();
        var scripts = new HashMap<String, Integer>();
        for (var live : shelf.live(shop, language)) {
            live.wording().intents().forEach(one -> scripts.merge(one, 1, Integer::sum));
        }
        var wanted = new ArrayList<Wanted>();
        for (var intent : intents.of(shop)) {
            var key = intent.key();
            int asked = heard.asked().getOrDefault(key, 0);
            int fitting = scripts.getOrDefault(key, 0);
            if (asked > 0 || fitting == 0) {
                wanted.add(new Wanted(key, asked, fitting, heard.examples().getOrDefault(key, "")));
            }
        }
        wanted.sort(
                Comparator.comparing((Wanted one) -> one.scripts() > 0)
                        .thenComparing(Wanted::asked, Comparator.reverseOrder())
                        .thenComparing(Wanted::intent));
        return new Report(
                heard.at(),
                heard.sampled(),
                wanted.stream().mapToInt(Wanted::asked).sum(),
                wanted.stream().filter(one -> one.scripts() > 0).mapToInt(Wanted::asked).sum(),
                wanted);
    }

    private Heard listen(ShopId shop, String language) {
        var now = clock.instant();
        List<Spoken> spoken = words.sample(shop, now.minus(WINDOW), now, SAMPLE);
        var asked = new HashMap<String, Integer>();
        var examples = new HashMap<String, String>();
        var heard =
                understands.analyse(
                        spoken.stream()
                                .map(
                                        one ->
                                                new Language.Message(
                                                        one.text(), null, shop, List.of(), null))
                                .toList());
        int sampled = 0;
        for (int i = 0; i < heard.size(); i++) {
            var one = heard.get(i);
            if (one.language().equals(language)) {
                sampled++;
                var text = spoken.get(i).text();
                best(one)
                        .ifPresent(
                                key -> {
                                    asked.merge(key, 1, Integer::sum);
                                    examples.putIfAbsent(key, text);
                                });
            }
        }
        return new Heard(now, sampled, asked, examples);
    }

    private static Optional<String> best(Analysis heard) {
        if (heard.intents().isEmpty() || heard.inScope() < ABOUT_US) {
            return Optional.empty();
        }
        var best = heard.intents().getFirst();
        return best.confidence() < UNDERSTOOD ? Optional.empty() : Optional.of(best.key());
    }
}
