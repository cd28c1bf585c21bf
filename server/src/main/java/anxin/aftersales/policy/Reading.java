package anxin.aftersales.policy;

import anxin.kernel.Text;
import anxin.kernel.problem.Problem;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * One JSON object, read field by field. Whatever is not as expected is noted with its pointer, and
 * all of it is told at once by {@link #check}.
 */
final class Reading {

    /** Ten thousand million in major units; sums of a whole order stay far inside a long. */
    static final long MOST_MINOR = 1_000_000_000_000L;

    static final int MOST_UNITS = 100_000;

    private final @Nullable JsonNode node;
    private final String pointer;
    private final List<Problem.Field> wrong;

    private Reading(@Nullable JsonNode node, String pointer, List<Problem.Field> wrong) {
        this.node = node;
        this.pointer = pointer;
        this.wrong = wrong;
    }

    static Reading of(@Nullable JsonNode root, String pointer) {
        var reading = new Reading(root, pointer, new ArrayList<>());
        if (root != null && !root.isObject()) {
            reading.note(pointer, "应为 JSON 对象", "must be a JSON object");
            return new Reading(null, pointer, reading.wrong);
        }
        return reading;
    }

    /** Throws when anything was wrong. */
    void check() {
        if (!wrong.isEmpty()) {
            throw Problem.invalid(wrong);
        }
    }

    List<Problem.Field> wrong() {
        return List.copyOf(wrong);
    }

    boolean isThere() {
        return node != null;
    }

    Reading object(String name) {
        var child = field(name);
        if (child == null) {
            return new Reading(null, at(name), wrong);
        }
        if (!child.isObject()) {
            wrong(name, "应为 JSON 对象", "must be a JSON object");
            return new Reading(null, at(name), wrong);
        }
        return new Reading(child, at(name), wrong);
    }

    Reading requiredObject(String name) {
        var child = object(name);
        if (field(name) == null) {
            missing(name);
        }
        return child;
    }

    List<Reading> objects(String name) {
        var readings = new ArrayList<Reading>();
        var list = list(name);
        for (int i = 0; i < list.size(); i++) {
            var path = at(name) + "/" + i;
            if (list.get(i).isObject()) {
                readings.add(new Reading(list.get(i), path, wrong));
            } else {
                note(path, "应为 JSON 对象", "must be a JSON object");
            }
        }
        return readings;
    }

    List<String> texts(String name) {
        var texts = new ArrayList<String>();
        var list = list(name);
        for (int i = 0; i < list.size(); i++) {
            if (list.get(i).isString()) {
                texts.add(list.get(i).stringValue());
            } else {
                note(at(name) + "/" + i, "应为文本", "must be a text");
            }
        }
        return texts;
    }

    private List<JsonNode> list(String name) {
        var child = field(name);
        if (child == null) {
            return List.of();
        }
        if (!child.isArray()) {
            wrong(name, "应为数组", "must be an array");
            return List.of();
        }
        var list = new ArrayList<JsonNode>();
        child.forEach(list::add);
        return list;
    }

    Set<LocalDate> days(String name) {
        var days = new HashSet<LocalDate>();
        var texts = texts(name);
        for (int i = 0; i < texts.size(); i++) {
            try {
                days.add(LocalDate.parse(texts.get(i)));
            } catch (DateTimeException notADay) {
                note(at(name) + "/" + i, "应为日期，如 2026-10-01", "must be a date like 2026-10-01");
            }
        }
        return days;
    }

    @Nullable String text(String name) {
        var child = field(name);
        if (child == null) {
            return null;
        }
        if (!child.isString()) {
            wrong(name, "应为文本", "must be a text");
            return null;
        }
        return child.stringValue();
    }

    String requiredText(String name) {
        var text = text(name);
        if (text == null || text.isBlank()) {
            if (field(name) == null || text != null) {
                missing(name);
            }
            return "";
        }
        return text;
    }

    @Nullable Boolean yesOrNo(String name) {
        var child = field(name);
        if (child == null) {
            return null;
        }
        if (!child.isBoolean()) {
            wrong(name, "应为 true 或 false", "must be true or false");
            return null;
        }
        return child.booleanValue();
    }

    boolean isSo(String name) {
        return Boolean.TRUE.equals(yesOrNo(name));
    }

    @Nullable Long whole(String name, long least, long most) {
        var child = field(name);
        if (child == null) {
            return null;
        }
        if (!child.isNumber() || !isWhole(child.decimalValue())) {
            wrong(name, "应为整数", "must be a whole number");
            return null;
        }
        var value = child.decimalValue();
        if (value.compareTo(BigDecimal.valueOf(least)) < 0
                || value.compareTo(BigDecimal.valueOf(most)) > 0) {
            wrong(
                    name,
                    "应在 " + least + " 到 " + most + " 之间",
                    "must be between " + least + " and " + most);
            return null;
        }
        return value.longValue();
    }

    private static boolean isWhole(BigDecimal value) {
        return value.signum() == 0 || value.stripTrailingZeros().scale() <= 0;
    }

    @Nullable Long minor(String name) {
        return whole(name, 0, MOST_MINOR);
    }

    long minorOrNone(String name) {
        var minor = minor(name);
        return minor == null ? 0 : minor;
    }

    long requiredMinor(String name) {
        require(name);
        return minorOrNone(name);
    }

    @Nullable Integer count(String name, int least, int most) {
        var count = whole(name, least, most);
        return count == null ? null : Math.toIntExact(count);
    }

    int requiredCount(String name, int least, int most) {
        require(name);
        var count = count(name, least, most);
        return count == null ? least : count;
    }

    @Nullable BigDecimal positive(String name) {
        var child = field(name);
        if (child == null) {
            return null;
        }
        if (!child.isNumber() || child.decimalValue().signum() <= 0) {
            wrong(name, "应为大于 0 的数", "must be a number above 0");
            return null;
        }
        return child.decimalValue();
    }

    @Nullable Double number(String name, double least, double most) {
        var child = field(name);
        if (child == null) {
            return null;
        }
        if (!child.isNumber() || !(child.doubleValue() >= least && child.doubleValue() <= most)) {
            wrong(
                    name,
                    "应为 " + plain(least) + " 到 " + plain(most) + " 之间的数",
                    "must be a number between " + plain(least) + " and " + plain(most));
            return null;
        }
        return child.doubleValue();
    }

    private static String plain(double number) {
        return BigDecimal.valueOf(number).stripTrailingZeros().toPlainString();
    }

    @Nullable Instant time(String name) {
        var text = text(name);
        if (text == null) {
            return null;
        }
        try {
            var time = OffsetDateTime.parse(text);
            if (time.getYear() >= 1970 && time.getYear() <= 9999) {
                return time.toInstant();
            }
        } catch (DateTimeException notATime) {
            // Told below, together with a year out of range.
        }
        wrong(
                name,
                "应为带时区的时间，如 2026-11-13T10:00:00+08:00",
                "must be a time with an offset, like 2026-11-13T10:00:00+08:00");
        return null;
    }

    Instant requiredTime(String name) {
        require(name);
        var time = time(name);
        return time == null ? Instant.EPOCH : time;
    }

    @Nullable String oneOf(String name, String... values) {
        var text = text(name);
        if (text == null || List.of(values).contains(text)) {
            return text;
        }
        var list = String.join(", ", values);
        wrong(name, "应为以下之一：" + list, "must be one of " + list);
        return null;
    }

    <E extends Enum<E>> @Nullable E oneOf(String name, Class<E> type) {
        var constants = type.getEnumConstants();
        var text = oneOf(name, Arrays.stream(constants).map(Enum::name).toArray(String[]::new));
        return text == null ? null : Enum.valueOf(type, text);
    }

    <E extends Enum<E>> E requiredOneOf(String name, Class<E> type) {
        require(name);
        var value = oneOf(name, type);
        return value == null ? type.getEnumConstants()[0] : value;
    }

    /** A map of counts by a name of the shop's, such as stock by SKU. */
    @Nullable Map<String, Integer> counts(String name) {
        var child = object(name);
        if (child.node == null) {
            return null;
        }
        var counts = new LinkedHashMap<String, Integer>();
        for (var entry : child.node.properties()) {
            var count = child.count(entry.getKey(), 0, Integer.MAX_VALUE);
            if (count != null) {
                counts.put(entry.getKey(), count);
            }
        }
        return counts;
    }

    /** Counts in groups, such as stock by SKU by store; a bare number counts for every SKU. */
    @Nullable Map<String, Map<String, Integer>> countsByGroup(String name, String every) {
        var child = object(name);
        if (child.node == null) {
            return null;
        }
        var groups = new LinkedHashMap<String, Map<String, Integer>>();
        for (var entry : child.node.properties()) {
            var group = entry.getKey();
            if (entry.getValue().isNumber()) {
                var count = child.count(group, 0, Integer.MAX_VALUE);
                groups.put(group, count == null ? Map.of() : Map.of(every, count));
            } else {
                var counts = child.counts(group);
                groups.put(group, counts == null ? Map.of() : counts);
            }
        }
        return groups;
    }

    @Nullable Map<String, String> textsByName(String name) {
        var child = object(name);
        if (child.node == null) {
            return null;
        }
        var texts = new LinkedHashMap<String, String>();
        for (var entry : child.node.properties()) {
            var text = child.text(entry.getKey());
            if (text != null) {
                texts.put(entry.getKey(), text);
            }
        }
        return texts;
    }

    /** Every field's name, to find those that nobody knows. */
    Set<String> names() {
        var names = new HashSet<String>();
        if (node != null) {
            node.propertyNames().forEach(names::add);
        }
        return names;
    }

    @Nullable JsonNode field(String name) {
        var child = node == null ? null : node.get(name);
        return child == null || child.isNull() ? null : child;
    }

    private void require(String name) {
        if (field(name) == null) {
            missing(name);
        }
    }

    private void missing(String name) {
        wrong(name, "必填", "is required");
    }

    void wrong(String name, String zh, String en) {
        note(at(name), zh, en);
    }

    private void note(String where, String zh, String en) {
        wrong.add(new Problem.Field(where, Text.of(zh, en)));
    }

    private String at(String name) {
        return pointer + "/" + name.replace("~", "~0").replace("/", "~1");
    }
}
