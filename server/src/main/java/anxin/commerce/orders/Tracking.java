package anxin.commerce.orders;

import anxin.commerce.Order;
import anxin.commerce.Order.Fulfilment;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What the parcels of an order tell together, laid over what the shop said. Parcels only ever add:
 * a signature the shop has recorded stays, and goods that were collected in a store were never in a
 * parcel.
 */
record Tracking(
        int parcels,
        int shipped,
        int signed,
        @Nullable Instant signedAt,
        @Nullable String signedBy,
        @Nullable Instant collectedAt,
        @Nullable String status,
        @Nullable Instant lastTraceAt) {

    Order over(Order order) {
        return parcels == 0 ? order : merged(order);
    }

    private Order merged(Order o) {
        return new Order(
                o.no(),
                o.channel(),
                o.missing(),
                o.payStatus(),
                o.paidAt(),
                fulfil(o.fulfil()),
                o.signedAt() == null && allSigned() ? signedAt : o.signedAt(),
                o.signedBy() == null && allSigned() ? signedBy : o.signedBy(),
                o.stationPickedAt() == null ? collectedAt : o.stationPickedAt(),
                o.pickedUpAt(),
                o.confirmedAt(),
                o.shipBy(),
                o.currency(),
                o.fxToCny(),
                o.jurisdiction(),
                o.consumerTz(),
                o.freightMinor(),
                o.standardFreightMinor(),
                o.waivedFreightMinor(),
                o.freeShipThresholdMinor(),
                o.freightInsurance(),
                o.freeReturn(),
                o.buyerChoseCarrier(),
                o.customer(),
                o.lines(),
                o.tenders(),
                o.promo(),
                o.coupon(),
                o.pointsPaid(),
                carrier(o.carrier()),
                o.presale(),
                o.groupBuy(),
                o.productionStarted(),
                o.crossBorder(),
                o.store(),
                o.nearbyStores(),
                o.paidAtStore(),
                o.livePromiseDays(),
                o.withdrawalInformed(),
                o.returnCostInformed(),
                o.returnPolicyShown(),
                o.liveSessionId(),
                o.seenKeys(),
                o.sameIssueComplaints30d(),
                o.refundedMinor(),
                o.compensatedMinor());
    }

    private Fulfilment fulfil(Fulfilment said) {
        if (said != Fulfilment.UNSHIPPED && said != Fulfilment.SHIPPED) {
            return said;
        }
        if (allSigned()) {
            return Fulfilment.SIGNED;
        }
        if (status != null
                && (status.equals("REFUSED")
                        || status.equals("RETURNING")
                        || status.equals("RETURNED_TO_SELLER"))) {
            return Fulfilment.REFUSED;
        }
        return shipped > 0 ? Fulfilment.SHIPPED : said;
    }

    private boolean allSigned() {
        return signed == parcels;
    }

    private Order.@Nullable Carrier carrier(Order.@Nullable Carrier said) {
        if (lastTraceAt == null) {
            return said;
        }
        if (said != null && said.lastTraceAt() != null && said.lastTraceAt().isAfter(lastTraceAt)) {
            return said;
        }
        return new Order.Carrier(carrierStatus(), lastTraceAt);
    }

    private @Nullable String carrierStatus() {
        return switch (status) {
            case null -> null;
            case "LOST", "RETURNING", "RETURNED_TO_SELLER" -> status;
            case "REFUSED" -> "RETURNING";
            case "SIGNED", "STATION_PICKED" -> null;
            default -> "IN_TRANSIT";
        };
    }
}
