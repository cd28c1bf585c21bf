package anxin.aftersales.policy;

import anxin.aftersales.cases.CaseState;
import anxin.aftersales.policy.Decision.FreightPayer;
import anxin.aftersales.policy.Decision.Outcome;
import anxin.aftersales.policy.Decision.Queue;
import anxin.aftersales.policy.Decision.Suggestion;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a rule gives, written down step by step; the gates may still change it. */
final class Remedy {

    /** No limit: a person decides anyway, or no money is at stake. */
    private static final long NO_LIMIT = Long.MAX_VALUE;

    final Outcome outcome;
    final EnumSet<Flag> flags = EnumSet.noneOf(Flag.class);
    @Nullable CaseType type;
    Amounts.@Nullable Sum sum;
    @Nullable FreightPayer freight;
    @Nullable Double hours;
    @Nullable CaseState next;
    long limit = NO_LIMIT;
    boolean withoutGoods;
    @Nullable Queue queue;
    @Nullable Integer handoverMinutes;
    List<String> alternatives = List.of();
    @Nullable Suggestion suggestion;
    @Nullable String existingCase;
    @Nullable Long most;
    @Nullable Instant arriveBy;

    private Remedy(Outcome outcome, @Nullable CaseState next) {
        this.outcome = outcome;
        this.next = next;
    }

    static Remedy approve(CaseType type) {
        var remedy = new Remedy(Outcome.AUTO_APPROVE, null);
        remedy.type = type;
        return remedy;
    }

    static Remedy review(double hours) {
        return new Remedy(Outcome.MANUAL_REVIEW, CaseState.IN_REVIEW).within(hours);
    }

    static Remedy ask(double hours) {
        return new Remedy(Outcome.NEED_EVIDENCE, CaseState.NEED_EVIDENCE).within(hours);
    }

    static Remedy offer(double hours, List<String> alternatives) {
        var remedy =
                new Remedy(Outcome.OFFER_ALTERNATIVES, CaseState.AWAITING_CHOICE).within(hours);
        remedy.alternatives = alternatives;
        return remedy;
    }

    static Remedy route(double hours) {
        var remedy = new Remedy(Outcome.ROUTE, CaseState.HANDLING).within(hours);
        remedy.type = CaseType.COMPLAINT;
        return remedy;
    }

    /** Refused, with the right to appeal. */
    static Remedy refuse(double appealHours) {
        return new Remedy(Outcome.REJECT, CaseState.REFUSED).within(appealHours);
    }

    /** Refused before there is a case. */
    static Remedy reject() {
        return new Remedy(Outcome.REJECT, null);
    }

    static Remedy duplicate(@Nullable String existingCase) {
        var remedy = new Remedy(Outcome.DUPLICATE, null);
        remedy.existingCase = existingCase;
        return remedy;
    }

    Remedy about(@Nullable CaseType type) {
        this.type = type;
        return this;
    }

    Remedy pays(Amounts.Sum sum) {
        this.sum = sum;
        return this;
    }

    Remedy freight(FreightPayer freight) {
        this.freight = freight;
        return this;
    }

    Remedy then(CaseState next, double hours) {
        this.next = next;
        return within(hours);
    }

    private Remedy within(double hours) {
        this.hours = hours;
        return this;
    }

    /** Automatic up to so much, CNY fen. */
    Remedy upTo(long limit) {
        this.limit = limit;
        return this;
    }

    /** Money or goods leave and nothing comes back: the risk gate looks at it. */
    Remedy nothingComesBack() {
        this.withoutGoods = true;
        return this;
    }

    Remedy flag(Flag flag) {
        flags.add(flag);
        return this;
    }

    Remedy flagIf(boolean so, Flag flag) {
        return so ? flag(flag) : this;
    }

    Remedy to(Queue queue) {
        this.queue = queue;
        return this;
    }

    Remedy handOverWithin(int minutes) {
        this.handoverMinutes = minutes;
        return this;
    }

    Remedy suggest(Suggestion suggestion) {
        this.suggestion = suggestion;
        return this;
    }

    Remedy most(long most) {
        this.most = most;
        return this;
    }

    Remedy arriveBy(@Nullable Instant arriveBy) {
        this.arriveBy = arriveBy;
        return this;
    }
}
