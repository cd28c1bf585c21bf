package anxin.aftersales.review;

import anxin.aftersales.cases.CaseScope;
import anxin.aftersales.cases.CaseState;
import anxin.aftersales.evidence.Evidence;
import anxin.identity.Caller;
import anxin.identity.Caller.Staff;
import anxin.identity.Needs;
import anxin.identity.Permission;
import anxin.kernel.ShopId;
import anxin.kernel.page.Page;
import anxin.kernel.problem.Problem;
import anxin.kernel.web.IfMatch;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.FileSystemResource;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Cases as staff read them. */
@RestController
@RequestMapping("/api/v1")
class CaseController {

    /**
     * The states in which somebody of the shop has to act: what the desk shows when nothing else is
     * asked for.
     */
    private static final EnumSet<CaseState> ON_US =
            EnumSet.of(
                    CaseState.IN_REVIEW,
                    CaseState.HANDLING,
                    CaseState.WAIT_APPROVAL,
                    CaseState.REFUND_FAILED,
                    CaseState.PLATFORM_DISPUTE);

    enum Sort {
        deadline,
        newest
    }

    record CountsView(Map<String, Long> byState, long overdue) {}

    private final CaseScope scope;
    private final CaseDesk desk;
    private final QueueQuery queue;
    private final CaseSearch search;
    private final CaseViews views;
    private final Evidence evidence;
    private final Clock clock;

    CaseController(
            CaseScope scope,
            CaseDesk desk,
            QueueQuery queue,
            CaseSearch search,
            CaseViews views,
            Evidence evidence,
            Clock clock) {
        this.scope = scope;
        this.desk = desk;
        this.queue = queue;
        this.search = search;
        this.views = views;
        this.evidence = evidence;
        this.clock = clock;
    }

    @Needs(Permission.CASE_READ)
    @GetMapping("/cases")
    Page<CaseViews.CaseItem> listCases(
            Caller.Permitted caller,
            Locale language,
            @RequestParam(required = false) @Nullable ShopId shop,
            @RequestParam(required = false) @Nullable List<CaseState> state,
            @RequestParam(required = false) @Nullable String rule,
            @RequestParam(required = false) @Nullable String tier,
            @RequestParam(required = false) @Nullable String team,
            @RequestParam(defaultValue = "false") boolean mine,
            @RequestParam(required = false)
                    @Nullable
                    @Size(max = 64, message = "至多64个字 | at most 64 characters")
                    String q,
            @RequestParam(defaultValue = "deadline") Sort sort,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(defaultValue = "30")
                    @Min(value = 1, message = "1到100 | 1 to 100")
                    @Max(value = 100, message = "1到100 | 1 to 100")
                    int size) {
        var shops = scope.shops(caller, shop);
        var text = q == null || q.isBlank() ? null : q.strip();
        if (text != null && after == null) {
            var exact = queue.byNumber(shops, text);
            if (!exact.isEmpty()) {
                return views.items(new Page<>(exact, null), caller, language);
            }
        }
        var filter =
                new QueueQuery.Filter(
                        shops, states(state, sort), rule, tier, team, mine(caller, mine));
        var order = sort == Sort.newest ? CaseOrder.NEWEST : CaseOrder.DEADLINE;
        var page =
                text == null
                        ? queue.page(order, filter, after, size)
                        : search.page(order, filter, text, after, size);
        return views.items(page, caller, language);
    }

    private static Collection<CaseState> states(@Nullable List<CaseState> asked, Sort sort) {
        if (asked != null && !asked.isEmpty()) {
            return asked;
        }
        return sort == Sort.newest ? EnumSet.allOf(CaseState.class) : ON_US;
    }

    private static @Nullable UUID mine(Caller.Permitted caller, boolean mine) {
        return mine && caller instanceof Staff staff ? staff.id() : null;
    }

    @Needs(Permission.CASE_READ)
    @GetMapping("/cases/counts")
    CountsView countCases(
            Caller.Permitted caller, @RequestParam(required = false) @Nullable ShopId shop) {
        var shops = scope.shops(caller, shop);
        return new CountsView(queue.counts(shops), queue.overdue(shops, ON_US, clock.instant()));
    }

    @Needs(Permission.CASE_READ)
    @GetMapping("/cases/{id}")
    CaseViews.CaseView readCase(
            @PathVariable UUID id, Staff staff, Locale language, HttpServletResponse response) {
        var row = scope.find(staff, id);
        desk.look(staff, row);
        response.setHeader("ETag", IfMatch.etag(row.version()));
        return views.view(row, staff, language);
    }

    @Needs(Permission.CASE_READ)
    @PutMapping("/cases/{id}/viewing")
    List<CaseDesk.Viewer> viewCase(@PathVariable UUID id, Staff staff) {
        var row = scope.find(staff, id);
        desk.look(staff, row);
        return desk.viewers(row);
    }

    @Needs(Permission.CASE_READ)
    @DeleteMapping("/cases/{id}/viewing")
    void leaveCase(@PathVariable UUID id, Staff staff) {
        desk.leave(staff, scope.find(staff, id));
    }

    @Needs(Permission.CASE_READ)
    @GetMapping(path = "/cases/{id}/evidence/{evidenceId}", produces = MediaType.IMAGE_JPEG_VALUE)
    ResponseEntity<Resource> readEvidence(
            @PathVariable UUID id, @PathVariable UUID evidenceId, Caller.Permitted caller) {
        var row = scope.find(caller, id);
        var item =
                evidence.find(row.shop(), id, evidenceId)
                        .orElseThrow(() -> Problem.missing("evidence"));
        return ResponseEntity.ok()
                .cacheControl(CacheControl.maxAge(Duration.ofDays(30)).cachePrivate().immutable())
                .body(new FileSystemResource(evidence.path(item)));
    }
}
