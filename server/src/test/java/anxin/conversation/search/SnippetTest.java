package anxin.conversation.search;

import static org.assertj.core.api.Assertions.assertThat;

import anxin.conversation.search.Search.Mark;
import java.util.List;
import org.junit.jupiter.api.Test;

class SnippetTest {

    @Test
    void every_place_is_marked_and_neighbours_are_one() {
        var snippet = Snippet.of("我要退款，退款！Broken", List.of("退款", "broken"));
        assertThat(snippet.text()).isEqualTo("我要退款，退款！Broken");
        assertThat(snippet.marks())
                .containsExactly(new Mark(2, 4), new Mark(5, 7), new Mark(8, 14));
        assertThat(Snippet.of("哈哈哈哈", List.of("哈哈")).marks()).containsExactly(new Mark(0, 4));
    }

    @Test
    void of_a_long_text_the_piece_around_the_first_place_is_shown() {
        var snippet = Snippet.of("茶".repeat(500) + "破损" + "茶".repeat(500), List.of("破损"));
        assertThat(snippet.text()).startsWith("…").endsWith("…").hasSizeLessThan(170);
        var mark = snippet.marks().getFirst();
        assertThat(snippet.text().substring(mark.from(), mark.to())).isEqualTo("破损");
    }
}
