package anxin.aftersales.followup;

import anxin.aftersales.cases.CaseRow;
import anxin.aftersales.cases.CaseScope;
import anxin.aftersales.cases.CaseStore;
import anxin.commerce.Shops;
import anxin.identity.Caller;
import anxin.identity.Caller.Customer;
import anxin.identity.Caller.Staff;
import anxin.identity.ForCustomers;
import anxin.identity.ForEveryone;
import anxin.identity.Names;
import anxin.identity.Needs;
import anxin.identity.Permission;
import anxin.identity.SealedLink;
import anxin.kernel.ShopId;
import anxin.kernel.page.Cursor;
import anxin.kernel.page.Page;
import anxin.kernel.problem.Problem;
import io.swagger.v3.oas.annotations.Operation;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Two questions a day after the end, for the customer; what was answered, for the staff. */
@RestController
@RequestMapping("/api/v1")
class FollowUpController {

    /** One tap sends {@code solved} alone; the second question may follow. */
    record NewAnswer(
            @Nullable Boolean solved,
            @Nullable
                    @Min(value = 1, message = "1到5分 | 1 to 5")
                    @Max(value = 5, message = "1到5分 | 1 to 5")
                    Integer score,
            @Nullable @Size(max = 1_000, message = "至多1000个字 | at most 1,000 characters")
                    String comment) {}

    /**
     * As the customer sees it.
     *
     * @param linkedNo the case that goes on with one that was not solved
     */
    record MyFollowUp(
            String shopName,
            UUID caseId,
            String caseNo,
            String title,
            @Nullable Boolean solved,
            @Nullable Integer score,
            @Nullable UUID linkedCase,
            @Nullable String linkedNo) {}

    record LinkedCase(UUID id, String no) {}

    /**
     * As the staff see it on the case; {@code reopenOf} is the ended case this one goes on with.
     */
    record FollowUpView(
            @Nullable Instant askedAt,
            @Nullable Boolean solved,
            @Nullable Integer score,
            @Nullable String comment,
            @Nullable Instant answeredAt,
            @Nullable LinkedCase linkedCase,
            @Nullable LinkedCase reopenOf) {}

    record AnswerItem(
            UUID caseId,
            String caseNo,
            String shop,
            String title,
            @Nullable String customerName,
            @Nullable String agent,
            @Nullable Boolean solved,
            @Nullable Integer score,
            @Nullable String comment,
            Instant answeredAt,
            @Nullable UUID linkedCase) {}

    private final FollowUps followUps;
    private final FollowUpStore store;
    private final Reopen reopen;
    private final SealedLink links;
    private final CaseStore cases;
    private final CaseScope scope;
    private final Shops shops;
    private final Names names;

    FollowUpController(
            FollowUps followUps,
            FollowUpStore store,
            Reopen reopen,
            SealedLink links,
            CaseStore cases,
            CaseScope scope,
            Shops shops,
            Names names) {
        this.followUps = followUps;
        this.store = store;
        this.reopen = reopen;
        this.links = links;
        this.cases = cases;
        this.scope = scope;
        this.shops = shops;
        this.names = names;
    }

    @ForEveryone
    @GetMapping("/portal/follow-ups/{token}")
    @Operation(summary = "The two questions, by the link of a message")
    MyFollowUp readFollowUp(@PathVariable String token, Locale language) {
        return mine(opened(token), language);
    }

    @ForEveryone
    @PutMapping("/portal/follow-ups/{token}")
    @Operation(
            summary = "Answers by the link of a message",
            description = "“Not solved” opens one linked case with a higher priority.")
    MyFollowUp answerFollowUp(
            @PathVariable String token, @RequestBody @Valid NewAnswer body, Locale language) {
        return answered(opened(token), body, language);
    }

    @ForCustomers
    @GetMapping("/portal/cases/{id}/follow-up")
    @Operation(summary = "The two questions about one's own ended case")
    MyFollowUp readMyFollowUp(@PathVariable UUID id, Customer customer, Locale language) {
        return mine(own(id, customer), language);
    }

    @ForCustomers
    @PutMapping("/portal/cases/{id}/follow-up")
    @Operation(summary = "Answers about one's own ended case")
    MyFollowUp answerMyFollowUp(
            @PathVariable UUID id,
            @RequestBody @Valid NewAnswer body,
            Customer customer,
            Locale language) {
        return answered(own(id, customer), body, language);
    }

    @Needs(Permission.CASE_READ)
    @GetMapping("/cases/{id}/follow-up")
    @Operation(summary = "What the customer said about an ended case, and what it is linked with")
    FollowUpView readCaseFollowUp(@PathVariable UUID id, Caller.Permitted caller) {
        var of = scope.find(caller, id);
        var row = store.find(of.shop(), id);
        return new FollowUpView(
                row.map(FollowUpStore.Row::askedAt).orElse(null),
                row.map(FollowUpStore.Row::solved).orElse(null),
                row.map(FollowUpStore.Row::score).orElse(null),
                row.map(FollowUpStore.Row::comment).orElse(null),
                row.map(FollowUpStore.Row::answeredAt).orElse(null),
                linked(of.shop(), row.map(FollowUpStore.Row::linkedCase).orElse(null)),
                linked(of.shop(), store.reopenOf(of.shop(), id).orElse(null)));
    }

    @Needs(Permission.CASE_READ)
    @GetMapping("/praise")
    @Operation(summary = "What customers liked about one's own work, newest first")
    Page<AnswerItem> listMyPraise(
            Staff staff, @RequestParam(required = false) @Nullable String after) {
        return page(
                store.praise(
                        scope.shops(staff, null),
                        staff.actor(),
                        Cursor.decode(after, 2),
                        PAGE + 1));
    }

    @Needs(Permission.INSIGHT_READ)
    @GetMapping("/low-scores")
    @Operation(summary = "What customers did not like, or was not solved, newest first")
    Page<AnswerItem> listLowScores(
            Caller.Permitted caller,
            @RequestParam(required = false) @Nullable ShopId shop,
            @RequestParam(required = false) @Nullable String after) {
        return page(store.low(scope.shops(caller, shop), Cursor.decode(after, 2), PAGE + 1));
    }

    private static final int PAGE = 50;

    private Page<AnswerItem> page(List<FollowUpStore.Listed> rows) {
        var agents =
                names.of(
                        rows.stream()
                                .map(FollowUpStore.Listed::agent)
                                .filter(agent -> agent != null)
                                .toList());
        return Page.of(rows, PAGE, row -> Cursor.at(row.answeredAt(), row.caseId()))
                .map(
                        row ->
                                new AnswerItem(
                                        row.caseId(),
                                        row.no(),
                                        row.shopId(),
                                        row.title(),
                                        row.customerName(),
                                        row.agent() == null ? null : agents.get(row.agent()),
                                        row.solved(),
                                        row.score(),
                                        row.comment(),
                                        row.answeredAt(),
                                        row.linkedCase()));
    }

    private CaseRow own(UUID id, Customer customer) {
        return cases.find(customer.shop(), id)
                .filter(row -> row.isOf(customer))
                .orElseThrow(() -> Problem.missing("case"));
    }

    private CaseRow opened(String token) {
        return links.open(FollowUps.PURPOSE, token)
                .flatMap(of -> cases.find(of.shop(), UUID.fromString(of.subject())))
                .orElseThrow(() -> Problem.missing("link"));
    }

    private MyFollowUp answered(CaseRow of, NewAnswer body, Locale language) {
        var after =
                followUps.answer(
                        of.shop(),
                        of.id(),
                        new FollowUps.Answer(body.solved(), body.score(), body.comment()));
        if (Boolean.FALSE.equals(after.solved())) {
            reopen.reopen(of.shop(), of.id());
        }
        return mine(of, language);
    }

    private MyFollowUp mine(CaseRow of, Locale language) {
        Optional<FollowUpStore.Row> row = store.find(of.shop(), of.id());
        var linked = linked(of.shop(), row.map(FollowUpStore.Row::linkedCase).orElse(null));
        return new MyFollowUp(
                shops.require(of.shop()).name().in(language),
                of.id(),
                of.no(),
                of.title(),
                row.map(FollowUpStore.Row::solved).orElse(null),
                row.map(FollowUpStore.Row::score).orElse(null),
                linked == null ? null : linked.id(),
                linked == null ? null : linked.no());
    }

    private @Nullable LinkedCase linked(ShopId shop, @Nullable UUID id) {
        return id == null
                ? null
                : cases.find(shop, id).map(row -> new LinkedCase(row.id(), row.no())).orElse(null);
    }
}
