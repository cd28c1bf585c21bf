package anxin.aftersales.expression;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads an expression from left to right and checks each part against the vocabulary as it goes.
 *
 * <pre>
 * condition = all ("||" all)*            all   = compared ("&amp;&amp;" compared)*
 * compared  = sum (sign sum)?            sign  = == != &lt; &lt;= &gt; &gt;= in
 * sum       = part (("+" | "-") part)*   part  = one (("*" | "/") one)*
 * one       = ("!" | "-") one | number | span | "text" | [texts] | name | call | (condition)
 * call      = known(name) | size(list) | contains(text, text) | startsWith(text, text)
 *           | any(rows, condition) | all(rows, condition) | sum(rows, number)
 * </pre>
 */
final class Parser<S> {

    private static final int DEEPEST = 40;
    private static final Pattern SPAN = Pattern.compile("(\\d+(?:\\.\\d+)?)([mhd])");
    private static final Pattern NUMBER = Pattern.compile("\\d+(\\.\\d+)?");
    private static final Map<String, Double> SECONDS =
            Map.of("m", 60.0, "h", 3_600.0, "d", 86_400.0);

    private final List<Token> tokens;
    private final Vocabulary<S> names;

    /** What the rows around this place have, the innermost last. */
    private final List<Vocabulary<Object>> rows = new ArrayList<>();

    private final Map<String, Call> calls = new HashMap<>();
    private int next;
    private int depth;

    @FunctionalInterface
    private interface Call {
        Node read(Token name);
    }

    Parser(List<Token> tokens, Vocabulary<S> names) {
        this.tokens = tokens;
        this.names = names;
        calls.put("known", this::known);
        calls.put("size", this::size);
        calls.put("contains", name -> inText(name, false));
        calls.put("startsWith", name -> inText(name, true));
        calls.put("any", name -> overRows(name, true));
        calls.put("all", name -> overRows(name, false));
        calls.put("sum", this::sumOfRows);
    }

    Node condition() {
        var whole = or();
        if (peek().sort() != Token.Sort.END) {
            throw new Mistake(
                    peek().at(), "这里多出了 " + peek().text(), peek().text() + " is not expected here");
        }
        Signs.require(whole, Kind.TRUTH);
        return whole;
    }

    private Node or() {
        if (++depth > DEEPEST) {
            throw new Mistake(peek().at(), "嵌套过深", "nested too deeply");
        }
        var left = and();
        while (take("||")) {
            Signs.require(left, Kind.TRUTH);
            var right = and();
            Signs.require(right, Kind.TRUTH);
            left = Signs.either(left, right);
        }
        depth--;
        return left;
    }

    private Node and() {
        var left = compared();
        while (take("&&")) {
            Signs.require(left, Kind.TRUTH);
            var right = compared();
            Signs.require(right, Kind.TRUTH);
            left = Signs.both(left, right);
        }
        return left;
    }

    private Node compared() {
        var left = sum();
        for (var sign : List.of("<=", ">=", "<", ">")) {
            if (take(sign)) {
                return Signs.compare(sign, left, sum());
            }
        }
        if (take("==")) {
            return Signs.equal(left, sum(), true);
        }
        if (take("!=")) {
            return Signs.equal(left, sum(), false);
        }
        if (peek().sort() == Token.Sort.NAME && peek().text().equals("in")) {
            next++;
            return Signs.in(left, sum());
        }
        return left;
    }

    private Node sum() {
        var left = part();
        while (true) {
            if (take("+")) {
                left = Signs.plus(left, part());
            } else if (take("-")) {
                left = Signs.minus(left, part());
            } else {
                return left;
            }
        }
    }

    private Node part() {
        var left = one();
        while (true) {
            if (take("*")) {
                left = Signs.times(left, one(), false);
            } else if (take("/")) {
                left = Signs.times(left, one(), true);
            } else {
                return left;
            }
        }
    }

    private Node one() {
        if (++depth > DEEPEST) {
            throw new Mistake(peek().at(), "嵌套过深", "nested too deeply");
        }
        try {
            if (take("!")) {
                var part = one();
                Signs.require(part, Kind.TRUTH);
                return Signs.not(part);
            }
            if (take("-")) {
                return Signs.negative(one());
            }
            if (take("(")) {
                var inside = or();
                expect(")");
                return inside;
            }
            if (peek().is("[")) {
                return texts();
            }
            return leaf(tokens.get(next++));
        } finally {
            depth--;
        }
    }

    private Node leaf(Token token) {
        return switch (token.sort()) {
            case NUMBER -> number(token);
            case TEXT ->
                    new Node(
                            Kind.TEXT,
                            token.at(),
                            List.of(token.text()),
                            null,
                            run -> token.text());
            case NAME -> named(token);
            case SIGN, END ->
                    throw new Mistake(
                            token.at(),
                            "这里应为条件、名称或值",
                            "a condition, a name or a value is expected");
        };
    }

    private static Node number(Token token) {
        var span = SPAN.matcher(token.text());
        if (span.matches()) {
            double seconds =
                    Double.parseDouble(span.group(1)) * SECONDS.getOrDefault(span.group(2), 0.0);
            var length = Duration.ofMillis(Math.round(seconds * 1_000));
            return Node.of(Kind.SPAN, token.at(), run -> length);
        }
        if (!NUMBER.matcher(token.text()).matches()) {
            throw new Mistake(
                    token.at(), "应为数，或 30m、48h、7d 这样的时长", "a number is expected, or 30m, 48h, 7d");
        }
        var value = Double.valueOf(token.text());
        return Node.of(Kind.NUMBER, token.at(), run -> value);
    }

    private Node texts() {
        int at = peek().at();
        expect("[");
        var values = new ArrayList<String>();
        do {
            var token = tokens.get(next++);
            if (token.sort() != Token.Sort.TEXT) {
                throw new Mistake(token.at(), "应为引号中的文本", "a text in quotes is expected");
            }
            values.add(token.text());
        } while (take(","));
        expect("]");
        var list = List.copyOf(values);
        return new Node(Kind.TEXTS, at, list, null, run -> list);
    }

    private Node named(Token first) {
        if (first.text().equals("true") || first.text().equals("false")) {
            var so = first.text().equals("true");
            return Node.of(Kind.TRUTH, first.at(), run -> so);
        }
        if (peek().is("(")) {
            var call = calls.get(first.text());
            if (call == null) {
                throw new Mistake(
                        first.at(),
                        "没有这个函数，可用：" + String.join(", ", calls.keySet().stream().sorted().toList()),
                        "no such function; there are "
                                + String.join(", ", calls.keySet().stream().sorted().toList()));
            }
            return call.read(first);
        }
        var name = new StringBuilder(first.text());
        while (take(".")) {
            var more = tokens.get(next++);
            if (more.sort() != Token.Sort.NAME) {
                throw new Mistake(more.at(), "应为名称", "a name is expected");
            }
            name.append('.').append(more.text());
        }
        return fact(name.toString(), first.at());
    }

    /** Inside a list a name is that of the row, if the row has it. */
    private Node fact(String name, int at) {
        for (int level = rows.size() - 1; level >= 0; level--) {
            var found = rows.get(level).find(name);
            if (found != null) {
                int row = level;
                return new Node(
                        found.kind(),
                        at,
                        found.values(),
                        found.row(),
                        run -> found.look().at(run.rows.get(row)));
            }
        }
        var found = names.find(name);
        if (found == null) {
            throw new Mistake(at, "没有名为 " + name + " 的事实", "there is no fact called " + name);
        }
        return new Node(found.kind(), at, found.values(), found.row(), run -> look(found, run));
    }

    /** The run was begun with what the vocabulary looks at. */
    @SuppressWarnings("unchecked")
    private static <S> @Nullable Object look(Vocabulary.Name<S> found, Run run) {
        return found.look().at((S) run.situation);
    }

    // ---- calls

    private Node known(Token name) {
        expect("(");
        var part = or();
        expect(")");
        return Node.of(Kind.TRUTH, name.at(), run -> part.value(run) != null);
    }

    private Node size(Token name) {
        expect("(");
        var part = or();
        expect(")");
        if (part.kind() != Kind.ROWS && part.kind() != Kind.TEXTS) {
            throw new Mistake(part.at(), "应为列表", "a list is expected");
        }
        return Node.of(
                Kind.NUMBER,
                name.at(),
                run -> part.value(run) instanceof List<?> list ? (double) list.size() : 0.0);
    }

    private Node inText(Token name, boolean start) {
        expect("(");
        var whole = or();
        Signs.require(whole, Kind.TEXT);
        expect(",");
        var part = or();
        Signs.require(part, Kind.TEXT);
        expect(")");
        return Node.of(
                Kind.TRUTH,
                name.at(),
                run ->
                        whole.value(run) instanceof String text
                                && part.value(run) instanceof String piece
                                && (start ? text.startsWith(piece) : text.contains(piece)));
    }

    private Node overRows(Token name, boolean any) {
        var list = openRows();
        var each = or();
        Signs.require(each, Kind.TRUTH);
        closeRows();
        return Node.of(
                Kind.TRUTH,
                name.at(),
                run -> {
                    for (var row : rowsOf(list, run)) {
                        if (inRow(run, row, each) instanceof Boolean so && so == any) {
                            return any;
                        }
                    }
                    return !any;
                });
    }

    private Node sumOfRows(Token name) {
        var list = openRows();
        var each = or();
        Signs.require(each, Kind.NUMBER);
        closeRows();
        return Node.of(
                Kind.NUMBER,
                name.at(),
                run -> {
                    double sum = 0;
                    for (var row : rowsOf(list, run)) {
                        sum += inRow(run, row, each) instanceof Double number ? number : 0;
                    }
                    return sum;
                });
    }

    private Node openRows() {
        expect("(");
        var list = or();
        Signs.require(list, Kind.ROWS);
        expect(",");
        var row = list.row();
        if (row != null) {
            rows.add(row);
        }
        return list;
    }

    private void closeRows() {
        expect(")");
        rows.removeLast();
    }

    private static List<?> rowsOf(Node list, Run run) {
        return list.value(run) instanceof List<?> rows ? rows : List.of();
    }

    private static @Nullable Object inRow(Run run, Object row, Node each) {
        run.rows.add(row);
        try {
            return each.value(run);
        } finally {
            run.rows.removeLast();
        }
    }

    // ---- tokens

    private Token peek() {
        return tokens.get(next);
    }

    private boolean take(String sign) {
        if (peek().is(sign)) {
            next++;
            return true;
        }
        return false;
    }

    private void expect(String sign) {
        if (!take(sign)) {
            throw new Mistake(peek().at(), "这里应为 " + sign, sign + " is expected here");
        }
    }
}
