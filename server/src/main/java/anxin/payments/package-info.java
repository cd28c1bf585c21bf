/** Speaks with payment gateways: pays back, asks what became of it, reads their bills. */
@ApplicationModule(allowedDependencies = {"kernel", "identity"})
@NullMarked
package anxin.payments;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
