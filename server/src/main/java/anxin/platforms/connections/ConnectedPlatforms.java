package anxin.platforms.connections;

import anxin.kernel.ShopId;
import anxin.platforms.Platform;
import anxin.platforms.PlatformTrouble;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * The platforms that shops have connected. Keeps what it opened, and looks every few seconds
 * whether another node has changed a connection.
 */
@Component
public class ConnectedPlatforms {

    private static final Duration FRESH = Duration.ofSeconds(5);

    private record Key(ShopId shop, Platform platform) {}

    private record Open(Connection connection, ShopPlatform platform) {}

    private final PlatformConnectionStore store;
    private final Map<Platform, PlatformMaker> makers = new HashMap<>();
    private Map<Key, Open> open = Map.of();
    private long readAt;
    private boolean stale = true;

    ConnectedPlatforms(PlatformConnectionStore store, List<PlatformMaker> makers) {
        this.store = store;
        makers.forEach(maker -> this.makers.put(maker.platform(), maker));
    }

    public Optional<ShopPlatform> find(ShopId shop, Platform platform) {
        return Optional.ofNullable(read().get(new Key(shop, platform))).map(Open::platform);
    }

    public ShopPlatform require(ShopId shop, Platform platform) {
        return find(shop, platform)
                .orElseThrow(
                        () ->
                                PlatformTrouble.of(
                                        PlatformTrouble.Kind.NOT_CONNECTED,
                                        platform + " is not connected"));
    }

    Optional<PlatformMaker> maker(Platform platform) {
        return Optional.ofNullable(makers.get(platform));
    }

    synchronized void forget() {
        stale = true;
    }

    private synchronized Map<Key, Open> read() {
        var now = System.nanoTime();
        if (stale || now - readAt > FRESH.toNanos()) {
            var next = new HashMap<Key, Open>();
            for (var stored : store.all()) {
                var connection = stored.connection();
                var key = new Key(connection.shop(), connection.platform());
                var before = open.get(key);
                var maker = makers.get(connection.platform());
                if (before != null && before.connection().equals(connection)) {
                    next.put(key, before);
                } else if (maker != null) {
                    next.put(key, new Open(connection, maker.open(connection)));
                }
            }
            open = next;
            readAt = now;
            stale = false;
        }
        return open;
    }
}
