package anxin.identity;

import anxin.kernel.ShopId;

/** One store of a shop, where members of staff work. */
public record Workplace(ShopId shop, String store) {}
