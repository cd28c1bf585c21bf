/** Where staff answer: the list, the thread, who has what, and who is at it now. */
@NullMarked
package anxin.conversation.desk;

import org.jspecify.annotations.NullMarked;
