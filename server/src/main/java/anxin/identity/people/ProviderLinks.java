package anxin.identity.people;

import anxin.identity.Caller;
import anxin.kernel.problem.Problem;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Ties somebody who is here to whom a provider vouches for, and unties them. One way in at a time:
 * who is tied has no password here, who is untied gets a new one.
 */
@Component
public class ProviderLinks {

    /**
     * How somebody signs in from now on.
     *
     * @param subject null: by the password
     * @param password only where one was just made
     */
    public record Link(
            UUID person, long version, @Nullable String subject, @Nullable String password) {}

    private final PeopleDesk desk;
    private final PersonStore people;
    private final Passwords passwords;
    private final JdbcClient db;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    ProviderLinks(
            PeopleDesk desk,
            PersonStore people,
            Passwords passwords,
            JdbcClient db,
            ApplicationEventPublisher events,
            Clock clock) {
        this.desk = desk;
        this.people = people;
        this.passwords = passwords;
        this.db = db;
        this.events = events;
        this.clock = clock;
    }

    /**
     * @param issuer null when no provider is set up
     */
    @Transactional
    public Link link(
            Caller.Permitted caller,
            UUID id,
            long version,
            @Nullable String issuer,
            String subject) {
        var person = begin(caller, id, version).person();
        if (issuer == null) {
            throw Problem.refused(
                    "no-provider",
                    "尚未配置统一登录，请先按运维手册设置",
                    "No sign-in provider is set up; see the operator's handbook first");
        }
        try {
            write(id, issuer, subject, null);
        } catch (DuplicateKeyException somebodyElses) {
            throw Problem.conflict(
                    "subject-taken",
                    "此标识已关联另一位人员，请先解除那一位的关联",
                    "This subject is tied to somebody else; untie them first");
        }
        desk.tell(
                "identity.person-linked",
                caller,
                person,
                Map.of("issuer", issuer, "subject", subject));
        return new Link(id, version + 1, subject, null);
    }

    @Transactional
    public Link unlink(Caller.Permitted caller, UUID id, long version) {
        var listed = begin(caller, id, version);
        if (listed.subject() == null) {
            throw Problem.refused(
                    "not-linked", "此人没有关联统一登录", "This person is not tied to the provider");
        }
        var password = Passwords.random();
        write(id, null, null, passwords.hash(password));
        desk.tell("identity.person-unlinked", caller, listed.person(), Map.of());
        return new Link(id, version + 1, null, password);
    }

    private PeopleView.Listed begin(Caller.Permitted caller, UUID id, long version) {
        var listed = desk.find(caller, id);
        if (caller instanceof Caller.Staff me && me.id().equals(id)) {
            throw Problem.refused(
                    "not-yourself",
                    "不能修改自己的登录方式，请由另一位管理员操作",
                    "How you sign in yourself is for another administrator to change");
        }
        desk.requireNoSuperior(caller, id);
        Version.requireCurrent(version, listed.version());
        return listed;
    }

    /** Every browser is signed out: whoever came in the old way shows that they may the new way. */
    private void write(
            UUID id, @Nullable String issuer, @Nullable String subject, @Nullable String hash) {
        db.sql(
                        """
                update identity.person
                   set issuer = cast(:issuer as text), subject = cast(:subject as text),
                       password_hash = cast(:hash as text), password_stale = cast(:hash as text) is not null,
                       changed_at = :now, version = version + 1
                 where id = :id
                """)
                .param("id", id)
                .param("issuer", issuer)
                .param("subject", subject)
                .param("hash", hash)
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .update();
        people.endSessions(id);
        events.publishEvent(new StaffChanged(id));
    }
}
