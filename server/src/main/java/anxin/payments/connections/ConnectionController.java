package anxin.payments.connections;

import anxin.identity.Caller;
import anxin.identity.Needs;
import anxin.identity.Permission;
import anxin.kernel.ShopId;
import anxin.kernel.fact.Audience;
import anxin.kernel.fact.FactLog;
import anxin.kernel.fact.NewFact;
import anxin.kernel.loop.AfterCommit;
import anxin.kernel.problem.Problem;
import anxin.kernel.wire.SafeAddress;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
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
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** A shop's payment gateways, set up by whoever keeps its keys. */
@RestController
@RequestMapping("/api/v1")
class ConnectionController {

    /**
     * How to reach a gateway.
     *
     * @param tenders the means of payment it serves: WECHAT, ALIPAY, CARD, …
     * @param settings by name; a secret that is left away stays as it is
     */
    record NewConnection(
            @NotEmpty(message = "请填写至少一种支付方式 | name at least one means of payment")
                    @Size(max = 20, message = "最多20种 | at most 20")
                    List<
                                    @NotNull(message = "不能为空 | must not be null")
                                    @Pattern(
                                            regexp = "[A-Z][A-Z0-9_]{0,39}",
                                            message =
                                                    "应为大写字母，如 WECHAT | upper case, such as WECHAT")
                                    String>
                            tenders,
            @NotNull(message = "缺少配置项 | the settings are missing")
                    @Size(max = 20, message = "最多20项 | at most 20")
                    Map<String, @Size(max = 8_000, message = "过长 | too long") String> settings) {}

    /**
     * A connection, without its secrets.
     *
     * @param secrets the names of those that are set
     * @param callBackPath where the gateway is to tell us what happened, below our own address
     */
    record ConnectionView(
            GatewayKind kind,
            int version,
            Set<String> tenders,
            Map<String, String> settings,
            Set<String> secrets,
            String callBackPath,
            String changedBy,
            Instant changedAt) {

        static ConnectionView of(ConnectionStore.Stored stored) {
            var connection = stored.connection();
            var shown = new TreeMap<String, String>();
            var secrets = new TreeSet<String>();
            for (var field : connection.kind().fields()) {
                connection
                        .find(field.name())
                        .ifPresent(
                                value -> {
                                    if (field.secret()) {
                                        secrets.add(field.name());
                                    } else {
                                        shown.put(field.name(), value);
                                    }
                                });
            }
            return new ConnectionView(
                    connection.kind(),
                    connection.version(),
                    new TreeSet<>(connection.tenders()),
                    shown,
                    secrets,
                    connection.callBackPath(),
                    stored.changedBy(),
                    stored.changedAt());
        }
    }

    /** A gateway that can be connected, and what it needs to know. */
    record GatewayView(GatewayKind kind, List<String> tenders, List<GatewayKind.Field> fields) {}

    enum Verdict {
        WORKS,
        REFUSED,
        NO_ANSWER
    }

    /**
     * @param detail what the gateway said; null when all is well
     */
    record GatewayTestView(Verdict verdict, @Nullable String detail) {}

    private final ConnectionStore store;
    private final ConnectedGateways gateways;
    private final FactLog facts;
    private final Clock clock;

    ConnectionController(
            ConnectionStore store, ConnectedGateways gateways, FactLog facts, Clock clock) {
        this.store = store;
        this.gateways = gateways;
        this.facts = facts;
        this.clock = clock;
    }

    @Needs(Permission.KEYS_MANAGE)
    @GetMapping("/payment-gateways")
    List<GatewayView> listGateways(Caller.Permitted caller) {
        return Arrays.stream(GatewayKind.values())
                .map(kind -> new GatewayView(kind, kind.usualTenders(), kind.fields()))
                .toList();
    }

    @Needs(Permission.KEYS_MANAGE)
    @GetMapping("/shops/{shop}/payment-gateways")
    List<ConnectionView> listPaymentGateways(@PathVariable ShopId shop, Caller.Permitted caller) {
        caller.requireIn(shop);
        return store.ofShop(shop).stream().map(ConnectionView::of).toList();
    }

    @Needs(Permission.KEYS_MANAGE)
    @Transactional
    @PutMapping("/shops/{shop}/payment-gateways/{kind}")
    ConnectionView putPaymentGateway(
            @PathVariable ShopId shop,
            @PathVariable("kind") String name,
            @RequestBody @Valid NewConnection body,
            Caller.Permitted caller) {
        caller.requireIn(shop);
        var kind = kind(name);
        var connection =
                new Connection(
                        shop, kind, 0, new HashSet<>(body.tenders()), settings(shop, kind, body));
        check(connection);
        store.put(connection, caller.actor(), clock.instant());
        if (!store.route(shop, kind, connection.tenders())) {
            throw Problem.refused(
                    "tender-served-already",
                    "其中一种支付方式已由该店铺的另一个支付渠道处理，请先在那里移除",
                    "Another gateway of this shop serves one of these means of payment; take it out there first");
        }
        facts.append(
                new NewFact(
                        shop,
                        "payments.gateway-connected",
                        "payment-gateway:" + kind,
                        caller.actor(),
                        null,
                        Audience.NONE,
                        Map.of("tenders", new TreeSet<>(connection.tenders()))));
        AfterCommit.run(gateways::forget);
        return find(shop, kind);
    }

    /** Asks the gateway for something that moves nothing, to see whether the keys are good. */
    @Needs(Permission.KEYS_MANAGE)
    @PutMapping("/shops/{shop}/payment-gateways/{kind}/test")
    GatewayTestView testPaymentGateway(
            @PathVariable ShopId shop, @PathVariable("kind") String name, Caller.Permitted caller) {
        caller.requireIn(shop);
        var gateway =
                gateways.shopGateway(shop, kind(name).name())
                        .orElseThrow(() -> Problem.missing("payment-gateway"));
        try {
            return gateway.trouble()
                    .map(why -> new GatewayTestView(Verdict.REFUSED, why))
                    .orElseGet(() -> new GatewayTestView(Verdict.WORKS, null));
        } catch (UncheckedIOException silent) {
            return new GatewayTestView(Verdict.NO_ANSWER, silent.getMessage());
        }
    }

    private static GatewayKind kind(String name) {
        return Arrays.stream(GatewayKind.values())
                .filter(kind -> kind.name().equals(name))
                .findFirst()
                .orElseThrow(() -> Problem.missing("payment-gateway"));
    }

    /** What was sent, over the secrets that are there already. */
    private Map<String, String> settings(ShopId shop, GatewayKind kind, NewConnection body) {
        var before =
                store.ofShop(shop).stream()
                        .map(ConnectionStore.Stored::connection)
                        .filter(connection -> connection.kind() == kind)
                        .findFirst();
        var settings = new HashMap<String, String>();
        for (var field : kind.fields()) {
            var sent = body.settings().get(field.name());
            if (sent != null && !sent.isBlank()) {
                settings.put(field.name(), sent.strip());
            } else if (field.secret()) {
                before.flatMap(connection -> connection.find(field.name()))
                        .ifPresent(kept -> settings.put(field.name(), kept));
            }
            if (field.required() && !settings.containsKey(field.name())) {
                throw Problem.invalid("/settings/" + field.name(), "必填", "is needed");
            }
        }
        for (var name : body.settings().keySet()) {
            if (kind.fields().stream().noneMatch(field -> field.name().equals(name))) {
                throw Problem.invalid("/settings/" + name, "没有这一项", "is not a setting of " + kind);
            }
        }
        return settings;
    }

    private void check(Connection connection) {
        for (var name : List.of(GatewayKind.ADDRESS, GatewayKind.CALL_BACK_ADDRESS)) {
            connection
                    .find(name)
                    .ifPresent(address -> SafeAddress.require("/settings/" + name, address));
        }
        try {
            gateways.open(connection);
        } catch (BadSetting bad) {
            throw Problem.invalid(
                    "/settings/" + bad.name(),
                    "格式不正确（" + bad.getMessage() + "）",
                    String.valueOf(bad.getMessage()));
        }
    }

    private ConnectionView find(ShopId shop, GatewayKind kind) {
        return store.ofShop(shop).stream()
                .filter(stored -> stored.connection().kind() == kind)
                .findFirst()
                .map(ConnectionView::of)
                .orElseThrow(() -> Problem.missing("payment-gateway"));
    }
}
