package anxin.language.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NormaliserTest {

    @ParameterizedTest
    @CsvSource({
        "ＶＩＰ会员,vip会员",
        "我的iPhone到哪了,我的iphone到哪了",
        "訂單什麼時候發貨,订单什么时候发货",
        "订单202611210003到哪了,订单000000到哪了",
        "我要打12315,我要打12315",
        "快点！！！！！！,快点!!",
        "咋还没发货,怎么还没发货",
        "我件衫几时到,我件衫什么时候到",
        "東西爛咗可唔可以退,东西坏了可不可以退",
        "莫得货了嗦,没有货了嗦",
        "快点退钱,快点退钱",
        "申请仲裁,申请仲裁"
    })
    void many_spellings_become_one(String written, String read) {
        assertThat(Normaliser.of(written)).isEqualTo(read);
    }

    @Test
    void emoji_stay_and_control_characters_go() {
        assertThat(Normaliser.of("好评😊\u0000\u200b  谢谢\n")).isEqualTo("好评😊 谢谢");
    }

    @Test
    void what_sounds_alike_has_one_number() {
        assertThat(Pinyin.fuzzy('是')).isEqualTo(Pinyin.fuzzy('四'));
        assertThat(Pinyin.fuzzy('换')).isEqualTo(Pinyin.fuzzy('环')).isNotEqualTo(Pinyin.fuzzy('退'));
        assertThat(Pinyin.fuzzy('A')).isNegative();
    }
}
