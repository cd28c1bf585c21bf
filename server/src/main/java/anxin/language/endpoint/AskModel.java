package anxin.language.endpoint;

import anxin.kernel.ShopId;
import anxin.kernel.Text;
import anxin.kernel.fact.Audience;
import anxin.kernel.fact.FactLog;
import anxin.kernel.fact.NewFact;
import anxin.language.Drafting;
import anxin.language.Drafting.Draft.Unavailable;
import anxin.language.Drafting.Draft.Unfounded;
import anxin.language.Drafting.Draft.Written;
import anxin.language.endpoint.ChatCompletions.Message;
import anxin.language.endpoint.ChatCompletions.Reply;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** From an errand to a draft: hide, set aside what it may cost, ask, hold against the sources. */
@Component
class AskModel implements Drafting {

    private static final int MOST_TOKENS = 800;
    private static final int LINES = 40;
    private static final int LINE = 2_000;
    private static final int MATERIAL = 24_000;
    private static final int PATIENCE_SECONDS = 3;

    private record Place(int size, Semaphore free) {}

    private final Map<ShopId, Place> places = new ConcurrentHashMap<>();
    private final EndpointStore store;
    private final Spending spending;
    private final ChatCompletions chat;
    private final FactLog facts;
    private final TransactionTemplate transaction;

    AskModel(
            EndpointStore store,
            Spending spending,
            ChatCompletions chat,
            FactLog facts,
            TransactionTemplate transaction) {
        this.store = store;
        this.spending = spending;
        this.chat = chat;
        this.facts = facts;
        this.transaction = transaction;
    }

    @Override
    public Set<Purpose> purposes(ShopId shop) {
        return store.find(shop).map(stored -> stored.endpoint().purposes()).orElse(Set.of());
    }

    @Override
    public Draft draft(Errand errand, String asker) {
        var stored = store.find(errand.shop());
        if (stored.isEmpty() || !stored.get().endpoint().purposes().contains(errand.purpose())) {
            return new Unavailable(Trouble.NOT_CONNECTED, "");
        }
        if (errand.purpose() == Purpose.ANSWER && errand.sources().isEmpty()) {
            return nothingKnown();
        }
        var endpoint = stored.get().endpoint();
        var redaction = new Redaction(errand.personal());
        var hidden = hide(errand, redaction);
        var draft = inPlace(endpoint, () -> ask(endpoint, hidden, redaction));
        tell(errand, asker, redaction, draft);
        return draft;
    }

    /** The newest lines, as many as there is room for, with marks in place of what is personal. */
    private static Errand hide(Errand errand, Redaction redaction) {
        var lines = new ArrayList<Line>();
        int room = MATERIAL;
        for (var line : errand.talk().reversed()) {
            var text = line.text().length() > LINE ? line.text().substring(0, LINE) : line.text();
            room -= text.length();
            if (lines.size() == LINES || room < 0) {
                break;
            }
            lines.addFirst(new Line(line.who(), redaction.hide(text)));
        }
        return new Errand(
                errand.shop(),
                errand.purpose(),
                lines,
                errand.sources().stream().map(one -> SourceCheck.hide(one, redaction)).toList(),
                errand.language(),
                Set.of());
    }

    private interface Work {
        Draft make();
    }

    private Draft inPlace(Endpoint endpoint, Work work) {
        var place =
                places.compute(
                        endpoint.shop(),
                        (shop, known) ->
                                known != null && known.size() == endpoint.atOnce()
                                        ? known
                                        : new Place(
                                                endpoint.atOnce(),
                                                new Semaphore(endpoint.atOnce(), true)));
        try {
            if (!place.free().tryAcquire(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                return new Unavailable(Trouble.BUSY, "");
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return new Unavailable(Trouble.BUSY, "");
        }
        try {
            return work.make();
        } finally {
            place.free().release();
        }
    }

    private Draft ask(Endpoint endpoint, Errand hidden, Redaction redaction) {
        var messages = Prompts.of(hidden);
        long input = mostTokens(messages);
        var reserve = spending.reserve(endpoint, endpoint.cost(input, MOST_TOKENS));
        if (reserve == null) {
            return new Unavailable(Trouble.SPENT, "");
        }
        var reply = chat.ask(endpoint, messages, MOST_TOKENS);
        // What is not told counts as the most that it can have been.
        spending.settle(
                reserve,
                reply instanceof Reply.Said said
                        ? endpoint.cost(
                                said.inputTokens() < 0 ? input : said.inputTokens(),
                                said.outputTokens() < 0 ? MOST_TOKENS : said.outputTokens())
                        : reserve.most());
        return switch (reply) {
            case Reply.Silent silent -> silent.why();
            case Reply.Said said -> judge(endpoint, hidden, redaction, said);
        };
    }

    /** No tokenizer makes more of a text than it has letters, and some for the frame. */
    private static long mostTokens(List<Message> messages) {
        return messages.stream().mapToLong(message -> 2L * message.content().length() + 16).sum();
    }

    private static Draft judge(
            Endpoint endpoint, Errand hidden, Redaction redaction, Reply.Said said) {
        if (!said.whole()) {
            return new Unfounded(Text.of("内容在中途被截断", "it was cut off in the middle"));
        }
        if (hidden.purpose() == Purpose.ANSWER && said.text().contains(Prompts.NOTHING)) {
            return nothingKnown();
        }
        var text =
                hidden.purpose() == Purpose.OPINION
                        ? said.text().replaceAll("[\\[\\]`\"'.。\\s]", "")
                        : said.text();
        return SourceCheck.refuse(hidden, redaction, text)
                .<Draft>map(Unfounded::new)
                .orElseGet(() -> new Written(redaction.show(text), endpoint.model()));
    }

    private static Draft nothingKnown() {
        return new Unfounded(Text.of("知识库中没有能回答的内容", "the library has nothing that answers it"));
    }

    /** That it was asked and what became of it; nothing of what was said. */
    private void tell(Errand errand, String asker, Redaction redaction, Draft draft) {
        var outcome =
                switch (draft) {
                    case Written written -> "WRITTEN";
                    case Unfounded unfounded -> "UNFOUNDED";
                    case Unavailable unavailable -> unavailable.trouble().name();
                };
        transaction.executeWithoutResult(
                status ->
                        facts.append(
                                new NewFact(
                                        errand.shop(),
                                        "language.draft-asked",
                                        "draft:" + errand.purpose().name().toLowerCase(Locale.ROOT),
                                        asker,
                                        null,
                                        Audience.NONE,
                                        Map.of("outcome", outcome, "hidden", redaction.count()))));
    }
}
