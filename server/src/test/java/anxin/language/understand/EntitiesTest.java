package anxin.language.understand;

import static org.assertj.core.api.Assertions.assertThat;

import anxin.language.Analysis.Entity;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EntitiesTest {

    /** A Saturday. */
    private final Entities entities = new Entities(LocalDate.of(2026, 11, 21));

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "订单号HT-20261101-0007怎么还没发货|ORDER_NUMBER|HT-20261101-0007",
                "我的订单20261101123456789到哪了|ORDER_NUMBER|20261101123456789",
                "where is order #HT-1009?|ORDER_NUMBER|HT-1009",
                "快递单号SF1234567890123查不到|PARCEL_NUMBER|SF1234567890123",
                "YT1234567890123 一直不动|PARCEL_NUMBER|YT1234567890123",
                "tracking number is LX123456789CN|PARCEL_NUMBER|LX123456789CN",
                "电话改成13800000021|PHONE|13800000021",
                "call me on 138-0000-0021|PHONE|13800000021",
                "只退了12.5元|AMOUNT|CNY 12.50",
                "三百二十块的鞋|AMOUNT|CNY 320.00",
                "I paid $1,299.00 for it|AMOUNT|USD 1299.00",
                "bayar Rp150.000 kemarin|AMOUNT|IDR 150000.00",
                "昨天下的单|DATE|2026-11-20",
                "上周三签收的|DATE|2026-11-11",
                "11月1号买的|DATE|2026-11-01",
                "2026年10月1日到的|DATE|2026-10-01",
                "it came last monday|DATE|2026-11-09",
                "bought on May 3rd|DATE|2026-05-03",
                "เมื่อวานนี้สั่งไป|DATE|2026-11-20",
                "我要换XXL码|SIZE|XXL",
                "38码的鞋小了|SIZE|38",
                "do you have size M|SIZE|M",
                "想换成藏青色的|COLOUR|navy",
                "the red one please|COLOUR|red",
                "这条连衣裙掉色|PRODUCT|连衣裙"
            })
    void what_is_named_is_found_with_its_value(String text, String kind, String value) {
        assertThat(entities.in(text, List.of()))
                .anySatisfy(
                        one -> {
                            assertThat(one.kind().name()).isEqualTo(kind);
                            assertThat(one.value()).isEqualTo(value);
                            assertThat(text.substring(one.from(), one.to())).isEqualTo(one.text());
                        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"尽快", "可以便宜点吗", "一块儿发", "五金店", "12315", "第2号线"})
    void what_only_looks_like_something_is_left_alone(String text) {
        assertThat(entities.in(text, List.of())).isEmpty();
    }

    @Test
    void the_goods_of_an_order_are_known_by_a_piece_of_their_title() {
        assertThat(entities.in("那个龙井礼盒什么时候到", List.of("2026明前西湖龙井礼盒 250g", "白瓷盖碗")))
                .extracting(Entity::value)
                .containsExactly("2026明前西湖龙井礼盒 250g");
    }

    @Test
    void a_day_that_does_not_exist_stays_as_it_was_written() {
        assertThat(entities.in("2026年2月30日", List.of()))
                .extracting(Entity::value)
                .containsExactly("2026年2月30日");
    }

    @Test
    void places_do_not_overlap_and_stand_in_their_order() {
        var text = "昨天买的红色连衣裙XL码，订单HT-1009，199元，电话13800000021";
        var found = entities.in(text, List.of());
        assertThat(found).hasSizeGreaterThanOrEqualTo(7);
        for (int i = 1; i < found.size(); i++) {
            assertThat(found.get(i).from()).isGreaterThanOrEqualTo(found.get(i - 1).to());
        }
    }
}
