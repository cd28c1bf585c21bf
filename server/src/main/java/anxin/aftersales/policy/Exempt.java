package anxin.aftersales.policy;

import anxin.kernel.Text;
import org.jspecify.annotations.Nullable;

/**
 * Why goods may be exempt from the right to return without a reason. There are no others: the law
 * names these, the first five by their nature, the rest only when the customer confirmed them at
 * checkout.
 */
public enum Exempt {
    CUSTOM(
            ReasonCode.CUSTOM_EXEMPT,
            true,
            Text.of("定制商品", "Made to order"),
            Text.of(
                    "本商品按您的要求定制，不支持七日无理由退货；有质量问题仍可退换。",
                    "Made to your order: it cannot be returned without a reason. If it is faulty you can"
                            + " still return or exchange it.")),
    FRESH(
            ReasonCode.FRESH_EXEMPT,
            true,
            Text.of("鲜活易腐商品", "Fresh and perishable"),
            Text.of(
                    "鲜活易腐商品不支持七日无理由退货；如有坏损，请拍照申请，按比例退款。",
                    "Fresh goods cannot be returned without a reason. If some are spoiled, ask with photos"
                            + " and that share is refunded.")),
    DIGITAL(
            ReasonCode.DIGITAL_EXEMPT,
            true,
            Text.of("数字化商品", "Downloads and opened media"),
            Text.of(
                    "在线下载或拆封后的数字化商品不支持七日无理由退货；无法使用时仍可退换。",
                    "Downloads, and media once opened, cannot be returned without a reason. If they do not"
                            + " work you can still return or exchange them.")),
    PERIODICAL(
            ReasonCode.PERIODICAL_EXEMPT,
            true,
            Text.of("报纸、期刊", "Newspapers and magazines"),
            Text.of(
                    "交付的报纸、期刊不支持七日无理由退货。",
                    "Newspapers and magazines cannot be returned without a reason.")),
    MEDICINE(
            ReasonCode.MEDICINE_EXEMPT,
            true,
            Text.of("药品", "Medicine"),
            Text.of(
                    "药品一经售出，无质量问题不退不换。",
                    "Medicine that has been sold is not taken back unless it is faulty.")),
    HYGIENE(
            ReasonCode.CONFIRMED_EXEMPT,
            false,
            Text.of("卫生密封商品", "Sealed for hygiene"),
            Text.of(
                    "出于卫生原因，本商品拆封后不支持七日无理由退货；有质量问题仍可退换。",
                    "For reasons of hygiene it cannot be returned without a reason once unsealed. If it is"
                            + " faulty you can still return or exchange it.")),
    ACTIVATION(
            ReasonCode.CONFIRMED_EXEMPT,
            false,
            Text.of("激活后价值贬损", "Loses value once activated"),
            Text.of(
                    "本商品激活或试用后价值贬损较大，激活后不支持七日无理由退货；有质量问题仍可退换。",
                    "It loses much of its value once activated and cannot then be returned without a reason."
                            + " If it is faulty you can still return or exchange it.")),
    NEAR_EXPIRY(
            ReasonCode.CONFIRMED_EXEMPT,
            false,
            Text.of("临近保质期", "Near its date"),
            Text.of(
                    "本商品临近保质期，已在页面注明，不支持七日无理由退货；有质量问题仍可退换。",
                    "It is near its date, as shown on this page, and cannot be returned without a reason. If"
                            + " it is faulty you can still return or exchange it.")),
    DEFECT_SHOWN(
            ReasonCode.CONFIRMED_EXEMPT,
            false,
            Text.of("已注明的瑕疵品", "With the defect shown"),
            Text.of(
                    "本商品为瑕疵品，瑕疵已在页面注明，不支持七日无理由退货；注明以外的质量问题仍可退换。",
                    "It is sold with the defect shown on this page and cannot be returned without a reason."
                            + " For any other fault you can still return or exchange it.")),
    CROSS_BORDER(
            ReasonCode.CONFIRMED_EXEMPT,
            false,
            Text.of("跨境零售进口商品", "Imported at retail"),
            Text.of(
                    "本商品为跨境零售进口商品，不支持七日无理由退货；有质量问题仍可退换。",
                    "It is imported for you from abroad and cannot be returned without a reason. If it is"
                            + " faulty you can still return or exchange it."));

    private final ReasonCode rule;
    private final boolean byNature;
    private final Text title;
    private final Text words;

    Exempt(ReasonCode rule, boolean byNature, Text title, Text words) {
        this.rule = rule;
        this.byNature = byNature;
        this.title = title;
        this.words = words;
    }

    /** The rule that refuses by it. */
    public ReasonCode rule() {
        return rule;
    }

    /** The goods themselves are exempt; otherwise the customer must have confirmed it. */
    public boolean byNature() {
        return byNature;
    }

    public Text title() {
        return title;
    }

    /** The house's own words; a shop may have others. */
    public Text words() {
        return words;
    }

    /** That of a product's class, if it is one of these. */
    public static @Nullable Exempt ofClass(@Nullable String exemptClass) {
        for (var one : values()) {
            if (!one.byNature && one.name().equals(exemptClass)) {
                return one;
            }
        }
        return null;
    }

    /** That of goods which are exempt whatever anybody confirmed. */
    public static @Nullable Exempt ofNature(String category, boolean unsealed) {
        return switch (category) {
            case "CUSTOM" -> CUSTOM;
            case "FRESH", "PLANT" -> FRESH;
            case "DIGITAL_CONTENT" -> DIGITAL;
            case "MEDIA" -> unsealed ? DIGITAL : null;
            case "NEWSPAPER", "MAGAZINE" -> PERIODICAL;
            case "MEDICINE" -> MEDICINE;
            default -> null;
        };
    }
}
