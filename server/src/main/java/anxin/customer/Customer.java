package anxin.customer;

import anxin.kernel.ShopId;

/** Somebody by the shop's own id of them. */
public record Customer(ShopId shop, String id) {}
