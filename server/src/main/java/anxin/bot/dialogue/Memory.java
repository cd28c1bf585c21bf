package anxin.bot.dialogue;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What is remembered of a dialogue between two turns.
 *
 * @param notes what is known by name: the flow, what was asked last, the order that it is about
 * @param slots what the flow has collected
 * @param counts how often a question was asked
 * @param choices those that were offered last
 * @param tried what was done so far, in words for the agent
 * @param photos kept as evidence
 */
public record Memory(
        Map<String, String> notes,
        Map<String, String> slots,
        Map<String, Integer> counts,
        List<Choice> choices,
        List<String> tried,
        List<String> photos) {

    public static final Memory NEW =
            new Memory(Map.of(), Map.of(), Map.of(), List.of(), List.of(), List.of());

    public @Nullable String note(Note name) {
        return notes.get(name.name());
    }
}
