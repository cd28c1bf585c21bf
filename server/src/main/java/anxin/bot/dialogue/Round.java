package anxin.bot.dialogue;

import anxin.bot.dialogue.World.Who;
import anxin.bot.flow.FlowBook;
import anxin.commerce.Order;
import anxin.commerce.StoredOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** One turn while it is thought about: what is to be said grows in it. */
final class Round {

    /** The same question is asked so often at most. */
    private static final int MOST_ASKED = 2;

    private static final int MOST_CHOICES = 5;

    final Dialogue dialogue;
    final Say say;
    final World world;
    final FlowBook book;
    final Tuning tuning;
    private final List<String> parts = new ArrayList<>();
    private final List<Choice> choices = new ArrayList<>();
    private @Nullable List<StoredOrder> orders;
    private @Nullable Why why;
    private boolean wrong;
    private boolean looped;

    Round(Dialogue dialogue, Say say, World world, FlowBook book, Tuning tuning) {
        this.dialogue = dialogue;
        this.say = say;
        this.world = world;
        this.book = book;
        this.tuning = tuning;
    }

    void tell(String part) {
        if (!part.isBlank() && !parts.contains(part)) {
            parts.add(part.strip());
        }
    }

    void offer(Choice... more) {
        offer(List.of(more));
    }

    void offer(List<Choice> more) {
        for (var choice : more) {
            if (choices.stream().noneMatch(one -> one.label().equals(choice.label()))) {
                choices.add(choice);
            }
        }
    }

    void handOver(Why because) {
        if (why == null) {
            why = because;
        }
    }

    void didNotHelp() {
        wrong = true;
        handOver(Why.NOT_HELPED);
    }

    /** What would be the same again is for people. */
    void loops() {
        looped = true;
        handOver(Why.LOOP);
    }

    /** Asks for something by name; the third time people do. */
    void ask(String what, String question, List<Choice> answers) {
        if (dialogue.count("ask:" + what) > MOST_ASKED) {
            loops();
            return;
        }
        dialogue.note(Note.ASKED, what);
        tell(question);
        offer(answers.stream().limit(MOST_CHOICES).toList());
    }

    boolean isSilent() {
        return parts.isEmpty() && why == null;
    }

    boolean isHandedOver() {
        return why != null;
    }

    @Nullable Why why() {
        return why;
    }

    boolean wrong() {
        return wrong;
    }

    boolean looped() {
        return looped;
    }

    String text() {
        return String.join("\n", parts);
    }

    List<Choice> choices() {
        return choices;
    }

    void replace(String text, List<Choice> answers) {
        parts.clear();
        parts.add(text);
        choices.clear();
        choices.addAll(answers);
    }

    Optional<Who> who() {
        var proven = dialogue.note(Note.PROVEN_CUSTOMER);
        return proven == null
                ? world.who()
                : Optional.of(new Who(proven, dialogue.note(Note.PROVEN_ORDER)));
    }

    /** The customer's own, newest first. */
    List<StoredOrder> orders() {
        var known = orders;
        if (known == null) {
            known = who().map(world::orders).orElse(List.of());
            orders = known;
        }
        return known;
    }

    Optional<StoredOrder> order(@Nullable String no) {
        return no == null
                ? Optional.empty()
                : orders().stream().filter(one -> one.order().no().equals(no)).findFirst();
    }

    /** The order that the talk is about. */
    Optional<StoredOrder> focus() {
        return Stream.of(dialogue.note(Note.ORDER), world.order())
                .flatMap(Stream::ofNullable)
                .flatMap(no -> order(no).stream())
                .findFirst();
    }

    /** Those for which something may be asked. */
    List<StoredOrder> eligible() {
        return orders().stream()
                .filter(one -> one.order().payStatus() != Order.PayStatus.UNPAID)
                .filter(one -> one.order().payStatus() != Order.PayStatus.REFUNDED)
                .toList();
    }
}
