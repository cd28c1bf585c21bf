package anxin.aftersales.transfer;

import anxin.aftersales.cases.CaseScope;
import anxin.aftersales.cases.StepView;
import anxin.identity.Caller;
import anxin.identity.Caller.Staff;
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
@RequestMapping("/api/v1/cases/{id}/transfers")
class TransferController {

    record NewTransfer(
            @NotBlank(message = "请选择团队 | choose the team")
                    @Pattern(regexp = "[A-Z][A-Z0-9_]{1,39}", message = "团队编号 | a team's id")
                    String team,
            @Min(value = 1, message = "1到168小时 | 1 to 168 hours")
                    @Max(value = 168, message = "1到168小时 | 1 to 168 hours")
                    int limitHours,
            @NotBlank(message = "请填写转交事项 | write what is asked")
                    @Size(max = 2_000, message = "至多2000个字 | at most 2,000 characters")
                    String reason) {}

    record TransferAnswer(
            @NotBlank(message = "请填写答复 | write the answer")
                    @Size(max = 2_000, message = "至多2000个字 | at most 2,000 characters")
                    String answer) {}

    private final Transfers transfers;
    private final CaseScope scope;

    TransferController(Transfers transfers, CaseScope scope) {
        this.transfers = transfers;
        this.scope = scope;
    }

    @Needs(Permission.CASE_READ)
    @GetMapping
    List<Transfers.TransferView> listTransfers(@PathVariable UUID id, Caller.Permitted caller) {
        return transfers.of(scope.find(caller, id).shop(), id);
    }

    @Needs(Permission.CASE_DECIDE)
    @PutMapping("/{transferId}")
    StepView transferCase(
            @PathVariable UUID id,
            @PathVariable UUID transferId,
            @RequestHeader(name = "If-Match", required = false) @Nullable String match,
            @RequestBody @Valid NewTransfer body,
            Staff staff,
            HttpServletResponse response) {
        var row = scope.find(staff, id);
        return StepView.of(
                transfers.transfer(
                        staff,
                        row.shop(),
                        id,
                        IfMatch.version(match),
                        transferId,
                        body.team(),
                        body.limitHours(),
                        body.reason().strip()),
                response);
    }

    /** Whoever reads the case may be of the team that was asked. */
    @Needs(Permission.CASE_READ)
    @PutMapping("/{transferId}/answer")
    StepView answerTransfer(
            @PathVariable UUID id,
            @PathVariable UUID transferId,
            @RequestBody @Valid TransferAnswer body,
            Staff staff,
            HttpServletResponse response) {
        var row = scope.find(staff, id);
        return StepView.of(
                transfers.answer(staff, row.shop(), id, transferId, body.answer().strip()),
                response);
    }
}
