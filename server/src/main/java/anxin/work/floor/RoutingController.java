package anxin.work.floor;

import anxin.identity.Caller;
import anxin.identity.Colleagues;
import anxin.identity.Needs;
import anxin.identity.Permission;
import anxin.kernel.ShopId;
import anxin.kernel.problem.Problem;
import anxin.work.routing.Plan;
import anxin.work.routing.PlanDesk;
import io.swagger.v3.oas.annotations.Operation;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The queues of a shop, and the rules by which work finds its own. */
@RestController
@RequestMapping("/api/v1/shops/{shop}/routing")
class RoutingController {

    /** {@code version} is the one that was seen; 0 where nothing was set up. */
    record NewRouting(
            @Min(value = 0, message = "不能为负 | must not be negative") int version,
            @NotNull(message = "缺少队列与规则 | the queues and rules are missing") @Valid Plan plan) {}

    /** {@code teams} are those that a queue can name. */
    record RoutingView(int version, Plan plan, List<Colleagues.Team> teams) {}

    private final PlanDesk desk;
    private final Colleagues colleagues;

    RoutingController(PlanDesk desk, Colleagues colleagues) {
        this.desk = desk;
        this.colleagues = colleagues;
    }

    @GetMapping
    @Needs(Permission.CONVERSATION_READ)
    @Operation(summary = "A shop's queues, and the rules by which work finds its own")
    RoutingView readRouting(@PathVariable ShopId shop, Caller.Permitted caller) {
        caller.requireIn(shop);
        return view(shop);
    }

    @PutMapping
    @Needs(Permission.ROUTING_WRITE)
    @Operation(
            summary = "Sets the queues and the rules; what waits stays in its line",
            description =
                    "The first rule that fits says where new work waits; what fits none waits in the"
                            + " first queue. 409 when somebody else changed it since the version seen.")
    RoutingView changeRouting(
            @PathVariable ShopId shop,
            @RequestBody @Valid NewRouting body,
            Caller.Permitted caller) {
        caller.requireIn(shop);
        var teams = colleagues.teams(shop).stream().map(Colleagues.Team::id).toList();
        for (var i = 0; i < body.plan().queues().size(); i++) {
            var team = body.plan().queues().get(i).team();
            if (team != null && !teams.contains(team)) {
                throw Problem.invalid(
                        "/plan/queues/" + i + "/team", "没有这个技能组", "is no team of this shop");
            }
        }
        desk.change(caller, shop, body.version(), body.plan());
        return view(shop);
    }

    private RoutingView view(ShopId shop) {
        var kept = desk.read(shop);
        return new RoutingView(kept.version(), kept.document(), colleagues.teams(shop));
    }
}
