package anxin.identity.keys;

import anxin.identity.Caller;
import anxin.identity.Needs;
import anxin.identity.Permission;
import anxin.identity.people.Version;
import anxin.kernel.ShopId;
import anxin.kernel.page.Cursor;
import anxin.kernel.page.Page;
import anxin.kernel.problem.Problem;
import io.swagger.v3.oas.annotations.Operation;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** API keys, for those who may give them out: never more than one has oneself. */
@RestController
@RequestMapping("/api/v1/keys")
class KeyController {

    /**
     * A key to be made.
     *
     * @param shops the shops it reaches; null for every shop, which only one who has them all may
     *     give
     */
    record NewKey(
            @NotBlank(message = "请填写名称 | a name is needed")
                    @Size(max = 100, message = "最多100个字符 | at most 100 characters")
                    String name,
            @NotEmpty(message = "至少选择一项权限 | at least one scope is needed") Set<Permission> scopes,
            @Nullable Set<ShopId> shops,
            @Nullable Instant expiresAt) {}

    /**
     * A new secret for a key.
     *
     * @param graceMinutes how long the old one stays good, a day unless told
     */
    record Rotation(
            @Min(value = 0, message = "0到43200之间 | from 0 to 43200")
                    @Max(value = 43_200, message = "0到43200之间 | from 0 to 43200")
                    @Nullable Integer graceMinutes) {}

    /**
     * A key.
     *
     * @param secret only in the answer that made it; afterwards nobody can read it
     * @param oldSecretUntil until when the secret before the last rotation is good
     */
    record KeyView(
            UUID id,
            String name,
            String prefix,
            Set<Permission> scopes,
            @Nullable Set<ShopId> shops,
            @Nullable Instant expiresAt,
            @Nullable Instant revokedAt,
            @Nullable Instant lastUsedAt,
            @Nullable Instant oldSecretUntil,
            String createdBy,
            Instant createdAt,
            long version,
            @Nullable String secret) {

        static KeyView of(ApiKey key, @Nullable String secret) {
            return new KeyView(
                    key.id(),
                    key.name(),
                    key.prefix(),
                    key.scopes(),
                    key.shops(),
                    key.expiresAt(),
                    key.revokedAt(),
                    key.lastUsedAt(),
                    key.oldUntil(),
                    key.createdBy(),
                    key.createdAt(),
                    key.version(),
                    secret);
        }
    }

    private final KeyDesk desk;

    KeyController(KeyDesk desk) {
        this.desk = desk;
    }

    @GetMapping
    @Needs(Permission.KEYS_MANAGE)
    @Operation(summary = "API keys that reach no further than oneself, newest first")
    Page<KeyView> listKeys(
            Caller.Permitted caller,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(defaultValue = "50") int size) {
        var limit = Math.clamp(size, 1, 200);
        return Page.of(
                        desk.list(caller, Cursor.decode(after, 2), limit + 1),
                        limit,
                        key -> Cursor.at(key.createdAt(), key.id()))
                .map(key -> KeyView.of(key, null));
    }

    @PutMapping("/{id}")
    @Needs(Permission.KEYS_MANAGE)
    @Operation(
            summary = "Makes a key; its secret stands only in this answer",
            description = "The same id again answers without the secret.")
    KeyView createKey(
            Caller.Permitted caller,
            @PathVariable UUID id,
            @RequestBody @Valid NewKey body,
            HttpServletResponse response) {
        var secret =
                desk.create(
                        caller,
                        id,
                        body.name().strip(),
                        body.scopes(),
                        body.shops() == null ? null : new TreeSet<>(body.shops()),
                        body.expiresAt());
        return tagged(KeyView.of(find(caller, id), secret), response);
    }

    @PutMapping("/{id}/rotation")
    @Needs(Permission.KEYS_MANAGE)
    @Operation(
            summary = "A new secret for a key; the old one stays good for the grace period",
            description = "If-Match carries the version one has seen; 409 when it is older.")
    KeyView rotateKey(
            Caller.Permitted caller,
            @PathVariable UUID id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestBody @Valid Rotation body,
            HttpServletResponse response) {
        var minutes = body.graceMinutes() == null ? 24 * 60 : body.graceMinutes();
        var key = find(caller, id);
        var secret = desk.rotate(caller, key, Version.from(ifMatch), minutes);
        return tagged(KeyView.of(find(caller, id), secret), response);
    }

    @DeleteMapping("/{id}")
    @Needs(Permission.KEYS_MANAGE)
    @Operation(summary = "Revokes a key at once and for good")
    KeyView revokeKey(Caller.Permitted caller, @PathVariable UUID id) {
        desk.revoke(caller, find(caller, id));
        return KeyView.of(find(caller, id), null);
    }

    private static KeyView tagged(KeyView view, HttpServletResponse response) {
        Version.tag(response, view.version());
        return view;
    }

    private ApiKey find(Caller.Permitted caller, UUID id) {
        return desk.find(caller, id).orElseThrow(() -> Problem.missing("key"));
    }
}
