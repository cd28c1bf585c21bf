package anxin.payments.connections;

/** Makes the gateways of one kind. */
public interface GatewayMaker {

    GatewayKind kind();

    /** Reads the keys; throws {@link BadSetting} when one of them is none, and calls nobody. */
    ShopGateway open(Connection connection);
}
