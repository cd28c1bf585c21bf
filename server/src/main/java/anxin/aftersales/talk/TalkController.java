package anxin.aftersales.talk;

import anxin.aftersales.cases.CaseFile;
import anxin.aftersales.cases.CaseRow;
import anxin.aftersales.cases.CaseScope;
import anxin.aftersales.cases.Messages;
import anxin.aftersales.cases.ReplyClock;
import anxin.commerce.Contact;
import anxin.identity.Caller;
import anxin.identity.Names;
import anxin.identity.Needs;
import anxin.identity.Permission;
import anxin.kernel.ShopId;
import anxin.kernel.fact.Audience;
import anxin.kernel.fact.FactLog;
import anxin.kernel.fact.NewFact;
import anxin.kernel.page.Page;
import anxin.kernel.problem.Problem;
import io.swagger.v3.oas.annotations.Operation;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1")
class TalkController {

    /** {@code by} is who called, by name where it is known. */
    record CallView(UUID id, String note, String by, Instant at) {}

    /** {@code kind} null: nobody waits on this case. */
    record ReplyClockView(
            ReplyClock.@Nullable Kind kind,
            @Nullable Instant since,
            @Nullable Instant dueAt,
            @Nullable Instant lateAt,
            List<CallView> calls) {}

    /** {@code words} are the last that the customer wrote. */
    record WaitingItem(
            UUID caseId,
            String caseNo,
            String shop,
            String title,
            @Nullable String customerName,
            String state,
            @Nullable UUID agentId,
            ReplyClock.Kind kind,
            Instant since,
            Instant dueAt,
            boolean late,
            @Nullable String words) {}

    record WaitingCount(long waiting, long wantPerson, long late) {}

    record NewCall(
            @NotBlank(message = "请写下通话要点 | write what was said")
                    @Size(max = 1_000, message = "至多1000个字 | at most 1,000 characters")
                    String note) {}

    record BotMessage(
            @NotBlank(message = "请输入内容 | write something")
                    @Size(max = 4_000, message = "至多4000个字 | at most 4,000 characters")
                    String text) {}

    record BotMessageView(UUID id, String author, String text, Instant at) {}

    /** What the log keeps of a call; the words stay with the case. */
    record Called(UUID call) {}

    private final ReplyClock replies;
    private final Messages messages;
    private final CaseFile file;
    private final WaitingStore store;
    private final CaseScope scope;
    private final Names names;
    private final FactLog facts;
    private final Clock clock;

    TalkController(
            ReplyClock replies,
            Messages messages,
            CaseFile file,
            WaitingStore store,
            CaseScope scope,
            Names names,
            FactLog facts,
            Clock clock) {
        this.replies = replies;
        this.messages = messages;
        this.file = file;
        this.store = store;
        this.scope = scope;
        this.names = names;
        this.facts = facts;
        this.clock = clock;
    }

    @Needs(Permission.CASE_MESSAGE)
    @GetMapping("/waiting-customers")
    @Operation(summary = "Customers who wait for a person's words, the longest first")
    Page<WaitingItem> listWaitingCustomers(
            Caller.Permitted caller,
            @RequestParam(required = false) @Nullable ShopId shop,
            @RequestParam(required = false) ReplyClock.@Nullable Kind kind,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(defaultValue = "30")
                    @Min(value = 1, message = "1到100 | 1 to 100")
                    @Max(value = 100, message = "1到100 | 1 to 100")
                    int size) {
        return store.page(scope.shops(caller, shop), kind, after, size)
                .map(row -> item(row, caller));
    }

    @Needs(Permission.CASE_MESSAGE)
    @GetMapping("/waiting-customers/count")
    @Operation(summary = "How many customers wait for a person's words")
    WaitingCount countWaitingCustomers(
            Caller.Permitted caller, @RequestParam(required = false) @Nullable ShopId shop) {
        var counts = store.counts(scope.shops(caller, shop));
        return new WaitingCount(counts.waiting(), counts.wantPerson(), counts.late());
    }

    @Needs(Permission.CASE_READ)
    @GetMapping("/cases/{id}/reply-clock")
    @Operation(summary = "Whether the customer waits for a person's words, and until when")
    ReplyClockView readReplyClock(@PathVariable UUID id, Caller.Permitted caller) {
        return view(scope.find(caller, id));
    }

    @Needs(Permission.CASE_MESSAGE)
    @PutMapping("/cases/{id}/calls/{call}")
    @Transactional
    @Operation(
            summary = "A person has spoken with the customer; the same id again is the same call")
    public ReplyClockView noteCall(
            @PathVariable UUID id,
            @PathVariable UUID call,
            @RequestBody @Valid NewCall body,
            Caller.Permitted caller) {
        var of = scope.find(caller, id);
        var note = body.note().strip();
        if (store.addCall(
                of.shop(),
                id,
                new WaitingStore.Call(call, note, caller.actor(), clock.instant()))) {
            replies.stop(of.shop(), id);
            facts.append(
                    new NewFact(
                            of.shop(),
                            "aftersales.customer-called",
                            of.subject(),
                            caller.actor(),
                            of.customerId(),
                            Audience.STAFF,
                            new Called(call)));
        }
        return view(of);
    }

    @Needs(Permission.CASE_MESSAGE)
    @PutMapping("/cases/{id}/bot-messages/{message}")
    @Operation(
            summary = "A program of the shop writes to the customer",
            description = "The half hour for a person's answer goes on.")
    BotMessageView writeBotMessage(
            @PathVariable UUID id,
            @PathVariable UUID message,
            @RequestBody @Valid BotMessage body,
            Caller.ApiClient program) {
        var of = scope.find(program, id);
        messages.write(
                of,
                message,
                new Messages.Author(program.actor(), program.name(), Messages.Writer.BOT),
                body.text());
        return file.message(of.shop(), id, message)
                .map(one -> new BotMessageView(one.id(), one.name(), one.body(), one.at()))
                .orElseThrow(() -> Problem.missing("message"));
    }

    private ReplyClockView view(CaseRow of) {
        var calls = store.calls(of.shop(), of.id());
        var known = names.of(calls.stream().map(WaitingStore.Call::by).toList());
        var said =
                calls.stream()
                        .map(
                                one ->
                                        new CallView(
                                                one.id(),
                                                one.note(),
                                                known.getOrDefault(one.by(), one.by()),
                                                one.at()))
                        .toList();
        return replies.find(of.shop(), of.id())
                .map(
                        one ->
                                new ReplyClockView(
                                        one.kind(), one.since(), one.dueAt(), one.lateAt(), said))
                .orElseGet(() -> new ReplyClockView(null, null, null, null, said));
    }

    private static WaitingItem item(WaitingStore.Row row, Caller.Permitted reader) {
        var name = row.customerName();
        return new WaitingItem(
                row.caseId(),
                row.caseNo(),
                row.shop(),
                row.title(),
                reader.may(Permission.PERSONAL_READ)
                        ? name
                        : new Contact(name, null, null).maskedName(),
                row.state(),
                row.agent(),
                row.kind(),
                row.since(),
                row.dueAt(),
                row.lateAt() != null,
                row.words());
    }
}
