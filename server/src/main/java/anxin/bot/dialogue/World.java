package anxin.bot.dialogue;

import anxin.aftersales.CustomerCases.Progress;
import anxin.aftersales.CustomerCases.ReasonChoice;
import anxin.aftersales.CustomerCases.Understood;
import anxin.aftersales.CustomerCases.Verdict;
import anxin.aftersales.OrderProof.Proven;
import anxin.commerce.Parcels.Tracked;
import anxin.commerce.Product;
import anxin.commerce.StoredOrder;
import anxin.knowledge.Knowledge.Answer;
import anxin.language.Analysis;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What the bot may look at and do for one customer. */
public interface World {

    /**
     * Whose things may be shown.
     *
     * @param onlyOrder this order alone, where a code opened no more
     */
    record Who(String customerId, @Nullable String onlyOrder) {}

    /** What a case is to be about; {@code items} are line and quantity. */
    record Ask(
            Who who,
            String orderNo,
            String reason,
            @Nullable String words,
            @Nullable String type,
            List<Units> items,
            List<UUID> photos,
            @Nullable String exchangeSku,
            Locale language) {}

    record Units(String lineId, int qty) {}

    Instant now();

    ZoneId zone();

    /** Empty while nobody has vouched for the customer. */
    Optional<Who> who();

    /** The order that the conversation itself is about, where it is. */
    @Nullable String order();

    List<Analysis> understand(List<String> texts, @Nullable String before);

    /** Newest first. */
    List<StoredOrder> orders(Who who);

    List<Tracked> parcels(String orderNo);

    List<Progress> cases(Who who, Locale language);

    List<ReasonChoice> reasons();

    Understood reason(String text, Locale language, boolean fresh);

    Optional<Verdict> attempt(Ask ask);

    /** The {@code count}th case of this dialogue; the same again is the same case. */
    Optional<Progress> submit(int count, Ask ask);

    Answer knowledge(String text, @Nullable String language);

    Optional<String> facts(String text, Locale language, List<String> skus);

    List<Product> catalogue();

    List<Product> variants(String sku);

    /** A code goes to whoever is on the order, if there is such an order; answers its id. */
    UUID sendCode(String orderNo, int count, Locale language);

    Optional<Proven> checkCode(UUID id, String code);

    /** The pictures among the files, kept as evidence of the customer's. */
    List<UUID> photos(Who who, List<UUID> files);
}
