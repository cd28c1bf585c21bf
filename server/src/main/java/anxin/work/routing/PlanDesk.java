package anxin.work.routing;

import anxin.identity.Caller;
import anxin.kernel.ShopId;
import anxin.kernel.document.ShopDocuments;
import anxin.kernel.fact.Audience;
import anxin.kernel.fact.FactLog;
import anxin.kernel.fact.NewFact;
import anxin.kernel.problem.Problem;
import java.time.DateTimeException;
import java.util.HashSet;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** A shop's plan as people set it. */
@Component
public class PlanDesk {

    /** What was told of it; the plan itself is in its place. */
    record Changed(int queues, int rules) {}

    private final Plans plans;
    private final FactLog facts;

    PlanDesk(Plans plans, FactLog facts) {
        this.plans = plans;
        this.facts = facts;
    }

    public ShopDocuments.Kept<Plan> read(ShopId shop) {
        return plans.read(shop);
    }

    @Transactional
    public void change(Caller caller, ShopId shop, int seen, Plan plan) {
        var ids = new HashSet<String>();
        for (var i = 0; i < plan.queues().size(); i++) {
            if (!ids.add(plan.queues().get(i).id())) {
                throw Problem.invalid(
                        "/plan/queues/" + i + "/id", "标识重复", "stands for another queue");
            }
        }
        for (var i = 0; i < plan.rules().size(); i++) {
            if (!ids.contains(plan.rules().get(i).queue())) {
                throw Problem.invalid("/plan/rules/" + i + "/queue", "没有这个队列", "is no queue");
            }
        }
        requireZone(plan);
        plans.write(shop, seen, plan, caller.actor());
        facts.append(
                new NewFact(
                        shop,
                        "work.routing-changed",
                        "shop:" + shop,
                        caller.actor(),
                        null,
                        Audience.STAFF,
                        new Changed(plan.queues().size(), plan.rules().size())));
    }

    private static void requireZone(Plan plan) {
        try {
            if (plan.hours() != null) {
                plan.hours().zoneId();
            }
        } catch (DateTimeException unknown) {
            throw Problem.invalid("/plan/hours/zone", "没有这个时区", "is no time zone");
        }
    }
}
