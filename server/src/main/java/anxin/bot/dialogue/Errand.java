package anxin.bot.dialogue;

import anxin.aftersales.CustomerCases.Progress;
import anxin.aftersales.CustomerCases.ReasonChoice;
import anxin.aftersales.CustomerCases.Verdict;
import anxin.bot.dialogue.World.Ask;
import anxin.bot.dialogue.World.Units;
import anxin.bot.flow.FlowBook.Flow;
import anxin.bot.flow.FlowBook.Kept;
import anxin.bot.flow.FlowBook.Slot;
import anxin.commerce.Order;
import anxin.commerce.StoredOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A flow of one turn: collects what it needs in any order, shows what the rules say, asks, does.
 */
final class Errand {

    private static final String CONFIRM = "CONFIRM";
    private static final String ALL = "*";
    private static final String SAME = "=";
    private static final String QTY = "QTY";
    private static final String WORDS = "WORDS";
    private static final String NO_PHOTO = "NO_PHOTO";
    private static final double SURE = 0.5;
    private static final double SURE_WHEN_ASKED = 0.3;
    private static final int MOST_PHOTO_ASKS = 2;
    private static final Set<String> COMMON_REASONS =
            Set.of(
                    "NO_REASON",
                    "QUALITY",
                    "NOT_AS_DESCRIBED",
                    "WRONG_ITEM",
                    "MISSING_PARTS",
                    "LOGISTICS_DAMAGE");
    private static final Set<String> FRESH_REASONS =
            Set.of("ROTTEN", "SHORT_WEIGHT", "WRONG_ITEM", "MISSING_PARTS", "NOT_RECEIVED");

    private final Round round;
    private final Dialogue dialogue;
    private final Say say;
    private final Finding finding;
    private final Answering answering;

    Errand(Round round, Finding finding, Answering answering) {
        this.round = round;
        this.dialogue = round.dialogue;
        this.say = round.say;
        this.finding = finding;
        this.answering = answering;
    }

    Optional<Flow> running() {
        return Optional.ofNullable(dialogue.note(Note.FLOW)).flatMap(round.book::flow);
    }

    boolean confirms() {
        return running().isPresent() && CONFIRM.equals(dialogue.note(Note.ASKED));
    }

    void begin(String flow, String text) {
        if (finding.mustProve(text) || finding.isStrange(text)) {
            return;
        }
        dialogue.endFlow();
        dialogue.note(Note.FLOW, flow);
        dialogue.note(Note.PROBLEM, text);
        fill(text, true);
        next();
    }

    /** Another of the flows is wanted; what was collected stays. */
    void turnInto(String flow, String text) {
        dialogue.note(Note.FLOW, flow);
        dialogue.slot(Kept.TYPE.name(), null);
        dialogue.note(Note.ASKED, null);
        fill(text, false);
        next();
    }

    /** Whether what was said belongs to the flow. */
    boolean hear(String text, @Nullable String value) {
        var asked = dialogue.note(Note.ASKED);
        if (CONFIRM.equals(asked)) {
            return confirmed(text, value);
        }
        if (Heard.givesUp(text) || (Heard.no(text) && !Kept.PHOTOS.name().equals(asked))) {
            dialogue.endFlow();
            round.tell(say.of("cancelled"));
            return true;
        }
        if (value != null
                && asked != null
                && !value.startsWith("choice-")
                && !value.startsWith("ask:")) {
            take(asked, value);
            next();
            return true;
        }
        if (finding.isStrange(text)) {
            return true;
        }
        if (fill(text, false)) {
            next();
            return true;
        }
        return false;
    }

    /** Asks again for what is missing. */
    void goOn() {
        next();
    }

    private boolean confirmed(String text, @Nullable String value) {
        if ("choice-confirm".equals(value) || Heard.yes(text)) {
            submit();
            return true;
        }
        if ("choice-cancel".equals(value)) {
            dialogue.endFlow();
            round.tell(say.of("cancelled"));
            return true;
        }
        if (finding.isStrange(text)) {
            return true;
        }
        var before = dialogue.slots();
        if (!Heard.givesUp(text)
                && (!Heard.asks(text) || Heard.corrects(text))
                && fill(text, false)
                && !before.equals(dialogue.slots())) {
            dialogue.forgetCount("ask:" + CONFIRM);
            next();
            return true;
        }
        if (Heard.no(text) || Heard.givesUp(text)) {
            dialogue.endFlow();
            round.tell(say.of("cancelled"));
            return true;
        }
        if (aboutVerdict(text)) {
            remind();
            return true;
        }
        return false;
    }

    /** What is asked about the decision that was shown. */
    private boolean aboutVerdict(String text) {
        if (!Heard.asks(text)) {
            return false;
        }
        var freight = dialogue.note(Note.FREIGHT);
        if (Heard.freight(text) && freight != null) {
            round.tell(say.of("freight-" + freight));
            return true;
        }
        var because = dialogue.note(Note.BECAUSE);
        if (Heard.why(text) && because != null) {
            round.tell(because);
            return true;
        }
        var verdict = dialogue.note(Note.VERDICT);
        if (Heard.amount(text) && verdict != null) {
            round.tell(
                    say.of(
                            "amount-of",
                            Map.of("amount", verdict.substring(verdict.lastIndexOf('|') + 1))));
            return true;
        }
        return false;
    }

    /** Nothing is submitted yet; said without asking again. */
    void remind() {
        if (confirms()) {
            round.tell(say.of("confirm-resume"));
            round.offer(say.choice("choice-confirm"), say.choice("choice-cancel"));
        }
    }

    /** A second time it is said plainly; then a person helps. */
    void unclear() {
        if (dialogue.count("ask:" + CONFIRM) > 2) {
            round.loops();
            return;
        }
        round.tell(say.of("confirm-again"));
        round.offer(
                say.choice("choice-confirm"),
                say.choice("choice-cancel"),
                say.choice("choice-person"));
    }

    private void take(String asked, String value) {
        switch (asked) {
            case "ORDER" -> takeOrder(value);
            case "REASON" -> {
                dialogue.slot(Kept.REASON.name(), value);
                dialogue.forgetCount("ask:REASON");
            }
            case "PHOTOS" -> dialogue.slot(NO_PHOTO, "1");
            case "ITEM", "TYPE", "VARIANT" -> dialogue.slot(asked, value);
            default -> {}
        }
    }

    private void takeOrder(String no) {
        if (!no.equals(dialogue.slot(Kept.ORDER.name()))) {
            dialogue.slot(Kept.ITEM.name(), null);
            dialogue.slot(QTY, null);
            dialogue.slot(Kept.VARIANT.name(), null);
        }
        dialogue.slot(Kept.ORDER.name(), no);
        dialogue.note(Note.ORDER, no);
    }

    /**
     * Everything that the words say, whatever was asked.
     *
     * @param first the words with which it began
     * @return whether they said anything
     */
    private boolean fill(String text, boolean first) {
        var before = dialogue.slots();
        order(text, first);
        item(text, first);
        reason(text);
        var type = Heard.type(text);
        if (type != null && (needs(Kept.TYPE) || !first)) {
            dialogue.slot(Kept.TYPE.name(), type);
        }
        variant(text);
        if (Heard.noPhoto(text)) {
            dialogue.slot(NO_PHOTO, "1");
        }
        return !before.equals(dialogue.slots()) || (!first && restates(text));
    }

    /** The same as before is an answer too. */
    private boolean restates(String text) {
        return Kept.REASON.name().equals(dialogue.note(Note.ASKED))
                && dialogue.slot(Kept.REASON.name()) != null
                && !Heard.asks(text);
    }

    private boolean needs(Kept kept) {
        return running()
                .map(flow -> flow.slots().stream().anyMatch(slot -> slot.kept() == kept))
                .orElse(false);
    }

    private void order(String text, boolean first) {
        var among = round.eligible();
        var now = dialogue.slot(Kept.ORDER.name());
        var asked = Kept.ORDER.name().equals(dialogue.note(Note.ASKED));
        var ordinal = Heard.ordinal(text);
        if (asked && ordinal.isPresent()) {
            var offered =
                    dialogue.choices().stream()
                            .filter(one -> round.order(one.value()).isPresent())
                            .toList();
            int at = ordinal.getAsInt() == -1 ? offered.size() - 1 : ordinal.getAsInt();
            if (at >= 0 && at < offered.size()) {
                takeOrder(offered.get(at).value());
                return;
            }
        }
        if (now == null) {
            var meant = finding.meant(text, among);
            if (meant.size() == 1) {
                takeOrder(meant.getFirst().order().no());
            } else if (meant.isEmpty() && among.size() == 1) {
                takeOrder(among.getFirst().order().no());
            }
            return;
        }
        var lines = round.order(now).map(one -> one.order().lines()).orElse(List.of());
        if (!first && Heard.other(text) && Pick.orders(text, among).isEmpty()) {
            if (lines.size() < 2) {
                var others = among.stream().filter(one -> !one.order().no().equals(now)).toList();
                dialogue.slot(Kept.ORDER.name(), null);
                dialogue.slot(Kept.ITEM.name(), null);
                dialogue.note(Note.ORDER, null);
                if (others.size() == 1) {
                    takeOrder(others.getFirst().order().no());
                }
            }
            return;
        }
        var named = Pick.orders(text, among);
        if (named.size() == 1
                && !named.getFirst().order().no().equals(now)
                && (Heard.orderNo(text) != null || Pick.lines(text, lines).isEmpty())) {
            takeOrder(named.getFirst().order().no());
        }
    }

    private void item(String text, boolean first) {
        var order = round.order(dialogue.slot(Kept.ORDER.name()));
        if (order.isEmpty()) {
            return;
        }
        var lines = order.get().order().lines();
        var asked = Kept.ITEM.name().equals(dialogue.note(Note.ASKED));
        var now = dialogue.slot(Kept.ITEM.name());
        var ordinal = Heard.ordinal(text);
        var named = Pick.lines(text, lines);
        if (asked && ordinal.isPresent()) {
            int at = ordinal.getAsInt() == -1 ? lines.size() - 1 : ordinal.getAsInt();
            if (at >= 0 && at < lines.size()) {
                dialogue.slot(Kept.ITEM.name(), lines.get(at).id());
            }
        } else if (!first && now != null && Heard.other(text) && named.isEmpty()) {
            var others = lines.stream().filter(one -> !one.id().equals(now)).toList();
            dialogue.slot(
                    Kept.ITEM.name(),
                    others.size() == 1 && !now.equals(ALL) ? others.getFirst().id() : null);
        } else if (named.size() == 1) {
            dialogue.slot(Kept.ITEM.name(), named.getFirst().id());
        } else if (Heard.all(text) && named.isEmpty()) {
            dialogue.slot(Kept.ITEM.name(), ALL);
        }
        var quantity = Heard.quantity(text);
        var line = line(lines);
        if (quantity.isPresent()
                && line.isPresent()
                && line.get().qty() > 1
                && quantity.getAsInt() <= line.get().qty()) {
            dialogue.slot(QTY, String.valueOf(quantity.getAsInt()));
        }
    }

    private Optional<Order.Line> line(List<Order.Line> lines) {
        var item = dialogue.slot(Kept.ITEM.name());
        return lines.size() == 1
                ? Optional.of(lines.getFirst())
                : lines.stream().filter(one -> one.id().equals(item)).findFirst();
    }

    private void reason(String text) {
        var asked = Kept.REASON.name().equals(dialogue.note(Note.ASKED));
        var heard = round.world.reason(text, say.language(), fresh());
        var reason = heard.reason();
        if (reason != null
                && heard.confidence() >= (asked ? SURE_WHEN_ASKED : SURE)
                && !reason.equals("SERVICE_COMPLAINT")) {
            dialogue.slot(Kept.REASON.name(), reason);
            dialogue.slot(WORDS, text);
            dialogue.note(Note.PROBLEM, text);
        }
    }

    private boolean fresh() {
        return round.order(dialogue.slot(Kept.ORDER.name()))
                .map(
                        one ->
                                one.order().lines().stream()
                                        .allMatch(line -> line.category().equals("FRESH")))
                .orElse(false);
    }

    private void variant(String text) {
        if (!needs(Kept.VARIANT)) {
            return;
        }
        if (text.contains(say.of("choice-same"))
                || text.matches(".*(?:同款|一样的|同样的|原款|换个新的|换新|same).*")) {
            dialogue.slot(Kept.VARIANT.name(), SAME);
            return;
        }
        variants().stream()
                .filter(one -> one.value().length() > 1 && mentions(text, one.label()))
                .findFirst()
                .ifPresent(one -> dialogue.slot(Kept.VARIANT.name(), one.value()));
    }

    private static boolean mentions(String text, String label) {
        var said = text.toLowerCase(java.util.Locale.ROOT);
        for (var word : label.toLowerCase(java.util.Locale.ROOT).split("[ ,，/]+")) {
            if (!word.isBlank()
                    && (word.length() > 1
                            ? said.contains(word)
                            : said.matches(
                                    ".*(?<![a-z])"
                                            + java.util.regex.Pattern.quote(word)
                                            + "(?![a-z]).*"))) {
                return true;
            }
        }
        return false;
    }

    /** The same again, and the other sizes and colours that there are. */
    private List<Choice> variants() {
        var choices = new ArrayList<Choice>();
        choices.add(new Choice(say.of("choice-same"), SAME));
        var order = round.order(dialogue.slot(Kept.ORDER.name()));
        var line = order.flatMap(one -> line(one.order().lines()));
        line.ifPresent(
                one ->
                        round.world.variants(one.sku()).stream()
                                .filter(other -> !other.sku().equals(one.sku()))
                                .forEach(
                                        other ->
                                                choices.add(
                                                        new Choice(
                                                                String.join(
                                                                        " ",
                                                                        distinct(
                                                                                other.attributes(),
                                                                                one.sku())),
                                                                other.sku()))));
        return choices.stream().filter(one -> !one.label().isBlank()).toList();
    }

    /** By what a variant differs from the one that was bought. */
    private List<String> distinct(Map<String, String> attributes, String bought) {
        var own =
                round.world.variants(bought).stream()
                        .filter(one -> one.sku().equals(bought))
                        .findFirst()
                        .map(one -> one.attributes())
                        .orElse(Map.of());
        return attributes.entrySet().stream()
                .filter(one -> !one.getValue().equals(own.get(one.getKey())))
                .map(Map.Entry::getValue)
                .toList();
    }

    private void next() {
        var flow = running();
        if (flow.isEmpty() || round.isHandedOver()) {
            return;
        }
        for (var slot : flow.get().slots()) {
            if (!has(flow.get(), slot)) {
                return;
            }
        }
        confirm(flow.get());
    }

    /** Whether it is known; else it was asked for. */
    private boolean has(Flow flow, Slot slot) {
        return switch (slot.kept()) {
            case ORDER -> hasOrder(slot);
            case ITEM -> hasItem(slot);
            case TYPE -> hasType(slot);
            case REASON -> hasReason(flow, slot);
            case VARIANT -> hasVariant(slot);
            case PHOTOS -> hasPhotos(flow, slot);
        };
    }

    private boolean hasOrder(Slot slot) {
        if (round.order(dialogue.slot(Kept.ORDER.name())).isPresent()) {
            return true;
        }
        var among = round.eligible();
        if (among.isEmpty()) {
            dialogue.endFlow();
            round.tell(say.of("no-orders"));
            round.offer(say.choice("choice-person"));
            return false;
        }
        if (among.size() == 1) {
            takeOrder(among.getFirst().order().no());
            return true;
        }
        round.ask(slot.kept().name(), say.in(slot.ask()), among.stream().map(say::order).toList());
        return false;
    }

    private StoredOrder order() {
        return round.order(dialogue.slot(Kept.ORDER.name())).orElseThrow();
    }

    private boolean hasItem(Slot slot) {
        var lines = order().order().lines();
        if (lines.size() == 1 || dialogue.slot(Kept.ITEM.name()) != null) {
            return true;
        }
        var choices =
                new ArrayList<>(
                        lines.stream().map(one -> new Choice(Say.title(one), one.id())).toList());
        choices.add(new Choice(say.of("choice-all"), ALL));
        round.ask(slot.kept().name(), say.in(slot.ask()), choices);
        return false;
    }

    private boolean hasType(Slot slot) {
        if (dialogue.slot(Kept.TYPE.name()) != null) {
            return true;
        }
        round.ask(
                slot.kept().name(),
                say.in(slot.ask()),
                List.of(
                        new Choice(say.of("type-return"), "RETURN_REFUND"),
                        new Choice(say.of("type-exchange"), "EXCHANGE"),
                        new Choice(say.of("type-repair"), "REPAIR"),
                        new Choice(say.of("type-refund"), "REFUND_ONLY")));
        return false;
    }

    private @Nullable String reasonCode(Flow flow) {
        return dialogue.slot(Kept.REASON.name()) != null
                ? dialogue.slot(Kept.REASON.name())
                : flow.reason();
    }

    private boolean hasReason(Flow flow, Slot slot) {
        if (reasonCode(flow) != null) {
            return true;
        }
        var offered = fresh() ? FRESH_REASONS : COMMON_REASONS;
        round.ask(
                slot.kept().name(),
                say.in(slot.ask()),
                round.world.reasons().stream()
                        .filter(one -> offered.contains(one.code()))
                        .sorted(java.util.Comparator.comparing(ReasonChoice::photos))
                        .map(one -> new Choice(say.in(one.text()), one.code()))
                        .toList());
        return false;
    }

    private boolean hasVariant(Slot slot) {
        if (dialogue.slot(Kept.VARIANT.name()) != null) {
            return true;
        }
        var choices = variants();
        if (choices.size() < 2 || ALL.equals(dialogue.slot(Kept.ITEM.name()))) {
            dialogue.slot(Kept.VARIANT.name(), SAME);
            return true;
        }
        round.ask(slot.kept().name(), say.in(slot.ask()), choices);
        return false;
    }

    private boolean hasPhotos(Flow flow, Slot slot) {
        var reason = reasonCode(flow);
        int needed =
                round.world.reasons().stream()
                        .filter(one -> one.code().equals(reason))
                        .mapToInt(ReasonChoice::photos)
                        .findFirst()
                        .orElse(0);
        if (dialogue.photos().size() >= needed
                || dialogue.slot(NO_PHOTO) != null
                || order().order().fulfil() == Order.Fulfilment.UNSHIPPED
                || dialogue.counted("ask:" + Kept.PHOTOS.name()) >= MOST_PHOTO_ASKS) {
            return true;
        }
        round.ask(
                slot.kept().name(),
                Say.filled(say.in(slot.ask()), Map.of("n", String.valueOf(needed))),
                List.of(new Choice(say.of("choice-no-photo"), "none")));
        return false;
    }

    private List<Order.Line> lines() {
        var all = order().order().lines();
        var item = dialogue.slot(Kept.ITEM.name());
        return item == null || item.equals(ALL)
                ? all
                : all.stream().filter(one -> one.id().equals(item)).toList();
    }

    private int units(Order.Line line) {
        var asked = dialogue.slot(QTY);
        int left = Math.max(1, line.qty() - line.refundedQty());
        return asked == null || lines().size() > 1 ? left : Math.min(left, Integer.parseInt(asked));
    }

    private Ask wanted(Flow flow) {
        var variant = dialogue.slot(Kept.VARIANT.name());
        return new Ask(
                round.who().orElseThrow(),
                order().order().no(),
                Objects.requireNonNull(reasonCode(flow)),
                dialogue.slot(WORDS),
                type(flow),
                lines().stream().map(one -> new Units(one.id(), units(one))).toList(),
                dialogue.photos().stream().map(UUID::fromString).toList(),
                variant == null || variant.equals(SAME) ? null : variant,
                say.language());
    }

    private @Nullable String type(Flow flow) {
        var named = dialogue.slot(Kept.TYPE.name());
        return named == null ? flow.type() : named;
    }

    private void confirm(Flow flow) {
        var verdict = round.world.attempt(wanted(flow));
        if (verdict.isEmpty()) {
            round.handOver(Why.FAILED);
            return;
        }
        show(flow, verdict.get(), false);
    }

    private void show(Flow flow, Verdict verdict, boolean changed) {
        switch (verdict.outcome()) {
            case "DUPLICATE" -> exists(verdict);
            case "REJECT" -> refused(verdict);
            default -> ask(flow, verdict, changed);
        }
    }

    private void exists(Verdict verdict) {
        var no = order().order().no();
        dialogue.endFlow();
        round.tell(say.of("exists"));
        round.world.cases(round.who().orElseThrow(), say.language()).stream()
                .filter(
                        one ->
                                verdict.existing() == null
                                        ? one.orderNo().equals(no)
                                        : one.id().equals(verdict.existing()))
                .findFirst()
                .ifPresent(answering::progress);
        round.offer(say.choice("choice-person"));
    }

    private void refused(Verdict verdict) {
        dialogue.tried(verdict.ruleId() + ": " + verdict.title());
        dialogue.note(
                Note.BECAUSE,
                answering.because(verdict.title(), verdict.explanation(), verdict.basis()));
        dialogue.endFlow();
        round.tell(
                say.of(
                        "refused",
                        Map.of(
                                "rule", verdict.title(),
                                "because", verdict.explanation(),
                                "basis",
                                        verdict.basis().isBlank()
                                                ? ""
                                                : say.of(
                                                        "basis",
                                                        Map.of("basis", verdict.basis())))));
        round.offer(say.choice("choice-person"));
    }

    private void ask(Flow flow, Verdict verdict, boolean changed) {
        var payer = verdict.freightPayer();
        dialogue.note(
                Note.BECAUSE,
                answering.because(verdict.title(), verdict.explanation(), verdict.basis()));
        dialogue.note(Note.FREIGHT, payer);
        dialogue.note(Note.VERDICT, key(verdict));
        if (changed) {
            round.tell(say.of("changed"));
        }
        var reason = reasonCode(flow);
        var reasonText =
                round.world.reasons().stream()
                        .filter(one -> one.code().equals(reason))
                        .map(one -> say.in(one.text()))
                        .findFirst()
                        .orElse("");
        round.ask(
                CONFIRM,
                say.of(
                        "confirm",
                        Map.of(
                                "no",
                                order().order().no(),
                                "items",
                                lines().stream()
                                        .map(one -> Say.title(one) + " ×" + units(one))
                                        .collect(Collectors.joining(say.chinese() ? "、" : ", ")),
                                "reason",
                                reasonText,
                                "type",
                                verdict.type() == null ? say.in(flow.title()) : verdict.type(),
                                "rule",
                                verdict.title(),
                                "because",
                                verdict.explanation(),
                                "money",
                                verdict.refundMinor() > 0
                                        ? say.of(
                                                "money",
                                                Map.of(
                                                        "amount",
                                                        say.money(
                                                                verdict.refundMinor(),
                                                                verdict.currency())))
                                        : "",
                                "freight",
                                payer == null ? "" : "\n" + say.of("freight-" + payer).strip())),
                List.of(say.choice("choice-confirm"), say.choice("choice-cancel")));
    }

    /** What was shown: if anything of it is different when it is done, it is shown again. */
    private String key(Verdict of) {
        return String.join(
                "|",
                of.outcome(),
                of.ruleId(),
                String.valueOf(of.type()),
                String.valueOf(of.freightPayer()),
                say.money(of.refundMinor(), of.currency()));
    }

    private void submit() {
        var flow = running().orElseThrow();
        var wanted = wanted(flow);
        int done = dialogue.counted("submitted");
        var verdict = round.world.attempt(wanted);
        if (verdict.isPresent()
                && !verdict.get().outcome().equals("DUPLICATE")
                && !key(verdict.get()).equals(dialogue.note(Note.VERDICT))) {
            show(flow, verdict.get(), true);
            return;
        }
        var made = round.world.submit(done, wanted);
        if (made.isEmpty()) {
            round.handOver(Why.FAILED);
            return;
        }
        dialogue.count("submitted");
        submitted(flow, made.get());
    }

    private void submitted(Flow flow, Progress made) {
        dialogue.tried(made.no() + ": " + made.stateText());
        dialogue.note(Note.SUBMITTED, made.id().toString());
        dialogue.note(
                Note.BECAUSE, answering.because(made.decided(), made.because(), made.basis()));
        dialogue.endFlow();
        dialogue.forgetPhotos();
        round.tell(
                say.of(
                        "submitted",
                        Map.of(
                                "no", made.no(),
                                "state", made.stateText(),
                                "next", answering.next(made))));
        if (flow.thenPerson()) {
            round.handOver(Why.RULE);
        }
    }
}
