/**
 * Who works here and what they may do: staff, roles, sessions, API keys, and customers who entered.
 */
@ApplicationModule(allowedDependencies = {"kernel"})
@NullMarked
package anxin.identity;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
