package anxin.messaging.connections;

import anxin.messaging.OutboundMessage.Channel;
import java.util.List;
import java.util.stream.Stream;

/** Whom a shop's messages can be carried by, and what each needs to know. */
public enum ChannelKind {
    ALIYUN_SMS(
            Channel.SMS,
            "https://dysmsapi.aliyuncs.com",
            Field.plain("accessKeyId"),
            Field.secret("accessKeySecret"),
            Field.plain("signName"),
            Field.optional("templateCode")),
    TENCENT_SMS(
            Channel.SMS,
            "https://sms.tencentcloudapi.com",
            Field.plain("secretId"),
            Field.secret("secretKey"),
            Field.plain("sdkAppId"),
            Field.plain("signName"),
            Field.plain("region"),
            Field.optional("templateCode")),
    WEB_PUSH(Channel.WEB_PUSH, "", Field.plain("contact")),
    APP_PUSH(Channel.APP_PUSH, "", Field.plain("url"), Field.secret("secret"));

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

    /** Where to reach it when not at its own address: a proxy. */
    public static final String ADDRESS = "address";

    /** What we make ourselves at the first setting up, and show in the path of the receipts. */
    static final String RECEIPT_TOKEN = "receiptToken";

    private final Channel channel;
    private final String address;
    private final List<Field> fields;

    ChannelKind(Channel channel, String address, Field... fields) {
        this.channel = channel;
        this.address = address;
        this.fields =
                address.isEmpty()
                        ? List.of(fields)
                        : Stream.concat(Stream.of(fields), Stream.of(Field.optional(ADDRESS)))
                                .toList();
    }

    public Channel channel() {
        return channel;
    }

    public String address() {
        return address;
    }

    public List<Field> fields() {
        return fields;
    }
}
