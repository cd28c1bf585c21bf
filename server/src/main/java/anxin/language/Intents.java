package anxin.language;

import anxin.kernel.ShopId;
import anxin.kernel.Text;
import java.util.List;

/** What can be wanted in a shop: the shipped intents as it names them, and its own. */
public interface Intents {

    /**
     * @param scene where it belongs: pre-sale, order, delivery, after-sale, account, live, talk, or
     *     own for what the shop added
     */
    record Intent(String key, String scene, Text name) {}

    /** Those that are in use, the shipped ones first; one that was merged is its target. */
    List<Intent> of(ShopId shop);
}
