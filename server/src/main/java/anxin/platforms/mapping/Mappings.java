package anxin.platforms.mapping;

import static anxin.platforms.Standing.*;
import static anxin.platforms.mapping.StatusTable.When.is;

import anxin.platforms.ExternalCase.Kind;
import anxin.platforms.Platform;
import anxin.platforms.Standing;
import java.util.Map;

/**
 * The tables of the seven platforms. What stands behind a platform's row and is not in our states
 * is decided for the customer's sake: a code that could be an end and could be none is none.
 */
public final class Mappings {

    public static final String STATUS = "status";
    public static final String TYPE = "type";
    public static final String SUB_TYPE = "sub_type";
    public static final String ARBITRATION = "arbitrate_status";
    public static final String REFUND = "refund_status";
    public static final String STORE = "store";
    public static final String SERVICE = "cs_status";
    public static final String APPROVED = "approved";
    public static final String NEGOTIATION = "negotiate_status";
    public static final String YES = "yes";

    /** Ours while a platform waits for the shop's first answer. */
    private static final Standing[] DECIDING = {
        SUBMITTED, NEED_EVIDENCE, IN_REVIEW, AWAITING_CHOICE, WAIT_APPROVAL, HANDLING
    };

    private Mappings() {}

    public static StatusTable states(Platform of) {
        return switch (of) {
            case TAOBAO -> TAOBAO;
            case DOUDIAN -> DOUDIAN;
            case JD -> JD;
            case KUAISHOU -> KUAISHOU;
            case PDD -> PDD;
            case WECHAT_CHANNELS -> WECHAT_CHANNELS;
            case SHOPIFY -> SHOPIFY;
        };
    }

    /** The kind of remedy behind a type code; a code that is in no table is {@code UNKNOWN}. */
    public static Kind kind(Platform of, String code) {
        return kinds(of).getOrDefault(code, Kind.UNKNOWN);
    }

    public static Map<String, Kind> kinds(Platform of) {
        return switch (of) {
            case TAOBAO -> TAOBAO_KINDS;
            case DOUDIAN -> DOUDIAN_KINDS;
            case JD -> JD_KINDS;
            case KUAISHOU -> KUAISHOU_KINDS;
            case PDD -> PDD_KINDS;
            case WECHAT_CHANNELS -> WECHAT_KINDS;
            case SHOPIFY -> SHOPIFY_KINDS;
        };
    }

    /**
     * Structure Refund of taobao.refund.get. {@code cs_status} 2 to 5 is a dispute under way, 1 and
     * 6 none. Exchanges have codes of their own in taobao.refunds.receive.get; two more
     * (EXCHANGE_TRANSFORM_TO_REFUND, POST_FEE_DISPUTE_WAIT_ACTIVATE) are left to a person.
     */
    private static final StatusTable TAOBAO =
            StatusTable.table()
                    .row(is(STATUS, "SUCCESS"), COMPLETED)
                    .row(is(STATUS, "CLOSED"), CLOSED)
                    .row(is(SERVICE, "2", "3", "4", "5"), PLATFORM_DISPUTE)
                    .row(is(STATUS, "WAIT_SELLER_AGREE"), IN_REVIEW, SUBMITTED, NEED_EVIDENCE)
                    .meanwhile(DECIDING)
                    .row(is(STATUS, "SELLER_REFUSE_BUYER"), REFUSED, INSPECTION_DISPUTE)
                    .row(is(STATUS, "WAIT_BUYER_RETURN_GOODS"), WAIT_BUYER_RETURN)
                    .meanwhile(WAIT_STORE_CONFIRM)
                    .row(
                            is(STATUS, "WAIT_SELLER_CONFIRM_GOODS"),
                            RETURN_IN_TRANSIT,
                            INSPECTING,
                            REFUNDING)
                    .meanwhile(WAIT_APPROVAL, REPAIRING)
                    .row(
                            is(STATUS, "WAIT_SELLER_CONSIGN_GOODS", "WAIT_SELLER_CONSIGN_GOOGDS"),
                            REPLACEMENT_PREPARING)
                    .meanwhile(REPAIRING)
                    .row(
                            is(
                                    STATUS,
                                    "WAIT_BUYER_CONFIRM_EXCHANGE_SELLER_SEND_GOODS",
                                    "WAIT_BUYER_CONFIRM_REDO_SEND_GOODS",
                                    "EXCHANGE_WAIT_BUYER_CONFIRM_GOODS"),
                            REPLACEMENT_SHIPPED)
                    .silent(SERVICE, "1", "6")
                    .done();

    /** dispute_type, and what has_good_return says where it is missing. */
    private static final Map<String, Kind> TAOBAO_KINDS =
            Map.of(
                    "REFUND_AND_RETURN", Kind.RETURN_REFUND,
                    "REFUND", Kind.REFUND_ONLY,
                    "TMALL_EXCHANGE", Kind.EXCHANGE,
                    "TAOBAO_EXCHANGE", Kind.EXCHANGE,
                    "REPAIR", Kind.REPAIR,
                    "RESHIPPING", Kind.RESEND);

    /**
     * /afterSale/List and /afterSale/Detail. The list's request calls arbitrate_status 255
     * “cancelled” and its answer “arbitration over”: either way none is under way. 8 and 11 of a
     * repair are with the workshop, but for 8001, where a new one is sent instead. The list's
     * answer says 3 for what the detail calls 13.
     */
    private static final StatusTable DOUDIAN =
            StatusTable.table()
                    .row(is(STATUS, "12", "14", "51", "53").and(REFUND, "4"), REFUND_FAILED)
                    .row(is(STATUS, "12").and(REFUND, "1", "2"), REFUNDING)
                    .row(is(STATUS, "12", "14", "51", "53"), COMPLETED)
                    .row(is(STATUS, "28").and(REFUND, "", "0", "1", "4", "5"), CLOSED)
                    .row(
                            is(STATUS, "0", "3", "6", "7", "8", "11", "13", "27", "29")
                                    .and(ARBITRATION, "4"),
                            PLATFORM_DISPUTE,
                            NEED_EVIDENCE)
                    .row(
                            is(STATUS, "0", "3", "6", "7", "8", "11", "13", "27", "29")
                                    .and(ARBITRATION, "5"),
                            PLATFORM_DISPUTE,
                            AWAITING_CHOICE)
                    .row(
                            is(STATUS, "0", "3", "6", "7", "8", "11", "13", "27", "29")
                                    .and(ARBITRATION, "1"),
                            PLATFORM_DISPUTE)
                    .row(is(STATUS, "8", "11").and(TYPE, "8").and(SUB_TYPE, "", "0"), REPAIRING)
                    .meanwhile(RETURN_IN_TRANSIT, INSPECTING, WAIT_APPROVAL)
                    .row(
                            is(STATUS, "0", "6").and(STORE, YES),
                            IN_REVIEW,
                            SUBMITTED,
                            NEED_EVIDENCE,
                            WAIT_STORE_CONFIRM)
                    .meanwhile(DECIDING)
                    .row(is(STATUS, "0", "6"), IN_REVIEW, SUBMITTED, NEED_EVIDENCE)
                    .meanwhile(DECIDING)
                    .row(is(STATUS, "27"), REFUSED)
                    .row(is(STATUS, "7"), WAIT_BUYER_RETURN)
                    .meanwhile(WAIT_STORE_CONFIRM)
                    .row(is(STATUS, "11"), RETURN_IN_TRANSIT, INSPECTING)
                    .meanwhile(WAIT_APPROVAL)
                    .row(is(STATUS, "29"), INSPECTION_DISPUTE)
                    .row(is(STATUS, "8"), REPLACEMENT_PREPARING)
                    .row(is(STATUS, "3", "13"), REPLACEMENT_SHIPPED)
                    .silent(ARBITRATION, "0", "2", "3", "6", "255")
                    .silent(REFUND, "0", "1", "2", "3", "4", "5")
                    .silent(TYPE, "0", "1", "2", "3", "4", "5", "6", "7", "8")
                    .silent(SUB_TYPE, "0", "8001")
                    .done();

    private static final Map<String, Kind> DOUDIAN_KINDS =
            Map.of(
                    "0", Kind.RETURN_REFUND,
                    "1", Kind.REFUND_ONLY,
                    "2", Kind.REFUND_ONLY,
                    "3", Kind.EXCHANGE,
                    // The detail calls the system's and the buyer's cancelling types of their own.
                    "4", Kind.REFUND_ONLY,
                    "5", Kind.REFUND_ONLY,
                    "6", Kind.PRICE_PROTECT,
                    "7", Kind.RESEND,
                    "8", Kind.REPAIR);

    /** afsServiceStep of the service bill; 21 and 22 that were passed wait for the goods. */
    private static final StatusTable JD =
            StatusTable.table()
                    .row(is(STATUS, "10"), SUBMITTED, NEED_EVIDENCE)
                    .meanwhile(DECIDING)
                    .row(is(STATUS, "21", "22").and(APPROVED, YES), WAIT_BUYER_RETURN)
                    .meanwhile(WAIT_STORE_CONFIRM)
                    .row(is(STATUS, "21"), IN_REVIEW, NEED_EVIDENCE, PLATFORM_DISPUTE)
                    .meanwhile(DECIDING)
                    .row(is(STATUS, "22"), IN_REVIEW)
                    .meanwhile(DECIDING)
                    .row(is(STATUS, "20"), REFUSED)
                    .row(is(STATUS, "31", "32"), RETURN_IN_TRANSIT, INSPECTING)
                    .row(
                            is(STATUS, "33", "34").and(TYPE, "30"),
                            REPAIRING,
                            INSPECTING,
                            INSPECTION_DISPUTE)
                    .meanwhile(WAIT_APPROVAL)
                    .row(
                            is(STATUS, "33", "34"),
                            INSPECTING,
                            INSPECTION_DISPUTE,
                            REFUNDING,
                            REPLACEMENT_PREPARING)
                    .meanwhile(WAIT_APPROVAL)
                    .row(is(STATUS, "40"), REPLACEMENT_SHIPPED)
                    .meanwhile(REFUNDING)
                    .row(is(STATUS, "50"), COMPLETED)
                    .row(is(STATUS, "60"), CLOSED)
                    .silent(TYPE, "10", "20", "30")
                    .silent(APPROVED, YES)
                    .done();

    private static final Map<String, Kind> JD_KINDS =
            Map.of("10", Kind.RETURN_REFUND, "20", Kind.EXCHANGE, "30", Kind.REPAIR);

    /**
     * open.seller.order.refund.detail. The list's document knows 10, 12, 20, 30, 40, 45, 50, 60 and
     * 70; that of the messages also 11 (a return is asked for) and 21 to 23 (the platform has
     * stepped in). By both, negotiateStatus 1 waits for the shop: only 2 and 3 wait for the
     * customer.
     */
    private static final StatusTable KUAISHOU =
            StatusTable.table()
                    .row(is(STATUS, "10", "11").and(NEGOTIATION, "2", "3"), AWAITING_CHOICE)
                    .meanwhile(DECIDING)
                    .row(is(STATUS, "10", "11").and(NEGOTIATION, "1"), IN_REVIEW, AWAITING_CHOICE)
                    .meanwhile(DECIDING)
                    .row(is(STATUS, "10", "11"), IN_REVIEW)
                    .meanwhile(DECIDING)
                    .row(is(STATUS, "12"), REFUSED, INSPECTION_DISPUTE)
                    .row(is(STATUS, "20", "21", "22", "23"), PLATFORM_DISPUTE)
                    .row(is(STATUS, "30"), WAIT_BUYER_RETURN)
                    .meanwhile(WAIT_STORE_CONFIRM)
                    .row(is(STATUS, "40"), RETURN_IN_TRANSIT, INSPECTING)
                    .meanwhile(WAIT_APPROVAL, REPLACEMENT_PREPARING, REPAIRING)
                    .row(is(STATUS, "45"), REPLACEMENT_SHIPPED, REPLACEMENT_PREPARING)
                    .row(is(STATUS, "50"), REFUNDING)
                    .row(is(STATUS, "60"), COMPLETED)
                    .row(is(STATUS, "70"), CLOSED)
                    .silent(NEGOTIATION, "0", "1", "2", "3")
                    .done();

    private static final Map<String, Kind> KUAISHOU_KINDS =
            Map.of(
                    "1", Kind.RETURN_REFUND,
                    "10", Kind.REFUND_ONLY,
                    "3", Kind.EXCHANGE,
                    "4", Kind.RESEND,
                    "5", Kind.REPAIR);

    /** 14 is an exchange that waits for the shop, whatever some programs print beside it. */
    private static final StatusTable PDD =
            StatusTable.table()
                    .row(is(STATUS, "14"), IN_REVIEW, RETURN_IN_TRANSIT, INSPECTING)
                    .meanwhile(DECIDING)
                    .row(is(STATUS, "2", "3", "21", "33"), IN_REVIEW)
                    .meanwhile(DECIDING)
                    .row(is(STATUS, "15"), AWAITING_CHOICE)
                    .row(is(STATUS, "6"), REFUSED, INSPECTION_DISPUTE)
                    .row(is(STATUS, "7", "22", "31"), WAIT_BUYER_RETURN)
                    .meanwhile(WAIT_STORE_CONFIRM)
                    .row(is(STATUS, "4", "5"), REFUNDING)
                    .row(is(STATUS, "18", "27", "32"), REPLACEMENT_PREPARING, REPLACEMENT_SHIPPED)
                    .row(is(STATUS, "8"), PLATFORM_DISPUTE)
                    .row(is(STATUS, "10", "16", "25"), COMPLETED)
                    .row(is(STATUS, "9", "11", "12", "13", "17", "24"), CLOSED)
                    .done();

    private static final Map<String, Kind> PDD_KINDS =
            Map.of(
                    "2", Kind.REFUND_ONLY,
                    "3", Kind.RETURN_REFUND,
                    "4", Kind.EXCHANGE,
                    "5", Kind.RESEND,
                    "6", Kind.REPAIR,
                    "9", Kind.INTERCEPT);

    private static final StatusTable WECHAT_CHANNELS =
            StatusTable.table()
                    .row(is(STATUS, "MERCHANT_PROCESSING"), IN_REVIEW)
                    .meanwhile(DECIDING)
                    .row(
                            is(
                                    STATUS,
                                    "USER_WAIT_CONFIRM_UPDATE",
                                    "USER_WAIT_HANDLE_MERCHANT_AFTER_SALE"),
                            AWAITING_CHOICE)
                    .row(is(STATUS, "MERCHANT_REJECT_REFUND"), REFUSED)
                    .row(is(STATUS, "MERCHANT_REJECT_RETURN"), REFUSED, INSPECTION_DISPUTE)
                    .row(is(STATUS, "USER_WAIT_RETURN"), WAIT_BUYER_RETURN)
                    .meanwhile(WAIT_STORE_CONFIRM)
                    .row(is(STATUS, "MERCHANT_WAIT_RECEIPT"), RETURN_IN_TRANSIT, INSPECTING)
                    .meanwhile(WAIT_APPROVAL)
                    .row(is(STATUS, "PLATFORM_REFUNDING"), REFUNDING)
                    .row(
                            is(
                                    STATUS,
                                    "PLATFORM_REFUND_FAIL",
                                    "MERCHANT_OVERDUE_REFUND",
                                    "MERCHANT_REFUND_RETRY_FAIL"),
                            REFUND_FAILED)
                    .row(
                            is(STATUS, "USER_WAIT_CONFIRM"),
                            REPLACEMENT_SHIPPED,
                            REPLACEMENT_PREPARING)
                    .row(
                            is(
                                    STATUS,
                                    "MERCHANT_REFUND_SUCCESS",
                                    "MERCHANT_RETURN_SUCCESS",
                                    "MERCHANT_EXCHANGE_SUCCESS"),
                            COMPLETED)
                    .row(is(STATUS, "USER_CANCELD", "RETURN_CLOSED", "MERCHANT_FAIL"), CLOSED)
                    .done();

    private static final Map<String, Kind> WECHAT_KINDS =
            Map.of(
                    "REFUND", Kind.REFUND_ONLY,
                    "RETURN", Kind.RETURN_REFUND,
                    "EXCHANGE", Kind.EXCHANGE);

    /**
     * Return.status, with what hangs on it: a reverse delivery, the dispositions of its lines, a
     * refund or exchange lines that are still open, and the order's returnStatus.
     */
    private static final StatusTable SHOPIFY =
            StatusTable.table()
                    .row(is(STATUS, "CANCELED"), CLOSED)
                    .row(is("order_return_status", "RETURN_FAILED"), CLOSED)
                    .row(is(STATUS, "DECLINED"), REFUSED)
                    .row(is(STATUS, "REQUESTED"), IN_REVIEW, SUBMITTED, NEED_EVIDENCE)
                    .meanwhile(DECIDING)
                    .row(is(STATUS, "CLOSED"), COMPLETED)
                    .row(is("order_return_status", "RETURNED"), COMPLETED)
                    .row(
                            is(STATUS, "OPEN").and("disposition", "NOT_RESTOCKED", "MISSING"),
                            INSPECTION_DISPUTE)
                    .row(is(STATUS, "OPEN").and("refund", "OPEN"), REFUNDING)
                    .row(is(STATUS, "OPEN").and("exchange", "SHIPPED"), REPLACEMENT_SHIPPED)
                    .row(is(STATUS, "OPEN").and("exchange", "OPEN"), REPLACEMENT_PREPARING)
                    .row(is(STATUS, "OPEN").and("disposition", "PROCESSING_REQUIRED"), INSPECTING)
                    .meanwhile(WAIT_APPROVAL, REPAIRING)
                    .row(
                            is(STATUS, "OPEN").and("order_return_status", "INSPECTION_COMPLETE"),
                            INSPECTING)
                    .meanwhile(WAIT_APPROVAL, REPAIRING)
                    .row(is(STATUS, "OPEN").and("reverse_delivery", YES), RETURN_IN_TRANSIT)
                    .meanwhile(INSPECTING)
                    .row(is(STATUS, "OPEN"), WAIT_BUYER_RETURN, WAIT_STORE_CONFIRM)
                    .silent("order_return_status", "IN_PROGRESS", "NO_RETURN", "RETURN_REQUESTED")
                    .silent("disposition", "RESTOCKED")
                    .silent("reverse_delivery", YES)
                    .done();

    private static final Map<String, Kind> SHOPIFY_KINDS =
            Map.of(
                    "RETURN",
                    Kind.RETURN_REFUND,
                    "EXCHANGE",
                    Kind.EXCHANGE,
                    "REFUND",
                    Kind.REFUND_ONLY);
}
