package anxin.scripts.library;

import static org.assertj.core.api.Assertions.assertThat;

import anxin.language.catalogue.Shipped;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What is shipped is enough, says the same in both languages, and promises nothing vague. */
class ShippedScriptsTest {

    private static final Pattern BLANK = Pattern.compile("\\{\\{[a-z_]+}}");

    @Test
    void at_least_two_hundred_scripts_cover_at_least_four_fifths_of_the_intents() {
        assertThat(ShippedScripts.in("zh")).hasSizeGreaterThanOrEqualTo(200);
        var covered = new HashSet<String>();
        ShippedScripts.in("zh").values().forEach(one -> covered.addAll(one.intents()));
        assertThat(Shipped.intents().keySet()).containsAll(covered);
        assertThat(covered.size() / (double) Shipped.intents().size()).isGreaterThanOrEqualTo(.8);
    }

    @Test
    void each_script_stands_in_english_with_the_same_blanks_for_the_same_situation() {
        var english = ShippedScripts.in("en");
        assertThat(english).hasSameSizeAs(ShippedScripts.in("zh"));
        ShippedScripts.in("zh")
                .forEach(
                        (key, zh) -> {
                            var en = Objects.requireNonNull(english.get(key), key);
                            assertThat(Blanks.of(en.text()))
                                    .as(key)
                                    .containsExactlyInAnyOrderElementsOf(Blanks.of(zh.text()));
                            assertThat(List.of(en.intents(), en.emotion(), en.channel()))
                                    .as(key)
                                    .isEqualTo(List.of(zh.intents(), zh.emotion(), zh.channel()));
                            assertThat(en.state()).as(key).isEqualTo(zh.state());
                        });
    }

    @Test
    void every_blank_has_a_name_that_people_understand() {
        for (var language : ShippedScripts.languages()) {
            ShippedScripts.in(language)
                    .forEach(
                            (key, wording) -> {
                                assertThat(Blanks.areDamaged(wording.text())).as(key).isFalse();
                                assertThat(Blanks.of(wording.text()))
                                        .as(key)
                                        .allMatch(ShippedScripts::knowsBlank);
                            });
        }
    }

    @Test
    void no_shipped_script_promises_without_a_time() {
        for (var language : ShippedScripts.languages()) {
            ShippedScripts.in(language)
                    .forEach(
                            (key, wording) -> {
                                var said = BLANK.matcher(wording.text()).replaceAll("{by}");
                                assertThat(anxin.language.Wording.check(said, language))
                                        .as(language + " " + key)
                                        .isEmpty();
                            });
        }
    }
}
