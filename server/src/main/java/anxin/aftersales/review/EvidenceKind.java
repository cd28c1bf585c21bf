package anxin.aftersales.review;

import anxin.kernel.Text;

/** What an agent can ask a customer to show: exactly, so that nobody guesses. */
enum EvidenceKind {
    GOODS_OVERVIEW("商品整体照片", "a photo of the whole item"),
    DEFECT_CLOSE_UP("问题部位特写", "a close-up of the defect"),
    PACKAGING("外包装照片", "a photo of the outer packaging"),
    SHIPPING_LABEL("快递面单照片", "a photo of the shipping label"),
    SERIAL_NUMBER("机身序列号照片", "a photo of the serial number"),
    ALL_RECEIVED("收到的全部商品合照", "a photo of everything that arrived"),
    WEIGHT("称重照片", "a photo of it on a scale"),
    CHAT_OR_PAGE("承诺页面或聊天截图", "a screenshot of the promise or chat");

    private final Text text;

    EvidenceKind(String zh, String en) {
        this.text = Text.of(zh, en);
    }

    Text text() {
        return text;
    }
}
