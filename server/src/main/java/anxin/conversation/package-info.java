/** People talking with a shop, across channels: one conversation for one matter. */
@ApplicationModule(
        allowedDependencies = {"kernel", "identity", "customer", "messaging", "work", "language"})
@NullMarked
package anxin.conversation;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
