package anxin.journal.subscriptions;

import anxin.kernel.ShopId;
import anxin.kernel.fact.Audience;
import anxin.kernel.fact.FactLog;
import anxin.kernel.fact.NewFact;
import anxin.kernel.loop.AfterCommit;
import anxin.kernel.loop.Loop;
import anxin.kernel.wire.OutgoingHttp;
import anxin.kernel.wire.SignedHook;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Calls the subscribers. One that is slow keeps nobody else waiting; one that has failed for a day
 * is switched off, and the shop is told.
 */
@Component
class HookSender extends Loop {

    private static final Logger log = LoggerFactory.getLogger(HookSender.class);

    private static final Duration LEASE = Duration.ofMinutes(1);
    private static final Duration FIRST_PAUSE = Duration.ofSeconds(15);
    private static final Duration LONGEST_PAUSE = Duration.ofHours(1);

    /** With the pauses above: about two days. */
    private static final int MOST_ATTEMPTS = 50;

    private static final Duration PATIENCE_WITH_IT = Duration.ofHours(24);
    private static final int FAILURES_BEFORE = 10;
    private static final int GONE = 410;

    private final SubscriptionStore subscriptions;
    private final DeliveryStore deliveries;
    private final FactLog facts;
    private final TransactionTemplate transaction;
    private final Clock clock;
    private final OutgoingHttp http;
    private final Set<UUID> busy = ConcurrentHashMap.newKeySet();

    HookSender(
            SubscriptionStore subscriptions,
            DeliveryStore deliveries,
            FactLog facts,
            TransactionTemplate transaction,
            Clock clock,
            @Value("${anxin.hooks.timeout:10s}") Duration timeout,
            @Value("${anxin.background:true}") boolean background) {
        super("web-hooks", Duration.ofSeconds(2), timeout.plusSeconds(2), background);
        this.subscriptions = subscriptions;
        this.deliveries = deliveries;
        this.facts = facts;
        this.transaction = transaction;
        this.clock = clock;
        this.http = new OutgoingHttp(timeout);
    }

    void wakeAfterCommit() {
        AfterCommit.run(this::ring);
    }

    @Override
    protected void round() {
        for (var id : deliveries.subscriptionsWithWork(clock.instant())) {
            if (busy.add(id)) {
                Thread.ofVirtual()
                        .name("web-hook-" + id)
                        .start(
                                () -> {
                                    try {
                                        sendDue(id);
                                    } finally {
                                        busy.remove(id);
                                    }
                                });
            }
        }
    }

    /** Everything of one subscription, or of all, that is due; answers how many were taken. */
    int sendDue(@Nullable UUID of) {
        int taken = 0;
        int delivered = 0;
        for (var due = deliveries.take(clock.instant(), LEASE, of);
                due.isPresent();
                due = deliveries.take(clock.instant(), LEASE, of)) {
            taken++;
            delivered += send(due.get()) ? 1 : 0;
        }
        if (taken > delivered) {
            log.info("{} of {} web hooks were not taken", taken - delivered, taken);
        }
        return delivered;
    }

    private boolean send(DeliveryStore.Row row) {
        var to = subscriptions.find(row.shopId(), row.subscription()).orElse(null);
        if (to == null) {
            return false;
        }
        var began = System.nanoTime();
        @Nullable Integer status = null;
        @Nullable String trouble = null;
        try {
            var now = clock.instant();
            var secrets = subscriptions.secrets(row.shopId(), row.subscription(), now);
            var reply =
                    http.send(
                            "POST",
                            URI.create(to.url()),
                            Map.of(
                                    "Content-Type",
                                    "application/json",
                                    "Anxin-Delivery",
                                    row.id().toString(),
                                    "Idempotency-Key",
                                    row.event(),
                                    SignedHook.HEADER,
                                    SignedHook.sign(secrets, now, row.body())),
                            row.body());
            status = reply.status();
            trouble = reply.isOk() ? null : "HTTP " + status;
        } catch (UncheckedIOException lost) {
            trouble = String.valueOf(lost.getMessage());
        }
        note(row, to, status, trouble, (System.nanoTime() - began) / 1_000_000);
        return trouble == null;
    }

    private void note(
            DeliveryStore.Row row,
            SubscriptionStore.Row to,
            @Nullable Integer status,
            @Nullable String trouble,
            long millis) {
        var now = clock.instant();
        var state =
                trouble == null
                        ? "DELIVERED"
                        : row.attempts() >= MOST_ATTEMPTS ? "GIVEN_UP" : "WAITING";
        var outcome =
                new DeliveryStore.Outcome(
                        state, status, trouble, millis, now.plus(pause(row.attempts())));
        transaction.executeWithoutResult(
                committed -> {
                    deliveries.note(row, outcome, now);
                    if (trouble == null) {
                        subscriptions.went(to);
                    } else {
                        subscriptions.failed(to, now);
                        switchOffIfHopeless(to, status, trouble);
                    }
                });
    }

    private void switchOffIfHopeless(
            SubscriptionStore.Row to, @Nullable Integer status, String trouble) {
        var now = clock.instant();
        var since = to.failingSince();
        var gone = status != null && status == GONE;
        var tooLong =
                since != null
                        && since.plus(PATIENCE_WITH_IT).isBefore(now)
                        && to.failures() >= FAILURES_BEFORE;
        if ((gone || tooLong) && subscriptions.disable(to, gone ? "GONE" : "FAILING", now)) {
            facts.append(
                    new NewFact(
                            new ShopId(to.shopId()),
                            "journal.subscription-disabled",
                            "subscription:" + to.id(),
                            "system",
                            null,
                            Audience.STAFF,
                            Map.of("url", to.url(), "trouble", trouble)));
        }
    }

    /** 15 s, 30 s, 1 min, … to one hour. */
    static Duration pause(int attempts) {
        var pause = FIRST_PAUSE.multipliedBy(1L << Math.clamp(attempts - 1L, 0, 20));
        return pause.compareTo(LONGEST_PAUSE) < 0 ? pause : LONGEST_PAUSE;
    }
}
