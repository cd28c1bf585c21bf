package anxin.platforms;

import anxin.kernel.ShopId;

/** Whoever wants to hear of platforms' cases. */
public interface CaseNews {

    /**
     * Maybe twice, late and out of order; takes it in a transaction of its own. Throws when it
     * cannot be taken now: then it is told again later.
     */
    void told(ShopId shop, ExternalCase told);
}
