package anxin.aftersales.making;

import anxin.aftersales.cases.CaseScope;
import anxin.aftersales.making.MakingSteps.MakingCount;
import anxin.aftersales.making.MakingSteps.MakingStep;
import anxin.aftersales.making.MakingSteps.Outcome;
import anxin.aftersales.making.MakingSteps.Purpose;
import anxin.identity.Caller;
import anxin.identity.Caller.Staff;
import anxin.identity.Needs;
import anxin.identity.Permission;
import anxin.kernel.ShopId;
import anxin.kernel.page.Page;
import anxin.kernel.problem.Problem;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1")
class MakingController {

    record MakingOutcome(
            @NotNull(message = "请选择结果 | choose the outcome") Outcome outcome,
            @Nullable @Min(value = 0, message = "不能为负 | not negative") Long costMinor,
            @Nullable @Size(max = 2_000, message = "至多2000个字 | at most 2,000 characters")
                    String note) {

        MakingDesk.Said said() {
            var text = note;
            return new MakingDesk.Said(
                    outcome, costMinor, text == null || text.isBlank() ? null : text.strip());
        }
    }

    private final MakingSteps steps;
    private final MakingDesk desk;
    private final CaseMaking making;
    private final CaseScope scope;

    MakingController(MakingSteps steps, MakingDesk desk, CaseMaking making, CaseScope scope) {
        this.steps = steps;
        this.desk = desk;
        this.making = making;
        this.scope = scope;
    }

    /** What production and purchasing have to do, what is due first on top. */
    @Needs(Permission.PRODUCT_WORK)
    @GetMapping("/making-steps")
    Page<MakingStep> listMakingSteps(
            Caller.Permitted caller,
            @RequestParam(required = false) @Nullable Purpose purpose,
            @RequestParam(required = false) @Nullable ShopId shop,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(defaultValue = "30")
                    @Min(value = 1, message = "1到100 | 1 to 100")
                    @Max(value = 100, message = "1到100 | 1 to 100")
                    int size) {
        return steps.page(scope.shops(caller, shop), purpose, after, size);
    }

    @Needs(Permission.PRODUCT_WORK)
    @GetMapping("/making-steps/counts")
    List<MakingCount> countMakingSteps(
            Caller.Permitted caller, @RequestParam(required = false) @Nullable ShopId shop) {
        return steps.counts(scope.shops(caller, shop));
    }

    @Needs(Permission.PRODUCT_WORK)
    @PutMapping("/making-steps/{stepId}/outcome")
    MakingStep answerMakingStep(
            @PathVariable UUID stepId, @RequestBody @Valid MakingOutcome body, Staff staff) {
        var shops = scope.shops(staff, null);
        var step = steps.find(shops, stepId).orElseThrow(() -> Problem.missing("making-step"));
        desk.answer(staff, new ShopId(step.shop()), step, body.said());
        return steps.find(shops, stepId).orElseThrow(() -> Problem.missing("making-step"));
    }

    /** What of a case's goods is made to order, how far it is, and what giving it up costs. */
    @Needs(Permission.CASE_READ)
    @GetMapping("/cases/{id}/making")
    CaseMaking.MakingView showMaking(@PathVariable UUID id, Caller.Permitted caller) {
        return making.of(scope.find(caller, id));
    }
}
