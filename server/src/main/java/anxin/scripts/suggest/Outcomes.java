package anxin.scripts.suggest;

import anxin.conversation.CustomerWords;
import anxin.conversation.CustomerWords.By;
import anxin.conversation.CustomerWords.Written;
import anxin.kernel.ShopId;
import anxin.kernel.fact.Fact;
import anxin.kernel.fact.FactListener;
import anxin.kernel.words.Words;
import anxin.language.Analysis;
import anxin.language.Language;
import anxin.scripts.suggest.SuggestionStore.Counted;
import anxin.scripts.suggest.SuggestionStore.Outcome;
import anxin.scripts.suggest.SuggestionStore.Undecided;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;

/**
 * Hears what became of what was offered: used as it was, edited or ignored when the agent answers;
 * how the customer feels who writes next; and whether the conversation ended there.
 */
@Component
class Outcomes implements FactListener {

    private static final double ALIKE = .4;
    private static final String THANKS = "greeting_thanks";

    private record Heard(ShopId shop, UUID conversation, Fact fact) {}

    private final CustomerWords words;
    private final Language understands;
    private final SuggestionStore store;

    Outcomes(CustomerWords words, Language understands, SuggestionStore store) {
        this.words = words;
        this.understands = understands;
        this.store = store;
    }

    @Override
    public String name() {
        return "scripts.outcomes";
    }

    @Override
    public void on(Fact fact) {
        hear(List.of(fact));
    }

    /** One look for the whole batch: most conversations never were offered anything. */
    @Override
    public void hear(List<Fact> facts) {
        var heard = new ArrayList<Heard>();
        var shops = new HashSet<ShopId>();
        var conversations = new HashSet<UUID>();
        for (var fact : facts) {
            var shop = fact.shop();
            var conversation =
                    words.written(fact).map(Written::conversation).or(() -> words.closed(fact));
            if (shop != null && conversation.isPresent()) {
                heard.add(new Heard(shop, conversation.get(), fact));
                shops.add(shop);
                conversations.add(conversation.get());
            }
        }
        if (heard.isEmpty()) {
            return;
        }
        var offeredIn = new HashSet<>(store.offeredIn(conversations, shops));
        heard.stream().filter(one -> offeredIn.contains(one.conversation())).forEach(this::learn);
    }

    private void learn(Heard one) {
        words.closed(one.fact()).ifPresent(id -> store.solved(one.shop(), id, one.fact().at()));
        words.written(one.fact())
                .ifPresent(
                        written -> {
                            if (written.by() == By.CUSTOMER) {
                                wroteBack(written);
                            } else if (one.fact().actor().startsWith("staff:")) {
                                answered(written);
                            }
                        });
    }

    private void answered(Written answer) {
        var offered = store.undecided(answer.shop(), answer.conversation(), answer.seq());
        if (offered.isEmpty()) {
            return;
        }
        var said = words.text(answer.shop(), answer.conversation(), answer.seq()).orElse("");
        for (var one : offered) {
            var outcome = outcome(one, said);
            if (store.decide(answer.shop(), one.id(), outcome, answer.seq(), answer.at())) {
                store.count(
                        answer.shop(),
                        one.key(),
                        one.language(),
                        switch (outcome) {
                            case USED -> Counted.USED;
                            case EDITED -> Counted.EDITED;
                            case IGNORED -> Counted.IGNORED;
                        });
            }
        }
    }

    static Outcome outcome(Undecided offered, String said) {
        var taken = offered.takenText();
        if (taken == null) {
            return Outcome.IGNORED;
        }
        if (plain(said).contains(plain(taken))) {
            return Outcome.USED;
        }
        var of = Words.of(taken);
        var kept = Words.of(said).stream().filter(of::contains).count();
        return kept >= ALIKE * of.size() ? Outcome.EDITED : Outcome.IGNORED;
    }

    private static String plain(String text) {
        return text.replaceAll("\\s+", " ").strip();
    }

    private void wroteBack(Written word) {
        store.solved(word.shop(), word.conversation(), null);
        var awaited = store.awaited(word.shop(), word.conversation(), word.seq());
        if (awaited.isEmpty()) {
            return;
        }
        var said = words.text(word.shop(), word.conversation(), word.seq()).orElse("");
        var mood = said.isBlank() ? Counted.CALM : mood(word.shop(), said);
        for (var one : awaited) {
            if (store.followed(word.shop(), one.id(), mood.name(), word.at())) {
                store.count(word.shop(), one.key(), one.language(), mood);
            }
        }
    }

    private Counted mood(ShopId shop, String said) {
        var heard = understands.analyse(new Language.Message(said, null, shop, List.of(), null));
        return switch (heard.feeling().emotion()) {
            case SATISFIED -> Counted.CONTENT;
            case NEUTRAL -> thanks(heard) ? Counted.CONTENT : Counted.CALM;
            case ANGRY, ANXIOUS, DISAPPOINTED -> Counted.UPSET;
        };
    }

    private static boolean thanks(Analysis heard) {
        return !heard.intents().isEmpty() && heard.intents().getFirst().key().equals(THANKS);
    }
}
