package anxin.commerce.hooks;

import anxin.commerce.Shops;
import anxin.commerce.intake.Changes;
import anxin.identity.Caller;
import anxin.identity.Needs;
import anxin.identity.Permission;
import anxin.kernel.ShopId;
import anxin.kernel.problem.Problem;
import io.swagger.v3.oas.annotations.Operation;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The secrets by which a shop signs its web hooks. */
@RestController
@RequestMapping("/api/v1/shops/{shop}/hook-secrets")
class HookSecretController {

    private static final SecureRandom RANDOM = new SecureRandom();

    private final HookStore hooks;
    private final Shops shops;
    private final Changes changes;

    HookSecretController(HookStore hooks, Shops shops, Changes changes) {
        this.hooks = hooks;
        this.shops = shops;
        this.changes = changes;
    }

    /** {@code secret} is shown once, when it is made; afterwards it is null. */
    record HookSecretView(
            UUID id,
            @Nullable String secret,
            String createdBy,
            Instant createdAt,
            @Nullable Instant revokedAt) {

        static HookSecretView of(HookStore.Secret secret, @Nullable String shown) {
            return new HookSecretView(
                    secret.id(), shown, secret.createdBy(), secret.createdAt(), secret.revokedAt());
        }
    }

    @Needs(Permission.KEYS_MANAGE)
    @Transactional
    @PutMapping("/{id}")
    @Operation(summary = "Makes a secret that signs what the shop sends, shown once")
    HookSecretView putHookSecret(
            @PathVariable ShopId shop, @PathVariable UUID id, Caller.Permitted caller) {
        caller.requireIn(shop);
        shops.require(shop);
        var bytes = new byte[32];
        RANDOM.nextBytes(bytes);
        var secret = "whs_" + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        var made = hooks.add(shop, id, secret, caller.actor());
        if (made) {
            changes.changed(shop, "hook-secret", id.toString(), caller.actor());
        }
        return HookSecretView.of(find(shop, id), made ? secret : null);
    }

    @Needs(Permission.KEYS_MANAGE)
    @GetMapping
    @Operation(summary = "The secrets that sign what the shop sends")
    List<HookSecretView> listHookSecrets(@PathVariable ShopId shop, Caller.Permitted caller) {
        caller.requireIn(shop);
        return hooks.list(shop).stream().map(one -> HookSecretView.of(one, null)).toList();
    }

    @Needs(Permission.KEYS_MANAGE)
    @Transactional
    @DeleteMapping("/{id}")
    @Operation(summary = "Revokes a hook secret at once and for good")
    HookSecretView revokeHookSecret(
            @PathVariable ShopId shop, @PathVariable UUID id, Caller.Permitted caller) {
        caller.requireIn(shop);
        find(shop, id);
        hooks.revoke(shop, id);
        changes.changed(shop, "hook-secret", id.toString(), caller.actor());
        return HookSecretView.of(find(shop, id), null);
    }

    private HookStore.Secret find(ShopId shop, UUID id) {
        return hooks.find(shop, id).orElseThrow(() -> Problem.missing("hook-secret"));
    }
}
