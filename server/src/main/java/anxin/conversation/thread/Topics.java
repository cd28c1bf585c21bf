package anxin.conversation.thread;

import anxin.customer.Profiles;
import anxin.language.Analysis;
import anxin.language.Language;
import anxin.messaging.InboundMessage;
import anxin.work.Routing;
import jakarta.annotation.PreDestroy;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * What a first message is about, in shops whose rules ask. It is found out before anything is
 * locked; what is not understood in time, or not surely enough, has no topic and waits where the
 * other rules say.
 */
@Component
class Topics {

    private static final Logger log = LoggerFactory.getLogger(Topics.class);
    private static final float SURE = 0.6f;
    private static final float IN_SCOPE = 0.5f;
    private static final int AT_ONCE = 2;

    private final Routing routing;
    private final Profiles profiles;
    private final Threads threads;
    private final Language language;
    private final Duration patience;
    private final Semaphore places = new Semaphore(AT_ONCE, true);
    private final ExecutorService readers = Executors.newVirtualThreadPerTaskExecutor();

    Topics(
            Routing routing,
            Profiles profiles,
            Threads threads,
            Language language,
            @Value("${anxin.intake.topic-patience:1s}") Duration patience) {
        this.routing = routing;
        this.profiles = profiles;
        this.threads = threads;
        this.language = language;
        this.patience = patience;
    }

    @Nullable String of(InboundMessage message) {
        if (message.text().isBlank() || !routing.asksForTopics(message.shop()) || goesOn(message)) {
            return null;
        }
        var reading = readers.submit(() -> read(message));
        try {
            return reading.get(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException late) {
            reading.cancel(true);
            log.info("a first message of {} was not understood in {}", message.shop(), patience);
        } catch (ExecutionException e) {
            log.warn("a first message of {} could not be read", message.shop(), e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return null;
    }

    /** It has its queue, or somebody has it. */
    private boolean goesOn(InboundMessage message) {
        return profiles.find(Intake.sender(message))
                .filter(
                        who ->
                                threads.isOpen(
                                        who.shop(),
                                        who.id(),
                                        Conversation.matter(message.context().orderNumber())))
                .isPresent();
    }

    private @Nullable String read(InboundMessage message) throws InterruptedException {
        places.acquire();
        try {
            return topic(
                    language.analyse(
                            new Language.Message(
                                    message.text(),
                                    message.context().language(),
                                    message.shop(),
                                    List.of(),
                                    null)));
        } finally {
            places.release();
        }
    }

    static @Nullable String topic(Analysis of) {
        if (of.inScope() < IN_SCOPE || of.intents().isEmpty()) {
            return null;
        }
        var best = of.intents().getFirst();
        return best.confidence() < SURE ? null : best.key();
    }

    @PreDestroy
    void close() {
        readers.close();
    }
}
