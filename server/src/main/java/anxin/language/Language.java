package anxin.language;

import anxin.kernel.ShopId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Understands what people write. Knows the shops' intents; keeps nothing of what it is asked. */
public interface Language {

    /**
     * A text to be understood.
     *
     * @param language its code where the asker knows it; null: we find out
     * @param shop whose intents count; null: the shipped ones
     * @param products titles of what the talk may be about, such as the items of an order
     * @param before what the same writer said just before; null: nothing
     */
    record Message(
            String text,
            @Nullable String language,
            @Nullable ShopId shop,
            List<String> products,
            @Nullable String before) {

        public static Message of(String text) {
            return new Message(text, null, null, List.of(), null);
        }
    }

    Analysis analyse(Message message);

    /**
     * The same for many, faster than one by one; the answers stand in the order of the messages.
     */
    List<Analysis> analyse(List<Message> messages);
}
