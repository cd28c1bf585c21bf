/** What is true of a shop, reviewed and versioned, and found by whoever asks. */
@ApplicationModule(
        allowedDependencies = {
            "kernel",
            "identity",
            "language",
            "commerce",
            "aftersales",
            "conversation"
        })
@NullMarked
package anxin.knowledge;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
