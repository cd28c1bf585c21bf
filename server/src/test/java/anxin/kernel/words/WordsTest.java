package anxin.kernel.words;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class WordsTest {

    @Test
    void chinese_is_found_by_every_two_characters() {
        assertThat(Words.of("我要退款，破损了！")).containsExactly("我要", "要退", "退款", "破损", "损了");
    }

    @Test
    void words_and_numbers_are_found_whole_in_any_size_and_width() {
        assertThat(Words.of("Order HT-1001 ｂｒｏｋｅｎ"))
                .containsExactly("order", "ht", "1001", "broken");
    }

    @Test
    void a_character_alone_and_what_stands_beside_it_are_words_of_their_own() {
        assertThat(Words.of("退 A款ok")).containsExactly("退", "a", "款", "ok");
    }

    @Test
    void marks_belong_to_what_they_stand_on() {
        assertThat(Words.of("กาแฟ")).containsExactly("กา", "าแ", "แฟ");
        assertThat(Words.of("ขอบคุณ")).containsExactly("ขอ", "อบ", "บค", "คุ", "ุณ");
        assertThat(Words.of("コーヒー・人々")).containsExactly("コー", "ーヒ", "ヒー", "人々");
    }

    @Test
    void a_long_text_costs_no_more_than_its_limit_and_nothing_is_no_word() {
        assertThat(Words.of("茶".repeat(20) + "一二三四五六七八九十".repeat(500)).size()).isLessThan(30);
        var text = new StringBuilder();
        for (int i = 0; i < 5_000; i++) {
            text.append((char) (0x4E00 + i));
        }
        assertThat(Words.of(text.toString())).hasSize(600);
        assertThat(Words.of("  !? @ … ")).isEmpty();
    }
}
