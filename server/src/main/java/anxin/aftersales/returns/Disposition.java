package anxin.aftersales.returns;

import anxin.kernel.Text;

/** What becomes of goods that came back, or did not. */
public enum Disposition {
    RESTOCKED(Text.of("入库可售", "Back in stock")),
    NOT_RESTOCKED(Text.of("不入库", "Not back in stock")),
    MISSING(Text.of("未收到", "Not there")),
    PROCESSING_REQUIRED(Text.of("待处理", "To be dealt with")),
    SECOND_HAND(Text.of("转二手", "Second hand")),
    DESTROYED(Text.of("销毁", "Destroyed")),
    RETURN_TO_BONDED(Text.of("退回保税仓", "Back to the bonded warehouse"));

    private final Text text;

    Disposition(Text text) {
        this.text = text;
    }

    public Text text() {
        return text;
    }
}
