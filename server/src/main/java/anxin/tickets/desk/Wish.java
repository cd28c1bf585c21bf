package anxin.tickets.desk;

import anxin.kernel.ShopId;
import anxin.tickets.matter.Facts;
import anxin.tickets.matter.Owner;
import anxin.tickets.matter.Triage;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A ticket as somebody asks for it; what is null is found out.
 *
 * @param kind of its origin; null by hand
 * @param said what the one who asks said it is, each part null when they did not
 */
public record Wish(
        ShopId shop,
        UUID id,
        @Nullable String kind,
        @Nullable UUID origin,
        @Nullable UUID message,
        @Nullable String title,
        @Nullable String problem,
        Said said,
        @Nullable String customerId,
        @Nullable String orderNo,
        @Nullable Facts facts,
        @Nullable Owner owner) {

    public record Said(
            Triage.@Nullable Topic type,
            Triage.@Nullable Grade grade,
            Triage.@Nullable Priority priority) {}
}
