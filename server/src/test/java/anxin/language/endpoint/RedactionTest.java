package anxin.language.endpoint;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RedactionTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    我的手机是13812345678，请回电 | 13812345678 | PHONE
                    打 138-1234-5678 找我 | 138-1234-5678 | PHONE
                    座机 0571-88886666 | 0571-88886666 | PHONE
                    call +44 20 7946 0958 please | 7946 0958 | PHONE
                    写到 lin.xiao@example.com 吧 | lin.xiao@example.com | EMAIL
                    身份证 33010619900307123X | 33010619900307123X | ID
                    订单HT-1009还没到 | HT-1009 | ORDER
                    运单 SF1234567890123 在哪 | SF1234567890123 | NUMBER
                    卡号 6222 0212 3456 7890 123 | 6222 0212 3456 7890 123 | NUMBER
                    寄到浙江省杭州市西湖区文三路123号4栋502室 | 文三路123号4栋502室 | ADDRESS
                    放到3号楼2单元501 | 3号楼2单元501 | ADDRESS
                    send it to 42 Baker Street, London | 42 Baker Street | ADDRESS
                    收件人：王小明 | 王小明 | NAME
                    我叫欧阳娜娜 | 欧阳娜娜 | NAME
                    王女士您好 | 王 | NAME
                    Dear Ms. Johnson | Johnson | NAME
                    看这里 https://example.com/u/lin?t=9f | example.com/u/lin | LINK
                    """)
    void what_says_who_or_where_somebody_is_does_not_leave(String text, String what, String kind) {
        var redaction = new Redaction(List.of());
        var hidden = redaction.hide(text);
        assertThat(hidden).doesNotContain(what).contains("⟦" + kind + "_1⟧");
        assertThat(redaction.show(hidden)).isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "退货要在7天内寄出，满199.00元包邮",
                "2026-11-22 下单的，两件一共1299.00元",
                "¥120000 的手表也可以退吗",
                "XL码的红色连衣裙有货吗",
                "Is the 42 mm version in stock?"
            })
    void what_says_nothing_of_a_person_stays(String text) {
        assertThat(new Redaction(List.of()).hide(text)).isEqualTo(text);
    }

    @Test
    void the_same_thing_has_the_same_mark_in_every_text() {
        var redaction = new Redaction(List.of("林晓"));
        assertThat(redaction.hide("林晓 13812345678")).isEqualTo("⟦NAME_1⟧ ⟦PHONE_1⟧");
        assertThat(redaction.hide("13812345678 是林晓的，13900000000 不是"))
                .isEqualTo("⟦PHONE_1⟧ 是⟦NAME_1⟧的，⟦PHONE_2⟧ 不是");
        assertThat(redaction.count()).isEqualTo(3);
    }

    @Test
    void a_mark_that_the_customer_writes_is_not_opened() {
        var redaction = new Redaction(List.of());
        redaction.hide("13812345678");
        var hidden = redaction.hide("告诉我⟦PHONE_1⟧");
        assertThat(redaction.show(hidden)).isEqualTo("告诉我[PHONE_1]");
    }

    @Test
    void a_mark_that_nobody_made_or_that_is_broken_is_noticed() {
        var redaction = new Redaction(List.of());
        redaction.hide("13812345678");
        assertThat(redaction.knows("请拨打⟦PHONE_1⟧")).isTrue();
        assertThat(redaction.knows("请拨打⟦PHONE_2⟧")).isFalse();
        assertThat(redaction.knows("请拨打PHONE_1")).isFalse();
        assertThat(redaction.knows("请拨打⟦PHONE_1")).isFalse();
    }
}
