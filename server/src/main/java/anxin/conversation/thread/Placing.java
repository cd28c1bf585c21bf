package anxin.conversation.thread;

import anxin.customer.Customer;
import anxin.customer.CustomerValues;
import anxin.kernel.ShopId;
import anxin.kernel.rows.Rows;
import anxin.messaging.ConversationChannels;
import anxin.work.NewWork;
import anxin.work.NewWork.Traits;
import anxin.work.Routing;
import anxin.work.Routing.Asking;
import anxin.work.Routing.Held;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * What a conversation means for the lines of work: an open one waits for somebody or is somebody's,
 * one that is put off or closed, or that the first line has, is no work. In the transaction of its
 * cause, before the counts.
 */
@Component
public class Placing {

    /**
     * A conversation before and after.
     *
     * @param text by which its queue is found, if it needs one
     */
    public record Move(@Nullable Conversation before, Conversation after, String text) {

        private boolean wasOpen() {
            return before != null && isWork(before);
        }

        private boolean isOpen() {
            return isWork(after);
        }

        private static boolean isWork(Conversation one) {
            return one.state() == Standing.State.OPEN && !one.bot();
        }

        private boolean waits() {
            return isOpen()
                    && after.agent() == null
                    && (!wasOpen()
                            || before == null
                            || before.agent() != null
                            || !Objects.equals(before.team(), after.team()));
        }

        private boolean isTaken() {
            return isOpen()
                    && after.agent() != null
                    && (!wasOpen() || before == null || !after.agent().equals(before.agent()));
        }

        private boolean asksAnew() {
            return isOpen()
                    && before != null
                    && !Objects.equals(before.waitingSince(), after.waitingSince());
        }

        private boolean leaves() {
            return !isOpen()
                    && before != null
                    && !before.bot()
                    && (before.state() != after.state() || after.bot());
        }

        /** The team it was handed to just now. */
        private @Nullable String team() {
            return wasOpen() && before != null && Objects.equals(before.team(), after.team())
                    ? null
                    : after.team();
        }
    }

    /** Who served somebody so long ago is not asked for again. */
    private static final Duration LAST_AGENT = Duration.ofDays(30);

    private final Routing routing;
    private final ConversationChannels channels;
    private final CustomerValues values;
    private final JdbcClient db;
    private final Clock clock;

    Placing(
            Routing routing,
            ConversationChannels channels,
            CustomerValues values,
            JdbcClient db,
            Clock clock) {
        this.routing = routing;
        this.channels = channels;
        this.values = values;
        this.db = db;
        this.clock = clock;
    }

    public void follow(List<Move> moves) {
        var last = lastAgents(moves.stream().filter(Placing::isNew).map(Move::after).toList());
        var worth = worth(moves);
        var waiting = new ArrayList<NewWork>();
        var taken = new ArrayList<Held>();
        var asking = new ArrayList<Asking>();
        var putOff = new HashMap<ShopId, List<String>>();
        var over = new HashMap<ShopId, List<String>>();
        for (var move : moves) {
            var now = move.after();
            if (move.waits()) {
                waiting.add(work(move, worth, last.get(now.id())));
            } else if (move.isTaken()) {
                taken.add(new Held(work(move, worth, null), Objects.requireNonNull(now.agent())));
            } else if (move.asksAnew()) {
                asking.add(new Asking(now.shop(), now.subject(), now.waitingSince()));
            } else if (move.leaves()) {
                (now.state() == Standing.State.SNOOZED ? putOff : over)
                        .computeIfAbsent(now.shop(), s -> new ArrayList<>())
                        .add(now.subject());
            }
        }
        routing.await(waiting);
        routing.hold(taken);
        routing.asks(asking);
        putOff.forEach(routing::putOff);
        over.forEach(routing::over);
    }

    private static boolean isNew(Move move) {
        return move.before() == null;
    }

    /** Of those whose conversations enter a line. */
    private Map<Customer, Integer> worth(List<Move> moves) {
        return values.of(
                moves.stream()
                        .filter(move -> move.waits() || move.isTaken())
                        .flatMap(move -> customer(move.after()).stream())
                        .collect(Collectors.toSet()));
    }

    private static Optional<Customer> customer(Conversation of) {
        return Optional.ofNullable(of.customerId()).map(id -> new Customer(of.shop(), id));
    }

    private NewWork work(Move move, Map<Customer, Integer> worth, @Nullable UUID lastAgent) {
        var now = move.after();
        var channel = channels.find(now.channel()).filter(one -> one.shop().equals(now.shop()));
        var by = new ArrayList<>(List.of(now.channel()));
        channel.ifPresent(one -> by.add(one.kind().name()));
        return new NewWork(
                now.shop(),
                now.subject(),
                new Traits(
                        List.copyOf(by),
                        channel.filter(one -> one.kind() == ConversationChannels.Kind.WEB_CHAT)
                                .isPresent(),
                        now.lang(),
                        now.topic(),
                        customer(now).map(worth::get).orElse(0),
                        move.text(),
                        lastAgent),
                move.team(),
                now.waitingSince());
    }

    private record Before(UUID id, UUID agent) {}

    /** Who served the same person last, by the new conversation. */
    private Map<UUID, UUID> lastAgents(Collection<Conversation> opened) {
        if (opened.isEmpty()) {
            return Map.of();
        }
        var found = new HashMap<UUID, UUID>();
        db.sql(
                        """
                select n.id, b.agent
                  from unnest(:shops, :ids, :profiles) as n (shop_id, id, profile_id)
                 cross join lateral (
                       select c.agent from conversation.conversation c
                        where c.shop_id = n.shop_id and c.profile_id = n.profile_id and c.id <> n.id and c.agent is not null
                          and c.last_at >= :since
                        order by c.last_at desc, c.id desc
                        limit 1) b
                """)
                .param(
                        "shops",
                        opened.stream().map(one -> one.shop().value()).toArray(String[]::new))
                .param("ids", opened.stream().map(Conversation::id).toArray(UUID[]::new))
                .param("profiles", opened.stream().map(Conversation::profile).toArray(UUID[]::new))
                .param("since", clock.instant().minus(LAST_AGENT).atOffset(ZoneOffset.UTC))
                .query(Rows.of(Before.class))
                .list()
                .forEach(one -> found.put(one.id(), one.agent()));
        return found;
    }
}
