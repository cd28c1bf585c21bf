/** Turns texts into vectors of meaning by the models that come inside the jar. */
@NullMarked
package anxin.language.encoder;

import org.jspecify.annotations.NullMarked;
