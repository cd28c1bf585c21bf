package anxin.messaging.mail;

import anxin.kernel.loop.Bell;
import anxin.kernel.loop.Loop;
import anxin.kernel.problem.Problem;
import anxin.messaging.ConversationChannels.Kind;
import anxin.messaging.inbound.InboundChannel;
import anxin.messaging.inbound.InboundChannelStore;
import anxin.messaging.inbound.Mailbox;
import anxin.messaging.mail.MailLine.Waiting;
import jakarta.mail.MessagingException;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.dao.NonTransientDataAccessResourceException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/**
 * Reads the mailboxes, each by one process at a time. A mail is taken before the place in the
 * mailbox moves on: whoever dies in between leaves one that is taken again, and stands once.
 */
@Component
class CollectMail extends Loop {

    private static final Logger log = LoggerFactory.getLogger(CollectMail.class);
    private static final Duration PAUSE = Duration.ofSeconds(10);
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final Duration LEASE = Duration.ofMinutes(5);
    private static final Duration AGAIN = Duration.ofSeconds(60);
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(15);

    /** A mail on which we fail so often is set aside, so that those behind it come in. */
    private static final int MOST_TRIES = 5;

    private final UUID me = UUID.randomUUID();
    private final Map<String, Bell> watched = new ConcurrentHashMap<>();
    private final InboundChannelStore channels;
    private final MailStore store;
    private final MailServers servers;
    private final TakeMail take;
    private final Clock clock;

    @Autowired
    CollectMail(
            InboundChannelStore channels,
            MailStore store,
            MailServers servers,
            TakeMail take,
            Clock clock,
            @Value("${anxin.background:true}") boolean background) {
        super("mail", PAUSE, PATIENCE, background);
        this.channels = channels;
        this.store = store;
        this.servers = servers;
        this.take = take;
        this.clock = clock;
    }

    /**
     * Each mailbox that is due has a thread of its own, which stays while the server tells of news.
     */
    @Override
    protected void round() {
        store.enter(clock.instant());
        for (var due : store.due(clock.instant())) {
            var id = String.valueOf(due);
            var bell = new Bell();
            if (watched.putIfAbsent(id, bell) == null) {
                Thread.ofVirtual()
                        .name("mail " + id)
                        .start(
                                () -> {
                                    try {
                                        watch(id, bell);
                                    } finally {
                                        watched.remove(id);
                                    }
                                });
            }
        }
    }

    @Override
    public void stop() {
        super.stop();
        watched.values().forEach(Bell::ring);
    }

    /** Reads what is there once; empty while another process reads it. */
    Optional<Integer> once(String channel) {
        store.enter(clock.instant());
        return hold(channel)
                .map(
                        box -> {
                            try (var line = new MailLine(servers.open(box))) {
                                var taken = read(channel, box, line);
                                letGo(channel, Duration.ZERO);
                                return taken;
                            } catch (MessagingException | RuntimeException trouble) {
                                troubled(channel, trouble);
                                return 0;
                            }
                        });
    }

    /** Goes on until the line breaks, the channel changes, or we stop. */
    void watch(String channel, Bell bell) {
        var first = hold(channel);
        if (first.isEmpty()) {
            return;
        }
        var box = first.get();
        try (var line = new MailLine(servers.open(box))) {
            int seen = line.count();
            read(channel, box, line);
            while (isRunning() && line.canIdle() && hold(channel).filter(box::equals).isPresent()) {
                if (!line.hasMoreThan(seen)) {
                    line.awaitNews(AGAIN, bell);
                }
                seen = line.count();
                read(channel, box, line);
            }
            letGo(channel, isRunning() && !line.canIdle() ? AGAIN : Duration.ZERO);
        } catch (MessagingException | RuntimeException trouble) {
            troubled(channel, trouble);
        }
    }

    private Optional<Mailbox> hold(String channel) {
        return mailbox(channel)
                .filter(box -> store.hold(channel, me, clock.instant(), LEASE).isPresent())
                .map(
                        box -> {
                            var account = box.user() + " " + box.in().host();
                            store.account(channel, me, account, clock.instant());
                            return box;
                        });
    }

    private Optional<Mailbox> mailbox(String channel) {
        return channels.get(channel)
                .filter(known -> known.kind() == Kind.EMAIL)
                .flatMap(known -> Optional.ofNullable(known.mailbox()));
    }

    private int read(String id, Mailbox box, MailLine line) throws MessagingException {
        var channel = channels.get(id).orElseThrow();
        var place = store.hold(id, me, clock.instant(), LEASE).orElseThrow();
        var validity = line.uidValidity();
        var known = place.uidValidity();
        var isSame = known != null && known == validity;
        int taken = 0;
        for (var waiting : line.after(isSame ? place.lastUid() : 0, place.since())) {
            if (!take(channel, box, place, waiting)
                    || !store.advance(id, me, validity, waiting.uid())) {
                return taken;
            }
            taken++;
        }
        store.read(id, line.canIdle(), clock.instant());
        return taken;
    }

    /** False when it has to be tried again before those behind it. */
    private boolean take(
            InboundChannel channel, Mailbox box, MailStore.Place place, Waiting waiting)
            throws MessagingException {
        var content = waiting.content();
        try {
            take.take(channel, box, ReadMail.of(content, waiting.received()));
            return true;
        } catch (Problem
                | TransientDataAccessException
                | NonTransientDataAccessResourceException
                | TransactionException notNow) {
            throw notNow; // It is not the mail's fault.
        } catch (IOException | MessagingException | RuntimeException trouble) {
            var tries = place.stuckUid() == waiting.uid() ? place.stuckTries() + 1 : 1;
            log.warn(
                    "mail {} on {} was not taken ({})",
                    waiting.uid(),
                    channel.id(),
                    tries,
                    trouble);
            if (tries < MOST_TRIES) {
                store.stuck(channel.id(), me, waiting.uid());
                return false;
            }
            take.setAside(channel, "uid:" + waiting.uid(), String.valueOf(trouble.getMessage()));
            return true;
        }
    }

    private void letGo(String channel, Duration pause) {
        var now = clock.instant();
        store.letGo(channel, me, now, now.plus(pause));
    }

    private void troubled(String channel, Exception trouble) {
        log.warn("the mailbox of {} cannot be read: {}", channel, trouble.toString());
        var tries =
                store.troubled(
                        channel,
                        MailTrouble.of(trouble),
                        String.valueOf(trouble.getMessage()),
                        clock.instant());
        var pause = AGAIN.multipliedBy(1L << Math.min(tries - 1, 8));
        letGo(channel, pause.compareTo(LONGEST_PAUSE) < 0 ? pause : LONGEST_PAUSE);
    }
}
