package anxin.identity.session;

import anxin.identity.Caller;
import anxin.identity.people.StaffChanged;
import anxin.identity.secret.Token;
import anxin.kernel.memory.ShortMemory;
import java.time.Clock;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;

/** Opens, recognises and ends sessions. */
@Component
public class Sessions {

    private static final Duration REMEMBERED = Duration.ofSeconds(10);
    private static final Duration SEEN_EVERY = Duration.ofMinutes(1);

    /** What a new session's browser has to keep. */
    public record Opened(String token, String csrf) {}

    private final SessionStore store;
    private final Clock clock;
    private final ShortMemory<String, Session> memory;

    Sessions(SessionStore store, Clock clock) {
        this.store = store;
        this.clock = clock;
        this.memory = new ShortMemory<>(clock, REMEMBERED);
    }

    /**
     * @param csrf the value another session of the same browser already uses, so that both can
     *     share the one cookie; null for a new one
     */
    public Opened open(
            Caller caller,
            @Nullable String displayName,
            @Nullable String address,
            @Nullable String csrf) {
        var opened = new Opened(Token.random(), csrf != null ? csrf : Token.random());
        store.add(
                Token.hash(opened.token()),
                caller,
                displayName,
                opened.csrf(),
                address,
                clock.instant());
        return opened;
    }

    public Optional<Session> find(String token) {
        if (token.length() != 43) {
            return Optional.empty();
        }
        var hash = HexFormat.of().formatHex(Token.hash(token));
        return memory.recall(hash, () -> read(hash));
    }

    private Optional<Session> read(String hash) {
        var now = clock.instant();
        var session = store.find(hash, now);
        if (session.isPresent() && session.get().seenAt().plus(SEEN_EVERY).isBefore(now)) {
            store.seen(hash, now);
        }
        return session;
    }

    public void end(Session session) {
        store.remove(session.tokenHash());
        memory.forget(other -> other.tokenHash().equals(session.tokenHash()));
    }

    /** Everywhere, but for the session that asks, if one is named. */
    public int endAllOf(UUID person, @Nullable Session except) {
        var ended = store.removeAllOf(person, except == null ? null : except.tokenHash());
        on(new StaffChanged(person));
        return ended;
    }

    /** What people may do has changed: read it again at the next request. */
    @TransactionalEventListener(fallbackExecution = true)
    void on(StaffChanged change) {
        memory.forget(
                session ->
                        session.caller() instanceof Caller.Staff staff
                                && (change.person() == null || staff.id().equals(change.person())));
    }
}
