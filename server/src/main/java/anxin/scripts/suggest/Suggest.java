package anxin.scripts.suggest;

import anxin.conversation.Conversations;
import anxin.conversation.CustomerWords;
import anxin.conversation.CustomerWords.Talk;
import anxin.identity.Caller;
import anxin.kernel.problem.Problem;
import anxin.kernel.wire.StableId;
import anxin.kernel.words.Words;
import anxin.language.Analysis;
import anxin.language.Language;
import anxin.language.Meaning;
import anxin.scripts.library.Shelf;
import anxin.scripts.library.Shelf.Live;
import anxin.scripts.library.Wording.Channel;
import anxin.scripts.library.Wording.Mood;
import anxin.scripts.suggest.Ranking.Ranked;
import anxin.scripts.trial.ScriptTrials;
import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What an agent may say next in a conversation. */
@Component
class Suggest {

    private static final int MOST = 6;
    private static final List<String> WRITTEN = List.of("zh", "en");

    /**
     * @param heard what was understood of the customer's last words; null: nothing was said
     */
    record Suggested(
            String language,
            @Nullable Analysis heard,
            Situation situation,
            List<Offered> offered) {}

    record Offered(UUID id, Live script, @Nullable String intent, boolean soothes) {}

    private final CustomerWords words;
    private final Conversations conversations;
    private final Language understands;
    private final Meaning meaning;
    private final Shelf shelf;
    private final KnownBlanks known;
    private final ScriptTrials trials;
    private final SuggestionStore store;
    private final Clock clock;

    Suggest(
            CustomerWords words,
            Conversations conversations,
            Language understands,
            Meaning meaning,
            Shelf shelf,
            KnownBlanks known,
            ScriptTrials trials,
            SuggestionStore store,
            Clock clock) {
        this.words = words;
        this.conversations = conversations;
        this.understands = understands;
        this.meaning = meaning;
        this.shelf = shelf;
        this.known = known;
        this.trials = trials;
        this.store = store;
        this.clock = clock;
    }

    /**
     * {@code typed} finds what the agent is looking for; what is offered unasked is kept once, so
     * that we know what was ignored.
     */
    @Transactional
    public Suggested in(Caller.Permitted caller, UUID conversation, String typed) {
        var talk =
                words.talk(caller, conversation).orElseThrow(() -> Problem.missing("conversation"));
        var said =
                conversations
                        .find(caller, conversation, null)
                        .map(Conversations.Known::said)
                        .orElse(List.of())
                        .stream()
                        .map(Conversations.Word::text)
                        .filter(text -> !text.isBlank())
                        .toList();
        var language = language(talk, said);
        var heard = said.isEmpty() ? null : understands.analyse(message(talk, said));
        var matter = known.of(caller, talk, language);
        var situation =
                heard == null
                        ? Situation.opening(channel(talk), matter.states(), matter.blanks())
                        : Situation.of(heard, channel(talk), matter.states(), matter.blanks());
        var other = trials.excluded(talk.shop(), language, talk.id());
        var scripts =
                shelf.live(talk.shop(), language).stream()
                        .filter(one -> !other.contains(one.key()))
                        .toList();
        var effects = store.effects(talk.shop(), language);
        var ranked =
                typed.isBlank()
                        ? Ranking.of(scripts, situation, effects, MOST)
                        : named(scripts, typed);
        var offered =
                ranked.stream()
                        .map(
                                one ->
                                        new Offered(
                                                id(talk, one.script()),
                                                one.script(),
                                                one.intent(),
                                                situation.isUpset()
                                                        && one.script().wording().emotion()
                                                                == situation.mood()))
                        .toList();
        if (typed.isBlank()) {
            store.offer(
                    talk.shop(),
                    offered.stream().map(one -> offer(talk, situation.mood(), one)).toList(),
                    clock.instant());
        }
        return new Suggested(language, heard, situation, offered);
    }

    private static Language.Message message(Talk talk, List<String> said) {
        return new Language.Message(
                said.getLast(),
                null,
                talk.shop(),
                List.of(),
                said.size() < 2 ? null : said.get(said.size() - 2));
    }

    /** The customer's, where we have scripts in it; else English. */
    private String language(Talk talk, List<String> said) {
        var known = talk.language();
        var possible =
                said.isEmpty()
                        ? List.of(known == null ? "zh" : known)
                        : meaning.languages(said.getLast());
        return possible.stream()
                .filter(one -> WRITTEN.contains(one) || !shelf.live(talk.shop(), one).isEmpty())
                .findFirst()
                .orElse("en");
    }

    private static Channel channel(Talk talk) {
        return talk.place() == CustomerWords.Place.MAIL ? Channel.ANY : Channel.CHAT;
    }

    /** By the words that the agent typed: those that share most with them first. */
    private static List<Ranked> named(List<Live> scripts, String typed) {
        var asked = Words.of(typed);
        return scripts.stream()
                .map(
                        one ->
                                new Ranked(
                                        one,
                                        null,
                                        Words.of(one.key() + " " + one.wording().text()).stream()
                                                        .filter(asked::contains)
                                                        .count()
                                                / (double) Math.max(1, asked.size())))
                .filter(one -> one.score() >= .5)
                .sorted(
                        Comparator.comparing(Ranked::score, Comparator.reverseOrder())
                                .thenComparing(one -> one.script().key()))
                .limit(MOST)
                .toList();
    }

    private static UUID id(Talk talk, Live script) {
        return StableId.of(
                talk.shop().value(),
                talk.id().toString(),
                String.valueOf(talk.customerSeq()),
                script.key(),
                script.language());
    }

    private static SuggestionStore.Offer offer(Talk talk, Mood mood, Offered one) {
        return new SuggestionStore.Offer(
                one.id(),
                talk.id(),
                talk.customerSeq(),
                one.script().key(),
                one.script().language(),
                one.script().number(),
                one.intent(),
                mood.name());
    }

    /** It was put into the answer with its blanks filled. */
    @Transactional
    public void take(Caller.Permitted caller, UUID conversation, UUID id, Taken taken) {
        var talk =
                words.talk(caller, conversation).orElseThrow(() -> Problem.missing("conversation"));
        if (!store.isKnown(talk.shop(), conversation, id)) {
            var found =
                    shelf.live(talk.shop(), taken.language()).stream()
                            .filter(one -> one.key().equals(taken.key()))
                            .filter(one -> id(talk, one).equals(id))
                            .findFirst()
                            .orElseThrow(() -> Problem.missing("suggestion"));
            var offer = offer(talk, Mood.NEUTRAL, new Offered(id, found, null, false));
            store.offer(talk.shop(), List.of(offer), clock.instant());
        }
        store.take(talk.shop(), conversation, id, taken.text(), clock.instant());
    }

    /** Which script, and with which words. */
    record Taken(String key, String language, String text) {}
}
