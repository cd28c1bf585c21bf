package anxin.aftersales.policy;

import anxin.aftersales.cases.CaseState;
import anxin.identity.Needs;
import anxin.identity.Permission;
import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import java.math.BigDecimal;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/** Tries a decision: what would the policy say? Nothing is kept. */
@RestController
@RequestMapping("/api/v1/aftersales/decisions")
class DecisionController {

    /** The body as the vocabulary has it; only for the contract, the reading is by hand. */
    @Schema(name = "DecisionTrial")
    record Trial(
            Map<String, Object> order,
            Map<String, Object> request,
            OffsetDateTime now,
            @Nullable Map<String, Object> policy,
            @Nullable Map<String, Object> calendar) {}

    /** The decision, with the names that the vocabulary expects. */
    @Schema(name = "DecisionView")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record View(
            Decision.Outcome decision,
            ReasonCode reasonCode,
            @Nullable CaseType type,
            @Nullable Long refundMinor,
            Decision.@Nullable FreightPayer freightPayer,
            @Nullable BigDecimal deadlineHours,
            @Nullable CaseState nextState,
            @Nullable String approvalTier,
            Decision.@Nullable Queue queue,
            @Nullable Integer handoverMinutes,
            Set<Flag> flags,
            @Nullable List<String> alternatives,
            Decision.@Nullable Suggestion suggestion,
            @Nullable Boolean couponReturned,
            @Nullable Long giftDeductMinor,
            @Nullable Map<String, Long> tenderSplit,
            @Nullable Long pointsRefund,
            @Nullable OffsetDateTime arriveBy,
            @Nullable String existingCaseId,
            @Nullable Long maxRefundMinor,
            @Nullable Reason inferredReason,
            @Nullable CaseType inferredType,
            @Nullable Double confidence,
            int priority,
            int policyVersion,
            @Nullable String exemption,
            @Nullable List<String> guards,
            String title,
            String explanation,
            String basis) {}

    @PostMapping
    @Needs(Permission.POLICY_READ)
    @io.swagger.v3.oas.annotations.parameters.RequestBody(
            content = @Content(schema = @Schema(implementation = Trial.class)))
    View tryDecision(@RequestBody JsonNode body, Locale language) {
        var reading = Reading.of(body, "");
        var order = ReadOrder.read(reading.requiredObject("order"));
        var request = ReadRequest.read(reading.requiredObject("request"), order);
        var now = reading.requiredTime("now");
        var policy = ReadPolicy.read(reading.object("policy"), Policy.DEFAULT);
        var calendar = ReadPolicy.calendar(reading.object("calendar"));
        reading.check();

        var text = request.reasonText();
        var intake =
                request.reason() == null && text != null
                        ? Intake.of(text, request.lang(), freshOnly(order))
                        : null;
        var understood =
                intake == null
                        ? request
                        : request.understoodAs(intake.reason(), intake.type(), intake.wantsHuman());
        return view(
                Decide.decide(order, understood, now, policy, calendar), intake, policy, language);
    }

    private static boolean freshOnly(anxin.commerce.Order order) {
        return !order.lines().isEmpty()
                && order.lines().stream().allMatch(line -> line.category().equals("FRESH"));
    }

    private static View view(
            Decision decision, @Nullable Intake intake, Policy policy, Locale language) {
        var words = RuleText.of(decision.reasonCode(), policy);
        var hours = decision.deadlineHours();
        var arriveBy = decision.arriveBy();
        var exemption = decision.exemption();
        return new View(
                decision.outcome(),
                decision.reasonCode(),
                decision.type(),
                decision.refundMinor(),
                decision.freightPayer(),
                hours == null ? null : plain(hours),
                decision.nextState(),
                decision.approvalTier(),
                decision.queue(),
                decision.handoverMinutes(),
                decision.flags(),
                decision.alternatives().isEmpty() ? null : decision.alternatives(),
                decision.suggestion(),
                decision.couponReturned(),
                decision.giftDeductMinor(),
                decision.tenderSplit(),
                decision.pointsRefund(),
                arriveBy == null ? null : arriveBy.atZone(policy.tz()).toOffsetDateTime(),
                decision.existingCaseId(),
                decision.maxRefundMinor(),
                intake == null ? null : intake.reason(),
                intake == null ? null : intake.type(),
                intake == null ? null : intake.confidence(),
                decision.reasonCode().row(),
                decision.policyVersion(),
                exemption == null ? null : exemption.in(language),
                decision.guards().isEmpty() ? null : decision.guards(),
                words.title().in(language),
                words.explanation(exemption).in(language),
                words.basis().in(language));
    }

    /** 168 rather than 168.0, and 0.5. */
    private static BigDecimal plain(double hours) {
        var plain = BigDecimal.valueOf(hours).stripTrailingZeros();
        return plain.scale() < 0 ? plain.setScale(0) : plain;
    }
}
