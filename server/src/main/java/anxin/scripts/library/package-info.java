/** The shelf of scripts: shipped, changed by the shop, looked at by a second person, and live. */
@NullMarked
package anxin.scripts.library;

import org.jspecify.annotations.NullMarked;
