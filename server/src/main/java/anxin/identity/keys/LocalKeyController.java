package anxin.identity.keys;

import anxin.identity.ForEveryone;
import anxin.identity.Permission;
import anxin.identity.ShopNames;
import anxin.identity.secret.PrivateFile;
import anxin.identity.secret.ThisMachine;
import anxin.identity.secret.Token;
import anxin.kernel.ShopId;
import anxin.kernel.fact.Audience;
import anxin.kernel.fact.FactLog;
import anxin.kernel.fact.NewFact;
import anxin.kernel.problem.Problem;
import io.swagger.v3.oas.annotations.Operation;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.Size;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * A key from the shell of the machine itself. The running server writes {@code
 * <ANXIN_HOME>/local-token}, readable by its own user alone and new at every start; whoever can
 * read it owns the installation anyway. {@code ./dev key --shop SHOP --scopes A,B} does
 *
 * <pre>
 * curl -sf http://127.0.0.1:$PORT/api/v1/local/keys -H "X-Local-Token: $(cat $ANXIN_HOME/local-token)" \
 *      -H 'Content-Type: application/json' -d '{"shop":"SHOP","scopes":["A","B"]}'
 * </pre>
 *
 * and prints {@code secret} of the answer, which is shown this once. Without {@code shop} the key
 * reaches every shop. Elsewhere than on this machine, and through a proxy, there is no such
 * address.
 */
@RestController
@RequestMapping("/api/v1/local/keys")
class LocalKeyController implements SmartInitializingSingleton {

    record NewLocalKey(
            @Nullable ShopId shop,
            @NotEmpty(message = "至少一项权限 | at least one scope is needed") Set<Permission> scopes,
            @Nullable @Size(max = 100, message = "最多100个字符 | at most 100 characters")
                    String name) {}

    record LocalKeyView(UUID id, String name, String secret) {}

    private final ApiKeys keys;
    private final ObjectProvider<ShopNames> shops;
    private final FactLog facts;
    private final TransactionTemplate transaction;
    private final Path file;
    private final String token = Token.random();

    LocalKeyController(
            ApiKeys keys,
            ObjectProvider<ShopNames> shops,
            FactLog facts,
            TransactionTemplate transaction,
            @Value("${anxin.home}") Path home) {
        this.keys = keys;
        this.shops = shops;
        this.facts = facts;
        this.transaction = transaction;
        this.file = home.toAbsolutePath().resolve("local-token");
    }

    @Override
    public void afterSingletonsInstantiated() {
        try {
            PrivateFile.replace(file, token);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write " + file, e);
        }
    }

    @PostMapping
    @ForEveryone
    @Operation(summary = "Makes a key for the shell of this machine itself")
    LocalKeyView createLocalKey(
            @RequestHeader(name = "X-Local-Token", required = false) @Nullable String shown,
            @RequestBody @Valid NewLocalKey body,
            HttpServletRequest request) {
        if (!ThisMachine.sent(request) || shown == null || !Token.same(shown.strip(), token)) {
            throw Problem.missing("address");
        }
        var shop = body.shop();
        var directory = shops.getIfAvailable();
        if (shop != null && directory != null && !directory.all().containsKey(shop)) {
            throw Problem.missing("shop");
        }
        var id = UUID.randomUUID();
        var name = body.name() == null || body.name().isBlank() ? "shell" : body.name().strip();
        var secret =
                transaction.execute(
                        status -> {
                            facts.append(
                                    new NewFact(
                                            shop,
                                            "identity.key-created",
                                            "key:" + id,
                                            "system",
                                            null,
                                            Audience.NONE,
                                            Map.of(
                                                    "name",
                                                    name,
                                                    "scopes",
                                                    body.scopes().stream()
                                                            .map(Permission::name)
                                                            .sorted()
                                                            .toList())));
                            return keys.create(
                                    id,
                                    name,
                                    body.scopes(),
                                    shop == null ? null : Set.of(shop),
                                    null,
                                    "system");
                        });
        return new LocalKeyView(id, name, java.util.Objects.requireNonNull(secret));
    }
}
