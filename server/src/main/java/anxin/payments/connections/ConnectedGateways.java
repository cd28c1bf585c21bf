package anxin.payments.connections;

import anxin.kernel.ShopId;
import anxin.payments.PaymentGateway;
import anxin.payments.PaymentGateways;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * The shops' own gateways first, then those of the house (the demo's). Keeps what it opened, and
 * looks every few seconds whether another node has changed a connection.
 */
@Component
class ConnectedGateways implements PaymentGateways {

    private static final Logger log = LoggerFactory.getLogger(ConnectedGateways.class);
    private static final Duration FRESH = Duration.ofSeconds(5);

    private record Open(Connection connection, ShopGateway gateway) {}

    private record Key(ShopId shop, String name) {}

    private final ConnectionStore store;
    private final Map<GatewayKind, GatewayMaker> makers = new HashMap<>();
    private final List<PaymentGateway> ofTheHouse;
    private Map<Key, Open> open = Map.of();
    private long readAt;
    private boolean stale = true;

    ConnectedGateways(
            ConnectionStore store, List<GatewayMaker> makers, List<PaymentGateway> ofTheHouse) {
        this.store = store;
        makers.forEach(maker -> this.makers.put(maker.kind(), maker));
        this.ofTheHouse = ofTheHouse;
    }

    @Override
    public String nameFor(ShopId shop, String tender) {
        return gateways().values().stream()
                .filter(one -> one.connection().shop().equals(shop))
                .<PaymentGateway>map(Open::gateway)
                .filter(gateway -> gateway.serves(tender))
                .findFirst()
                .or(() -> ofTheHouse.stream().filter(g -> g.serves(tender)).findFirst())
                .map(PaymentGateway::name)
                .orElse(NONE);
    }

    @Override
    public Optional<PaymentGateway> find(ShopId shop, String name) {
        return shopGateway(shop, name)
                .<PaymentGateway>map(gateway -> gateway)
                .or(() -> ofTheHouse.stream().filter(g -> g.name().equals(name)).findFirst());
    }

    @Override
    public List<Connected> connected() {
        return gateways().values().stream()
                .map(
                        one ->
                                new Connected(
                                        one.connection().shop(),
                                        one.gateway(),
                                        one.connection().kind().zone()))
                .toList();
    }

    Optional<ShopGateway> shopGateway(ShopId shop, String name) {
        return Optional.ofNullable(gateways().get(new Key(shop, name))).map(Open::gateway);
    }

    /** Makes one to try its settings; throws {@link BadSetting}. */
    ShopGateway open(Connection connection) {
        var maker = makers.get(connection.kind());
        if (maker == null) {
            throw new IllegalStateException("nobody speaks with " + connection.kind());
        }
        return maker.open(connection);
    }

    synchronized void forget() {
        stale = true;
    }

    private synchronized Map<Key, Open> gateways() {
        var now = System.nanoTime();
        if (stale || now - readAt > FRESH.toNanos()) {
            var next = new HashMap<Key, Open>();
            for (var stored : store.all()) {
                var connection = stored.connection();
                var key = new Key(connection.shop(), connection.kind().name());
                var before = open.get(key);
                try {
                    next.put(
                            key,
                            before != null && before.connection().equals(connection)
                                    ? before
                                    : new Open(connection, open(connection)));
                } catch (IllegalArgumentException unusable) {
                    log.error("{} cannot be used: {}", connection, unusable.getMessage());
                }
            }
            open = next;
            readAt = now;
            stale = false;
        }
        return open;
    }
}
