package anxin.conversation.chat;

import anxin.identity.ForEveryone;
import anxin.kernel.problem.Problem;
import anxin.kernel.web.ContentPolicy;
import anxin.messaging.ConversationChannels;
import io.swagger.v3.oas.annotations.Hidden;
import java.io.IOException;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** The page inside of a shop's page: shown by the sites that the channel names, and by no other. */
@RestController
class WidgetController {

    private final ConversationChannels channels;

    WidgetController(ConversationChannels channels) {
        this.channels = channels;
    }

    @Hidden
    @ForEveryone
    @GetMapping(path = "/widget/{channel}", produces = MediaType.TEXT_HTML_VALUE)
    ResponseEntity<Resource> showWidget(@PathVariable String channel) throws IOException {
        var chat =
                channels.find(channel)
                        .filter(known -> known.kind() == ConversationChannels.Kind.WEB_CHAT)
                        .orElseThrow(() -> Problem.missing("chat"));
        var page = new ClassPathResource("static/widget.html");
        if (!page.exists()) {
            throw Problem.missing("page");
        }
        var sites = chat.sites().isEmpty() ? "'self'" : "'self' " + String.join(" ", chat.sites());
        return ResponseEntity.ok()
                .header("Content-Security-Policy", ContentPolicy.framedBy(sites))
                .cacheControl(CacheControl.noCache())
                .body(page);
    }
}
