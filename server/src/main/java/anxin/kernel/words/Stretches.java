package anxin.kernel.words;

import anxin.kernel.ShopId;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.LongStream;

/**
 * Looks into the newest days first, then into ever longer stretches before them, until there is
 * enough: what is written every minute is found in today's, what is rare costs a few looks into
 * lists that are short.
 */
public final class Stretches {

    /** {@code [start, end)}; the words of its days, or none where they would be too many. */
    public record Stretch(OffsetDateTime start, OffsetDateTime end, List<String> days) {

        private Stretch(Instant start, Instant end, List<String> days) {
            this(start.atOffset(ZoneOffset.UTC), end.atOffset(ZoneOffset.UTC), days);
        }

        private static Stretch of(Collection<ShopId> shops, long first, long last) {
            return new Stretch(
                    ShopDay.start(first),
                    ShopDay.start(last + 1),
                    shops.stream()
                            .flatMap(
                                    shop ->
                                            LongStream.rangeClosed(first, last)
                                                    .mapToObj(day -> ShopDay.of(shop, day)))
                            .toList());
        }
    }

    /** Finds at most {@code limit} in a stretch, the newest first. */
    public interface Look<T> {
        List<T> into(Stretch stretch, int limit);
    }

    /** Days back; the rest is everything before. */
    private static final int[] BACK = {1, 10, 90};

    private static final int MOST_WORDS = 2_000;

    private Stretches() {}

    /** The newest {@code limit} back from the day of {@code from}. */
    public static <T> List<T> walk(
            Collection<ShopId> shops, Instant from, int limit, Look<T> look) {
        var newest = ShopDay.number(from);
        var found = new ArrayList<T>();
        var upTo = newest;
        for (var back : BACK) {
            var first = newest - back;
            if ((upTo - first + 1) * shops.size() > MOST_WORDS) {
                break;
            }
            found.addAll(look.into(Stretch.of(shops, first, upTo), limit - found.size()));
            if (found.size() >= limit) {
                return found;
            }
            upTo = first - 1;
        }
        var rest = new Stretch(Instant.EPOCH, ShopDay.start(upTo + 1), List.of());
        found.addAll(look.into(rest, limit - found.size()));
        return found;
    }
}
