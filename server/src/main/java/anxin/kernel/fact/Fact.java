package anxin.kernel.fact;

import anxin.kernel.ShopId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A fact as it stands in the log. {@code payload} is JSON. */
public record Fact(
        Position position,
        @Nullable ShopId shop,
        String type,
        String subject,
        String actor,
        @Nullable String customer,
        Audience audience,
        Instant at,
        String payload) {}
