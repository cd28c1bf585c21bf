package anxin.tickets.transfer;

import anxin.identity.Caller;
import anxin.identity.Needs;
import anxin.identity.Permission;
import anxin.kernel.web.IfMatch;
import anxin.tickets.desk.TicketScope;
import anxin.tickets.desk.TicketViews;
import anxin.tickets.desk.TicketViews.TicketView;
import io.swagger.v3.oas.annotations.Operation;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
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

/** The owner of a ticket asks others for help. */
@RestController
@RequestMapping("/api/v1/tickets/{id}/requests/{requestId}")
class AskController {

    private static final String LONG = "最多4000个字符 | at most 4,000 characters";

    record NewRequest(
            @NotNull(message = "请选择协办方 | choose the party")
                    @Pattern(
                            regexp = "[A-Z]{2,20}|outside:[a-z0-9-]{1,40}",
                            message = "部门或 outside:标识 | a department or outside:id")
                    String party,
            @NotBlank(message = "请写明需要协助什么 | say what you need") @Size(max = 4_000, message = LONG)
                    String question) {}

    record NewReply(
            @NotBlank(message = "内容不能为空 | must say something") @Size(max = 4_000, message = LONG)
                    String text) {}

    record Withdrawal(
            @Nullable @Size(max = 1_000, message = "最多1000个字符 | at most 1,000 characters")
                    String reason) {}

    private final TicketScope scope;
    private final Asking transfers;
    private final TicketViews views;

    AskController(TicketScope scope, Asking transfers, TicketViews views) {
        this.scope = scope;
        this.transfers = transfers;
        this.views = views;
    }

    @PutMapping
    @Needs(Permission.TICKET_WORK)
    @Operation(
            summary = "Asks a department or an outside party; it has a limit of its own",
            description = "The same id again is the same request. One is asked at a time.")
    TicketView askForHelp(
            @PathVariable UUID id,
            @PathVariable UUID requestId,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String match,
            @RequestBody @Valid NewRequest body,
            Caller.Permitted caller,
            Locale language,
            HttpServletResponse response) {
        transfers.ask(
                caller,
                scope.find(caller, id),
                IfMatch.version(match),
                requestId,
                body.party(),
                body.question().strip());
        return view(id, caller, language, response);
    }

    @PutMapping("/reply")
    @Needs(Permission.TICKET_WORK)
    @Operation(summary = "Replies to what the party asked back; its time goes on")
    TicketView replyToParty(
            @PathVariable UUID id,
            @PathVariable UUID requestId,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String match,
            @RequestBody @Valid NewReply body,
            Caller.Permitted caller,
            Locale language,
            HttpServletResponse response) {
        transfers.reply(
                caller,
                scope.find(caller, id),
                IfMatch.version(match),
                requestId,
                body.text().strip());
        return view(id, caller, language, response);
    }

    @PutMapping("/withdrawal")
    @Needs(Permission.TICKET_WORK)
    @Operation(summary = "Asks it no more")
    TicketView withdrawRequest(
            @PathVariable UUID id,
            @PathVariable UUID requestId,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String match,
            @RequestBody @Valid Withdrawal body,
            Caller.Permitted caller,
            Locale language,
            HttpServletResponse response) {
        transfers.withdraw(
                caller,
                scope.find(caller, id),
                IfMatch.version(match),
                requestId,
                body.reason() == null ? "" : body.reason().strip());
        return view(id, caller, language, response);
    }

    private TicketView view(
            UUID id, Caller.Permitted caller, Locale language, HttpServletResponse response) {
        return views.tagged(scope.find(caller, id), caller, language, response);
    }
}
