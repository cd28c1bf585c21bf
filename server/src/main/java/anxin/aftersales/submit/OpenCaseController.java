package anxin.aftersales.submit;

import anxin.aftersales.cases.CaseRow;
import anxin.aftersales.cases.CaseScope;
import anxin.aftersales.policy.CaseType;
import anxin.aftersales.policy.Reason;
import anxin.aftersales.policy.Request;
import anxin.identity.Caller;
import anxin.identity.Needs;
import anxin.identity.Permission;
import anxin.kernel.OrderNumber;
import anxin.kernel.ShopId;
import anxin.kernel.problem.Problem;
import anxin.kernel.web.IfMatch;
import io.swagger.v3.oas.annotations.Operation;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** T01 by an agent on the phone, a colleague in a store, or a program of the shop. */
@RestController
@RequestMapping("/api/v1/cases")
class OpenCaseController {

    record OpenedItem(
            @NotBlank(message = "请选择商品 | choose an item")
                    @Size(max = 64, message = "至多64个字 | at most 64 characters")
                    String lineId,
            @Min(value = 1, message = "至少为1 | at least 1")
                    @Max(value = 9_999, message = "至多为9999 | at most 9999")
                    int qty) {}

    /**
     * {@code lines} left out are all of the order; {@code lang} is the customer's, in which they
     * are told.
     */
    record OpenedCase(
            @NotNull(message = "请选择店铺 | choose the shop") ShopId shop,
            @NotBlank(message = "请填写订单号 | the order number is needed")
                    @Size(max = 64, message = "至多64个字 | at most 64 characters")
                    String orderNumber,
            @NotNull(message = "请选择原因 | choose a reason") Reason reason,
            @Nullable @Size(max = 2_000, message = "至多2000个字 | at most 2,000 characters")
                    String reasonText,
            @Nullable CaseType type,
            @Nullable @Valid @Size(max = 200, message = "至多200行 | at most 200 lines")
                    List<OpenedItem> lines,
            Request.@Nullable DamageLevel damageLevel,
            @Nullable
                    @Min(value = 1, message = "1到100 | 1 to 100")
                    @Max(value = 100, message = "1到100 | 1 to 100")
                    Integer badRatioPct,
            @Nullable @Size(max = 100, message = "至多100个字 | at most 100 characters")
                    String exchangeSku,
            @Nullable @Min(value = 1, message = "至少为1 | at least 1") Long currentUnitMinor,
            @Nullable Boolean wantsHuman,
            @Nullable Boolean major,
            @Nullable @Pattern(regexp = "[a-z]{2}", message = "两个字母，如 zh | two letters, such as zh")
                    String lang) {}

    /** The case under this id, decided by the rules. */
    record OpenedView(
            UUID id,
            String no,
            String orderNo,
            String state,
            int version,
            String ruleId,
            String type,
            long refundableMinor,
            String currency,
            @Nullable Instant deadlineAt) {}

    private final SubmitCases submitCases;
    private final CaseScope scope;

    OpenCaseController(SubmitCases submitCases, CaseScope scope) {
        this.submitCases = submitCases;
        this.scope = scope;
    }

    @Needs(Permission.CASE_SUBMIT)
    @PutMapping("/{id}")
    @Operation(
            summary = "Opens a case in a customer's name",
            description =
                    "The id is the caller's: the same id again is the same case. Answers with the case that is open on the line already where there is one.")
    OpenedView openCase(
            @PathVariable UUID id,
            @RequestBody @Valid OpenedCase body,
            Caller.Permitted caller,
            HttpServletResponse response) {
        caller.requireIn(body.shop());
        var row =
                switch (submitCases.submit(wish(id, body, caller))) {
                    case Submitted.Case made -> made.page().row();
                    case Submitted.Existing existing -> open(caller, existing.caseId());
                    case Submitted.UnknownOrder() -> throw Problem.missing("order");
                    case Submitted.IdTaken() ->
                            throw Problem.conflict(
                                    "id-taken",
                                    "该申请编号已用于另一个订单",
                                    "This id stands for a case of another order");
                };
        response.setHeader("ETag", IfMatch.etag(row.version()));
        return new OpenedView(
                row.id(),
                row.no(),
                row.orderNo().value(),
                row.state().name(),
                row.version(),
                row.ruleId(),
                row.type(),
                row.refundableMinor(),
                row.currency(),
                row.deadlineAt());
    }

    private CaseRow open(Caller.Permitted caller, String caseId) {
        try {
            return scope.find(caller, UUID.fromString(caseId));
        } catch (IllegalArgumentException elsewhere) {
            throw Problem.conflict(
                    "line-has-open-case",
                    "该商品在商城已有处理中的售后（" + caseId + "）",
                    "The shop itself has an open case on this item (" + caseId + ")");
        }
    }

    private static Wish wish(UUID id, OpenedCase body, Caller.Permitted caller) {
        var number = new OrderNumber(body.orderNumber());
        var lines = body.lines() == null ? List.<OpenedItem>of() : body.lines();
        var lang = Objects.requireNonNullElse(body.lang(), "zh");
        var request =
                new Request(
                        number.value(),
                        null,
                        body.reason(),
                        body.reasonText(),
                        body.type(),
                        lines.stream().map(l -> new Request.Item(l.lineId(), l.qty())).toList(),
                        List.of(),
                        body.damageLevel(),
                        body.badRatioPct(),
                        body.exchangeSku(),
                        null,
                        body.currentUnitMinor(),
                        null,
                        Boolean.TRUE.equals(body.wantsHuman()),
                        Boolean.TRUE.equals(body.major()),
                        id.toString(),
                        lang);
        return new Wish(body.shop(), id, number, caller.actor(), null, request, List.of(), lang);
    }
}
