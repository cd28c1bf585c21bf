package anxin.aftersales.cases;

import anxin.kernel.fact.Audience;
import anxin.kernel.fact.FactLog;
import anxin.kernel.fact.NewFact;
import anxin.kernel.problem.Problem;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Talk on a case. A customer's message has half an hour until a person must have answered. */
@Component
public class Messages {

    private static final int LONGEST = 4_000;

    /** Only a person's words end a customer's waiting; a program's do not. */
    public enum Writer {
        CUSTOMER,
        PERSON,
        BOT
    }

    /** Who writes. {@code name} is what the other side reads. */
    public record Author(String actor, String name, Writer writer) {

        String side() {
            return writer == Writer.CUSTOMER ? "CUSTOMER" : "STAFF";
        }
    }

    /** What browsers hear. */
    public record Written(UUID id, String of, String name, String orderNo) {}

    private final JdbcClient db;
    private final ReplyClock replies;
    private final FactLog facts;
    private final Clock clock;

    Messages(JdbcClient db, ReplyClock replies, FactLog facts, Clock clock) {
        this.db = db;
        this.replies = replies;
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
        var of = author.side();
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
        switch (author.writer()) {
            case PERSON -> replies.stop(on.shop(), on.id());
            case CUSTOMER -> {
                if (!on.state().isFinal()) {
                    replies.start(on.shop(), on.id(), ReplyClock.Kind.MESSAGE, id.toString());
                }
            }
            case BOT -> {} // The customer goes on waiting for a person.
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
}
