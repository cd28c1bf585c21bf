package anxin.scripts.library;

import anxin.identity.Caller;
import anxin.kernel.fact.Audience;
import anxin.kernel.fact.FactLog;
import anxin.kernel.fact.NewFact;
import anxin.kernel.problem.Problem;
import anxin.kernel.review.Reviewed;
import anxin.scripts.library.Script.Version;
import anxin.scripts.library.ScriptStore.Which;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * What is done with a script. A shipped one has revision 0 until the shop touches it; from then on
 * its row lies over it, and version 0 is what was shipped.
 */
@Component
class ScriptActs {

    static final int FRESH_DAYS = 180;
    private static final int MOST = 5_000;

    /** What the log of facts tells of a script. */
    record ScriptFact(String key, String language, @Nullable Integer number) {}

    private final ScriptStore store;
    private final FactLog facts;
    private final Clock clock;

    ScriptActs(ScriptStore store, FactLog facts, Clock clock) {
        this.store = store;
        this.facts = facts;
        this.clock = clock;
    }

    Script find(Which which) {
        return store.find(which)
                .or(() -> ShippedScripts.find(which.key(), which.language()).map(w -> bare(which)))
                .orElseThrow(() -> Problem.missing("script"));
    }

    /** One that nobody has written on: live as it is shipped, or not there yet. */
    private Script bare(Which which) {
        var shipped = ShippedScripts.find(which.key(), which.language()).isPresent();
        return new Script(
                which.key(),
                which.language(),
                0,
                shipped ? Script.SHIPPED : null,
                null,
                false,
                FRESH_DAYS,
                null,
                null,
                null,
                "system",
                Instant.EPOCH,
                Instant.EPOCH);
    }

    /** The wording of a version; number 0 is what was shipped. */
    Optional<Wording> wording(Which which, @Nullable Integer number) {
        return number != null && number == Script.SHIPPED
                ? ShippedScripts.find(which.key(), which.language())
                : store.version(which, number).map(Version::wording);
    }

    /** {@code seen} is the revision that was written on; 0 for one that nobody has touched. */
    @Transactional
    Script save(Caller caller, Which which, int seen, int freshDays, Wording wording) {
        var script = store.find(which).orElseGet(() -> bare(which));
        int number = script.stands().numberToWrite(store.lastNumber(which));
        var next = script.stands().written(number, freshDays);
        var changed = change(caller, which, seen, script, next);
        store.write(which, number, wording, caller.actor(), clock.instant());
        tell(caller, which, "script-written", number);
        return changed;
    }

    /** What is being written is thrown away; a script that never was live goes with it. */
    @Transactional
    void discard(Caller caller, Which which, int seen) {
        var script = find(which);
        int number = script.stands().requireOpen();
        change(caller, which, seen, script, script.stands().discarded());
        store.deleteVersion(which, number);
        if (store.lastNumber(which) == 0) {
            store.delete(which);
        }
        tell(caller, which, "script-discarded", number);
    }

    @Transactional
    Script submit(Caller caller, Which which, int seen) {
        var script = find(which);
        int number = script.stands().requireOpen();
        var changed = change(caller, which, seen, script, script.stands().submitted());
        store.submitted(which, number, caller.actor(), clock.instant());
        tell(caller, which, "script-submitted", number);
        return changed;
    }

    @Transactional
    Script approve(Caller caller, Which which, int seen, @Nullable String note) {
        var script = find(which);
        int number = requireReview(caller, which, script);
        var now = clock.instant();
        var live = script.stands().approved(caller.actor(), now);
        var changed = change(caller, which, seen, script, live);
        store.reviewed(which, number, new ScriptStore.Verdict(true, note, caller.actor(), now));
        tell(caller, which, "script-approved", number);
        return changed;
    }

    /** Back to those who wrote it, with the reason. */
    @Transactional
    Script refuse(Caller caller, Which which, int seen, String note) {
        var script = find(which);
        int number = requireReview(caller, which, script);
        var changed = change(caller, which, seen, script, script.stands().sentBack());
        var verdict = new ScriptStore.Verdict(false, note, caller.actor(), clock.instant());
        store.reviewed(which, number, verdict);
        tell(caller, which, "script-sent-back", number);
        return changed;
    }

    private int requireReview(Caller caller, Which which, Script script) {
        var open = store.version(which, script.openNumber());
        return script.stands()
                .requireReview(
                        caller instanceof Caller.Staff,
                        open.filter(one -> Reviewed.hadAHand(caller.actor(), one)).isPresent());
    }

    /** It still holds, from now for its period. */
    @Transactional
    Script confirm(Caller caller, Which which, int seen) {
        var script = find(which);
        var confirmed = script.stands().confirmed(caller.actor(), clock.instant());
        var changed = change(caller, which, seen, script, confirmed);
        tell(caller, which, "script-confirmed", changed.liveNumber());
        return changed;
    }

    /** An older version, or the shipped one, is said again from now on. */
    @Transactional
    Script bringBack(Caller caller, Which which, int seen, int number) {
        var script = find(which);
        if (!mayComeBack(which, number)) {
            throw Problem.refused(
                    "never-live",
                    "只能恢复到出厂版本或审核通过的版本",
                    "Only the shipped wording or a version that was approved can come back");
        }
        var back = script.stands().broughtBack(number, caller.actor(), clock.instant());
        var changed = change(caller, which, seen, script, back);
        tell(caller, which, "script-brought-back", number);
        return changed;
    }

    private boolean mayComeBack(Which which, int number) {
        return number == Script.SHIPPED
                ? ShippedScripts.find(which.key(), which.language()).isPresent()
                : store.version(which, number)
                        .filter(version -> Boolean.TRUE.equals(version.approved()))
                        .isPresent();
    }

    /** Nobody is offered it any more; its versions stay. */
    @Transactional
    Script takeAway(Caller caller, Which which, int seen) {
        var script = find(which);
        var changed = change(caller, which, seen, script, script.stands().takenAway());
        tell(caller, which, "script-taken-away", script.liveNumber());
        return changed;
    }

    /** One word of each agent; a later one takes the place of the earlier. */
    @Transactional
    void vote(Caller caller, Which which, boolean good, @Nullable String reason) {
        find(which).stands().requireLive();
        store.vote(which, new ScriptStore.Voice(caller.actor(), good, reason, clock.instant()));
    }

    private Script change(Caller caller, Which which, int seen, Script script, Reviewed next) {
        var now = clock.instant();
        int on = seen;
        if (script.revision() == 0 && seen == 0) {
            if (store.count(which.shop()) >= MOST) {
                throw Problem.refused(
                        "too-many-scripts",
                        "本店话术已达上限 5000 条",
                        "The shop has 5,000 scripts; no more");
            }
            if (!store.add(which.shop(), begun(script, caller, now))) {
                throw Reviewed.changedMeanwhile(1);
            }
            on = 1;
        }
        if (!store.change(which.shop(), on, script.standing(next, now))) {
            throw Reviewed.changedMeanwhile(script.revision());
        }
        return find(which);
    }

    private static Script begun(Script script, Caller caller, Instant now) {
        return new Script(
                script.key(),
                script.language(),
                1,
                script.liveNumber(),
                null,
                false,
                script.freshDays(),
                null,
                null,
                null,
                caller.actor(),
                now,
                now);
    }

    private void tell(Caller caller, Which which, String what, @Nullable Integer number) {
        facts.append(
                new NewFact(
                        which.shop(),
                        "scripts." + what,
                        "script:" + which.key() + "/" + which.language(),
                        caller.actor(),
                        null,
                        Audience.STAFF,
                        new ScriptFact(which.key(), which.language(), number)));
    }
}
