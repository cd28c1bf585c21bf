package anxin.messaging.attachments;

import anxin.kernel.ShopId;
import anxin.kernel.fact.Audience;
import anxin.kernel.fact.FactLog;
import anxin.kernel.fact.NewFact;
import anxin.kernel.loop.AfterCommit;
import anxin.kernel.loop.Loop;
import anxin.kernel.wire.OutgoingHttp;
import anxin.messaging.attachments.AttachmentStore.Due;
import anxin.messaging.attachments.AttachmentStore.ToScan;
import anxin.messaging.channel.ChannelHttp;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.util.unit.DataSize;

/**
 * What files wait for: to be fetched from where a channel has them, and to be looked at by the
 * scanner. A scanner that cannot be reached lets nothing pass: what waits for it is seen waiting.
 */
@Component
class FileWork extends Loop {

    private static final Logger log = LoggerFactory.getLogger(FileWork.class);

    /** Longer than the scanner and the other side may take. */
    private static final Duration LEASE = Duration.ofMinutes(3);

    private static final Duration PAUSE = Duration.ofSeconds(5);
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final Duration FIRST_PAUSE = Duration.ofSeconds(10);
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(10);

    /** With the pauses above: most of a day. */
    private static final int MOST_FETCHES = 100;

    private final AttachmentStore store;
    private final FileFolder folder;
    private final Clamd clamd;
    private final OutgoingHttp http;
    private final FactLog facts;
    private final TransactionTemplate transaction;
    private final Clock clock;
    private final long largest;

    @Autowired
    FileWork(
            AttachmentStore store,
            FileFolder folder,
            Clamd clamd,
            ChannelHttp http,
            FactLog facts,
            TransactionTemplate transaction,
            Clock clock,
            @Value("${anxin.attachments.largest:12MB}") DataSize largest,
            @Value("${anxin.background:true}") boolean background) {
        super("files", PAUSE, PATIENCE, background);
        this.store = store;
        this.folder = folder;
        this.clamd = clamd;
        this.http = http;
        this.facts = facts;
        this.transaction = transaction;
        this.clock = clock;
        this.largest = largest.toBytes();
    }

    void wakeAfterCommit() {
        AfterCommit.run(this::ring);
    }

    @Override
    protected void round() {
        fetchDue();
        scanDue();
    }

    void fetchDue() {
        for (var due = store.takeToFetch(clock.instant(), LEASE);
                due.isPresent();
                due = store.takeToFetch(clock.instant(), LEASE)) {
            fetch(due.get());
        }
    }

    private void fetch(Due due) {
        var shop = new ShopId(due.shopId());
        try {
            var content = Prepared.of(read(due), largest);
            transaction.executeWithoutResult(
                    status -> {
                        store.hold(shop, content, clamd.isSetUp(), clock.instant());
                        folder.write(shop, content.hash(), content.bytes());
                        var name = FileName.of(due.name(), content.type());
                        store.fetched(shop, due.id(), name, content.hash());
                        tellOf(shop, due);
                    });
        } catch (NotKept refused) {
            giveUp(shop, due, refused.why());
        } catch (UncheckedIOException notNow) {
            log.info("attachment {} was not fetched: {}", due.id(), notNow.getMessage());
            if (due.attempts() >= MOST_FETCHES) {
                giveUp(shop, due, NotKept.Why.NOT_FETCHED);
            } else {
                store.notFetched(shop, due.id(), null, clock.instant().plus(pause(due.attempts())));
            }
        }
    }

    private byte[] read(Due due) throws NotKept {
        var address = URI.create(due.source());
        if (!due.trusted() && !PublicHost.is(address.getHost())) {
            throw new NotKept(NotKept.Why.NOT_PUBLIC);
        }
        var reply = http.send("GET", address, Map.of("Accept", "*/*"), null);
        if (reply.isOk()) {
            return reply.bytes();
        }
        if (reply.status() == 408 || reply.status() == 429 || reply.status() >= 500) {
            throw new UncheckedIOException(new IOException("HTTP " + reply.status()));
        }
        throw new NotKept(NotKept.Why.NOT_FETCHED);
    }

    private void giveUp(ShopId shop, Due due, NotKept.Why why) {
        transaction.executeWithoutResult(
                status -> {
                    store.notFetched(shop, due.id(), why.name(), clock.instant());
                    tellOf(shop, due);
                });
    }

    private void tellOf(ShopId shop, Due due) {
        store.aboutOf(shop, due.id()).ifPresent(about -> tell(shop, about, "FETCHED"));
    }

    void scanDue() {
        if (!clamd.isSetUp()) {
            store.letAllPass();
            return;
        }
        for (var due = store.takeToScan(clock.instant(), LEASE);
                due.isPresent();
                due = store.takeToScan(clock.instant(), LEASE)) {
            scan(due.get());
        }
    }

    private void scan(ToScan due) {
        var shop = new ShopId(due.shopId());
        try {
            var found = clamd.find(folder.path(shop, due.hash()));
            judge(shop, due, found == null ? "CLEAN" : "INFECTED", found == null ? "" : found);
        } catch (IOException notNow) {
            log.warn("{} waits for the virus scanner: {}", due.hash(), notNow.toString());
            judge(shop, due, "UNSCANNED", String.valueOf(notNow.getMessage()));
        }
    }

    private void judge(ShopId shop, ToScan due, String state, String finding) {
        transaction.executeWithoutResult(
                status -> {
                    store.judged(
                            shop,
                            due.hash(),
                            state,
                            finding.isEmpty() ? null : finding,
                            clock.instant().plus(pause(due.attempts())));
                    if (!state.equals("UNSCANNED") || due.attempts() == 1) {
                        store.aboutOf(shop, due.hash())
                                .forEach(about -> tell(shop, String.valueOf(about), state));
                    }
                });
    }

    private void tell(ShopId shop, String about, String state) {
        facts.append(
                new NewFact(
                        shop,
                        "messaging.attachment-changed",
                        about,
                        "system",
                        null,
                        Audience.STAFF,
                        Map.of("state", state)));
    }

    /** 10 s, 20 s, … to ten minutes. */
    private static Duration pause(int attempts) {
        var pause = FIRST_PAUSE.multipliedBy(1L << Math.min(attempts - 1, 10));
        return pause.compareTo(LONGEST_PAUSE) < 0 ? pause : LONGEST_PAUSE;
    }
}
