package anxin.aftersales.review;

import anxin.aftersales.approval.ApprovalLog;
import anxin.aftersales.approval.OpenApproval;
import anxin.aftersales.cases.CaseFile;
import anxin.aftersales.cases.CaseRow;
import anxin.aftersales.cases.CaseState;
import anxin.aftersales.cases.CaseStore;
import anxin.aftersales.cases.TimelineText;
import anxin.aftersales.choice.Option;
import anxin.aftersales.choice.Options;
import anxin.aftersales.page.CasePages;
import anxin.aftersales.policy.CaseType;
import anxin.aftersales.policy.Flag;
import anxin.aftersales.policy.Policy;
import anxin.aftersales.policy.Reason;
import anxin.aftersales.policy.ReasonCode;
import anxin.aftersales.policy.RuleText;
import anxin.aftersales.refund.RefundIntent;
import anxin.aftersales.replacement.Replacements;
import anxin.aftersales.returns.Disposition;
import anxin.aftersales.returns.Proposals;
import anxin.aftersales.returns.ReturnAddresses;
import anxin.aftersales.review.CaseActions.ActionView;
import anxin.aftersales.store.StoreDrops;
import anxin.aftersales.submit.Policies;
import anxin.commerce.Contact;
import anxin.commerce.Order;
import anxin.commerce.Orders;
import anxin.commerce.StoredOrder;
import anxin.identity.Caller;
import anxin.identity.Caller.Staff;
import anxin.identity.Names;
import anxin.identity.Permission;
import anxin.kernel.ShopId;
import anxin.kernel.Text;
import anxin.kernel.page.Page;
import anxin.kernel.problem.Problem;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What the desk reads. Personal data is masked unless the reader may see it. */
@Component
class CaseViews {

    record CaseItem(
            UUID id,
            String no,
            String shop,
            String orderNo,
            @Nullable String customerName,
            String title,
            String type,
            String typeText,
            String reason,
            String reasonLabel,
            String ruleId,
            String ruleText,
            long amountMinor,
            String currency,
            String state,
            String stateText,
            int priority,
            int riskScore,
            @Nullable Instant deadlineAt,
            @Nullable String deadlineKind,
            Instant submittedAt,
            @Nullable String tierRequired,
            @Nullable String queue,
            @Nullable UUID agentId,
            @Nullable String agentName,
            int version,
            int escalations,
            @Nullable String result) {}

    record CustomerView(
            String id,
            @Nullable String name,
            @Nullable String phone,
            @Nullable String email,
            @Nullable String tier,
            int riskScore,
            int refundOnly30d) {}

    record LineView(
            String lineId,
            String sku,
            String title,
            int qtyAsked,
            int qtyApproved,
            int qtyReceived,
            int qtyAccepted,
            @Nullable String disposition,
            long refundMinor) {}

    record FlagView(String code, String text) {}

    record DecisionView(
            int seq,
            String ruleId,
            String ruleText,
            String customerText,
            String law,
            String outcome,
            int policyVersion,
            JsonNode facts,
            JsonNode answer,
            List<FlagView> flags,
            @Nullable String suggestion,
            String by,
            @Nullable String note,
            Instant at,
            long micros) {}

    record EvidenceView(
            UUID id, String kind, String url, int width, int height, String by, Instant at) {}

    record EntryView(
            int seq,
            String step,
            String text,
            String state,
            @Nullable String note,
            String by,
            Instant at,
            @Nullable Instant etaAt) {}

    record MessageView(UUID id, String from, String author, String text, Instant at) {}

    record RefundView(
            String outRefundNo,
            String kind,
            String tender,
            long amountMinor,
            String currency,
            String status,
            int attempts,
            String gateway,
            @Nullable String trouble,
            Instant at) {}

    record CaseView(
            @JsonUnwrapped CaseItem item,
            @Nullable String askedType,
            @Nullable String reasonText,
            long refundableMinor,
            long approvedMinor,
            long refundedMinor,
            long compensatedMinor,
            @Nullable String freightPayer,
            int evidenceRounds,
            boolean atPlatform,
            CustomerView customer,
            @Nullable Order order,
            List<LineView> lines,
            DecisionView decision,
            List<DecisionView> decisions,
            List<EvidenceView> evidence,
            List<EntryView> timeline,
            List<MessageView> messages,
            List<RefundView> refunds,
            List<Option.View> options,
            Proposals.@Nullable Proposal proposal,
            boolean awaitsParcel,
            ReturnAddresses.@Nullable ReturnTo returnTo,
            StoreDrops.@Nullable StoreDrop storeDrop,
            Replacements.@Nullable ReplacementView replacement,
            Map<String, String> names,
            @Nullable OpenApproval approval,
            List<CaseDesk.Viewer> viewers,
            List<ActionView> allowed) {}

    private final CaseStore cases;
    private final CasePages pages;
    private final Orders orders;
    private final CaseDesk desk;
    private final Options options;
    private final Proposals proposals;
    private final ReturnAddresses addresses;
    private final StoreDrops drops;
    private final Replacements replacements;
    private final Names names;
    private final CaseActions actions;
    private final Policies policies;
    private final ApprovalLog approvals;
    private final JsonMapper json;

    CaseViews(
            CaseStore cases,
            CasePages pages,
            Orders orders,
            CaseDesk desk,
            Options options,
            Proposals proposals,
            ReturnAddresses addresses,
            StoreDrops drops,
            Replacements replacements,
            Names names,
            CaseActions actions,
            Policies policies,
            ApprovalLog approvals,
            JsonMapper json) {
        this.cases = cases;
        this.pages = pages;
        this.orders = orders;
        this.desk = desk;
        this.options = options;
        this.proposals = proposals;
        this.addresses = addresses;
        this.drops = drops;
        this.replacements = replacements;
        this.names = names;
        this.actions = actions;
        this.policies = policies;
        this.approvals = approvals;
        this.json = json;
    }

    Page<CaseItem> items(Page<CaseRow> page, Caller.Permitted reader, Locale language) {
        var known = names.of(page.items().stream().flatMap(row -> agent(row).stream()).toList());
        return page.map(row -> item(row, known, reader, language));
    }

    /** The actor whose case it is. */
    private static Optional<String> agent(CaseRow row) {
        return Optional.ofNullable(row.agent()).map(id -> "staff:" + id);
    }

    private CaseItem item(
            CaseRow row, Map<String, String> known, Caller.Permitted reader, Locale language) {
        return new CaseItem(
                row.id(),
                row.no(),
                row.shop().value(),
                row.orderNo().value(),
                name(row, reader),
                row.title(),
                row.type(),
                CaseType.valueOf(row.type()).text().in(language),
                row.reason(),
                Reason.valueOf(row.reason()).text().in(language),
                row.ruleId(),
                RuleText.of(
                                ReasonCode.valueOf(row.ruleId()),
                                policy(row.shop(), row.policyVersion()))
                        .title()
                        .in(language),
                row.worthMinor(),
                row.currency(),
                row.state().name(),
                row.state().label().in(language),
                row.priority(),
                row.riskScore(),
                row.deadlineAt(),
                row.deadlineKind(),
                row.submittedAt(),
                row.tierRequired(),
                row.queue(),
                row.agent(),
                agent(row).map(known::get).orElse(null),
                row.version(),
                row.escalations(),
                row.result());
    }

    CaseView view(CaseRow row, Staff reader, Locale language) {
        var shop = row.shop();
        var id = row.id();
        var decisions =
                cases.decisions(shop, id).stream()
                        .map(d -> decision(d, policy(shop, d.policyVersion()), language))
                        .toList();
        var order = orders.find(shop, row.orderNo());
        var page = pages.find(shop, id).orElseThrow(() -> Problem.missing("case"));
        var timeline = page.timeline().stream().map(e -> entry(e, language)).toList();
        var approval = approval(row);
        var actors =
                Stream.of(
                                Stream.ofNullable(approval).map(OpenApproval::requestedBy),
                                timeline.stream().map(EntryView::by),
                                decisions.stream().map(DecisionView::by),
                                agent(row).stream())
                        .flatMap(Function.identity())
                        .collect(Collectors.toSet());
        var known = names.of(actors);
        var drop = drops.of(row, language).orElse(null);
        return new CaseView(
                item(row, known, reader, language),
                row.askedType(),
                row.reasonText(),
                row.refundableMinor(),
                row.approvedMinor(),
                row.refundedMinor(),
                row.compensatedMinor(),
                row.freightPayer(),
                row.evidenceRounds(),
                row.isAtPlatform(),
                customer(row, order.orElse(null), reader),
                order.map(StoredOrder::order).orElse(null),
                page.lines().stream()
                        .map(
                                l ->
                                        new LineView(
                                                l.lineId(),
                                                l.sku(),
                                                l.title(),
                                                l.qtyAsked(),
                                                l.qtyApproved(),
                                                l.qtyReceived(),
                                                l.qtyAccepted(),
                                                disposition(l, language),
                                                l.refundMinor()))
                        .toList(),
                decisions.getLast(),
                decisions,
                page.evidence().stream()
                        .map(
                                e ->
                                        new EvidenceView(
                                                e.id(),
                                                e.kind(),
                                                "/api/v1/cases/" + id + "/evidence/" + e.id(),
                                                e.width(),
                                                e.height(),
                                                e.owner(),
                                                e.at()))
                        .toList(),
                timeline,
                page.messages().stream()
                        .map(m -> new MessageView(m.id(), m.of(), m.name(), m.body(), m.at()))
                        .toList(),
                page.refunds().stream().map(CaseViews::refund).toList(),
                options.of(row).stream().map(option -> option.in(language)).toList(),
                proposals.of(row).orElse(null),
                addresses.awaitsParcel(row),
                addresses.of(row, language).orElse(null),
                drop,
                replacements.of(row).orElse(null),
                known,
                approval,
                desk.viewers(row),
                actions.allowed(page, drop, reader, language));
    }

    private static @Nullable String disposition(CaseStore.Line line, Locale language) {
        var code = line.disposition();
        return code == null ? null : Disposition.valueOf(code).text().in(language);
    }

    private static @Nullable String name(CaseRow row, Caller.Permitted reader) {
        var name = row.customerName();
        return reader.may(Permission.PERSONAL_READ)
                ? name
                : new Contact(name, null, null).maskedName();
    }

    private static CustomerView customer(CaseRow row, @Nullable StoredOrder order, Staff reader) {
        var contact = order == null ? Contact.UNKNOWN : order.contact();
        var shown = reader.may(Permission.PERSONAL_READ) ? contact : contact.masked();
        var buyer = order == null ? null : order.order().customer();
        return new CustomerView(
                row.customerId(),
                shown.name(),
                shown.phone(),
                shown.email(),
                buyer == null ? null : buyer.tier(),
                row.riskScore(),
                buyer == null ? 0 : buyer.refundOnly30d());
    }

    private Policy policy(ShopId shop, int version) {
        return policies.version(shop, version);
    }

    private DecisionView decision(CaseStore.DecisionRow row, Policy policy, Locale language) {
        var rule = RuleText.of(ReasonCode.valueOf(row.ruleId()), policy);
        var answer = json.readTree(row.answer());
        var flags = new ArrayList<FlagView>();
        for (var flag : answer.path("flags")) {
            flags.add(
                    new FlagView(
                            flag.asString(), Flag.valueOf(flag.asString()).text().in(language)));
        }
        var suggestion = answer.path("suggestion");
        var exemption = answer.path("exemption");
        return new DecisionView(
                row.seq(),
                row.ruleId(),
                rule.title().in(language),
                rule.explanation(
                                exemption.isObject()
                                        ? json.treeToValue(exemption, Text.class)
                                        : null)
                        .in(language),
                rule.basis().in(language),
                row.outcome(),
                row.policyVersion(),
                json.readTree(row.facts()),
                answer,
                flags,
                suggestion.isString() ? suggestion.asString() : null,
                row.actor(),
                row.note(),
                row.at(),
                row.micros());
    }

    private static EntryView entry(CaseFile.Entry entry, Locale language) {
        return new EntryView(
                entry.seq(),
                entry.step(),
                TimelineText.valueOf(entry.step()).in(language, entry.params()),
                entry.state(),
                entry.note(),
                entry.actor(),
                entry.at(),
                entry.etaAt());
    }

    private static RefundView refund(RefundIntent intent) {
        return new RefundView(
                intent.outRefundNo(),
                intent.kind().name(),
                intent.tender(),
                intent.amountMinor(),
                intent.currency(),
                intent.status().name(),
                intent.attempts(),
                intent.gateway(),
                intent.trouble(),
                intent.changedAt());
    }

    private @Nullable OpenApproval approval(CaseRow row) {
        var waits = row.state() == CaseState.IN_REVIEW || row.state() == CaseState.WAIT_APPROVAL;
        return waits ? approvals.open(row.shop(), row.id()).orElse(null) : null;
    }
}
