package anxin.platforms.connections;

import anxin.platforms.PlatformTrouble;
import anxin.platforms.PlatformTrouble.Kind;
import anxin.platforms.connections.Tokens.Token;
import anxin.platforms.wire.Told;
import java.time.Clock;
import java.util.Optional;
import java.util.function.Function;
import tools.jackson.databind.JsonNode;

/**
 * The token of a shop that was authorised in a browser: the first one is typed in, the next ones
 * the platform gives for the refresh token.
 */
public final class OwnToken {

    private OwnToken() {}

    /** {@code ask} sends the refresh token and answers what the platform said. */
    public static Token renew(
            Connection of, Optional<Token> before, Clock clock, Function<String, JsonNode> ask) {
        var refresh = before.map(Token::refresh).or(() -> of.find("refreshToken")).orElse("");
        if (before.isEmpty()) {
            // It tells nobody how long it holds: the platform will say so.
            return new Token(of.setting("accessToken"), refresh.isEmpty() ? null : refresh, null);
        }
        if (refresh.isEmpty()) {
            throw PlatformTrouble.of(
                    Kind.NOT_AUTHORISED, "the authorisation has run out; give it anew");
        }
        var answer = ask.apply(refresh);
        if (Told.text(answer, "access_token").isEmpty()) {
            throw PlatformTrouble.of(
                    Kind.NOT_AUTHORISED,
                    Told.text(answer, "error"),
                    "no new token: " + Told.text(answer, "error_description"));
        }
        var next = Told.text(answer, "refresh_token");
        return new Token(
                Told.need(answer, "access_token"),
                next.isEmpty() ? refresh : next,
                clock.instant().plusSeconds(Told.number(answer, "expires_in")));
    }
}
