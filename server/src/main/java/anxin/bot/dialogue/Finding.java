package anxin.bot.dialogue;

import anxin.commerce.Order;
import anxin.commerce.StoredOrder;
import anxin.kernel.wire.StableId;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Whose order and which: nobody is told about another's, nor whether there is one. */
final class Finding {

    private static final int LOOKED_AT = 5;

    private final Round round;

    Finding(Round round) {
        this.round = round;
    }

    /**
     * Whether nothing more can be said before it is known who asks; then it was asked for.
     *
     * @param wanted in the customer's own words, to go on with when they have proved it
     */
    boolean mustProve(String wanted) {
        if (round.who().isPresent()) {
            return false;
        }
        round.dialogue.note(Note.PENDING, wanted);
        var number = Heard.orderNo(wanted);
        if (number != null) {
            sendCode(number);
        } else {
            round.ask(
                    "order-no",
                    round.say.of("ask-order-no"),
                    List.of(round.say.choice("choice-person")));
        }
        return true;
    }

    /** Heard while an order's number or its code was asked for; whether that was it. */
    boolean heard(String text) {
        var asked = round.dialogue.note(Note.ASKED);
        if ("order-no".equals(asked)) {
            var number = Heard.orderNo(text);
            if (number == null) {
                return false;
            }
            sendCode(number);
            return true;
        }
        if ("code".equals(asked)) {
            return redeem(text);
        }
        return false;
    }

    private void sendCode(String number) {
        var sent =
                round.world.sendCode(number, round.dialogue.count("codes"), round.say.language());
        round.dialogue.note(Note.CODE, sent.toString());
        round.dialogue.note(Note.CODE_ORDER, number);
        round.ask("code", round.say.of("code-sent"), List.of(round.say.choice("choice-person")));
    }

    private boolean redeem(String text) {
        var number = Heard.orderNo(text);
        var code = Heard.code(text);
        var id = round.dialogue.note(Note.CODE);
        if (code == null || id == null) {
            if (number != null && !number.equals(round.dialogue.note(Note.CODE_ORDER))) {
                sendCode(number);
                return true;
            }
            return false;
        }
        var proven = round.world.checkCode(java.util.UUID.fromString(id), code);
        if (proven.isEmpty()) {
            if (round.dialogue.count("wrong-codes") > 2) {
                round.handOver(Why.PROOF);
            } else {
                round.dialogue.note(Note.ASKED, "code");
                round.tell(round.say.of("code-wrong"));
                round.offer(round.say.choice("choice-person"));
            }
            return true;
        }
        round.dialogue.note(Note.PROVEN_CUSTOMER, proven.get().customerId());
        round.dialogue.note(Note.PROVEN_ORDER, proven.get().orderNo());
        round.dialogue.note(Note.ORDER, proven.get().orderNo());
        round.dialogue.note(Note.ASKED, null);
        round.tell(round.say.of("code-good"));
        return true;
    }

    /** Says so where a number is named that is none of theirs; whether it did. */
    boolean isStrange(String text) {
        var number = Heard.orderNo(text);
        if (number == null
                || number.matches("1[3-9]\\d{9}")
                || !Pick.orders(text, round.orders()).isEmpty()
                || byParcel(text).isPresent()) {
            return false;
        }
        round.ask(
                "strange-order",
                round.say.of("order-not-yours", Map.of("no", number)),
                round.orders().stream().limit(LOOKED_AT).map(round.say::order).toList());
        round.offer(round.say.choice("choice-person"));
        return true;
    }

    Optional<StoredOrder> byParcel(String text) {
        var number = Heard.orderNo(text);
        if (number == null) {
            return Optional.empty();
        }
        return round.orders().stream()
                .limit(LOOKED_AT)
                .filter(one -> one.order().fulfil() != Order.Fulfilment.UNSHIPPED)
                .filter(
                        one ->
                                round.world.parcels(one.order().no()).stream()
                                        .anyMatch(
                                                parcel ->
                                                        parcel.trackingNo()
                                                                .equalsIgnoreCase(number)))
                .findFirst();
    }

    /** Which of their orders the words mean; empty where they do not say. */
    List<StoredOrder> meant(String text, List<StoredOrder> among) {
        var named = Pick.orders(text, among);
        if (!named.isEmpty()) {
            return named;
        }
        var parcel = byParcel(text);
        if (parcel.isPresent()) {
            return List.of(parcel.get());
        }
        var focus = round.focus();
        if (Heard.other(text) && focus.isPresent()) {
            return among.stream()
                    .filter(one -> !one.key().equals(focus.get().key()))
                    .limit(3)
                    .toList();
        }
        if (Heard.newest(text) && !among.isEmpty()) {
            return List.of(among.getFirst());
        }
        return focus.filter(one -> among.stream().anyMatch(other -> other.key().equals(one.key())))
                .map(List::of)
                .orElse(List.of());
    }

    /** A visitor's code has an id of its own for every time it was asked for. */
    static java.util.UUID codeId(java.util.UUID conversation, String number, int count) {
        return StableId.of("bot-code", conversation.toString(), number, String.valueOf(count));
    }
}
