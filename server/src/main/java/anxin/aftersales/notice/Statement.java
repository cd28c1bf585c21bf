package anxin.aftersales.notice;

import anxin.kernel.Text;
import org.jspecify.annotations.Nullable;

/**
 * One sentence on a product's page.
 *
 * @param basis the law behind it; null is the shop's own word
 * @param confirm the customer must confirm exactly this at checkout, or it does not hold
 */
record Statement(Topic topic, Text text, @Nullable Text basis, boolean confirm) {

    /** What it is about. */
    enum Topic {
        RETURN(Text.of("退货", "Returns")),
        EXEMPTION(Text.of("不适用无理由退货", "No return without a reason")),
        FREIGHT(Text.of("运费", "The way back")),
        FAULT(Text.of("质量问题", "Faults")),
        DAMAGE(Text.of("运输破损", "Damage on the way")),
        VOUCHER(Text.of("退款", "Refunds"));

        private final Text title;

        Topic(Text title) {
            this.title = title;
        }

        Text title() {
            return title;
        }
    }
}
