package anxin.aftersales.choice;

import anxin.aftersales.policy.CaseType;
import anxin.aftersales.policy.Request;
import anxin.kernel.Text;
import org.jspecify.annotations.Nullable;

/** The kinds of options, and how each changes the request that the rules decide about. */
enum Way {
    AS_ASKED(
            Text.of("按原申请办理", "As you asked first"),
            Text.of("现在有货了，按您最初的申请办理", "It can be done now after all")),
    RETURN_REFUND(
            Text.of("退货退款", "Return and refund"),
            Text.of("寄回商品，验收后原路退款", "Send it back; refunded after the check")),
    PARTIAL_REFUND(
            Text.of("部分退款，商品留用", "Keep it, part of the money back"),
            Text.of("不用寄回，马上原路退款", "Nothing to send back; refunded at once")),
    EXCHANGE(
            Text.of("换同款新品", "Exchange for a new one"),
            Text.of("寄回商品，收到后发出新品", "Send it back; a new one follows")),
    OTHER_SKU(
            Text.of("换其他款式", "Another variant"),
            Text.of("寄回商品，收到后发出这一款", "Send it back; this one follows")),
    WAIT_RESTOCK(
            Text.of("等待补货", "Wait for new stock"),
            Text.of("客服跟进补货，到货后为您办理", "An agent follows it up and arranges it once it is there")),
    SHIP_FROM_WAREHOUSE(
            Text.of("仓库直发新品", "A new one from the warehouse"),
            Text.of("寄回商品，由仓库发出新品", "Send it back; the warehouse sends a new one")),
    RETURN_BY_POST(
            Text.of("寄回退款", "Send it back for a refund"),
            Text.of("不用到店，寄回商品，验收后原路退款", "No need to come to the store; refunded after the check")),
    STORE(
            Text.of("到其他门店换货", "Exchange in another store"),
            Text.of("门店确认后为您保留，带商品到店更换", "The store holds it for you; bring yours along"));

    static final Text MEANS_REFUND_OF_WHAT_IS_HERE =
            Text.of("商品已在仓库，马上原路退款", "The goods are with us; refunded at once");
    static final Text MEANS_SENT_FROM_HERE =
            Text.of("商品已在仓库，这一款直接发给您", "Yours is with us; this one is sent to you");

    private final Text label;
    private final Text means;

    Way(Text label, Text means) {
        this.label = label;
        this.means = means;
    }

    /** The way of a code such as {@code STORE:S02}. */
    static Way of(String code) {
        var colon = code.indexOf(':');
        return valueOf(colon < 0 ? code : code.substring(0, colon));
    }

    /** The store or SKU that a code names. */
    static String detail(String code) {
        return code.substring(code.indexOf(':') + 1);
    }

    Text label() {
        return label;
    }

    Text means(boolean goodsBack) {
        if (goodsBack && this == RETURN_REFUND) {
            return MEANS_REFUND_OF_WHAT_IS_HERE;
        }
        return goodsBack && this == OTHER_SKU ? MEANS_SENT_FROM_HERE : means;
    }

    Request applied(Request request, String code, boolean goodsBack) {
        var earlier = request.earlier();
        var refused = earlier != null && earlier.refusedByPerson();
        var chosen = this == AS_ASKED ? null : code;
        var happened = new Request.Earlier(chosen, goodsBack, refused);
        return request.after(happened, type(request.type()), sku(request, code));
    }

    private @Nullable CaseType type(@Nullable CaseType asked) {
        return switch (this) {
            case AS_ASKED, WAIT_RESTOCK -> asked;
            case RETURN_REFUND, RETURN_BY_POST -> CaseType.RETURN_REFUND;
            case PARTIAL_REFUND -> CaseType.REFUND_ONLY;
            case EXCHANGE, OTHER_SKU, SHIP_FROM_WAREHOUSE, STORE -> CaseType.EXCHANGE;
        };
    }

    private @Nullable String sku(Request request, String code) {
        return this == OTHER_SKU ? detail(code) : request.exchangeSku();
    }
}
