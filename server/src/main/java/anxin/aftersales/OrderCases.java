package anxin.aftersales;

import anxin.kernel.Money;
import anxin.kernel.OrderNumber;
import anxin.kernel.ShopId;
import java.util.List;

/** What after-sales knows of an order. */
public interface OrderCases {

    /**
     * @param amount what is approved, or could be given back while nobody has decided
     * @param open whether anything is still to be done
     */
    record OrderCase(String no, Money amount, boolean open) {}

    /** The newest first, ten at most. */
    List<OrderCase> of(ShopId shop, OrderNumber order);
}
