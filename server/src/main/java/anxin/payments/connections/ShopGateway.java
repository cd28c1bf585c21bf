package anxin.payments.connections;

import anxin.payments.GatewayNews.News;
import anxin.payments.PaymentGateway;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A gateway under a shop's own account. */
public abstract class ShopGateway implements PaymentGateway {

    private final Connection connection;

    protected ShopGateway(Connection connection) {
        this.connection = connection;
    }

    protected Connection connection() {
        return connection;
    }

    @Override
    public String name() {
        return connection.kind().name();
    }

    @Override
    public boolean serves(String tender) {
        return connection.tenders().contains(tender);
    }

    public Set<String> tenders() {
        return connection.tenders();
    }

    /**
     * Opens what came in by call-back; header names are lower case. Throws {@link Forged} for
     * whatever the gateway cannot have said just now; empty when it is genuine and about neither a
     * refund nor a dispute.
     */
    public abstract Optional<? extends News> open(Map<String, String> headers, byte[] body);

    /** Not signed by the gateway, not for us, or too old. */
    public static final class Forged extends RuntimeException {
        public Forged(String why) {
            super(why, null, false, false);
        }
    }
}
