package anxin.platforms;

import anxin.kernel.Text;

/** Where shops sell that have after-sales of their own. */
public enum Platform {
    TAOBAO("淘宝/天猫", "Taobao/Tmall"),
    DOUDIAN("抖店", "Doudian"),
    JD("京东", "JD"),
    KUAISHOU("快手小店", "Kuaishou"),
    PDD("拼多多", "Pinduoduo"),
    WECHAT_CHANNELS("微信小店", "WeChat Channels"),
    SHOPIFY("Shopify", "Shopify");

    private final Text label;

    Platform(String zh, String en) {
        this.label = Text.of(zh, en);
    }

    public Text label() {
        return label;
    }
}
