package anxin.aftersales.expression;

import java.util.ArrayList;
import java.util.List;

/** One word or sign of an expression; {@code at} is its place, counted from 0. */
record Token(Sort sort, String text, int at) {

    enum Sort {
        NAME,
        NUMBER,
        TEXT,
        SIGN,
        END
    }

    private static final List<String> SIGNS =
            List.of(
                    "&&", "||", "==", "!=", "<=", ">=", "<", ">", "+", "-", "*", "/", "!", "(", ")",
                    "[", "]", ",", ".");

    boolean is(String sign) {
        return sort == Sort.SIGN && text.equals(sign);
    }

    static List<Token> of(String written) {
        var tokens = new ArrayList<Token>();
        int at = 0;
        while (at < written.length()) {
            char c = written.charAt(at);
            if (Character.isWhitespace(c)) {
                at++;
            } else {
                var token = next(written, at, c);
                tokens.add(token);
                at += length(token);
            }
        }
        tokens.add(new Token(Sort.END, "", written.length()));
        return tokens;
    }

    private static int length(Token token) {
        return token.sort() == Sort.TEXT ? token.text().length() + 2 : token.text().length();
    }

    private static Token next(String written, int at, char c) {
        if (isLetter(c)) {
            return new Token(Sort.NAME, run(written, at, false), at);
        }
        if (isDigit(c)) {
            return new Token(Sort.NUMBER, run(written, at, true), at);
        }
        if (c == '"' || c == '\'') {
            int end = written.indexOf(c, at + 1);
            if (end < 0) {
                throw new Mistake(at, "文本缺少结束的引号", "this text has no closing quote");
            }
            return new Token(Sort.TEXT, written.substring(at + 1, end), at);
        }
        for (var sign : SIGNS) {
            if (written.startsWith(sign, at)) {
                return new Token(Sort.SIGN, sign, at);
            }
        }
        throw new Mistake(at, "不认识的符号 " + c, c + " is no sign of this language");
    }

    /** A name, or a number with its fraction and its unit. */
    private static String run(String written, int at, boolean number) {
        int end = at;
        while (end < written.length()
                && (isLetter(written.charAt(end))
                        || isDigit(written.charAt(end))
                        || (number && isPoint(written, end)))) {
            end++;
        }
        return written.substring(at, end);
    }

    private static boolean isPoint(String written, int at) {
        return written.charAt(at) == '.'
                && at + 1 < written.length()
                && isDigit(written.charAt(at + 1));
    }

    private static boolean isLetter(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_';
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }
}
