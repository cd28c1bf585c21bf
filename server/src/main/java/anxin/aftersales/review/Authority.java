package anxin.aftersales.review;

import anxin.aftersales.cases.CaseRow;
import anxin.aftersales.policy.Policy;
import anxin.aftersales.submit.Policies;
import anxin.identity.Caller.Staff;
import anxin.kernel.problem.Problem;
import java.math.BigDecimal;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * How much money a colleague may decide about: by tier, in CNY fen, whatever the currency of the
 * order.
 */
@Component
public class Authority {

    private final Policies policies;

    Authority(Policies policies) {
        this.policies = policies;
    }

    /** The tier that {@code minor} of the case's currency needs. */
    public String tierFor(CaseRow of, long minor) {
        return policy(of).tierFor(BigDecimal.valueOf(minor).multiply(of.fxToCny()));
    }

    /** A 422 that names the tier it needs, when this colleague may not decide about so much. */
    public void require(Staff staff, CaseRow of, long minor) {
        if (!covers(staff, of, minor)) {
            var needed = tierFor(of, minor);
            throw Problem.refused(
                            "above-authority",
                            "超出您的审批权限，需 " + needed + " 审批",
                            "Above your authority; " + needed + " must decide")
                    .with("tierRequired", needed);
        }
    }

    boolean covers(Staff staff, CaseRow of, long minor) {
        return rank(policy(of), staff.tier()) >= rank(policy(of), tierFor(of, minor));
    }

    /**
     * The most this colleague may give on the case, in its own minor units; null is without limit.
     */
    @Nullable Long limit(Staff staff, CaseRow of) {
        return policy(of).tiers().stream()
                .filter(tier -> tier.name().equals(staff.tier()))
                .findFirst()
                .map(Policy.Tier::limit)
                .map(
                        cny ->
                                BigDecimal.valueOf(cny)
                                        .divide(of.fxToCny(), 0, RoundingMode.DOWN)
                                        .longValueExact())
                .orElse(null);
    }

    /** Whether so much of the case's currency is more than is paid without a signature. */
    public boolean aboveAutomatic(CaseRow of, long minor) {
        return BigDecimal.valueOf(minor)
                        .multiply(of.fxToCny())
                        .compareTo(BigDecimal.valueOf(policy(of).limReturn()))
                > 0;
    }

    private Policy policy(CaseRow of) {
        return policies.at(of.shop(), of.submittedAt());
    }

    private static int rank(Policy policy, String tier) {
        var tiers = policy.tiers();
        for (int i = 0; i < tiers.size(); i++) {
            if (tiers.get(i).name().equals(tier)) {
                return i;
            }
        }
        return -1;
    }
}
