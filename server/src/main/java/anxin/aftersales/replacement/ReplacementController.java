package anxin.aftersales.replacement;

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
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
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
class ReplacementController {

    /** {@code scanned} are the articles as they went into the parcel. */
    record Dispatch(
            @NotBlank(message = "请选择快递公司 | choose the carrier")
                    @Size(max = 40, message = "至多40个字 | at most 40 characters")
                    String carrier,
            @NotBlank(message = "请填写运单号 | enter the tracking number")
                    @Pattern(
                            regexp = "\\s*[A-Za-z0-9-]{6,40}\\s*",
                            message = "6到40位字母或数字 | 6 to 40 letters or digits")
                    String trackingNo,
            @Nullable Instant etaAt,
            @Nullable @Size(max = 100, message = "至多100项 | at most 100") List<String> scanned,
            @Nullable @Size(max = 2_000, message = "至多2000个字 | at most 2,000 characters")
                    String note) {

        Sent sent() {
            return new Sent(carrier.strip(), trackingNo.strip(), etaAt);
        }
    }

    record OutOfStock(
            @Nullable @Size(max = 2_000, message = "至多2000个字 | at most 2,000 characters")
                    String note) {}

    record FailedRepair(
            @NotBlank(message = "请填写原因 | write why")
                    @Size(max = 2_000, message = "至多2000个字 | at most 2,000 characters")
                    String note) {}

    private final SendReplacement replacements;
    private final Repairs repairs;
    private final CaseScope scope;

    ReplacementController(SendReplacement replacements, Repairs repairs, CaseScope scope) {
        this.replacements = replacements;
        this.repairs = repairs;
        this.scope = scope;
    }

    @Needs(Permission.WAREHOUSE_WORK)
    @PutMapping("/cases/{id}/replacement-shipment")
    StepView shipReplacement(
            @PathVariable UUID id,
            @RequestHeader(name = "If-Match", required = false) @Nullable String match,
            @RequestBody @Valid Dispatch body,
            Staff staff,
            HttpServletResponse response) {
        var row = scope.find(staff, id);
        return StepView.of(
                replacements.ship(
                        staff,
                        row.shop(),
                        id,
                        IfMatch.version(match),
                        body.sent(),
                        Objects.requireNonNullElse(body.scanned(), List.of())),
                response);
    }

    @Needs(Permission.WAREHOUSE_WORK)
    @PutMapping("/cases/{id}/replacement-unavailable")
    StepView reportOutOfStock(
            @PathVariable UUID id,
            @RequestHeader(name = "If-Match", required = false) @Nullable String match,
            @RequestBody @Valid OutOfStock body,
            Staff staff,
            HttpServletResponse response) {
        var row = scope.find(staff, id);
        return StepView.of(
                replacements.unavailable(
                        staff, row.shop(), id, IfMatch.version(match), body.note()),
                response);
    }

    @Needs(Permission.WAREHOUSE_WORK)
    @PutMapping("/cases/{id}/repair")
    StepView finishRepair(
            @PathVariable UUID id,
            @RequestHeader(name = "If-Match", required = false) @Nullable String match,
            @RequestBody @Valid Dispatch body,
            Staff staff,
            HttpServletResponse response) {
        var row = scope.find(staff, id);
        return StepView.of(
                repairs.done(
                        staff, row.shop(), id, IfMatch.version(match), body.sent(), body.note()),
                response);
    }

    @Needs(Permission.WAREHOUSE_WORK)
    @PutMapping("/cases/{id}/repair-failure")
    StepView reportFailedRepair(
            @PathVariable UUID id,
            @RequestHeader(name = "If-Match", required = false) @Nullable String match,
            @RequestBody @Valid FailedRepair body,
            Staff staff,
            HttpServletResponse response) {
        var row = scope.find(staff, id);
        return StepView.of(
                repairs.failed(staff, row.shop(), id, IfMatch.version(match), body.note().strip()),
                response);
    }

    @ForCustomers
    @PutMapping("/portal/cases/{id}/replacement-receipt")
    StepView receiveReplacement(
            @PathVariable UUID id,
            @RequestHeader(name = "If-Match", required = false) @Nullable String match,
            Customer customer,
            HttpServletResponse response) {
        return StepView.of(replacements.received(customer, id, IfMatch.version(match)), response);
    }
}
