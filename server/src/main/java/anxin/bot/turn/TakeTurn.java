package anxin.bot.turn;

import anxin.bot.dialogue.Memory;
import anxin.bot.dialogue.Mind;
import anxin.bot.dialogue.Mind.Said;
import anxin.bot.dialogue.Note;
import anxin.bot.dialogue.Reply;
import anxin.bot.dialogue.Tuning;
import anxin.bot.dialogue.Why;
import anxin.bot.dialogue.World.Who;
import anxin.bot.flow.FlowBooks;
import anxin.bot.setup.BotSettings;
import anxin.bot.tools.Worlds;
import anxin.bot.turn.BotTurns.End;
import anxin.bot.turn.BotTurns.Taken;
import anxin.conversation.FirstLineTalks;
import anxin.conversation.FirstLineTalks.Talk;
import anxin.kernel.Text;
import anxin.kernel.wire.StableId;
import anxin.work.WaitingPlace;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * One turn: thought about without any lock, then answered and remembered with one commit. What
 * fails is tried again, and what is late or fails again is for people: nobody waits for silence.
 */
@Component
class TakeTurn {

    private static final Logger log = LoggerFactory.getLogger(TakeTurn.class);
    private static final int TRIES = 2;
    private static final Duration AGAIN = Duration.ofSeconds(1);
    private static final String VISITOR = "visitor:";

    private final BotTurns turns;
    private final Dialogues dialogues;
    private final FirstLineTalks talks;
    private final BotSettings settings;
    private final FlowBooks books;
    private final Worlds worlds;
    private final TransactionTemplate transaction;
    private final Clock clock;
    private final ExecutorService thinking = Executors.newVirtualThreadPerTaskExecutor();

    TakeTurn(
            BotTurns turns,
            Dialogues dialogues,
            FirstLineTalks talks,
            BotSettings settings,
            FlowBooks books,
            Worlds worlds,
            TransactionTemplate transaction,
            Clock clock) {
        this.turns = turns;
        this.dialogues = dialogues;
        this.talks = talks;
        this.settings = settings;
        this.books = books;
        this.worlds = worlds;
        this.transaction = transaction;
        this.clock = clock;
    }

    void take(Taken turn) {
        try {
            var talk = talks.find(turn.shop(), turn.conversationId()).orElse(null);
            if (talk == null || !talk.own()) {
                transaction.executeWithoutResult(
                        status -> turns.end(turn, End.LEFT, clock.instant()));
                return;
            }
            var said =
                    talks.word(turn.shop(), turn.conversationId(), turn.seq())
                            .map(word -> new Said(word.text(), word.files(), talk.lang()))
                            .orElseGet(() -> new Said("", List.of(), talk.lang()));
            var before = dialogues.memory(talk, clock.instant());
            finish(turn, said, thought(turn, talk, before, said));
        } catch (RuntimeException e) {
            log.warn("a turn of {} failed", turn.conversationId(), e);
            turns.fail(turn, e.getClass().getSimpleName(), clock.instant().plus(AGAIN));
        }
    }

    /** What is late, or has failed before, is for people. */
    private Reply thought(Taken turn, Talk talk, Memory before, Said said) {
        var patience = Duration.ofSeconds(settings.of(turn.shop()).patienceSeconds());
        var left = Duration.between(clock.instant(), turn.heardAt().plus(patience));
        if (turn.tries() > TRIES) {
            return givenUp(before, Why.FAILED);
        }
        if (!left.isPositive()) {
            return givenUp(before, Why.LATE);
        }
        var thought = thinking.submit(() -> think(turn, talk, before, said));
        try {
            return thought.get(left.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException late) {
            thought.cancel(true);
            return givenUp(before, Why.LATE);
        } catch (ExecutionException e) {
            if (turn.tries() < TRIES) {
                throw new IllegalStateException(e.getCause());
            }
            log.warn("a turn of {} failed", turn.conversationId(), e.getCause());
            return givenUp(before, Why.FAILED);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private Reply think(Taken turn, Talk talk, Memory before, Said said) {
        var set = settings.of(turn.shop());
        return Mind.reply(
                before,
                said,
                worlds.real(new Worlds.Of(talk.shop(), talk.id(), who(talk), talk.orderNo())),
                books.inForce(turn.shop()),
                new Tuning(set.sure(), set.anger()));
    }

    /** A visitor is nobody that the shop has vouched for. */
    private static @Nullable Who who(Talk talk) {
        var customer = talk.customerId();
        return customer == null || customer.startsWith(VISITOR) ? null : new Who(customer, null);
    }

    private static Reply givenUp(Memory before, Why why) {
        return new Reply("", List.of(), why, false, false, before);
    }

    private void finish(Taken turn, Said said, Reply reply) {
        transaction.executeWithoutResult(
                status -> {
                    var talk = talks.lock(turn.shop(), turn.conversationId()).orElse(null);
                    var now = clock.instant();
                    if (talk == null || !talk.own()) {
                        turns.end(turn, End.LEFT, now);
                        return;
                    }
                    var why = reply.why();
                    if (!turns.end(turn, why == null ? End.ANSWERED : End.HANDED_OVER, now)) {
                        return; // Another has answered it.
                    }
                    var answer = StableId.of("bot-answer", turn.messageId().toString());
                    if (why == null) {
                        talks.say(turn.shop(), talk.id(), answer, reply.text(), reply.choices());
                    } else {
                        talks.handOver(
                                turn.shop(),
                                talk.id(),
                                answer,
                                place -> words(turn, reply, place),
                                reply.memory().note(Note.TOPIC));
                    }
                    dialogues.write(
                            talk,
                            new Dialogues.Step(
                                    reply.memory(),
                                    why,
                                    why == null
                                            ? null
                                            : Summary.of(why.name(), reply.memory(), said.text()),
                                    reply.wrong(),
                                    reply.looped()),
                            now);
                });
    }

    /** With where the customer waits, as it is. */
    private String words(Taken turn, Reply reply, Optional<WaitingPlace> place) {
        var phrases = books.inForce(turn.shop()).phrases();
        var language =
                "en".equals(reply.memory().note(Note.LANGUAGE)) ? Locale.ENGLISH : Locale.CHINESE;
        var text =
                reply.text().isBlank()
                        ? phrases.getOrDefault("hand-failed", Text.of("", "")).in(language)
                        : reply.text();
        return place.map(
                        at -> {
                            var within = at.within();
                            var before = at.place() - 1;
                            var name =
                                    before == 0
                                            ? "place-next"
                                            : within == null ? "place-unknown" : "place";
                            return text
                                    + "\n"
                                    + filled(
                                            phrases.getOrDefault(name, Text.of("", ""))
                                                    .in(language),
                                            Map.of(
                                                    "before",
                                                    String.valueOf(before),
                                                    "minutes",
                                                    within == null
                                                            ? ""
                                                            : String.valueOf(
                                                                    Math.ceilDiv(within, 60))));
                        })
                .orElse(text);
    }

    private static String filled(String text, Map<String, String> values) {
        var filled = text;
        for (var value : values.entrySet()) {
            filled = filled.replace("{" + value.getKey() + "}", value.getValue());
        }
        return filled;
    }
}
