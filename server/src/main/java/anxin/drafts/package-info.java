/**
 * Drafts for whoever answers: an answer from what the shop knows, a summary for whoever takes over,
 * a translation. Nothing of it is sent by itself.
 */
@ApplicationModule(
        allowedDependencies = {"kernel", "identity", "language", "conversation", "knowledge"})
@NullMarked
package anxin.drafts;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
