/** Gets a message in or out through any channel. */
@ApplicationModule(allowedDependencies = {"kernel", "identity"})
@NullMarked
package anxin.messaging;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
