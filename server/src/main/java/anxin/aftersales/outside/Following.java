package anxin.aftersales.outside;

import anxin.aftersales.cases.CaseChanges;
import anxin.aftersales.cases.CaseEvent;
import anxin.aftersales.cases.CaseRow;
import anxin.aftersales.cases.CaseState;
import anxin.aftersales.cases.CaseStore;
import anxin.aftersales.cases.Move;
import anxin.platforms.ExternalCase;
import anxin.platforms.Platform;
import anxin.platforms.Standing;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Moves our case to where the platform's is, along the table of transitions; where that cannot be,
 * or both have moved, to a person. What is final here is never moved.
 */
@Component
class Following {

    private final CaseChanges changes;
    private final CaseStore cases;
    private final ErrandStore errands;
    private final Alerts alerts;
    private final Clock clock;

    Following(
            CaseChanges changes, CaseStore cases, ErrandStore errands, Alerts alerts, Clock clock) {
        this.changes = changes;
        this.cases = cases;
        this.errands = errands;
        this.alerts = alerts;
        this.clock = clock;
    }

    @Transactional(propagation = Propagation.MANDATORY)
    public void follow(CaseRow of, ExternalCase told) {
        var status = told.status();
        var here = Standing.valueOf(of.state().name());
        if (told.kind() == ExternalCase.Kind.UNKNOWN) {
            raise(Alerts.Kind.UNKNOWN_TYPE, of, told, "a type that no table has");
        }
        if (!status.isKnown()) {
            raise(Alerts.Kind.UNKNOWN_CODE, of, told, String.join(" ", status.unknown()));
            toReview(of, told);
        } else if (of.state().isFinal()) {
            if (!status.agreesWith(here)) {
                raise(Alerts.Kind.FINAL_HERE, of, told, differ(of, told));
            }
        } else if (status.agreesWith(here)) {
            agree(of, told);
        } else {
            go(of, told);
        }
    }

    /** Nothing to move; what is asked for may be another sum now. */
    private void agree(CaseRow of, ExternalCase told) {
        alerts.settle(of.shop(), told.platform(), told.id());
        if (told.amountMinor() == of.refundableMinor() || of.state() != CaseState.IN_REVIEW) {
            return;
        }
        changes.apply(
                of,
                moved(
                                CaseState.IN_REVIEW,
                                CaseEvent.PLATFORM_DIFFERS,
                                "PLATFORM_MOVED",
                                told.platform())
                        .refundable(told.amountMinor())
                        .param("stateLabel", CaseState.IN_REVIEW.label()));
    }

    private void go(CaseRow of, ExternalCase told) {
        var open = errands.openOfCase(of.shop(), of.id());
        if (!open.isEmpty()) {
            if (open.stream()
                    .allMatch(errand -> errand.seenCodes().equals(told.status().codes()))) {
                return; // It stands where it stood when we decided, and has not been told yet.
            }
            open.forEach(
                    errand ->
                            errands.settle(
                                    errand,
                                    ErrandStore.Status.OVERTAKEN,
                                    "the platform moved first: " + told.status().codes(),
                                    clock.instant()));
            if (told.status().standing() != Standing.CLOSED) {
                raise(Alerts.Kind.BOTH_MOVED, of, told, differ(of, told));
                toReview(of, told);
                return;
            }
        }
        var way = Way.find(of.state(), of.type(), told.status());
        if (way.isEmpty() && told.status().standing() == Standing.IN_REVIEW) {
            toReview(of, told);
        } else if (way.isEmpty()) {
            raise(Alerts.Kind.NO_WAY, of, told, differ(of, told));
            toReview(of, told);
        } else {
            walk(of, told, way.get());
            alerts.settle(of.shop(), told.platform(), told.id());
        }
    }

    /** A person has decided that the platform is right. */
    @Transactional(propagation = Propagation.MANDATORY)
    public boolean adopt(CaseRow of, ExternalCase told) {
        if (told.status().agreesWith(Standing.valueOf(of.state().name()))) {
            return true;
        }
        var way =
                of.state().isFinal() || !told.status().isKnown()
                        ? Optional.<List<Way.Step>>empty()
                        : Way.find(of.state(), of.type(), told.status());
        way.ifPresent(steps -> walk(of, told, steps));
        return way.isPresent();
    }

    private void walk(CaseRow from, ExternalCase told, List<Way.Step> steps) {
        var of = from;
        for (var step : steps) {
            var move =
                    moved(step.to(), step.event(), "PLATFORM_MOVED", told.platform())
                            .param("stateLabel", step.to().label());
            if (step.event() == CaseEvent.APPROVE) {
                move.approved(told.amountMinor()).refundable(told.amountMinor());
            }
            var parcel = told.parcel();
            if (step.event() == CaseEvent.BUYER_SHIP && parcel != null) {
                move.param("trackingNo", parcel.trackingNo()).param("carrier", parcel.carrier());
            }
            if (step.to() == CaseState.COMPLETED) {
                completed(move, of, told);
            } else if (step.to() == CaseState.CLOSED) {
                move.result(of.state() == CaseState.REFUSED ? "REJECTED_FINAL" : "BUYER_CANCEL");
            }
            of = changes.apply(of, move);
        }
        if (of.state().isFinal()) {
            cases.releaseLines(of, of.state() == CaseState.CLOSED);
        }
    }

    private static void completed(Move move, CaseRow of, ExternalCase told) {
        switch (of.type()) {
            case "EXCHANGE" -> move.result("EXCHANGED");
            case "RESEND" -> move.result("RESENT");
            case "REPAIR" -> move.result("REPAIRED");
            case "COMPENSATION" -> move.result("COMPENSATED").compensated(told.amountMinor());
            default -> move.result("REFUNDED").refunded(told.amountMinor());
        }
    }

    private void toReview(CaseRow of, ExternalCase told) {
        backToReview(of, told.platform(), differ(of, told));
    }

    /** To a person, unless one has it already or it is over. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void backToReview(CaseRow of, Platform platform, @Nullable String why) {
        if (!of.state().isFinal() && of.state() != CaseState.IN_REVIEW) {
            changes.apply(
                    of,
                    moved(
                                    CaseState.IN_REVIEW,
                                    CaseEvent.PLATFORM_DIFFERS,
                                    "PLATFORM_DIFFERS",
                                    platform)
                            .note(why));
        }
    }

    private static Move moved(CaseState to, CaseEvent event, String step, Platform platform) {
        return Move.to(to, event, step, actor(platform)).param("platform", platform.label());
    }

    static String actor(Platform platform) {
        return WriteErrands.ACTOR + ":" + platform;
    }

    private void raise(Alerts.Kind kind, CaseRow of, ExternalCase told, String detail) {
        alerts.raise(kind, of.shop(), told.platform(), told.id(), of.id(), detail);
    }

    private static String differ(CaseRow of, ExternalCase told) {
        return "here " + of.state() + ", there " + told.status().codes();
    }
}
