package anxin.knowledge;

import anxin.kernel.ShopId;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a shop knows, for whoever answers its customers. Only what customers may read. */
public interface Knowledge {

    /**
     * @param kind ARTICLE or POLICY
     * @param key an article's id, or the topic of what the policy answers
     * @param answer in Markdown
     * @param basis the law behind a policy's answer
     */
    record Known(
            String kind,
            String key,
            int version,
            String question,
            String answer,
            @Nullable String basis,
            float confidence) {}

    /**
     * @param sure null: nothing that we know surely answers it
     * @param related what is at least about it, the best first
     */
    record Answer(String language, @Nullable Known sure, List<Known> related) {}

    /**
     * @param language its code; null: by the letters
     */
    Answer answer(ShopId shop, String question, @Nullable String language);

    /** What the catalogue says of these products, where it is asked for just that. */
    Optional<String> facts(ShopId shop, String question, String language, List<String> skus);
}
