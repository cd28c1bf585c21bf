package anxin.knowledge.gaps;

import anxin.kernel.ShopId;
import anxin.kernel.wire.StableId;
import anxin.knowledge.gaps.AskedStore.Row;
import anxin.knowledge.gaps.AskedStore.Source;
import anxin.language.Meaning;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Takes down what was asked, without what says who asked it: the same once a day. */
@Component
public class Asked {

    private static final int LONGEST = 300;
    private static final int SHORTEST = 4;

    private final AskedStore store;
    private final Meaning meaning;
    private final Clock clock;

    Asked(AskedStore store, Meaning meaning, Clock clock) {
        this.store = store;
        this.meaning = meaning;
        this.clock = clock;
    }

    /** On the public help pages. */
    public void inHelp(ShopId shop, String language, String text, boolean answered) {
        note(
                shop,
                Source.HELP_CENTRE,
                new Question(language, text, null, clock.instant()),
                answered);
    }

    /** By the shop's people or programs. */
    public void ofAnswers(ShopId shop, String language, String text, boolean answered) {
        note(shop, Source.ANSWERS, new Question(language, text, null, clock.instant()), answered);
    }

    record Question(String language, String text, @Nullable String reply, Instant at) {}

    void note(ShopId shop, Source source, Question question, boolean answered) {
        var text = Anonymous.text(question.text());
        if (text.codePointCount(0, text.length()) < SHORTEST) {
            return;
        }
        var reply = question.reply();
        store.add(
                shop,
                new Row(
                        id(shop, text, question.at()),
                        source,
                        question.language(),
                        shortened(text),
                        reply == null ? null : shortened(Anonymous.text(reply)),
                        answered,
                        question.at()));
    }

    private UUID id(ShopId shop, String text, Instant at) {
        return StableId.of(
                shop.value(),
                meaning.plain(text),
                LocalDate.ofInstant(at, ZoneOffset.UTC).toString());
    }

    private static String shortened(String text) {
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST);
    }
}
