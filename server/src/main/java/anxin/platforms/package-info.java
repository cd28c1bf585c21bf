/**
 * Speaks the shop platforms' protocols: pulls after-sales cases, hears of them by web hook, and
 * tells the platform what was decided.
 */
@ApplicationModule(allowedDependencies = {"kernel", "identity", "commerce"})
@NullMarked
package anxin.platforms;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
