/** Which shop is connected to which platform, with the keys and tokens sealed. */
@NullMarked
package anxin.platforms.connections;

import org.jspecify.annotations.NullMarked;
