package anxin.work;

import anxin.kernel.ShopId;
import java.time.Instant;

/**
 * By when something must have happened.
 *
 * @param kind whose {@link DeadlineHandler} runs when it is missed, {@code aftersales.state}
 * @param subject what it is about; one deadline per subject and kind
 * @param detail what the handler needs to recognise a deadline that no longer matters, such as the
 *     state it was set for
 */
public record Deadline(ShopId shop, String kind, String subject, Instant dueAt, String detail) {}
