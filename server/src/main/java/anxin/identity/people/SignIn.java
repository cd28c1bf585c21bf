package anxin.identity.people;

import anxin.kernel.fact.Audience;
import anxin.kernel.fact.FactLog;
import anxin.kernel.fact.NewFact;
import anxin.kernel.problem.Problem;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Name and password. Whether the name or the password was wrong is never told, nor to be timed. */
@Component
public class SignIn {

    private final PersonStore people;
    private final StaffReader staff;
    private final Passwords passwords;
    private final SignInGuard guard;
    private final FactLog facts;
    private final Clock clock;
    private final boolean demo;

    SignIn(
            PersonStore people,
            StaffReader staff,
            Passwords passwords,
            SignInGuard guard,
            FactLog facts,
            Clock clock,
            @Value("${anxin.demo:false}") boolean demo) {
        this.people = people;
        this.staff = staff;
        this.passwords = passwords;
        this.guard = guard;
        this.facts = facts;
        this.clock = clock;
        this.demo = demo;
    }

    /** Empty when name and password do not belong together, or their person has left. */
    public Optional<StaffOnDuty> with(String login, String password, String address) {
        guard.countAttempt(login, address);
        var known = people.credentials(login).filter(person -> demo || !person.demo());
        var right =
                passwords.matches(
                        password, known.map(PersonStore.Credentials::passwordHash).orElse(null));
        var person =
                right
                        ? known.flatMap(credentials -> staff.find(credentials.id()))
                        : Optional.<StaffOnDuty>empty();
        person.ifPresentOrElse(
                someone -> {
                    guard.forgive(login, address);
                    tell("identity.signed-in", someone.staff().actor(), person(someone), address);
                },
                () ->
                        tell(
                                "identity.sign-in-failed",
                                "anonymous",
                                // Unknown names are not kept: people type passwords there.
                                known.map(k -> "person:" + k.id()).orElse("person:unknown"),
                                address));
        return person;
    }

    /** The current password is asked again, and counted like a sign-in. */
    public void changePassword(UUID person, String current, String next, String address) {
        var credentials = people.credentials(person).orElseThrow(() -> Problem.missing("person"));
        guard.countAttempt(credentials.login(), address);
        if (!passwords.matches(current, credentials.passwordHash())) {
            throw Problem.invalid("/current", "当前密码不正确", "is not the current password");
        }
        guard.forgive(credentials.login(), address);
        Passwords.requireGood("/next", next, credentials.login());
        people.setPassword(person, passwords.hash(next), false, clock.instant());
        tell("identity.password-changed", "staff:" + person, "person:" + person, address);
    }

    private static String person(StaffOnDuty someone) {
        return "person:" + someone.staff().id();
    }

    private void tell(String type, String actor, String subject, String address) {
        facts.append(
                new NewFact(
                        null,
                        type,
                        subject,
                        actor,
                        null,
                        Audience.NONE,
                        Map.of("address", address)));
    }
}
