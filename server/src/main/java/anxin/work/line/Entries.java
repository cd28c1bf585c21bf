package anxin.work.line;

import anxin.work.NewWork;
import anxin.work.Routing.Asking;
import anxin.work.routing.Plan;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Writes what waits, and what somebody has, one or many at a time. */
@Component
class Entries {

    /** A row to be written. */
    record Entry(
            NewWork work,
            Plan.Queue queue,
            @Nullable String language,
            int rank,
            int weight,
            @Nullable UUID agent,
            @Nullable Instant preferredUntil) {

        String line() {
            return queue.id() + "/" + (language == null ? "" : language);
        }
    }

    private final JdbcClient db;

    Entries(JdbcClient db) {
        this.db = db;
    }

    /**
     * What is there already keeps its line, unless it was handed to a team. Nobody else writes the
     * same subjects meanwhile, so a merge meets no twin.
     */
    void write(List<Entry> entries, Instant now) {
        var inOrder =
                entries.stream()
                        .sorted(
                                Comparator.comparing((Entry one) -> one.work().shop().value())
                                        .thenComparing(one -> one.work().subject()))
                        .toList();
        db.sql(
                        """
                merge into work.item as i
                using (select *
                         from unnest(:shops, :subjects, :teams, :queues, :languages, :lines, :ranks, :weights,
                                     cast(:asks as timestamptz[]), :preferred, cast(:untils as timestamptz[]), :returns, :agents)
                           as e (shop_id, subject, team, queue, language, line, rank, weight, asks_since, preferred,
                                 preferred_until, return_seconds, agent)) n
                   on i.shop_id = n.shop_id and i.subject = n.subject
                 when matched then update
                  set asks_since = n.asks_since, agent = n.agent, preferred = null, preferred_until = null,
                      given_at = case when i.agent = n.agent then i.given_at when n.agent is not null then :now end,
                      entered_at = case when i.agent is null then i.entered_at else :now end,
                      promised_at = case when i.agent is null then i.promised_at end,
                      promised_seconds = case when i.agent is null then i.promised_seconds end,
                      promised_place = case when i.agent is null then i.promised_place end,
                      reckoned_seconds = case when i.agent is null then i.reckoned_seconds end,
                      queue = case when n.team is null then i.queue else n.queue end,
                      language = case when n.team is null then i.language else n.language end,
                      line = case when n.team is null then i.line else n.line end,
                      weight = case when n.team is null then i.weight else n.weight end,
                      return_seconds = case when n.team is null then i.return_seconds else n.return_seconds end
                 when not matched then
                      insert (shop_id, subject, queue, language, line, rank, weight, entered_at, asks_since, preferred,
                              preferred_until, return_seconds, agent, given_at)
                      values (n.shop_id, n.subject, n.queue, n.language, n.line, n.rank, n.weight, :now, n.asks_since,
                              case when n.preferred_until is not null then n.preferred end, n.preferred_until,
                              n.return_seconds, n.agent, case when n.agent is not null then :now end)
                """)
                .param("now", Items.at(now))
                .param("shops", texts(inOrder, one -> one.work().shop().value()))
                .param("subjects", texts(inOrder, one -> one.work().subject()))
                .param("teams", texts(inOrder, one -> one.work().team()))
                .param("queues", texts(inOrder, one -> one.queue().id()))
                .param("languages", texts(inOrder, Entry::language))
                .param("lines", texts(inOrder, Entry::line))
                .param("ranks", numbers(inOrder, Entry::rank))
                .param("weights", numbers(inOrder, Entry::weight))
                .param("asks", texts(inOrder, one -> time(one.work().asksSince())))
                .param("preferred", uuids(inOrder, one -> one.work().traits().lastAgent()))
                .param("untils", texts(inOrder, one -> time(one.preferredUntil())))
                .param("returns", numbers(inOrder, one -> one.queue().returnSeconds()))
                .param("agents", uuids(inOrder, Entry::agent))
                .update();
    }

    void asks(List<Asking> changed) {
        db.sql(
                        """
                update work.item i
                   set asks_since = n.since
                  from unnest(:shops, :subjects, cast(:since as timestamptz[])) as n (shop_id, subject, since)
                 where i.shop_id = n.shop_id and i.subject = n.subject
                """)
                .param("shops", texts(changed, one -> one.shop().value()))
                .param("subjects", texts(changed, Asking::subject))
                .param("since", texts(changed, one -> time(one.since())))
                .update();
    }

    private static @Nullable String time(@Nullable Instant at) {
        return at == null ? null : at.toString();
    }

    private static <T> @Nullable String[] texts(
            Collection<T> of, Function<? super T, ? extends @Nullable String> value) {
        return of.stream().map(value).toArray(String[]::new);
    }

    private static <T> @Nullable UUID[] uuids(
            Collection<T> of, Function<? super T, ? extends @Nullable UUID> value) {
        return of.stream().map(value).toArray(UUID[]::new);
    }

    private static <T> Integer[] numbers(Collection<T> of, Function<? super T, Integer> value) {
        return of.stream().map(value).toArray(Integer[]::new);
    }
}
