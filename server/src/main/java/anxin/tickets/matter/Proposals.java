package anxin.tickets.matter;

import anxin.tickets.matter.Triage.Grade;
import anxin.tickets.matter.Triage.Priority;
import anxin.tickets.matter.Triage.Topic;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the rules and the language said it is; people have the last word. */
public record Proposals(ByRules rules, @Nullable ByLanguage language) {

    /**
     * @param names of the rules that spoke
     */
    public record ByRules(Topic type, Grade grade, Priority priority, List<String> names) {

        public Triage triage() {
            return new Triage(type, grade, priority);
        }
    }

    /**
     * @param confidence in the type, 0 to 1
     * @param because the words or the intent it goes by
     */
    public record ByLanguage(
            @Nullable Topic type,
            @Nullable Grade grade,
            @Nullable Priority priority,
            float confidence,
            List<String> because) {}
}
