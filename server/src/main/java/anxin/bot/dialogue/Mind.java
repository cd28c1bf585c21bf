package anxin.bot.dialogue;

import anxin.bot.flow.FlowBook;
import anxin.bot.flow.FlowBook.Act;
import anxin.bot.flow.FlowBook.Kind;
import anxin.language.Analysis;
import anxin.language.Analysis.Emotion;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Thinks about one turn: people first where they are wanted or needed, then what was asked, then
 * what is wanted. Keeps nothing; what it looks at and does it does through the {@link World}.
 */
public final class Mind {

    /** What the customer said. */
    public record Said(String text, List<UUID> files, @Nullable String language) {}

    private static final double SURELY = 0.6;
    private static final double IN_SCOPE = 0.3;
    private static final int SHORT = 14;
    private static final int LONGEST = 1_000;
    private static final Pattern AND_THAT =
            Pattern.compile(
                    "^(?:那|那么|还有)?.{0,14}(?:呢|怎么样)[?？]?$|^(?:and|what about|how about)\\b.{0,40}",
                    Pattern.CASE_INSENSITIVE);
    private static final Pattern HAN = Pattern.compile("\\p{IsHan}");
    private static final Pattern WORDS = Pattern.compile("[a-zA-Z]{2,}");

    /** A number or a code and nothing else: there is nothing in it to understand. */
    private static final Pattern BARE = Pattern.compile("[A-Za-z0-9_-]{4,40}");

    private static final Pattern HELLO =
            Pattern.compile(
                    "^(?:你好|您好|hi|hello|hey|在吗|在么|有人吗|在不在|亲|哈喽|早上好|下午好|晚上好)[\\s啊呀吗,，。!！~?？]*$",
                    Pattern.CASE_INSENSITIVE);
    private static final Pattern BYE =
            Pattern.compile(
                    "^(?:好的?|嗯+|哦+|行|知道了|明白了?|收到|ok|okay)?[,，\\s]*(?:谢谢?(?:你|您|啦|了)?|多谢|感谢|thanks?(?: you)?|thx|再见|拜拜|没(?:有)?(?:别的)?(?:问题|事)了?|好的?|知道了|明白了?|ok|okay|bye)[\\s,，。!！~]*$",
                    Pattern.CASE_INSENSITIVE);

    private final Round round;
    private final Dialogue dialogue;
    private final Finding finding;
    private final Answering answering;
    private final Errand errand;
    private final Said said;

    private Mind(Round round, Said said) {
        this.round = round;
        this.dialogue = round.dialogue;
        this.finding = new Finding(round);
        this.answering = new Answering(round, finding);
        this.errand = new Errand(round, finding, answering);
        this.said = said;
    }

    public static Reply reply(Memory before, Said said, World world, FlowBook book, Tuning tuning) {
        var text =
                said.text().length() > LONGEST
                        ? said.text().substring(0, LONGEST)
                        : said.text().strip();
        var heard = new Said(text, said.files(), said.language());
        var dialogue = new Dialogue(before);
        dialogue.note(Note.LANGUAGE, language(heard, dialogue));
        var say = new Say(book, dialogue.language(), world.zone());
        var round = new Round(dialogue, say, world, book, tuning);
        new Mind(round, heard).think();
        return finished(round, text);
    }

    private static String language(Said said, Dialogue dialogue) {
        if (HAN.matcher(said.text()).find()) {
            return "zh";
        }
        if (WORDS.matcher(said.text()).find()
                && Heard.orderNo(said.text()) == null
                && said.text().contains(" ")) {
            return "en";
        }
        var known = dialogue.note(Note.LANGUAGE);
        if (known != null) {
            return known;
        }
        return said.language() == null || said.language().startsWith("zh") ? "zh" : "en";
    }

    private static Reply finished(Round round, String text) {
        var dialogue = round.dialogue;
        var say = round.say;
        if (!round.isHandedOver()) {
            notTwice(round);
        }
        dialogue.offer(round.choices());
        dialogue.note(Note.BEFORE, text.isBlank() ? dialogue.note(Note.BEFORE) : text);
        var why = round.why();
        var words =
                why == null
                        ? round.text()
                        : (round.text() + "\n" + say.of("hand-" + phrase(why))).strip();
        return new Reply(
                words,
                round.choices().stream().map(Choice::label).toList(),
                why,
                round.wrong(),
                round.looped(),
                dialogue.memory());
    }

    private static String phrase(Why why) {
        return why == Why.LATE
                ? "failed"
                : why.name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    }

    /** Never the same twice in a row: the second time it says so, the third time people do. */
    private static void notTwice(Round round) {
        var dialogue = round.dialogue;
        if (!round.text().equals(dialogue.note(Note.LAST))) {
            dialogue.note(Note.LAST, round.text());
            dialogue.forgetCount("same");
            return;
        }
        if (dialogue.count("same") > 1) {
            round.loops();
            return;
        }
        round.replace(round.say.of("repeat"), List.of(round.say.choice("choice-person")));
    }

    private void think() {
        var text = said.text();
        var value = chosen(text);
        if (Heard.person(text) || "choice-person".equals(value)) {
            round.handOver(Why.ASKED);
            return;
        }
        if (!said.files().isEmpty() && keepPhotos() && text.isBlank()) {
            return;
        }
        if (text.isBlank()) {
            unheard();
            return;
        }
        if (BARE.matcher(text).matches() && finding.heard(text)) {
            afterProof();
            return;
        }
        var clauses = Heard.clauses(text);
        var texts = new ArrayList<>(List.of(text));
        if (clauses.size() > 1) {
            texts.addAll(clauses);
        }
        var analyses = round.world.understand(texts, dialogue.note(Note.BEFORE));
        if (alarming(analyses.getFirst(), text, value)) {
            return;
        }
        if ("choice-not-helped".equals(value) || Heard.notHelped(text)) {
            round.didNotHelp();
            return;
        }
        if (finding.heard(text)) {
            afterProof();
            return;
        }
        if (value != null && value.startsWith("choice-") && menu(value)) {
            return;
        }
        if (errand.running().isPresent()) {
            inFlow(text, value, clauses, analyses);
            return;
        }
        if (answering.guided(text)) {
            return;
        }
        if (value != null && round.order(value).isPresent()) {
            dialogue.note(Note.ORDER, value);
            answering.orders(value);
            return;
        }
        act(text, clauses, analyses);
    }

    /** What the choice that was touched, or named by its number, stands for. */
    private @Nullable String chosen(String text) {
        for (var choice : dialogue.choices()) {
            if (choice.label().equalsIgnoreCase(text)) {
                return choice.value();
            }
        }
        var ordinal = Heard.ordinal(text);
        if (ordinal.isEmpty() || dialogue.choices().isEmpty()) {
            return null;
        }
        int at = ordinal.getAsInt() == -1 ? dialogue.choices().size() - 1 : ordinal.getAsInt();
        return at < dialogue.choices().size() ? dialogue.choices().get(at).value() : null;
    }

    private boolean keepPhotos() {
        var who = round.who();
        if (who.isEmpty()) {
            return false;
        }
        var kept = round.world.photos(who.get(), said.files());
        kept.forEach(one -> dialogue.addPhoto(one.toString()));
        if (kept.isEmpty()) {
            return false;
        }
        round.tell(round.say.of("photos-kept"));
        if (said.text().isBlank()) {
            if (errand.confirms()) {
                errand.remind();
            } else if (errand.running().isPresent()) {
                errand.goOn();
            } else {
                answering.menu();
            }
        }
        return true;
    }

    /** Nothing but something that we cannot read. */
    private void unheard() {
        round.tell(round.say.of("greet-again"));
        answering.menu();
    }

    private boolean alarming(Analysis of, String text, @Nullable String value) {
        var feeling = of.feeling();
        if (feeling.emotion() != Emotion.NEUTRAL && feeling.emotion() != Emotion.SATISFIED) {
            dialogue.note(Note.EMOTION, feeling.emotion().name());
        }
        if (value != null) {
            return false;
        }
        if (of.wantsPerson() && !Heard.noPerson(text)) {
            round.handOver(Why.ASKED);
        } else if (!of.signals().isEmpty() || surely(of, "safety_incident")) {
            dialogue.note(Note.PROBLEM, text);
            round.handOver(Why.RISK);
        } else if (feeling.emotion() == Emotion.ANGRY
                && feeling.strength() >= round.tuning.anger()) {
            dialogue.note(Note.PROBLEM, text);
            round.handOver(Why.EMOTION);
        }
        return round.isHandedOver();
    }

    private static boolean surely(Analysis of, String intent) {
        return !of.intents().isEmpty()
                && of.intents().getFirst().key().equals(intent)
                && of.intents().getFirst().confidence() >= SURELY;
    }

    /** What was wanted before goes on, now that it is known whose it is. */
    private void afterProof() {
        var pending = dialogue.note(Note.PENDING);
        if (round.isHandedOver()
                || pending == null
                || dialogue.note(Note.PROVEN_CUSTOMER) == null) {
            return;
        }
        dialogue.note(Note.PENDING, null);
        act(pending, List.of(pending), round.world.understand(List.of(pending), null));
    }

    private boolean menu(String value) {
        switch (value) {
            case "choice-order" -> answering.orders(said.text());
            case "choice-progress" -> answering.progress(said.text());
            case "choice-return" -> errand.begin("problem", said.text());
            default -> {
                return false;
            }
        }
        return true;
    }

    private void inFlow(
            String text, @Nullable String value, List<String> clauses, List<Analysis> analyses) {
        var acts = wanted(clauses, analyses);
        var other =
                acts.stream()
                        .filter(one -> one.act().kind() == Kind.FLOW)
                        .map(one -> one.act().flow())
                        .filter(Objects::nonNull)
                        .findFirst();
        var asides = acts.stream().filter(Mind::isAside).toList();
        if (errand.hear(text, value)) {
            if (clauses.size() > 1 && errand.running().isPresent()) {
                asides.forEach(this::answer);
            }
            return;
        }
        if (value != null && value.startsWith("ask:")) {
            answering.knows(text);
            errand.remind();
            return;
        }
        if (!asides.isEmpty() && Heard.asks(text)) {
            asides.forEach(this::answer);
            resume();
            return;
        }
        if (other.isPresent() && Heard.acts(text) && !Heard.asks(text)) {
            errand.turnInto(other.get(), text);
            return;
        }
        if (Heard.why(text) && answering.why(text)) {
            resume();
            return;
        }
        if (Heard.asks(text) && (answering.knows(text) || !asides.isEmpty())) {
            resume();
            return;
        }
        if (HELLO.matcher(text).matches() || BYE.matcher(text).matches()) {
            resume();
            return;
        }
        if (errand.confirms()) {
            errand.unclear();
        } else {
            errand.goOn();
        }
    }

    private void resume() {
        if (round.isHandedOver()) {
            return;
        }
        if (errand.confirms()) {
            errand.remind();
        } else {
            round.tell(round.say.of("resume"));
            errand.goOn();
        }
    }

    private static boolean isAside(Wanted one) {
        return switch (one.act().kind()) {
            case ORDER, PARCEL, PROGRESS, PRODUCT -> true;
            case GREET, FLOW, KNOWLEDGE, PERSON -> false;
        };
    }

    /** What is wanted, in which words. */
    private record Wanted(Act act, String intent, String words) {}

    private void act(String text, List<String> clauses, List<Analysis> analyses) {
        if (HELLO.matcher(text).matches() || BYE.matcher(text).matches()) {
            answering.greet(text);
            return;
        }
        if (Heard.why(text) && answering.why(text)) {
            return;
        }
        if (text.length() <= SHORT + SHORT && AND_THAT.matcher(text).matches() && andThat(text)) {
            return;
        }
        var wanted = wanted(clauses, analyses);
        if (wanted.isEmpty()) {
            unknown(text);
            return;
        }
        dialogue.note(Note.TOPIC, wanted.getFirst().intent());
        var flow =
                wanted.stream()
                        .filter(one -> one.act().kind() == Kind.FLOW)
                        .min(
                                java.util.Comparator.comparing(
                                        one -> "problem".equals(one.act().flow())));
        for (var one : wanted) {
            if (one.act().kind() != Kind.FLOW
                    && !(one.act().kind() == Kind.GREET && wanted.size() > 1)) {
                answer(one);
            }
        }
        if (flow.isPresent() && !round.isHandedOver()) {
            begin(flow.get(), text);
        }
        if (round.isSilent()) {
            unknown(text);
        }
    }

    /** A question about it is answered first where that is surely known. */
    private void begin(Wanted flow, String text) {
        var asks = Heard.asks(flow.words()) && !flow.words().matches(".*(?:我要|我想|帮我|给我|申请|办理).*");
        if (asks && round.isSilent() && answering.knows(flow.words())) {
            round.offer(round.say.choice("choice-return"), round.say.choice("choice-person"));
            return;
        }
        errand.begin(Objects.requireNonNull(flow.act().flow()), text);
    }

    private void answer(Wanted one) {
        switch (one.act().kind()) {
            case GREET -> answering.greet(one.words());
            case ORDER -> answering.orders(one.words());
            case PARCEL -> answering.parcels(one.words());
            case PROGRESS -> answering.progress(one.words());
            case PRODUCT -> answering.products(one.words());
            case KNOWLEDGE -> answering.knows(one.words());
            case PERSON -> person(one);
            case FLOW -> {}
        }
    }

    /** What only people may do; a question about it may still have an answer. */
    private void person(Wanted one) {
        if (Heard.asks(one.words()) && answering.knows(one.words())) {
            return;
        }
        dialogue.note(Note.PROBLEM, one.words());
        round.handOver(one.intent().equals("human_agent") ? Why.ASKED : Why.RULE);
    }

    private void unknown(String text) {
        if (Heard.acts(text) && !Heard.asks(text)) {
            errand.begin(flowOf(text), text);
            return;
        }
        if (Heard.orderNo(text) != null) {
            answering.orders(text);
            return;
        }
        if (answering.products(text) || answering.knows(text)) {
            return;
        }
        if (!Pick.orders(text, round.orders()).isEmpty()) {
            answering.orders(text);
            return;
        }
        answering.unsure(text);
    }

    private static String flowOf(String text) {
        var type = Heard.type(text);
        if (type == null) {
            return "refund";
        }
        return switch (type) {
            case "EXCHANGE" -> "exchange";
            case "REPAIR" -> "repair";
            case "REFUND_ONLY" -> "refund";
            default -> "return";
        };
    }

    /** The same as before, of another. */
    private boolean andThat(String text) {
        var topic = dialogue.note(Note.TOPIC);
        var act = topic == null ? null : round.book.intents().get(topic);
        if (act == null || (!Heard.other(text) && Pick.orders(text, round.orders()).isEmpty())) {
            return false;
        }
        answer(new Wanted(act, Objects.requireNonNull(topic), text));
        return !round.isSilent();
    }

    /** One of each kind, in the order in which they were said. */
    private List<Wanted> wanted(List<String> clauses, List<Analysis> analyses) {
        var wanted = new ArrayList<Wanted>();
        if (analyses.size() == 1) {
            add(wanted, clauses.getFirst(), analyses.getFirst());
            return wanted;
        }
        for (int i = 0; i < clauses.size(); i++) {
            add(wanted, clauses.get(i), analyses.get(i + 1));
        }
        if (wanted.isEmpty()) {
            add(wanted, said.text(), analyses.getFirst());
        }
        return wanted;
    }

    private void add(List<Wanted> wanted, String clause, Analysis of) {
        if (of.intents().isEmpty() || of.inScope() < IN_SCOPE) {
            return;
        }
        var best = of.intents().getFirst();
        if (best.confidence() < round.tuning.intent()) {
            return;
        }
        var act = round.book.intents().getOrDefault(best.key(), new Act(Kind.KNOWLEDGE, null));
        if (wanted.stream()
                .noneMatch(one -> one.act().equals(act) && act.kind() != Kind.KNOWLEDGE)) {
            wanted.add(new Wanted(act, best.key(), clause));
        }
    }
}
