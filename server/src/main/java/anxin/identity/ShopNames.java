package anxin.identity;

import anxin.kernel.ShopId;
import anxin.kernel.Text;
import java.util.SortedMap;

/** What the shops of this installation are called; answered by whoever knows the shops. */
public interface ShopNames {

    SortedMap<ShopId, Text> all();
}
