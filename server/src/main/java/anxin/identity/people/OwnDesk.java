package anxin.identity.people;

import anxin.identity.Caller;
import anxin.identity.Permission;
import anxin.kernel.ShopId;
import anxin.kernel.fact.Audience;
import anxin.kernel.fact.FactLog;
import anxin.kernel.fact.NewFact;
import anxin.kernel.problem.Problem;
import java.util.List;
import java.util.Map;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Makes, changes and takes away a shop's own roles and teams, never beyond what the caller has. */
@Component
class OwnDesk {

    /** Whoever uses something that was to be taken away. */
    record User(String id, String name) {}

    private static final int NAMED = 5;

    private final OwnStore store;
    private final PeopleView people;
    private final FactLog facts;
    private final ApplicationEventPublisher events;

    OwnDesk(OwnStore store, PeopleView people, FactLog facts, ApplicationEventPublisher events) {
        this.store = store;
        this.people = people;
        this.facts = facts;
        this.events = events;
    }

    /** The same once more answers what is there; another of the same id is refused. */
    @Transactional
    OwnStore.Role add(Caller.Permitted caller, ShopId shop, OwnStore.Role role) {
        Reach.requireRights(caller, role.permissions(), role.tier());
        if (store.add(role)) {
            tell("identity.role-added", caller, shop, role);
            return role;
        }
        var there = find(caller, role.id());
        if (!same(there, role)) {
            throw taken();
        }
        return there;
    }

    @Transactional
    OwnStore.Team add(Caller.Permitted caller, ShopId shop, OwnStore.Team team) {
        if (store.add(team)) {
            tell("identity.team-added", caller, shop, "team:" + team.id(), names(team));
            return team;
        }
        var there = team(team.id());
        if (!there.nameZh().equals(team.nameZh()) || !there.nameEn().equals(team.nameEn())) {
            throw taken();
        }
        return there;
    }

    /** Everybody who has the role has its new rights from their next request on. */
    @Transactional
    OwnStore.Role change(Caller.Permitted caller, ShopId shop, OwnStore.Role role) {
        store.lock(Own.ROLE, role.id());
        Version.requireCurrent(role.version(), find(caller, role.id()).version());
        Reach.requireRights(caller, role.permissions(), role.tier());
        store.change(role);
        events.publishEvent(new StaffChanged(null));
        tell("identity.role-changed", caller, shop, role);
        return role(role.id());
    }

    @Transactional
    OwnStore.Team change(Caller.Permitted caller, ShopId shop, OwnStore.Team team) {
        store.lock(Own.TEAM, team.id());
        Version.requireCurrent(team.version(), team(team.id()).version());
        store.change(team);
        tell("identity.team-changed", caller, shop, "team:" + team.id(), names(team));
        return team(team.id());
    }

    @Transactional
    void removeRole(Caller.Permitted caller, ShopId shop, String id, long version) {
        store.lock(Own.ROLE, id);
        var role = find(caller, id);
        Version.requireCurrent(version, role.version());
        requireUnused(caller, Own.ROLE, id);
        store.remove(Own.ROLE, id);
        tell("identity.role-removed", caller, shop, role);
    }

    @Transactional
    void removeTeam(Caller.Permitted caller, ShopId shop, String id, long version) {
        store.lock(Own.TEAM, id);
        var team = team(id);
        Version.requireCurrent(version, team.version());
        requireUnused(caller, Own.TEAM, id);
        store.remove(Own.TEAM, id);
        tell("identity.team-removed", caller, shop, "team:" + id, names(team));
    }

    /** A role with more than the caller has is not the caller's to touch. */
    OwnStore.Role find(Caller.Permitted caller, String id) {
        var role = role(id);
        Reach.requireRights(caller, role.permissions(), role.tier());
        return role;
    }

    private OwnStore.Role role(String id) {
        return store.role(id).orElseThrow(() -> Problem.missing("role"));
    }

    OwnStore.Team team(String id) {
        return store.team(id).orElseThrow(() -> Problem.missing("team"));
    }

    /** Those beyond the caller's reach are counted and not named. */
    private void requireUnused(Caller.Permitted caller, Own kind, String id) {
        var holders = people.having(kind, id);
        if (holders.isEmpty()) {
            return;
        }
        List<User> users =
                holders.stream()
                        .map(PeopleView.Listed::person)
                        .filter(person -> Reach.covers(caller, person.shops()))
                        .limit(NAMED)
                        .map(person -> new User(person.id().toString(), person.name()))
                        .toList();
        var named = users.stream().map(User::name).toList();
        var role = kind == Own.ROLE;
        throw Problem.refused(
                        role ? "role-in-use" : "team-in-use",
                        "仍有 %d 人%s：%s。请先在“人员”中为他们换一个，再删除"
                                .formatted(
                                        holders.size(),
                                        role ? "使用此角色" : "在此团队中",
                                        String.join("、", named)),
                        "%d %s still %s: %s. Give them another under People first, then delete it"
                                .formatted(
                                        holders.size(),
                                        holders.size() == 1 ? "person" : "people",
                                        role ? "with this role" : "in this team",
                                        String.join(", ", named)))
                .with("users", users)
                .with("count", holders.size());
    }

    private static Problem taken() {
        return Problem.conflict(
                "name-taken",
                "此编号已被使用，请换一个，或修改已有的那个",
                "This id is taken; choose another, or change the one that is there");
    }

    private static boolean same(OwnStore.Role a, OwnStore.Role b) {
        return a.nameZh().equals(b.nameZh())
                && a.nameEn().equals(b.nameEn())
                && a.permissions().equals(b.permissions())
                && a.tier().equals(b.tier());
    }

    private static Map<String, Object> names(OwnStore.Team team) {
        return Map.of("nameZh", team.nameZh(), "nameEn", team.nameEn());
    }

    private void tell(String type, Caller.Permitted caller, ShopId shop, OwnStore.Role role) {
        tell(
                type,
                caller,
                shop,
                "role:" + role.id(),
                Map.of(
                        "nameZh",
                        role.nameZh(),
                        "nameEn",
                        role.nameEn(),
                        "permissions",
                        role.permissions().stream().map(Permission::name).sorted().toList(),
                        "tier",
                        role.tier()));
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
