package anxin.commerce;

import anxin.kernel.OrderNumber;
import anxin.kernel.ShopId;

/** Which order: a number says it within its shop only. */
public record OrderKey(ShopId shop, OrderNumber number) {}
