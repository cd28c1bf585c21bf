package anxin.aftersales.expert;

import anxin.aftersales.cases.CaseFollower;
import anxin.aftersales.cases.CaseRow;
import anxin.aftersales.cases.CaseState;
import anxin.aftersales.cases.Move;
import anxin.identity.Caller;
import anxin.identity.Caller.Staff;
import anxin.identity.Permission;
import anxin.kernel.ShopId;
import anxin.kernel.fact.Audience;
import anxin.kernel.fact.FactLog;
import anxin.kernel.fact.NewFact;
import anxin.kernel.problem.Problem;
import anxin.work.Deadline;
import anxin.work.DeadlineHandler;
import anxin.work.Deadlines;
import java.time.Clock;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Calls experts in, by the rules (injury, food, counterfeits) or by an agent. The two clocks run
 * beside the one of the case; each is missed once, and their manager hears of it.
 */
@Component
public class Experts implements CaseFollower, DeadlineHandler {

    static final String TEAM = "EXPERT";
    private static final String DEADLINE = "aftersales.expert";
    private static final String HANDOVER = "handover:";
    private static final String SOLUTION = "solution:";
    private static final Duration TO_TAKE = Duration.ofMinutes(10);
    private static final Duration TO_SOLVE = Duration.ofHours(2);
    private static final Set<CaseState> UNDECIDED =
            EnumSet.of(CaseState.IN_REVIEW, CaseState.HANDLING);

    /** What browsers and the journal hear. */
    record ExpertNews(UUID link, String no, String what) {}

    /** Which of the two clocks ran out, and whose it is to see to it. */
    record ExpertLate(UUID link, String no, String clock, String escalatedTo, boolean reassigned) {}

    private final ExpertStore store;
    private final Deadlines deadlines;
    private final FactLog facts;
    private final Clock clock;

    Experts(ExpertStore store, Deadlines deadlines, FactLog facts, Clock clock) {
        this.store = store;
        this.deadlines = deadlines;
        this.facts = facts;
        this.clock = clock;
    }

    /** A case that the rules send to experts from its first moment. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void called(ShopId shop, UUID caseId) {
        open(shop, UUID.randomUUID(), caseId, "RULES", "system");
    }

    /** The same id again is the same call. */
    @Transactional
    public ExpertStore.Link call(Staff staff, CaseRow of, UUID id, String reason) {
        var known = store.find(of.shop(), id);
        if (known.isPresent()) {
            return known.get();
        }
        if (!mayBeCalled(of)) {
            throw Problem.refused(
                    "not-undecided",
                    "只有审核中或投诉处理中的售后可以请专家",
                    "An expert is called in while a case is in review or a complaint is handled");
        }
        if (!open(of.shop(), id, of.id(), reason, staff.actor())) {
            throw Problem.conflict(
                    "expert-called-already", "已请过专家，请等待其处理", "An expert was called in already");
        }
        tell(of.shop(), of.id(), of.no(), of.customerId(), staff.actor(), id, "CALLED");
        return store.find(of.shop(), id).orElseThrow();
    }

    private boolean open(ShopId shop, UUID id, UUID caseId, String reason, String by) {
        var now = clock.instant();
        var added =
                store.add(shop, id, caseId, reason, by, now, now.plus(TO_TAKE), now.plus(TO_SOLVE));
        if (added) {
            deadlines.set(
                    List.of(
                            new Deadline(
                                    shop,
                                    DEADLINE,
                                    HANDOVER + id,
                                    now.plus(TO_TAKE),
                                    caseId.toString()),
                            new Deadline(
                                    shop,
                                    DEADLINE,
                                    SOLUTION + id,
                                    now.plus(TO_SOLVE),
                                    caseId.toString())));
        }
        return added;
    }

    /** Whoever is first has it. */
    @Transactional
    public ExpertStore.Link take(Staff staff, CaseRow of, UUID id) {
        var link = require(of, id);
        requireExpert(staff, link);
        if (!store.take(of.shop(), id, staff.actor(), clock.instant())) {
            if (staff.actor().equals(link.takenBy())) {
                return link;
            }
            throw Problem.conflict(
                    "taken-already", "其他专家已接手", "Another expert has taken it already");
        }
        deadlines.lift(of.shop(), DEADLINE, HANDOVER + id);
        tell(of.shop(), of.id(), of.no(), of.customerId(), staff.actor(), id, "TAKEN");
        return require(of, id);
    }

    /** What the expert found; the agent goes on with the case. */
    @Transactional
    public ExpertStore.Link solve(Staff staff, CaseRow of, UUID id, String solution) {
        requireExpert(staff, require(of, id));
        if (!store.solve(of.shop(), id, staff.actor(), solution, clock.instant())) {
            throw Problem.conflict(
                    "solved-already", "专家已给出结论", "An expert has given the answer already");
        }
        lift(of.shop(), id);
        tell(of.shop(), of.id(), of.no(), of.customerId(), staff.actor(), id, "SOLVED");
        return require(of, id);
    }

    /** While a person still has to decide. */
    public static boolean mayBeCalled(CaseRow of) {
        return UNDECIDED.contains(of.state());
    }

    /** Whether somebody waits for an expert's answer. */
    public boolean isCalled(CaseRow of) {
        return mayBeCalled(of)
                && store.newest(of.shop(), of.id()).filter(Experts::open).isPresent();
    }

    /** What the reader may do next about a call: {@code take}, {@code solve}. */
    static List<String> allowed(Caller.Permitted reader, ExpertStore.Link link) {
        if (!(reader instanceof Staff staff)
                || !staff.may(Permission.CASE_DECIDE)
                || !open(link)
                || !isExpert(staff, link)) {
            return List.of();
        }
        return link.takenAt() == null ? List.of("take", "solve") : List.of("solve");
    }

    private static boolean open(ExpertStore.Link link) {
        return link.solvedAt() == null;
    }

    private ExpertStore.Link require(CaseRow of, UUID id) {
        return store.find(of.shop(), id)
                .filter(link -> link.caseId().equals(of.id()))
                .orElseThrow(() -> Problem.missing("expert-link"));
    }

    /** A call that no expert took in time is also open to those who sign for others. */
    private static boolean isExpert(Staff staff, ExpertStore.Link link) {
        return staff.teams().contains(TEAM)
                || (link.handoverLateAt() != null && staff.may(Permission.APPROVE_REFUND));
    }

    private static void requireExpert(Staff staff, ExpertStore.Link link) {
        if (!isExpert(staff, link)) {
            throw Problem.refused(
                    "experts-only",
                    "只有专家组成员可以接手和作答",
                    "Only members of the experts' team take this");
        }
    }

    private void lift(ShopId shop, UUID id) {
        deadlines.lift(shop, DEADLINE, HANDOVER + id);
        deadlines.lift(shop, DEADLINE, SOLUTION + id);
    }

    /** A case that is sent to experts later calls one; one that is decided needs none. */
    @Override
    public void moved(CaseRow before, CaseRow after, Move move) {
        if (UNDECIDED.contains(after.state())) {
            if (TEAM.equals(after.queue()) && !TEAM.equals(before.queue())) {
                called(after.shop(), after.id());
            }
        } else if (UNDECIDED.contains(before.state())) {
            store.newest(after.shop(), after.id())
                    .filter(Experts::open)
                    .ifPresent(
                            link -> {
                                store.solve(
                                        after.shop(),
                                        link.id(),
                                        move.actor(),
                                        move.note(),
                                        clock.instant());
                                lift(after.shop(), link.id());
                            });
        }
    }

    @Override
    public String kind() {
        return DEADLINE;
    }

    @Override
    public void missed(Deadline deadline) {
        var shop = deadline.shop();
        var handover = deadline.subject().startsWith(HANDOVER);
        var id = UUID.fromString(deadline.subject().substring(deadline.subject().indexOf(':') + 1));
        var link = store.find(shop, id);
        if (link.filter(Experts::open).isEmpty()) {
            return;
        }
        var now = clock.instant();
        var late =
                handover
                        ? link.get().takenAt() == null && store.handoverLate(shop, id, now)
                        : store.solutionLate(shop, id, now);
        if (late) {
            facts.append(
                    new NewFact(
                            shop,
                            "aftersales.expert-late",
                            CaseRow.subject(link.get().caseId()),
                            "system",
                            null,
                            Audience.STAFF,
                            new ExpertLate(
                                    id,
                                    link.get().caseNo(),
                                    handover ? "HANDOVER" : "SOLUTION",
                                    "EXPERT_MANAGER",
                                    handover)));
        }
    }

    private void tell(
            ShopId shop,
            UUID caseId,
            String no,
            String customer,
            String by,
            UUID link,
            String what) {
        facts.append(
                new NewFact(
                        shop,
                        "aftersales.expert-news",
                        CaseRow.subject(caseId),
                        by,
                        customer,
                        Audience.STAFF,
                        new ExpertNews(link, no, what)));
    }
}
