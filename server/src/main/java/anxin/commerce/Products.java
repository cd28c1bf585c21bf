package anxin.commerce;

import anxin.kernel.ShopId;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** The catalogues of the connected shops. */
public interface Products {

    Optional<Product> find(ShopId shop, String sku);

    /** Those that are there, in one statement and in no particular order. */
    List<Product> findAll(ShopId shop, Collection<String> skus);

    /** What a shop sells, by SKU, so many at most. */
    List<Product> ofShop(ShopId shop, int most);

    /** The sizes and colours of one product, by SKU. */
    List<Product> ofSpu(ShopId shop, String spu);
}
