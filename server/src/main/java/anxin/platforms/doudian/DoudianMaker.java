package anxin.platforms.doudian;

import anxin.platforms.Platform;
import anxin.platforms.connections.Connection;
import anxin.platforms.connections.Field;
import anxin.platforms.connections.PlatformMaker;
import anxin.platforms.connections.ShopPlatform;
import anxin.platforms.connections.Tokens;
import anxin.platforms.wire.PlatformHttp;
import java.time.Clock;
import java.util.List;
import org.springframework.stereotype.Component;

@Component
class DoudianMaker implements PlatformMaker {

    private static final List<Field> FIELDS =
            Field.all(
                    Field.plain("appKey"),
                    Field.secret("appSecret"),
                    Field.plain("shopId"),
                    Field.optionalSecret("refreshToken"),
                    Field.optional("returnAddressId"));

    private final PlatformHttp http;
    private final Tokens tokens;
    private final Clock clock;

    DoudianMaker(PlatformHttp http, Tokens tokens, Clock clock) {
        this.http = http;
        this.tokens = tokens;
        this.clock = clock;
    }

    @Override
    public Platform platform() {
        return Platform.DOUDIAN;
    }

    @Override
    public List<Field> fields() {
        return FIELDS;
    }

    @Override
    public boolean hasHook() {
        return true;
    }

    @Override
    public ShopPlatform open(Connection connection) {
        return new Doudian(connection, new DoudianGate(connection, http, tokens, clock), clock);
    }
}
