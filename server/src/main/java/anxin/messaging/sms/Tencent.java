package anxin.messaging.sms;

import anxin.kernel.wire.Hmac;
import anxin.messaging.channel.ChannelHttp;
import anxin.messaging.channel.Letter;
import anxin.messaging.connections.ChannelKind;
import anxin.messaging.connections.Connection;
import anxin.messaging.connections.Connections;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Tencent Cloud SMS (2021-01-11, SendSms), signed by TC3-HMAC-SHA256. Our message's id goes along
 * as {@code SessionContext}: when an answer was lost we look for it among the number's messages
 * before we send again.
 */
@Component
@Order(2)
class Tencent extends SmsWay {

    private static final String VERSION = "2021-01-11";
    private static final String SERVICE = "sms";
    private static final DateTimeFormatter DATE =
            DateTimeFormatter.ISO_LOCAL_DATE.withZone(ZoneOffset.UTC);

    private record Send(
            List<String> PhoneNumberSet,
            String SmsSdkAppId,
            String TemplateId,
            String SignName,
            List<String> TemplateParamSet,
            String SessionContext) {}

    private record Ask(
            long BeginTime,
            int Offset,
            int Limit,
            String PhoneNumber,
            String SmsSdkAppId,
            long EndTime) {}

    private final JsonMapper json;
    private final Clock clock;

    Tencent(Connections connections, ChannelHttp http, JsonMapper json, Clock clock) {
        super(ChannelKind.TENCENT_SMS, connections, http, json);
        this.json = json;
        this.clock = clock;
    }

    @Override
    @Nullable String send(Letter letter, Connection connection) throws Undelivered {
        var template = Template.of(letter, connection);
        var answer =
                call(
                        connection,
                        "SendSms",
                        new Send(
                                List.of(Phone.international(letter.recipient())),
                                connection.setting("sdkAppId"),
                                template.code(),
                                connection.setting("signName"),
                                List.copyOf(template.params().values()),
                                letter.id().toString()));
        var status = answer.path("SendStatusSet").path(0);
        var code = status.path("Code").asString("");
        if (!code.equals("Ok")) {
            throw Verdict.on(code, status.path("Message").asString(""));
        }
        return status.path("SerialNo").asString(null);
    }

    @Override
    @Nullable String sentBefore(Letter letter, Connection connection) throws Undelivered {
        var found =
                call(
                        connection,
                        "PullSmsSendStatusByPhoneNumber",
                        new Ask(
                                letter.writtenAt().getEpochSecond() - 60,
                                0,
                                100,
                                Phone.international(letter.recipient()),
                                connection.setting("sdkAppId"),
                                clock.instant().getEpochSecond() + 60));
        for (var one : found.path("PullSmsSendStatusSet")) {
            if (one.path("SessionContext").asString("").equals(letter.id().toString())) {
                return one.path("SerialNo").asString("");
            }
        }
        return null;
    }

    private JsonNode call(Connection connection, String action, Object content) throws Undelivered {
        var body = json.writeValueAsString(content);
        var address = URI.create(connection.address() + "/");
        var answer = post(address, headers(connection, action, body, address), body);
        var response = answer.content().path("Response");
        var error = response.path("Error");
        if (error.isObject() || !answer.reply().isOk()) {
            throw Verdict.on(
                    error.path("Code").asString("HTTP_" + answer.reply().status()),
                    error.path("Message").asString(""));
        }
        return response;
    }

    private Map<String, String> headers(
            Connection connection, String action, String body, URI address) {
        var now = clock.instant();
        return Map.of(
                "Content-Type",
                "application/json; charset=utf-8",
                "X-TC-Action",
                action,
                "X-TC-Version",
                VERSION,
                "X-TC-Region",
                connection.setting("region"),
                "X-TC-Timestamp",
                String.valueOf(now.getEpochSecond()),
                "Authorization",
                authorization(
                        connection.setting("secretId"),
                        connection.setting("secretKey"),
                        address.getAuthority(),
                        action,
                        body,
                        now));
    }

    static String authorization(
            String id, String key, String host, String action, String body, Instant at) {
        var signed = "content-type;host;x-tc-action";
        var canonical =
                "POST\n/\n\ncontent-type:application/json; charset=utf-8\nhost:%s\nx-tc-action:%s\n\n%s\n%s"
                        .formatted(
                                host,
                                action.toLowerCase(java.util.Locale.ROOT),
                                signed,
                                Hmac.digest(body));
        var date = DATE.format(at);
        var scope = date + "/" + SERVICE + "/tc3_request";
        var toSign =
                "TC3-HMAC-SHA256\n%d\n%s\n%s"
                        .formatted(at.getEpochSecond(), scope, Hmac.digest(canonical));
        var ofDay = Hmac.sha256(("TC3" + key).getBytes(StandardCharsets.UTF_8), date);
        var ofService = Hmac.sha256(ofDay, SERVICE);
        var signature = Hmac.sha256(Hmac.sha256(ofService, "tc3_request"), toSign);
        return "TC3-HMAC-SHA256 Credential=%s/%s, SignedHeaders=%s, Signature=%s"
                .formatted(id, scope, signed, HexFormat.of().formatHex(signature));
    }
}
