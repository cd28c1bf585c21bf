package anxin.kernel.rows;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import anxin.AnxinTest;
import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

@AnxinTest
class RowsTest {

    record Everything(
            String name,
            int qtyAsked,
            long paidMinor,
            boolean open,
            @Nullable Integer tries,
            @Nullable Long kept,
            BigDecimal rate,
            UUID id,
            Instant at,
            @Nullable Instant finalAt,
            List<String> flags,
            DayOfWeek day,
            @Nullable DayOfWeek dayOff) {}

    record Unreadable(Thread thread) {}

    record Named(String name) {}

    @Autowired JdbcClient db;
    @Autowired JdbcTemplate template;

    @Test
    void every_type_is_read_by_the_name_of_its_column() {
        var id = UUID.fromString("7b1ba8a4-6f3e-4c5e-9b0e-3d1d4c7d0a11");
        var row =
                db.sql(
                                """
                select '林晓' as name, 2 as qty_asked, 12900::bigint as paid_minor, true as open, null::int as tries,
                       7::bigint as kept, 7.25 as rate, :id::uuid as id, '2026-11-11T00:00:00+08:00'::timestamptz as at,
                       null::timestamptz as final_at, array['RISK', 'FRESH'] as flags, 'MONDAY' as day, null as day_off
                """)
                        .param("id", id)
                        .query(Rows.of(Everything.class))
                        .single();
        assertThat(row)
                .isEqualTo(
                        new Everything(
                                "林晓",
                                2,
                                12_900,
                                true,
                                null,
                                7L,
                                new BigDecimal("7.25"),
                                id,
                                Instant.parse("2026-11-10T16:00:00Z"),
                                null,
                                List.of("RISK", "FRESH"),
                                DayOfWeek.MONDAY,
                                null));
    }

    @Test
    void a_type_that_cannot_be_read_is_named() {
        assertThatThrownBy(() -> Rows.of(Unreadable.class))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("thread");
    }

    @Test
    void several_questions_travel_together() {
        var trip = new OneTrip();
        var names =
                trip.add(
                        "select n as name from unnest(?) as n order by n",
                        Rows.of(Named.class),
                        (Object) new String[] {"周宁", "林晓"});
        var ids =
                trip.add(
                        "select i::text as name from unnest(?) as i where ? > 1",
                        Rows.of(Named.class),
                        new UUID[] {new UUID(0, 1)},
                        2);
        var nothing = trip.add("select 'x' as name where false", Rows.of(Named.class));
        assertThatThrownBy(names::get).isInstanceOf(IllegalStateException.class);

        trip.ask(template);

        assertThat(names.get()).extracting(Named::name).containsExactlyInAnyOrder("周宁", "林晓");
        assertThat(ids.get()).containsExactly(new Named(new UUID(0, 1).toString()));
        assertThat(nothing.get()).isEmpty();
    }
}
