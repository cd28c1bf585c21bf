package anxin.messaging.attachments;

import anxin.identity.Safe;
import anxin.kernel.ShopId;
import anxin.kernel.wire.Hmac;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Addresses that open one file for a while, to whoever has them. They change once in an hour only,
 * so that a browser does not fetch a picture anew with each look at the thread.
 */
@Component
class Links {

    private static final Duration SHOWN = Duration.ofHours(1);

    /** A little longer than an answer is tried. */
    private static final Duration SENT = Duration.ofDays(3);

    private final Safe safe;
    private final Clock clock;
    private final String house;

    Links(
            Safe safe,
            Clock clock,
            @Value("${anxin.public-url:http://localhost:${server.port:8080}}") String house) {
        this.safe = safe;
        this.clock = clock;
        this.house = house.replaceAll("/+$", "");
    }

    /** For our own pages: good for one to two hours. */
    String shown(ShopId shop, UUID id) {
        return link(shop, id, SHOWN);
    }

    /** For the other side of a web hook. */
    String sent(ShopId shop, UUID id) {
        return house + link(shop, id, SENT);
    }

    private String link(ShopId shop, UUID id, Duration good) {
        var hour = Duration.ofHours(1).toSeconds();
        var until = (clock.instant().getEpochSecond() / hour + 1) * hour + good.toSeconds();
        return "/api/v1/files/%s/%s?until=%d&signature=%s"
                .formatted(shop, id, until, signature(shop, id, until));
    }

    boolean isOurs(ShopId shop, UUID id, long until, String signature) {
        return Hmac.same(signature(shop, id, until), signature);
    }

    boolean isOver(long until) {
        return !clock.instant().isBefore(Instant.ofEpochSecond(until));
    }

    private String signature(ShopId shop, UUID id, long until) {
        return safe.sign("file/%s/%s/%d".formatted(shop, id, until));
    }
}
