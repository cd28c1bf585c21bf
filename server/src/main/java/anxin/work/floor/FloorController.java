package anxin.work.floor;

import anxin.identity.Caller;
import anxin.identity.Colleagues;
import anxin.identity.Needs;
import anxin.identity.Permission;
import anxin.kernel.ShopId;
import anxin.kernel.fact.Audience;
import anxin.kernel.fact.FactLog;
import anxin.kernel.fact.NewFact;
import anxin.kernel.problem.Problem;
import anxin.work.floor.Floor.AgentOnFloor;
import anxin.work.floor.Floor.QueueOnFloor;
import anxin.work.line.Dispatcher;
import anxin.work.presence.Skills;
import anxin.work.presence.Skills.Skill;
import io.swagger.v3.oas.annotations.Operation;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The floor of a shop: what waits, who is there, and what each of them can do. */
@RestController
@RequestMapping("/api/v1/shops/{shop}")
class FloorController {

    record FloorView(List<QueueOnFloor> queues, List<AgentOnFloor> agents) {}

    /** {@code level} 0 takes away what the team would give; {@code until} ends it. */
    record NewSkill(
            @NotNull(message = "缺少技能 | the skill is missing")
                    @Pattern(
                            regexp = "lang:[a-z]{2,3}|[^\\s/:]{1,80}(:[^\\s/:]{1,80})?",
                            message = "技能组或 lang:ja | a team, or lang:ja")
                    String skill,
            @Min(value = 0, message = "0到5 | 0 to 5") @Max(value = 5, message = "0到5 | 0 to 5")
                    int level,
            @Nullable Instant until) {}

    /** {@code capacity} counts in every shop they work for. */
    record AgentChange(
            @Min(value = 1, message = "1到100 | 1 to 100")
                    @Max(value = 100, message = "1到100 | 1 to 100")
                    int capacity,
            @NotNull(message = "缺少技能 | the skills are missing")
                    @Size(max = 40, message = "最多40项 | at most 40")
                    List<@NotNull(message = "不能为空 | must not be null") @Valid NewSkill> skills) {}

    /** What was told of it. */
    record Told(UUID staff, int capacity, List<NewSkill> skills) {}

    private final Floor floor;
    private final Skills skills;
    private final Colleagues colleagues;
    private final Dispatcher dispatcher;
    private final FactLog facts;

    FloorController(
            Floor floor,
            Skills skills,
            Colleagues colleagues,
            Dispatcher dispatcher,
            FactLog facts) {
        this.floor = floor;
        this.skills = skills;
        this.colleagues = colleagues;
        this.dispatcher = dispatcher;
        this.facts = facts;
    }

    @GetMapping("/floor")
    @Needs(Permission.INSIGHT_READ)
    @Operation(summary = "What waits in which queue, and who is there with how much")
    FloorView readFloor(@PathVariable ShopId shop, Caller.Permitted caller) {
        caller.requireIn(shop);
        return new FloorView(floor.queues(shop), floor.agents(shop));
    }

    @PutMapping("/agents/{person}")
    @Needs(Permission.ROUTING_WRITE)
    @Transactional
    @Operation(summary = "What somebody can do in the shop, how well, until when, and how much")
    AgentOnFloor changeAgent(
            @PathVariable ShopId shop,
            @PathVariable UUID person,
            @RequestBody @Valid AgentChange body,
            Caller.Permitted caller) {
        caller.requireIn(shop);
        if (colleagues.whoMay(Permission.CONVERSATION_ANSWER, shop).stream()
                .noneMatch(one -> one.id().equals(person))) {
            throw Problem.missing("agent");
        }
        var named = new HashSet<String>();
        for (var i = 0; i < body.skills().size(); i++) {
            if (!named.add(body.skills().get(i).skill())) {
                throw Problem.invalid("/skills/" + i + "/skill", "重复的技能", "is named twice");
            }
        }
        skills.write(
                shop,
                person,
                body.skills().stream()
                        .map(one -> new Skill(person, one.skill(), one.level(), one.until()))
                        .toList(),
                body.capacity());
        facts.append(
                new NewFact(
                        shop,
                        "work.agent-changed",
                        "staff:" + person,
                        caller.actor(),
                        null,
                        Audience.NONE,
                        new Told(person, body.capacity(), body.skills())));
        dispatcher.ring(List.of(shop), List.of(person));
        return floor.agents(shop).stream()
                .filter(one -> one.id().equals(person))
                .findFirst()
                .orElseThrow(() -> Problem.missing("agent"));
    }
}
