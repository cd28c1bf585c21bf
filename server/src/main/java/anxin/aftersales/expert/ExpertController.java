package anxin.aftersales.expert;

import anxin.aftersales.cases.CaseScope;
import anxin.identity.Caller;
import anxin.identity.Caller.Staff;
import anxin.identity.Names;
import anxin.identity.Needs;
import anxin.identity.Permission;
import anxin.kernel.ShopId;
import anxin.kernel.page.Page;
import io.swagger.v3.oas.annotations.Operation;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
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
class ExpertController {

    record NewCall(
            @NotBlank(message = "请写明需要专家判断什么 | say what the expert is to judge")
                    @Size(max = 1_000, message = "至多1000个字 | at most 1,000 characters")
                    String reason) {}

    record ExpertAnswer(
            @NotBlank(message = "请写下结论 | write the answer")
                    @Size(max = 2_000, message = "至多2000个字 | at most 2,000 characters")
                    String solution) {}

    /**
     * One call for an expert. {@code handoverLate} and {@code solutionLate}: a clock ran out and
     * the experts' manager was told; {@code dueAt}: the clock that runs out next.
     */
    record ExpertLinkView(
            UUID id,
            UUID caseId,
            String caseNo,
            String shop,
            String title,
            String caseState,
            String reason,
            String askedBy,
            Instant askedAt,
            Instant handoverDueAt,
            boolean handoverLate,
            @Nullable String takenBy,
            @Nullable Instant takenAt,
            Instant solutionDueAt,
            boolean solutionLate,
            Instant dueAt,
            @Nullable Instant solvedAt,
            @Nullable String solution,
            List<String> allowed) {}

    /** Open calls; {@code late}: a clock of theirs has run out. */
    record ExpertCount(long open, long waiting, long mine, long asked, long late) {}

    /** {@code link} null: no expert was ever called in. */
    record ExpertOfCase(@Nullable ExpertLinkView link) {}

    private final Experts experts;
    private final ExpertStore store;
    private final CaseScope scope;
    private final Names names;
    private final Clock clock;

    ExpertController(
            Experts experts, ExpertStore store, CaseScope scope, Names names, Clock clock) {
        this.experts = experts;
        this.store = store;
        this.scope = scope;
        this.names = names;
        this.clock = clock;
    }

    @Needs(Permission.CASE_READ)
    @GetMapping("/expert-links")
    @Operation(
            summary = "Open calls for an expert, what is due first on top",
            description = "All, those nobody took, those one took, or those one asked for.")
    Page<ExpertLinkView> listExpertLinks(
            Caller.Permitted caller,
            @RequestParam(required = false) @Nullable ShopId shop,
            @RequestParam(defaultValue = "ALL") ExpertStore.Calls calls,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(defaultValue = "30")
                    @Min(value = 1, message = "1到100 | 1 to 100")
                    @Max(value = 100, message = "1到100 | 1 to 100")
                    int size) {
        var page = store.open(scope.shops(caller, shop), calls, caller.actor(), after, size);
        var known = names(page.items());
        return page.map(link -> view(link, known, caller));
    }

    @Needs(Permission.CASE_READ)
    @GetMapping("/expert-links/count")
    @Operation(summary = "How many calls are open, wait for an expert, are one's own, are late")
    ExpertCount countExpertLinks(
            Caller.Permitted caller, @RequestParam(required = false) @Nullable ShopId shop) {
        var count = store.count(scope.shops(caller, shop), caller.actor(), clock.instant());
        return new ExpertCount(
                count.open(), count.waiting(), count.mine(), count.asked(), count.late());
    }

    @Needs(Permission.CASE_READ)
    @GetMapping("/cases/{id}/expert-link")
    @Operation(summary = "The last call for an expert on a case")
    ExpertOfCase readExpertLink(@PathVariable UUID id, Caller.Permitted caller) {
        var row = scope.find(caller, id);
        return new ExpertOfCase(
                store.newest(row.shop(), id).map(link -> view(link, caller)).orElse(null));
    }

    @Needs(Permission.CASE_DECIDE)
    @PutMapping("/cases/{id}/expert-links/{linkId}")
    @Operation(
            summary = "Calls an expert in",
            description = "Somebody takes it within 10 minutes and has a solution within 2 hours.")
    ExpertLinkView callExpert(
            @PathVariable UUID id,
            @PathVariable UUID linkId,
            @RequestBody @Valid NewCall body,
            Staff staff) {
        return view(
                experts.call(staff, scope.find(staff, id), linkId, body.reason().strip()), staff);
    }

    @Needs(Permission.CASE_DECIDE)
    @PutMapping("/cases/{id}/expert-links/{linkId}/acceptance")
    @Operation(summary = "An expert takes the call")
    ExpertLinkView takeExpertLink(@PathVariable UUID id, @PathVariable UUID linkId, Staff staff) {
        return view(experts.take(staff, scope.find(staff, id), linkId), staff);
    }

    @Needs(Permission.CASE_DECIDE)
    @PutMapping("/cases/{id}/expert-links/{linkId}/solution")
    @Operation(summary = "An expert's answer; the agent goes on with the case")
    ExpertLinkView solveExpertLink(
            @PathVariable UUID id,
            @PathVariable UUID linkId,
            @RequestBody @Valid ExpertAnswer body,
            Staff staff) {
        return view(
                experts.solve(staff, scope.find(staff, id), linkId, body.solution().strip()),
                staff);
    }

    private ExpertLinkView view(ExpertStore.Link link, Caller.Permitted reader) {
        return view(link, names(List.of(link)), reader);
    }

    private Map<String, String> names(List<ExpertStore.Link> links) {
        return names.of(
                links.stream()
                        .flatMap(link -> Stream.of(link.askedBy(), link.takenBy()))
                        .filter(Objects::nonNull)
                        .toList());
    }

    private static ExpertLinkView view(
            ExpertStore.Link link, Map<String, String> known, Caller.Permitted reader) {
        var taken = link.takenBy();
        return new ExpertLinkView(
                link.id(),
                link.caseId(),
                link.caseNo(),
                link.shop(),
                link.title(),
                link.caseState(),
                link.reason(),
                known.getOrDefault(link.askedBy(), link.askedBy()),
                link.askedAt(),
                link.handoverDueAt(),
                link.handoverLateAt() != null,
                taken == null ? null : known.getOrDefault(taken, taken),
                link.takenAt(),
                link.solutionDueAt(),
                link.solutionLateAt() != null,
                link.dueAt(),
                link.solvedAt(),
                link.solution(),
                Experts.allowed(reader, link));
    }
}
