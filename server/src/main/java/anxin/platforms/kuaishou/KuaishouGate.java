package anxin.platforms.kuaishou;

import anxin.platforms.PlatformTrouble;
import anxin.platforms.PlatformTrouble.Kind;
import anxin.platforms.connections.Connection;
import anxin.platforms.connections.OwnToken;
import anxin.platforms.connections.Tokens;
import anxin.platforms.connections.Tokens.Token;
import anxin.platforms.wire.Digest;
import anxin.platforms.wire.Form;
import anxin.platforms.wire.PlatformHttp;
import anxin.platforms.wire.Told;
import java.net.URI;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;

/**
 * One call: the method's name with slashes is the path, the business is JSON in {@code param}, and
 * the sign is HMAC-SHA256 in base64 over {@code a=1&b=2&signSecret=…}, not encoded (API 调用说明). A
 * question is asked by GET, what changes something by POST. The token is renewed at
 * /oauth2/refresh_token (APP 授权说明).
 */
final class KuaishouGate {

    static final String ADDRESS = "https://openapi.kwaixiaodian.com";
    private static final String FORM = "application/x-www-form-urlencoded";

    private final Connection connection;
    private final PlatformHttp http;
    private final Tokens tokens;
    private final Clock clock;

    KuaishouGate(Connection connection, PlatformHttp http, Tokens tokens, Clock clock) {
        this.connection = connection;
        this.http = http;
        this.tokens = tokens;
        this.clock = clock;
    }

    PlatformHttp http() {
        return http;
    }

    JsonNode ask(String method, Map<String, Object> business) {
        return call(
                method,
                business,
                (address, form) -> http.get(URI.create(address + "?" + Form.write(form))));
    }

    JsonNode tell(String method, Map<String, Object> business) {
        return call(
                method,
                business,
                (address, form) -> http.post(URI.create(address), FORM, Form.write(form)));
    }

    private interface Way {
        JsonNode send(String address, Map<String, String> form);
    }

    private JsonNode call(String method, Map<String, Object> business, Way way) {
        var token = tokens.access(connection, this::renew);
        var answer = send(method, business, token, way);
        if (isSpent(answer)) {
            answer = send(method, business, tokens.instead(connection, token, this::renew), way);
        }
        if (Told.text(answer, "result").equals("1")) {
            return answer.path("data");
        }
        throw trouble(Told.text(answer, "result"), words(answer));
    }

    private JsonNode send(String method, Map<String, Object> business, String token, Way way) {
        var form = new TreeMap<String, String>();
        form.put("appkey", connection.setting("appKey"));
        form.put("method", method);
        form.put("version", "1");
        form.put("param", http.json().writeValueAsString(new TreeMap<>(business)));
        form.put("access_token", token);
        form.put("timestamp", String.valueOf(clock.instant().toEpochMilli()));
        form.put("signMethod", "HMAC_SHA256");
        form.put("sign", sign(connection, form));
        return way.send(connection.address(ADDRESS) + "/" + method.replace('.', '/'), form);
    }

    static String sign(Connection of, Map<String, String> form) {
        var secret = of.setting("signSecret");
        return Digest.hmacSha256Base64(secret, Form.joined(form) + "&signSecret=" + secret);
    }

    private Token renew(Optional<Token> before) {
        return OwnToken.renew(
                connection,
                before,
                clock,
                refresh ->
                        http.post(
                                URI.create(connection.address(ADDRESS) + "/oauth2/refresh_token"),
                                FORM,
                                Form.write(
                                        new TreeMap<>(
                                                Map.of(
                                                        "grant_type",
                                                        "refresh_token",
                                                        "refresh_token",
                                                        refresh,
                                                        "app_id",
                                                        connection.setting("appKey"),
                                                        "app_secret",
                                                        connection.setting("appSecret"))))));
    }

    private static String words(JsonNode answer) {
        var words = Told.text(answer, "error_msg");
        return words.isEmpty() ? Told.text(answer, "msg") : words;
    }

    private static boolean isSpent(JsonNode answer) {
        return words(answer).toLowerCase(java.util.Locale.ROOT).contains("token");
    }

    private static PlatformTrouble trouble(String code, String words) {
        if (words.contains("限流") || words.contains("频率") || words.contains("频繁")) {
            return PlatformTrouble.tooMany(code, words, null);
        }
        if (words.contains("token")
                || words.contains("授权")
                || words.contains("权限")
                || words.contains("签名")
                || words.contains("sign")) {
            return PlatformTrouble.of(Kind.NOT_AUTHORISED, code, words);
        }
        if (words.contains("系统") || words.contains("超时") || words.contains("稍后")) {
            return PlatformTrouble.of(Kind.NO_ANSWER, code, words);
        }
        return PlatformTrouble.of(Kind.REFUSED, code, words);
    }
}
