package anxin.payments;

import anxin.kernel.ShopId;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/** The gateways of each shop. Cheap to ask: an answer may be a few seconds old on another node. */
public interface PaymentGateways {

    /** What a refund is kept under when no gateway serves its means of payment. */
    String NONE = "NONE";

    /** The name of the gateway that serves {@code tender}, or {@link #NONE}. */
    String nameFor(ShopId shop, String tender);

    Optional<PaymentGateway> find(ShopId shop, String name);

    /** Every gateway that a shop has connected, with the zone in which its days begin. */
    List<Connected> connected();

    /** A shop's own gateway. */
    record Connected(ShopId shop, PaymentGateway gateway, ZoneId zone) {}
}
