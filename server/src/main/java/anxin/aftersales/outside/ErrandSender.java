package anxin.aftersales.outside;

import anxin.aftersales.cases.CaseStore;
import anxin.kernel.loop.Loop;
import anxin.platforms.Errand;
import anxin.platforms.ExternalCase;
import anxin.platforms.Outcome;
import anxin.platforms.PlatformCases;
import anxin.platforms.PlatformTrouble;
import anxin.platforms.Standing;
import java.time.Clock;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Tells platforms what was decided. Each time the platform is asked first how the case stands: what
 * is done already is not told again, and what was decided on another case than is there now is not
 * told at all.
 */
@Component
public class ErrandSender extends Loop {

    private static final Duration PAUSE = Duration.ofSeconds(2);
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final Duration LEASE = Duration.ofMinutes(2);
    private static final Duration FIRST_PAUSE = Duration.ofSeconds(10);
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(30);

    /** Where a case is when a return was agreed, whoever agreed. */
    private static final Set<Standing> AGREED =
            EnumSet.of(
                    Standing.WAIT_BUYER_RETURN,
                    Standing.RETURN_IN_TRANSIT,
                    Standing.INSPECTING,
                    Standing.REFUNDING,
                    Standing.REPLACEMENT_PREPARING,
                    Standing.REPLACEMENT_SHIPPED,
                    Standing.REPAIRING,
                    Standing.COMPLETED);

    /** The goods are on their way to us, or here. */
    private static final Set<Standing> WITH_US =
            EnumSet.of(
                    Standing.RETURN_IN_TRANSIT,
                    Standing.INSPECTING,
                    Standing.REPLACEMENT_PREPARING,
                    Standing.REPAIRING);

    private final ErrandStore errands;
    private final PlatformCases platforms;
    private final TakeIn takeIn;
    private final Following following;
    private final CaseStore cases;
    private final Alerts alerts;
    private final TransactionTemplate transaction;
    private final Clock clock;

    ErrandSender(
            ErrandStore errands,
            PlatformCases platforms,
            TakeIn takeIn,
            Following following,
            CaseStore cases,
            Alerts alerts,
            TransactionTemplate transaction,
            ErrandBell bell,
            Clock clock,
            @Value("${anxin.background:true}") boolean background) {
        super("errands", PAUSE, PATIENCE, bell, background);
        this.errands = errands;
        this.platforms = platforms;
        this.takeIn = takeIn;
        this.following = following;
        this.cases = cases;
        this.alerts = alerts;
        this.transaction = transaction;
        this.clock = clock;
    }

    @Override
    protected void round() {
        runDue();
    }

    /** Everything that is due; answers how many it tried. */
    public int runDue() {
        int done = 0;
        for (var row = errands.take(clock.instant(), LEASE);
                row.isPresent();
                row = errands.take(clock.instant(), LEASE)) {
            send(row.get());
            done++;
        }
        return done;
    }

    private void send(ErrandStore.Row row) {
        try {
            var now = platforms.read(row.shop(), row.platform(), row.externalId());
            if (now.isEmpty()) {
                settle(row, ErrandStore.Status.REFUSED, "the platform has no such case");
            } else {
                send(row, now.get());
            }
        } catch (PlatformTrouble trouble) {
            later(row, row.status(), String.valueOf(trouble.getMessage()), pause(row, trouble));
        }
    }

    private void send(ErrandStore.Row row, ExternalCase now) {
        var errand = errands.errand(row);
        if (isDone(errand, now, row.seenCodes())) {
            settle(row, ErrandStore.Status.DONE, null);
            takeIn.told(row.shop(), now);
            return;
        }
        if (!stillFits(errand, now.status(), row.seenCodes())) {
            // The platform has moved, and not where we wanted it to go: a person compares.
            takeIn.told(row.shop(), now);
            overtaken(row, now, Alerts.Kind.BOTH_MOVED, "there " + now.status().codes());
            return;
        }
        if (row.amountMinor() != null && row.amountMinor() != now.amountMinor()) {
            overtaken(
                    row,
                    now,
                    Alerts.Kind.AMOUNT_CHANGED,
                    "decided on " + row.amountMinor() + ", asked for now " + now.amountMinor());
            takeIn.told(row.shop(), now);
            return;
        }
        errands.aboutToTell(row);
        hear(row, platforms.tell(row.shop(), errand, now));
    }

    private void hear(ErrandStore.Row row, Outcome outcome) {
        switch (outcome) {
            case Outcome.Done done -> {
                settle(row, ErrandStore.Status.DONE, null);
                platforms.readSoon(row.shop(), row.platform(), row.externalId());
            }
            case Outcome.Refused refused ->
                    settle(
                            row,
                            ErrandStore.Status.REFUSED,
                            refused.code() + ": " + refused.message());
            case Outcome.NotOffered not -> settle(row, ErrandStore.Status.NOT_OFFERED, not.why());
            case Outcome.Changed changed ->
                    later(
                            row,
                            ErrandStore.Status.WAITING,
                            "the case changed over there in the same moment",
                            backoff(row.attempts()));
            case Outcome.Later later ->
                    later(row, ErrandStore.Status.WAITING, later.why(), later.in());
            case Outcome.Unknown unknown ->
                    later(row, ErrandStore.Status.UNKNOWN, unknown.why(), backoff(row.attempts()));
        }
    }

    /** Whether it is as the errand wants it, by whoever's hand. */
    private static boolean isDone(Errand errand, ExternalCase now, String seen) {
        var status = now.status();
        if (!status.isKnown()) {
            return false;
        }
        return switch (errand) {
            case Errand.AgreeReturn agree -> AGREED.contains(status.standing());
            case Errand.AgreeRefund agree ->
                    status.standing() == Standing.COMPLETED
                            || (status.standing() == Standing.REFUNDING
                                    && !status.codes().equals(seen));
            case Errand.Refuse refuse ->
                    status.standing() == Standing.REFUSED
                            || status.standing() == Standing.INSPECTION_DISPUTE;
            case Errand.ReturnParcel parcel ->
                    now.parcel() != null && now.parcel().trackingNo().equals(parcel.trackingNo());
            case Errand.SendReplacement parcel ->
                    status.standing() == Standing.REPLACEMENT_SHIPPED
                            || status.standing() == Standing.COMPLETED;
            case Errand.Received received ->
                    status.standing() != Standing.RETURN_IN_TRANSIT
                            && status.standing() != Standing.WAIT_BUYER_RETURN;
            case Errand.AskEvidence ask -> false;
        };
    }

    /** A decision holds for what was seen; a parcel's news for whatever waits for the parcel. */
    private static boolean stillFits(Errand errand, ExternalCase.Status now, String seen) {
        var same = now.codes().equals(seen);
        return switch (errand) {
            case Errand.AgreeReturn agree -> same;
            case Errand.Refuse refuse -> same;
            case Errand.AskEvidence ask -> same;
            case Errand.AgreeRefund agree -> same || WITH_US.contains(now.standing());
            case Errand.SendReplacement parcel -> same || WITH_US.contains(now.standing());
            case Errand.ReturnParcel parcel -> now.standing() == Standing.WAIT_BUYER_RETURN;
            case Errand.Received received -> now.standing() == Standing.RETURN_IN_TRANSIT;
        };
    }

    /** A no, or nothing that the platform offers: a person sees it, and the case goes back. */
    private void settle(ErrandStore.Row row, ErrandStore.Status status, @Nullable String trouble) {
        transaction.executeWithoutResult(
                tx -> {
                    errands.settle(row, status, trouble, clock.instant());
                    if (status == ErrandStore.Status.REFUSED) {
                        raise(row, Alerts.Kind.REFUSED_THERE, trouble);
                        platforms.readSoon(row.shop(), row.platform(), row.externalId());
                        following.backToReview(
                                cases.lock(row.shop(), row.caseId()), row.platform(), trouble);
                    } else if (status == ErrandStore.Status.NOT_OFFERED) {
                        raise(row, Alerts.Kind.NOT_OFFERED, trouble);
                    }
                });
    }

    private void overtaken(ErrandStore.Row row, ExternalCase now, Alerts.Kind kind, String why) {
        transaction.executeWithoutResult(
                tx -> {
                    errands.settle(row, ErrandStore.Status.OVERTAKEN, why, clock.instant());
                    var of = cases.lock(row.shop(), row.caseId());
                    if (!now.status().agreesWith(Standing.valueOf(of.state().name()))) {
                        raise(row, kind, why);
                        following.backToReview(of, row.platform(), why);
                    }
                });
    }

    private void raise(ErrandStore.Row row, Alerts.Kind kind, @Nullable String detail) {
        alerts.raise(
                kind,
                row.shop(),
                row.platform(),
                row.externalId(),
                row.caseId(),
                row.verb() + ": " + detail);
    }

    private void later(
            ErrandStore.Row row, ErrandStore.Status status, String trouble, Duration pause) {
        errands.later(row, status, trouble, clock.instant().plus(pause));
    }

    private static Duration pause(ErrandStore.Row row, PlatformTrouble trouble) {
        var backoff = backoff(row.attempts());
        var asked = Objects.requireNonNullElse(trouble.pause(), Duration.ZERO);
        return asked.compareTo(backoff) > 0 ? asked : backoff;
    }

    private static Duration backoff(int attempts) {
        var pause = FIRST_PAUSE.multipliedBy(1L << Math.clamp(attempts - 1L, 0, 10));
        return pause.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : pause;
    }
}
