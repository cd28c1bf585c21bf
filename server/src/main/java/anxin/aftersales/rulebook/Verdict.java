package anxin.aftersales.rulebook;

import anxin.aftersales.policy.Decision;
import anxin.aftersales.policy.Flag;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What of a decision a customer or an agent would notice; two that are equal make no difference.
 */
record Verdict(
        Decision.Outcome outcome,
        String ruleId,
        @Nullable String type,
        @Nullable Long refundMinor,
        Decision.@Nullable FreightPayer freightPayer,
        @Nullable Double deadlineHours,
        @Nullable String nextState,
        @Nullable String approvalTier,
        @Nullable String queue,
        List<String> flags,
        List<String> alternatives) {

    static Verdict of(Decision decision) {
        return new Verdict(
                decision.outcome(),
                decision.reasonCode().name(),
                name(decision.type()),
                decision.refundMinor(),
                decision.freightPayer(),
                decision.deadlineHours(),
                name(decision.nextState()),
                decision.approvalTier(),
                name(decision.queue()),
                decision.flags().stream().map(Flag::name).sorted().toList(),
                decision.alternatives());
    }

    private static @Nullable String name(@Nullable Enum<?> constant) {
        return constant == null ? null : constant.name();
    }
}
