package anxin.commerce.parcels;

import anxin.commerce.intake.Source;
import anxin.commerce.intake.Write;
import anxin.commerce.parcels.Trace.Status;
import java.time.Instant;
import java.util.Objects;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** A parcel and everything it left behind; what it means is read off its traces. */
record Parcel(
        String trackingNo,
        String orderNumber,
        @Nullable String carrier,
        SortedSet<Trace> traces,
        Source source)
        implements Write {

    @Override
    public String key() {
        return trackingNo;
    }

    /** The newer of the two, with the traces of both: no trace is ever lost. */
    Parcel with(Parcel other) {
        var newer = source.compareTo(other.source) >= 0 ? this : other;
        var all = new TreeSet<>(traces);
        all.addAll(other.traces);
        return new Parcel(newer.trackingNo, newer.orderNumber, newer.carrier, all, newer.source);
    }

    @Nullable Instant shippedAt() {
        return traces.isEmpty() ? null : traces.first().at();
    }

    @Nullable Status status() {
        return traces.isEmpty() ? null : traces.last().status();
    }

    @Nullable Instant lastTraceAt() {
        return traces.isEmpty() ? null : traces.last().at();
    }

    @Nullable Instant signedAt() {
        var signature = first(Status.SIGNED);
        return signature == null ? null : signature.at();
    }

    @Nullable String signedBy() {
        var signature = first(Status.SIGNED);
        return signature == null ? null : Objects.requireNonNullElse(signature.signedBy(), "SELF");
    }

    /** When the customer fetched it from the station. */
    @Nullable Instant collectedAt() {
        var collected = first(Status.STATION_PICKED);
        return collected == null ? null : collected.at();
    }

    private @Nullable Trace first(Status status) {
        for (var trace : traces) {
            if (trace.status() == status) {
                return trace;
            }
        }
        return null;
    }
}
