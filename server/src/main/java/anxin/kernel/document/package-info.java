/** What a shop sets up as one document: read as a whole, changed from the version that was seen. */
@NullMarked
package anxin.kernel.document;

import org.jspecify.annotations.NullMarked;
