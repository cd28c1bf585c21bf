package anxin.commerce.parcels;

import anxin.commerce.Shops;
import anxin.commerce.intake.Changes;
import anxin.identity.Caller;
import anxin.identity.Needs;
import anxin.identity.Permission;
import anxin.kernel.ShopId;
import anxin.kernel.problem.Problem;
import jakarta.validation.Valid;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Parcels over HTTP. */
@RestController
@RequestMapping("/api/v1/shops/{shop}")
class ParcelController {

    private final ParcelIntake intake;
    private final ParcelStore parcels;
    private final Shops shops;
    private final Changes changes;

    ParcelController(ParcelIntake intake, ParcelStore parcels, Shops shops, Changes changes) {
        this.intake = intake;
        this.parcels = parcels;
        this.shops = shops;
        this.changes = changes;
    }

    record ParcelView(
            String trackingNo,
            String orderNumber,
            @Nullable String carrier,
            Trace.@Nullable Status status,
            @Nullable Instant shippedAt,
            @Nullable Instant lastTraceAt,
            @Nullable Instant signedAt,
            @Nullable String signedBy,
            List<Trace> traces,
            boolean stale) {

        static ParcelView of(Parcel parcel, boolean stale) {
            return new ParcelView(
                    parcel.trackingNo(),
                    parcel.orderNumber(),
                    parcel.carrier(),
                    parcel.status(),
                    parcel.shippedAt(),
                    parcel.lastTraceAt(),
                    parcel.signedAt(),
                    parcel.signedBy(),
                    List.copyOf(parcel.traces()),
                    stale);
        }
    }

    @Needs(Permission.COMMERCE_WRITE)
    @Transactional
    @PutMapping("/parcels/{trackingNo}")
    ParcelView putParcel(
            @PathVariable ShopId shop,
            @PathVariable String trackingNo,
            @RequestBody @Valid NewParcel body,
            Caller.Permitted caller) {
        caller.requireIn(shop);
        shops.require(shop);
        if (!body.trackingNo().equals(trackingNo)) {
            throw Problem.invalid(
                    "/trackingNo", "应与地址中的运单号一致", "must be the tracking number of the address");
        }
        var stale = intake.put(shop, body);
        changes.tell(
                shop,
                "parcel-traced",
                "parcel:" + trackingNo,
                caller.actor(),
                Map.of("id", trackingNo, "order", body.orderNumber()));
        return ParcelView.of(parcels.find(shop, trackingNo).orElseThrow(), stale);
    }

    @Needs(Permission.COMMERCE_READ)
    @GetMapping("/parcels/{trackingNo}")
    ParcelView getParcel(
            @PathVariable ShopId shop, @PathVariable String trackingNo, Caller.Permitted caller) {
        caller.requireIn(shop);
        return parcels.find(shop, trackingNo)
                .map(parcel -> ParcelView.of(parcel, false))
                .orElseThrow(() -> Problem.missing("parcel"));
    }

    /** The parcels of one order. */
    @Needs(Permission.COMMERCE_READ)
    @GetMapping("/orders/{number}/parcels")
    List<ParcelView> listParcels(
            @PathVariable ShopId shop, @PathVariable String number, Caller.Permitted caller) {
        caller.requireIn(shop);
        return parcels.ofOrder(shop, number).stream()
                .map(parcel -> ParcelView.of(parcel, false))
                .toList();
    }
}
