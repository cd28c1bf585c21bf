package anxin.aftersales.template;

import anxin.aftersales.cases.CaseRow;
import anxin.aftersales.cases.CaseState;
import anxin.commerce.Shops;
import anxin.commerce.StoredOrder;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Makes what there is to tell out of a case and its order. */
@Component
public class Tales {

    /** A day after the end the customer is asked whether it is solved. */
    public static final Duration FOLLOW_UP_AFTER = Duration.ofHours(24);

    private final Shops shops;
    private final Tellings tellings;
    private final String house;

    Tales(
            Shops shops,
            Tellings tellings,
            @Value("${anxin.public-url:http://localhost:${server.port:8080}}") String house) {
        this.shops = shops;
        this.tellings = tellings;
        this.house = house.replaceAll("/+$", "");
    }

    /** One step as the timeline has it. */
    public record Happened(
            Step step,
            CaseState state,
            Instant at,
            @Nullable Instant etaAt,
            Map<String, Object> params) {}

    public Tale of(
            CaseRow of,
            @Nullable StoredOrder order,
            Happened happened,
            Map<String, String> moreLinks) {
        var shop = shops.require(of.shop());
        var links = new HashMap<>(moreLinks);
        links.putIfAbsent("link", caseLink(of));
        return new Tale(
                of,
                shop,
                happened.step(),
                happened.state(),
                by(of, happened),
                zone(order, shop.zone()),
                happened.params(),
                links);
    }

    private static Instant by(CaseRow of, Happened happened) {
        var eta = happened.etaAt();
        if (eta != null) {
            return eta;
        }
        var due = of.deadlineAt();
        return happened.state().isFinal() || due == null
                ? happened.at().plus(FOLLOW_UP_AFTER)
                : due;
    }

    /** Where the customer lives, else where the shop is. */
    public static ZoneId zone(@Nullable StoredOrder order, ZoneId ofShop) {
        var zone = order == null ? null : order.order().consumerTz();
        if (zone == null) {
            return ofShop;
        }
        try {
            return ZoneId.of(zone);
        } catch (DateTimeException notAZone) {
            return ofShop;
        }
    }

    private String caseLink(CaseRow of) {
        return address(of) + "/portal/cases/" + of.id();
    }

    /** Under which address the customers of the case's shop reach us. */
    public String address(CaseRow of) {
        var own = tellings.of(of.shop()).portalAddress();
        return own == null ? house : own;
    }
}
