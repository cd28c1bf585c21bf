package anxin.commerce.demo;

import anxin.commerce.intake.Name;
import anxin.commerce.sessions.Promotions.Promotion;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** 满减: who buys for so much pays so much less. 618, 双十一, 双十二, and a members' day each month. */
record DemoPromotion(
        String id, String zh, String en, Instant from, Instant to, long threshold, long discount) {

    static List<DemoPromotion> all(LocalDate firstDay, LocalDate lastDay) {
        var all = new ArrayList<DemoPromotion>();
        for (int year = firstDay.getYear(); year <= lastDay.getYear(); year++) {
            all.add(of("618-" + year, "618 年中狂欢", "618 sale", year, 6, 14, 5, 300_00, 50_00));
            all.add(of("D11-" + year, "双十一全球好物节", "Double 11", year, 10, 31, 14, 300_00, 50_00));
            all.add(of("D12-" + year, "双十二年终盛典", "Double 12", year, 12, 10, 3, 200_00, 20_00));
            for (int month = 1; month <= 12; month++) {
                var id = "VIP-%d%02d".formatted(year, month);
                all.add(of(id, month + " 月会员日", "Members' day", year, month, 18, 1, 199_00, 15_00));
            }
        }
        all.removeIf(
                one ->
                        one.to().isBefore(start(firstDay))
                                || !one.from().isBefore(start(lastDay.plusDays(40))));
        return all;
    }

    /** The one that takes the most off. */
    static Optional<DemoPromotion> best(List<DemoPromotion> all, Instant at, long list) {
        return all.stream()
                .filter(one -> !at.isBefore(one.from) && at.isBefore(one.to))
                .filter(one -> list >= one.threshold)
                .max(java.util.Comparator.comparingLong(DemoPromotion::discount));
    }

    Promotion promotion() {
        return new Promotion(
                id,
                new Name(zh, en),
                "FULL_REDUCTION",
                threshold,
                discount,
                "CNY",
                from,
                to,
                1L,
                null);
    }

    private static DemoPromotion of(
            String id,
            String zh,
            String en,
            int year,
            int month,
            int day,
            int days,
            long threshold,
            long discount) {
        var first = LocalDate.of(year, month, day);
        return new DemoPromotion(
                id, zh, en, start(first), start(first.plusDays(days)), threshold, discount);
    }

    private static Instant start(LocalDate day) {
        return day.atStartOfDay(DemoCalendar.ZONE).toInstant();
    }
}
