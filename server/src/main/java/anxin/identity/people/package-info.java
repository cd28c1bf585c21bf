/** Staff, their roles, teams and shops. */
@NullMarked
package anxin.identity.people;

import org.jspecify.annotations.NullMarked;
