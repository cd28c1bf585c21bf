package anxin.aftersales.followup;

import anxin.aftersales.cases.CaseFile;
import anxin.aftersales.cases.CaseRow;
import anxin.aftersales.cases.CaseStore;
import anxin.aftersales.telling.Teller;
import anxin.aftersales.template.Step;
import anxin.aftersales.template.Tales;
import anxin.aftersales.template.Tales.Happened;
import anxin.identity.SealedLink;
import anxin.kernel.ShopId;
import anxin.kernel.fact.Audience;
import anxin.kernel.fact.FactLog;
import anxin.kernel.fact.NewFact;
import anxin.kernel.problem.Problem;
import anxin.work.Deadline;
import anxin.work.Deadlines;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Asks about an ended case, and takes the answer. */
@Component
class FollowUps {

    static final String PURPOSE = "follow-up";
    static final String UNSUBSCRIBE = "unsubscribe";

    /** The kind of the deadline by which a case that is not solved goes on as another. */
    static final String REOPEN = "aftersales.reopen";

    static final Duration OPEN_FOR = Duration.ofDays(7);
    private static final Duration IF_WE_DIE = Duration.ofMinutes(1);
    private static final Step ASKED = Step.find(Step.FOLLOW_UP).orElseThrow();

    /** What the customer says; null leaves what was said before. */
    record Answer(@Nullable Boolean solved, @Nullable Integer score, @Nullable String comment) {}

    private final FollowUpStore store;
    private final CaseStore cases;
    private final CaseFile file;
    private final Teller teller;
    private final Tales tales;
    private final SealedLink links;
    private final Deadlines deadlines;
    private final FactLog facts;
    private final Clock clock;

    FollowUps(
            FollowUpStore store,
            CaseStore cases,
            CaseFile file,
            Teller teller,
            Tales tales,
            SealedLink links,
            Deadlines deadlines,
            FactLog facts,
            Clock clock) {
        this.store = store;
        this.cases = cases;
        this.file = file;
        this.teller = teller;
        this.tales = tales;
        this.links = links;
        this.deadlines = deadlines;
        this.facts = facts;
        this.clock = clock;
    }

    /** Once; who has answered by themselves is not asked any more. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void ask(CaseRow of) {
        var row = store.lock(of.shop(), of.id(), agent(of));
        if (row.askedAt() != null || row.answeredAt() != null) {
            return;
        }
        var now = clock.instant();
        store.asked(of.shop(), of.id(), now);
        teller.tell(
                new Teller.Occasion(
                        of,
                        PURPOSE,
                        new Happened(ASKED, of.state(), now, now.plus(OPEN_FOR), Map.of()),
                        "system",
                        links(of)));
    }

    private Map<String, String> links(CaseRow of) {
        var address = tales.address(of);
        var answer =
                address + "/portal/answer#t=" + links.token(PURPOSE, of.shop(), of.id().toString());
        var stop = links.token(UNSUBSCRIBE, of.shop(), of.customerId());
        var map = new HashMap<String, String>();
        map.put("link", answer);
        map.put("solvedLink", answer + "&solved=yes");
        map.put("unsolvedLink", answer + "&solved=no");
        map.put("unsubscribeLink", address + "/portal/unsubscribe#t=" + stop);
        map.put("oneClickUnsubscribe", address + "/api/v1/portal/unsubscriptions/" + stop);
        return map;
    }

    /** Who had it in hand at the end, or was the last of the staff to do something. */
    private @Nullable String agent(CaseRow of) {
        var agent = of.agent();
        if (agent != null) {
            return "staff:" + agent;
        }
        return file.timeline(of.shop(), of.id()).reversed().stream()
                .map(CaseFile.Entry::actor)
                .filter(actor -> actor.startsWith("staff:"))
                .findFirst()
                .orElse(null);
    }

    /**
     * The same answer twice is one; a case that goes on as another is not called solved any more.
     */
    @Transactional
    public FollowUpStore.Row answer(ShopId shop, UUID id, Answer answer) {
        var of = cases.find(shop, id).orElseThrow(() -> Problem.missing("case"));
        requireOpen(of);
        var before = store.lock(shop, id, agent(of));
        var solved = or(answer.solved(), before.solved());
        if (Boolean.FALSE.equals(before.solved())) {
            solved = false;
        }
        var after =
                new FollowUpStore.Row(
                        before.shopId(),
                        id,
                        before.agent(),
                        before.askedAt(),
                        solved,
                        or(answer.score(), before.score()),
                        or(answer.comment(), before.comment()),
                        clock.instant(),
                        before.linkedCase());
        store.answered(after, clock.instant());
        if (Boolean.FALSE.equals(solved) && before.linkedCase() == null) {
            // Whoever dies before the other case is there leaves this deadline behind.
            deadlines.set(
                    new Deadline(shop, REOPEN, of.subject(), clock.instant().plus(IF_WE_DIE), ""));
        }
        facts.append(
                new NewFact(
                        shop,
                        "aftersales.follow-up-answered",
                        of.subject(),
                        "customer:" + of.customerId(),
                        of.customerId(),
                        Audience.STAFF,
                        told(after)));
        return after;
    }

    private static Map<String, Object> told(FollowUpStore.Row row) {
        var told = new HashMap<String, Object>();
        if (row.solved() != null) {
            told.put("solved", row.solved());
        }
        if (row.score() != null) {
            told.put("score", row.score());
        }
        return told;
    }

    private void requireOpen(CaseRow of) {
        var ended = of.finalAt();
        if (ended == null) {
            throw Problem.refused(
                    "case-still-open",
                    "售后还在处理中，结束后再评价",
                    "The case is still open; it is asked about after its end");
        }
        if (ended.plus(Tales.FOLLOW_UP_AFTER).plus(OPEN_FOR).isBefore(clock.instant())) {
            throw Problem.refused(
                    "answer-too-late",
                    "回访已超过7天截止，如仍有问题请重新申请或给商家留言",
                    "The seven days for an answer are over; if something is still wrong, submit a new request");
        }
    }

    private static <T> @Nullable T or(@Nullable T said, @Nullable T before) {
        return said != null ? said : before;
    }
}
