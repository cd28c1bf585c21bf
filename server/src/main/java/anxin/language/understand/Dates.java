package anxin.language.understand;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A day as its date, counted from today. */
record Dates(LocalDate today) {

    private static final Map<Integer, List<String>> DAYS =
            Map.of(
                    -3, List.of("大前天"),
                    -2, List.of("前天", "the day before yesterday", "おととい"),
                    -1,
                            List.of(
                                    "昨天",
                                    "昨晚",
                                    "yesterday",
                                    "昨日",
                                    "ayer",
                                    "เมื่อวาน",
                                    "เมื่อวานนี้",
                                    "hôm qua",
                                    "kemarin",
                                    "semalam",
                                    "kahapon"),
                    0,
                            List.of(
                                    "今天",
                                    "今早",
                                    "今晚",
                                    "today",
                                    "tonight",
                                    "今日",
                                    "本日",
                                    "hoy",
                                    "วันนี้",
                                    "hôm nay",
                                    "hari ini",
                                    "ngayon"),
                    1,
                            List.of(
                                    "明天",
                                    "明晚",
                                    "tomorrow",
                                    "明日",
                                    "mañana",
                                    "พรุ่งนี้",
                                    "ngày mai",
                                    "besok",
                                    "esok",
                                    "bukas"),
                    2, List.of("后天", "明後日"),
                    3, List.of("大后天"));

    private static final int SOON = 60;

    private static final Pattern NUMBERS = Pattern.compile("(\\d+)\\D+(\\d+)\\D+(\\d+)\\D*");
    private static final Pattern MONTH_DAY = Pattern.compile("(\\d+)月(\\d+)\\D*");
    private static final Pattern DAY = Pattern.compile("(\\d+)[号日]");
    private static final Pattern WEEKDAY_ZH =
            Pattern.compile("(上上|上|这|本|下)?个?(?:周|星期|礼拜)([一二三四五六日天])");
    private static final Pattern WEEKDAY_EN =
            Pattern.compile("(last |next |this )?(mon|tues|wednes|thurs|fri|satur|sun)day");
    private static final Pattern MONTH_EN =
            Pattern.compile("([a-z]{3})[a-z.]* (\\d+)\\D*|(\\d+)\\D* (?:of )?([a-z]{3})[a-z]*");
    private static final List<String> MONTHS =
            List.of(
                    "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov",
                    "dec");
    private static final List<String> WEEKDAYS =
            List.of("mon", "tues", "wednes", "thurs", "fri", "satur", "sun");

    /** The date, or the words where there is no such day. */
    String of(String text) {
        try {
            var date = date(text.toLowerCase(Locale.ROOT).strip());
            return date == null ? text : date.toString();
        } catch (DateTimeException noSuchDay) {
            return text;
        }
    }

    private @Nullable LocalDate date(String text) {
        for (var day : DAYS.entrySet()) {
            if (day.getValue().contains(text)) {
                return today.plusDays(day.getKey());
            }
        }
        var numbers = NUMBERS.matcher(text);
        if (numbers.matches()) {
            return LocalDate.of(
                    number(numbers.group(1)), number(numbers.group(2)), number(numbers.group(3)));
        }
        var monthDay = MONTH_DAY.matcher(text);
        if (monthDay.matches()) {
            return nearest(number(monthDay.group(1)), number(monthDay.group(2)));
        }
        var day = DAY.matcher(text);
        if (day.matches()) {
            return nearest(today.getMonthValue(), number(day.group(1)));
        }
        var weekday = WEEKDAY_ZH.matcher(text);
        if (weekday.matches()) {
            var which = weekday.group(1) == null ? "" : weekday.group(1);
            int weeks =
                    which.equals("上上") ? -2 : which.equals("上") ? -1 : which.equals("下") ? 1 : 0;
            int number = "一二三四五六日".indexOf(weekday.group(2).replace("天", "日")) + 1;
            return monday().plusWeeks(weeks).plusDays(number - 1);
        }
        var english = WEEKDAY_EN.matcher(text);
        if (english.matches()) {
            var which = english.group(1) == null ? "" : english.group(1).strip();
            int weeks = which.equals("last") ? -1 : which.equals("next") ? 1 : 0;
            return monday().plusWeeks(weeks).plusDays(WEEKDAYS.indexOf(english.group(2)));
        }
        var month = MONTH_EN.matcher(text);
        if (month.matches()) {
            return month.group(1) != null
                    ? nearest(MONTHS.indexOf(month.group(1)) + 1, number(month.group(2)))
                    : nearest(MONTHS.indexOf(month.group(4)) + 1, number(month.group(3)));
        }
        return null;
    }

    private LocalDate monday() {
        return today.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
    }

    /** People speak of what was, or of what is soon. */
    private LocalDate nearest(int month, int day) {
        var date = LocalDate.of(today.getYear() + 1, month, day);
        while (date.isAfter(today.plusDays(SOON))) {
            date = date.minusYears(1);
        }
        return date;
    }

    private static int number(String digits) {
        return Integer.parseInt(digits);
    }
}
