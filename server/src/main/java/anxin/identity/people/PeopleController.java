package anxin.identity.people;

import anxin.identity.Caller;
import anxin.identity.Needs;
import anxin.identity.Permission;
import anxin.identity.Workplace;
import anxin.kernel.ShopId;
import anxin.kernel.Text;
import anxin.kernel.page.Cursor;
import anxin.kernel.page.Page;
import anxin.kernel.problem.Problem;
import io.swagger.v3.oas.annotations.Operation;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** People who work here, for those who manage them. */
@RestController
@RequestMapping("/api/v1/people")
class PeopleController {

    /** A store by its number within its shop. */
    record StoreKey(
            @NotNull(message = "请选择店铺 | the shop is missing") ShopId shop,
            @NotBlank(message = "请选择门店 | the store is missing")
                    @Size(max = 64, message = "最多64个字符 | at most 64 characters")
                    String id) {}

    /**
     * Somebody new.
     *
     * @param stores where they work; none for every store of the shops
     * @param shops where they work; null for every shop, which only one who has them all may give
     */
    record NewPerson(
            @NotBlank(message = "请填写登录名 | a sign-in name is needed")
                    @Pattern(
                            regexp = "[A-Za-z0-9][A-Za-z0-9._@-]{1,63}",
                            message = "2到64个字母、数字或 . _ @ - | 2 to 64 letters, digits, and . _ @ -")
                    String login,
            @NotBlank(message = "请填写姓名 | a name is needed")
                    @Size(max = 100, message = "最多100个字符 | at most 100 characters")
                    String name,
            @Email(message = "应为邮箱地址 | must be an e-mail address") @Nullable String email,
            @Nullable List<ShopId> shops,
            @NotEmpty(message = "至少一个角色 | at least one role") List<String> roles,
            @Nullable List<String> teams,
            @Nullable @Size(max = 500, message = "最多500家 | at most 500")
                    List<@Valid @NotNull(message = "请选择门店 | choose a store") StoreKey> stores) {}

    /** What shall be different; absent stays. An empty e-mail takes it away. */
    record PersonChange(
            @Size(min = 1, max = 100, message = "1到100个字符 | 1 to 100 characters")
                    @Nullable String name,
            @Email(message = "应为邮箱地址 | must be an e-mail address") @Nullable String email,
            @Nullable Boolean allShops,
            @Nullable List<ShopId> shops,
            @Nullable List<String> roles,
            @Nullable List<String> teams,
            @Nullable @Size(max = 500, message = "最多500家 | at most 500")
                    List<@Valid @NotNull(message = "请选择门店 | choose a store") StoreKey> stores,
            @Nullable Boolean active) {}

    /** Where somebody works, by its name. */
    record PersonStoreView(ShopId shop, String id, String name) {}

    /**
     * A person.
     *
     * @param shops null: every shop
     * @param stores empty: every store of the shops
     * @param signsInElsewhere by a provider, without a password here
     * @param subject what that provider calls them
     * @param password only in the answer that made it, to be told to the person
     */
    record PersonView(
            UUID id,
            String login,
            String name,
            @Nullable String email,
            @Nullable List<ShopId> shops,
            List<String> roles,
            List<String> teams,
            List<PersonStoreView> stores,
            boolean active,
            boolean signsInElsewhere,
            @Nullable String subject,
            long version,
            Instant changedAt,
            @Nullable String password) {

        static PersonView of(
                PeopleView.Listed listed, List<PersonStoreView> stores, @Nullable String password) {
            var person = listed.person();
            return new PersonView(
                    person.id(),
                    person.login(),
                    person.name(),
                    person.email(),
                    person.shops(),
                    person.roles(),
                    person.teams(),
                    stores,
                    person.active(),
                    listed.subject() != null,
                    listed.subject(),
                    listed.version(),
                    listed.changedAt(),
                    password);
        }
    }

    private final PeopleDesk desk;
    private final PeopleView people;

    PeopleController(PeopleDesk desk, PeopleView people) {
        this.desk = desk;
        this.people = people;
    }

    @GetMapping
    @Needs(Permission.PEOPLE_MANAGE)
    @Operation(summary = "People within one's reach, by name")
    Page<PersonView> listPeople(
            Caller.Permitted caller,
            @RequestParam(required = false) @Nullable String q,
            @RequestParam(required = false) @Nullable ShopId shop,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(defaultValue = "50") int size,
            Locale language) {
        if (shop != null) {
            caller.requireIn(shop);
        }
        var limit = Math.clamp(size, 1, 200);
        var rows =
                people.page(
                        caller.shops(),
                        q == null || q.isBlank() ? null : q,
                        shop == null ? null : shop.value(),
                        Cursor.decode(after, 2),
                        limit + 1);
        var page = Page.of(rows, limit, row -> Cursor.at(row.person().name(), row.person().id()));
        var names =
                desk.namesOf(
                        page.items().stream()
                                .flatMap(row -> row.person().stores().stream())
                                .distinct()
                                .toList());
        return page.map(row -> PersonView.of(row, stores(row, names, language), null));
    }

    @GetMapping("/{id}")
    @Needs(Permission.PEOPLE_MANAGE)
    @Operation(summary = "A person, with the version to send back in If-Match")
    PersonView person(
            Caller.Permitted caller,
            @PathVariable UUID id,
            HttpServletResponse response,
            Locale language) {
        return tagged(desk.find(caller, id), null, response, language);
    }

    @PutMapping("/{id}")
    @Needs(Permission.PEOPLE_MANAGE)
    @Operation(
            summary = "Takes somebody in; the first password stands only in this answer",
            description = "The same id again answers without the password.")
    PersonView addPerson(
            Caller.Permitted caller,
            @PathVariable UUID id,
            @RequestBody @Valid NewPerson body,
            HttpServletResponse response,
            Locale language) {
        var person =
                new Person(
                        id,
                        body.login(),
                        body.name().strip(),
                        body.email(),
                        body.shops(),
                        body.roles(),
                        body.teams() == null ? List.of() : body.teams(),
                        Objects.requireNonNullElse(workplaces(body.stores()), List.of()),
                        true);
        var password = desk.add(caller, person);
        return tagged(desk.find(caller, id), password, response, language);
    }

    @PatchMapping("/{id}")
    @Needs(Permission.PEOPLE_MANAGE)
    @Operation(
            summary = "Changes a person, or lets them go (active: false)",
            description = "If-Match carries the version one has seen; 409 when it is older.")
    PersonView changePerson(
            Caller.Permitted caller,
            @PathVariable UUID id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestBody @Valid PersonChange body,
            HttpServletResponse response,
            Locale language) {
        desk.change(
                caller,
                id,
                Version.from(ifMatch),
                new PeopleDesk.Change(
                        body.name(),
                        body.email(),
                        body.allShops(),
                        body.shops(),
                        body.roles(),
                        body.teams(),
                        workplaces(body.stores()),
                        body.active()));
        return tagged(desk.find(caller, id), null, response, language);
    }

    @PutMapping("/{id}/password")
    @Needs(Permission.PEOPLE_MANAGE)
    @Operation(summary = "Makes a new first password and signs the person out everywhere")
    PersonView resetPassword(
            Caller.Permitted caller,
            @PathVariable UUID id,
            HttpServletResponse response,
            Locale language) {
        if (caller instanceof Caller.Staff me && me.id().equals(id)) {
            throw Problem.refused(
                    "not-yourself", "请在个人设置中修改自己的密码", "Change your own password in your settings");
        }
        var password = desk.resetPassword(caller, id);
        return tagged(desk.find(caller, id), password, response, language);
    }

    private PersonView tagged(
            PeopleView.Listed listed,
            @Nullable String password,
            HttpServletResponse response,
            Locale language) {
        Version.tag(response, listed.version());
        var names = desk.namesOf(listed.person().stores());
        return PersonView.of(listed, stores(listed, names, language), password);
    }

    private static List<PersonStoreView> stores(
            PeopleView.Listed listed, Map<Workplace, Text> names, Locale language) {
        return listed.person().stores().stream()
                .map(
                        place -> {
                            var name = names.get(place);
                            return new PersonStoreView(
                                    place.shop(),
                                    place.store(),
                                    name == null ? place.store() : name.in(language));
                        })
                .toList();
    }

    private static @Nullable List<Workplace> workplaces(@Nullable List<StoreKey> stores) {
        return stores == null
                ? null
                : stores.stream()
                        .map(key -> new Workplace(key.shop(), key.id()))
                        .distinct()
                        .toList();
    }
}
