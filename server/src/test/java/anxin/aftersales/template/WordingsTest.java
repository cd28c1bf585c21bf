package anxin.aftersales.template;

import static org.assertj.core.api.Assertions.assertThat;

import anxin.messaging.OutboundMessage.Channel;
import java.util.List;
import org.junit.jupiter.api.Test;

class WordingsTest {

    @Test
    void every_step_is_shipped_in_chinese_and_english_for_every_channel_and_is_sound() {
        for (var step : Step.list()) {
            for (var channel : Channel.ofNotices()) {
                for (var language : Wordings.LANGUAGES) {
                    var words = Wordings.shipped(step, channel, language);
                    if (words == null) {
                        assertThat(language).as(step.name()).isNotIn("zh", "en");
                        continue;
                    }
                    assertThat(Check.of(step, channel, language, words))
                            .as("%s %s %s", step.name(), channel, language)
                            .isEmpty();
                }
            }
        }
    }

    @Test
    void japanese_and_spanish_customers_are_told_the_commonest_steps_in_their_language() {
        for (var name :
                List.of(
                        "SUBMITTED",
                        "DECIDED_APPROVED",
                        "DECIDED_EVIDENCE",
                        "REFUSED",
                        "PARCEL_SIGNED",
                        "REFUND_ARRIVED",
                        Step.STAFF_WROTE,
                        Step.FOLLOW_UP)) {
            var step = Step.find(name).orElseThrow();
            assertThat(Wordings.shipped(step, Channel.EMAIL, "ja")).as(name).isNotNull();
            assertThat(Wordings.shipped(step, Channel.SMS, "es")).as(name).isNotNull();
        }
    }

    @Test
    void what_comes_next_is_said_in_every_language_for_every_state() {
        for (var state : anxin.aftersales.cases.CaseState.values()) {
            for (var language : Wordings.LANGUAGES) {
                assertThat(Spoken.next(state, language)).isNotBlank();
                assertThat(Spoken.who(state, language)).isNotBlank();
                assertThat(Spoken.todo(Wordings.isOnCustomer(state), language)).isNotBlank();
            }
        }
    }
}
