package anxin.identity.people;

import anxin.identity.Caller;
import anxin.identity.Needs;
import anxin.identity.Permission;
import anxin.kernel.ShopId;
import io.swagger.v3.oas.annotations.Operation;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Roles: the built-in ones for all, and those a shop makes for itself. */
@RestController
@RequestMapping("/api/v1")
class RoleController {

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

    /** What shall be different; absent stays. */
    record RoleChange(
            @Size(min = 1, max = 60, message = "1到60个字符 | 1 to 60 characters")
                    @Nullable String nameZh,
            @Size(min = 1, max = 60, message = "1到60个字符 | 1 to 60 characters")
                    @Nullable String nameEn,
            @Size(min = 1, message = "至少一项权限 | at least one right")
                    @Nullable Set<Permission> permissions,
            @Pattern(regexp = "L[1-5]", message = "L1 至 L5 | L1 to L5") @Nullable String tier) {}

    /**
     * A role.
     *
     * @param shop the shop that made it; null for the built-in ones
     */
    record RoleView(
            String id,
            @Nullable String shop,
            String nameZh,
            String nameEn,
            Set<Permission> permissions,
            String tier,
            long version) {

        static RoleView of(OwnStore.Role role) {
            return new RoleView(
                    role.id(),
                    role.shopId(),
                    role.nameZh(),
                    role.nameEn(),
                    role.permissions(),
                    role.tier(),
                    role.version());
        }
    }

    private final OwnDesk desk;
    private final OwnStore store;

    RoleController(OwnDesk desk, OwnStore store) {
        this.desk = desk;
        this.store = store;
    }

    @GetMapping("/roles")
    @Needs(Permission.PEOPLE_MANAGE)
    @Operation(summary = "The built-in roles, and those of the shops one may see")
    List<RoleView> listRoles(Caller.Permitted caller) {
        return store.roles().stream()
                .filter(role -> role.shopId() == null || caller.mayIn(new ShopId(role.shopId())))
                .map(RoleView::of)
                .toList();
    }

    @PutMapping("/shops/{shop}/roles/{name}")
    @Needs(Permission.PEOPLE_MANAGE)
    @Operation(summary = "Makes a role of the shop; its id is shop:name")
    RoleView addRole(
            Caller.Permitted caller,
            @PathVariable ShopId shop,
            @PathVariable String name,
            @RequestBody @Valid NewRole body,
            HttpServletResponse response) {
        caller.requireIn(shop);
        var role =
                new OwnStore.Role(
                        OwnId.of(shop, name),
                        shop.value(),
                        body.nameZh().strip(),
                        body.nameEn().strip(),
                        body.permissions(),
                        body.tier(),
                        1);
        return tagged(desk.add(caller, shop, role), response);
    }

    @PatchMapping("/shops/{shop}/roles/{name}")
    @Needs(Permission.PEOPLE_MANAGE)
    @Operation(
            summary = "Changes a role of the shop, for everybody who has it",
            description = "If-Match carries the version one has seen; 409 when it is older.")
    RoleView changeRole(
            Caller.Permitted caller,
            @PathVariable ShopId shop,
            @PathVariable String name,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestBody @Valid RoleChange body,
            HttpServletResponse response) {
        caller.requireIn(shop);
        var was = desk.find(caller, OwnId.of(shop, name));
        var role =
                new OwnStore.Role(
                        was.id(),
                        was.shopId(),
                        body.nameZh() == null ? was.nameZh() : body.nameZh().strip(),
                        body.nameEn() == null ? was.nameEn() : body.nameEn().strip(),
                        body.permissions() == null ? was.permissions() : body.permissions(),
                        body.tier() == null ? was.tier() : body.tier(),
                        Version.from(ifMatch));
        return tagged(desk.change(caller, shop, role), response);
    }

    @DeleteMapping("/shops/{shop}/roles/{name}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Needs(Permission.PEOPLE_MANAGE)
    @Operation(
            summary = "Takes a role of the shop away",
            description = "Refused as role-in-use, naming who has it, while anybody does.")
    void removeRole(
            Caller.Permitted caller,
            @PathVariable ShopId shop,
            @PathVariable String name,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false)
                    @Nullable String ifMatch) {
        caller.requireIn(shop);
        desk.removeRole(caller, shop, OwnId.of(shop, name), Version.from(ifMatch));
    }

    private static RoleView tagged(OwnStore.Role role, HttpServletResponse response) {
        Version.tag(response, role.version());
        return RoleView.of(role);
    }
}
