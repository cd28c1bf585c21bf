/**
 * Cases that live at a shop platform: taken in, followed, and answered; where it and we do not
 * agree, a person is called.
 */
@NullMarked
package anxin.aftersales.outside;

import org.jspecify.annotations.NullMarked;
