package anxin.platforms.jd;

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
class JdMaker implements PlatformMaker {

    private static final List<Field> FIELDS =
            Field.all(
                    Field.plain("appKey"),
                    Field.secret("appSecret"),
                    Field.secret("accessToken"),
                    Field.optionalSecret("refreshToken"),
                    Field.plain("venderId"),
                    Field.plain("operatePin"),
                    Field.optional("tokenAddress"),
                    Field.optional("returnContactName"),
                    Field.optional("returnContactTel"),
                    Field.optional("returnDetailAddress"),
                    Field.optional("approveReasonCid1"),
                    Field.optional("approveReasonCid2"));

    private final PlatformHttp http;
    private final Tokens tokens;
    private final Clock clock;

    JdMaker(PlatformHttp http, Tokens tokens, Clock clock) {
        this.http = http;
        this.tokens = tokens;
        this.clock = clock;
    }

    @Override
    public Platform platform() {
        return Platform.JD;
    }

    @Override
    public List<Field> fields() {
        return FIELDS;
    }

    /** Its service bills are asked for; it tells of none by itself. */
    @Override
    public boolean hasHook() {
        return false;
    }

    @Override
    public ShopPlatform open(Connection connection) {
        return new Jd(connection, new JdGate(connection, http, tokens, clock), clock);
    }
}
