package anxin.aftersales.review;

import anxin.aftersales.cases.CaseRow;
import anxin.aftersales.cases.CaseScope;
import anxin.aftersales.cases.CaseState;
import anxin.aftersales.cases.IfMatch;
import anxin.aftersales.cases.Messages;
import anxin.aftersales.evidence.Evidence;
import anxin.identity.Caller;
import anxin.identity.Caller.Staff;
import anxin.identity.ForStaff;
import anxin.identity.Needs;
import anxin.identity.Permission;
import anxin.kernel.ShopId;
import anxin.kernel.page.Page;
import anxin.kernel.problem.Problem;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
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
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

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

    record Approval(
            @Nullable @Min(value = 0, message = "不能为负 | not negative") Long refundMinor,
            @Nullable @Size(max = 2_000, message = "至多2000个字 | at most 2,000 characters")
                    String note) {}

    record Refusal(
            @NotNull(message = "请选择拒绝原因 | choose a reason") RefusalReason reason,
            @Nullable @Size(max = 2_000, message = "至多2000个字 | at most 2,000 characters")
                    String note) {}

    record EvidenceRequest(
            @NotEmpty(message = "请选择需要的凭证 | say what to show") List<EvidenceKind> what,
            @Nullable @Size(max = 2_000, message = "至多2000个字 | at most 2,000 characters")
                    String note) {}

    record NewMessage(
            @NotBlank(message = "请输入内容 | write something")
                    @Size(max = 4_000, message = "至多4000个字 | at most 4,000 characters")
                    String text) {}

    record Assignment(@Nullable UUID to) {}

    record NewView(
            @NotBlank(message = "请填写名称 | give it a name")
                    @Size(max = 60, message = "至多60个字 | at most 60 characters")
                    String name,
            @NotNull(message = "缺少筛选条件 | the filter is missing")
                    @Size(max = 1_000, message = "至多1000个字 | at most 1,000 characters")
                    String query) {}

    record CountsView(Map<String, Long> byState, long overdue) {}

    record ChoiceView(String code, String text, boolean needsEvidence) {}

    private final CaseScope scope;
    private final CaseDesk desk;
    private final QueueQuery queue;
    private final CaseSearch search;
    private final CaseViews views;
    private final Review review;
    private final Messages messages;
    private final Evidence evidence;
    private final Clock clock;

    CaseController(
            CaseScope scope,
            CaseDesk desk,
            QueueQuery queue,
            CaseSearch search,
            CaseViews views,
            Review review,
            Messages messages,
            Evidence evidence,
            Clock clock) {
        this.scope = scope;
        this.desk = desk;
        this.queue = queue;
        this.search = search;
        this.views = views;
        this.review = review;
        this.messages = messages;
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
        return view(row, staff, language, response);
    }

    @Needs(Permission.CASE_DECIDE)
    @PutMapping("/cases/{id}/approval")
    CaseViews.CaseView approveCase(
            @PathVariable UUID id,
            @RequestHeader(name = "If-Match", required = false) @Nullable String match,
            @RequestBody @Valid Approval body,
            Staff staff,
            Locale language,
            HttpServletResponse response) {
        var row = scope.find(staff, id);
        return view(
                review.approve(
                        staff,
                        row.shop(),
                        id,
                        IfMatch.version(match),
                        body.refundMinor(),
                        body.note()),
                staff,
                language,
                response);
    }

    @Needs(Permission.CASE_DECIDE)
    @PutMapping("/cases/{id}/refusal")
    CaseViews.CaseView refuseCase(
            @PathVariable UUID id,
            @RequestHeader(name = "If-Match", required = false) @Nullable String match,
            @RequestBody @Valid Refusal body,
            Staff staff,
            Locale language,
            HttpServletResponse response) {
        var row = scope.find(staff, id);
        return view(
                review.refuse(
                        staff, row.shop(), id, IfMatch.version(match), body.reason(), body.note()),
                staff,
                language,
                response);
    }

    @Needs(Permission.CASE_DECIDE)
    @PutMapping("/cases/{id}/evidence-request")
    CaseViews.CaseView askForEvidence(
            @PathVariable UUID id,
            @RequestHeader(name = "If-Match", required = false) @Nullable String match,
            @RequestBody @Valid EvidenceRequest body,
            Staff staff,
            Locale language,
            HttpServletResponse response) {
        var row = scope.find(staff, id);
        return view(
                review.askEvidence(
                        staff, row.shop(), id, IfMatch.version(match), body.what(), body.note()),
                staff,
                language,
                response);
    }

    @Needs(Permission.CASE_MESSAGE)
    @PutMapping("/cases/{id}/messages/{messageId}")
    CaseViews.CaseView writeMessage(
            @PathVariable UUID id,
            @PathVariable UUID messageId,
            @RequestBody @Valid NewMessage body,
            Staff staff,
            Locale language,
            HttpServletResponse response) {
        var row = scope.find(staff, id);
        messages.write(
                row,
                messageId,
                new Messages.Author(staff.actor(), staff.name(), Messages.Writer.PERSON),
                body.text());
        return view(row, staff, language, response);
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

    @Needs(Permission.CASE_DECIDE)
    @PutMapping("/cases/{id}/assignment")
    CaseViews.CaseView assignCase(
            @PathVariable UUID id,
            @RequestBody @Valid Assignment body,
            Staff staff,
            Locale language,
            HttpServletResponse response) {
        desk.assign(staff, scope.find(staff, id), body.to());
        return view(scope.find(staff, id), staff, language, response);
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

    @ForStaff
    @GetMapping("/refusal-reasons")
    List<ChoiceView> listRefusalReasons(Locale language) {
        return Arrays.stream(RefusalReason.values())
                .map(
                        reason ->
                                new ChoiceView(
                                        reason.name(),
                                        reason.text().in(language),
                                        reason.needsEvidence()))
                .toList();
    }

    @ForStaff
    @GetMapping("/evidence-kinds")
    List<ChoiceView> listEvidenceKinds(Locale language) {
        return Arrays.stream(EvidenceKind.values())
                .map(kind -> new ChoiceView(kind.name(), kind.text().in(language), false))
                .toList();
    }

    @ForStaff
    @GetMapping("/views")
    List<CaseDesk.SavedView> listViews(Staff staff) {
        return desk.views(staff);
    }

    @ForStaff
    @PutMapping("/views/{id}")
    CaseDesk.SavedView saveView(
            @PathVariable UUID id, @RequestBody @Valid NewView body, Staff staff) {
        var view = new CaseDesk.SavedView(id, body.name().strip(), body.query());
        desk.saveView(staff, view);
        return view;
    }

    @ForStaff
    @DeleteMapping("/views/{id}")
    void dropView(@PathVariable UUID id, Staff staff) {
        desk.dropView(staff, id);
    }

    private CaseViews.CaseView view(
            CaseRow row, Staff staff, Locale language, HttpServletResponse response) {
        response.setHeader("ETag", IfMatch.etag(row.version()));
        return views.view(row, staff, language);
    }
}
