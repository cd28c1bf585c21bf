package anxin.messaging.outbox;

import anxin.kernel.ShopId;
import anxin.kernel.loop.AfterCommit;
import anxin.kernel.loop.Loop;
import anxin.messaging.Messages;
import anxin.messaging.OutboundMessage;
import anxin.messaging.OutboundMessage.Channel;
import anxin.messaging.channel.Letter;
import anxin.messaging.channel.Troubles;
import anxin.messaging.channel.Way;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Sends what was written down, at least once: whoever dies between sending and noting it leaves a
 * row that another sends again, under the same id. A message whose channel is not set up waits and
 * is seen waiting.
 */
@Component
class Outbox extends Loop implements Messages {

    private static final Logger log = LoggerFactory.getLogger(Outbox.class);

    /** Longer than any channel may take, so that no other node sends while one is sending. */
    private static final Duration LEASE = Duration.ofMinutes(2);

    private static final Duration FIRST_PAUSE = Duration.ofSeconds(15);
    private static final Duration LONGEST_PAUSE = Duration.ofHours(1);

    /** With the pauses above: a little more than two days. */
    private static final int MOST_ATTEMPTS = 60;

    private static final Duration PAUSE = Duration.ofSeconds(2);
    private static final Duration PATIENCE = Duration.ofSeconds(12);

    private final OutboxStore store;
    private final List<Way> ways;
    private final Clock clock;

    @Autowired
    Outbox(
            OutboxStore store,
            List<Way> ways,
            Clock clock,
            @Value("${anxin.background:true}") boolean background) {
        super("outbox", PAUSE, PATIENCE, background);
        this.store = store;
        this.ways = ways;
        this.clock = clock;
    }

    @Override
    public UUID send(OutboundMessage message) {
        var shop = message.shop();
        var way = way(shop == null ? null : shop.value(), message.channel());
        var id =
                store.add(
                        UUID.randomUUID(),
                        message,
                        way == null ? "WAITING_FOR_CHANNEL" : "WAITING",
                        clock.instant());
        wakeAfterCommit();
        return id;
    }

    @Override
    public Map<String, UUID> sendAll(List<OutboundMessage> messages) {
        if (messages.isEmpty()) {
            return Map.of();
        }
        var ways = new HashMap<String, Boolean>();
        var ids =
                store.addAll(
                        messages,
                        message -> {
                            var shop = message.shop() == null ? null : message.shop().value();
                            return ways.computeIfAbsent(
                                            shop + " " + message.channel(),
                                            key -> way(shop, message.channel()) != null)
                                    ? "WAITING"
                                    : "WAITING_FOR_CHANNEL";
                        },
                        clock.instant());
        wakeAfterCommit();
        return ids;
    }

    @Override
    public Optional<UUID> again(ShopId shop, UUID id, String dedupeKey, Instant goodUntil) {
        store.copy(shop, id, UUID.randomUUID(), dedupeKey, goodUntil, clock.instant());
        wakeAfterCommit();
        return store.idOf(dedupeKey);
    }

    @Override
    public boolean reaches(ShopId shop, Channel channel) {
        return way(shop.value(), channel) != null;
    }

    @Override
    public List<Sent> about(ShopId shop, String about) {
        return store.about(shop, about).stream().map(Outbox::sent).toList();
    }

    @Override
    public Map<UUID, Sent> of(ShopId shop, Collection<UUID> ids) {
        return ids.isEmpty()
                ? Map.of()
                : store.byIds(shop, ids).stream()
                        .map(Outbox::sent)
                        .collect(Collectors.toMap(Sent::id, Function.identity()));
    }

    private static Sent sent(OutboxStore.Row row) {
        var waits = row.state().equals("WAITING");
        return new Sent(
                row.id(),
                Channel.valueOf(row.channel()),
                MessageController.masked(row.recipient()),
                row.subject(),
                row.body(),
                row.state(),
                row.via(),
                row.attempts(),
                row.createdAt(),
                waits ? row.nextAt() : null,
                row.sentAt(),
                row.deliveredAt(),
                row.readAt(),
                Troubles.words(row.state(), row.troubleCode(), row.lastError()));
    }

    private @Nullable Way way(@Nullable String shop, Channel channel) {
        for (var way : ways) {
            if (way.takes(shop, channel)) {
                return way;
            }
        }
        return null;
    }

    /** Sends everything that is due now; answers how many have left. */
    int sendDue() {
        store.expire(clock.instant());
        for (var place : store.withoutWay()) {
            if (way(place.shopId(), place.channel()) != null) {
                store.release(place);
            }
        }
        int sent = 0;
        for (var due = store.take(clock.instant(), LEASE);
                due.isPresent();
                due = store.take(clock.instant(), LEASE)) {
            sent += send(due.get()) ? 1 : 0;
        }
        return sent;
    }

    private boolean send(Letter letter) {
        var way = way(letter.shop(), letter.channel());
        if (way == null) {
            store.failed(letter.id(), "WAITING_FOR_CHANNEL", null, "not set up", clock.instant());
            return false;
        }
        @Nullable String reference;
        try {
            reference = way.deliver(letter);
        } catch (Way.Undelivered undelivered) {
            putOff(letter, undelivered);
            return false;
        }
        store.sent(
                letter.id(),
                way.name(),
                reference,
                way.name().equals(anxin.messaging.channel.DemoWay.NAME),
                clock.instant());
        return true;
    }

    private void putOff(Letter letter, Way.Undelivered undelivered) {
        var why = String.valueOf(undelivered.getMessage());
        var forGood = undelivered.isForGood() || letter.attempt() >= MOST_ATTEMPTS;
        log.warn("message {} did not go out ({} attempts): {}", letter.id(), letter.attempt(), why);
        store.failed(
                letter.id(),
                forGood ? "FAILED" : "WAITING",
                undelivered.code(),
                why,
                clock.instant().plus(pause(letter.attempt())));
    }

    /** 15 s, 30 s, 1 min, … to one hour. */
    static Duration pause(int attempts) {
        var pause = FIRST_PAUSE.multipliedBy(1L << Math.min(attempts - 1, 20));
        return pause.compareTo(LONGEST_PAUSE) < 0 ? pause : LONGEST_PAUSE;
    }

    void wakeAfterCommit() {
        AfterCommit.run(this::ring);
    }

    @Override
    protected void round() {
        sendDue();
    }
}
