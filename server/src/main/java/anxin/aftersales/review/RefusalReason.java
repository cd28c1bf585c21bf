package anxin.aftersales.review;

import anxin.kernel.Text;

/**
 * Why an agent may refuse, as the customer reads it. {@code needsEvidence}: only with a photo or
 * record on the case.
 */
enum RefusalReason {
    NOT_COVERED("不符合售后政策", "The after-sales policy does not cover it", false),
    WINDOW_CLOSED("已超过售后期限", "The time for it has passed", false),
    NOT_INTACT("商品不完好，影响二次销售", "The goods are not intact and cannot be sold again", true),
    USED("商品已使用", "The goods were used", true),
    NOT_OUR_GOODS("寄回或所述商品非本店售出", "The goods are not ours", true),
    EVIDENCE_DOES_NOT_SHOW("凭证未能反映所述问题", "The proof does not show what was described", true),
    MAN_MADE_DAMAGE("人为损坏", "Damaged by misuse", true),
    AGREED_OTHERWISE("已与您协商其他方案", "Another solution was agreed with you", false),
    DUPLICATE("与其他申请重复", "The same as another request", false);

    private final Text text;
    private final boolean needsEvidence;

    RefusalReason(String zh, String en, boolean needsEvidence) {
        this.text = Text.of(zh, en);
        this.needsEvidence = needsEvidence;
    }

    Text text() {
        return text;
    }

    boolean needsEvidence() {
        return needsEvidence;
    }
}
