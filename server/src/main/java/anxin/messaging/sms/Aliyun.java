package anxin.messaging.sms;

import anxin.kernel.wire.Hmac;
import anxin.messaging.channel.ChannelHttp;
import anxin.messaging.channel.Letter;
import anxin.messaging.connections.ChannelKind;
import anxin.messaging.connections.Connection;
import anxin.messaging.connections.Connections;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Aliyun SMS (dysmsapi 2017-05-25, SendSms), signed by ACS3-HMAC-SHA256. Our message's id goes
 * along as {@code OutId}: when an answer was lost we ask QuerySendDetails for it before we send
 * again.
 */
@Component
@Order(1)
class Aliyun extends SmsWay {

    private static final String VERSION = "2017-05-25";
    private static final String SIGNED =
            "host;x-acs-action;x-acs-content-sha256;x-acs-date;x-acs-signature-nonce;x-acs-version";
    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("yyyyMMdd").withZone(ZoneId.of("Asia/Shanghai"));

    private final JsonMapper json;
    private final Clock clock;

    Aliyun(Connections connections, ChannelHttp http, JsonMapper json, Clock clock) {
        super(ChannelKind.ALIYUN_SMS, connections, http, json);
        this.json = json;
        this.clock = clock;
    }

    @Override
    @Nullable String send(Letter letter, Connection connection) throws Undelivered {
        var template = Template.of(letter, connection);
        var asked = new TreeMap<String, String>();
        asked.put("PhoneNumbers", Phone.chinese(letter.recipient()));
        asked.put("SignName", connection.setting("signName"));
        asked.put("TemplateCode", template.code());
        asked.put("TemplateParam", json.writeValueAsString(template.params()));
        asked.put("OutId", letter.id().toString());
        var answer = call(connection, "SendSms", asked);
        return answer.path("BizId").asString(null);
    }

    @Override
    @Nullable String sentBefore(Letter letter, Connection connection) throws Undelivered {
        for (var day = letter.writtenAt();
                !day.isAfter(clock.instant().plus(1, ChronoUnit.DAYS));
                day = day.plus(1, ChronoUnit.DAYS)) {
            var asked = new TreeMap<String, String>();
            asked.put("PhoneNumber", Phone.chinese(letter.recipient()));
            asked.put("SendDate", DAY.format(day));
            asked.put("PageSize", "50");
            asked.put("CurrentPage", "1");
            var found = call(connection, "QuerySendDetails", asked);
            for (var one : found.path("SmsSendDetailDTOs").path("SmsSendDetailDTO")) {
                if (one.path("OutId").asString("").equals(letter.id().toString())) {
                    return letter.id().toString();
                }
            }
        }
        return null;
    }

    private JsonNode call(Connection connection, String action, TreeMap<String, String> asked)
            throws Undelivered {
        var query =
                asked.entrySet().stream()
                        .map(one -> encoded(one.getKey()) + "=" + encoded(one.getValue()))
                        .collect(Collectors.joining("&"));
        var address = URI.create(connection.address() + "/?" + query);
        var answer = post(address, headers(connection, action, query, address), "");
        var content = answer.content();
        var code = content.path("Code").asString("HTTP_" + answer.reply().status());
        if (!code.equals("OK")) {
            throw Verdict.on(code, content.path("Message").asString(""));
        }
        return content;
    }

    private Map<String, String> headers(
            Connection connection, String action, String query, URI address) {
        var now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
        var nonce = UUID.randomUUID().toString();
        var signature =
                signature(
                        connection.setting("accessKeySecret"),
                        query,
                        address.getAuthority(),
                        action,
                        now,
                        nonce);
        return Map.of(
                "x-acs-action",
                action,
                "x-acs-version",
                VERSION,
                "x-acs-date",
                now.toString(),
                "x-acs-signature-nonce",
                nonce,
                "x-acs-content-sha256",
                Hmac.digest(""),
                "Authorization",
                "ACS3-HMAC-SHA256 Credential=%s,SignedHeaders=%s,Signature=%s"
                        .formatted(connection.setting("accessKeyId"), SIGNED, signature));
    }

    static String signature(
            String secret, String query, String host, String action, Instant at, String nonce) {
        var canonical =
                "POST\n/\n%s\nhost:%s\nx-acs-action:%s\nx-acs-content-sha256:%s\nx-acs-date:%s\nx-acs-signature-nonce:%s\nx-acs-version:%s\n\n%s\n%s"
                        .formatted(
                                query,
                                host,
                                action,
                                Hmac.digest(""),
                                at,
                                nonce,
                                VERSION,
                                SIGNED,
                                Hmac.digest(""));
        return Hmac.hex(secret, "ACS3-HMAC-SHA256\n" + Hmac.digest(canonical));
    }

    /** RFC 3986, as the signature wants it. */
    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8)
                .replace("+", "%20")
                .replace("*", "%2A")
                .replace("%7E", "~");
    }
}
