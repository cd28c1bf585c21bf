/**
 * What the connected shops know: shops, products, orders, parcels, stores, live sessions,
 * promotions.
 */
@ApplicationModule(allowedDependencies = {"kernel", "identity"})
@NullMarked
package anxin.commerce;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
