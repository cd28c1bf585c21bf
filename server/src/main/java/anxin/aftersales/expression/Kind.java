package anxin.aftersales.expression;

import anxin.kernel.Text;

/** What sort of thing a part of an expression is. */
public enum Kind {
    TRUTH(Text.of("是/否", "yes or no")),
    NUMBER(Text.of("数", "a number")),
    TEXT(Text.of("文本", "a text")),
    TIME(Text.of("时间", "a time")),
    SPAN(Text.of("时长", "a length of time")),
    TEXTS(Text.of("文本列表", "a list of texts")),
    ROWS(Text.of("明细列表", "a list of rows"));

    private final Text text;

    Kind(Text text) {
        this.text = text;
    }

    public Text text() {
        return text;
    }

    boolean hasOrder() {
        return this == NUMBER || this == TIME || this == SPAN;
    }
}
