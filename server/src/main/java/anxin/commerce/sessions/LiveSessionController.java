package anxin.commerce.sessions;

import anxin.commerce.Shops;
import anxin.commerce.intake.Changes;
import anxin.commerce.sessions.LiveSessions.LiveSession;
import anxin.commerce.sessions.Promotions.Promotion;
import anxin.identity.Caller;
import anxin.identity.Needs;
import anxin.identity.Permission;
import anxin.kernel.ShopId;
import anxin.kernel.page.Page;
import anxin.kernel.problem.Problem;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Live sessions and promotions over HTTP. */
@RestController
@RequestMapping("/api/v1/shops/{shop}")
class LiveSessionController {

    private final LiveSessions sessions;
    private final Promotions promotions;
    private final Shops shops;
    private final Changes changes;

    LiveSessionController(
            LiveSessions sessions, Promotions promotions, Shops shops, Changes changes) {
        this.sessions = sessions;
        this.promotions = promotions;
        this.shops = shops;
        this.changes = changes;
    }

    record LiveSessionView(LiveSession session, boolean stale) {}

    record PromotionView(Promotion promotion, boolean stale) {}

    @Needs(Permission.COMMERCE_WRITE)
    @Transactional
    @PutMapping("/live-sessions/{id}")
    LiveSessionView putLiveSession(
            @PathVariable ShopId shop,
            @PathVariable String id,
            @RequestBody @Valid LiveSession body,
            Caller.Permitted caller) {
        caller.requireIn(shop);
        shops.require(shop);
        requireSame(id, body.id());
        requireOrder(body.startsAt(), body.endsAt());
        var stale = sessions.write(shop, List.of(body)).containsValue(true);
        if (!stale) {
            changes.changed(shop, "live-session", id, caller.actor());
        }
        return new LiveSessionView(sessions.find(shop, id).orElseThrow(), stale);
    }

    @Needs(Permission.COMMERCE_READ)
    @GetMapping("/live-sessions/{id}")
    LiveSessionView getLiveSession(
            @PathVariable ShopId shop, @PathVariable String id, Caller.Permitted caller) {
        caller.requireIn(shop);
        return new LiveSessionView(
                sessions.find(shop, id).orElseThrow(() -> Problem.missing("live-session")), false);
    }

    @Needs(Permission.COMMERCE_READ)
    @GetMapping("/live-sessions")
    Page<LiveSession> listLiveSessions(
            @PathVariable ShopId shop,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(defaultValue = "50") @Min(1) @Max(200) int size,
            Caller.Permitted caller) {
        caller.requireIn(shop);
        return sessions.page(shop, after, size);
    }

    @Needs(Permission.COMMERCE_WRITE)
    @Transactional
    @PutMapping("/promotions/{id}")
    PromotionView putPromotion(
            @PathVariable ShopId shop,
            @PathVariable String id,
            @RequestBody @Valid Promotion body,
            Caller.Permitted caller) {
        caller.requireIn(shop);
        shops.require(shop);
        requireSame(id, body.id());
        requireOrder(body.startsAt(), body.endsAt());
        var stale = promotions.write(shop, List.of(body)).containsValue(true);
        if (!stale) {
            changes.changed(shop, "promotion", id, caller.actor());
        }
        return new PromotionView(promotions.find(shop, id).orElseThrow(), stale);
    }

    @Needs(Permission.COMMERCE_READ)
    @GetMapping("/promotions/{id}")
    PromotionView getPromotion(
            @PathVariable ShopId shop, @PathVariable String id, Caller.Permitted caller) {
        caller.requireIn(shop);
        return new PromotionView(
                promotions.find(shop, id).orElseThrow(() -> Problem.missing("promotion")), false);
    }

    @Needs(Permission.COMMERCE_READ)
    @GetMapping("/promotions")
    Page<Promotion> listPromotions(
            @PathVariable ShopId shop,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(defaultValue = "50") @Min(1) @Max(200) int size,
            Caller.Permitted caller) {
        caller.requireIn(shop);
        return promotions.page(shop, after, size);
    }

    private static void requireSame(String ofAddress, String ofBody) {
        if (!ofAddress.equals(ofBody)) {
            throw Problem.invalid("/id", "应与地址中的编号一致", "must be the id of the address");
        }
    }

    private static void requireOrder(Instant startsAt, @Nullable Instant endsAt) {
        if (endsAt != null && endsAt.isBefore(startsAt)) {
            throw Problem.invalid("/endsAt", "不能早于 startsAt", "must not be before startsAt");
        }
    }
}
