package anxin.commerce.parcels;

import anxin.commerce.intake.Say;
import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.Comparator;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Something a carrier saw happen to a parcel.
 *
 * @param signedBy SELF, or STATION_NOT_CONSENTED; of a signature only
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record Trace(
        @NotNull(message = Say.REQUIRED) Instant at,
        @NotNull(message = Say.REQUIRED) Status status,
        @Nullable @Size(max = 200, message = Say.TEXT) String text,
        @Nullable @Size(max = 200, message = Say.TEXT) String place,
        @Nullable @Pattern(regexp = Say.CODE_PATTERN, message = Say.CODE) String signedBy)
        implements Comparable<Trace> {

    enum Status {
        COLLECTED,
        IN_TRANSIT,
        OUT_FOR_DELIVERY,
        AT_STATION,
        SIGNED,
        STATION_PICKED,
        REFUSED,
        RETURNING,
        RETURNED_TO_SELLER,
        LOST
    }

    private static final Comparator<Trace> ORDER =
            Comparator.comparing(Trace::at)
                    .thenComparing(Trace::status)
                    .thenComparing(trace -> Objects.requireNonNullElse(trace.text(), ""))
                    .thenComparing(trace -> Objects.requireNonNullElse(trace.place(), ""))
                    .thenComparing(trace -> Objects.requireNonNullElse(trace.signedBy(), ""));

    @Override
    public int compareTo(Trace other) {
        return ORDER.compare(this, other);
    }
}
