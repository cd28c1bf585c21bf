package anxin.platforms.taobao;

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
class TaobaoMaker implements PlatformMaker {

    private static final List<Field> FIELDS =
            Field.all(
                    Field.plain("appKey"),
                    Field.secret("appSecret"),
                    Field.secret("accessToken"),
                    Field.optionalSecret("refreshToken"),
                    Field.optional("signMethod"),
                    Field.optional("tokenAddress"),
                    Field.optional("returnAddressId"),
                    Field.optional("refuseReasonId"));

    private final PlatformHttp http;
    private final Tokens tokens;
    private final Clock clock;

    TaobaoMaker(PlatformHttp http, Tokens tokens, Clock clock) {
        this.http = http;
        this.tokens = tokens;
        this.clock = clock;
    }

    @Override
    public Platform platform() {
        return Platform.TAOBAO;
    }

    @Override
    public List<Field> fields() {
        return FIELDS;
    }

    /** Its messages come over a connection of its own kind, not by HTTP: we pull. */
    @Override
    public boolean hasHook() {
        return false;
    }

    @Override
    public ShopPlatform open(Connection connection) {
        return new Taobao(connection, new TaobaoGate(connection, http, tokens, clock), clock);
    }
}
