package anxin.aftersales.expression;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Instant;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ConditionTest {

    private record Item(String category, double paid) {}

    private record Basket(
            String channel,
            double score,
            @Nullable Instant signed,
            Instant now,
            boolean gift,
            List<String> photos,
            List<Item> items) {}

    private static final Vocabulary<Object> ITEM =
            Vocabulary.builder()
                    .name("category", Kind.TEXT, item -> ((Item) item).category())
                    .name("paid", Kind.NUMBER, item -> ((Item) item).paid())
                    .build();

    private static final Vocabulary<Basket> NAMES =
            Vocabulary.<Basket>builder()
                    .oneOf("order.channel", List.of("APP", "LIVE"), Basket::channel)
                    .name("score", Kind.NUMBER, Basket::score)
                    .name("signed", Kind.TIME, Basket::signed)
                    .name("now", Kind.TIME, Basket::now)
                    .name("gift", Kind.TRUTH, Basket::gift)
                    .name("photos", Kind.TEXTS, Basket::photos)
                    .rows("items", ITEM, Basket::items)
                    .build();

    private static final Basket BASKET =
            new Basket(
                    "LIVE",
                    42,
                    Instant.parse("2026-11-10T00:00:00Z"),
                    Instant.parse("2026-11-13T00:00:00Z"),
                    true,
                    List.of("a.jpg", "b.jpg"),
                    List.of(new Item("FRESH", 1_200), new Item("FOOD", 800)));

    @ParameterizedTest
    @ValueSource(
            strings = {
                "gift",
                "true && !false",
                "order.channel == \"LIVE\"",
                "order.channel != 'APP'",
                "order.channel in [\"LIVE\", \"APP\"]",
                "score > 41.5 && score <= 42",
                "score * 2 + 1 == 85",
                "score - 40 - 2 == 0",
                "-score < 0",
                "score / 2 == 21",
                "now - signed == 3d",
                "now - signed > 71h && now - signed < 4320m + 1m",
                "signed + 3d <= now",
                "now - 3d == signed",
                "known(signed)",
                "size(photos) == 2",
                "\"a.jpg\" in photos",
                "size(items) == 2",
                "any(items, category == \"FRESH\" && paid > 1000)",
                "all(items, paid >= 800)",
                "sum(items, paid) == 2000",
                "any(items, paid > 1000 && order.channel == \"LIVE\")",
                "contains(order.channel, \"IV\") && startsWith(order.channel, 'L')",
                "false || gift && (score == 42)"
            })
    void what_holds(String written) {
        assertThat(Condition.of(written, NAMES).holds(BASKET)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "signed > now",
                "signed <= now",
                "signed == now",
                "signed != now",
                "now - signed > 1h",
                "known(signed)"
            })
    void what_is_not_known_is_not_so(String written) {
        var unsigned = new Basket("APP", 0, null, BASKET.now(), false, List.of(), List.of());
        assertThat(Condition.of(written, NAMES).holds(unsigned)).isFalse();
    }

    @ParameterizedTest(name = "{0}: column {1}, {2}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
                    ``                            | 1  | a condition, a name or a value is expected
                    score                         | 1  | yes or no is expected, this is a number
                    score > "42"                  | 9  | a number is expected, this is a text
                    gift > 1                      | 1  | a number, a time or a length of time is expected
                    score > 1 && photos           | 14 | yes or no is expected, this is a list of texts
                    order.chanel == "APP"         | 1  | there is no fact called order.chanel
                    order.channel == "APPP"       | 18 | must be one of APP, LIVE
                    order.channel in ["LIFE"]     | 18 | must be one of APP, LIVE
                    now - signed > 48             | 16 | a length of time is expected, this is a number
                    signed + now == now           | 1  | a time cannot be added or subtracted like this
                    any(photos, true)             | 5  | a list of rows is expected, this is a list of texts
                    any(items, price > 1)         | 12 | there is no fact called price
                    exists(items, true)           | 1  | no such function; there are all, any, contains, known, size, startsWith, sum
                    (gift                         | 6  | ) is expected here
                    gift gift                     | 6  | gift is not expected here
                    gift && "x                    | 9  | this text has no closing quote
                    gift ; gift                   | 6  | ; is no sign of this language
                    score > 5x                    | 9  | a number is expected, or 30m, 48h, 7d
                    !score                        | 2  | yes or no is expected, this is a number
                    """)
    void a_mistake_names_its_column_and_what_is_expected(
            String written, int column, String expected) {
        var mistake = catchThrowableOfType(Mistake.class, () -> Condition.of(written, NAMES));
        assertThat(mistake.column()).as(mistake.getMessage()).isEqualTo(column);
        assertThat(mistake.expected().en()).isEqualTo("column " + column + ": " + expected);
        assertThat(mistake.expected().zh()).startsWith("第 " + column + " 列：");
    }

    @Test
    void what_is_too_long_or_too_deep_is_refused() {
        assertThatThrownBy(() -> Condition.of("gift" + " ".repeat(1_000), NAMES))
                .isInstanceOf(Mistake.class);
        assertThatThrownBy(() -> Condition.of("(".repeat(200) + "gift" + ")".repeat(200), NAMES))
                .isInstanceOf(Mistake.class)
                .hasMessageContaining("nested too deeply");
    }

    @Test
    void an_answer_that_takes_too_long_is_given_up() {
        var many =
                new Basket(
                        "APP",
                        0,
                        null,
                        BASKET.now(),
                        false,
                        List.of(),
                        Collections.nCopies(200, new Item("FOOD", 1)));
        var costly = Condition.of("all(items, all(items, sum(items, paid) >= 0))", NAMES);
        assertThatThrownBy(() -> costly.holds(many)).isInstanceOf(TooCostly.class);
    }
}
