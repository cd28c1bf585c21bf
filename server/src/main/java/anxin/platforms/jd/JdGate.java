package anxin.platforms.jd;

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
 * One call of JOS: a form with the business as JSON in 360buy_param_json, signed in capital MD5
 * over all fields by name between the secret (commondoc 33). The token is renewed at
 * open-oauth.jd.com/oauth2/refresh_token (commondoc 32). The answers' names end in “responce”, as
 * the documents do.
 */
final class JdGate {

    static final String ADDRESS = "https://api.jd.com/routerjson";
    private static final String TOKEN_ADDRESS = "https://open-oauth.jd.com/oauth2/refresh_token";

    private final Connection connection;
    private final PlatformHttp http;
    private final Tokens tokens;
    private final Clock clock;

    JdGate(Connection connection, PlatformHttp http, Tokens tokens, Clock clock) {
        this.connection = connection;
        this.http = http;
        this.tokens = tokens;
        this.clock = clock;
    }

    PlatformHttp http() {
        return http;
    }

    /** The answer without its envelope. */
    JsonNode call(String method, Map<String, Object> business) {
        var token = tokens.access(connection, this::renew);
        var answer = post(method, business, token);
        if (isSpent(answer)) {
            answer = post(method, business, tokens.instead(connection, token, this::renew));
        }
        return body(method, answer);
    }

    private Token renew(Optional<Token> before) {
        return OwnToken.renew(
                connection,
                before,
                clock,
                refresh ->
                        http.get(
                                URI.create(
                                        connection.find("tokenAddress").orElse(TOKEN_ADDRESS)
                                                + "?"
                                                + Form.write(
                                                        new TreeMap<>(
                                                                Map.of(
                                                                        "app_key",
                                                                        connection.setting(
                                                                                "appKey"),
                                                                        "app_secret",
                                                                        connection.setting(
                                                                                "appSecret"),
                                                                        "grant_type",
                                                                        "refresh_token",
                                                                        "refresh_token",
                                                                        refresh))))));
    }

    private JsonNode post(String method, Map<String, Object> business, String token) {
        var form = new TreeMap<String, String>();
        form.put("method", method);
        form.put("app_key", connection.setting("appKey"));
        form.put("access_token", token);
        form.put("timestamp", Told.chinaTime(clock.instant()));
        form.put("v", "2.0");
        form.put("360buy_param_json", http.json().writeValueAsString(new TreeMap<>(business)));
        form.put("sign", sign(connection, form));
        return http.post(
                URI.create(connection.address(ADDRESS)),
                "application/x-www-form-urlencoded;charset=utf-8",
                Form.write(form));
    }

    static String sign(Connection of, Map<String, String> form) {
        var secret = of.setting("appSecret");
        return Digest.upperMd5(secret + Form.strung(form) + secret);
    }

    private static boolean isSpent(JsonNode answer) {
        return Told.text(answer.path("error_response"), "code").equals("19");
    }

    private static JsonNode body(String method, JsonNode answer) {
        var error = answer.path("error_response");
        if (error.isObject()) {
            throw trouble(Told.text(error, "code"), Told.text(error, "zh_desc"));
        }
        var name = method.replace('.', '_') + "_responce";
        var body = answer.path(name);
        if (!body.isObject()) {
            throw Told.strange("no " + name + " in the answer");
        }
        var code = Told.text(body, "code");
        if (!code.equals("0")) {
            throw trouble(code, Told.text(body, "zh_desc"));
        }
        return body;
    }

    private static PlatformTrouble trouble(String code, String words) {
        if (words.contains("频率") || words.contains("限流") || words.contains("超过限制")) {
            return PlatformTrouble.tooMany(code, words, null);
        }
        return switch (code) {
            case "10", "11", "12", "13", "15", "16", "17", "18", "19", "20", "21" ->
                    PlatformTrouble.of(Kind.NOT_AUTHORISED, code, words);
            case "61", "62", "63", "64", "65", "66", "67" ->
                    PlatformTrouble.of(Kind.NO_ANSWER, code, words);
            default -> PlatformTrouble.of(Kind.REFUSED, code, words);
        };
    }
}
