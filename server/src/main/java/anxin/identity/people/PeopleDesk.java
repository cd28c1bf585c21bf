package anxin.identity.people;

import anxin.identity.Caller;
import anxin.identity.StoreNames;
import anxin.identity.Workplace;
import anxin.kernel.ShopId;
import anxin.kernel.Text;
import anxin.kernel.fact.Audience;
import anxin.kernel.fact.FactLog;
import anxin.kernel.fact.NewFact;
import anxin.kernel.problem.Problem;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Takes people in, changes what they may do, and lets them go. */
@Component
class PeopleDesk {

    /** What shall be different; null stays as it is. */
    record Change(
            @Nullable String name,
            @Nullable String email,
            @Nullable Boolean allShops,
            @Nullable List<ShopId> shops,
            @Nullable List<String> roles,
            @Nullable List<String> teams,
            @Nullable List<Workplace> stores,
            @Nullable Boolean active) {}

    private final PersonStore store;
    private final PeopleView view;
    private final OwnStore own;
    private final StaffReader staff;
    private final ObjectProvider<StoreNames> storeNames;
    private final Passwords passwords;
    private final FactLog facts;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    PeopleDesk(
            PersonStore store,
            PeopleView view,
            OwnStore own,
            StaffReader staff,
            ObjectProvider<StoreNames> storeNames,
            Passwords passwords,
            FactLog facts,
            ApplicationEventPublisher events,
            Clock clock) {
        this.store = store;
        this.view = view;
        this.own = own;
        this.staff = staff;
        this.storeNames = storeNames;
        this.passwords = passwords;
        this.facts = facts;
        this.events = events;
        this.clock = clock;
    }

    PeopleView.Listed find(Caller.Permitted caller, UUID id) {
        return view.find(caller.shops(), id).orElseThrow(() -> Problem.missing("person"));
    }

    /** The first password, to be told to the person; null when this id was taken in before. */
    @Transactional
    @Nullable String add(Caller.Permitted caller, Person person) {
        if (view.find(caller.shops(), person.id()).isPresent()) {
            return null;
        }
        Reach.requireShops(caller, person.shops());
        requireRoles(caller, person.roles(), person.shops());
        requireTeams(caller, person.teams());
        requireStores(person.shops(), person.stores(), person.stores());
        var password = Passwords.random();
        if (!store.add(person, passwords.hash(password), true, false, clock.instant())) {
            throw Problem.conflict(
                    "name-taken",
                    "此登录名或编号已被使用，请换一个",
                    "This sign-in name or id is taken; choose another");
        }
        tell("identity.person-added", caller, person, Map.of("roles", person.roles()));
        return password;
    }

    @Transactional
    void change(Caller.Permitted caller, UUID id, long version, Change change) {
        var before = find(caller, id);
        requireOther(caller, id, change);
        requireNoSuperior(caller, id);
        Version.requireCurrent(version, before.version());
        var after = after(before.person(), change);
        Reach.requireShops(caller, after.shops());
        var given = new ArrayList<>(after.roles());
        given.removeAll(before.person().roles());
        requireRoles(caller, given, after.shops());
        requireTeams(caller, after.teams());
        var newPlaces = new ArrayList<>(after.stores());
        newPlaces.removeAll(before.person().stores());
        requireStores(after.shops(), after.stores(), newPlaces);
        if (!store.change(after, version, clock.instant())) {
            Version.requireCurrent(version, find(caller, id).version());
        }
        events.publishEvent(new StaffChanged(id));
        tell(
                "identity.person-changed",
                caller,
                after,
                Map.of(
                        "roles",
                        after.roles(),
                        "teams",
                        after.teams(),
                        "shops",
                        after.shops() == null ? "*" : after.shops(),
                        "stores",
                        after.stores(),
                        "active",
                        after.active()));
    }

    private static Person after(Person before, Change change) {
        var shops = before.shops();
        if (Boolean.TRUE.equals(change.allShops())) {
            shops = null;
        } else if (change.shops() != null) {
            shops = change.shops();
        } else if (Boolean.FALSE.equals(change.allShops()) && shops == null) {
            shops = List.of();
        }
        return new Person(
                before.id(),
                before.login(),
                change.name() == null ? before.name() : change.name(),
                change.email() == null
                        ? before.email()
                        : change.email().isBlank() ? null : change.email(),
                shops,
                change.roles() == null ? before.roles() : change.roles(),
                change.teams() == null ? before.teams() : change.teams(),
                change.stores() == null ? before.stores() : change.stores(),
                change.active() == null ? before.active() : change.active());
    }

    /**
     * A password by somebody else's hand: to be changed at once, and every browser is signed out.
     */
    @Transactional
    String resetPassword(Caller.Permitted caller, UUID id) {
        var listed = find(caller, id);
        var person = listed.person();
        requireNoSuperior(caller, id);
        if (listed.subject() != null) {
            throw Problem.refused(
                    "signs-in-elsewhere",
                    "此人通过统一登录进入，没有本地密码；如需密码，请先解除关联",
                    "This person signs in by the provider and has no password here; untie them first");
        }
        var password = Passwords.random();
        store.setPassword(id, passwords.hash(password), true, clock.instant());
        store.endSessions(id);
        events.publishEvent(new StaffChanged(id));
        tell("identity.password-reset", caller, person, Map.of());
        return password;
    }

    /** Nobody raises themselves, and nobody locks themselves out. */
    private static void requireOther(Caller.Permitted caller, UUID id, Change change) {
        var self = caller instanceof Caller.Staff me && me.id().equals(id);
        if (self
                && (change.roles() != null
                        || change.shops() != null
                        || change.stores() != null
                        || change.allShops() != null
                        || change.active() != null)) {
            throw Problem.refused(
                    "not-yourself",
                    "不能修改自己的角色、店铺、门店或在职状态，请由另一位管理员操作",
                    "Your own roles, shops, stores and standing are for another administrator to change");
        }
    }

    /** Whoever could change a superior would have the superior's rights. */
    void requireNoSuperior(Caller.Permitted caller, UUID id) {
        staff.find(id)
                .map(StaffOnDuty::staff)
                .ifPresent(them -> Reach.requireRights(caller, them.permissions(), them.tier()));
    }

    private void requireRoles(
            Caller.Permitted caller, List<String> roles, @Nullable List<ShopId> shops) {
        var known =
                own.roles().stream()
                        .collect(Collectors.toMap(OwnStore.Role::id, Function.identity()));
        for (var id : roles) {
            var role = known.get(id);
            if (role == null
                    || (role.shopId() != null && !caller.mayIn(new ShopId(role.shopId())))) {
                throw Problem.invalid("/roles", "没有此角色：" + id, "there is no role " + id);
            }
            if (role.shopId() != null
                    && (shops == null || !shops.equals(List.of(new ShopId(role.shopId()))))) {
                throw Problem.invalid(
                        "/roles",
                        "角色 " + id + " 仅限店铺 " + role.shopId() + " 的员工",
                        "the role " + id + " is for staff of " + role.shopId() + " alone");
            }
            Reach.requireRights(caller, role.permissions(), role.tier());
        }
    }

    private void requireTeams(Caller.Permitted caller, List<String> teams) {
        var known =
                own.teams().stream()
                        .filter(
                                team ->
                                        team.shopId() == null
                                                || caller.mayIn(new ShopId(team.shopId())))
                        .map(OwnStore.Team::id)
                        .collect(Collectors.toSet());
        for (var team : teams) {
            if (!known.contains(team)) {
                throw Problem.invalid("/teams", "没有此小组：" + team, "there is no team " + team);
            }
        }
    }

    /** Every store is one of the person's shops'; without any left the person would work in all. */
    private void requireStores(
            @Nullable List<ShopId> shops, List<Workplace> stores, List<Workplace> added) {
        for (var place : stores) {
            if (shops != null && !shops.contains(place.shop())) {
                throw Problem.invalid(
                        "/stores",
                        "门店 " + place.store() + " 属于店铺 " + place.shop() + "，不在此人的店铺中",
                        "the store "
                                + place.store()
                                + " is one of "
                                + place.shop()
                                + ", which is not among the person's shops");
            }
        }
        var known = namesOf(added).keySet();
        for (var place : added) {
            if (!known.contains(place)) {
                throw Problem.invalid(
                        "/stores", "没有此门店：" + place.store(), "there is no store " + place.store());
            }
        }
    }

    Map<Workplace, Text> namesOf(Collection<Workplace> stores) {
        var directory = storeNames.getIfAvailable();
        return directory == null || stores.isEmpty() ? Map.of() : directory.of(stores);
    }

    /** Once in every shop it concerns, so that each shop's journal has it. */
    void tell(String type, Caller.Permitted caller, Person person, Map<String, Object> what) {
        List<@Nullable ShopId> shops = new ArrayList<>();
        var theirs = person.shops();
        if (theirs == null || theirs.isEmpty()) {
            shops.add(null);
        } else {
            shops.addAll(theirs);
        }
        facts.append(
                shops.stream()
                        .map(
                                shop ->
                                        new NewFact(
                                                shop,
                                                type,
                                                "person:" + person.id(),
                                                caller.actor(),
                                                null,
                                                Audience.NONE,
                                                what))
                        .toList());
    }
}
