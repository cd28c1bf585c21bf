package anxin.bot.dialogue;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HeardTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "人工",
                "转人工",
                "我要人工客服",
                "找个真人来",
                "叫你们经理来",
                "能不能换个人来处理",
                "转接",
                "别跟我扯 给我转人工",
                "human please",
                "I want to talk to a real person",
                "let me speak to an agent",
                "not a bot"
            })
    void a_person_is_asked_for_in_any_wording(String text) {
        assertThat(Heard.person(text)).as(text).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"人工智能音箱能退吗", "安装的人工费谁出", "不用转人工，你说就行", "这个人参多少钱", "换个颜色"})
    void and_not_where_it_only_sounds_so(String text) {
        assertThat(Heard.person(text)).as(text).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "确认",
                "确认提交",
                "好的",
                "嗯嗯",
                "可以，提交吧",
                "对的 没问题",
                "是的，麻烦了",
                "yes please",
                "ok",
                "go ahead"
            })
    void a_clear_yes(String text) {
        assertThat(Heard.yes(text)).as(text).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "确认一下运费谁出",
                "好像不对",
                "不确认",
                "可以改成换货吗",
                "好的吧但是等一下",
                "嗯我想想",
                "ok but which one",
                "不是",
                "对了还有一件"
            })
    void anything_more_is_none(String text) {
        assertThat(Heard.yes(text)).as(text).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"不", "不用了", "算了", "取消", "先不退了", "no", "never mind", "再想想"})
    void a_no(String text) {
        assertThat(Heard.no(text)).as(text).isTrue();
    }

    @Test
    void several_things_in_one_message() {
        assertThat(Heard.clauses("我的快递到哪了？另外上次的退款到账没")).containsExactly("我的快递到哪了？", "上次的退款到账没");
        assertThat(Heard.clauses("退货")).containsExactly("退货");
    }

    @Test
    void which_and_how_many() {
        assertThat(Heard.ordinal("第二个")).hasValue(1);
        assertThat(Heard.ordinal("2")).hasValue(1);
        assertThat(Heard.ordinal("最后一个")).hasValue(-1);
        assertThat(Heard.ordinal("2件")).hasValue(1);
        assertThat(Heard.quantity("只退一件")).hasValue(1);
        assertThat(Heard.quantity("退货")).isEmpty();
    }

    @Test
    void a_title_is_known_by_its_own_words() {
        assertThat(Pick.likeness("那个龙井还没到", "明前西湖龙井 50g 罐")).isEqualTo(2);
        assertThat(Pick.likeness("my silk shirt", "Silk shirt, white")).isGreaterThan(4);
        assertThat(Pick.likeness("我要退货", "真丝衬衫")).isZero();
    }
}
