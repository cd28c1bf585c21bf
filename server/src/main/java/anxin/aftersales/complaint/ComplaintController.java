package anxin.aftersales.complaint;

import anxin.aftersales.cases.CaseRow;
import anxin.aftersales.cases.CaseScope;
import anxin.aftersales.cases.StepView;
import anxin.aftersales.policy.CaseType;
import anxin.aftersales.policy.Reason;
import anxin.aftersales.policy.Request;
import anxin.identity.Caller;
import anxin.identity.Caller.Customer;
import anxin.identity.Caller.Staff;
import anxin.identity.ForCustomers;
import anxin.identity.Needs;
import anxin.identity.Permission;
import anxin.kernel.problem.Problem;
import anxin.kernel.web.IfMatch;
import io.swagger.v3.oas.annotations.Operation;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1")
class ComplaintController {

    record Resolution(
            @NotBlank(message = "请填写处理结果 | write the outcome")
                    @Size(max = 2_000, message = "至多2000个字 | at most 2,000 characters")
                    String solution) {}

    record SolutionAnswer(
            @NotNull(message = "请选择是否解决 | say whether it is solved") Boolean solved,
            @Nullable @Size(max = 2_000, message = "至多2000个字 | at most 2,000 characters")
                    String words) {}

    record RemedyLine(
            @NotBlank(message = "请选择商品 | choose an item")
                    @Size(max = 64, message = "至多64个字 | at most 64 characters")
                    String lineId,
            @Min(value = 1, message = "至少为1 | at least 1")
                    @Max(value = 9_999, message = "至多为9999 | at most 9999")
                    int qty) {}

    /** {@code lines} left out are all of the order. */
    record NewRemedy(
            @NotNull(message = "请选择补救方式 | choose the remedy") CaseType type,
            @NotNull(message = "请选择原因 | choose the reason") Reason reason,
            @Nullable @Valid @Size(max = 200, message = "至多200行 | at most 200 lines")
                    List<RemedyLine> lines,
            @Nullable @Size(max = 100, message = "至多100个字 | at most 100 characters")
                    String exchangeSku,
            @Nullable @Min(value = 1, message = "至少为1 | at least 1") Long amountMinor,
            @Nullable @Size(max = 2_000, message = "至多2000个字 | at most 2,000 characters")
                    String note) {}

    /**
     * {@code linkedCase} goes on with the {@code complaint}; both null where there is no remedy.
     */
    record RemedyView(@Nullable UUID complaint, @Nullable UUID linkedCase) {}

    private final Solutions solutions;
    private final Remedies remedies;
    private final CaseScope scope;

    ComplaintController(Solutions solutions, Remedies remedies, CaseScope scope) {
        this.solutions = solutions;
        this.remedies = remedies;
        this.scope = scope;
    }

    @Needs(Permission.CASE_DECIDE)
    @PutMapping("/cases/{id}/resolution")
    @Operation(
            summary = "Answers a complaint",
            description =
                    "Solved when the customer says so, or has said nothing for 48 hours; until then the complaint stays open.")
    StepView resolveCase(
            @PathVariable UUID id,
            @RequestHeader(name = "If-Match", required = false) @Nullable String match,
            @RequestBody @Valid Resolution body,
            Staff staff,
            HttpServletResponse response) {
        var row = scope.find(staff, id);
        return StepView.of(
                solutions.offer(
                        staff, row.shop(), id, IfMatch.version(match), body.solution().strip()),
                response);
    }

    @ForCustomers
    @PutMapping("/portal/cases/{id}/resolution")
    @Operation(summary = "The customer says whether the answer to a complaint solves it")
    StepView answerSolution(
            @PathVariable UUID id,
            @RequestHeader(name = "If-Match", required = false) @Nullable String match,
            @RequestBody @Valid SolutionAnswer body,
            Customer customer,
            HttpServletResponse response) {
        return StepView.of(
                solutions.answer(customer, id, IfMatch.version(match), body.solved(), body.words()),
                response);
    }

    @Needs(Permission.CASE_DECIDE)
    @PutMapping("/cases/{id}/remedies/{remedyId}")
    @Operation(
            summary = "Ends a complaint as a case of its own",
            description =
                    "The same id again is the same remedy. What the rules would refuse is decided by a person.")
    RemedyView makeRemedy(
            @PathVariable UUID id,
            @PathVariable UUID remedyId,
            @RequestHeader(name = "If-Match", required = false) @Nullable String match,
            @RequestBody @Valid NewRemedy body,
            Staff staff) {
        if (body.type() == CaseType.COMPLAINT || body.reason() == Reason.SERVICE_COMPLAINT) {
            throw Problem.invalid(
                    "/type",
                    "补救须是退款、退换、补发、维修或补偿，原因不能是投诉",
                    "a remedy is money, goods or a repair, and its reason is not another complaint");
        }
        var row = scope.find(staff, id);
        var linked = remedies.make(staff, row, IfMatch.version(match), remedyId, wish(row, body));
        return new RemedyView(id, linked);
    }

    @Needs(Permission.CASE_READ)
    @GetMapping("/cases/{id}/remedy")
    @Operation(summary = "The complaint behind a case, and the case that a complaint went on as")
    RemedyView readRemedy(@PathVariable UUID id, Caller.Permitted caller) {
        return remedies.of(scope.find(caller, id))
                .map(remedy -> new RemedyView(remedy.caseId(), remedy.linkedCase()))
                .orElseGet(() -> new RemedyView(null, null));
    }

    private static Request wish(CaseRow of, NewRemedy body) {
        var lines = body.lines() == null ? List.<RemedyLine>of() : body.lines();
        return new Request(
                of.orderNo().value(),
                of.customerId().isEmpty() ? null : of.customerId(),
                body.reason(),
                body.note(),
                body.type(),
                lines.stream().map(l -> new Request.Item(l.lineId(), l.qty())).toList(),
                List.of(),
                null,
                null,
                body.exchangeSku(),
                body.amountMinor(),
                null,
                null,
                false,
                false,
                null,
                of.lang());
    }
}
