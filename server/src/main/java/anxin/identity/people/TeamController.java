package anxin.identity.people;

import anxin.identity.Caller;
import anxin.identity.Needs;
import anxin.identity.Permission;
import anxin.kernel.ShopId;
import io.swagger.v3.oas.annotations.Operation;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.List;
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

/** Teams: the built-in ones for all, and those a shop makes for itself. */
@RestController
@RequestMapping("/api/v1")
class TeamController {

    record NewTeam(
            @NotBlank(message = "请填写中文名 | a Chinese name is needed")
                    @Size(max = 60, message = "最多60个字符 | at most 60 characters")
                    String nameZh,
            @NotBlank(message = "请填写英文名 | an English name is needed")
                    @Size(max = 60, message = "最多60个字符 | at most 60 characters")
                    String nameEn) {}

    /** What shall be different; absent stays. */
    record TeamChange(
            @Size(min = 1, max = 60, message = "1到60个字符 | 1 to 60 characters")
                    @Nullable String nameZh,
            @Size(min = 1, max = 60, message = "1到60个字符 | 1 to 60 characters")
                    @Nullable String nameEn) {}

    /**
     * A team.
     *
     * @param shop the shop it works for; null for all
     */
    record TeamView(String id, @Nullable String shop, String nameZh, String nameEn, long version) {

        static TeamView of(OwnStore.Team team) {
            return new TeamView(
                    team.id(), team.shopId(), team.nameZh(), team.nameEn(), team.version());
        }
    }

    private final OwnDesk desk;
    private final OwnStore store;

    TeamController(OwnDesk desk, OwnStore store) {
        this.desk = desk;
        this.store = store;
    }

    @GetMapping("/teams")
    @Needs(Permission.PEOPLE_MANAGE)
    @Operation(summary = "The built-in teams, and those of the shops one may see")
    List<TeamView> listTeams(Caller.Permitted caller) {
        return store.teams().stream()
                .filter(team -> team.shopId() == null || caller.mayIn(new ShopId(team.shopId())))
                .map(TeamView::of)
                .toList();
    }

    @PutMapping("/shops/{shop}/teams/{name}")
    @Needs(Permission.PEOPLE_MANAGE)
    @Operation(summary = "Makes a team of the shop; its id is shop:name")
    TeamView addTeam(
            Caller.Permitted caller,
            @PathVariable ShopId shop,
            @PathVariable String name,
            @RequestBody @Valid NewTeam body,
            HttpServletResponse response) {
        caller.requireIn(shop);
        var team =
                new OwnStore.Team(
                        OwnId.of(shop, name),
                        shop.value(),
                        body.nameZh().strip(),
                        body.nameEn().strip(),
                        1);
        return tagged(desk.add(caller, shop, team), response);
    }

    @PatchMapping("/shops/{shop}/teams/{name}")
    @Needs(Permission.PEOPLE_MANAGE)
    @Operation(
            summary = "Renames a team of the shop",
            description = "If-Match carries the version one has seen; 409 when it is older.")
    TeamView changeTeam(
            Caller.Permitted caller,
            @PathVariable ShopId shop,
            @PathVariable String name,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestBody @Valid TeamChange body,
            HttpServletResponse response) {
        caller.requireIn(shop);
        var was = desk.team(OwnId.of(shop, name));
        var team =
                new OwnStore.Team(
                        was.id(),
                        was.shopId(),
                        body.nameZh() == null ? was.nameZh() : body.nameZh().strip(),
                        body.nameEn() == null ? was.nameEn() : body.nameEn().strip(),
                        Version.from(ifMatch));
        return tagged(desk.change(caller, shop, team), response);
    }

    @DeleteMapping("/shops/{shop}/teams/{name}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Needs(Permission.PEOPLE_MANAGE)
    @Operation(
            summary = "Takes a team of the shop away",
            description = "Refused as team-in-use, naming who is in it, while anybody is.")
    void removeTeam(
            Caller.Permitted caller,
            @PathVariable ShopId shop,
            @PathVariable String name,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false)
                    @Nullable String ifMatch) {
        caller.requireIn(shop);
        desk.removeTeam(caller, shop, OwnId.of(shop, name), Version.from(ifMatch));
    }

    private static TeamView tagged(OwnStore.Team team, HttpServletResponse response) {
        Version.tag(response, team.version());
        return TeamView.of(team);
    }
}
