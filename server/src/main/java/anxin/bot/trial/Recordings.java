package anxin.bot.trial;

import anxin.bot.flow.FlowBook;
import anxin.bot.trial.BotTrials.Answered;
import anxin.kernel.ShopId;
import anxin.kernel.problem.Problem;
import anxin.kernel.rows.Rows;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * Conversations that must go the same way after a change; what differs is shown before it holds.
 */
@Component
class Recordings {

    private static final int MOST = 200;
    private static final TypeReference<List<String>> SAID = new TypeReference<>() {};
    private static final TypeReference<List<Answered>> ANSWERS = new TypeReference<>() {};

    /**
     * @param customer whose orders it is about, by the shop's own id; null: a visitor
     */
    record Recording(
            UUID id,
            String name,
            @Nullable String customer,
            List<String> said,
            List<Answered> expected,
            Instant changedAt) {}

    /** What is different at one step; null is none. */
    record Difference(
            UUID recording,
            String name,
            int step,
            String said,
            @Nullable Answered before,
            @Nullable Answered now) {}

    private record Row(
            UUID id,
            String name,
            @Nullable String customer,
            String said,
            String expected,
            Instant changedAt) {}

    private final JdbcClient db;
    private final BotTrials trials;
    private final JsonMapper json;
    private final Clock clock;

    Recordings(JdbcClient db, BotTrials trials, JsonMapper json, Clock clock) {
        this.db = db;
        this.trials = trials;
        this.json = json;
        this.clock = clock;
    }

    List<Recording> of(ShopId shop) {
        return db
                .sql(
                        """
                select r.id, r.name, r.customer, r.said::text as said, r.expected::text as expected, r.changed_at
                  from bot.recording r
                 where r.shop_id = :shop
                 order by r.name, r.id
                 limit :most
                """)
                .param("shop", shop.value())
                .param("most", MOST)
                .query(Rows.of(Row.class))
                .list()
                .stream()
                .map(
                        row ->
                                new Recording(
                                        row.id(),
                                        row.name(),
                                        row.customer(),
                                        json.readValue(row.said(), SAID),
                                        json.readValue(row.expected(), ANSWERS),
                                        row.changedAt()))
                .toList();
    }

    /** What {@code book} answers now is how it shall be. */
    @Transactional
    public void keep(
            ShopId shop,
            UUID id,
            FlowBook book,
            String name,
            @Nullable String customer,
            List<String> said,
            String by) {
        var there = of(shop);
        if (there.size() >= MOST && there.stream().noneMatch(one -> one.id().equals(id))) {
            throw Problem.refused(
                    "too-many-recordings", "最多200条录制对话", "There are 200 recordings already");
        }
        db.sql(
                        """
                insert into bot.recording as r (shop_id, id, name, customer, said, expected, changed_by, changed_at)
                values (:shop, :id, :name, :customer, :said::json, :expected::json, :by, :now)
                on conflict (shop_id, id) do update
                   set name = excluded.name, customer = excluded.customer, said = excluded.said,
                       expected = excluded.expected, changed_by = excluded.changed_by, changed_at = excluded.changed_at
                """)
                .param("shop", shop.value())
                .param("id", id)
                .param("name", name)
                .param("customer", customer)
                .param("said", json.writeValueAsString(said))
                .param("expected", json.writeValueAsString(trials.talk(shop, book, customer, said)))
                .param("by", by)
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .update();
    }

    void forget(ShopId shop, UUID id) {
        db.sql("delete from bot.recording where shop_id = :shop and id = :id")
                .param("shop", shop.value())
                .param("id", id)
                .update();
    }

    /** The first step of each at which it goes another way. */
    List<Difference> differences(ShopId shop, FlowBook book) {
        var found = new ArrayList<Difference>();
        for (var one : of(shop)) {
            var now = trials.talk(shop, book, one.customer(), one.said());
            for (int i = 0; i < one.said().size(); i++) {
                var before = at(one.expected(), i);
                var after = at(now, i);
                if (!same(before, after)) {
                    found.add(
                            new Difference(
                                    one.id(), one.name(), i + 1, one.said().get(i), before, after));
                    break;
                }
            }
        }
        return found;
    }

    private static @Nullable Answered at(List<Answered> answers, int step) {
        return step < answers.size() ? answers.get(step) : null;
    }

    /** Times and amounts change with the days; words do not. */
    private static boolean same(@Nullable Answered one, @Nullable Answered other) {
        return one == null || other == null
                ? one == other
                : words(one).equals(words(other))
                        && one.choices().equals(other.choices())
                        && java.util.Objects.equals(one.why(), other.why());
    }

    private static String words(Answered of) {
        return of.text().replaceAll("\\d+", "0");
    }
}
