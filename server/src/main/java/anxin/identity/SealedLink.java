package anxin.identity;

import anxin.kernel.ShopId;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * A link that opens one thing to whoever got it by message. What it opens is sealed inside, so
 * nothing is kept for it and nobody can make one.
 */
@Component
public class SealedLink {

    /** What a link is for, and for whom: a customer's, a case's or a request's id. */
    public record Opened(ShopId shop, String subject) {}

    private final Safe safe;

    SealedLink(Safe safe) {
        this.safe = safe;
    }

    public String token(String purpose, ShopId shop, String subject) {
        var text = purpose + "\n" + shop + "\n" + subject;
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(safe.seal(text.getBytes(StandardCharsets.UTF_8)));
    }

    /** Empty for whatever was not made here for this purpose. */
    public Optional<Opened> open(String purpose, String token) {
        try {
            var bytes = safe.open(Base64.getUrlDecoder().decode(token));
            var parts = new String(bytes, StandardCharsets.UTF_8).split("\n", 3);
            return parts.length == 3 && parts[0].equals(purpose)
                    ? Optional.of(new Opened(new ShopId(parts[1]), parts[2]))
                    : Optional.empty();
        } catch (RuntimeException notOurs) {
            return Optional.empty();
        }
    }
}
