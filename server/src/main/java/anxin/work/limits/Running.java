package anxin.work.limits;

import anxin.work.WorkClock.Kind;
import anxin.work.hours.Hours;
import anxin.work.hours.Hours.Step;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A limit and what is used of it: pure. It runs in the shop's hours, or always where the shop has
 * none, and stands still while nobody need do anything.
 *
 * @param used what it had used when it last began to run
 * @param since since when it runs; null while it stands still
 * @param near when those who can still keep it are warned
 */
record Running(
        Kind kind,
        Duration limit,
        Duration used,
        Instant beganAt,
        @Nullable Instant since,
        @Nullable Instant due,
        @Nullable Instant near,
        @Nullable Instant warnedAt,
        @Nullable Instant missedAt,
        @Nullable Instant doneAt) {

    /** Of a hundred parts of the limit, how many are used when it warns. */
    private static final long WARNS_AT = 75;

    static Running begun(Kind kind, Duration limit, @Nullable Hours hours, Instant now) {
        return new Running(kind, limit, Duration.ZERO, now, null, null, null, null, null, null)
                .resumed(hours, now);
    }

    boolean runs() {
        return since != null;
    }

    boolean isDone() {
        return doneAt != null;
    }

    Running resumed(@Nullable Hours hours, Instant now) {
        if (runs()) {
            return this;
        }
        var toWarning = limit.multipliedBy(WARNS_AT).dividedBy(100).minus(used);
        return new Running(
                kind,
                limit,
                used,
                beganAt,
                now,
                end(hours, now, limit.minus(used)),
                end(hours, now, toWarning),
                warnedAt,
                missedAt,
                null);
    }

    Running paused(@Nullable Hours hours, Instant now) {
        return stopped(hours, now, doneAt);
    }

    Running done(@Nullable Hours hours, Instant now) {
        return isDone() ? this : stopped(hours, now, now);
    }

    private Running stopped(@Nullable Hours hours, Instant now, @Nullable Instant done) {
        return new Running(
                kind,
                limit,
                usedAt(hours, now),
                beganAt,
                null,
                null,
                null,
                warnedAt,
                missedAt,
                done);
    }

    Duration usedAt(@Nullable Hours hours, Instant now) {
        if (since == null || now.isBefore(since)) {
            return used;
        }
        return used.plus(hours == null ? Duration.between(since, now) : hours.between(since, now));
    }

    /** When something happens to it next: it warns, or it is missed. */
    @Nullable Instant next() {
        if (missedAt != null) {
            return null;
        }
        return warnedAt == null && near != null ? near : due;
    }

    Running told(Instant now) {
        return new Running(
                kind,
                limit,
                used,
                beganAt,
                since,
                due,
                near,
                warnedAt == null && near != null && !now.isBefore(near) ? now : warnedAt,
                missedAt == null && due != null && !now.isBefore(due) ? due : missedAt,
                doneAt);
    }

    /** From when it last began to run to when it is due, stretch by stretch. */
    List<Step> steps(@Nullable Hours hours) {
        if (since == null || due == null || !since.isBefore(due)) {
            return List.of();
        }
        return hours == null
                ? List.of(new Step(LocalDate.ofInstant(since, ZoneOffset.UTC), since, due))
                : hours.after(since, limit.minus(used));
    }

    private static @Nullable Instant end(@Nullable Hours hours, Instant from, Duration work) {
        if (work.isNegative() || work.isZero()) {
            return from;
        }
        if (hours == null) {
            return from.plus(work);
        }
        var steps = hours.after(from, work);
        return steps.isEmpty() ? null : steps.getLast().to();
    }
}
