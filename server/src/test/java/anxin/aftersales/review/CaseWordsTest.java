package anxin.aftersales.review;

import static org.assertj.core.api.Assertions.assertThat;

import anxin.AnxinTest;
import anxin.kernel.words.Words;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What a case is found by is read by the database; what somebody looks for is read by us. */
@AnxinTest
class CaseWordsTest {

    private static final int TEXTS = 5_000;
    private static final int LAST = 0x323AF;
    private static final String BETWEEN = "\u001f";

    /** What our customers write in, and what stands between. */
    private static final List<String> PIECES =
            List.of(
                    "羊绒大衣",
                    "亚麻衬衫",
                    "人々",
                    "〇",
                    "𠮷",
                    "尺寸不合",
                    "ＵＳＢ",
                    "１２３",
                    "コーヒー",
                    "マグカップ",
                    "ｶﾞ",
                    "ひらがな",
                    "머그컵",
                    "ㅋㅋ",
                    "กาแฟ",
                    "ขอบคุณครับ",
                    "๑๒",
                    "ກາເຟ",
                    "ကော်ဖီ",
                    "កាហ្វេ",
                    "cà phê",
                    "Café",
                    "cafe\u0301",
                    "niño",
                    "STRASSE",
                    "straße",
                    "İstanbul",
                    "ΟΔΟΣ",
                    "WH-1000XM5",
                    "Kopi",
                    "42",
                    "3.5",
                    "№7",
                    "½",
                    "①",
                    "·",
                    "・",
                    "？",
                    "！",
                    " ",
                    "  ",
                    "\n",
                    "-",
                    "_",
                    "@",
                    "/",
                    "'",
                    "’",
                    "฿",
                    "￥",
                    "€",
                    "😀",
                    "👨‍👩‍👧",
                    "\u200b",
                    "हिन्दी",
                    "العربية",
                    "привет");

    @Autowired JdbcClient db;

    private record Read(String text, Set<String> words) {}

    @Test
    void the_database_reads_every_text_as_we_do() {
        var chance = new Random(140);
        agree(Stream.generate(() -> text(chance)).limit(TEXTS).toList());
    }

    @Test
    void the_database_reads_every_letter_as_we_do() {
        agree(
                IntStream.rangeClosed(' ', LAST)
                        .filter(Character::isDefined)
                        .filter(point -> point < 0xD800 || point > 0xDFFF)
                        .mapToObj(point -> "a" + Character.toString(point) + "茶")
                        .toList());
    }

    private static String text(Random chance) {
        return chance.ints(1L + chance.nextInt(12), 0, PIECES.size())
                .mapToObj(PIECES::get)
                .collect(Collectors.joining());
    }

    private void agree(List<String> texts) {
        var read =
                db.sql(
                                """
                select t.text, array_to_string(aftersales.words(t.text), :between) as words
                  from unnest(:texts) as t (text)
                """)
                        .param("between", BETWEEN)
                        .param("texts", texts.toArray(String[]::new))
                        .query((row, n) -> new Read(row.getString(1), split(row.getString(2))))
                        .list();
        assertThat(read).hasSameSizeAs(texts);
        assertThat(read)
                .filteredOn(one -> !one.words().equals(new TreeSet<>(Words.of(one.text()))))
                .isEmpty();
    }

    private static Set<String> split(String words) {
        return words.isEmpty() ? Set.of() : new TreeSet<>(List.of(words.split(BETWEEN, -1)));
    }
}
