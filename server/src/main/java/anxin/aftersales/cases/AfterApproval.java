package anxin.aftersales.cases;

import anxin.commerce.Order;

/**
 * Where an approved case goes: transitions T02 to T06, by what was asked for and where the goods
 * are.
 */
public final class AfterApproval {

    private AfterApproval() {}

    /** {@code goodsBack}: what is to be refunded or replaced lies in the warehouse already. */
    public static CaseState state(String type, Order order, boolean goodsBack) {
        if (goodsBack) {
            return type.equals("EXCHANGE") || type.equals("REPAIR")
                    ? CaseState.REPLACEMENT_PREPARING
                    : CaseState.REFUNDING;
        }
        return state(type, order);
    }

    public static CaseState state(String type, Order order) {
        return switch (type) {
            case "REFUND_ONLY", "COMPENSATION" -> CaseState.REFUNDING;
            case "RESEND" -> CaseState.REPLACEMENT_PREPARING;
            default ->
                    switch (order.fulfil()) {
                        case UNSHIPPED, READY_FOR_PICKUP, DELIVERED_DIGITAL -> CaseState.REFUNDING;
                        case SHIPPED, REFUSED -> CaseState.RETURN_IN_TRANSIT;
                        case PICKED_UP -> CaseState.WAIT_STORE_CONFIRM;
                        case SIGNED -> CaseState.WAIT_BUYER_RETURN;
                    };
        };
    }
}
