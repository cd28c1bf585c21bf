/** Who is asking, as one person, whatever channel they write on. */
@ApplicationModule(allowedDependencies = {"kernel", "identity", "commerce"})
@NullMarked
package anxin.customer;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
