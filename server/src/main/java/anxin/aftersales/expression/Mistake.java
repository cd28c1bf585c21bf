package anxin.aftersales.expression;

import anxin.kernel.Text;

/** An expression that cannot be used: where, counted from 1, and what is expected there. */
public final class Mistake extends RuntimeException {

    private final int column;
    private final Text expected;

    Mistake(int at, String zh, String en) {
        super("column " + (at + 1) + ": " + en, null, false, false);
        this.column = at + 1;
        this.expected = Text.of("第 " + (at + 1) + " 列：" + zh, "column " + (at + 1) + ": " + en);
    }

    public int column() {
        return column;
    }

    public Text expected() {
        return expected;
    }
}
