package anxin.aftersales.carrier;

import anxin.kernel.Text;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** When the courier comes, as the customer says it where they live. */
final class PickupWords {

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("HH:mm", Locale.ENGLISH);
    private static final DateTimeFormatter ZH =
            DateTimeFormatter.ofPattern("M月d日 HH:mm", Locale.CHINESE);
    private static final DateTimeFormatter EN =
            DateTimeFormatter.ofPattern("d MMM HH:mm", Locale.ENGLISH);

    private PickupWords() {}

    static Text window(Instant from, Instant until, ZoneId zone) {
        var start = from.atZone(zone);
        var end = until.atZone(zone);
        return Text.of(between(start, end, ZH), between(start, end, EN));
    }

    private static String between(ZonedDateTime start, ZonedDateTime end, DateTimeFormatter day) {
        var sameDay = start.toLocalDate().equals(end.toLocalDate());
        return day.format(start) + "–" + (sameDay ? TIME : day).format(end);
    }
}
