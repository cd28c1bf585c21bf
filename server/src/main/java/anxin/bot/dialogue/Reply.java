package anxin.bot.dialogue;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is said, and what follows.
 *
 * @param choices labels of what the customer may answer with one touch
 * @param why people have it from now on; null: they need not
 * @param wrong an answer given before did not help
 * @param looped it would have asked or said the same again
 */
public record Reply(
        String text,
        List<String> choices,
        @Nullable Why why,
        boolean wrong,
        boolean looped,
        Memory memory) {}
