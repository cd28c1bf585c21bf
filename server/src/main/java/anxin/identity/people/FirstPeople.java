package anxin.identity.people;

import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Before the doors open: the built-in roles and teams as this version knows them; on an empty
 * installation the first administrator; in demo mode the cast of the demo.
 */
@Component
class FirstPeople implements SmartInitializingSingleton {

    private static final Logger log = LoggerFactory.getLogger(FirstPeople.class);

    private final PersonStore people;
    private final Passwords passwords;
    private final TransactionTemplate transaction;
    private final Clock clock;
    private final boolean demo;
    private final String chosen;

    FirstPeople(
            PersonStore people,
            Passwords passwords,
            TransactionTemplate transaction,
            Clock clock,
            @Value("${anxin.demo:false}") boolean demo,
            @Value("${anxin.admin.password:}") String chosen) {
        this.people = people;
        this.passwords = passwords;
        this.transaction = transaction;
        this.clock = clock;
        this.demo = demo;
        this.chosen = chosen;
    }

    @Override
    public void afterSingletonsInstantiated() {
        for (var role : BuiltInRole.values()) {
            people.writeBuiltIn(role);
        }
        for (var team : BuiltInTeam.values()) {
            people.writeBuiltIn(team);
        }
        if (demo) {
            addDemoPeople();
        } else {
            people.endSessionsOfDemoPeople();
            addFirstAdministrator();
        }
    }

    void addDemoPeople() {
        for (var someone : DemoPerson.values()) {
            if (people.credentials(someone.login()).isEmpty()) {
                add(someone.person(), someone.password(), false, true);
            }
        }
    }

    private void addFirstAdministrator() {
        if (!people.isEmpty()) {
            return;
        }
        var password = chosen.isBlank() ? Passwords.random() : chosen;
        var administrator =
                new Person(
                        new UUID(0, 1),
                        "admin",
                        "管理员",
                        null,
                        null,
                        List.of(BuiltInRole.ADMINISTRATOR.id()),
                        List.of(),
                        List.of(),
                        true);
        if (add(administrator, password, chosen.isBlank(), false) && chosen.isBlank()) {
            log.warn(
                    "First administrator: sign in as \"admin\" with password \"{}\" and change it."
                            + " It is shown only once.",
                    password);
        }
    }

    private boolean add(Person person, String password, boolean stale, boolean known) {
        var hash = passwords.hash(password);
        return Boolean.TRUE.equals(
                transaction.execute(
                        status -> people.add(person, hash, stale, known, clock.instant())));
    }
}
