package anxin.aftersales.replacement;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A parcel on its way to the customer; {@code etaAt} as the carrier says. */
public record Sent(String carrier, String trackingNo, @Nullable Instant etaAt) {}
