package anxin.aftersales.submit;

import anxin.aftersales.policy.Request;
import anxin.kernel.OrderNumber;
import anxin.kernel.ShopId;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What somebody asks for, in a customer's name.
 *
 * @param id chosen by the caller: the same id again is the same case
 * @param reopening set when it goes on with a case that has ended
 * @param customer who must own the order; null when staff or a program of the shop asks
 */
public record Wish(
        ShopId shop,
        UUID id,
        OrderNumber order,
        String actor,
        @Nullable String customer,
        Request request,
        List<UUID> evidence,
        String lang,
        @Nullable Reopening reopening) {

    /**
     * What an ended case hands on to the one that goes on with it.
     *
     * @param queue whose matter it was
     * @param remedy an agent makes good a complaint: what the rules refuse a person decides about
     */
    public record Reopening(
            UUID of, int priority, @Nullable String queue, @Nullable UUID agent, boolean remedy) {

        public Reopening(UUID of, int priority, @Nullable String queue, @Nullable UUID agent) {
            this(of, priority, queue, agent, false);
        }
    }

    public Wish(
            ShopId shop,
            UUID id,
            OrderNumber order,
            String actor,
            @Nullable String customer,
            Request request,
            List<UUID> evidence,
            String lang) {
        this(shop, id, order, actor, customer, request, evidence, lang, null);
    }

    boolean isRemedy() {
        return reopening != null && reopening.remedy();
    }
}
