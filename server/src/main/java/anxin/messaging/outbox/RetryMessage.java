package anxin.messaging.outbox;

import anxin.identity.Caller;
import anxin.kernel.ShopId;
import anxin.kernel.fact.Audience;
import anxin.kernel.fact.FactLog;
import anxin.kernel.fact.NewFact;
import anxin.kernel.problem.Problem;
import java.time.Clock;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** A message that was given up is sent again, by the hand of somebody who mended the cause. */
@Component
class RetryMessage {

    private final OutboxStore store;
    private final Outbox outbox;
    private final FactLog facts;
    private final Clock clock;

    RetryMessage(OutboxStore store, Outbox outbox, FactLog facts, Clock clock) {
        this.store = store;
        this.outbox = outbox;
        this.facts = facts;
        this.clock = clock;
    }

    /** Asked twice, it is sent once: one that waits already is left as it is. */
    @Transactional
    OutboxStore.Row retry(Caller.Permitted caller, UUID id) {
        var message = store.lock(caller.shops(), id).orElseThrow(() -> Problem.missing("message"));
        if (message.state().equals("WAITING")) {
            return message;
        }
        if (!message.state().equals("FAILED")) {
            throw Problem.refused(
                    "not-failed", "只有发送失败的消息可以重发", "Only a message that failed can be sent again");
        }
        if (message.body() == null) {
            throw Problem.refused(
                    "text-gone",
                    "消息正文已按保留期限清除，无法重发；请重新发起产生它的操作",
                    "The text is no longer kept, so it cannot be sent again; repeat what caused it");
        }
        store.retry(id, clock.instant());
        outbox.wakeAfterCommit();
        var shop = message.shopId();
        facts.append(
                new NewFact(
                        shop == null ? null : new ShopId(shop),
                        "messaging.message-retried",
                        "message:" + id,
                        caller.actor(),
                        null,
                        Audience.NONE,
                        Map.of("channel", message.channel(), "attempts", message.attempts())));
        return store.lock(caller.shops(), id).orElseThrow(() -> Problem.missing("message"));
    }
}
