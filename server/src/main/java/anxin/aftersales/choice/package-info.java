/**
 * What a customer may choose from, offered by the rules or by an agent, and what the choice makes.
 */
@NullMarked
package anxin.aftersales.choice;

import org.jspecify.annotations.NullMarked;
