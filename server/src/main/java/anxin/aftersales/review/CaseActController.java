package anxin.aftersales.review;

import anxin.aftersales.cases.CaseRow;
import anxin.aftersales.cases.CaseScope;
import anxin.aftersales.cases.Messages;
import anxin.identity.Caller.Staff;
import anxin.identity.ForStaff;
import anxin.identity.Needs;
import anxin.identity.Permission;
import anxin.kernel.web.IfMatch;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What staff do with a case, and what they choose from. */
@RestController
@RequestMapping("/api/v1")
class CaseActController {

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

    record ChoiceView(String code, String text, boolean needsEvidence) {}

    private final CaseScope scope;
    private final CaseDesk desk;
    private final CaseViews views;
    private final Review review;
    private final Messages messages;

    CaseActController(
            CaseScope scope, CaseDesk desk, CaseViews views, Review review, Messages messages) {
        this.scope = scope;
        this.desk = desk;
        this.views = views;
        this.review = review;
        this.messages = messages;
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

    private CaseViews.CaseView view(
            CaseRow row, Staff staff, Locale language, HttpServletResponse response) {
        response.setHeader("ETag", IfMatch.etag(row.version()));
        return views.view(row, staff, language);
    }
}
