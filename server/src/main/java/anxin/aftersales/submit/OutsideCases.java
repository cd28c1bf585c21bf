package anxin.aftersales.submit;

import anxin.aftersales.cases.CaseChanges;
import anxin.aftersales.cases.CaseRow;
import anxin.aftersales.cases.CaseState;
import anxin.aftersales.cases.Proportion;
import anxin.aftersales.expert.Experts;
import anxin.aftersales.policy.CaseType;
import anxin.aftersales.policy.Decision;
import anxin.aftersales.policy.Intake;
import anxin.aftersales.policy.Request;
import anxin.commerce.Order;
import anxin.commerce.StoredOrder;
import anxin.kernel.ShopId;
import anxin.kernel.Text;
import anxin.kernel.fact.Audience;
import anxin.kernel.fact.FactLog;
import anxin.kernel.fact.NewFact;
import anxin.work.Deadline;
import anxin.work.Deadlines;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Opens a case that a customer opened elsewhere. The rules decide about it as about any other, and
 * what they say stands with it as advice: it begins with a person.
 */
@Component
public class OutsideCases {

    private static final Duration REVIEW = Duration.ofHours(4);
    private static final Duration HABITS = Duration.ofDays(30);

    /**
     * A case as it was opened elsewhere.
     *
     * @param lineId null is the whole order; one that the order does not have counts as null
     * @param due when the platform wants an answer; null when it does not say
     * @param holds takes the units, so that no other case can have them
     */
    public record Opening(
            ShopId shop,
            UUID id,
            StoredOrder order,
            Text platform,
            String actor,
            CaseType type,
            @Nullable String words,
            @Nullable String lineId,
            @Nullable Integer qty,
            long amountMinor,
            @Nullable Instant due,
            boolean holds) {}

    private final Auditor auditor;
    private final SubmitStore store;
    private final Deadlines deadlines;
    private final Experts experts;
    private final Births births;
    private final FactLog facts;
    private final Clock clock;

    OutsideCases(
            Auditor auditor,
            SubmitStore store,
            Deadlines deadlines,
            Experts experts,
            Births births,
            FactLog facts,
            Clock clock) {
        this.auditor = auditor;
        this.store = store;
        this.deadlines = deadlines;
        this.experts = experts;
        this.births = births;
        this.facts = facts;
        this.clock = clock;
    }

    /** In the caller's transaction; the database refuses units that are taken. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void open(Opening opening) {
        var now = clock.instant();
        var wish = wish(opening);
        var advised =
                switch (auditor.open(wish, settled(wish, opening), now)) {
                    case Auditor.Answer.Open open -> open.opened();
                    case Auditor.Answer.Existing taken -> advisedAlone(wish, opening.order(), now);
                };
        var row = row(advised.row(), opening, now);
        var number =
                store.insert(List.of(row), ThreadLocalRandom.current().nextInt(16)).get(row.id());
        deadlines.set(
                new Deadline(
                        opening.shop(),
                        CaseChanges.STATE_DEADLINE,
                        CaseRow.subject(row.id()),
                        row.deadline_at(),
                        row.state()));
        if (Decision.Queue.EXPERT.name().equals(row.queue())) {
            experts.called(opening.shop(), row.id());
        }
        births.tellMakers(row, opening.order().order());
        facts.append(
                new NewFact(
                        opening.shop(),
                        "aftersales.case-submitted",
                        CaseRow.subject(row.id()),
                        opening.actor(),
                        row.customer_id(),
                        Audience.CUSTOMER,
                        new SubmitCases.CaseSubmitted(
                                String.valueOf(number),
                                row.order_no(),
                                row.state(),
                                1,
                                row.deadline_at(),
                                row.rule_id(),
                                row.outcome(),
                                CaseChanges.kind(opening.actor()))));
    }

    /** Another case is on the line: what would the rules say if it were not? */
    private Auditor.Opened advisedAlone(Wish wish, StoredOrder order, Instant now) {
        return switch (auditor.open(wish, order, now)) {
            case Auditor.Answer.Open open -> open.opened();
            case Auditor.Answer.Existing taken ->
                    throw new IllegalStateException(
                            "the order itself names an open case: " + taken.caseId());
        };
    }

    private StoredOrder settled(Wish wish, Opening opening) {
        var ref = new SubmitStore.OrderRef(opening.shop().value(), opening.order().order().no());
        var customer = opening.order().customerId();
        return Settled.of(
                opening.order(),
                store.lines(List.of(wish)).getOrDefault(ref, Map.of()),
                store.given(Set.of(ref)).get(ref),
                customer == null
                        ? new HashMap<>()
                        : store.refundsOnly(
                                Set.of(
                                        new SubmitStore.CustomerRef(
                                                opening.shop().value(), customer)),
                                clock.instant().minus(HABITS)));
    }

    private static Wish wish(Opening opening) {
        var words = opening.words() == null ? "" : opening.words();
        var understood = Intake.of(words, "zh");
        var request =
                new Request(
                        opening.order().order().no(),
                        null,
                        understood.reason(),
                        opening.words(),
                        opening.type(),
                        items(opening),
                        List.of(),
                        null,
                        null,
                        null,
                        opening.amountMinor() == 0 ? null : opening.amountMinor(),
                        null,
                        null,
                        understood.wantsHuman(),
                        false,
                        null,
                        "zh",
                        null);
        return new Wish(
                opening.shop(),
                opening.id(),
                opening.order().number(),
                opening.actor(),
                null,
                request,
                List.of(),
                "zh");
    }

    private static List<Request.Item> items(Opening opening) {
        var items = new ArrayList<Request.Item>();
        for (var line : opening.order().order().lines()) {
            if (line.id().equals(opening.lineId())) {
                var qty = opening.qty() == null ? line.qty() : opening.qty();
                items.add(new Request.Item(line.id(), Math.clamp(qty, 1, line.qty())));
            }
        }
        return items;
    }

    /**
     * The rules' row, but for what the platform says: where it stands, what is asked, until when.
     */
    private static SubmitStore.NewCase row(
            SubmitStore.NewCase advised, Opening opening, Instant now) {
        var state = CaseState.IN_REVIEW.name();
        var due = due(opening, now);
        var flags = new ArrayList<>(advised.flags());
        flags.add(CaseRow.AT_PLATFORM);
        return new SubmitStore.NewCase(
                advised.shop_id(),
                advised.id(),
                advised.order_no(),
                advised.customer_id(),
                advised.customer_name(),
                advised.channel(),
                advised.live_session_id(),
                advised.title(),
                opening.type().name(),
                opening.type().name(),
                advised.reason(),
                advised.reason_text(),
                advised.lang(),
                state,
                advised.policy_version(),
                advised.rule_id(),
                advised.priority(),
                advised.risk_score(),
                advised.currency(),
                advised.fx_to_cny(),
                opening.amountMinor(),
                0,
                advised.freight_payer(),
                advised.tier_required(),
                advised.queue(),
                flags,
                now,
                due,
                state,
                lines(advised, opening),
                advised.outcome(),
                advised.facts(),
                advised.answer(),
                advised.micros(),
                advised.actor(),
                advised.reopen_of(),
                advised.agent(),
                List.of(
                        new SubmitStore.NewEntry(
                                0,
                                "PLATFORM_OPENED",
                                state,
                                Map.of("platform", opening.platform()),
                                due)));
    }

    private static Instant due(Opening opening, Instant now) {
        var ours = now.plus(REVIEW);
        var theirs = opening.due();
        return theirs != null && theirs.isAfter(now) && theirs.isBefore(ours) ? theirs : ours;
    }

    private static List<SubmitStore.NewLine> lines(SubmitStore.NewCase advised, Opening opening) {
        List<SubmitStore.NewLine> asked = advised.lines();
        if (asked.isEmpty()) {
            asked = opening.order().order().lines().stream().map(OutsideCases::whole).toList();
        }
        var shares =
                Proportion.of(
                        opening.amountMinor(),
                        asked.stream().map(SubmitStore.NewLine::paid_minor).toList());
        var lines = new ArrayList<SubmitStore.NewLine>();
        for (int i = 0; i < asked.size(); i++) {
            var line = asked.get(i);
            lines.add(
                    new SubmitStore.NewLine(
                            line.line_id(),
                            line.sku(),
                            line.title(),
                            line.qty(),
                            line.qty_asked(),
                            0,
                            shares[i],
                            line.paid_minor(),
                            opening.holds()));
        }
        return lines;
    }

    /** Of an order of which nothing is left by our books, though the platform goes on about it. */
    private static SubmitStore.NewLine whole(Order.Line line) {
        return new SubmitStore.NewLine(
                line.id(),
                line.sku(),
                line.title() == null ? line.sku() : line.title(),
                line.qty(),
                line.qty(),
                0,
                0,
                line.paidMinor(),
                false);
    }
}
