package anxin.tickets.desk;

import anxin.commerce.Orders;
import anxin.commerce.Parcels;
import anxin.commerce.StoredOrder;
import anxin.customer.Profile;
import anxin.customer.Profiles;
import anxin.identity.Caller;
import anxin.identity.Caller.Staff;
import anxin.kernel.OrderNumber;
import anxin.kernel.ShopId;
import anxin.kernel.problem.Problem;
import anxin.kernel.wire.Hmac;
import anxin.tickets.TicketOrigin.Known;
import anxin.tickets.matter.Book;
import anxin.tickets.matter.Course;
import anxin.tickets.matter.Facts;
import anxin.tickets.matter.Owner;
import anxin.tickets.matter.Proposals;
import anxin.tickets.matter.Repeats;
import anxin.tickets.matter.Step;
import anxin.tickets.matter.Step.Detail;
import anxin.tickets.matter.Step.Kind;
import anxin.tickets.matter.Ticket;
import anxin.tickets.matter.Ticket.Source;
import anxin.tickets.matter.Ticket.Whose;
import anxin.tickets.matter.TicketStore;
import anxin.tickets.matter.Triage;
import anxin.tickets.rules.Rulebooks;
import anxin.tickets.rules.Settings;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/**
 * Opens a ticket, once for each id: what is known where the matter came from is carried over, the
 * rules say what it is, and it has an owner and a limit from its first moment.
 */
@Component
public class OpenTicket {

    private static final int TITLE = 60;
    private static final int NO = 7;

    private final TicketStore tickets;
    private final Book book;
    private final Repeats repeats;
    private final Rulebooks rulebooks;
    private final Origins origins;
    private final TicketOwners owners;
    private final Orders orders;
    private final Parcels parcels;
    private final Profiles profiles;
    private final JsonMapper json;
    private final Clock clock;

    OpenTicket(
            TicketStore tickets,
            Book book,
            Repeats repeats,
            Rulebooks rulebooks,
            Origins origins,
            TicketOwners owners,
            Orders orders,
            Parcels parcels,
            Profiles profiles,
            JsonMapper json,
            Clock clock) {
        this.tickets = tickets;
        this.book = book;
        this.repeats = repeats;
        this.rulebooks = rulebooks;
        this.origins = origins;
        this.owners = owners;
        this.orders = orders;
        this.parcels = parcels;
        this.profiles = profiles;
        this.json = json;
        this.clock = clock;
    }

    /** The same wish again is the same ticket; the id with another wish is a conflict. */
    @Transactional
    public void open(Caller.Permitted by, Wish wish) {
        var submitted = Hmac.digest(json.writeValueAsString(wish));
        var there = tickets.find(Set.of(wish.shop()), wish.id());
        if (there.isEmpty()) {
            var made = make(by, wish, submitted);
            var step =
                    new Step.New(
                            null, Kind.OPENED, by.actor(), "", Detail.of(made.course().triage()));
            if (book.open(made, step)) {
                return;
            }
            there = tickets.find(Set.of(wish.shop()), wish.id());
        }
        if (there.filter(one -> one.submitted().equals(submitted)).isEmpty()) {
            throw Problem.conflict("id-taken", "该标识已用于另一张工单", "The id stands for another ticket");
        }
    }

    private Ticket make(Caller.Permitted by, Wish wish, String submitted) {
        var known = known(by, wish);
        var order = order(wish.shop(), orderNo(wish, known));
        var whose = whose(wish, known, order);
        var problem = problem(wish, known);
        var given = wish.title();
        var title = given == null || given.isBlank() ? shortened(problem) : given.strip();
        var facts = facts(wish, known, order);
        var settings = rulebooks.of(wish.shop());
        var now = clock.instant();
        var words = asked(wish, title + "\n" + problem, wish.said().type(), 0);
        var type = wish.said().type() == null ? settings.propose(words).type() : wish.said().type();
        var before = count(wish, whose, facts, settings, type);
        var asked = asked(wish, words.text(), type, before);
        var proposed = settings.propose(asked);
        var triage = triage(wish, proposed);
        var owner = owner(by, wish, settings.team(asked, triage), settings);
        return new Ticket(
                wish.shop(),
                wish.id(),
                no(wish.id()),
                submitted,
                new Source(
                        wish.kind() == null ? null : wish.kind() + ":" + wish.origin(),
                        wish.message()),
                whose,
                title,
                problem,
                facts,
                new Proposals(proposed, null),
                Course.begun(triage, owner, now, settings.limits()),
                1,
                by.actor(),
                now,
                before);
    }

    private @Nullable Known known(Caller.Permitted by, Wish wish) {
        var kind = wish.kind();
        var id = wish.origin();
        if (kind == null || id == null) {
            return null;
        }
        return origins.of(kind)
                .find(by, id, wish.message())
                .filter(one -> one.shop().equals(wish.shop()))
                .orElseThrow(() -> Problem.missing(kind));
    }

    private static @Nullable String orderNo(Wish wish, @Nullable Known known) {
        return wish.orderNo() != null ? wish.orderNo() : known == null ? null : known.orderNo();
    }

    private @Nullable StoredOrder order(ShopId shop, @Nullable String no) {
        return no == null ? null : orders.find(shop, new OrderNumber(no)).orElse(null);
    }

    private Whose whose(Wish wish, @Nullable Known known, @Nullable StoredOrder order) {
        var no = orderNo(wish, known);
        if (known != null) {
            return new Whose(known.profile(), known.customerId(), known.customerName(), no);
        }
        var customer =
                wish.customerId() != null
                        ? wish.customerId()
                        : order == null ? null : order.customerId();
        var profile =
                customer == null ? null : profiles.ofCustomer(wish.shop(), customer).orElse(null);
        var ofOrder =
                order != null && customer != null && customer.equals(order.customerId())
                        ? order.contact().name()
                        : null;
        return new Whose(
                profile == null ? null : profile.id(), customer, name(profile, ofOrder), no);
    }

    private static @Nullable String name(@Nullable Profile profile, @Nullable String otherwise) {
        return profile == null || profile.name() == null ? otherwise : profile.name();
    }

    private static String problem(Wish wish, @Nullable Known known) {
        var said = wish.problem() == null ? "" : wish.problem().strip();
        var problem = said.isEmpty() && known != null ? known.problem().strip() : said;
        if (problem.isEmpty()) {
            throw Problem.invalid("/problem", "请写明问题", "say what the problem is");
        }
        return problem;
    }

    private static String shortened(String problem) {
        var line = problem.lines().findFirst().orElse(problem).strip();
        return line.codePointCount(0, line.length()) <= TITLE
                ? line
                : line.substring(0, line.offsetByCodePoints(0, TITLE)) + "…";
    }

    /** What the one who asks has named stands; the rest comes from the origin and the order. */
    private Facts facts(Wish wish, @Nullable Known known, @Nullable StoredOrder order) {
        var named = wish.facts() == null ? Facts.NONE : wish.facts();
        var parcel =
                order == null
                        ? null
                        : parcels.outbound(wish.shop(), order.number()).stream()
                                .reduce((first, second) -> second)
                                .orElse(null);
        return new Facts(
                named.products().isEmpty() ? products(known, order) : named.products(),
                named.batch(),
                named.carrier() != null
                        ? named.carrier()
                        : parcel == null ? null : parcel.carrier(),
                named.trackingNo() != null
                        ? named.trackingNo()
                        : parcel == null ? null : parcel.trackingNo(),
                named.proofs().isEmpty() && known != null ? known.proofs() : named.proofs());
    }

    private static List<Facts.Item> products(@Nullable Known known, @Nullable StoredOrder order) {
        if (order != null) {
            return order.order().lines().stream()
                    .map(line -> new Facts.Item(line.sku(), line.title()))
                    .distinct()
                    .limit(20)
                    .toList();
        }
        var product = known == null ? null : known.product();
        return product == null ? List.of() : List.of(new Facts.Item(null, product));
    }

    private int count(Wish wish, Whose whose, Facts facts, Settings settings, Triage.Topic type) {
        var since = clock.instant().minus(settings.limits().repeatsWithin());
        return repeats.count(wish.shop(), facts.ofCustomer(whose, type), since);
    }

    private static Settings.Asked asked(
            Wish wish, String text, Triage.@Nullable Topic type, int repeats) {
        return new Settings.Asked(text, wish.kind() == null ? "hand" : wish.kind(), type, repeats);
    }

    private static Triage triage(Wish wish, Proposals.ByRules proposed) {
        var said = wish.said();
        return new Triage(
                said.type() == null ? proposed.type() : said.type(),
                said.grade() == null ? proposed.grade() : said.grade(),
                said.priority() == null ? proposed.priority() : said.priority());
    }

    private Owner owner(
            Caller.Permitted by, Wish wish, @Nullable String ofRule, Settings settings) {
        if (wish.owner() != null) {
            return owners.require(wish.shop(), wish.owner());
        }
        if (ofRule != null) {
            return Owner.of(ofRule);
        }
        if (by instanceof Staff staff) {
            return Owner.of(staff.id());
        }
        if (settings.team() != null) {
            return Owner.of(settings.team());
        }
        throw Problem.invalid(
                "/owner",
                "请指定负责人或团队，或在工单设置中选择默认团队",
                "name an owner, or choose the team for such tickets in the settings");
    }

    /** What people call it by; follows from the id. */
    private static String no(UUID id) {
        return "T" + Hmac.digest(id.toString()).substring(0, NO).toUpperCase(Locale.ROOT);
    }
}
