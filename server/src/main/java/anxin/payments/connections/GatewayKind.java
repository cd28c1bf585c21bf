package anxin.payments.connections;

import java.time.ZoneId;
import java.util.List;

/** The gateways we can speak with, and what each needs to know. */
public enum GatewayKind {
    WECHAT_PAY(
            "https://api.mch.weixin.qq.com",
            ZoneId.of("Asia/Shanghai"),
            List.of("WECHAT"),
            Field.plain("merchantId"),
            Field.plain("certificateSerial"),
            Field.secret("privateKey"),
            Field.secret("apiV3Key"),
            Field.optional("publicKeyId"),
            Field.optional("publicKey")),
    ALIPAY(
            "https://openapi.alipay.com/gateway.do",
            ZoneId.of("Asia/Shanghai"),
            List.of("ALIPAY"),
            Field.plain("appId"),
            Field.secret("privateKey"),
            Field.plain("alipayPublicKey")),
    STRIPE(
            "https://api.stripe.com",
            ZoneId.of("UTC"),
            List.of("CARD"),
            Field.secret("secretKey"),
            Field.secret("webhookSecret"));

    /** One thing to know; a secret is never shown again. */
    public record Field(String name, boolean secret, boolean required) {

        static Field plain(String name) {
            return new Field(name, false, true);
        }

        static Field secret(String name) {
            return new Field(name, true, true);
        }

        static Field optional(String name) {
            return new Field(name, false, false);
        }
    }

    /** Where to reach it, when not at its own address: a proxy or a sandbox. */
    public static final String ADDRESS = "address";

    /** Under which address the gateway reaches us, {@code https://care.example.com}. */
    public static final String CALL_BACK_ADDRESS = "callBackAddress";

    private final String address;
    private final ZoneId zone;
    private final List<String> usualTenders;
    private final List<Field> fields;

    GatewayKind(String address, ZoneId zone, List<String> usualTenders, Field... fields) {
        this.address = address;
        this.zone = zone;
        this.usualTenders = usualTenders;
        this.fields =
                java.util.stream.Stream.concat(
                                java.util.Arrays.stream(fields),
                                java.util.stream.Stream.of(
                                        Field.optional(ADDRESS), Field.optional(CALL_BACK_ADDRESS)))
                        .toList();
    }

    public String address() {
        return address;
    }

    /** Where its days begin and end. */
    public ZoneId zone() {
        return zone;
    }

    /** How shops mostly call the means of payment that it serves. */
    public List<String> usualTenders() {
        return usualTenders;
    }

    public List<Field> fields() {
        return fields;
    }
}
