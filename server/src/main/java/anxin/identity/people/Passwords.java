package anxin.identity.people;

import anxin.kernel.problem.Problem;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.stereotype.Component;

/** Passwords are kept as Argon2id with the parameters that OWASP names (19 MiB, 2 rounds). */
@Component
public class Passwords {

    private static final int SHORTEST = 10;
    private static final int LONGEST = 200;
    private static final String READABLE = "abcdefghjkmnpqrstuvwxyz23456789";
    private static final SecureRandom RANDOM = new SecureRandom();

    /** Each hash takes 19 MiB, so a flood of sign-ins waits instead of filling the memory. */
    private final Semaphore room = new Semaphore(4);

    private final Argon2PasswordEncoder argon = new Argon2PasswordEncoder(16, 32, 1, 19_456, 2);
    private volatile @Nullable String nobody;

    public String hash(String password) {
        return inTurn(() -> argon.encode(password));
    }

    /** Takes as long for a name that is not there ({@code hash} null) as for a wrong password. */
    public boolean matches(String password, @Nullable String hash) {
        if (password.length() > LONGEST) {
            return false;
        }
        var against = hash != null ? hash : hashOfNobody();
        return inTurn(() -> argon.matches(password, against)) && hash != null;
    }

    private String hashOfNobody() {
        var known = nobody;
        if (known == null) {
            known = hash(random());
            nobody = known;
        }
        return known;
    }

    /** For a person to read once and type: 20 letters and digits that cannot be mistaken. */
    public static String random() {
        var text = new StringBuilder();
        for (int i = 0; i < 20; i++) {
            text.append(READABLE.charAt(RANDOM.nextInt(READABLE.length())));
        }
        return text.toString();
    }

    /** Length protects, not signs from every corner of the keyboard. */
    static void requireGood(String pointer, String password, String login) {
        if (password.length() < SHORTEST || password.length() > LONGEST) {
            throw Problem.invalid(
                    pointer,
                    "密码长度须为" + SHORTEST + "至" + LONGEST + "个字符",
                    "a password has " + SHORTEST + " to " + LONGEST + " characters");
        }
        var lower = password.toLowerCase(Locale.ROOT);
        if (lower.contains(login.toLowerCase(Locale.ROOT))
                || lower.chars().distinct().count() < 4) {
            throw Problem.invalid(
                    pointer,
                    "密码过于简单：不能包含登录名，也不能只有几个重复的字符",
                    "too easy to guess: leave the sign-in name out and use more than a few characters");
        }
    }

    private <T> T inTurn(Supplier<T> work) {
        try {
            if (!room.tryAcquire(5, TimeUnit.SECONDS)) {
                throw Problem.busy(Duration.ofSeconds(5));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw Problem.busy(Duration.ofSeconds(5));
        }
        try {
            return work.get();
        } finally {
            room.release();
        }
    }
}
