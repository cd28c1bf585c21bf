package anxin.aftersales.expression;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What the signs between two parts do, and what they go between. */
final class Signs {

    private Signs() {}

    static Node both(Node left, Node right) {
        return Node.of(Kind.TRUTH, left.at(), run -> left.holds(run) && right.holds(run));
    }

    static Node either(Node left, Node right) {
        return Node.of(Kind.TRUTH, left.at(), run -> left.holds(run) || right.holds(run));
    }

    static Node not(Node part) {
        return Node.of(Kind.TRUTH, part.at(), run -> !part.holds(run));
    }

    /** {@code ==} and {@code !=}: what is not known equals nothing and differs from nothing. */
    static Node equal(Node left, Node right, boolean same) {
        require(right, left.kind());
        requireKnownValue(left, right);
        requireKnownValue(right, left);
        return Node.of(
                Kind.TRUTH,
                left.at(),
                run -> {
                    var one = left.value(run);
                    var other = right.value(run);
                    return one != null && other != null && Objects.equals(one, other) == same;
                });
    }

    static Node compare(String sign, Node left, Node right) {
        if (!left.kind().hasOrder()) {
            throw new Mistake(
                    left.at(), "应为数、时间或时长", "a number, a time or a length of time is expected");
        }
        require(right, left.kind());
        return Node.of(
                Kind.TRUTH,
                left.at(),
                run -> {
                    var one = left.value(run);
                    var other = right.value(run);
                    return one != null && other != null && holds(sign, order(one, other));
                });
    }

    private static boolean holds(String sign, int order) {
        return switch (sign) {
            case "<" -> order < 0;
            case "<=" -> order <= 0;
            case ">" -> order > 0;
            default -> order >= 0;
        };
    }

    private static int order(Object one, Object other) {
        if (one instanceof Instant time) {
            return time.compareTo((Instant) other);
        }
        if (one instanceof Duration span) {
            return span.compareTo((Duration) other);
        }
        return Double.compare((Double) one, (Double) other);
    }

    static Node in(Node left, Node right) {
        require(left, Kind.TEXT);
        require(right, Kind.TEXTS);
        for (var value : right.values()) {
            requireOneOf(left.values(), value, right.at());
        }
        return Node.of(
                Kind.TRUTH,
                left.at(),
                run -> {
                    var one = left.value(run);
                    return one != null
                            && right.value(run) instanceof List<?> list
                            && list.contains(one);
                });
    }

    static Node plus(Node left, Node right) {
        var kind = left.kind() == Kind.TIME && right.kind() == Kind.SPAN ? Kind.TIME : left.kind();
        if (kind == Kind.NUMBER || kind == Kind.SPAN) {
            require(right, kind);
        } else if (kind != Kind.TIME || right.kind() != Kind.SPAN) {
            throw notCounted(left);
        }
        return arithmetic(kind, left, right, Signs::sum);
    }

    private static Object sum(Object one, Object other) {
        if (one instanceof Instant time) {
            return time.plus((Duration) other);
        }
        return one instanceof Duration span
                ? span.plus((Duration) other)
                : (Object) ((Double) one + (Double) other);
    }

    static Node minus(Node left, Node right) {
        var kind = left.kind();
        if (kind == Kind.TIME && right.kind() == Kind.TIME) {
            kind = Kind.SPAN;
        } else if (kind == Kind.NUMBER || kind == Kind.SPAN) {
            require(right, kind);
        } else if (kind != Kind.TIME || right.kind() != Kind.SPAN) {
            throw notCounted(left);
        }
        return arithmetic(kind, left, right, Signs::difference);
    }

    private static Object difference(Object one, Object other) {
        if (one instanceof Instant time) {
            return other instanceof Instant before
                    ? Duration.between(before, time)
                    : time.minus((Duration) other);
        }
        return one instanceof Duration span
                ? span.minus((Duration) other)
                : (Object) ((Double) one - (Double) other);
    }

    static Node times(Node left, Node right, boolean divide) {
        require(left, Kind.NUMBER);
        require(right, Kind.NUMBER);
        return arithmetic(
                Kind.NUMBER,
                left,
                right,
                (one, other) ->
                        divide ? (Double) one / (Double) other : (Double) one * (Double) other);
    }

    static Node negative(Node part) {
        require(part, Kind.NUMBER);
        return Node.of(
                Kind.NUMBER,
                part.at(),
                run -> part.value(run) instanceof Double number ? (Object) (-number) : null);
    }

    @FunctionalInterface
    private interface Count {
        Object of(Object one, Object other);
    }

    private static Node arithmetic(Kind kind, Node left, Node right, Count count) {
        return Node.of(
                kind,
                left.at(),
                run -> {
                    var one = left.value(run);
                    var other = right.value(run);
                    return one == null || other == null ? null : count.of(one, other);
                });
    }

    private static Mistake notCounted(Node part) {
        return new Mistake(
                part.at(),
                "这里不能加减：" + part.kind().text().zh(),
                part.kind().text().en() + " cannot be added or subtracted like this");
    }

    static void require(Node part, Kind kind) {
        if (part.kind() != kind) {
            throw new Mistake(
                    part.at(),
                    "应为" + kind.text().zh() + "，而这是" + part.kind().text().zh(),
                    kind.text().en() + " is expected, this is " + part.kind().text().en());
        }
    }

    private static void requireKnownValue(Node fact, Node written) {
        if (written.values().size() == 1) {
            requireOneOf(fact.values(), written.values().getFirst(), written.at());
        }
    }

    private static void requireOneOf(List<String> values, @Nullable String value, int at) {
        if (!values.isEmpty() && value != null && values.size() > 1 && !values.contains(value)) {
            var list = String.join(", ", values);
            throw new Mistake(at, "应为以下之一：" + list, "must be one of " + list);
        }
    }
}
