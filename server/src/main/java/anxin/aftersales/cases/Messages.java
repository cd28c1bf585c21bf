package anxin.aftersales.cases;

import anxin.kernel.fact.Audience;
import anxin.kernel.fact.FactLog;
import anxin.kernel.fact.NewFact;
import anxin.kernel.problem.Problem;
import anxin.work.Deadline;
import anxin.work.Deadlines;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Talk on a case. A customer's message has half an hour until a person must have answered. */
@Component
public class Messages {

    /** The kind of the deadline for a person's answer. */
    public static final String REPLY_DEADLINE = "aftersales.reply";

    private static final Duration REPLY_LIMIT = Duration.ofMinutes(30);
    private static final int LONGEST = 4_000;

    /** Who writes. {@code name} is what the other side reads. */
    public record Author(String actor, String name, boolean staff) {}

    /** What browsers hear. */
    public record Written(UUID id, String of, String name, String orderNo) {}

    private final JdbcClient db;
    private final Deadlines deadlines;
    private final FactLog facts;
    private final Clock clock;

    Messages(JdbcClient db, Deadlines deadlines, FactLog facts, Clock clock) {
        this.db = db;
        this.deadlines = deadlines;
        this.facts = facts;
        this.clock = clock;
    }

    /**
     * {@code id} is chosen by the writer's device: a message sent again after a lost answer is one
     * message.
     */
    @Transactional
    public void write(CaseRow on, UUID id, Author author, String text) {
        var body = text.strip();
        if (body.isEmpty() || body.length() > LONGEST) {
            throw Problem.invalid(
                    "/text", "请输入1到" + LONGEST + "个字", "1 to " + LONGEST + " characters");
        }
        var now = clock.instant();
        var of = author.staff() ? "STAFF" : "CUSTOMER";
        var written =
                db.sql(
                                """
                insert into aftersales.message (shop_id, case_id, id, author, name, of, body, at)
                values (:shop, :case, :id, :author, :name, :of, :body, :at)
                on conflict (shop_id, case_id, id) do nothing
                """)
                        .param("shop", on.shop().value())
                        .param("case", on.id())
                        .param("id", id)
                        .param("author", author.actor())
                        .param("name", author.name())
                        .param("of", of)
                        .param("body", body)
                        .param("at", now.atOffset(ZoneOffset.UTC))
                        .update();
        if (written == 0) {
            return;
        }
        if (author.staff()) {
            deadlines.lift(on.shop(), REPLY_DEADLINE, on.subject());
        } else if (!on.state().isFinal() && !isWaiting(on)) {
            deadlines.set(
                    new Deadline(
                            on.shop(),
                            REPLY_DEADLINE,
                            on.subject(),
                            now.plus(REPLY_LIMIT),
                            id.toString()));
        }
        facts.append(
                new NewFact(
                        on.shop(),
                        "aftersales.message-written",
                        on.subject(),
                        author.actor(),
                        on.customerId(),
                        Audience.CUSTOMER,
                        new Written(id, of, author.name(), on.orderNo().value())));
    }

    /** A second message does not start the clock anew: the first one has been waiting longer. */
    private boolean isWaiting(CaseRow on) {
        return db.sql(
                        """
                select coalesce((
                    select m.of = 'CUSTOMER'
                      from aftersales.message m
                     where m.shop_id = :shop and m.case_id = :case
                     order by m.at desc, m.id desc
                    offset 1 limit 1), false)
                """)
                .param("shop", on.shop().value())
                .param("case", on.id())
                .query(Boolean.class)
                .single();
    }
}
