package anxin.messaging.connections;

import anxin.identity.Safe;
import anxin.kernel.wire.Hmac;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SimpleDriverDataSource;
import tools.jackson.databind.json.JsonMapper;

/** For tests that hand the connection over themselves. */
public final class NoConnections {

    public static final Safe OPEN =
            new Safe() {
                @Override
                public byte[] seal(byte[] secret) {
                    return secret;
                }

                @Override
                public byte[] open(byte[] sealed) {
                    return sealed;
                }

                @Override
                public String sign(String words) {
                    return Hmac.hex("test", words);
                }
            };

    private NoConnections() {}

    public static Connections make() {
        return new Connections(
                JdbcClient.create(new SimpleDriverDataSource()), OPEN, JsonMapper.shared());
    }
}
