package anxin.bot.setup;

import anxin.identity.Caller;
import anxin.identity.Needs;
import anxin.identity.Permission;
import anxin.kernel.ShopId;
import anxin.kernel.problem.Problem;
import anxin.messaging.ConversationChannels;
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

/** Whether, where and how a shop's bot answers. */
@RestController
@RequestMapping("/api/v1/shops/{shop}/bot-settings")
class BotSettingsController {

    private static final int LONGEST = 300;

    /** {@code version} is the one that was seen; 0 where nothing was set up. */
    record NewBotSettings(
            @Min(value = 0, message = "不能为负 | must not be negative") int version,
            @NotNull(message = "缺少设置 | the settings are missing") @Valid Settings settings) {}

    record BotChannel(String id, String name) {}

    record BotSettingsView(int version, Settings settings, List<BotChannel> channels) {}

    private final BotSettings settings;
    private final ConversationChannels channels;

    BotSettingsController(BotSettings settings, ConversationChannels channels) {
        this.settings = settings;
        this.channels = channels;
    }

    @GetMapping
    @Needs(Permission.CONVERSATION_READ)
    @Operation(summary = "Whether, where and how the shop's bot answers")
    BotSettingsView readBotSettings(@PathVariable ShopId shop, Caller.Permitted caller) {
        caller.requireIn(shop);
        return view(shop);
    }

    @PutMapping
    @Needs(Permission.ROUTING_WRITE)
    @Operation(
            summary = "Sets it; conversations that have begun stay where they are",
            description = "409 when somebody else changed it since the version seen.")
    BotSettingsView changeBotSettings(
            @PathVariable ShopId shop,
            @RequestBody @Valid NewBotSettings body,
            Caller.Permitted caller) {
        caller.requireIn(shop);
        var wanted = body.settings();
        var known = channels.ofShop(shop).stream().map(ConversationChannels.Channel::id).toList();
        if (!known.containsAll(wanted.channels())) {
            throw Problem.invalid("/settings/channels", "没有这个渠道", "names no channel of this shop");
        }
        if ((wanted.from() == null) != (wanted.until() == null)) {
            throw Problem.invalid("/settings/until", "起止时间需同时填写", "both times, or neither");
        }
        for (var text : List.of(wanted.name(), wanted.greeting())) {
            if (text.zh().isBlank()
                    || text.en().isBlank()
                    || text.zh().length() > LONGEST
                    || text.en().length() > LONGEST) {
                throw Problem.invalid(
                        "/settings/greeting",
                        "名称与欢迎语需中英文，最多300字",
                        "name and greeting in Chinese and English, at most 300 characters");
            }
        }
        settings.write(shop, body.version(), wanted, caller.actor());
        return view(shop);
    }

    private BotSettingsView view(ShopId shop) {
        var kept = settings.read(shop);
        return new BotSettingsView(
                kept.version(),
                kept.document(),
                channels.ofShop(shop).stream()
                        .map(one -> new BotChannel(one.id(), one.name()))
                        .toList());
    }
}
