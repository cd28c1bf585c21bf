package anxin.aftersales.portal;

import anxin.aftersales.cases.CaseRow;
import anxin.aftersales.cases.Messages;
import anxin.aftersales.choice.Options;
import anxin.aftersales.complaint.Solutions;
import anxin.aftersales.page.CasePage;
import anxin.aftersales.page.CasePages;
import anxin.aftersales.policy.CaseType;
import anxin.aftersales.policy.Reason;
import anxin.aftersales.policy.Request;
import anxin.aftersales.replacement.Replacements;
import anxin.aftersales.returns.Proposals;
import anxin.aftersales.returns.ReturnAddresses;
import anxin.aftersales.store.StoreDrops;
import anxin.aftersales.submit.Policies;
import anxin.aftersales.submit.SubmitCases;
import anxin.aftersales.submit.Submitted;
import anxin.aftersales.submit.Wish;
import anxin.commerce.Orders;
import anxin.identity.Caller.Customer;
import anxin.identity.ForCustomers;
import anxin.kernel.OrderNumber;
import anxin.kernel.page.Page;
import anxin.kernel.problem.Problem;
import anxin.kernel.web.IfMatch;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
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
@RequestMapping("/api/v1/portal/cases")
class PortalCaseController {

    record NewItem(
            @NotBlank(message = "请选择商品 | choose an item") String lineId,
            @Min(value = 1, message = "至少为1 | at least 1")
                    @Max(value = 9_999, message = "至多为9999 | at most 9999")
                    int qty) {}

    /** An order number and a reason are enough. */
    record NewCase(
            @NotBlank(message = "请填写订单号 | the order number is needed")
                    @Size(max = 64, message = "至多64个字 | at most 64 characters")
                    String orderNumber,
            @NotNull(message = "请选择原因 | choose a reason") Reason reason,
            @Nullable @Size(max = 2_000, message = "至多2000个字 | at most 2,000 characters")
                    String reasonText,
            @Nullable CaseType type,
            @Nullable @Valid @Size(max = 200, message = "至多200行 | at most 200 lines")
                    List<NewItem> lines,
            @Nullable @Size(max = 12, message = "至多12张 | at most 12 photos") List<UUID> evidence,
            Request.@Nullable DamageLevel damageLevel,
            @Nullable
                    @Min(value = 1, message = "1到100 | 1 to 100")
                    @Max(value = 100, message = "1到100 | 1 to 100")
                    Integer badRatioPct,
            @Nullable @Size(max = 100, message = "至多100个字 | at most 100 characters")
                    String exchangeSku,
            @Nullable Boolean wantsHuman) {}

    record NewMessage(
            @NotBlank(message = "请输入内容 | write something")
                    @Size(max = 4_000, message = "至多4000个字 | at most 4,000 characters")
                    String text) {}

    record MoreEvidence(
            @NotEmpty(message = "请至少上传一张照片 | at least one photo")
                    @Size(max = 12, message = "至多12张 | at most 12 photos")
                    List<UUID> evidence) {}

    /** {@code reship}: what is with us or on its way is sent back to the customer. */
    record Cancellation(@Nullable Boolean reship) {}

    /** What is left out stays as it was asked before. */
    record Revised(
            @Nullable Reason reason,
            @Nullable @Size(max = 2_000, message = "至多2000个字 | at most 2,000 characters")
                    String reasonText,
            @Nullable CaseType type,
            Request.@Nullable DamageLevel damageLevel,
            @Nullable
                    @Min(value = 1, message = "1到100 | 1 to 100")
                    @Max(value = 100, message = "1到100 | 1 to 100")
                    Integer badRatioPct,
            @Nullable @Size(max = 12, message = "至多12张 | at most 12 photos") List<UUID> evidence) {}

    private final SubmitCases submitCases;
    private final PortalCases portal;
    private final PortalLists lists;
    private final CasePages pages;
    private final Messages messages;
    private final Options options;
    private final Proposals proposals;
    private final ReturnAddresses addresses;
    private final StoreDrops drops;
    private final Replacements replacements;
    private final Solutions solutions;
    private final Policies policies;
    private final Orders orders;

    PortalCaseController(
            SubmitCases submitCases,
            PortalCases portal,
            PortalLists lists,
            CasePages pages,
            Messages messages,
            Options options,
            Proposals proposals,
            ReturnAddresses addresses,
            StoreDrops drops,
            Replacements replacements,
            Solutions solutions,
            Policies policies,
            Orders orders) {
        this.submitCases = submitCases;
        this.portal = portal;
        this.lists = lists;
        this.pages = pages;
        this.messages = messages;
        this.options = options;
        this.proposals = proposals;
        this.addresses = addresses;
        this.drops = drops;
        this.replacements = replacements;
        this.solutions = solutions;
        this.policies = policies;
        this.orders = orders;
    }

    @ForCustomers
    @PutMapping("/{id}")
    PortalCaseView submitCase(
            @PathVariable UUID id,
            @RequestBody @Valid NewCase body,
            Customer customer,
            Locale language,
            HttpServletResponse response) {
        if (!customer.maySeeOrder(body.orderNumber().strip())) {
            throw Problem.missing("order");
        }
        return switch (submitCases.submit(wish(id, body, customer, language))) {
            case Submitted.Case made -> view(made.page(), language, response);
            case Submitted.Existing existing ->
                    view(existing(customer, existing.caseId()), language, response);
            case Submitted.UnknownOrder() -> throw Problem.missing("order");
            case Submitted.IdTaken() ->
                    throw Problem.conflict(
                            "id-taken",
                            "该申请编号已被使用，请刷新页面重新提交",
                            "This id stands for another request; reload the page and submit again");
        };
    }

    @ForCustomers
    @GetMapping
    Page<PortalLists.MyCase> listMyCases(
            Customer customer,
            @RequestParam(required = false) @Nullable String after,
            Locale language) {
        return lists.cases(customer, after, language);
    }

    @ForCustomers
    @GetMapping("/{id}")
    PortalCaseView readMyCase(
            @PathVariable UUID id,
            Customer customer,
            Locale language,
            HttpServletResponse response) {
        var page =
                pages.find(customer.shop(), id)
                        .filter(one -> one.row().isOf(customer))
                        .orElseThrow(() -> Problem.missing("case"));
        return view(page, language, response);
    }

    @ForCustomers
    @PutMapping("/{id}/cancellation")
    PortalCaseView cancelMyCase(
            @PathVariable UUID id,
            @RequestHeader(name = "If-Match", required = false) @Nullable String match,
            @RequestBody(required = false) @Nullable Cancellation body,
            Customer customer,
            Locale language,
            HttpServletResponse response) {
        var reship = body != null && Boolean.TRUE.equals(body.reship());
        return view(
                portal.cancel(customer, id, IfMatch.version(match), reship), language, response);
    }

    @ForCustomers
    @PutMapping("/{id}/revision")
    PortalCaseView reviseMyCase(
            @PathVariable UUID id,
            @RequestHeader(name = "If-Match", required = false) @Nullable String match,
            @RequestBody @Valid Revised body,
            Customer customer,
            Locale language,
            HttpServletResponse response) {
        var revision =
                new PortalCases.Revision(
                        body.reason(),
                        body.reasonText(),
                        body.type(),
                        body.damageLevel(),
                        body.badRatioPct(),
                        Objects.requireNonNullElse(body.evidence(), List.of()));
        return view(
                portal.revise(customer, id, IfMatch.version(match), revision), language, response);
    }

    @ForCustomers
    @PutMapping("/{id}/evidence")
    PortalCaseView addMyEvidence(
            @PathVariable UUID id,
            @RequestHeader(name = "If-Match", required = false) @Nullable String match,
            @RequestBody @Valid MoreEvidence body,
            Customer customer,
            Locale language,
            HttpServletResponse response) {
        return view(
                portal.addEvidence(customer, id, IfMatch.version(match), body.evidence()),
                language,
                response);
    }

    @ForCustomers
    @PutMapping("/{id}/messages/{messageId}")
    PortalCaseView writeMyMessage(
            @PathVariable UUID id,
            @PathVariable UUID messageId,
            @RequestBody @Valid NewMessage body,
            Customer customer,
            Locale language,
            HttpServletResponse response) {
        var row = portal.find(customer, id);
        var name = Objects.requireNonNullElse(row.customerName(), row.customerId());
        messages.write(
                row,
                messageId,
                new Messages.Author(customer.actor(), name, Messages.Writer.CUSTOMER),
                body.text());
        return view(row, language, response);
    }

    private CaseRow existing(Customer customer, String caseId) {
        try {
            return portal.find(customer, UUID.fromString(caseId));
        } catch (IllegalArgumentException notOurs) {
            throw Problem.conflict(
                    "line-has-open-case",
                    "该商品已有处理中的售后（" + caseId + "）",
                    "This item has an open case already (" + caseId + ")");
        }
    }

    private PortalCaseView view(CaseRow row, Locale language, HttpServletResponse response) {
        return view(
                pages.find(row.shop(), row.id()).orElseThrow(() -> Problem.missing("case")),
                language,
                response);
    }

    private PortalCaseView view(CasePage page, Locale language, HttpServletResponse response) {
        response.setHeader("ETag", IfMatch.etag(page.row().version()));
        var row = page.row();
        var open =
                new PortalCaseView.OpenEnds(
                        options.of(row),
                        proposals.of(row).orElse(null),
                        addresses.of(row, language).orElse(null),
                        drops.of(row, language).orElse(null),
                        replacements.of(row).orElse(null),
                        solutions.open(row).orElse(null));
        return PortalCaseView.of(
                page, open, policies.version(row.shop(), row.policyVersion()), language);
    }

    private Wish wish(UUID id, NewCase body, Customer customer, Locale language) {
        var lang = language.getLanguage();
        var items =
                body.lines() == null
                        ? List.<Request.Item>of()
                        : body.lines().stream()
                                .map(item -> new Request.Item(item.lineId(), item.qty()))
                                .toList();
        var photos = body.evidence() == null ? List.<UUID>of() : body.evidence();
        var request =
                new Request(
                        body.orderNumber().strip(),
                        customer.id(),
                        body.reason(),
                        body.reasonText(),
                        body.type(),
                        items,
                        photos.stream().map(UUID::toString).toList(),
                        body.damageLevel(),
                        body.badRatioPct(),
                        body.exchangeSku(),
                        null,
                        null,
                        null,
                        Boolean.TRUE.equals(body.wantsHuman()),
                        false,
                        id.toString(),
                        lang);
        requireKnownLines(customer, body, items);
        return new Wish(
                customer.shop(),
                id,
                new OrderNumber(body.orderNumber()),
                customer.actor(),
                customer.id(),
                request,
                photos,
                lang);
    }

    private void requireKnownLines(Customer customer, NewCase body, List<Request.Item> items) {
        if (items.isEmpty()) {
            return;
        }
        var order =
                orders.find(customer.shop(), new OrderNumber(body.orderNumber()))
                        .orElseThrow(() -> Problem.missing("order"));
        for (int i = 0; i < items.size(); i++) {
            var lineId = items.get(i).lineId();
            if (order.order().lines().stream().noneMatch(line -> line.id().equals(lineId))) {
                throw Problem.invalid(
                        "/lines/" + i + "/lineId", "订单中没有该商品", "the order has no such line");
            }
        }
    }
}
