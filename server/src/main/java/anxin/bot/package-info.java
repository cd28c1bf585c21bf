/** Answers customers first, on its own, and knows when not to. */
@ApplicationModule(
        allowedDependencies = {
            "kernel",
            "identity",
            "language",
            "messaging",
            "commerce",
            "customer",
            "work",
            "conversation",
            "knowledge",
            "aftersales"
        })
@NullMarked
package anxin.bot;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
