package anxin.tickets.transfer;

import anxin.commerce.Shops;
import anxin.identity.ForEveryone;
import anxin.identity.SealedLink;
import anxin.kernel.problem.Problem;
import anxin.tickets.matter.Facts;
import anxin.tickets.matter.Step;
import anxin.tickets.transfer.RequestStore.Request;
import anxin.tickets.transfer.RequestStore.State;
import anxin.tickets.transfer.Words.NewPartyAnswer;
import anxin.tickets.transfer.Words.NewQuestionBack;
import io.swagger.v3.oas.annotations.Operation;
import jakarta.validation.Valid;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * The answer of an outside party, by the link in its mail: it opens one request, to read it and to
 * answer it once, for so long and no longer. Nobody's personal data is behind it.
 */
@RestController
@RequestMapping("/api/v1/portal/outside-requests/{token}")
class OutsidePartyController {

    private static final Duration GOOD_FOR = Duration.ofDays(30);

    /** One word of ours or theirs. */
    record OutsideWord(boolean theirs, String text, Instant at) {}

    record OutsideRequest(
            String shopName,
            String ticketNo,
            String title,
            @Nullable String orderNo,
            @Nullable String trackingNo,
            List<Facts.Item> products,
            List<OutsideWord> words,
            State state,
            @Nullable Instant dueAt) {}

    private final SealedLink links;
    private final RequestStore requests;
    private final RequestViews views;
    private final Asking transfers;
    private final Shops shops;
    private final Clock clock;

    OutsidePartyController(
            SealedLink links,
            RequestStore requests,
            RequestViews views,
            Asking transfers,
            Shops shops,
            Clock clock) {
        this.links = links;
        this.requests = requests;
        this.views = views;
        this.transfers = transfers;
        this.shops = shops;
        this.clock = clock;
    }

    @ForEveryone
    @GetMapping
    @Operation(summary = "What an outside party is asked, by the link in its mail")
    OutsideRequest readOutsideRequest(@PathVariable String token, Locale language) {
        return view(open(token), language);
    }

    @ForEveryone
    @PutMapping("/answer")
    @Operation(summary = "Its answer; the same again is one")
    OutsideRequest answerOutsideRequest(
            @PathVariable String token, @RequestBody @Valid NewPartyAnswer body, Locale language) {
        var to = open(token);
        transfers.answer(to.party(), to, body.text().strip(), body.given());
        return view(open(token), language);
    }

    @ForEveryone
    @PutMapping("/question")
    @Operation(summary = "Asks back; the reply comes by mail")
    OutsideRequest askBackOnOutsideRequest(
            @PathVariable String token, @RequestBody @Valid NewQuestionBack body, Locale language) {
        var to = open(token);
        transfers.askBack(to.party(), to, body.text().strip());
        return view(open(token), language);
    }

    /** The same answer for a link that is not ours, is too old, or whose request is withdrawn. */
    private Request open(String token) {
        return links.open(OutsideMail.PURPOSE, token)
                .flatMap(of -> requests.find(Set.of(of.shop()), UUID.fromString(of.subject())))
                .filter(one -> one.state() != State.WITHDRAWN)
                .filter(one -> clock.instant().isBefore(one.askedAt().plus(GOOD_FOR)))
                .orElseThrow(() -> Problem.missing("outside-request"));
    }

    private OutsideRequest view(Request of, Locale language) {
        var ticket = views.ticket(of);
        var facts = ticket.facts();
        return new OutsideRequest(
                shops.require(of.shop()).name().in(language),
                ticket.no(),
                ticket.title(),
                ticket.whose().orderNo(),
                facts.trackingNo(),
                facts.products(),
                views.words(of, ticket).stream()
                        .filter(word -> word.kind() != Step.Kind.PARTY_LATE)
                        .map(word -> new OutsideWord(isTheirs(word.kind()), word.text(), word.at()))
                        .toList(),
                of.state(),
                of.dueAt());
    }

    private static boolean isTheirs(Step.Kind kind) {
        return kind == Step.Kind.ANSWERED || kind == Step.Kind.ASKED_BACK;
    }
}
