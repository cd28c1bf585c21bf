package anxin.bot.turn;

import anxin.bot.dialogue.Memory;
import anxin.bot.dialogue.Note;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What people are told so that they need not ask again.
 *
 * @param why {@link anxin.bot.dialogue.Why}
 * @param wants an intent
 * @param problem in the customer's own words
 * @param said what the customer said last
 * @param flow what was being collected, {@code collected} what of it is known
 * @param tried what the bot has done, and what the rules said
 * @param photos how many the customer has sent
 */
public record Summary(
        String why,
        @Nullable String orderNo,
        @Nullable String wants,
        @Nullable String problem,
        @Nullable String said,
        @Nullable String emotion,
        @Nullable String flow,
        List<Collected> collected,
        List<String> tried,
        int photos) {

    public record Collected(String slot, String value) {}

    static Summary of(String why, Memory memory, String said) {
        var slots =
                memory.slots().entrySet().stream()
                        .filter(one -> !one.getKey().equals("WORDS"))
                        .sorted(java.util.Map.Entry.comparingByKey())
                        .map(one -> new Collected(one.getKey(), one.getValue()))
                        .toList();
        var problem = memory.note(Note.PROBLEM);
        return new Summary(
                why,
                memory.note(Note.ORDER),
                memory.note(Note.TOPIC),
                problem == null ? memory.note(Note.BEFORE) : problem,
                said,
                memory.note(Note.EMOTION),
                memory.note(Note.FLOW),
                slots,
                memory.tried(),
                memory.photos().size());
    }
}
