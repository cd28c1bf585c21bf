package anxin.aftersales.review;

import anxin.aftersales.approval.Authority;
import anxin.aftersales.cases.AfterApproval;
import anxin.aftersales.cases.CaseChanges;
import anxin.aftersales.cases.CaseEvent;
import anxin.aftersales.cases.CaseRow;
import anxin.aftersales.cases.CaseState;
import anxin.aftersales.cases.CaseStore;
import anxin.aftersales.cases.Move;
import anxin.aftersales.evidence.Evidence;
import anxin.aftersales.refund.RefundIntent;
import anxin.aftersales.refund.Refunds;
import anxin.aftersales.replacement.Need;
import anxin.aftersales.replacement.Reservations;
import anxin.aftersales.submit.Reaudit;
import anxin.aftersales.submit.TalkFirst;
import anxin.identity.Caller.Staff;
import anxin.kernel.Money;
import anxin.kernel.ShopId;
import anxin.kernel.Text;
import anxin.kernel.problem.Problem;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What an agent decides: T15 approve, T16 refuse, T17 ask for proof. */
@Component
class Review {

    private static final int MOST_EVIDENCE_ROUNDS = 2;
    private static final Text APPROVED =
            Text.of("客服已审核并同意您的申请", "An agent reviewed your request and approved it");

    private final CaseStore cases;
    private final CaseChanges changes;
    private final TalkFirst talkFirst;
    private final Authority authority;
    private final Evidence evidence;
    private final Reaudit reaudit;
    private final Refunds refunds;
    private final Reservations reservations;
    private final Clock clock;

    Review(
            CaseStore cases,
            CaseChanges changes,
            TalkFirst talkFirst,
            Authority authority,
            Evidence evidence,
            Reaudit reaudit,
            Refunds refunds,
            Reservations reservations,
            Clock clock) {
        this.cases = cases;
        this.changes = changes;
        this.talkFirst = talkFirst;
        this.authority = authority;
        this.evidence = evidence;
        this.reaudit = reaudit;
        this.refunds = refunds;
        this.reservations = reservations;
        this.clock = clock;
    }

    /**
     * {@code refundMinor} null is what the rules found; never more than that, and never above one's
     * own authority.
     */
    @Transactional
    public CaseRow approve(
            Staff staff,
            ShopId shop,
            UUID id,
            int version,
            @Nullable Long refundMinor,
            @Nullable String note) {
        var before = cases.begin(shop, id, version, CaseEvent.APPROVE);
        requireSpokenTo(before);
        var stored = reaudit.order(before);
        var amount = refundMinor == null ? before.refundableMinor() : refundMinor;
        requireAmount(staff, before, amount);
        var request = reaudit.lastRequest(before);
        var goTo = AfterApproval.state(before.type(), stored.order(), request.goodsAreBack());
        var need = Need.of(shop, id, before.type(), goTo, stored, request);
        var there = need == null || promised(need);
        var to = there ? goTo : CaseState.AWAITING_CHOICE;
        var after =
                changes.apply(
                        before,
                        Move.to(
                                        to,
                                        CaseEvent.APPROVE,
                                        there ? "APPROVED" : "REPLACEMENT_GONE",
                                        staff.actor())
                                .approved(amount)
                                .agent(staff.id())
                                .note(note)
                                .param("amount", new Money(amount, before.currency()).major()));
        record(
                before,
                "APPROVED",
                Map.of("refundMinor", amount, "customer", APPROVED),
                staff,
                note);
        if (to == CaseState.REFUNDING && amount > 0) {
            refunds.start(after, stored.order(), kind(before), amount);
        }
        return after;
    }

    private void requireSpokenTo(CaseRow of) {
        if (talkFirst.isOwed(of)) {
            throw Problem.refused(
                    "customer-waits-for-a-person",
                    "客户想先和人谈谈，请先回电或留言，再同意退款",
                    "The customer asked to talk to a person first; call or write, then approve");
        }
    }

    /** What a store has by an old record is for the store to say. */
    private boolean promised(Need need) {
        if (need.kind() != Need.Kind.STORE_INSTANT) {
            return reservations.hold(need);
        }
        reservations.promise(need);
        return true;
    }

    @Transactional
    public CaseRow refuse(
            Staff staff,
            ShopId shop,
            UUID id,
            int version,
            RefusalReason reason,
            @Nullable String note) {
        var before = cases.begin(shop, id, version, CaseEvent.REFUSE);
        if (reason.needsEvidence() && evidence.ofCase(shop, id).isEmpty()) {
            throw Problem.refused(
                    "evidence-required",
                    "以“" + reason.text().zh() + "”为由拒绝需要凭证，请先请客户或仓库补充照片",
                    "Refusing because “"
                            + reason.text().en()
                            + "” needs a photo on the case; ask for one first");
        }
        var after =
                changes.apply(
                        before,
                        Move.to(CaseState.REFUSED, CaseEvent.REFUSE, "REFUSED", staff.actor())
                                .agent(staff.id())
                                .note(note)
                                .param("reason", reason.name())
                                .param("reasonLabel", reason.text()));
        record(
                before,
                "REFUSED",
                Map.of("reason", reason.name(), "customer", explained(reason, note)),
                staff,
                note);
        return after;
    }

    @Transactional
    public CaseRow askEvidence(
            Staff staff,
            ShopId shop,
            UUID id,
            int version,
            List<EvidenceKind> what,
            @Nullable String note) {
        var before = cases.begin(shop, id, version, CaseEvent.ASK_EVIDENCE);
        if (before.evidenceRounds() >= MOST_EVIDENCE_ROUNDS) {
            throw Problem.refused(
                    "evidence-asked-twice",
                    "已请客户补充过" + MOST_EVIDENCE_ROUNDS + "次，请按现有材料决定",
                    "The customer was asked "
                            + MOST_EVIDENCE_ROUNDS
                            + " times already; decide on what is there");
        }
        var asked =
                new Text(
                        what.stream()
                                .map(kind -> kind.text().zh())
                                .collect(Collectors.joining("、")),
                        what.stream()
                                .map(kind -> kind.text().en())
                                .collect(Collectors.joining(", ")));
        return changes.apply(
                before,
                Move.to(
                                CaseState.NEED_EVIDENCE,
                                CaseEvent.ASK_EVIDENCE,
                                "EVIDENCE_ASKED",
                                staff.actor())
                        .agent(staff.id())
                        .note(note)
                        .evidenceRound()
                        .param("what", asked)
                        .param("kinds", what.stream().map(Enum::name).toList()));
    }

    /** What the customer reads: the reason from the list, and the agent's own words to it. */
    private static Text explained(RefusalReason reason, @Nullable String words) {
        if (words == null || words.isBlank()) {
            return reason.text();
        }
        return Text.of(
                reason.text().zh() + "：" + words.strip(),
                reason.text().en() + ": " + words.strip());
    }

    private void requireAmount(Staff staff, CaseRow before, long amount) {
        if (before.isAtPlatform() && amount != before.refundableMinor()) {
            throw Problem.refused(
                    "platform-amount-fixed",
                    "该申请在平台上处理，只能按平台申请的金额同意；金额不合适请拒绝，由客户在平台修改",
                    "This case lives at a platform, which pays what was asked there or nothing; refuse it for the customer to ask for another sum");
        }
        if (amount < 0 || amount > before.refundableMinor()) {
            throw Problem.invalid(
                    "/refundMinor",
                    "应在0到" + before.refundableMinor() + "之间（单位：分）",
                    "between 0 and " + before.refundableMinor() + " minor units");
        }
        if (talkFirst.isGranted(before)) {
            authority.requireNoChargeback(before);
        } else {
            authority.sign(staff, before, amount);
        }
    }

    private void record(
            CaseRow before,
            String outcome,
            Map<String, Object> answer,
            Staff staff,
            @Nullable String note) {
        cases.addDecision(
                before,
                before.ruleId(),
                outcome,
                lastFacts(before),
                answer,
                staff.actor(),
                note,
                clock.instant(),
                0);
    }

    /** A person decides on the same facts that the rules saw, and those stand with the decision. */
    private Object lastFacts(CaseRow before) {
        return new tools.jackson.databind.util.RawValue(
                cases.decisions(before.shop(), before.id()).getLast().facts());
    }

    private static RefundIntent.Kind kind(CaseRow of) {
        return of.type().equals("COMPENSATION")
                ? RefundIntent.Kind.COMPENSATION
                : RefundIntent.Kind.REFUND;
    }
}
