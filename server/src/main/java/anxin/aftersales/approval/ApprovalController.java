package anxin.aftersales.approval;

import anxin.aftersales.cases.CaseRow;
import anxin.aftersales.cases.CaseScope;
import anxin.identity.Caller;
import anxin.identity.Caller.Staff;
import anxin.identity.Names;
import anxin.identity.Needs;
import anxin.identity.Permission;
import anxin.kernel.OrderNumber;
import anxin.kernel.ShopId;
import anxin.kernel.page.Page;
import anxin.kernel.problem.Problem;
import anxin.kernel.web.IfMatch;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Signatures that are asked for, and payments that the bank takes back. */
@RestController
@RequestMapping("/api/v1")
class ApprovalController {

    record NewApproval(
            @Nullable @Min(value = 0, message = "不能为负 | not negative") Long refundMinor,
            @Nullable @Size(max = 2_000, message = "至多2000个字 | at most 2,000 characters")
                    String note) {}

    record Answer(
            @NotBlank(message = "请写明原因，经办人会看到 | write why; whoever asked reads it")
                    @Size(max = 2_000, message = "至多2000个字 | at most 2,000 characters")
                    String note) {}

    record NewChargeback(
            @NotBlank(message = "请填写银行的拒付编号 | the bank's number is needed")
                    @Size(max = 64, message = "至多64个字 | at most 64 characters")
                    String reference) {}

    record ChargebackView(
            UUID id,
            String orderNo,
            String reference,
            Instant openedAt,
            @Nullable Instant closedAt) {}

    /** The case after one of these acts. */
    record ApprovalStep(UUID id, String no, String state, int version) {

        static ApprovalStep of(CaseRow row, HttpServletResponse response) {
            response.setHeader("ETag", IfMatch.etag(row.version()));
            return new ApprovalStep(row.id(), row.no(), row.state().name(), row.version());
        }
    }

    /**
     * @param signedFen what people signed for on the order's other cases within 30 days, CNY fen
     * @param requestedBy the name of who asked; null when time or an inspection did
     */
    record ApprovalItem(
            UUID id,
            UUID caseId,
            String caseNo,
            int caseVersion,
            String shop,
            String orderNo,
            String title,
            String reason,
            String state,
            long amountMinor,
            String currency,
            long signedFen,
            String tierRequired,
            @Nullable String requestedBy,
            Instant requestedAt,
            @Nullable String note,
            @Nullable Instant deadlineAt) {

        static ApprovalItem of(ApprovalStore.Waiting row, Map<String, String> names) {
            return new ApprovalItem(
                    row.id(),
                    row.caseId(),
                    row.caseNo(),
                    row.caseVersion(),
                    row.shop(),
                    row.orderNo(),
                    row.title(),
                    row.reason(),
                    row.state(),
                    row.amountMinor(),
                    row.currency(),
                    row.signedFen(),
                    row.tierRequired(),
                    names.get(row.requestedBy()),
                    row.requestedAt(),
                    row.note(),
                    row.deadlineAt());
        }
    }

    record ApprovalCount(long waiting) {}

    private final Approvals approvals;
    private final ApprovalStore store;
    private final CaseScope scope;
    private final Names names;
    private final Clock clock;

    ApprovalController(
            Approvals approvals, ApprovalStore store, CaseScope scope, Names names, Clock clock) {
        this.approvals = approvals;
        this.store = store;
        this.scope = scope;
        this.names = names;
        this.clock = clock;
    }

    @Needs(Permission.CASE_DECIDE)
    @PutMapping("/cases/{id}/approval-requests/{request}")
    ApprovalStep askForApproval(
            @PathVariable UUID id,
            @PathVariable UUID request,
            @RequestHeader(name = "If-Match", required = false) @Nullable String match,
            @RequestBody @Valid NewApproval body,
            Staff staff,
            HttpServletResponse response) {
        var row = scope.find(staff, id);
        return ApprovalStep.of(
                approvals.ask(
                        staff,
                        row.shop(),
                        id,
                        request,
                        IfMatch.version(match),
                        body.refundMinor(),
                        body.note()),
                response);
    }

    @Needs(Permission.APPROVE_REFUND)
    @PutMapping("/cases/{id}/approval-requests/{request}/refusal")
    ApprovalStep declineApproval(
            @PathVariable UUID id,
            @PathVariable UUID request,
            @RequestHeader(name = "If-Match", required = false) @Nullable String match,
            @RequestBody @Valid Answer body,
            Staff staff,
            HttpServletResponse response) {
        var row = scope.find(staff, id);
        return ApprovalStep.of(
                approvals.decline(
                        staff,
                        row.shop(),
                        id,
                        request,
                        IfMatch.version(match),
                        body.note().strip()),
                response);
    }

    @Needs(Permission.APPROVE_REFUND)
    @GetMapping("/approvals")
    Page<ApprovalItem> listApprovals(
            Staff staff,
            @RequestParam(required = false) @Nullable ShopId shop,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(defaultValue = "30")
                    @Min(value = 1, message = "1到100 | 1 to 100")
                    @Max(value = 100, message = "1到100 | 1 to 100")
                    int size) {
        var page =
                store.waiting(scope.shops(staff, shop), staff.tier(), staff.actor(), after, size);
        var known =
                names.of(page.items().stream().map(ApprovalStore.Waiting::requestedBy).toList());
        return new Page<>(
                page.items().stream().map(row -> ApprovalItem.of(row, known)).toList(),
                page.next());
    }

    @Needs(Permission.APPROVE_REFUND)
    @GetMapping("/approvals/count")
    ApprovalCount countApprovals(
            Staff staff, @RequestParam(required = false) @Nullable ShopId shop) {
        return new ApprovalCount(
                store.count(scope.shops(staff, shop), staff.tier(), staff.actor()));
    }

    /** While it is open nobody signs for a refund of the order. */
    @Needs(Permission.FINANCE_WORK)
    @PutMapping("/shops/{shop}/orders/{number}/chargebacks/{id}")
    ChargebackView openChargeback(
            @PathVariable ShopId shop,
            @PathVariable OrderNumber number,
            @PathVariable UUID id,
            @RequestBody @Valid NewChargeback body,
            Caller.Permitted caller) {
        caller.requireIn(shop);
        var added =
                store.openChargeback(
                        shop,
                        id,
                        number.value(),
                        body.reference().strip(),
                        caller.actor(),
                        clock.instant());
        var known = chargeback(shop, number, id);
        if (!added && !known.reference().equals(body.reference().strip())) {
            throw Problem.conflict(
                    "id-taken", "该编号已用于另一笔拒付", "This id belongs to another chargeback already");
        }
        return known;
    }

    @Needs(Permission.FINANCE_WORK)
    @PutMapping("/shops/{shop}/orders/{number}/chargebacks/{id}/closure")
    ChargebackView closeChargeback(
            @PathVariable ShopId shop,
            @PathVariable OrderNumber number,
            @PathVariable UUID id,
            Caller.Permitted caller) {
        caller.requireIn(shop);
        chargeback(shop, number, id);
        store.closeChargeback(shop, id, caller.actor(), clock.instant());
        return chargeback(shop, number, id);
    }

    private ChargebackView chargeback(ShopId shop, OrderNumber number, UUID id) {
        return store.chargeback(shop, id)
                .filter(each -> each.orderNo().equals(number.value()))
                .map(
                        each ->
                                new ChargebackView(
                                        each.id(),
                                        each.orderNo(),
                                        each.reference(),
                                        each.openedAt(),
                                        each.closedAt()))
                .orElseThrow(() -> Problem.missing("chargeback"));
    }
}
