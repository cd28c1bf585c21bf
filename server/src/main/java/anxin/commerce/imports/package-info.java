/** Files of thousands of documents, taken in batches and continued exactly where they stopped. */
@NullMarked
package anxin.commerce.imports;

import org.jspecify.annotations.NullMarked;
