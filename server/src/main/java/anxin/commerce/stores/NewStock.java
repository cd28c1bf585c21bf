package anxin.commerce.stores;

import anxin.commerce.intake.Say;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a store counted; SKUs that are not named keep their earlier count. */
record NewStock(
        @Nullable @Pattern(regexp = Say.ID_PATTERN, message = Say.ID) String storeId,
        @NotNull(message = Say.REQUIRED) Instant countedAt,
        @NotNull(message = Say.REQUIRED)
                @Size(min = 1, max = 5000, message = "应有 1 至 5000 项 | must be 1 to 5000")
                List<@Valid @NotNull(message = Say.REQUIRED) Item> items) {

    record Item(
            @NotNull(message = Say.REQUIRED) @Pattern(regexp = Say.ID_PATTERN, message = Say.ID)
                    String sku,
            @NotNull(message = Say.REQUIRED) @PositiveOrZero(message = Say.NOT_NEGATIVE)
                    Integer qty) {}
}
