package anxin.platforms.taobao;

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
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;

/**
 * One call of TOP: a form to /router/rest, signed over all its fields by name without anything in
 * between, MD5 between the secret or HMAC-MD5 with it, in capitals (API 调用方法详解). The session is
 * renewed at oauth.taobao.com/token.
 */
final class TaobaoGate {

    static final String ADDRESS = "https://eco.taobao.com/router/rest";
    private static final String TOKEN_ADDRESS = "https://oauth.taobao.com/token";
    private static final String FORM = "application/x-www-form-urlencoded;charset=utf-8";
    private static final Duration UNTIL_THE_NEXT_SECOND = Duration.ofSeconds(2);

    private final Connection connection;
    private final PlatformHttp http;
    private final Tokens tokens;
    private final Clock clock;

    TaobaoGate(Connection connection, PlatformHttp http, Tokens tokens, Clock clock) {
        this.connection = connection;
        this.http = http;
        this.tokens = tokens;
        this.clock = clock;
    }

    PlatformHttp http() {
        return http;
    }

    /** The answer without its envelope. */
    JsonNode call(String method, Map<String, String> business) {
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
                        http.post(
                                URI.create(connection.find("tokenAddress").orElse(TOKEN_ADDRESS)),
                                FORM,
                                Form.write(
                                        new TreeMap<>(
                                                Map.of(
                                                        "grant_type",
                                                        "refresh_token",
                                                        "refresh_token",
                                                        refresh,
                                                        "client_id",
                                                        connection.setting("appKey"),
                                                        "client_secret",
                                                        connection.setting("appSecret"),
                                                        "view",
                                                        "web")))));
    }

    private JsonNode post(String method, Map<String, String> business, String session) {
        var form = new TreeMap<>(business);
        form.put("method", method);
        form.put("app_key", connection.setting("appKey"));
        form.put("session", session);
        form.put("timestamp", Told.chinaTime(clock.instant()));
        form.put("format", "json");
        form.put("v", "2.0");
        form.put("sign_method", connection.find("signMethod").orElse("md5"));
        form.put("sign", sign(connection, form));
        return http.post(URI.create(connection.address(ADDRESS)), FORM, Form.write(form));
    }

    static String sign(Connection of, Map<String, String> form) {
        var secret = of.setting("appSecret");
        var strung = Form.strung(form);
        return "hmac".equals(form.get("sign_method"))
                ? Digest.upperHmacMd5Hex(secret, strung)
                : Digest.upperMd5(secret + strung + secret);
    }

    private static boolean isSpent(JsonNode answer) {
        var code = Told.text(answer.path("error_response"), "code");
        return code.equals("27") || code.equals("26");
    }

    private static JsonNode body(String method, JsonNode answer) {
        var error = answer.path("error_response");
        if (!error.isObject()) {
            var name = method.replaceFirst("^taobao\\.", "").replace('.', '_') + "_response";
            var body = answer.path(name);
            if (!body.isObject()) {
                throw Told.strange("no " + name + " in the answer");
            }
            return body;
        }
        var code = Told.text(error, "code");
        var sub = Told.text(error, "sub_code");
        var named = sub.isEmpty() ? code : sub;
        var words =
                Told.text(error, "sub_msg").isEmpty()
                        ? Told.text(error, "msg")
                        : Told.text(error, "sub_msg");
        throw switch (code) {
            case "7" -> PlatformTrouble.tooMany(named, words, UNTIL_THE_NEXT_SECOND);
            case "11", "12", "13", "24", "25", "26", "27", "28", "29", "30", "31" ->
                    PlatformTrouble.of(Kind.NOT_AUTHORISED, named, words);
            default ->
                    sub.startsWith("isp.") || sub.isEmpty()
                            ? PlatformTrouble.of(Kind.NO_ANSWER, named, words)
                            : PlatformTrouble.of(Kind.REFUSED, named, words);
        };
    }
}
