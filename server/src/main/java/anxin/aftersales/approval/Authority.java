package anxin.aftersales.approval;

import anxin.aftersales.cases.CaseRow;
import anxin.aftersales.policy.Policy;
import anxin.aftersales.submit.Policies;
import anxin.identity.Caller.Staff;
import anxin.kernel.problem.Problem;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Clock;
import java.time.Duration;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * How much money a colleague may decide about, in CNY fen whatever the currency of the order: by
 * tier for one amount, the same for everything that people signed for on one order within 30 days,
 * and ten times as much in one day.
 */
@Component
public class Authority {

    private static final Duration ORDER_COUNTS = Duration.ofDays(30);
    private static final int DAY = 10;
    private static final Set<String> GOODS = Set.of("EXCHANGE", "RESEND", "REPAIR");

    /**
     * What a colleague may still sign for on a case.
     *
     * @param tierRequired who must sign for the whole amount that was asked about
     * @param covers whether this colleague may
     * @param limitMinor the most this one may, in the case's minor units; null is without limit
     */
    public record Reach(String tierRequired, boolean covers, @Nullable Long limitMinor) {}

    private final Policies policies;
    private final SignatureStore signatures;
    private final Clock clock;

    Authority(Policies policies, SignatureStore signatures, Clock clock) {
        this.policies = policies;
        this.signatures = signatures;
        this.clock = clock;
    }

    /** The tier that {@code minor} of the case's currency needs beside what the order has had. */
    public String tierFor(CaseRow of, long minor) {
        return policy(of).tierFor(BigDecimal.valueOf(fen(of, minor) + signed(of)));
    }

    public Reach reach(Staff staff, CaseRow of, long minor) {
        var signed = signed(of);
        var tier =
                atLeastForGoods(
                        of, policy(of).tierFor(BigDecimal.valueOf(fen(of, minor) + signed)));
        var limit = limit(staff, of, signed);
        var covers =
                rank(of, staff.tier()) >= rank(of, tier)
                        && (limit == null || fen(of, minor) <= limit);
        return new Reach(tier, covers, limit == null ? null : minor(of, limit));
    }

    /** A 422 that names the tier it needs, when this colleague may not decide about so much. */
    public void require(Staff staff, CaseRow of, long minor) {
        var alone = atLeastForGoods(of, policy(of).tierFor(BigDecimal.valueOf(fen(of, minor))));
        if (rank(of, staff.tier()) < rank(of, alone)) {
            throw Problem.refused(
                            "above-authority",
                            "超出您的审批权限，需 " + alone + " 审批",
                            "Above your authority; " + alone + " must decide")
                    .with("tierRequired", alone);
        }
        var together = tierFor(of, minor);
        if (rank(of, staff.tier()) < rank(of, together)) {
            throw Problem.refused(
                            "cumulative-limit",
                            "该订单近30天累计金额超出您的审批权限，需 " + together + " 审批",
                            "With what was signed for on this order within 30 days this is above your authority; "
                                    + together
                                    + " must decide")
                    .with("tierRequired", together);
        }
        var limit = limit(staff, of, 0);
        if (limit != null && fen(of, minor) > limit) {
            throw Problem.refused(
                            "cumulative-limit",
                            "超出您今日累计审批额度，请由上级审批",
                            "Above what you may sign for in one day; a higher tier must decide")
                    .with("tierRequired", next(of, staff.tier()));
        }
    }

    /**
     * {@link #require} and the signature itself, one after the other for an order and for a
     * colleague, so that two at the same moment count together.
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void sign(Staff staff, CaseRow of, long minor) {
        signatures.oneAtATime(of, staff.id());
        requireNoChargeback(of);
        require(staff, of, minor);
        var now = clock.instant();
        signatures.put(
                of, staff.id(), fen(of, minor), now.atZone(policy(of).tz()).toLocalDate(), now);
    }

    /** A 422 while the bank takes the payment of the order back. */
    public void requireNoChargeback(CaseRow of) {
        if (signatures.chargedBack(of)) {
            throw Problem.refused(
                    "chargeback-open",
                    "该订单有未结的拒付（银行退单），结案前不能退款",
                    "The bank is taking this payment back; nothing is refunded until that is closed");
        }
    }

    /** Whether so much of the case's currency is more than is paid without a signature. */
    public boolean aboveAutomatic(CaseRow of, long minor) {
        return fen(of, minor) > policy(of).limReturn();
    }

    /** Goods that are given instead of money need the tier that the rules named for their worth. */
    private String atLeastForGoods(CaseRow of, String tier) {
        var named = givesGoods(of) ? of.tierRequired() : null;
        return named != null && rank(of, named) > rank(of, tier) ? named : tier;
    }

    static boolean givesGoods(CaseRow of) {
        return GOODS.contains(of.type());
    }

    /** What was signed for on the order by people, its other cases alone, in CNY fen. */
    long signed(CaseRow of) {
        return signatures.ofOrder(of, clock.instant().minus(ORDER_COUNTS));
    }

    /** The tier of which every colleague is. */
    String lowestTier(CaseRow of) {
        return policy(of).tiers().getFirst().name();
    }

    private @Nullable Long limit(Staff staff, CaseRow of, long signed) {
        var single =
                policy(of).tiers().stream()
                        .filter(tier -> tier.name().equals(staff.tier()))
                        .findFirst()
                        .map(Policy.Tier::limit)
                        .orElse(null);
        if (single == null) {
            return null;
        }
        var today = clock.instant().atZone(policy(of).tz()).toLocalDate();
        var left = DAY * single - signatures.ofAgent(of, staff.id(), today);
        return Math.max(0, Math.min(single - signed, left));
    }

    private static long fen(CaseRow of, long minor) {
        return BigDecimal.valueOf(minor)
                .multiply(of.fxToCny())
                .setScale(0, RoundingMode.CEILING)
                .longValueExact();
    }

    private static long minor(CaseRow of, long fen) {
        return BigDecimal.valueOf(fen).divide(of.fxToCny(), 0, RoundingMode.DOWN).longValueExact();
    }

    private Policy policy(CaseRow of) {
        return policies.at(of.shop(), of.submittedAt());
    }

    private String next(CaseRow of, String tier) {
        var tiers = policy(of).tiers();
        return tiers.get(Math.min(rank(of, tier) + 1, tiers.size() - 1)).name();
    }

    private int rank(CaseRow of, String tier) {
        var tiers = policy(of).tiers();
        for (int i = 0; i < tiers.size(); i++) {
            if (tiers.get(i).name().equals(tier)) {
                return i;
            }
        }
        return -1;
    }
}
