/** Files beside the database: written whole or not at all, pictures encoded anew. */
@NullMarked
package anxin.kernel.files;

import org.jspecify.annotations.NullMarked;
