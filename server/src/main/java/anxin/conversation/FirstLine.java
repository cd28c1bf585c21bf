package anxin.conversation;

import anxin.kernel.ShopId;
import anxin.kernel.Text;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Who answers before people do; implemented above. Cheap to ask. */
public interface FirstLine {

    /** The author of what it says. */
    String ACTOR = "bot";

    /**
     * How it begins, before the customer has said anything.
     *
     * @param choices what the customer may answer with one touch
     */
    record Greeting(String text, List<String> choices) {}

    /** Whether it takes a conversation that begins on the channel now. */
    boolean takes(ShopId shop, String channel);

    /** What customers see that it is called. */
    Text name(ShopId shop);

    Optional<Greeting> greeting(ShopId shop, String channel, Locale language);
}
