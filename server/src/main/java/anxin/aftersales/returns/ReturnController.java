package anxin.aftersales.returns;

import anxin.aftersales.cases.CaseRow;
import anxin.aftersales.cases.CaseScope;
import anxin.aftersales.cases.StepView;
import anxin.identity.Caller.Customer;
import anxin.identity.Caller.Staff;
import anxin.identity.ForCustomers;
import anxin.identity.Needs;
import anxin.identity.Permission;
import anxin.kernel.web.IfMatch;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1")
class ReturnController {

    record Shipment(
            @NotBlank(message = "请选择快递公司 | choose the carrier")
                    @Size(max = 40, message = "至多40个字 | at most 40 characters")
                    String carrier,
            @NotBlank(message = "请填写运单号 | enter the tracking number")
                    @Pattern(
                            regexp = "\\s*[A-Za-z0-9-]{6,40}\\s*",
                            message = "6到40位字母或数字 | 6 to 40 letters or digits")
                    String trackingNo) {}

    record Extension(
            @Min(value = 1, message = "1到168小时 | 1 to 168 hours")
                    @Max(value = 168, message = "1到168小时 | 1 to 168 hours")
                    int hours,
            @Nullable @Size(max = 2_000, message = "至多2000个字 | at most 2,000 characters")
                    String note) {}

    record Passed(
            @Nullable @Size(max = 2_000, message = "至多2000个字 | at most 2,000 characters")
                    String note) {}

    /**
     * {@code refundMinor} splits it: the customer gets so much and keeps the goods, or loses them,
     * as they lie. Left out, a ruling for the customer grants what was asked.
     */
    record Ruling(
            boolean forBuyer,
            @Nullable @Min(value = 1, message = "至少为1 | at least 1") Long refundMinor,
            @NotBlank(message = "请填写裁决理由 | give the reasons")
                    @Size(max = 1_000, message = "至多1000个字 | at most 1,000 characters")
                    String reasons) {}

    private final Returns returns;
    private final CaseScope scope;

    ReturnController(Returns returns, CaseScope scope) {
        this.returns = returns;
        this.scope = scope;
    }

    @ForCustomers
    @PutMapping("/portal/cases/{id}/shipment")
    StepView sendParcel(
            @PathVariable UUID id,
            @RequestHeader(name = "If-Match", required = false) @Nullable String match,
            @RequestBody @Valid Shipment body,
            Customer customer,
            HttpServletResponse response) {
        return step(
                returns.send(
                        customer,
                        id,
                        IfMatch.version(match),
                        body.carrier().strip(),
                        body.trackingNo().strip()),
                response);
    }

    @ForCustomers
    @PutMapping("/portal/cases/{id}/partial-acceptance")
    StepView acceptPart(
            @PathVariable UUID id,
            @RequestHeader(name = "If-Match", required = false) @Nullable String match,
            Customer customer,
            HttpServletResponse response) {
        return step(returns.acceptPart(customer, id, IfMatch.version(match)), response);
    }

    @ForCustomers
    @PutMapping("/portal/cases/{id}/appeal")
    StepView appeal(
            @PathVariable UUID id,
            @RequestHeader(name = "If-Match", required = false) @Nullable String match,
            Customer customer,
            HttpServletResponse response) {
        return step(returns.appeal(customer, id, IfMatch.version(match)), response);
    }

    @Needs(Permission.CASE_DECIDE)
    @PutMapping("/cases/{id}/extension")
    StepView extendReturn(
            @PathVariable UUID id,
            @RequestHeader(name = "If-Match", required = false) @Nullable String match,
            @RequestBody @Valid Extension body,
            Staff staff,
            HttpServletResponse response) {
        var row = scope.find(staff, id);
        return step(
                returns.extend(
                        staff, row.shop(), id, IfMatch.version(match), body.hours(), body.note()),
                response);
    }

    @Needs(Permission.APPROVE_REFUND)
    @PutMapping("/cases/{id}/refund-approval")
    StepView approveRefund(
            @PathVariable UUID id,
            @RequestHeader(name = "If-Match", required = false) @Nullable String match,
            @RequestBody @Valid Passed body,
            Staff staff,
            HttpServletResponse response) {
        var row = scope.find(staff, id);
        return step(
                returns.approveRefund(staff, row.shop(), id, IfMatch.version(match), body.note()),
                response);
    }

    @Needs(Permission.APPROVE_REFUND)
    @PutMapping("/cases/{id}/ruling")
    StepView rule(
            @PathVariable UUID id,
            @RequestHeader(name = "If-Match", required = false) @Nullable String match,
            @RequestBody @Valid Ruling body,
            Staff staff,
            HttpServletResponse response) {
        var row = scope.find(staff, id);
        return step(
                returns.arbitrate(
                        staff,
                        row.shop(),
                        id,
                        IfMatch.version(match),
                        new Returns.Judgement(
                                body.forBuyer(), body.refundMinor(), body.reasons().strip())),
                response);
    }

    private static StepView step(CaseRow row, HttpServletResponse response) {
        return StepView.of(row, response);
    }
}
