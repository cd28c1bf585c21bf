package anxin.aftersales.portal;

import anxin.aftersales.cases.CaseEvent;
import anxin.aftersales.cases.CaseFile;
import anxin.aftersales.cases.CaseRow;
import anxin.aftersales.cases.CaseState;
import anxin.aftersales.cases.Lifecycle;
import anxin.aftersales.cases.TimelineText;
import anxin.aftersales.choice.Option;
import anxin.aftersales.complaint.Solutions;
import anxin.aftersales.page.CasePage;
import anxin.aftersales.policy.CaseType;
import anxin.aftersales.policy.Policy;
import anxin.aftersales.policy.Reason;
import anxin.aftersales.policy.ReasonCode;
import anxin.aftersales.policy.RuleText;
import anxin.aftersales.replacement.Replacements;
import anxin.aftersales.returns.Proposals;
import anxin.aftersales.returns.ReturnAddresses;
import anxin.aftersales.store.StoreDrops;
import anxin.kernel.Text;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A case as its customer reads it; every text in the reader's language, nothing that is for staff
 * only.
 */
record PortalCaseView(
        UUID id,
        String no,
        String orderNo,
        String title,
        String state,
        String stateText,
        String type,
        String typeText,
        String reason,
        String reasonLabel,
        @Nullable String reasonText,
        int version,
        Instant submittedAt,
        DecisionView decision,
        long refundMinor,
        String currency,
        @Nullable String freightPayer,
        @Nullable NextStepView nextStep,
        List<EntryView> timeline,
        List<LineView> lines,
        List<MessageView> messages,
        List<EvidenceView> evidence,
        List<RefundView> refunds,
        @Nullable String result,
        List<Option.View> options,
        Proposals.@Nullable Proposal proposal,
        ReturnAddresses.@Nullable ReturnTo returnTo,
        StoreDrops.@Nullable StoreDrop storeDrop,
        Replacements.@Nullable ReplacementView replacement,
        Solutions.@Nullable Solution solution,
        List<String> allowed) {

    /** What was decided and why: the rule that spoke, in plain words, and what it rests on. */
    record DecisionView(
            String ruleId,
            String outcome,
            String title,
            String text,
            @Nullable String basis,
            Instant at) {}

    /** {@code who} moves next, and by when. */
    record NextStepView(String text, String who, Instant etaAt) {}

    record EntryView(Instant at, String text, String state, @Nullable Instant etaAt) {}

    record LineView(String lineId, String title, int qty, long refundMinor) {}

    record MessageView(UUID id, String from, String author, String text, Instant at) {}

    record EvidenceView(UUID id, String url, int width, int height, Instant at) {}

    record RefundView(
            long amountMinor, String currency, String status, String tender, Instant at) {}

    /** What is the customer's to settle at this moment. */
    record OpenEnds(
            List<Option> options,
            Proposals.@Nullable Proposal proposal,
            ReturnAddresses.@Nullable ReturnTo returnTo,
            StoreDrops.@Nullable StoreDrop storeDrop,
            Replacements.@Nullable ReplacementView replacement,
            Solutions.@Nullable Solution solution) {}

    static PortalCaseView of(CasePage page, OpenEnds open, Policy policy, Locale language) {
        var row = page.row();
        var reason = Reason.valueOf(row.reason());
        return new PortalCaseView(
                row.id(),
                row.no(),
                row.orderNo().value(),
                row.title(),
                row.state().name(),
                row.state().label().in(language),
                row.type(),
                CaseType.valueOf(row.type()).text().in(language),
                row.reason(),
                reason.text().in(language),
                row.reasonText(),
                row.version(),
                row.submittedAt(),
                decision(page.decision(), policy, language),
                row.worthMinor(),
                row.currency(),
                row.freightPayer(),
                nextStep(row, open, language),
                page.timeline().stream().map(entry -> entry(entry, language)).toList(),
                page.lines().stream()
                        .map(
                                l ->
                                        new LineView(
                                                l.lineId(),
                                                l.title(),
                                                l.qtyAsked(),
                                                l.refundMinor()))
                        .toList(),
                page.messages().stream()
                        .map(m -> new MessageView(m.id(), m.of(), m.name(), m.body(), m.at()))
                        .toList(),
                page.evidence().stream()
                        .map(
                                e ->
                                        new EvidenceView(
                                                e.id(),
                                                "/api/v1/portal/evidence/" + e.id(),
                                                e.width(),
                                                e.height(),
                                                e.at()))
                        .toList(),
                page.refunds().stream()
                        .map(
                                i ->
                                        new RefundView(
                                                i.amountMinor(),
                                                i.currency(),
                                                i.status().name(),
                                                i.tender(),
                                                i.changedAt()))
                        .toList(),
                row.result(),
                open.options().stream().map(option -> option.in(language)).toList(),
                open.proposal(),
                open.returnTo(),
                open.storeDrop(),
                open.replacement(),
                open.solution(),
                allowed(page, open));
    }

    private static DecisionView decision(CasePage.Spoken decision, Policy policy, Locale language) {
        var zh = decision.customerZh();
        var en = decision.customerEn();
        if (zh != null && en != null) {
            var title =
                    switch (decision.outcome()) {
                        case "REFUSED" -> Text.of("客服未同意", "Not approved by our agent");
                        case "OFFERED" -> Text.of("客服提供的方案", "Offered by our agent");
                        default -> Text.of("客服已同意", "Approved by our agent");
                    };
            return new DecisionView(
                    decision.ruleId(),
                    decision.outcome(),
                    title.in(language),
                    Text.of(zh, en).in(language),
                    null,
                    decision.at());
        }
        var rule = RuleText.of(ReasonCode.valueOf(decision.ruleId()), policy);
        return new DecisionView(
                decision.ruleId(),
                decision.outcome(),
                rule.title().in(language),
                rule.explanation(decision.exemption()).in(language),
                rule.basis().in(language),
                decision.at());
    }

    private static final Text TO_THE_STORE =
            Text.of("请带商品到门店，出示您的码", "Bring the goods to the store and show your code");

    private static final Text IS_IT_SOLVED =
            Text.of("请告诉我们问题是否已解决", "Tell us whether it is solved");

    private static @Nullable NextStepView nextStep(CaseRow row, OpenEnds open, Locale language) {
        var eta = row.deadlineAt();
        if (eta == null) {
            return null;
        }
        if (open.solution() != null) {
            var buyer = CaseState.Mover.BUYER.label().in(language);
            return new NextStepView(IS_IT_SOLVED.in(language), buyer, eta);
        }
        var awaited = row.state() == CaseState.WAIT_BUYER_RETURN && open.storeDrop() != null;
        var step = awaited ? TO_THE_STORE : row.state().nextStep();
        return new NextStepView(step.in(language), row.state().mover().label().in(language), eta);
    }

    private static EntryView entry(CaseFile.Entry entry, Locale language) {
        return new EntryView(
                entry.at(),
                TimelineText.valueOf(entry.step()).in(language, entry.params()),
                entry.state(),
                entry.etaAt());
    }

    private static List<String> allowed(CasePage page, OpenEnds open) {
        var row = page.row();
        var allowed = new ArrayList<String>();
        if (Lifecycle.allows(row.state(), CaseEvent.CANCEL)) {
            allowed.add("cancel");
        }
        if (Lifecycle.allows(row.state(), CaseEvent.CANCEL_WITH_RESHIP)) {
            allowed.add("cancel-with-reship");
        }
        if (Lifecycle.allows(row.state(), CaseEvent.ASK_RESHIP)) {
            allowed.add("ask-reship");
        }
        allowed.add("message");
        if (Lifecycle.allows(row.state(), CaseEvent.BUYER_SHIP) && open.storeDrop() == null) {
            allowed.add("pick-up");
            allowed.add("ship");
        }
        if (Lifecycle.allows(row.state(), CaseEvent.ACCEPT_PARTIAL)) {
            allowed.add("accept-part");
        }
        if (Lifecycle.allows(row.state(), CaseEvent.ESCALATE_DISPUTE)) {
            allowed.add("appeal");
        }
        if (Lifecycle.allows(row.state(), CaseEvent.BUYER_RECEIVE)) {
            allowed.add("receive");
        }
        if (open.solution() != null) {
            allowed.add("answer-solution");
        }
        if (!open.options().isEmpty()) {
            allowed.add("choose");
        }
        var revises = Revisions.left(row, page.timeline()) > 0;
        if (revises) {
            allowed.add("revise");
        }
        if (row.state() == CaseState.NEED_EVIDENCE || revises) {
            allowed.add("add-evidence");
        }
        return allowed;
    }
}
