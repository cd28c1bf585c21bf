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
        String lang) {}
