/** Who must do something, and by when. */
@ApplicationModule(allowedDependencies = {"kernel", "identity"})
@NullMarked
package anxin.work;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
