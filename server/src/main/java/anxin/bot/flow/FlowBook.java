package anxin.bot.flow;

import anxin.kernel.Text;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How a shop's bot talks, as data.
 *
 * @param schema of this document; 1
 * @param intents what is done about each intent; those left out are looked up in the knowledge
 * @param flows what is collected before something is done
 * @param guides questions back that avoid a wrong purchase
 * @param phrases all that it says, by name; {@code {…}} is filled in
 */
public record FlowBook(
        int schema,
        Map<String, Act> intents,
        List<Flow> flows,
        List<Guide> guides,
        Map<String, Text> phrases) {

    public static final int SCHEMA = 1;

    /**
     * What is done about an intent.
     *
     * @param flow the one that begins, for {@link Kind#FLOW}
     */
    public record Act(Kind kind, @Nullable String flow) {}

    public enum Kind {
        GREET,
        ORDER,
        PARCEL,
        PROGRESS,
        FLOW,
        PRODUCT,
        KNOWLEDGE,
        PERSON
    }

    /**
     * @param type the kind of case that it asks for; null: the slot TYPE or the rules choose
     * @param reason taken where the customer gave none; null: it is asked for
     * @param slots what is collected, in this order
     * @param thenPerson people go on when it is done
     */
    public record Flow(
            String name,
            Text title,
            @Nullable String type,
            @Nullable String reason,
            List<Slot> slots,
            boolean thenPerson) {}

    public record Slot(Kept kept, Text ask) {}

    public enum Kept {
        ORDER,
        ITEM,
        TYPE,
        REASON,
        VARIANT,
        PHOTOS
    }

    /**
     * What people find out too late.
     *
     * @param about words of a product's title or of the talk, any of which calls for it
     * @param attribute of the catalogue that the answer is compared with; null: none is
     */
    public record Guide(
            String name,
            List<String> about,
            @Nullable String attribute,
            Text ask,
            List<Answer> answers) {}

    /**
     * @param words by which it is heard
     * @param fits what the attribute must contain for it; null: it is only advised
     */
    public record Answer(Text label, List<String> words, @Nullable String fits, Text advice) {}

    public Optional<Flow> flow(String name) {
        return flows.stream().filter(one -> one.name().equals(name)).findFirst();
    }

    public Optional<Guide> guide(String name) {
        return guides.stream().filter(one -> one.name().equals(name)).findFirst();
    }
}
