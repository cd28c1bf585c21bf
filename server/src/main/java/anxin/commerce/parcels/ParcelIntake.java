package anxin.commerce.parcels;

import anxin.commerce.intake.Batch;
import anxin.commerce.intake.Intake;
import anxin.commerce.intake.Kind;
import anxin.commerce.intake.Source;
import anxin.commerce.intake.Taken;
import anxin.kernel.ShopId;
import anxin.kernel.problem.Reading;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.TreeSet;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.JsonNode;

/** Takes parcels and their traces; the order may be heard of later. */
@Component
class ParcelIntake implements Intake {

    private final Reading reading;
    private final ParcelStore parcels;
    private final Clock clock;

    ParcelIntake(Reading reading, ParcelStore parcels, Clock clock) {
        this.reading = reading;
        this.parcels = parcels;
        this.clock = clock;
    }

    @Override
    public Kind kind() {
        return Kind.PARCELS;
    }

    @Override
    @Transactional
    public List<Taken> take(ShopId shop, List<JsonNode> sent) {
        return Batch.take(
                sent,
                document -> parcel(reading.read(document, NewParcel.class)),
                writes -> parcels.write(shop, writes));
    }

    /** True when it was older than what is there; its traces are taken all the same. */
    @Transactional
    boolean put(ShopId shop, NewParcel sent) {
        var parcel = parcel(sent);
        return Batch.isStale(parcel, parcels.write(shop, List.of(parcel)));
    }

    private Parcel parcel(NewParcel sent) {
        var traces = new TreeSet<Trace>();
        for (var trace : Objects.requireNonNullElse(sent.traces(), List.<Trace>of())) {
            traces.add(
                    new Trace(
                            trace.at().truncatedTo(ChronoUnit.MICROS),
                            trace.status(),
                            trace.text(),
                            trace.place(),
                            trace.signedBy()));
        }
        var source =
                Source.of(
                        sent.sourceVersion(),
                        sent.sourceTime(),
                        clock.instant(),
                        sent.orderNumber() + '\n' + sent.carrier());
        return new Parcel(sent.trackingNo(), sent.orderNumber(), sent.carrier(), traces, source);
    }
}
