package anxin.identity.people;

import anxin.kernel.ShopId;
import anxin.kernel.fact.Audience;
import anxin.kernel.fact.FactLog;
import anxin.kernel.fact.NewFact;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Finds the person for whom a provider vouches, by issuer and subject alone: a name or an e-mail
 * address may be given to somebody else one day.
 */
@Component
public class KnownElsewhere {

    /**
     * What the provider says.
     *
     * @param roles null: the provider says nothing about roles
     */
    public record Claims(
            String issuer,
            String subject,
            String login,
            String name,
            @Nullable String email,
            @Nullable List<String> roles) {}

    private final JdbcClient db;
    private final PersonStore store;
    private final PeopleView view;
    private final StaffReader staff;
    private final FactLog facts;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    KnownElsewhere(
            JdbcClient db,
            PersonStore store,
            PeopleView view,
            StaffReader staff,
            FactLog facts,
            ApplicationEventPublisher events,
            Clock clock) {
        this.db = db;
        this.store = store;
        this.view = view;
        this.staff = staff;
        this.facts = facts;
        this.events = events;
        this.clock = clock;
    }

    /** Empty when nobody here is that person, or they have left. */
    @Transactional
    public Optional<StaffOnDuty> find(
            Claims claims, boolean create, @Nullable List<ShopId> shops, String address) {
        var id = id(claims);
        if (id == null && create && claims.roles() != null && !claims.roles().isEmpty()) {
            id = takeIn(claims, shops);
        }
        if (id == null) {
            return Optional.empty();
        }
        writeRoles(id, claims);
        var someone = staff.find(id);
        someone.ifPresent(
                found ->
                        facts.append(
                                new NewFact(
                                        null,
                                        "identity.signed-in",
                                        "person:" + found.staff().id(),
                                        found.staff().actor(),
                                        null,
                                        Audience.NONE,
                                        Map.of("address", address, "by", claims.issuer()))));
        return someone;
    }

    private @Nullable UUID id(Claims claims) {
        return db.sql(
                        """
                select p.id from identity.person p where p.issuer = :issuer and p.subject = :subject
                """)
                .param("issuer", claims.issuer())
                .param("subject", claims.subject())
                .query(UUID.class)
                .optional()
                .orElse(null);
    }

    private @Nullable UUID takeIn(Claims claims, @Nullable List<ShopId> shops) {
        var roles = claims.roles();
        var person =
                new Person(
                        UUID.randomUUID(),
                        claims.login(),
                        claims.name(),
                        claims.email(),
                        shops,
                        roles == null ? List.of() : roles,
                        List.of(),
                        List.of(),
                        true);
        if (!store.add(person, null, false, false, clock.instant())) {
            return null; // The sign-in name is somebody's: an administrator must look.
        }
        db.sql("update identity.person set issuer = :issuer, subject = :subject where id = :id")
                .param("issuer", claims.issuer())
                .param("subject", claims.subject())
                .param("id", person.id())
                .update();
        return person.id();
    }

    /** The provider's word on roles counts anew at every sign-in. */
    private void writeRoles(UUID id, Claims claims) {
        var roles = claims.roles();
        var before = view.find(null, id).orElse(null);
        if (roles == null || before == null || before.person().roles().equals(roles)) {
            return;
        }
        var was = before.person();
        var is =
                new Person(
                        id,
                        was.login(),
                        was.name(),
                        was.email(),
                        was.shops(),
                        roles,
                        was.teams(),
                        was.stores(),
                        was.active());
        store.change(is, before.version(), clock.instant());
        events.publishEvent(new StaffChanged(id));
        facts.append(
                new NewFact(
                        null,
                        "identity.person-changed",
                        "person:" + id,
                        "system",
                        null,
                        Audience.NONE,
                        Map.of(
                                "roles",
                                roles,
                                "at",
                                clock.instant().atOffset(ZoneOffset.UTC).toString())));
    }
}
