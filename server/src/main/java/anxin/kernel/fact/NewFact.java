package anxin.kernel.fact;

import anxin.kernel.ShopId;
import org.jspecify.annotations.Nullable;

/**
 * Something that happened, about to be written into the log in the transaction of its cause.
 *
 * @param shop whose fact it is; null for the installation itself
 * @param type past tense with its module, {@code aftersales.case-submitted}
 * @param subject what it is about, {@code case:0193…}
 * @param actor who did it, {@code staff:…}, {@code customer:…}, {@code key:…} or {@code system}
 * @param customer the customer it concerns, who may hear it when the audience allows
 * @param audience who may hear it live
 * @param payload a record of ids and values, written as JSON; nothing in it may be unfit for the
 *     audience
 */
public record NewFact(
        @Nullable ShopId shop,
        String type,
        String subject,
        String actor,
        @Nullable String customer,
        Audience audience,
        Object payload) {}
