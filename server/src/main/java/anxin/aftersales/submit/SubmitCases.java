package anxin.aftersales.submit;

import anxin.aftersales.cases.CaseChanges;
import anxin.aftersales.cases.CaseRow;
import anxin.aftersales.cases.CaseState;
import anxin.aftersales.cases.ReplyClock;
import anxin.aftersales.cases.ReturnReminder;
import anxin.aftersales.evidence.Evidence;
import anxin.aftersales.expert.Experts;
import anxin.aftersales.page.CasePage;
import anxin.aftersales.page.CasePages;
import anxin.aftersales.page.CasePages.Key;
import anxin.aftersales.policy.CaseType;
import anxin.aftersales.policy.Decision;
import anxin.aftersales.policy.Flag;
import anxin.aftersales.refund.RefundIntent;
import anxin.aftersales.refund.Refunds;
import anxin.aftersales.replacement.Need;
import anxin.aftersales.replacement.Reservations;
import anxin.aftersales.replacement.Supply;
import anxin.commerce.OrderKey;
import anxin.commerce.Orders;
import anxin.commerce.StoredOrder;
import anxin.kernel.batch.BatchWriter;
import anxin.kernel.fact.Audience;
import anxin.kernel.fact.FactLog;
import anxin.kernel.fact.NewFact;
import anxin.work.Deadline;
import anxin.work.Deadlines;
import jakarta.annotation.PreDestroy;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * From wishes to decided cases. Wishes that arrive together are read, decided and written together,
 * with one commit; a case, its decision, its timeline, its deadline, its refund and the fact that
 * it happened are there together or not at all.
 */
@Component
public class SubmitCases {

    private static final Duration REFUND_ONLY_MEMORY = Duration.ofDays(30);
    private static final int ALONE_TRIES = 3;

    private final SubmitStore store;
    private final Orders orders;
    private final Auditor auditor;
    private final Evidence evidence;
    private final Refunds refunds;
    private final Deadlines deadlines;
    private final ReplyClock replies;
    private final Experts experts;
    private final FactLog facts;
    private final Births births;
    private final Supply supply;
    private final Reservations reservations;
    private final CasePages casePages;
    private final Clock clock;
    private final TransactionTemplate transaction;
    private final BatchWriter<Wish, Submitted> writer;

    /** What browsers hear of a new case; fit for the customer's eyes. */
    public record CaseSubmitted(
            String no,
            String orderNo,
            String state,
            int version,
            Instant deadlineAt,
            String ruleId,
            String outcome,
            String by) {}

    SubmitCases(
            SubmitStore store,
            Orders orders,
            Auditor auditor,
            Evidence evidence,
            Refunds refunds,
            Deadlines deadlines,
            ReplyClock replies,
            Experts experts,
            FactLog facts,
            Births births,
            Supply supply,
            Reservations reservations,
            CasePages casePages,
            Clock clock,
            TransactionTemplate transaction,
            @Value("${anxin.submit.writers:2}") int writers,
            @Value("${anxin.submit.batch:64}") int batch,
            @Value("${anxin.submit.queue:2048}") int capacity) {
        this.store = store;
        this.orders = orders;
        this.auditor = auditor;
        this.evidence = evidence;
        this.refunds = refunds;
        this.deadlines = deadlines;
        this.replies = replies;
        this.experts = experts;
        this.facts = facts;
        this.births = births;
        this.supply = supply;
        this.reservations = reservations;
        this.casePages = casePages;
        this.clock = clock;
        this.transaction = transaction;
        this.writer = new BatchWriter<>("submit", writers, batch, capacity, this::writeTogether);
    }

    /** Returns when it is committed. The same id again answers with the same case. */
    public Submitted submit(Wish wish) {
        evidence.requireFree(wish.shop(), wish.actor(), wish.id(), wish.evidence());
        return writer.write(wish);
    }

    /** The order as the rules would see it now; empty when it is not there or not theirs. */
    Optional<StoredOrder> seen(Wish wish, Instant now) {
        var known =
                orders.findAll(List.of(key(wish))).stream()
                        .collect(Collectors.toMap(StoredOrder::key, Function.identity()));
        var order = supplied(wish, settle(List.of(wish), known, now).get(key(wish)));
        return order == null || !ownedBy(wish.customer(), order)
                ? Optional.empty()
                : Optional.of(order);
    }

    @PreDestroy
    void close() {
        writer.close();
    }

    private List<Submitted> writeTogether(List<Wish> wishes) {
        if (wishes.size() == 1) {
            return writeAlone(wishes);
        }
        return inTransaction(wishes);
    }

    /**
     * A collision of one wish with what another node has just written is answered by reading again.
     */
    private List<Submitted> writeAlone(List<Wish> wish) {
        for (int tries = 1; ; tries++) {
            try {
                return inTransaction(wish);
            } catch (DataIntegrityViolationException collided) {
                if (tries == ALONE_TRIES) {
                    throw collided;
                }
            }
        }
    }

    private List<Submitted> inTransaction(List<Wish> wishes) {
        return transaction.execute(status -> decideAndWrite(wishes));
    }

    private List<Submitted> decideAndWrite(List<Wish> wishes) {
        var now = clock.instant();
        var before =
                store.existing(wishes).stream()
                        .collect(
                                Collectors.toMap(
                                        row -> row.shop() + "/" + row.id(), Function.identity()));
        var known =
                orders.findAll(wishes.stream().map(SubmitCases::key).distinct().toList()).stream()
                        .collect(Collectors.toMap(StoredOrder::key, Function.identity()));
        var settled = settle(wishes, known, now);

        var results = new ArrayList<Function<Map<Key, CasePage>, Submitted>>(wishes.size());
        var keys = new ArrayList<Key>();
        var opened = new ArrayList<Auditor.Opened>();
        for (var wish : wishes) {
            var earlier = before.get(wish.shop() + "/" + wish.id());
            if (earlier != null) {
                if (!sameWish(earlier, wish)) {
                    results.add(pages -> new Submitted.IdTaken());
                    continue;
                }
                keys.add(pageOf(wish));
                results.add(pages -> caseOf(wish, pages));
                continue;
            }
            var order = supplied(wish, settled.get(key(wish)));
            if (order == null || !ownedBy(wish.customer(), order)) {
                results.add(pages -> new Submitted.UnknownOrder());
                continue;
            }
            switch (auditor.open(wish, order, now)) {
                case Auditor.Answer.Existing existing ->
                        results.add(
                                pages -> new Submitted.Existing(wish.shop(), existing.caseId()));
                case Auditor.Answer.Open open -> {
                    opened.add(open.opened());
                    keys.add(pageOf(wish));
                    results.add(pages -> caseOf(wish, pages));
                }
            }
        }
        write(held(opened, settled, now), now);
        var pages = keys.isEmpty() ? Map.<Key, CasePage>of() : casePages.read(keys);
        return results.stream().map(result -> result.apply(pages)).toList();
    }

    /** Goods are promised only while they last: who comes too late is decided once more. */
    private List<Auditor.Opened> held(
            List<Auditor.Opened> opened, Map<OrderKey, StoredOrder> settled, Instant now) {
        var needs =
                opened.stream()
                        .filter(one -> one.decision().outcome() == Decision.Outcome.AUTO_APPROVE)
                        .flatMap(one -> Stream.ofNullable(need(one, asTold(one, settled))))
                        .toList();
        if (needs.isEmpty()) {
            return opened;
        }
        var gone = reservations.hold(needs);
        return opened.stream()
                .map(
                        one ->
                                gone.contains(one.wish().id())
                                        ? again(one, asTold(one, settled), now)
                                        : one)
                .toList();
    }

    /** The order in the shop's own words: what was corrected by us is no news. */
    private static StoredOrder asTold(Auditor.Opened one, Map<OrderKey, StoredOrder> settled) {
        return settled.getOrDefault(key(one.wish()), one.order());
    }

    private static @Nullable Need need(Auditor.Opened one, StoredOrder told) {
        return Need.of(
                one.wish().shop(),
                one.wish().id(),
                one.row().type(),
                CaseState.valueOf(one.row().state()),
                told,
                one.wish().request());
    }

    private Auditor.Opened again(Auditor.Opened one, StoredOrder told, Instant now) {
        return switch (auditor.open(one.wish(), supply.over(told), now)) {
            case Auditor.Answer.Open open -> open.opened();
            case Auditor.Answer.Existing existing -> one;
        };
    }

    private void write(List<Auditor.Opened> opened, Instant now) {
        if (opened.isEmpty()) {
            return;
        }
        var slot = ThreadLocalRandom.current().nextInt(16);
        var numbers = store.insert(opened.stream().map(Auditor.Opened::row).toList(), slot);
        var dues = new ArrayList<Deadline>();
        var happened = new ArrayList<NewFact>();
        for (var one : opened) {
            var wish = one.wish();
            var row = one.row();
            var subject = CaseRow.subject(wish.id());
            dues.add(
                    new Deadline(
                            wish.shop(),
                            CaseChanges.STATE_DEADLINE,
                            subject,
                            row.deadline_at(),
                            row.state()));
            if (row.state().equals(CaseState.WAIT_BUYER_RETURN.name())) {
                dues.addAll(ReturnReminder.before(row.deadline_at(), wish.shop(), wish.id(), now));
            }
            happened.add(
                    new NewFact(
                            wish.shop(),
                            "aftersales.case-submitted",
                            subject,
                            wish.actor(),
                            row.customer_id(),
                            Audience.CUSTOMER,
                            new CaseSubmitted(
                                    String.valueOf(numbers.get(wish.id())),
                                    row.order_no(),
                                    row.state(),
                                    1,
                                    row.deadline_at(),
                                    row.rule_id(),
                                    row.outcome(),
                                    CaseChanges.kind(wish.actor()))));
            evidence.attach(wish.shop(), wish.id(), wish.evidence());
            if (one.decision().flags().contains(Flag.HUMAN_REQUESTED)) {
                replies.start(wish.shop(), wish.id(), ReplyClock.Kind.PERSON, "asked for a person");
            }
        }
        refunds.startAll(
                opened.stream()
                        .filter(
                                one ->
                                        one.row().state().equals(CaseState.REFUNDING.name())
                                                && one.row().approved_minor() > 0)
                        .map(
                                one ->
                                        new Refunds.Start(
                                                one.wish().shop(),
                                                one.wish().id(),
                                                one.order().order(),
                                                one.compensation()
                                                        ? RefundIntent.Kind.COMPENSATION
                                                        : RefundIntent.Kind.REFUND,
                                                one.row().approved_minor()))
                        .toList());
        deadlines.set(dues);
        facts.append(happened);
        opened.stream()
                .filter(one -> Decision.Queue.EXPERT.name().equals(one.row().queue()))
                .forEach(one -> experts.called(one.wish().shop(), one.wish().id()));
        births.follow(opened);
    }

    /**
     * Lays what after-sales knows over each order: open cases, units and money given back, the
     * customer's habits.
     */
    private Map<OrderKey, StoredOrder> settle(
            List<Wish> wishes, Map<OrderKey, StoredOrder> known, Instant now) {
        var lines = store.lines(wishes);
        var given = store.given(lines.keySet());
        var customers = new LinkedHashSet<SubmitStore.CustomerRef>();
        for (var order : known.values()) {
            var id = order.customerId();
            if (id != null) {
                customers.add(new SubmitStore.CustomerRef(order.shop().value(), id));
            }
        }
        var habits = store.refundsOnly(customers, now.minus(REFUND_ONLY_MEMORY));
        var settled = new HashMap<OrderKey, StoredOrder>();
        for (var order : known.values()) {
            var ref = new SubmitStore.OrderRef(order.shop().value(), order.order().no());
            settled.put(
                    order.key(),
                    Settled.of(order, lines.getOrDefault(ref, Map.of()), given.get(ref), habits));
        }
        return settled;
    }

    /** Who asks for goods hears what there is now. */
    private @Nullable StoredOrder supplied(Wish wish, @Nullable StoredOrder order) {
        var type = wish.request().type();
        return order != null && (type == CaseType.EXCHANGE || type == CaseType.RESEND)
                ? supply.over(order)
                : order;
    }

    private static Key pageOf(Wish wish) {
        return new Key(wish.shop(), wish.id());
    }

    private static Submitted caseOf(Wish wish, Map<Key, CasePage> pages) {
        return new Submitted.Case(Objects.requireNonNull(pages.get(pageOf(wish))));
    }

    private static boolean sameWish(CaseRow earlier, Wish wish) {
        return earlier.orderNo().equals(wish.order())
                && (wish.customer() == null || wish.customer().equals(earlier.customerId()));
    }

    private static boolean ownedBy(@Nullable String customer, StoredOrder order) {
        return customer == null || customer.equals(order.customerId());
    }

    private static OrderKey key(Wish wish) {
        return new OrderKey(wish.shop(), wish.order());
    }
}
