package anxin.aftersales.finance;

import anxin.aftersales.cases.CaseRow;
import anxin.aftersales.cases.CaseScope;
import anxin.aftersales.refund.FailedRefunds;
import anxin.aftersales.refund.Incidents;
import anxin.aftersales.refund.OfflinePayments;
import anxin.aftersales.refund.RefundIntent;
import anxin.aftersales.refund.Refunds;
import anxin.identity.Caller;
import anxin.identity.Caller.Staff;
import anxin.identity.Needs;
import anxin.identity.Permission;
import anxin.kernel.ShopId;
import anxin.kernel.page.Page;
import anxin.kernel.problem.Problem;
import anxin.kernel.web.IfMatch;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
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

/** What finance sees and does: T44, T45 and the incidents of reconciliation. */
@RestController
@RequestMapping("/api/v1")
class FinanceController {

    /** Which refunds: those that wait for finance, or those whose outcome is not known yet. */
    enum Which {
        failed,
        unknown
    }

    record NewOfflinePayment(
            @NotBlank(message = "请填写户名 | the account holder is needed")
                    @Size(max = 100, message = "至多100个字 | at most 100 characters")
                    String accountName,
            @NotBlank(message = "请填写开户行 | the bank is needed")
                    @Size(max = 100, message = "至多100个字 | at most 100 characters")
                    String bank,
            @NotBlank(message = "请填写账号 | the account number is needed")
                    @Pattern(
                            regexp = "[A-Za-z0-9 @._+-]{4,64}",
                            message = "4到64位字母、数字 | 4 to 64 letters and digits")
                    String accountNumber) {}

    record Confirmation(
            @NotBlank(message = "请填写凭证号 | the voucher number is needed")
                    @Size(max = 64, message = "至多64个字 | at most 64 characters")
                    String voucherNo) {}

    record Note(
            @NotBlank(message = "请填写说明 | write why")
                    @Size(max = 2_000, message = "至多2000个字 | at most 2,000 characters")
                    String note) {}

    /** A case after one of these acts. */
    record RefundCaseView(
            UUID id, String no, String state, int version, List<RefundView> refunds) {}

    record RefundView(
            String outRefundNo,
            String tender,
            long amountMinor,
            String currency,
            String status,
            @Nullable String trouble,
            Instant changedAt) {

        static RefundView of(RefundIntent intent) {
            return new RefundView(
                    intent.outRefundNo(),
                    intent.tender(),
                    intent.amountMinor(),
                    intent.currency(),
                    intent.status().name(),
                    intent.trouble(),
                    intent.changedAt());
        }
    }

    private final FinanceQueue queue;
    private final FailedRefunds failedRefunds;
    private final OfflinePayments payments;
    private final Incidents incidents;
    private final Refunds refunds;
    private final CaseScope scope;

    FinanceController(
            FinanceQueue queue,
            FailedRefunds failedRefunds,
            OfflinePayments payments,
            Incidents incidents,
            Refunds refunds,
            CaseScope scope) {
        this.queue = queue;
        this.failedRefunds = failedRefunds;
        this.payments = payments;
        this.incidents = incidents;
        this.refunds = refunds;
        this.scope = scope;
    }

    @Needs(Permission.FINANCE_WORK)
    @GetMapping("/refunds")
    Page<FinanceQueue.RefundItem> listRefunds(
            Caller.Permitted caller,
            @RequestParam(defaultValue = "failed") Which which,
            @RequestParam(required = false) @Nullable ShopId shop,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(defaultValue = "30")
                    @Min(value = 1, message = "1到100 | 1 to 100")
                    @Max(value = 100, message = "1到100 | 1 to 100")
                    int size) {
        return queue.refunds(scope.shops(caller, shop), which == Which.failed, after, size);
    }

    @Needs(Permission.FINANCE_WORK)
    @GetMapping("/refunds/counts")
    FinanceQueue.RefundCounts countRefunds(
            Caller.Permitted caller, @RequestParam(required = false) @Nullable ShopId shop) {
        return queue.counts(scope.shops(caller, shop));
    }

    @Needs(Permission.FINANCE_WORK)
    @GetMapping("/refund-incidents")
    Page<FinanceQueue.RefundIncident> listRefundIncidents(
            Caller.Permitted caller,
            @RequestParam(defaultValue = "false") boolean closed,
            @RequestParam(required = false) @Nullable ShopId shop,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(defaultValue = "30")
                    @Min(value = 1, message = "1到100 | 1 to 100")
                    @Max(value = 100, message = "1到100 | 1 to 100")
                    int size) {
        return queue.incidents(scope.shops(caller, shop), closed, after, size);
    }

    @Needs(Permission.FINANCE_WORK)
    @PutMapping("/shops/{shop}/refund-incidents/{id}/closing")
    void closeRefundIncident(
            @PathVariable ShopId shop,
            @PathVariable UUID id,
            @RequestBody @Valid Note body,
            Staff staff) {
        staff.requireIn(shop);
        if (!incidents.close(shop, id, staff.actor(), body.note().strip())) {
            throw Problem.missing("refund-incident");
        }
    }

    @Needs(Permission.FINANCE_WORK)
    @PutMapping("/cases/{id}/refund-retry")
    RefundCaseView retryRefund(
            @PathVariable UUID id,
            @RequestHeader(name = "If-Match", required = false) @Nullable String match,
            Staff staff,
            HttpServletResponse response) {
        var of = scope.find(staff, id);
        return view(failedRefunds.retry(staff, of.shop(), id, IfMatch.version(match)), response);
    }

    @Needs(Permission.FINANCE_WORK)
    @PutMapping("/cases/{id}/offline-payments/{paymentId}")
    RefundCaseView requestOfflinePayment(
            @PathVariable UUID id,
            @PathVariable UUID paymentId,
            @RequestHeader(name = "If-Match", required = false) @Nullable String match,
            @RequestBody @Valid NewOfflinePayment body,
            Staff staff,
            HttpServletResponse response) {
        var of = scope.find(staff, id);
        payments.request(
                staff,
                of.shop(),
                id,
                IfMatch.version(match),
                paymentId,
                new OfflinePayments.BankAccount(
                        body.accountName().strip(),
                        body.bank().strip(),
                        body.accountNumber().strip()));
        return view(of, response);
    }

    @Needs(Permission.FINANCE_WORK)
    @PutMapping("/cases/{id}/offline-payments/{paymentId}/confirmation")
    RefundCaseView confirmOfflinePayment(
            @PathVariable UUID id,
            @PathVariable UUID paymentId,
            @RequestHeader(name = "If-Match", required = false) @Nullable String match,
            @RequestBody @Valid Confirmation body,
            Staff staff,
            HttpServletResponse response) {
        var of = scope.find(staff, id);
        return view(
                payments.confirm(
                        staff,
                        of.shop(),
                        id,
                        IfMatch.version(match),
                        paymentId,
                        body.voucherNo().strip()),
                response);
    }

    @Needs(Permission.FINANCE_WORK)
    @PutMapping("/cases/{id}/offline-payments/{paymentId}/refusal")
    RefundCaseView refuseOfflinePayment(
            @PathVariable UUID id,
            @PathVariable UUID paymentId,
            @RequestHeader(name = "If-Match", required = false) @Nullable String match,
            @RequestBody @Valid Note body,
            Staff staff,
            HttpServletResponse response) {
        var of = scope.find(staff, id);
        return view(
                payments.refuse(
                        staff,
                        of.shop(),
                        id,
                        IfMatch.version(match),
                        paymentId,
                        body.note().strip()),
                response);
    }

    /** The whole account, for whoever carries the payment out; each look is in the journal. */
    @Needs(Permission.FINANCE_WORK)
    @GetMapping("/cases/{id}/offline-payments/{paymentId}/account")
    OfflinePayments.BankAccount readBankAccount(
            @PathVariable UUID id, @PathVariable UUID paymentId, Staff staff) {
        var of = scope.find(staff, id);
        if (!staff.may(Permission.PERSONAL_READ)) {
            throw Problem.forbidden(Permission.PERSONAL_READ.name());
        }
        return payments.account(staff, of, paymentId);
    }

    private RefundCaseView view(CaseRow of, HttpServletResponse response) {
        response.setHeader("ETag", IfMatch.etag(of.version()));
        return new RefundCaseView(
                of.id(),
                of.no(),
                of.state().name(),
                of.version(),
                refunds.ofCase(of.shop(), of.id()).stream().map(RefundView::of).toList());
    }
}
