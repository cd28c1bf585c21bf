package anxin.platforms.doudian;

import anxin.platforms.PlatformTrouble;
import anxin.platforms.PlatformTrouble.Kind;
import anxin.platforms.connections.Connection;
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
 * One call of the open platform: the business in the body as JSON with sorted names, everything
 * else in the address, signed over app_key, method, param_json, timestamp and v in this order
 * between the secret (签名算法). A token comes from token.create for the shop itself, or from
 * token.refresh.
 */
final class DoudianGate {

    static final String ADDRESS = "https://openapi-fxg.jinritemai.com";

    private static final String OK = "10000";
    private static final String VERSION = "2";
    private static final String SIGN_METHOD = "hmac-sha256";

    private final Connection connection;
    private final PlatformHttp http;
    private final Tokens tokens;
    private final Clock clock;

    DoudianGate(Connection connection, PlatformHttp http, Tokens tokens, Clock clock) {
        this.connection = connection;
        this.http = http;
        this.tokens = tokens;
        this.clock = clock;
    }

    PlatformHttp http() {
        return http;
    }

    /** The answer's {@code data}. A token that the platform no longer takes is renewed once. */
    JsonNode call(String path, Map<String, Object> business) {
        var token = tokens.access(connection, this::renew);
        var answer = post(path, business, token);
        if (isSpent(answer)) {
            answer = post(path, business, tokens.instead(connection, token, this::renew));
        }
        return data(answer);
    }

    private Token renew(Optional<Token> before) {
        var refresh =
                before.map(Token::refresh).or(() -> connection.find("refreshToken")).orElse("");
        JsonNode data;
        if (refresh.isEmpty()) {
            data =
                    data(
                            post(
                                    "/token/create",
                                    Map.of(
                                            "code",
                                            "",
                                            "grant_type",
                                            "authorization_self",
                                            "shop_id",
                                            connection.setting("shopId")),
                                    ""));
        } else {
            data =
                    data(
                            post(
                                    "/token/refresh",
                                    Map.of("grant_type", "refresh_token", "refresh_token", refresh),
                                    ""));
        }
        return new Token(
                Told.need(data, "access_token"),
                Told.textOrNull(data, "refresh_token"),
                clock.instant().plusSeconds(Told.number(data, "expires_in")));
    }

    private JsonNode post(String path, Map<String, Object> business, String token) {
        var body = http.json().writeValueAsString(new TreeMap<>(business));
        var method = path.substring(1).replace('/', '.');
        var timestamp = String.valueOf(clock.instant().getEpochSecond());
        var query = new TreeMap<String, String>();
        query.put("app_key", connection.setting("appKey"));
        query.put("method", method);
        query.put("timestamp", timestamp);
        query.put("v", VERSION);
        query.put("sign_method", SIGN_METHOD);
        query.put("sign", sign(connection, method, body, timestamp));
        if (!token.isEmpty()) {
            query.put("access_token", token);
        }
        return http.post(
                URI.create(connection.address(ADDRESS) + path + "?" + Form.write(query)),
                "application/json;charset=UTF-8",
                body);
    }

    static String sign(Connection of, String method, String body, String timestamp) {
        var secret = of.setting("appSecret");
        var message =
                "app_key"
                        + of.setting("appKey")
                        + "method"
                        + method
                        + "param_json"
                        + body
                        + "timestamp"
                        + timestamp
                        + "v"
                        + VERSION;
        return Digest.hmacSha256Hex(secret, secret + message + secret);
    }

    private static boolean isSpent(JsonNode answer) {
        return Told.text(answer, "sub_code").contains("access-token");
    }

    private static JsonNode data(JsonNode answer) {
        var code = Told.text(answer, "code");
        if (code.equals(OK)) {
            return answer.path("data");
        }
        var sub = Told.text(answer, "sub_code");
        var named = sub.isEmpty() ? code : sub;
        var message = Told.text(answer, "sub_msg");
        var words = message.isEmpty() ? Told.text(answer, "msg") : message;
        if (sub.contains("limit") || words.contains("限流") || words.contains("频率")) {
            throw PlatformTrouble.tooMany(named, words, null);
        }
        if (sub.contains("token")
                || sub.contains("app-key")
                || sub.contains("sign")
                || sub.contains("permission")
                || sub.contains("timestamp")) {
            throw PlatformTrouble.of(Kind.NOT_AUTHORISED, named, words);
        }
        // isp is trouble of theirs, after which nobody knows; isv is a mistake or a no.
        if (sub.startsWith("isv.")) {
            throw PlatformTrouble.of(Kind.REFUSED, named, words);
        }
        throw PlatformTrouble.of(Kind.NO_ANSWER, named, words);
    }
}
