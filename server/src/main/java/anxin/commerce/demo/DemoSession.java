package anxin.commerce.demo;

import anxin.commerce.intake.Name;
import anxin.commerce.sessions.LiveSessions.LiveSession;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An evening on air, 19:00 to midnight, with what the host promised. */
record DemoSession(String id, LocalDate day, int promiseDays) {

    private static final String[] TITLES = {
        "周一上新专场", "母婴跨境专场", "数码好物专场", "生鲜产地直播", "周五宠粉夜", "周末大牌日", "周日清仓专场"
    };
    private static final String[] ENGLISH = {
        "Monday novelties",
        "Imports for families",
        "Gadgets",
        "Fresh from the source",
        "Friday night for fans",
        "Weekend of brands",
        "Sunday clearance"
    };

    static List<DemoSession> all(LocalDate from, LocalDate to) {
        var all = new ArrayList<DemoSession>();
        for (var day = from; !day.isAfter(to); day = day.plusDays(1)) {
            all.add(of(day));
        }
        return all;
    }

    /** The session on air at a moment, if there is one. */
    static @Nullable DemoSession at(Instant moment) {
        var local = moment.atZone(DemoCalendar.ZONE);
        return local.getHour() < 19 ? null : of(local.toLocalDate());
    }

    LiveSession session(List<String> skus) {
        var weekday = day.getDayOfWeek().ordinal();
        return new LiveSession(
                id,
                new Name(TITLES[weekday], ENGLISH[weekday]),
                weekday % 2 == 0 ? "星星" : "阿光",
                day.atTime(19, 0).atZone(DemoCalendar.ZONE).toInstant(),
                day.atTime(LocalTime.MAX).withNano(0).atZone(DemoCalendar.ZONE).toInstant(),
                promiseDays == 0 ? null : promiseDays,
                promiseDays == 0 ? List.of("七天无理由退货") : List.of(promiseDays + " 天无理由退货", "运费险"),
                skus,
                1L,
                null);
    }

    private static DemoSession of(LocalDate day) {
        var id = "LS" + day.format(DateTimeFormatter.BASIC_ISO_DATE);
        return new DemoSession(id, day, day.getDayOfWeek().getValue() >= 5 ? 15 : 0);
    }
}
