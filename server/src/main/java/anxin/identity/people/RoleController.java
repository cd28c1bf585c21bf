package anxin.identity.people;

import anxin.identity.Caller;
import anxin.identity.Needs;
import anxin.identity.Permission;
import anxin.kernel.ShopId;
import anxin.kernel.fact.Audience;
import anxin.kernel.fact.FactLog;
import anxin.kernel.fact.NewFact;
import anxin.kernel.problem.Problem;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Roles and teams: the built-in ones for all, and those a shop makes for itself. */
@RestController
@RequestMapping("/api/v1")
class RoleController {

    /** A shop's own role or team is named {@code shop:name}, so that no two shops collide. */
    private static final String OWN_ID = "[a-z0-9-]{1,40}";

    record NewRole(
            @NotBlank(message = "请填写中文名 | a Chinese name is needed")
                    @Size(max = 60, message = "最多60个字符 | at most 60 characters")
                    String nameZh,
            @NotBlank(message = "请填写英文名 | an English name is needed")
                    @Size(max = 60, message = "最多60个字符 | at most 60 characters")
                    String nameEn,
            @NotEmpty(message = "至少一项权限 | at least one right") Set<Permission> permissions,
            @NotNull(message = "L1 至 L5 | L1 to L5")
                    @Pattern(regexp = "L[1-5]", message = "L1 至 L5 | L1 to L5")
                    String tier) {}

    record NewTeam(
            @NotBlank(message = "请填写中文名 | a Chinese name is needed")
                    @Size(max = 60, message = "最多60个字符 | at most 60 characters")
                    String nameZh,
            @NotBlank(message = "请填写英文名 | an English name is needed")
                    @Size(max = 60, message = "最多60个字符 | at most 60 characters")
                    String nameEn) {}

    record RoleView(
            String id,
            @Nullable String shop,
            String nameZh,
            String nameEn,
            Set<Permission> permissions,
            String tier) {}

    record TeamView(String id, @Nullable String shop, String nameZh, String nameEn) {}

    private final PeopleView view;
    private final JdbcClient db;
    private final FactLog facts;
    private final ApplicationEventPublisher events;
    private final TransactionTemplate transaction;

    RoleController(
            PeopleView view,
            JdbcClient db,
            FactLog facts,
            ApplicationEventPublisher events,
            TransactionTemplate transaction) {
        this.view = view;
        this.db = db;
        this.facts = facts;
        this.events = events;
        this.transaction = transaction;
    }

    @GetMapping("/roles")
    @Needs(Permission.PEOPLE_MANAGE)
    List<RoleView> listRoles(Caller.Permitted caller) {
        return view.roles().stream()
                .filter(role -> role.shopId() == null || caller.mayIn(new ShopId(role.shopId())))
                .map(
                        role ->
                                new RoleView(
                                        role.id(),
                                        role.shopId(),
                                        role.nameZh(),
                                        role.nameEn(),
                                        role.permissions(),
                                        role.tier()))
                .toList();
    }

    /** Makes or changes a role of the shop; its id is {@code shop:name}. */
    @PutMapping("/shops/{shop}/roles/{name}")
    @Needs(Permission.PEOPLE_MANAGE)
    RoleView putRole(
            Caller.Permitted caller,
            @PathVariable ShopId shop,
            @PathVariable String name,
            @RequestBody @Valid NewRole body) {
        caller.requireIn(shop);
        var id = ownId(shop, name);
        Reach.requireRights(caller, body.permissions(), body.tier());
        view.roles().stream()
                .filter(role -> role.id().equals(id))
                .forEach(role -> Reach.requireRights(caller, role.permissions(), role.tier()));
        transaction.executeWithoutResult(
                status -> {
                    db.sql(
                                    """
                            insert into identity.role as r (id, shop_id, name_zh, name_en, permissions, tier)
                            values (:id, :shop, :zh, :en, :permissions, :tier)
                            on conflict (id) do update
                               set name_zh = excluded.name_zh, name_en = excluded.name_en,
                                   permissions = excluded.permissions, tier = excluded.tier,
                                   version = r.version + 1
                            """)
                            .param("id", id)
                            .param("shop", shop.value())
                            .param("zh", body.nameZh().strip())
                            .param("en", body.nameEn().strip())
                            .param(
                                    "permissions",
                                    body.permissions().stream()
                                            .map(Permission::name)
                                            .toArray(String[]::new))
                            .param("tier", body.tier())
                            .update();
                    events.publishEvent(new StaffChanged(null));
                    tell(
                            "identity.role-changed",
                            caller,
                            shop,
                            "role:" + id,
                            Map.of(
                                    "permissions",
                                    body.permissions().stream()
                                            .map(Permission::name)
                                            .sorted()
                                            .toList(),
                                    "tier",
                                    body.tier()));
                });
        return new RoleView(
                id, shop.value(), body.nameZh(), body.nameEn(), body.permissions(), body.tier());
    }

    @GetMapping("/teams")
    @Needs(Permission.PEOPLE_MANAGE)
    List<TeamView> listTeams(Caller.Permitted caller) {
        return view.teams().stream()
                .filter(team -> team.shopId() == null || caller.mayIn(new ShopId(team.shopId())))
                .map(team -> new TeamView(team.id(), team.shopId(), team.nameZh(), team.nameEn()))
                .toList();
    }

    /** Makes or renames a team of the shop; its id is {@code shop:name}. */
    @PutMapping("/shops/{shop}/teams/{name}")
    @Needs(Permission.PEOPLE_MANAGE)
    TeamView putTeam(
            Caller.Permitted caller,
            @PathVariable ShopId shop,
            @PathVariable String name,
            @RequestBody @Valid NewTeam body) {
        caller.requireIn(shop);
        var id = ownId(shop, name);
        transaction.executeWithoutResult(
                status -> {
                    db.sql(
                                    """
                            insert into identity.team as t (id, shop_id, name_zh, name_en)
                            values (:id, :shop, :zh, :en)
                            on conflict (id) do update
                               set name_zh = excluded.name_zh, name_en = excluded.name_en,
                                   version = t.version + 1
                            """)
                            .param("id", id)
                            .param("shop", shop.value())
                            .param("zh", body.nameZh().strip())
                            .param("en", body.nameEn().strip())
                            .update();
                    tell("identity.team-changed", caller, shop, "team:" + id, Map.of());
                });
        return new TeamView(id, shop.value(), body.nameZh(), body.nameEn());
    }

    private static String ownId(ShopId shop, String name) {
        if (!name.matches(OWN_ID)) {
            throw Problem.invalid("/name", "1到40个小写字母、数字或 -", "must be 1 to 40 of a-z, 0-9 and -");
        }
        return shop + ":" + name;
    }

    private void tell(
            String type,
            Caller.Permitted caller,
            ShopId shop,
            String subject,
            Map<String, Object> what) {
        facts.append(new NewFact(shop, type, subject, caller.actor(), null, Audience.NONE, what));
    }
}
