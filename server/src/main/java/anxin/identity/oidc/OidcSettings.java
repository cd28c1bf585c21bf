package anxin.identity.oidc;

import anxin.kernel.ShopId;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * By environment: ANXIN_OIDC_ISSUER, _CLIENT_ID, _CLIENT_SECRET, _NAME (on the button).
 *
 * @param claim where the provider says what somebody is, such as groups
 * @param roles what that means here: {@code support=agent,leads=team-leader}; written anew at every
 *     sign-in
 * @param create whether somebody unknown, with at least one role by the claim, is taken in
 * @param shops where those taken in work: ids by comma, or {@code *} for every shop
 */
@ConfigurationProperties("anxin.oidc")
record OidcSettings(
        @DefaultValue("") String issuer,
        @DefaultValue("") String clientId,
        @DefaultValue("") String clientSecret,
        @DefaultValue("OpenID") String name,
        @DefaultValue("groups") String claim,
        @DefaultValue("") String roles,
        @DefaultValue("false") boolean create,
        @DefaultValue("") String shops) {

    boolean isOn() {
        return !issuer.isBlank() && !clientId.isBlank();
    }

    Map<String, String> roleByClaim() {
        var map = new LinkedHashMap<String, String>();
        for (var pair : parts(roles).toList()) {
            var equals = pair.indexOf('=');
            if (equals > 0) {
                map.put(pair.substring(0, equals).strip(), pair.substring(equals + 1).strip());
            }
        }
        return map;
    }

    @Nullable List<ShopId> shopsOfNew() {
        return shops.strip().equals("*") ? null : parts(shops).map(ShopId::new).toList();
    }

    private static Stream<String> parts(String list) {
        return Arrays.stream(list.split(",")).map(String::strip).filter(part -> !part.isEmpty());
    }
}
