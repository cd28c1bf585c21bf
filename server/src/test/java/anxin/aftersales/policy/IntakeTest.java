package anxin.aftersales.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IntakeTest {

    @ParameterizedTest(name = "{2}: {0} {1}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
                    QUALITY           | RETURN_REFUND | 洗了一次就掉色，要退货
                    QUALITY           | REPAIR        | 用了两天就开不了机，能修吗
                    QUALITY           | EXCHANGE      | 拉链坏了，给我换一件
                    QUALITY           | RETURN_REFUND | 质量太差了，不想要了，退货
                    QUALITY           | RETURN_REFUND | The zipper broke after two days, I want to return it
                    QUALITY           | RETURN_REFUND | it stopped working, refund please
                    QUALITY           | EXCHANGE      | 電源が入りません。交換してください
                    QUALITY           | RETURN_REFUND | no funciona, quiero devolverlo
                    QUALITY           |               | El reloj es defectuoso
                    NO_REASON         | RETURN_REFUND | 不是质量问题，就是不想要了
                    NO_REASON         | RETURN_REFUND | 没有坏，就是不喜欢，想退
                    NO_REASON         | EXCHANGE      | 尺码小了，想换大一码
                    NO_REASON         | RETURN_REFUND | 拍错了
                    NO_REASON         | RETURN_REFUND | 家人们，冲动下单了，能退吗
                    NO_REASON         | RETURN_REFUND | It is not broken, I just changed my mind
                    NO_REASON         | EXCHANGE      | Too small, can I exchange it for a bigger size?
                    NO_REASON         | RETURN_REFUND | I ordered the wrong size by mistake
                    NO_REASON         | EXCHANGE      | サイズが合わないので交換したいです
                    NO_REASON         | RETURN_REFUND | 壊れていませんが、気が変わりました
                    NO_REASON         | RETURN_REFUND | No está roto, simplemente ya no lo quiero
                    NO_REASON         | EXCHANGE      | Me queda pequeño, quiero cambiarlo por una talla más grande
                    NO_REASON         | RETURN_REFUND | 我要退货
                    LOGISTICS_DAMAGE  |               | 箱子都压烂了，里面的杯子碎了
                    LOGISTICS_DAMAGE  |               | 快递暴力运输，外壳裂了
                    LOGISTICS_DAMAGE  |               | The screen is cracked, the box was crushed when it arrived
                    LOGISTICS_DAMAGE  |               | 箱が潰れていて、中の皿が割れていました
                    LOGISTICS_DAMAGE  |               | La caja llegó aplastada y el vaso en pedazos
                    NOT_RECEIVED      | REFUND_ONLY   | 显示签收了但是我没收到
                    NOT_RECEIVED      | REFUND_ONLY   | 物流三天没更新了，快递丢了吧
                    NOT_RECEIVED      | REFUND_ONLY   | Tracking says delivered but I never got it
                    NOT_RECEIVED      | REFUND_ONLY   | My package is missing
                    NOT_RECEIVED      | REFUND_ONLY   | まだ商品が届いていません
                    NOT_RECEIVED      | REFUND_ONLY   | No me ha llegado el paquete
                    MISSING_PARTS     | RESEND        | 少了一个充电器
                    MISSING_PARTS     | RESEND        | 买三件只收到两件
                    MISSING_PARTS     | RESEND        | There were no screws in the box, parts missing
                    MISSING_PARTS     | RESEND        | 部品が足りません
                    MISSING_PARTS     | RESEND        | Faltan los tornillos
                    WRONG_ITEM        |               | 我买的是黑色，收到的是白色
                    WRONG_ITEM        |               | 发错货了，这不是我买的
                    WRONG_ITEM        |               | You sent me the wrong color
                    WRONG_ITEM        |               | 届いた商品の色が注文と違います
                    WRONG_ITEM        |               | Me enviaron otro color, no es lo que pedí
                    NOT_AS_DESCRIBED  |               | 主播说是纯棉的，结果是化纤
                    NOT_AS_DESCRIBED  |               | 跟图片不一样，色差太大
                    NOT_AS_DESCRIBED  |               | It looks nothing like the pictures
                    NOT_AS_DESCRIBED  |               | 商品が写真と違います
                    NOT_AS_DESCRIBED  |               | El producto no es como en la foto
                    ROTTEN            | REFUND_ONLY   | 草莓烂了一半
                    ROTTEN            | REFUND_ONLY   | Half of the strawberries are moldy
                    ROTTEN            | REFUND_ONLY   | いちごが腐っていました
                    ROTTEN            | REFUND_ONLY   | Las fresas llegaron podridas
                    SHORT_WEIGHT      |               | 称了一下少了半斤，缺斤少两
                    EXPIRED_GOODS     |               | 牛奶过期了
                    COUNTERFEIT       |               | 这是假货吧，专柜说是假的
                    COUNTERFEIT       |               | I think this bag is fake
                    COUNTERFEIT       |               | 偽物だと思います
                    COUNTERFEIT       |               | Es una falsificación
                    SAFETY_INCIDENT   |               | 充电的时候爆炸了，把我儿子手烫伤了
                    SAFETY_INCIDENT   |               | 用了面霜脸过敏红肿
                    SAFETY_INCIDENT   |               | The charger caught fire and burned my hand
                    SAFETY_INCIDENT   |               | 使ったら火傷しました
                    SAFETY_INCIDENT   |               | El cargador explotó y me quemé la mano
                    FOOD_SAFETY       |               | 吃了以后拉肚子，怀疑食物中毒
                    SERVICE_COMPLAINT | COMPLAINT     | 客服态度太差了，我要投诉
                    SERVICE_COMPLAINT | COMPLAINT     | Your support was rude and nobody answers
                    SERVICE_COMPLAINT | COMPLAINT     | 対応が悪いです
                    SERVICE_COMPLAINT | COMPLAINT     | Pésimo servicio, nadie contesta
                    LATE_SHIPMENT     |               | 都一个星期了还没发货
                    PRICE_DROP        |               | 昨天刚买今天就降价了，退差价
                    UNCLEAR           |               | 你好
                    UNCLEAR           |               | asdf qwer
                    UNCLEAR           |               | 这个东西有点那个
                    UNCLEAR           |               | I have a question
                    UNCLEAR           |               | すみません
                    UNCLEAR           |               | hola
                    UNCLEAR           |               | 没有坏
                    """)
    void a_customers_words_are_understood(String reason, String type, String text) {
        var intake = Intake.of(text, null);
        assertThat(intake.reason()).as(text).isEqualTo(Reason.valueOf(reason));
        if (type != null) {
            assertThat(intake.type()).as(text).isEqualTo(CaseType.valueOf(type));
        }
        if (intake.reason() == Reason.UNCLEAR) {
            assertThat(intake.confidence()).isLessThan(0.5);
        } else {
            assertThat(intake.confidence()).isBetween(0.4, 1.0);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "别机器人了，给我转人工",
        "人工",
        "我要找真人客服",
        "Let me talk to a human",
        "I want a real person please",
        "担当者につないでください",
        "オペレーターと話したい",
        "Quiero hablar con un humano",
        "necesito hablar con una persona real"
    })
    void who_asks_for_a_person_is_heard(String text) {
        var intake = Intake.of(text, null);
        assertThat(intake.wantsHuman()).as(text).isTrue();
        assertThat(intake.reason()).as(text).isEqualTo(Reason.SERVICE_COMPLAINT);
    }

    @Test
    void a_reason_beside_the_wish_for_a_person_is_kept() {
        var intake = Intake.of("衣服开线了，转人工", "zh");
        assertThat(intake.reason()).isEqualTo(Reason.QUALITY);
        assertThat(intake.wantsHuman()).isTrue();
    }

    @Test
    void of_fresh_goods_gone_bad_means_spoiled() {
        assertThat(Intake.of("到手都坏了", "zh", true).reason()).isEqualTo(Reason.ROTTEN);
    }

    @Test
    void traditional_characters_and_full_width_are_read_too() {
        assertThat(Intake.of("東西壞了，打不開機", null).reason()).isEqualTo(Reason.QUALITY);
        assertThat(Intake.of("ｆａｋｅ！", "en").reason()).isEqualTo(Reason.COUNTERFEIT);
    }

    @Test
    void a_long_text_is_read_in_no_time() {
        var text = "没有收到货，客服不理人，箱子破了。".repeat(400);
        var begin = System.nanoTime();
        Intake.of(text, "zh");
        assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(Duration.ofSeconds(5));
    }
}
