package anxin.payments.stripe;

import anxin.payments.connections.Connection;
import anxin.payments.connections.GatewayKind;
import anxin.payments.connections.GatewayMaker;
import anxin.payments.connections.ShopGateway;
import anxin.payments.wire.GatewayHttp;
import java.time.Clock;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

@Component
class StripeMaker implements GatewayMaker {

    private final GatewayHttp http;
    private final JsonMapper json;
    private final Clock clock;

    StripeMaker(GatewayHttp http, JsonMapper json, Clock clock) {
        this.http = http;
        this.json = json;
        this.clock = clock;
    }

    @Override
    public GatewayKind kind() {
        return GatewayKind.STRIPE;
    }

    @Override
    public ShopGateway open(Connection connection) {
        return new Stripe(connection, http, json, clock);
    }
}
