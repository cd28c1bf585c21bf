package anxin.aftersales.making;

import anxin.aftersales.carrier.Dispatches;
import anxin.aftersales.cases.CaseChanges;
import anxin.aftersales.cases.CaseEvent;
import anxin.aftersales.cases.CaseRow;
import anxin.aftersales.cases.CaseState;
import anxin.aftersales.cases.CaseStore;
import anxin.aftersales.cases.Move;
import anxin.aftersales.making.MakingSteps.Fresh;
import anxin.aftersales.making.MakingSteps.MakingStep;
import anxin.aftersales.making.MakingSteps.Outcome;
import anxin.aftersales.making.MakingSteps.Purpose;
import anxin.aftersales.replacement.SendReplacement;
import anxin.commerce.Order.MakingKind;
import anxin.identity.Caller.Staff;
import anxin.kernel.ShopId;
import anxin.kernel.Text;
import anxin.kernel.problem.Problem;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What production and purchasing enter, and what follows from it. */
@Component
class MakingDesk {

    record Said(Outcome outcome, @Nullable Long costMinor, @Nullable String note) {}

    private static final Map<Purpose, Set<Outcome>> ANSWERS =
            Map.of(
                    Purpose.STOP, Set.of(Outcome.STOPPED, Outcome.TOO_LATE),
                    Purpose.RESUME, Set.of(Outcome.DONE),
                    Purpose.MAKE, Set.of(Outcome.DONE, Outcome.FAILED));

    private static final int BETWEEN = 10;

    private final MakingSteps steps;
    private final MakingNews news;
    private final Dispatches dispatches;
    private final SendReplacement sending;
    private final CaseStore cases;
    private final CaseChanges changes;
    private final Clock clock;

    MakingDesk(
            MakingSteps steps,
            MakingNews news,
            Dispatches dispatches,
            SendReplacement sending,
            CaseStore cases,
            CaseChanges changes,
            Clock clock) {
        this.steps = steps;
        this.news = news;
        this.dispatches = dispatches;
        this.sending = sending;
        this.cases = cases;
        this.changes = changes;
        this.clock = clock;
    }

    @Transactional
    public void answer(Staff staff, ShopId shop, MakingStep step, Said said) {
        var purpose = step.purpose();
        require(purpose, said);
        var of = cases.lock(shop, step.caseId());
        if (!steps.done(
                shop, step.id(), said.outcome(), staff.actor(), said.costMinor(), said.note())) {
            throw Problem.conflict(
                    "step-done-already",
                    "其他同事刚刚处理了这一步，或者还没轮到它，请刷新查看",
                    "A colleague has just dealt with this step, or its turn has not come; look at the list again");
        }
        news.answered(of, step, said.outcome().name(), staff.actor());
        if (purpose == Purpose.MAKE) {
            if (said.outcome() == Outcome.DONE) {
                goOn(of, step, staff.actor());
            } else {
                again(of, step, staff.actor(), said.note());
            }
        }
    }

    private static void require(Purpose purpose, Said said) {
        if (!ANSWERS.getOrDefault(purpose, Set.of()).contains(said.outcome())) {
            throw Problem.invalid("/outcome", "不是这一步的结果", "is no answer to this step");
        }
        if (purpose == Purpose.STOP && said.costMinor() == null) {
            throw Problem.invalid(
                    "/costMinor",
                    "请填写已发生的费用，没有则填 0",
                    "enter what it has cost so far, 0 for nothing");
        }
        if (purpose != Purpose.STOP && said.costMinor() != null) {
            throw Problem.invalid("/costMinor", "只有停止制作时填写费用", "belongs to a step that is stopped");
        }
        if (said.outcome() == Outcome.FAILED && said.note() == null) {
            throw Problem.invalid("/note", "请写明原因", "write what went wrong");
        }
    }

    /** The next step of the line begins; after the last of all lines it is sent. */
    private void goOn(CaseRow of, MakingStep step, String actor) {
        var left = left(of);
        var next =
                left.stream()
                        .filter(one -> one.lineId().equals(step.lineId()))
                        .findFirst()
                        .orElse(null);
        if (next != null) {
            steps.open(of.shop(), next.id(), MadeToOrder.limit(next.kind()));
            news.asked(of.shop(), of.id(), Purpose.MAKE);
        } else if (left.isEmpty()) {
            dispatches.send(of);
        }
        var told = move(left.isEmpty() ? "MADE_WHOLE" : "MADE", actor, step);
        changes.apply(
                of,
                told.param("next", next == null ? null : label(next.kind()))
                        .deadlineAt(of.deadlineAt()));
    }

    /** What was spoilt is bought and made once more; after that, or unbought, it cannot be had. */
    private void again(CaseRow of, MakingStep step, String actor, @Nullable String note) {
        var kind = step.kind();
        var before =
                steps.of(of).stream()
                        .filter(
                                one ->
                                        one.lineId().equals(step.lineId())
                                                && one.kind() == step.kind()
                                                && one.outcome() == Outcome.FAILED)
                        .count();
        if (kind == MakingKind.PURCHASE || before > 1) {
            sending.cannotBeMade(of, actor, note);
            return;
        }
        add(of, step, MakingKind.PURCHASE, BETWEEN, MadeToOrder.limit(MakingKind.PURCHASE));
        add(of, step, kind, 2 * BETWEEN, null);
        var more = MadeToOrder.limit(MakingKind.PURCHASE).plus(MadeToOrder.limit(kind));
        changes.apply(of, move("MADE_AGAIN", actor, step).note(note).deadlineAt(later(of, more)));
    }

    private Instant later(CaseRow of, Duration more) {
        var due = of.deadlineAt();
        var now = clock.instant();
        return (due == null || due.isBefore(now) ? now : due).plus(more);
    }

    private void add(
            CaseRow of, MakingStep after, MakingKind kind, int by, @Nullable Duration limit) {
        steps.add(
                of.shop(),
                of.id(),
                new Fresh(
                        after.lineId(),
                        after.title(),
                        after.position() + by,
                        Purpose.MAKE,
                        kind,
                        kind == MakingKind.PURCHASE ? null : after.text()),
                limit);
    }

    private static Move move(String told, String actor, MakingStep step) {
        return Move.to(CaseState.REPLACEMENT_PREPARING, CaseEvent.MAKE, told, actor)
                .param("made", label(step.kind()));
    }

    private List<MakingStep> left(CaseRow of) {
        return steps.of(of).stream()
                .filter(one -> one.purpose() == Purpose.MAKE && one.doneAt() == null)
                .toList();
    }

    private static Text label(MakingKind kind) {
        return switch (kind) {
            case PURCHASE -> Text.of("备料", "buying the material");
            case ENGRAVING -> Text.of("刻字", "engraving");
            case PACKAGING -> Text.of("礼品包装", "gift wrapping");
            case GIFT_CARD -> Text.of("贺卡", "the greeting card");
            case OTHER -> Text.of("定制制作", "making it");
            case DISPATCH -> Text.of("发货", "sending it");
        };
    }
}
