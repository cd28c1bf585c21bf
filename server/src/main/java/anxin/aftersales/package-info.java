/**
 * Goods and money going back: returns, exchanges, repairs, refunds and complaints, from the request
 * to the closing.
 */
@ApplicationModule(
        allowedDependencies = {
            "kernel",
            "identity",
            "commerce",
            "work",
            "messaging",
            "payments",
            "platforms",
            "language",
            "tickets"
        })
@NullMarked
package anxin.aftersales;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
