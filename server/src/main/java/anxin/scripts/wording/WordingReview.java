package anxin.scripts.wording;

import anxin.aftersales.PolicyAnswers;
import anxin.commerce.Shops;
import anxin.kernel.ShopId;
import anxin.kernel.Text;
import anxin.language.Manners;
import anxin.language.Wording;
import anxin.scripts.wording.Slip.Kind;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;

/** Looks over a text that a customer is about to read. */
@Component
class WordingReview {

    private static final Duration AHEAD = Duration.ofHours(2);
    private static final int HALF_AN_HOUR = 30;
    private static final String BY = "{by}";
    private static final Pattern BLANK = Pattern.compile("\\{\\{[^{}]*}}");
    private static final Pattern MASK = Pattern.compile("\\{x+}");

    private final PolicyAnswers policy;
    private final Shops shops;
    private final Clock clock;

    WordingReview(PolicyAnswers policy, Shops shops, Clock clock) {
        this.policy = policy;
        this.shops = shops;
        this.clock = clock;
    }

    /**
     * @param template a script with blanks: times are blanks, too
     */
    List<Slip> of(ShopId shop, String text, String language, boolean template) {
        var read = template ? masked(text) : text;
        var slips = new ArrayList<Slip>();
        for (var one : Wording.check(read, language)) {
            var in = sentence(read, language, one.from());
            var by = template ? "{{reply_by}}" : time(shop, language);
            slips.add(
                    slip(
                            Kind.VAGUE,
                            new Place(one.from(), one.to(), one.words(), one.problem()),
                            in,
                            unmasked(one.proposal().replace(BY, by), text, in)));
        }
        for (var one : Manners.check(read, language)) {
            var in = sentence(read, language, one.from());
            slips.add(
                    slip(
                            one.kind() == Manners.Kind.BLAME ? Kind.BLAME : Kind.RUDE,
                            new Place(one.from(), one.to(), one.words(), one.problem()),
                            in,
                            unmasked(one.proposal(), text, in)));
        }
        slips.addAll(Promises.check(text, language, policy.limits(shop)));
        slips.sort(Comparator.comparingInt(Slip::from));
        return slips;
    }

    private record Place(int from, int to, String words, Text problem) {}

    private static Slip slip(Kind kind, Place at, Wording.Sentence in, String proposal) {
        return new Slip(
                kind, at.from(), at.to(), at.words(), at.problem(), in.from(), in.to(), proposal);
    }

    /** A blank may hold a time: it is read as one, and nothing moves from its place. */
    private static String masked(String text) {
        return BLANK.matcher(text)
                .replaceAll(blank -> "{" + "x".repeat(blank.group().length() - 2) + "}");
    }

    /** With the blanks of the sentence in their places again. */
    private static String unmasked(String proposal, String text, Wording.Sentence in) {
        var blanks = BLANK.matcher(text.substring(in.from(), in.to())).results().iterator();
        return MASK.matcher(proposal)
                .replaceAll(
                        mask ->
                                Matcher.quoteReplacement(
                                        blanks.hasNext() ? blanks.next().group() : mask.group()));
    }

    private static Wording.Sentence sentence(String text, String language, int at) {
        return Wording.sentences(text, language).stream()
                .filter(one -> one.from() <= at && at < one.to())
                .findFirst()
                .orElseGet(() -> new Wording.Sentence(0, text.length()));
    }

    /** A time that can be kept, for the agent to change: two hours from now, at a half hour. */
    private String time(ShopId shop, String language) {
        ZoneId zone = shops.find(shop).map(one -> one.zone()).orElse(ZoneOffset.UTC);
        var now = clock.instant().atZone(zone);
        var by = now.plus(AHEAD).truncatedTo(ChronoUnit.MINUTES);
        int over = by.getMinute() % HALF_AN_HOUR;
        by = over == 0 ? by : by.plusMinutes(HALF_AN_HOUR - over);
        return said(by, by.toLocalDate().equals(now.toLocalDate()), language);
    }

    private static String said(ZonedDateTime by, boolean today, String language) {
        var time = "%02d:%02d".formatted(by.getHour(), by.getMinute());
        if (language.equals("en")) {
            return time + (today ? " today" : " tomorrow");
        }
        return language.equals("zh") ? (today ? "今天" : "明天") + time : time;
    }
}
