package anxin.aftersales.carrier;

import anxin.aftersales.replacement.Arrivals;
import anxin.aftersales.returns.Shipments;
import anxin.commerce.Parcels;
import anxin.kernel.ShopId;
import anxin.kernel.fact.Fact;
import anxin.kernel.fact.FactListener;
import anxin.kernel.problem.Problem;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Hears that something is new about a parcel, by web hook, API or import, and reads what. */
@Component
class ParcelNews implements FactListener {

    private static final Logger log = LoggerFactory.getLogger(ParcelNews.class);
    private static final Set<String> NEWS =
            Set.of("commerce.parcel-traced", "commerce.parcel-changed");
    private static final String PARCEL = "parcel:";

    private final Parcels parcels;
    private final Shipments shipments;
    private final Arrivals arrivals;
    private final CarrierActs acts;

    ParcelNews(Parcels parcels, Shipments shipments, Arrivals arrivals, CarrierActs acts) {
        this.parcels = parcels;
        this.shipments = shipments;
        this.arrivals = arrivals;
        this.acts = acts;
    }

    @Override
    public String name() {
        return "aftersales.parcel-news";
    }

    @Override
    public void on(Fact fact) {
        var shop = fact.shop();
        if (shop == null || !NEWS.contains(fact.type()) || !fact.subject().startsWith(PARCEL)) {
            return;
        }
        try {
            tell(shop, fact.subject().substring(PARCEL.length()));
        } catch (Problem refused) {
            // The case has moved on, or its money has: a person sees it under its deadline.
            log.warn("a parcel's news changed nothing: {}", refused.getMessage());
        }
    }

    private void tell(ShopId shop, String trackingNo) {
        var known = parcels.find(shop, trackingNo);
        if (known.isEmpty()) {
            return;
        }
        var parcel = known.get();
        shipments
                .parcels(shop, trackingNo)
                .forEach(shipment -> acts.heard(shop, shipment.caseId(), parcel));
        if (parcel.signedAt() != null) {
            arrivals.caseOf(shop, trackingNo).ifPresent(id -> acts.delivered(shop, id));
        }
    }
}
