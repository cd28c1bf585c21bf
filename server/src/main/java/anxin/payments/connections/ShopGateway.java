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

    /**
     * Asks for something that moves nothing. Empty when the gateway knows us and we know it; else
     * what is wrong, in its own words. Throws {@link java.io.UncheckedIOException} when there is no
     * answer.
     */
    public abstract Optional<String> trouble();

    /** What is wrong, by the answer to a question after a number that nobody has. */
    protected static Optional<String> trouble(Answer toAnUnknownNumber) {
        return switch (toAnUnknownNumber) {
            case Answer.NotFound() -> Optional.empty();
            case Answer.Unknown(var why) -> Optional.of(why);
            case Answer other -> Optional.of("an answer nobody foresaw: " + other);
        };
    }

    /** Not signed by the gateway, not for us, or too old. */
    public static final class Forged extends RuntimeException {
        public Forged(String why) {
            super(why, null, false, false);
        }
    }
}
