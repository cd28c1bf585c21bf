package anxin.aftersales.policy;

import anxin.kernel.Text;

/**
 * Why a customer wants something, in the words of the customer. The order is the one in which the
 * portal offers them.
 */
public enum Reason {
    NO_REASON(Text.of("七天无理由退换", "Return without a reason"), 0),
    NO_LONGER_WANTED(Text.of("不想要了 / 拍错了", "No longer wanted"), 0),
    QUALITY(Text.of("质量问题", "Faulty or poor quality"), 1),
    NOT_AS_DESCRIBED(Text.of("与描述不符", "Not as described"), 1),
    WRONG_ITEM(Text.of("发错货", "Wrong item sent"), 1),
    MISSING_PARTS(Text.of("少件 / 漏发", "Something is missing"), 1),
    LOGISTICS_DAMAGE(Text.of("运输破损", "Damaged on the way"), 2),
    ROTTEN(Text.of("生鲜腐坏", "Fresh goods spoiled"), 2),
    SHORT_WEIGHT(Text.of("缺斤少两", "Less than paid for"), 2),
    EXPIRED_GOODS(Text.of("商品过期", "Past its date"), 1),
    NOT_RECEIVED(Text.of("没有收到货", "Not received"), 0),
    LATE_SHIPMENT(Text.of("迟迟未发货", "Shipped too late"), 0),
    PRICE_DROP(Text.of("降价补差", "The price fell"), 0),
    COUNTERFEIT(Text.of("疑似假货", "Suspected counterfeit"), 1),
    FOOD_SAFETY(Text.of("食品安全问题", "Food safety"), 1),
    SAFETY_INCIDENT(Text.of("人身或财产受到伤害", "Somebody or something was harmed"), 1),
    SERVICE_COMPLAINT(Text.of("投诉服务", "Complaint about service"), 0),
    /** What intake says of a text that it does not understand; never offered. */
    UNCLEAR(Text.of("未说明", "Not clear yet"), 0);

    private final Text text;
    private final int photos;

    Reason(Text text, int photos) {
        this.text = text;
        this.photos = photos;
    }

    public Text text() {
        return text;
    }

    /** Photos help to decide. */
    public boolean asksPhotos() {
        return photos > 0;
    }

    /** How many photos (or a video) the rules ask for. */
    public int photosNeeded() {
        return photos;
    }

    /** May the customer choose it? */
    public boolean offered() {
        return this != UNCLEAR;
    }

    /** The customer simply changed their mind. */
    boolean isWish() {
        return this == NO_REASON || this == NO_LONGER_WANTED || this == LATE_SHIPMENT;
    }

    /** The goods are faulty in the sense of the law on defects. */
    boolean isDefect() {
        return this == QUALITY
                || this == NOT_AS_DESCRIBED
                || this == EXPIRED_GOODS
                || this == ROTTEN
                || this == SHORT_WEIGHT;
    }

    /** Somebody on the seller's side, the carrier included, is said to be at fault. */
    public boolean isFault() {
        return isDefect()
                || this == WRONG_ITEM
                || this == MISSING_PARTS
                || this == LOGISTICS_DAMAGE
                || isGrave();
    }

    /** Injury, food, fake: always an expert. */
    boolean isGrave() {
        return this == SAFETY_INCIDENT || this == FOOD_SAFETY || this == COUNTERFEIT;
    }
}
