package anxin.kernel.words;

import static org.assertj.core.api.Assertions.assertThat;

import anxin.kernel.ShopId;
import anxin.kernel.words.Stretches.Stretch;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class StretchesTest {

    private static final Instant NOON = Instant.parse("2026-03-10T12:00:00Z");
    private static final List<ShopId> SHOP = List.of(new ShopId("harbour-tea"));

    @Test
    void every_day_is_looked_into_once_and_the_newest_first() {
        var looked = looked(SHOP, 10, 0);
        assertThat(looked).hasSize(4);
        assertThat(looked.getFirst().end().toInstant()).isEqualTo("2026-03-11T00:00:00Z");
        assertThat(looked.getFirst().start().toInstant()).isEqualTo("2026-03-09T00:00:00Z");
        assertThat(looked.getFirst().days())
                .containsExactly("@harbour-tea/20521", "@harbour-tea/20522");
        for (int i = 1; i < looked.size(); i++) {
            assertThat(looked.get(i).end()).isEqualTo(looked.get(i - 1).start());
        }
        assertThat(looked.stream().flatMap(one -> one.days().stream())).hasSize(91);
        assertThat(looked.getLast().days()).isEmpty();
        assertThat(looked.getLast().start().toInstant()).isEqualTo(Instant.EPOCH);
    }

    @Test
    void nothing_is_looked_for_once_there_is_enough() {
        assertThat(looked(SHOP, 10, 4)).hasSize(3);
        assertThat(looked(SHOP, 4, 4)).hasSize(1);
    }

    @Test
    void where_the_days_would_be_too_many_the_time_alone_decides() {
        var shops = IntStream.range(0, 500).mapToObj(n -> new ShopId("s-" + n)).toList();
        var looked = looked(shops, 10, 0);
        assertThat(looked).hasSize(2);
        assertThat(looked.getFirst().days()).hasSize(1_000);
        assertThat(looked.getLast().days()).isEmpty();
        assertThat(looked.getLast().end()).isEqualTo(looked.getFirst().start());
    }

    private static List<Stretch> looked(List<ShopId> shops, int limit, int each) {
        var looked = new ArrayList<Stretch>();
        var found =
                Stretches.walk(
                        shops,
                        NOON,
                        limit,
                        (stretch, most) -> {
                            looked.add(stretch);
                            return IntStream.range(0, Math.min(most, each)).boxed().toList();
                        });
        assertThat(found).hasSizeLessThanOrEqualTo(limit);
        return looked;
    }
}
