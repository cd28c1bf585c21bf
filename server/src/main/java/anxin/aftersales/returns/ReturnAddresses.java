package anxin.aftersales.returns;

import anxin.aftersales.cases.CaseRow;
import anxin.aftersales.cases.CaseState;
import anxin.commerce.Shop;
import anxin.commerce.Shops;
import java.util.Locale;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Where the customer of a case sends the goods: the shop's address while a parcel is awaited. */
@Component
public class ReturnAddresses {

    /** As it is written on a parcel, in the reader's language. */
    public record ReturnTo(String name, String phone, String address) {}

    private final Shops shops;
    private final Shipments shipments;

    ReturnAddresses(Shops shops, Shipments shipments) {
        this.shops = shops;
        this.shipments = shipments;
    }

    /** Empty where nothing is sent, and where the shop has not said where to. */
    public Optional<ReturnTo> of(CaseRow row, Locale language) {
        if (!awaitsParcel(row)) {
            return Optional.empty();
        }
        return shops.find(row.shop())
                .map(Shop::returnAddress)
                .map(
                        to ->
                                new ReturnTo(
                                        to.name().in(language),
                                        to.phone(),
                                        to.address().in(language)));
    }

    /** What a store waits for is brought there. */
    public boolean awaitsParcel(CaseRow row) {
        return row.state() == CaseState.WAIT_BUYER_RETURN && shipments.drop(row).isEmpty();
    }
}
