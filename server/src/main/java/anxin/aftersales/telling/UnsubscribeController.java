package anxin.aftersales.telling;

import anxin.commerce.Shops;
import anxin.identity.ForEveryone;
import anxin.identity.SealedLink;
import anxin.kernel.problem.Problem;
import io.swagger.v3.oas.annotations.Operation;
import java.time.Clock;
import java.util.Locale;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * No more surveys and care messages, by a link out of one of them; what concerns one's own case is
 * told nevertheless.
 */
@RestController
@RequestMapping("/api/v1/portal/unsubscriptions/{token}")
class UnsubscribeController {

    static final String PURPOSE = "unsubscribe";

    record UnsubscriptionView(String shopName, boolean unsubscribed) {}

    private final SealedLink links;
    private final NoticeStore store;
    private final Shops shops;
    private final Clock clock;

    UnsubscribeController(SealedLink links, NoticeStore store, Shops shops, Clock clock) {
        this.links = links;
        this.store = store;
        this.shops = shops;
        this.clock = clock;
    }

    @ForEveryone
    @GetMapping
    @Operation(summary = "Whether the link's owner still gets surveys of this shop")
    UnsubscriptionView readUnsubscription(@PathVariable String token, Locale language) {
        return view(open(token), language);
    }

    @ForEveryone
    @PutMapping
    @Operation(summary = "No more surveys of this shop")
    UnsubscriptionView unsubscribe(@PathVariable String token, Locale language) {
        var who = open(token);
        store.unsubscribe(who.shop(), who.subject(), clock.instant());
        return view(who, language);
    }

    /** RFC 8058: the button of the reader's mailbox. */
    @ForEveryone
    @PostMapping
    @Operation(summary = "The same in one click, as mailboxes do it")
    UnsubscriptionView unsubscribeInOneClick(@PathVariable String token, Locale language) {
        return unsubscribe(token, language);
    }

    @ForEveryone
    @DeleteMapping
    @Operation(summary = "Surveys of this shop are welcome again")
    UnsubscriptionView subscribeAgain(@PathVariable String token, Locale language) {
        var who = open(token);
        store.subscribeAgain(who.shop(), who.subject());
        return view(who, language);
    }

    private UnsubscriptionView view(SealedLink.Opened who, Locale language) {
        return new UnsubscriptionView(
                shops.require(who.shop()).name().in(language),
                store.isUnsubscribed(who.shop(), who.subject()));
    }

    private SealedLink.Opened open(String token) {
        return links.open(PURPOSE, token).orElseThrow(() -> Problem.missing("link"));
    }
}
