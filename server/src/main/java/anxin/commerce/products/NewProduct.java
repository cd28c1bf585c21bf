package anxin.commerce.products;

import anxin.commerce.intake.Name;
import anxin.commerce.intake.Say;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A product as a shop sends it. */
record NewProduct(
        @NotNull(message = Say.REQUIRED) @Pattern(regexp = Say.ID_PATTERN, message = Say.ID)
                String sku,
        @Nullable @Pattern(regexp = Say.ID_PATTERN, message = Say.ID) String spu,
        @NotNull(message = Say.REQUIRED) @Valid Name title,
        @NotNull(message = Say.REQUIRED) @Pattern(regexp = Say.CODE_PATTERN, message = Say.CODE)
                String category,
        @Nullable @Size(max = 50, message = "最多 50 项 | must be at most 50")
                Map<String, String> attributes,
        @Nullable @Pattern(regexp = Say.CODE_PATTERN, message = Say.CODE) String exemptClass,
        @Nullable @PositiveOrZero(message = Say.NOT_NEGATIVE) Integer warrantyDays,
        @Nullable @PositiveOrZero(message = Say.NOT_NEGATIVE) Integer promiseDays,
        @Nullable @Size(max = 20, message = "最多 20 项 | must be at most 20")
                List<@NotNull(message = Say.REQUIRED) @Size(max = 200, message = Say.TEXT) String>
                        promises,
        @NotNull(message = Say.REQUIRED) @PositiveOrZero(message = Say.AMOUNT) Long listPriceMinor,
        @Nullable @Pattern(regexp = "[A-Z]{3}", message = Say.CURRENCY) String currency,
        @Nullable @Pattern(regexp = "(https://|/).{1,500}", message = Say.URL) String imageUrl,
        @Nullable Long sourceVersion,
        @Nullable Instant sourceTime) {}
