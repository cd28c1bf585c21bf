package anxin.journal.subscriptions;

import anxin.identity.Caller;
import anxin.identity.Needs;
import anxin.identity.Permission;
import anxin.kernel.ShopId;
import anxin.kernel.fact.Audience;
import anxin.kernel.fact.FactLog;
import anxin.kernel.fact.NewFact;
import anxin.kernel.page.Cursor;
import anxin.kernel.page.Page;
import anxin.kernel.problem.Problem;
import anxin.kernel.wire.SafeAddress;
import io.swagger.v3.oas.annotations.Operation;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** A shop's web hooks: who is told of what, and the log of what was told. */
@RestController
@RequestMapping("/api/v1/shops/{shop}/subscriptions")
class SubscriptionController {

    /** {@code types} are names of events, or beginnings with a star: {@code aftersales.*}. */
    record NewSubscription(
            @NotBlank(message = "请填写地址 | the address is missing")
                    @Size(max = 500, message = "过长 | too long")
                    String url,
            @NotEmpty(message = "请至少选择一种事件 | choose at least one event")
                    @Size(max = 50, message = "最多50种 | at most 50")
                    List<
                                    @NotNull(message = "不能为空 | must not be null")
                                    @Pattern(
                                            regexp = "[a-z]+\\.([a-z-]+|\\*)",
                                            message =
                                                    "应如 aftersales.case-changed | like aftersales.case-changed")
                                    String>
                            types,
            @Nullable Boolean active) {}

    /**
     * @param secret in the answer that made it, once
     * @param disabledWhy FAILING (for a day) or GONE (it said so) when we switched it off
     * @param oldUntil until then the secret before signs too
     */
    record SubscriptionView(
            UUID id,
            String url,
            List<String> types,
            int version,
            boolean active,
            @Nullable String disabledWhy,
            @Nullable Instant failingSince,
            int failures,
            @Nullable Instant oldUntil,
            Instant createdAt,
            @Nullable String secret) {}

    /**
     * @param state WAITING, DELIVERED or GIVEN_UP
     * @param status what the subscriber answered last
     */
    record DeliveryView(
            UUID id,
            String event,
            String type,
            String subject,
            String body,
            String state,
            int attempts,
            @Nullable Instant nextAt,
            @Nullable Integer status,
            @Nullable String trouble,
            @Nullable Integer millis,
            Instant createdAt,
            @Nullable Instant doneAt) {}

    /** What there is to subscribe to. */
    private static final List<String> TYPES =
            List.of(
                    "aftersales.case-submitted",
                    "aftersales.case-changed",
                    "aftersales.message-written",
                    "aftersales.reply-late",
                    "aftersales.follow-up-answered",
                    "aftersales.notice-resent",
                    "messaging.receipt-came",
                    "journal.subscription-disabled");

    record SubscriptionsView(List<SubscriptionView> subscriptions, List<String> eventTypes) {}

    private static final int PAGE = 50;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final SubscriptionStore store;
    private final DeliveryStore deliveries;
    private final HookSender sender;
    private final FactLog facts;
    private final Clock clock;

    SubscriptionController(
            SubscriptionStore store,
            DeliveryStore deliveries,
            HookSender sender,
            FactLog facts,
            Clock clock) {
        this.store = store;
        this.deliveries = deliveries;
        this.sender = sender;
        this.facts = facts;
        this.clock = clock;
    }

    @GetMapping
    @Needs(Permission.KEYS_MANAGE)
    @Operation(summary = "A shop's web hooks, and what there is to subscribe to")
    SubscriptionsView listSubscriptions(@PathVariable ShopId shop, Caller.Permitted caller) {
        caller.requireIn(shop);
        return new SubscriptionsView(
                store.ofShop(shop).stream().map(row -> view(row, null)).toList(), TYPES);
    }

    @PutMapping("/{id}")
    @Needs(Permission.KEYS_MANAGE)
    @Transactional
    @Operation(
            summary = "Makes a web hook, or changes one",
            description =
                    "The secret is shown once, in the answer that made it. A change needs If-Match.")
    SubscriptionView putSubscription(
            @PathVariable ShopId shop,
            @PathVariable UUID id,
            @RequestHeader(name = "If-Match", required = false) @Nullable String match,
            @RequestBody @Valid NewSubscription body,
            Caller.Permitted caller) {
        caller.requireIn(shop);
        var url = SafeAddress.require("/url", body.url()).toString();
        var now = clock.instant();
        var before = store.find(shop.value(), id);
        if (before.isEmpty()) {
            var secret = newSecret();
            store.add(shop, id, url, body.types(), secret, caller.actor(), now);
            tell(shop, "journal.subscription-made", id, url, caller);
            return view(found(shop, id), secret);
        }
        var active = !Boolean.FALSE.equals(body.active());
        if (match == null
                || !store.change(before.get(), version(match), url, body.types(), active, now)) {
            throw Problem.conflict(
                            "version-conflict",
                            "其他人刚刚修改了这个订阅，请查看最新内容后再保存",
                            "Somebody has just changed this web hook; look at it and save again")
                    .with("current", before.get().version());
        }
        tell(shop, "journal.subscription-changed", id, url, caller);
        sender.wakeAfterCommit();
        return view(found(shop, id), null);
    }

    @PutMapping("/{id}/rotation")
    @Needs(Permission.KEYS_MANAGE)
    @Transactional
    @Operation(summary = "A new secret; the one before signs too for 24 hours")
    SubscriptionView rotateSubscription(
            @PathVariable ShopId shop, @PathVariable UUID id, Caller.Permitted caller) {
        caller.requireIn(shop);
        var secret = newSecret();
        var row = found(shop, id);
        store.rotate(row, secret, clock.instant());
        tell(shop, "journal.subscription-rotated", id, row.url(), caller);
        return view(found(shop, id), secret);
    }

    @DeleteMapping("/{id}")
    @Needs(Permission.KEYS_MANAGE)
    @Transactional
    @Operation(summary = "Ends a web hook and forgets its log")
    void removeSubscription(
            @PathVariable ShopId shop, @PathVariable UUID id, Caller.Permitted caller) {
        caller.requireIn(shop);
        var row = found(shop, id);
        store.remove(row);
        tell(shop, "journal.subscription-removed", id, row.url(), caller);
    }

    @GetMapping("/{id}/deliveries")
    @Needs(Permission.KEYS_MANAGE)
    @Operation(summary = "What was told to a subscriber, newest first")
    Page<DeliveryView> listDeliveries(
            @PathVariable ShopId shop,
            @PathVariable UUID id,
            @RequestParam(required = false) @Nullable String state,
            @RequestParam(required = false) @Nullable String after,
            Caller.Permitted caller) {
        caller.requireIn(shop);
        var row = found(shop, id);
        var asked = state == null || state.isBlank() ? null : state;
        var rows = deliveries.log(row.shopId(), row.id(), asked, Cursor.decode(after, 2), PAGE + 1);
        return Page.of(rows, PAGE, one -> Cursor.at(one.createdAt(), one.id()))
                .map(SubscriptionController::view);
    }

    @PutMapping("/{id}/deliveries/{delivery}/copies/{copy}")
    @Needs(Permission.KEYS_MANAGE)
    @Transactional
    @Operation(summary = "Sends the same event once more")
    DeliveryView resendDelivery(
            @PathVariable ShopId shop,
            @PathVariable UUID id,
            @PathVariable UUID delivery,
            @PathVariable UUID copy,
            Caller.Permitted caller) {
        caller.requireIn(shop);
        var row =
                deliveries
                        .find(shop.value(), id, delivery)
                        .orElseThrow(() -> Problem.missing("delivery"));
        deliveries.copy(row, copy, row.body(), clock.instant());
        sender.wakeAfterCommit();
        return deliveries
                .find(shop.value(), id, copy)
                .map(SubscriptionController::view)
                .orElseThrow(() -> Problem.missing("delivery"));
    }

    /** 256 random bits. */
    private static String newSecret() {
        var bytes = new byte[32];
        RANDOM.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private static int version(String match) {
        try {
            return Integer.parseInt(match.replace("W/", "").replace("\"", "").strip());
        } catch (NumberFormatException notAVersion) {
            throw Problem.invalid("/If-Match", "应为版本号，例如 \"3\"", "must be a version such as \"3\"");
        }
    }

    private SubscriptionStore.Row found(ShopId shop, UUID id) {
        return store.find(shop.value(), id).orElseThrow(() -> Problem.missing("subscription"));
    }

    private static SubscriptionView view(SubscriptionStore.Row row, @Nullable String secret) {
        return new SubscriptionView(
                row.id(),
                row.url(),
                row.types(),
                row.version(),
                row.active(),
                row.disabledWhy(),
                row.failingSince(),
                row.failures(),
                row.oldUntil(),
                row.createdAt(),
                secret);
    }

    private static DeliveryView view(DeliveryStore.Row row) {
        return new DeliveryView(
                row.id(),
                row.event(),
                row.type(),
                row.subject(),
                row.body(),
                row.state(),
                row.attempts(),
                row.state().equals("WAITING") ? row.nextAt() : null,
                row.status(),
                row.trouble(),
                row.millis(),
                row.createdAt(),
                row.doneAt());
    }

    private void tell(ShopId shop, String type, UUID id, String url, Caller.Permitted caller) {
        facts.append(
                new NewFact(
                        shop,
                        type,
                        "subscription:" + id,
                        caller.actor(),
                        null,
                        Audience.NONE,
                        Map.of("url", url)));
    }
}
