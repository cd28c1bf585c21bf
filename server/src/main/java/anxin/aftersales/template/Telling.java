package anxin.aftersales.template;

import anxin.kernel.ShopId;
import anxin.messaging.OutboundMessage.Channel;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How a shop tells its customers.
 *
 * @param version 0 while nobody has changed what is shipped
 * @param quietFrom nobody is rung at from here to {@code quietTo}; both null for never quiet
 * @param portalAddress where the links lead, without the slash at its end; null for this house
 * @param channels by the name of the step, where it differs from what is shipped
 */
public record Telling(
        ShopId shop,
        int version,
        @Nullable LocalTime quietFrom,
        @Nullable LocalTime quietTo,
        @Nullable String portalAddress,
        Map<String, Set<Channel>> channels) {

    private static final LocalTime NIGHT = LocalTime.of(22, 0);
    private static final LocalTime MORNING = LocalTime.of(8, 0);

    static Telling shipped(ShopId shop) {
        return new Telling(shop, 0, NIGHT, MORNING, null, Map.of());
    }

    public Set<Channel> channels(Step step) {
        return channels.getOrDefault(step.name(), step.channels());
    }

    /** The first moment from {@code now} on that is not quiet where the customer lives. */
    public Instant awake(Instant now, ZoneId zone) {
        var from = quietFrom;
        var to = quietTo;
        if (from == null || to == null || from.equals(to)) {
            return now;
        }
        var local = now.atZone(zone);
        var time = local.toLocalTime();
        var overMidnight = from.isAfter(to);
        var quiet =
                overMidnight
                        ? !time.isBefore(from) || time.isBefore(to)
                        : !time.isBefore(from) && time.isBefore(to);
        if (!quiet) {
            return now;
        }
        var day = local.toLocalDate();
        var tomorrow = overMidnight && !time.isBefore(from);
        return (tomorrow ? day.plusDays(1) : day).atTime(to).atZone(zone).toInstant();
    }
}
