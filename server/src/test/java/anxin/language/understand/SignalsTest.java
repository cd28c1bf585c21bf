package anxin.language.understand;

import static org.assertj.core.api.Assertions.assertThat;

import anxin.language.Analysis.Signal;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SignalsTest {

    @ParameterizedTest
    @CsvSource({
        "再不退钱我打12315,REGULATOR",
        "我找消协,REGULATOR",
        "等着收律师函吧,LEGAL",
        "see you in court,LEGAL",
        "不处理我就曝光你们,PUBLICITY",
        "I will post this on tiktok,PUBLICITY",
        "申请平台介入,PLATFORM",
        "I'll do a chargeback,CHARGEBACK",
        "用了脸上过敏了,SAFETY",
        "the charger caught fire,SAFETY",
        "弁護士に相談します,LEGAL",
        "จะแจ้งความ,LEGAL",
        "tôi sẽ kiện,LEGAL",
        "saya akan viralkan,PUBLICITY"
    })
    void where_the_writer_turns_next_is_heard(String text, String escalation) {
        assertThat(Signals.in(text))
                .extracting(one -> one.escalation().name())
                .contains(escalation);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "转人工",
                "人工客服",
                "我要找真人",
                "让你们经理来",
                "别用机器人糊弄我",
                "I want to speak to a human",
                "connect me to an agent please",
                "オペレーターにつないで",
                "quiero hablar con una persona",
                "ขอคุยกับเจ้าหน้าที่",
                "cho tôi gặp nhân viên",
                "saya mau bicara dengan cs",
                "nak cakap dengan pegawai",
                "gusto kong makausap ang isang tao"
            })
    void who_wants_a_person_is_understood(String text) {
        assertThat(Signals.asksForPerson(text)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"什么时候发货", "人工成本太高所以贵吗", "how do I track my order", "送给老人用可以吗"})
    void others_are_not_taken_for_it(String text) {
        assertThat(Signals.asksForPerson(text)).isFalse();
        assertThat(Signals.in(text)).isEmpty();
    }

    @Test
    void signals_name_their_words_and_place() {
        assertThat(Signals.in("我要曝光，还要打12315"))
                .extracting(Signal::words)
                .isEqualTo(List.of("曝光", "12315"));
    }
}
