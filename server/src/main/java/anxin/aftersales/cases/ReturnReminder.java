package anxin.aftersales.cases;

import anxin.kernel.ShopId;
import anxin.work.Deadline;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Who has to send something back is reminded two days and twelve hours before the time is over. */
public final class ReturnReminder {

    /** The kind of the deadline at which somebody is reminded; its detail is the hours left. */
    public static final String DEADLINE = "aftersales.return-reminder";

    private static final List<Integer> HOURS = List.of(48, 12);

    private ReturnReminder() {}

    /** The next one before {@code due}; none when it is too late for any. */
    public static List<Deadline> before(Instant due, ShopId shop, UUID id, Instant now) {
        return HOURS.stream()
                .map(
                        hours ->
                                new Deadline(
                                        shop,
                                        DEADLINE,
                                        CaseRow.subject(id),
                                        due.minus(Duration.ofHours(hours)),
                                        hours.toString()))
                .filter(reminder -> reminder.dueAt().isAfter(now))
                .limit(1)
                .toList();
    }
}
