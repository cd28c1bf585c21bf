package anxin.commerce.stores;

import anxin.commerce.intake.Name;
import anxin.commerce.intake.Say;
import jakarta.validation.Valid;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A store as a shop sends it. */
record NewStore(
        @NotNull(message = Say.REQUIRED) @Pattern(regexp = Say.ID_PATTERN, message = Say.ID)
                String id,
        @NotNull(message = Say.REQUIRED) @Valid Name name,
        @Nullable @Size(max = 200, message = Say.TEXT) String city,
        @Nullable @Size(max = 200, message = Say.TEXT) String address,
        @Nullable @Pattern(regexp = Say.PHONE_PATTERN, message = Say.PHONE) String phone,
        @Nullable
                @DecimalMin(value = "-90", message = DEGREES)
                @DecimalMax(value = "90", message = DEGREES)
                Double latitude,
        @Nullable
                @DecimalMin(value = "-180", message = DEGREES)
                @DecimalMax(value = "180", message = DEGREES)
                Double longitude,
        @Nullable @Size(max = 200, message = Say.TEXT) String opens,
        @Nullable Boolean open,
        @Nullable Long sourceVersion,
        @Nullable Instant sourceTime) {

    private static final String DEGREES = "应为经纬度 | must be degrees";
}
