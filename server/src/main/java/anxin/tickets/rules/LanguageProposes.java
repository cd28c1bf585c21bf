package anxin.tickets.rules;

import anxin.kernel.fact.Fact;
import anxin.kernel.fact.FactListener;
import anxin.language.Language;
import anxin.tickets.matter.Book;
import anxin.tickets.matter.Facts;
import anxin.tickets.matter.Proposals.ByLanguage;
import anxin.tickets.matter.Ticket;
import anxin.tickets.matter.TicketStore;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Has the words of a new ticket understood that came from its customer, after it was opened: nobody
 * waits for that.
 */
@Component
class LanguageProposes implements FactListener {

    private static final Logger log = LoggerFactory.getLogger(LanguageProposes.class);

    private final TicketStore tickets;
    private final Book book;
    private final Language language;

    LanguageProposes(TicketStore tickets, Book book, Language language) {
        this.tickets = tickets;
        this.book = book;
        this.language = language;
    }

    @Override
    public String name() {
        return "tickets.language-proposes";
    }

    @Override
    public void on(Fact fact) {
        var shop = fact.shop();
        if (!fact.type().equals("tickets.opened") || shop == null) {
            return;
        }
        var id = UUID.fromString(fact.subject().substring("ticket:".length()));
        tickets.find(Set.of(shop), id)
                .filter(one -> one.source().origin() != null)
                .filter(one -> one.proposals().language() == null)
                .ifPresent(this::propose);
    }

    private void propose(Ticket one) {
        var proposed = understood(one);
        if (proposed != null) {
            book.propose(book.lock(one.shop(), one.id()), proposed);
        }
    }

    /** A ticket goes its way without: a text that is not understood holds up nothing. */
    private @Nullable ByLanguage understood(Ticket one) {
        try {
            return Understood.of(language.analyse(message(one)));
        } catch (RuntimeException e) {
            log.warn("what {} says was not understood", one.subject(), e);
            return null;
        }
    }

    private static Language.Message message(Ticket one) {
        var products =
                one.facts().products().stream()
                        .map(Facts.Item::title)
                        .filter(Objects::nonNull)
                        .toList();
        return new Language.Message(one.problem(), null, one.shop(), products, null);
    }
}
