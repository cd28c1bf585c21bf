/** What a shop says: wordings for each situation, offered where they fit, and whether they work. */
@ApplicationModule(
        allowedDependencies = {
            "kernel",
            "identity",
            "language",
            "conversation",
            "commerce",
            "aftersales"
        })
@NullMarked
package anxin.scripts;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
