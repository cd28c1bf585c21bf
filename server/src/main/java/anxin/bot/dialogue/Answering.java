package anxin.bot.dialogue;

import anxin.aftersales.CustomerCases.Progress;
import anxin.bot.flow.FlowBook.Guide;
import anxin.commerce.Order;
import anxin.commerce.Parcels.Scan;
import anxin.commerce.Parcels.Tracked;
import anxin.commerce.Product;
import anxin.commerce.StoredOrder;
import anxin.knowledge.Knowledge.Known;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Answers of one turn: each from what the shop knows, and with where it comes from. */
final class Answering {

    private static final int MOST_ORDERS = 3;
    private static final int MOST_RELATED = 3;
    private static final int QUIET_DAYS = 3;
    private static final int UNSURE_AT_MOST = 1;

    private final Round round;
    private final Say say;
    private final Finding finding;

    Answering(Round round, Finding finding) {
        this.round = round;
        this.say = round.say;
        this.finding = finding;
    }

    void greet(String text) {
        if (Heard.thanks(text)) {
            round.tell(say.of(round.dialogue.count("thanks") % 2 == 1 ? "thanks" : "thanks-again"));
            return;
        }
        round.tell(
                round.dialogue.count("greet") % 2 == 1
                        ? say.of("greet", Map.of("name", say.of("name")))
                        : say.of("greet-again"));
        menu();
    }

    void menu() {
        round.offer(
                say.choice("choice-order"),
                say.choice("choice-return"),
                say.choice("choice-progress"),
                say.choice("choice-person"));
    }

    void orders(String text) {
        if (finding.mustProve(text) || finding.isStrange(text)) {
            return;
        }
        var all = round.orders();
        var meant = finding.meant(text, all);
        var shown = meant.isEmpty() ? all : meant;
        if (shown.isEmpty()) {
            round.tell(say.of("no-orders"));
            round.offer(say.choice("choice-person"));
            return;
        }
        shown.stream().limit(MOST_ORDERS).forEach(this::order);
        remember(shown);
    }

    private void order(StoredOrder stored) {
        var order = stored.order();
        round.tell(
                say.of(
                        "order-line",
                        Map.of(
                                "no", order.no(),
                                "date", say.day(order.paidAt()),
                                "items", say.items(order.lines()),
                                "paid", say.money(stored.paidMinor(), order.currency()),
                                "state", say.state(order))));
        if (order.presale() != null && order.fulfil() == Order.Fulfilment.UNSHIPPED) {
            round.tell(say.of("presale"));
        }
    }

    void parcels(String text) {
        if (finding.mustProve(text) || finding.isStrange(text)) {
            return;
        }
        var all =
                round.orders().stream()
                        .filter(one -> one.order().payStatus() != Order.PayStatus.UNPAID)
                        .toList();
        var meant = finding.meant(text, all);
        if (meant.isEmpty()) {
            meant = underWay(all);
        }
        if (meant.isEmpty()) {
            round.tell(say.of("no-orders"));
            round.offer(say.choice("choice-person"));
            return;
        }
        meant.stream().limit(MOST_ORDERS).forEach(this::parcel);
        remember(meant);
    }

    private static List<StoredOrder> underWay(List<StoredOrder> all) {
        for (var state : List.of(Order.Fulfilment.SHIPPED, Order.Fulfilment.UNSHIPPED)) {
            var found = all.stream().filter(one -> one.order().fulfil() == state).toList();
            if (!found.isEmpty()) {
                return found;
            }
        }
        return all.stream().limit(1).toList();
    }

    private void parcel(StoredOrder stored) {
        var order = stored.order();
        if (order.fulfil() == Order.Fulfilment.UNSHIPPED) {
            order(stored);
            return;
        }
        var parcels = round.world.parcels(order.no());
        var values =
                Map.of(
                        "items",
                        say.items(order.lines()),
                        "no",
                        order.no(),
                        "state",
                        say.state(order));
        if (parcels.stream().allMatch(one -> one.scans().isEmpty())) {
            round.tell(say.of("parcel-none", values));
            return;
        }
        parcels.stream()
                .filter(one -> !one.scans().isEmpty())
                .forEach(one -> scan(one, values, order));
    }

    private void scan(Tracked parcel, Map<String, String> values, Order order) {
        Scan last = parcel.scans().stream().max(Comparator.comparing(Scan::at)).orElseThrow();
        var filled = new java.util.HashMap<>(values);
        filled.put("carrier", Objects.requireNonNullElse(parcel.carrier(), ""));
        filled.put("tracking", parcel.trackingNo());
        filled.put("at", say.time(last.at()));
        filled.put("place", last.place() == null ? "" : last.place() + " ");
        filled.put("text", Objects.requireNonNullElse(last.text(), last.status()));
        round.tell(say.of("parcel", filled));
        var days = Duration.between(last.at(), round.world.now()).toDays();
        if (order.fulfil() == Order.Fulfilment.SHIPPED && days >= QUIET_DAYS) {
            round.tell(say.of("parcel-late", Map.of("days", String.valueOf(days))));
            round.offer(say.choice("choice-person"));
        }
    }

    private void remember(List<StoredOrder> shown) {
        round.dialogue.note(Note.ORDER, shown.getFirst().order().no());
        if (shown.size() == 1) {
            round.dialogue.note(Note.LINE, null);
        }
    }

    /** How requests stand; where there are none a question about them may have another answer. */
    void progress(String text) {
        if (finding.mustProve(text)) {
            return;
        }
        var cases = round.world.cases(round.who().orElseThrow(), say.language());
        var meant = finding.meant(text, round.orders());
        var of =
                cases.stream()
                        .filter(
                                one ->
                                        meant.isEmpty()
                                                || meant.stream()
                                                        .anyMatch(
                                                                order ->
                                                                        order.order()
                                                                                .no()
                                                                                .equals(
                                                                                        one
                                                                                                .orderNo())))
                        .toList();
        var open = (of.isEmpty() ? cases : of).stream().filter(one -> !one.ended()).toList();
        var shown = !open.isEmpty() ? open : of.isEmpty() ? cases : of;
        if (shown.isEmpty()) {
            var known = round.world.knowledge(text, say.language().getLanguage()).sure();
            if (known != null) {
                tell(known);
                return;
            }
            round.tell(say.of("no-cases"));
            round.offer(say.choice("choice-return"), say.choice("choice-person"));
            return;
        }
        shown.stream().limit(open.isEmpty() ? 1 : MOST_ORDERS).forEach(this::progress);
        round.dialogue.note(Note.ORDER, shown.getFirst().orderNo());
        because(shown.getFirst());
    }

    void progress(Progress one) {
        round.tell(
                say.of(
                        "progress",
                        Map.of(
                                "title", one.title(),
                                "type", one.type(),
                                "no", one.no(),
                                "state", one.stateText(),
                                "next", next(one))));
        for (var paid : one.refunds()) {
            round.tell(
                    say.of(
                            "progress-refund",
                            Map.of(
                                    "amount", say.money(paid.minor(), paid.currency()),
                                    "status",
                                            say.of(
                                                    paid.status().equals("SUCCEEDED")
                                                            ? "refund-SUCCEEDED"
                                                            : "refund-OTHER"))));
        }
    }

    String next(Progress one) {
        var step = one.next();
        var who = one.who();
        var by = one.by();
        return step == null || who == null || by == null
                ? ""
                : say.of("progress-next", Map.of("who", who, "step", step, "by", say.time(by)));
    }

    private void because(Progress one) {
        round.dialogue.note(Note.BECAUSE, because(one.decided(), one.because(), one.basis()));
    }

    String because(String rule, String because, @Nullable String basis) {
        return say.of(
                "because",
                Map.of(
                        "rule", rule,
                        "because", because,
                        "basis",
                                basis == null || basis.isBlank()
                                        ? ""
                                        : say.of("basis", Map.of("basis", basis))));
    }

    /** Which rule decided, and why; whether there is one to tell of. */
    boolean why(String text) {
        var known = round.dialogue.note(Note.BECAUSE);
        if (known == null && round.who().isPresent()) {
            round.world.cases(round.who().get(), say.language()).stream()
                    .findFirst()
                    .ifPresent(this::because);
            known = round.dialogue.note(Note.BECAUSE);
        }
        if (known == null) {
            return false;
        }
        round.tell(known);
        round.offer(say.choice("choice-person"));
        return true;
    }

    /** What the articles and the policy surely answer; whether they do. */
    boolean knows(String text) {
        var answer = round.world.knowledge(text, say.language().getLanguage());
        if (answer.sure() == null) {
            return false;
        }
        tell(answer.sure());
        return true;
    }

    private void tell(Known known) {
        round.tell(plain(known.answer()));
        round.tell(
                known.kind().equals("POLICY")
                        ? say.of(
                                "source-policy", Map.of("version", String.valueOf(known.version())))
                        : say.of("source-article", Map.of("title", known.question())));
        round.offer(say.choice("choice-not-helped"));
        round.dialogue.forgetCount("unsure");
    }

    /** Without the signs of Markdown. */
    private static String plain(String markdown) {
        return markdown.replaceAll("(?m)^#+\\s*", "")
                .replaceAll("\\*\\*(.+?)\\*\\*", "$1")
                .replaceAll("\\[(.+?)]\\((.+?)\\)", "$1 $2")
                .replaceAll("(?m)^[-*]\\s+", "· ")
                .strip();
    }

    /** Says that it does not know; a second time in a row people do. */
    void unsure(String text) {
        if (round.dialogue.count("unsure") > UNSURE_AT_MOST) {
            round.handOver(Why.UNSURE);
            return;
        }
        var related = round.world.knowledge(text, say.language().getLanguage()).related();
        if (related.isEmpty()) {
            round.tell(say.of("unsure"));
            menu();
            return;
        }
        round.tell(say.of("unsure-related"));
        related.stream()
                .limit(MOST_RELATED)
                .forEach(one -> round.offer(new Choice(one.question(), "ask:" + one.question())));
        round.offer(say.choice("choice-person"));
    }

    /** What the catalogue says of what is named, and what is found out too late otherwise. */
    boolean products(String text) {
        var meant = meant(text);
        var skus = meant.stream().map(Product::sku).toList();
        var facts = round.world.facts(text, say.language(), skus);
        facts.ifPresent(
                told -> {
                    round.tell(plain(told));
                    round.tell(say.of("source-catalogue"));
                });
        var answered = facts.isPresent() || knows(text);
        var asked = guide(text, meant);
        if (answered || asked) {
            round.dialogue.forgetCount("unsure");
        }
        return answered || asked;
    }

    private List<Product> meant(String text) {
        var best = new ArrayList<Product>();
        var scored =
                round.world.catalogue().stream()
                        .map(one -> Map.entry(one, likeness(text, one)))
                        .filter(one -> one.getValue() >= 2)
                        .sorted(Map.Entry.<Product, Integer>comparingByValue().reversed())
                        .toList();
        for (var one : scored) {
            var spu = Objects.requireNonNullElse(one.getKey().spu(), one.getKey().sku());
            if (best.size() < 2
                    && best.stream()
                            .noneMatch(
                                    known ->
                                            spu.equals(
                                                    Objects.requireNonNullElse(
                                                            known.spu(), known.sku())))) {
                best.add(one.getKey());
            }
        }
        return best;
    }

    private static int likeness(String text, Product product) {
        return Math.max(
                Pick.likeness(text, product.title().zh()),
                Pick.likeness(text, product.title().en()));
    }

    /** Asks back once where the talk is about what people find out too late. */
    private boolean guide(String text, List<Product> meant) {
        var talk = text.toLowerCase(Locale.ROOT) + titles(meant);
        return round.book.guides().stream()
                .filter(one -> one.about().stream().anyMatch(talk::contains))
                .filter(one -> round.dialogue.counted("guide:" + one.name()) == 0)
                .findFirst()
                .map(
                        one -> {
                            round.dialogue.count("guide:" + one.name());
                            round.dialogue.note(Note.GUIDE, one.name());
                            round.dialogue.note(
                                    Note.OFFERED, meant.isEmpty() ? null : meant.getFirst().sku());
                            round.ask(
                                    "guide",
                                    say.in(one.ask()),
                                    one.answers().stream()
                                            .map(
                                                    answer ->
                                                            new Choice(
                                                                    say.in(answer.label()),
                                                                    "guide"))
                                            .toList());
                            return true;
                        })
                .orElse(false);
    }

    private String titles(List<Product> products) {
        var titles = new StringBuilder();
        products.forEach(
                one ->
                        titles.append(' ')
                                .append(one.title().zh())
                                .append(' ')
                                .append(one.title().en().toLowerCase(Locale.ROOT)));
        return titles.toString();
    }

    /** What was said to a guide's question; whether it was an answer. */
    boolean guided(String text) {
        var name = round.dialogue.note(Note.GUIDE);
        if (name == null || !"guide".equals(round.dialogue.note(Note.ASKED))) {
            return false;
        }
        var said = text.toLowerCase(Locale.ROOT);
        var heard =
                round.book
                        .guide(name)
                        .flatMap(
                                guide ->
                                        guide.answers().stream()
                                                .filter(
                                                        one ->
                                                                say.in(one.label()).equals(text)
                                                                        || one.words().stream()
                                                                                .anyMatch(
                                                                                        said
                                                                                                ::contains))
                                                .max(
                                                        Comparator.comparingInt(
                                                                one -> longest(one.words(), said)))
                                                .map(one -> Map.entry(guide, one)));
        if (heard.isEmpty()) {
            return false;
        }
        var guide = heard.get().getKey();
        var answer = heard.get().getValue();
        var value = attribute(guide);
        var fits = answer.fits();
        var verdict =
                fits == null || value.isEmpty()
                        ? say.of("guide-unknown")
                        : say.of(value.get().contains(fits) ? "guide-fits" : "guide-fits-not");
        round.tell(
                Say.filled(
                        say.in(answer.advice()),
                        Map.of("value", value.orElse("–"), "fit", verdict)));
        round.dialogue.note(Note.ASKED, null);
        round.dialogue.note(Note.GUIDE, null);
        return true;
    }

    private static int longest(List<String> words, String said) {
        return words.stream().filter(said::contains).mapToInt(String::length).max().orElse(0);
    }

    private Optional<String> attribute(Guide guide) {
        var name = guide.attribute();
        var sku = round.dialogue.note(Note.OFFERED);
        return name == null || sku == null
                ? Optional.empty()
                : round.world.catalogue().stream()
                        .filter(one -> one.sku().equals(sku))
                        .flatMap(one -> one.attributes().entrySet().stream())
                        .filter(one -> one.getKey().contains(name))
                        .map(Map.Entry::getValue)
                        .findFirst();
    }
}
