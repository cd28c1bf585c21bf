package anxin.aftersales.rulebook;

import anxin.kernel.Text;
import org.jspecify.annotations.Nullable;

/**
 * One place in which two policies differ, in plain words.
 *
 * @param pointer the place in the document
 * @param was null where there was nothing
 * @param becomes null where nothing is left
 */
record Difference(String pointer, Text what, @Nullable Text was, @Nullable Text becomes) {}
