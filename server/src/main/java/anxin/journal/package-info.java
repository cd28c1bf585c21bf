/** Every fact that happened, searchable, and told live to whom it concerns. */
@ApplicationModule(allowedDependencies = {"kernel", "identity"})
@NullMarked
package anxin.journal;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
