package anxin.identity.people;

import anxin.kernel.upkeep.Chore;
import java.time.Instant;
import java.time.ZoneOffset;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Failed sign-ins that count no more: the next one begins at one anyway. */
@Component
class ForgottenGuesses implements Chore {

    private final JdbcClient db;

    ForgottenGuesses(JdbcClient db) {
        this.db = db;
    }

    @Override
    public String name() {
        return "identity.forgotten-guesses";
    }

    @Override
    public int sweep(Instant now, int most) {
        return db.sql(
                        """
                delete from identity.sign_in_guard
                 where id in (select g.id from identity.sign_in_guard g
                               where g.changed_at < :forgotten
                               order by g.changed_at
                               limit :most
                                 for update skip locked)
                """)
                .param("forgotten", now.minus(SignInGuard.FORGOTTEN).atOffset(ZoneOffset.UTC))
                .param("most", most)
                .update();
    }
}
