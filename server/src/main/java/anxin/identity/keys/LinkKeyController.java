package anxin.identity.keys;

import anxin.identity.Caller;
import anxin.identity.Needs;
import anxin.identity.Permission;
import anxin.identity.secret.Token;
import anxin.identity.secret.Vault;
import anxin.kernel.ShopId;
import anxin.kernel.fact.Audience;
import anxin.kernel.fact.FactLog;
import anxin.kernel.fact.NewFact;
import anxin.kernel.problem.Problem;
import io.swagger.v3.oas.annotations.Operation;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.spec.X509EncodedKeySpec;
import java.time.Clock;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The keys by which a shop signs links for its customers. */
@RestController
@RequestMapping("/api/v1/shops/{shop}/link-keys")
class LinkKeyController {

    /** How a link is signed: by a secret both know, or by a private key that only the shop has. */
    enum Kind {
        HS256,
        EdDSA
    }

    /**
     * A key to be known.
     *
     * @param publicKey of EdDSA: Ed25519 as PEM or base64 (SubjectPublicKeyInfo); of HS256 none,
     *     the secret is ours to make
     */
    record NewLinkKey(
            @NotBlank(message = "请填写名称 | a name is needed")
                    @Size(max = 100, message = "最多100个字符 | at most 100 characters")
                    String name,
            @NotNull(message = "应为 HS256 或 EdDSA | must be HS256 or EdDSA") Kind kind,
            @Nullable @Size(max = 1000, message = "过长 | too long") String publicKey) {}

    /**
     * A key.
     *
     * @param secret of HS256, only in the answer that made it: the bytes of this very text sign
     */
    record LinkKeyView(
            UUID id,
            ShopId shop,
            String name,
            String kind,
            String createdBy,
            Instant createdAt,
            @Nullable Instant revokedAt,
            @Nullable String secret) {}

    private final ShopKeyStore store;
    private final Vault vault;
    private final FactLog facts;
    private final TransactionTemplate transaction;
    private final Clock clock;

    LinkKeyController(
            ShopKeyStore store,
            Vault vault,
            FactLog facts,
            TransactionTemplate transaction,
            Clock clock) {
        this.store = store;
        this.vault = vault;
        this.facts = facts;
        this.transaction = transaction;
        this.clock = clock;
    }

    @GetMapping
    @Needs(Permission.KEYS_MANAGE)
    @Operation(summary = "The keys by which the shop signs its customers' links")
    List<LinkKeyView> listLinkKeys(Caller.Permitted caller, @PathVariable ShopId shop) {
        caller.requireIn(shop);
        return store.all(shop).stream().map(row -> view(row, null)).toList();
    }

    /** The same id again answers without the secret. */
    @PutMapping("/{id}")
    @Needs(Permission.KEYS_MANAGE)
    @Operation(summary = "Makes a link key; a secret stands only in this answer")
    LinkKeyView createLinkKey(
            Caller.Permitted caller,
            @PathVariable ShopId shop,
            @PathVariable UUID id,
            @RequestBody @Valid NewLinkKey body) {
        caller.requireIn(shop);
        var secret = body.kind() == Kind.HS256 ? Token.random() : null;
        var material =
                secret != null
                        ? vault.seal(secret.getBytes(StandardCharsets.UTF_8))
                        : publicKey(body.publicKey());
        var added =
                Boolean.TRUE.equals(
                        transaction.execute(
                                status -> {
                                    var fresh =
                                            store.add(
                                                    id,
                                                    shop,
                                                    body.name().strip(),
                                                    body.kind().name(),
                                                    material,
                                                    caller.actor(),
                                                    clock.instant());
                                    if (fresh) {
                                        tell("identity.link-key-created", caller, shop, id);
                                    }
                                    return fresh;
                                }));
        return view(find(shop, id), added ? secret : null);
    }

    @DeleteMapping("/{id}")
    @Needs(Permission.KEYS_MANAGE)
    @Operation(summary = "Revokes a link key at once and for good")
    LinkKeyView revokeLinkKey(
            Caller.Permitted caller, @PathVariable ShopId shop, @PathVariable UUID id) {
        caller.requireIn(shop);
        if (find(shop, id).revokedAt() == null) {
            transaction.executeWithoutResult(
                    status -> {
                        store.revoke(id, clock.instant());
                        tell("identity.link-key-revoked", caller, shop, id);
                    });
        }
        return view(find(shop, id), null);
    }

    private static byte[] publicKey(@Nullable String text) {
        try {
            var base64 =
                    text == null
                            ? ""
                            : text.replaceAll("-----[A-Z ]+-----", "").replaceAll("\\s", "");
            var encoded = Base64.getDecoder().decode(base64);
            KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(encoded));
            return encoded;
        } catch (IllegalArgumentException | GeneralSecurityException notAKey) {
            throw Problem.invalid(
                    "/publicKey",
                    "应为 Ed25519 公钥（PEM 或 base64）",
                    "must be an Ed25519 public key, as PEM or base64");
        }
    }

    private ShopKeyStore.Row find(ShopId shop, UUID id) {
        return store.find(shop, id).orElseThrow(() -> Problem.missing("key"));
    }

    private void tell(String type, Caller.Permitted caller, ShopId shop, UUID id) {
        facts.append(
                new NewFact(
                        shop,
                        type,
                        "link-key:" + id,
                        caller.actor(),
                        null,
                        Audience.NONE,
                        Map.of()));
    }

    private static LinkKeyView view(ShopKeyStore.Row row, @Nullable String secret) {
        return new LinkKeyView(
                row.id(),
                new ShopId(row.shopId()),
                row.name(),
                row.kind(),
                row.createdBy(),
                row.createdAt(),
                row.revokedAt(),
                secret);
    }
}
