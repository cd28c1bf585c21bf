package anxin.commerce.parcels;

import anxin.commerce.intake.Say;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A parcel as a shop or its carrier sends it; the traces may be all of them or only the new. */
record NewParcel(
        @NotNull(message = Say.REQUIRED) @Pattern(regexp = Say.ID_PATTERN, message = Say.ID)
                String trackingNo,
        @NotNull(message = Say.REQUIRED) @Pattern(regexp = Say.ID_PATTERN, message = Say.ID)
                String orderNumber,
        @Nullable @Pattern(regexp = Say.CODE_PATTERN, message = Say.CODE) String carrier,
        @Nullable @Size(max = 200, message = "最多 200 条 | must be at most 200")
                List<@Valid @NotNull(message = Say.REQUIRED) Trace> traces,
        @Nullable Long sourceVersion,
        @Nullable Instant sourceTime) {}
