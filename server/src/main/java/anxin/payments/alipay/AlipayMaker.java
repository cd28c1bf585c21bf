package anxin.payments.alipay;

import anxin.payments.connections.Connection;
import anxin.payments.connections.GatewayKind;
import anxin.payments.connections.GatewayMaker;
import anxin.payments.connections.Setting;
import anxin.payments.connections.ShopGateway;
import anxin.payments.wire.GatewayHttp;
import anxin.payments.wire.Rsa;
import java.time.Clock;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

@Component
class AlipayMaker implements GatewayMaker {

    private final GatewayHttp http;
    private final JsonMapper json;
    private final Clock clock;

    AlipayMaker(GatewayHttp http, JsonMapper json, Clock clock) {
        this.http = http;
        this.json = json;
        this.clock = clock;
    }

    @Override
    public GatewayKind kind() {
        return GatewayKind.ALIPAY;
    }

    @Override
    public ShopGateway open(Connection connection) {
        return new Alipay(
                connection,
                Setting.read(connection, "privateKey", Rsa::privateKey),
                Setting.read(connection, "alipayPublicKey", Rsa::publicKey),
                http,
                json,
                clock);
    }
}
