/**
 * Understands text and keeps no business state but the shops' own intents: which language, what is
 * wanted, what is named, how the writer feels, and whether a promise names its time.
 */
@ApplicationModule(allowedDependencies = {"kernel", "identity"})
@NullMarked
package anxin.language;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
