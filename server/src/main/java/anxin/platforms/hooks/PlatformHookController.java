package anxin.platforms.hooks;

import anxin.identity.ForEveryone;
import anxin.kernel.ShopId;
import anxin.kernel.loop.AfterCommit;
import anxin.kernel.problem.Problem;
import anxin.platforms.Platform;
import anxin.platforms.connections.ConnectedPlatforms;
import anxin.platforms.connections.ShopPlatform;
import anxin.platforms.pull.PlatformLoop;
import anxin.platforms.pull.ToRead;
import io.swagger.v3.oas.annotations.Operation;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.Collections;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * Nobody is signed in here: the platform's signature says who speaks. What a message tells is never
 * believed, however well signed: it only says which case to read.
 */
@RestController
class PlatformHookController {

    private static final Logger log = LoggerFactory.getLogger(PlatformHookController.class);
    private static final int LARGEST = 1 << 18;

    /**
     * So many wait to be read already: the platform keeps its news, and the pull brings them too.
     */
    private static final int MOST_WAITING = 10_000;

    private final ConnectedPlatforms platforms;
    private final HookMessages messages;
    private final ToRead toRead;
    private final PlatformLoop loop;
    private final Clock clock;

    PlatformHookController(
            ConnectedPlatforms platforms,
            HookMessages messages,
            ToRead toRead,
            PlatformLoop loop,
            Clock clock) {
        this.platforms = platforms;
        this.messages = messages;
        this.toRead = toRead;
        this.loop = loop;
        this.clock = clock;
    }

    @ForEveryone
    @Transactional
    @PostMapping("/api/v1/hooks/platforms/{platform}/{shop}")
    @Operation(summary = "A platform tells that a case has changed")
    Object receivePlatformNotice(
            @PathVariable("platform") String name,
            @PathVariable ShopId shop,
            HttpServletRequest request)
            throws IOException {
        var body = request.getInputStream().readNBytes(LARGEST + 1);
        // A platform that is not connected and a signature that is wrong look the same.
        var speaker =
                platform(name)
                        .flatMap(platform -> platforms.find(shop, platform))
                        .filter(connected -> body.length <= LARGEST)
                        .orElseThrow(PlatformHookController::forged);
        try {
            take(shop, Platform.valueOf(name), speaker.open(headers(request), body));
        } catch (ShopPlatform.Forged forged) {
            log.warn("refused a web hook of {} for {}: {}", name, shop, forged.getMessage());
            throw forged();
        }
        return speaker.heard();
    }

    private void take(ShopId shop, Platform platform, ShopPlatform.Hook hook) {
        var now = clock.instant();
        if (hook.cases().isEmpty()) {
            return;
        }
        if (toRead.backlog(shop, platform, MOST_WAITING) >= MOST_WAITING) {
            throw Problem.busy(Duration.ofMinutes(1));
        }
        if (messages.hear(shop, platform, hook.message(), now)) {
            toRead.wish(shop, platform, hook.cases(), now);
            AfterCommit.run(loop::wake);
        }
    }

    private static Optional<Platform> platform(String name) {
        return Arrays.stream(Platform.values()).filter(one -> one.name().equals(name)).findFirst();
    }

    private static TreeMap<String, String> headers(HttpServletRequest request) {
        var headers = new TreeMap<String, String>();
        Collections.list(request.getHeaderNames())
                .forEach(
                        name ->
                                headers.put(
                                        name.toLowerCase(Locale.ROOT), request.getHeader(name)));
        return headers;
    }

    private static Problem forged() {
        return Problem.refused("signature-not-valid", "签名不正确", "The signature is not valid")
                .as(401);
    }
}
