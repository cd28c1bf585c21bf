/** A matter that must be closed, from any source: who has it, who must help, and by when. */
@ApplicationModule(
        allowedDependencies = {
            "kernel",
            "identity",
            "commerce",
            "customer",
            "conversation",
            "messaging",
            "work",
            "language"
        })
@NullMarked
package anxin.tickets;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
