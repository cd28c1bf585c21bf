package anxin.aftersales.template;

import anxin.commerce.Shops;
import anxin.identity.Caller;
import anxin.identity.Needs;
import anxin.identity.Permission;
import anxin.kernel.ShopId;
import anxin.kernel.fact.Audience;
import anxin.kernel.fact.FactLog;
import anxin.kernel.fact.NewFact;
import anxin.kernel.problem.Problem;
import anxin.kernel.web.IfMatch;
import anxin.kernel.wire.SafeAddress;
import anxin.messaging.OutboundMessage.Channel;
import io.swagger.v3.oas.annotations.Operation;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Clock;
import java.time.LocalTime;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** When a shop's customers are not rung at, and what is told by which channel. */
@RestController
@RequestMapping("/api/v1/shops/{shop}/telling")
class TellingController {

    private static final String TIME = "([01]\\d|2[0-3]):[0-5]\\d";

    /**
     * @param quietFrom {@code 22:00}; both null for never quiet
     * @param zone of the shop; a customer who lives elsewhere has quiet hours there
     * @param channels by step, where it differs from what is shipped; an empty list tells nothing
     */
    record TellingView(
            int version,
            @Nullable String quietFrom,
            @Nullable String quietTo,
            String zone,
            @Nullable String portalAddress,
            Map<String, Set<Channel>> channels) {}

    record NewTelling(
            @Nullable @Pattern(regexp = TIME, message = "应为 22:00 | must look like 22:00")
                    String quietFrom,
            @Nullable @Pattern(regexp = TIME, message = "应为 08:00 | must look like 08:00")
                    String quietTo,
            @Nullable @Size(max = 200, message = "过长 | too long") String portalAddress,
            @NotNull(message = "缺少渠道设置 | the channels are missing")
                    @Size(max = 200, message = "过多 | too many")
                    Map<String, Set<Channel>> channels) {}

    private final TellingStore store;
    private final Shops shops;
    private final FactLog facts;
    private final Clock clock;

    TellingController(TellingStore store, Shops shops, FactLog facts, Clock clock) {
        this.store = store;
        this.shops = shops;
        this.facts = facts;
        this.clock = clock;
    }

    @GetMapping
    @Needs(Permission.POLICY_READ)
    @Operation(summary = "How a shop tells its customers")
    TellingView readTelling(
            @PathVariable ShopId shop, Caller.Permitted caller, HttpServletResponse response) {
        caller.requireIn(shop);
        return view(shop, response);
    }

    @PutMapping
    @Needs(Permission.POLICY_WRITE)
    @Transactional
    @Operation(summary = "Changes quiet hours, where links lead, and what is told by which channel")
    TellingView changeTelling(
            @PathVariable ShopId shop,
            @RequestHeader(name = "If-Match", required = false) @Nullable String match,
            @RequestBody @Valid NewTelling body,
            Caller.Permitted caller,
            HttpServletResponse response) {
        caller.requireIn(shop);
        var address = blankToNull(body.portalAddress());
        if (address != null) {
            SafeAddress.require("/portalAddress", address);
        }
        if ((body.quietFrom() == null) != (body.quietTo() == null)) {
            throw Problem.invalid(
                    body.quietFrom() == null ? "/quietFrom" : "/quietTo",
                    "免打扰的开始和结束要一起填写",
                    "the beginning and the end of the quiet hours belong together");
        }
        for (var step : body.channels().keySet()) {
            if (Step.find(step).isEmpty()) {
                throw Problem.invalid("/channels/" + step, "没有这一步", "there is no such step");
            }
        }
        var telling =
                new Telling(
                        shop,
                        IfMatch.version(match),
                        time(body.quietFrom()),
                        time(body.quietTo()),
                        address == null ? null : address.replaceAll("/+$", ""),
                        body.channels());
        if (!store.put(telling, caller.actor(), clock.instant())) {
            throw Problem.conflict(
                            "version-conflict",
                            "其他人刚刚修改了通知设置，请查看最新内容后再保存",
                            "Somebody has just changed this; look at it and save again")
                    .with("current", store.of(shop).version());
        }
        facts.append(
                new NewFact(
                        shop,
                        "aftersales.telling-changed",
                        "telling:" + shop,
                        caller.actor(),
                        null,
                        Audience.NONE,
                        Map.of("version", store.of(shop).version())));
        return view(shop, response);
    }

    private TellingView view(ShopId shop, HttpServletResponse response) {
        var telling = store.of(shop);
        response.setHeader("ETag", IfMatch.etag(telling.version()));
        var channels = new TreeMap<String, Set<Channel>>();
        telling.channels().forEach((step, by) -> channels.put(step, new TreeSet<>(by)));
        return new TellingView(
                telling.version(),
                text(telling.quietFrom()),
                text(telling.quietTo()),
                shops.require(shop).zone().getId(),
                telling.portalAddress(),
                channels);
    }

    private static @Nullable LocalTime time(@Nullable String text) {
        return text == null ? null : LocalTime.parse(text);
    }

    private static @Nullable String text(@Nullable LocalTime time) {
        return time == null ? null : time.toString();
    }

    private static @Nullable String blankToNull(@Nullable String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }
}
