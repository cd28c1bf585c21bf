package anxin.aftersales.outside;

import anxin.aftersales.cases.CaseChanges;
import anxin.aftersales.cases.CaseFollower;
import anxin.aftersales.cases.CaseRow;
import anxin.aftersales.cases.CaseState;
import anxin.aftersales.cases.Move;
import anxin.kernel.Text;
import anxin.kernel.loop.AfterCommit;
import anxin.platforms.Errand;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * What happens here to a case that lives at a platform is written down for the platform, in the
 * same transaction.
 */
@Component
class WriteErrands implements CaseFollower {

    /** Who moves a case in a platform's name. */
    static final String ACTOR = "platform";

    private final ExternalStore external;
    private final ErrandStore errands;
    private final ErrandBell bell;
    private final Clock clock;

    WriteErrands(ExternalStore external, ErrandStore errands, ErrandBell bell, Clock clock) {
        this.external = external;
        this.errands = errands;
        this.bell = bell;
        this.clock = clock;
    }

    @Override
    public void moved(CaseRow before, CaseRow after, Move move) {
        if (!after.isAtPlatform() || CaseChanges.kind(move.actor()).equals(ACTOR)) {
            return;
        }
        errand(before, after, move)
                .ifPresent(
                        errand -> {
                            external.ofCase(after.shop(), after.id())
                                    .ifPresent(
                                            about ->
                                                    errands.add(
                                                            after.shop(),
                                                            about,
                                                            errand,
                                                            amount(errand, after),
                                                            move.actor(),
                                                            clock.instant()));
                            AfterCommit.run(bell::ring);
                        });
    }

    private static @Nullable Long amount(Errand errand, CaseRow of) {
        return errand instanceof Errand.AgreeRefund ? of.approvedMinor() : null;
    }

    private static Optional<Errand> errand(CaseRow before, CaseRow after, Move move) {
        return Optional.ofNullable(
                switch (move.event()) {
                    case APPROVE -> agreed(after.state());
                    case RUN_OUT ->
                            before.state() == CaseState.IN_REVIEW ? agreed(after.state()) : null;
                    case APPROVE_REFUND -> new Errand.AgreeRefund();
                    case INSPECT_PASS ->
                            after.state() == CaseState.REFUNDING ? new Errand.AgreeRefund() : null;
                    case REFUSE ->
                            new Errand.Refuse(
                                    text(move.params().get("reason")),
                                    words(move.params().get("reasonLabel"), move.note()));
                    case INSPECT_MISMATCH ->
                            new Errand.Refuse(
                                    "INSPECTION", words(move.params().get("finding"), move.note()));
                    case ASK_EVIDENCE ->
                            new Errand.AskEvidence(words(move.params().get("what"), move.note()));
                    case BUYER_SHIP ->
                            new Errand.ReturnParcel(
                                    orNull(move.params().get("carrier")),
                                    text(move.params().get("trackingNo")));
                    case CARRIER_SIGNED -> new Errand.Received();
                    case SHIP_REPLACEMENT ->
                            new Errand.SendReplacement(
                                    orNull(move.params().get("carrier")),
                                    text(move.params().get("trackingNo")));
                    default -> null;
                });
    }

    private static @Nullable Errand agreed(CaseState to) {
        return switch (to) {
            case REFUNDING -> new Errand.AgreeRefund();
            case WAIT_BUYER_RETURN,
                    RETURN_IN_TRANSIT,
                    WAIT_STORE_CONFIRM,
                    REPLACEMENT_PREPARING,
                    REPAIRING,
                    INSPECTING ->
                    new Errand.AgreeReturn();
            default -> null;
        };
    }

    /** The customers of these platforms read Chinese. */
    private static String words(@Nullable Object label, @Nullable String note) {
        var words = label instanceof Map<?, ?> both ? text(both.get("zh")) : chinese(label);
        return note == null || note.isBlank() ? words : words + "：" + note.strip();
    }

    private static String chinese(@Nullable Object label) {
        return label instanceof Text both ? both.zh() : text(label);
    }

    private static String text(@Nullable Object value) {
        return value == null ? "" : String.valueOf(value);
    }

    private static @Nullable String orNull(@Nullable Object value) {
        return value == null ? null : String.valueOf(value);
    }
}
