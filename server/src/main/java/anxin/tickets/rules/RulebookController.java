package anxin.tickets.rules;

import anxin.identity.Caller;
import anxin.identity.Colleagues;
import anxin.identity.Needs;
import anxin.identity.Permission;
import anxin.kernel.ShopId;
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

/** The rules, limits and parties of a shop's tickets. */
@RestController
@RequestMapping("/api/v1/shops/{shop}/ticket-settings")
class RulebookController {

    /** {@code version} is the one that was seen; 0 where nothing was set up. */
    record NewTicketSettings(
            @Min(value = 0, message = "不能为负 | must not be negative") int version,
            @NotNull(message = "缺少设置 | the settings are missing") @Valid Settings settings) {}

    /**
     * @param teams that can own tickets
     * @param people who can
     */
    record TicketSettingsView(
            int version,
            Settings settings,
            List<Colleagues.Team> teams,
            List<Colleagues.Colleague> people) {}

    private final Rulebooks rulebooks;
    private final Colleagues colleagues;

    RulebookController(Rulebooks rulebooks, Colleagues colleagues) {
        this.rulebooks = rulebooks;
        this.colleagues = colleagues;
    }

    @GetMapping
    @Needs(Permission.TICKET_READ)
    @Operation(summary = "A shop's rules, limits and parties for tickets, and who can own one")
    TicketSettingsView readTicketSettings(@PathVariable ShopId shop, Caller.Permitted caller) {
        caller.requireIn(shop);
        return view(shop);
    }

    @PutMapping
    @Needs(Permission.TICKET_RULES)
    @Operation(
            summary = "Sets them; tickets that are open keep the limits they have",
            description = "409 when somebody else changed them since the version seen.")
    TicketSettingsView changeTicketSettings(
            @PathVariable ShopId shop,
            @RequestBody @Valid NewTicketSettings body,
            Caller.Permitted caller) {
        caller.requireIn(shop);
        rulebooks.change(caller, shop, body.version(), body.settings());
        return view(shop);
    }

    private TicketSettingsView view(ShopId shop) {
        var kept = rulebooks.read(shop);
        return new TicketSettingsView(
                kept.version(),
                kept.document(),
                colleagues.teams(shop),
                colleagues.whoMay(Permission.TICKET_WORK, shop));
    }
}
