package anxin.identity;

import anxin.kernel.Text;
import java.util.Collection;
import java.util.Map;

/** What stores are called; answered by whoever knows the shops. */
public interface StoreNames {

    /** Those that are not known are left out. */
    Map<Workplace, Text> of(Collection<Workplace> stores);
}
