package anxin.aftersales.carrier;

import anxin.aftersales.cases.CaseScope;
import anxin.aftersales.cases.StepView;
import anxin.identity.Caller;
import anxin.identity.Caller.Customer;
import anxin.identity.Caller.Staff;
import anxin.identity.ForCustomers;
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
import jakarta.validation.constraints.NotNull;
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

@RestController
@RequestMapping("/api/v1")
class LogisticsController {

    record CarrierAnswer(
            @NotNull(message = "请选择结果 | choose the outcome") LogisticsTasks.Outcome outcome,
            @Nullable @Size(max = 40, message = "至多40个字 | at most 40 characters") String carrier,
            @Nullable
                    @Pattern(
                            regexp = "\\s*[A-Za-z0-9-]{6,40}\\s*",
                            message = "6到40位字母或数字 | 6 to 40 letters or digits")
                    String trackingNo,
            @Nullable @Min(value = 0, message = "不能为负 | not negative") Long answerMinor,
            @Nullable @Size(max = 2_000, message = "至多2000个字 | at most 2,000 characters")
                    String note) {}

    record PickupWindow(
            @NotNull(message = "请选择时间 | choose a time") Instant from,
            @NotNull(message = "请选择时间 | choose a time") Instant until) {}

    record Loss(
            @Nullable @Size(max = 2_000, message = "至多2000个字 | at most 2,000 characters")
                    String note) {}

    record Agreed(
            @NotBlank(message = "请写明与客户的约定 | write what was agreed with the customer")
                    @Size(max = 2_000, message = "至多2000个字 | at most 2,000 characters")
                    String note) {}

    private final LogisticsTasks tasks;
    private final LogisticsDesk desk;
    private final CarrierActs acts;
    private final Reships reships;
    private final CaseScope scope;

    LogisticsController(
            LogisticsTasks tasks,
            LogisticsDesk desk,
            CarrierActs acts,
            Reships reships,
            CaseScope scope) {
        this.tasks = tasks;
        this.desk = desk;
        this.acts = acts;
        this.reships = reships;
        this.scope = scope;
    }

    @Needs(Permission.LOGISTICS_WORK)
    @GetMapping("/logistics-tasks")
    Page<LogisticsTasks.LogisticsTask> listLogisticsTasks(
            Caller.Permitted caller,
            @RequestParam(required = false) LogisticsTasks.@Nullable Kind kind,
            @RequestParam(defaultValue = "false") boolean done,
            @RequestParam(required = false) @Nullable ShopId shop,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(defaultValue = "30")
                    @Min(value = 1, message = "1到100 | 1 to 100")
                    @Max(value = 100, message = "1到100 | 1 to 100")
                    int size) {
        return tasks.page(scope.shops(caller, shop), kind, done, after, size);
    }

    @Needs(Permission.LOGISTICS_WORK)
    @GetMapping("/logistics-tasks/counts")
    List<LogisticsTasks.LogisticsCount> countLogisticsTasks(
            Caller.Permitted caller, @RequestParam(required = false) @Nullable ShopId shop) {
        return tasks.counts(scope.shops(caller, shop));
    }

    @Needs(Permission.LOGISTICS_WORK)
    @PutMapping("/logistics-tasks/{taskId}/outcome")
    LogisticsTasks.LogisticsTask answerLogisticsTask(
            @PathVariable UUID taskId, @RequestBody @Valid CarrierAnswer body, Staff staff) {
        var shops = scope.shops(staff, null);
        var task = tasks.find(shops, taskId).orElseThrow(() -> Problem.missing("logistics-task"));
        desk.answer(
                staff,
                new ShopId(task.shop()),
                task,
                new LogisticsDesk.Said(
                        body.outcome(),
                        stripped(body.carrier()),
                        stripped(body.trackingNo()),
                        body.answerMinor(),
                        stripped(body.note())));
        return tasks.find(shops, taskId).orElseThrow(() -> Problem.missing("logistics-task"));
    }

    private static @Nullable String stripped(@Nullable String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }

    @Needs(Permission.LOGISTICS_WORK)
    @PutMapping("/cases/{id}/parcel-loss")
    StepView reportLostParcel(
            @PathVariable UUID id,
            @RequestHeader(name = "If-Match", required = false) @Nullable String match,
            @RequestBody @Valid Loss body,
            Staff staff,
            HttpServletResponse response) {
        var row = scope.find(staff, id);
        return StepView.of(
                acts.lost(staff, row.shop(), id, IfMatch.version(match), body.note()), response);
    }

    @ForCustomers
    @PutMapping("/portal/cases/{id}/pick-up")
    StepView orderPickup(
            @PathVariable UUID id,
            @RequestHeader(name = "If-Match", required = false) @Nullable String match,
            @RequestBody @Valid PickupWindow body,
            Customer customer,
            HttpServletResponse response) {
        return StepView.of(
                desk.orderPickup(customer, id, IfMatch.version(match), body.from(), body.until()),
                response);
    }

    /** The customer gives up on the phone, and the goods go back to them. */
    @Needs(Permission.CASE_DECIDE)
    @PutMapping("/cases/{id}/reship")
    StepView agreeReship(
            @PathVariable UUID id,
            @RequestHeader(name = "If-Match", required = false) @Nullable String match,
            @RequestBody @Valid Agreed body,
            Staff staff,
            HttpServletResponse response) {
        var row = scope.find(staff, id);
        return StepView.of(
                reships.agreed(staff, row.shop(), id, IfMatch.version(match), body.note().strip()),
                response);
    }

    @ForCustomers
    @PutMapping("/portal/cases/{id}/reship")
    StepView askReship(
            @PathVariable UUID id,
            @RequestHeader(name = "If-Match", required = false) @Nullable String match,
            Customer customer,
            HttpServletResponse response) {
        return StepView.of(reships.ask(customer, id, IfMatch.version(match)), response);
    }
}
