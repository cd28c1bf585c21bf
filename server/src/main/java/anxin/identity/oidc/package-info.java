/** Staff whom another provider vouches for (OpenID Connect). */
@NullMarked
package anxin.identity.oidc;

import org.jspecify.annotations.NullMarked;
