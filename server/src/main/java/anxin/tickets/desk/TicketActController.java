package anxin.tickets.desk;

import anxin.identity.Caller;
import anxin.identity.Caller.Staff;
import anxin.identity.Needs;
import anxin.identity.Permission;
import anxin.kernel.web.IfMatch;
import anxin.tickets.desk.NewTicket.NewFacts;
import anxin.tickets.desk.NewTicket.NewOwner;
import anxin.tickets.desk.TicketViews.TicketView;
import anxin.tickets.matter.Step.Through;
import anxin.tickets.matter.Triage;
import io.swagger.v3.oas.annotations.Operation;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What staff do with a ticket. */
@RestController
@RequestMapping("/api/v1/tickets/{id}")
class TicketActController {

    private static final String LONG = "最多4000个字符 | at most 4,000 characters";
    private static final String SHORT = "最多1000个字符 | at most 1,000 characters";

    record NewNote(
            @NotBlank(message = "内容不能为空 | must say something") @Size(max = 4_000, message = LONG)
                    String text) {}

    record NewTriage(
            @NotNull(message = "请选择类型 | choose the type") Triage.Topic type,
            @NotNull(message = "请选择级别 | choose the grade") Triage.Grade grade,
            @NotNull(message = "请选择优先级 | choose the priority") Triage.Priority priority) {}

    record Handing(
            @NotNull(message = "请指定负责人 | name the owner") @Valid NewOwner owner,
            @Nullable @Size(max = 1_000, message = SHORT) String note) {}

    record NewResult(
            @NotBlank(message = "请写明处理结果 | say what the result is")
                    @Size(max = 4_000, message = LONG)
                    String text,
            @NotNull(message = "请选择告知方式 | choose how") Through through) {}

    record CustomersWord(
            boolean solved, @Nullable @Size(max = 1_000, message = SHORT) String note) {}

    record Reopening(
            @NotBlank(message = "请写明原因 | say why") @Size(max = 1_000, message = SHORT)
                    String reason) {}

    private final TicketScope scope;
    private final Work work;
    private final TicketViews views;

    TicketActController(TicketScope scope, Work work, TicketViews views) {
        this.scope = scope;
        this.work = work;
        this.views = views;
    }

    @PutMapping("/notes/{noteId}")
    @Needs(Permission.TICKET_WORK)
    @Operation(summary = "Writes a note; the same id again is the same note")
    TicketView noteOnTicket(
            @PathVariable UUID id,
            @PathVariable UUID noteId,
            @RequestBody @Valid NewNote body,
            Caller.Permitted caller,
            Locale language,
            HttpServletResponse response) {
        work.note(caller, scope.find(caller, id), noteId, body.text().strip());
        return view(id, caller, language, response);
    }

    @PutMapping("/triage")
    @Needs(Permission.TICKET_WORK)
    @Operation(summary = "Corrects type, grade and priority; another grade has another limit")
    TicketView triageTicket(
            @PathVariable UUID id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String match,
            @RequestBody @Valid NewTriage body,
            Caller.Permitted caller,
            Locale language,
            HttpServletResponse response) {
        var of = scope.find(caller, id);
        work.triage(
                caller,
                of,
                IfMatch.version(match),
                new Triage(body.type(), body.grade(), body.priority()));
        return view(id, caller, language, response);
    }

    @PutMapping("/owner")
    @Needs(Permission.TICKET_WORK)
    @Operation(summary = "Takes it, or gives it to somebody or to a team")
    TicketView giveTicket(
            @PathVariable UUID id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String match,
            @RequestBody @Valid Handing body,
            Caller.Permitted caller,
            Locale language,
            HttpServletResponse response) {
        var of = scope.find(caller, id);
        var note = body.note() == null ? "" : body.note();
        work.give(caller, of, IfMatch.version(match), body.owner().owner(), note);
        return view(id, caller, language, response);
    }

    @PutMapping("/facts")
    @Needs(Permission.TICKET_WORK)
    @Operation(summary = "Writes down what came to be known; proofs are added, none is removed")
    TicketView addTicketFacts(
            @PathVariable UUID id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String match,
            @RequestBody @Valid NewFacts body,
            Caller.Permitted caller,
            Locale language,
            HttpServletResponse response) {
        var of = scope.find(caller, id);
        work.know(caller, of, IfMatch.version(match), body.facts());
        return view(id, caller, language, response);
    }

    @PutMapping("/results/{resultId}")
    @Needs(Permission.TICKET_WORK)
    @Operation(
            summary = "Tells the customer the result; it closes when they agree or say nothing",
            description =
                    "ORIGIN writes where the matter came from; SPOKEN keeps what was said to them."
                            + " The same id again is the same result.")
    TicketView tellResult(
            @PathVariable UUID id,
            @PathVariable UUID resultId,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String match,
            @RequestBody @Valid NewResult body,
            Staff staff,
            Locale language,
            HttpServletResponse response) {
        var of = scope.find(staff, id);
        work.tell(staff, of, IfMatch.version(match), resultId, body.text().strip(), body.through());
        return view(id, staff, language, response);
    }

    @PutMapping("/customers-word")
    @Needs(Permission.TICKET_WORK)
    @Operation(summary = "What the customer said of the result: solved closes it, else it goes on")
    TicketView enterCustomersWord(
            @PathVariable UUID id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String match,
            @RequestBody @Valid CustomersWord body,
            Caller.Permitted caller,
            Locale language,
            HttpServletResponse response) {
        var of = scope.find(caller, id);
        var note = body.note() == null ? "" : body.note();
        work.answered(caller, of, IfMatch.version(match), body.solved(), note);
        return view(id, caller, language, response);
    }

    @PutMapping("/reopening")
    @Needs(Permission.TICKET_WORK)
    @Operation(summary = "Opens a closed ticket again, with all its history")
    TicketView reopenTicket(
            @PathVariable UUID id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String match,
            @RequestBody @Valid Reopening body,
            Caller.Permitted caller,
            Locale language,
            HttpServletResponse response) {
        var of = scope.find(caller, id);
        work.reopen(caller, of, IfMatch.version(match), body.reason().strip());
        return view(id, caller, language, response);
    }

    private TicketView view(
            UUID id, Caller.Permitted caller, Locale language, HttpServletResponse response) {
        return views.tagged(scope.find(caller, id), caller, language, response);
    }
}
