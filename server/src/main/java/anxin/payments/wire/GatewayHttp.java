package anxin.payments.wire;

import anxin.kernel.wire.OutgoingHttp;
import java.time.Duration;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** HTTP to gateways, which get a time limit of their own. */
@Component
public class GatewayHttp extends OutgoingHttp {

    public GatewayHttp(@Value("${anxin.gateways.timeout:10s}") Duration timeout) {
        super(timeout);
    }
}
