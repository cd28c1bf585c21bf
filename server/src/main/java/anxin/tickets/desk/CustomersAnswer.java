package anxin.tickets.desk;

import anxin.kernel.ShopId;
import anxin.kernel.fact.Fact;
import anxin.kernel.fact.FactListener;
import anxin.tickets.TicketOrigin;
import anxin.tickets.matter.Book;
import anxin.tickets.matter.Course.State;
import anxin.tickets.matter.Step;
import anxin.tickets.matter.Step.Detail;
import anxin.tickets.matter.Step.Kind;
import anxin.tickets.matter.Ticket;
import anxin.tickets.matter.TicketStore;
import anxin.tickets.rules.Rulebooks;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** A customer who writes after they were told the result is heard by the owner of the ticket. */
@Component
class CustomersAnswer implements FactListener {

    private final Origins origins;
    private final TicketStore tickets;
    private final Book book;
    private final Rulebooks rulebooks;
    private final Clock clock;

    CustomersAnswer(
            Origins origins, TicketStore tickets, Book book, Rulebooks rulebooks, Clock clock) {
        this.origins = origins;
        this.tickets = tickets;
        this.book = book;
        this.rulebooks = rulebooks;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "tickets.customers-answer";
    }

    @Override
    public void on(Fact fact) {
        hear(List.of(fact));
    }

    /** One look for all words of a shop, however many were said. */
    @Override
    public void hear(List<Fact> facts) {
        var all = origins.all();
        var words = new HashMap<ShopId, Map<String, Instant>>();
        for (var fact : facts) {
            var shop = fact.shop();
            if (shop != null) {
                at(all, fact, words.computeIfAbsent(shop, s -> new HashMap<>()));
            }
        }
        words.forEach(this::hear);
    }

    private static void at(List<TicketOrigin> all, Fact fact, Map<String, Instant> words) {
        for (var origin : all) {
            origin.customersWord(fact).ifPresent(at -> words.put(fact.subject(), at));
        }
    }

    private void hear(ShopId shop, Map<String, Instant> words) {
        if (words.isEmpty()) {
            return;
        }
        for (var told : tickets.told(shop, words.keySet())) {
            var at = words.get(told.source().origin());
            if (at != null) {
                tickets.lock(shop, told.id()).ifPresent(one -> answered(one, at));
            }
        }
    }

    /** What was said before they were told is no answer to it. */
    private void answered(Ticket one, Instant at) {
        var telling = one.course().telling();
        if (one.course().state() != State.TOLD || telling == null || !at.isAfter(telling.at())) {
            return;
        }
        var times = rulebooks.of(one.shop()).limits();
        book.move(
                one,
                one.course().heard(at, clock.instant(), times),
                new Step.New(null, Kind.CUSTOMER_ANSWERED, by(one), "", Detail.NONE));
    }

    private static String by(Ticket one) {
        var customer = one.whose().customerId();
        return "customer:" + (customer != null ? customer : one.whose().profile());
    }
}
