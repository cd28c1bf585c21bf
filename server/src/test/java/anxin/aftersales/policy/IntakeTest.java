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
                    QUALITY           | RETURN_REFUND | 这衣服洗了一水就抽抽了，退了吧
                    QUALITY           | REPAIR        | 冰箱不制冷了 能不能来修
                    QUALITY           | EXCHANGE      | 耳机一边没声了，换一副
                    QUALITY           |               | 手机老是自动关机
                    QUALITY           |               | 充电宝充不上电
                    QUALITY           |               | 屏幕有一条绿线
                    QUALITY           |               | 鞋底断了才穿三天
                    QUALITY           |               | 质量忒差，穿一天就开胶咧
                    QUALITY           |               | 东西是坏嘅，用唔到
                    QUALITY           |               | 部机着唔到，要退货
                    QUALITY           |               | 电饭锅煮不熟饭
                    QUALITY           |               | 质亮问题，要求退款
                    QUALITY           |               | 洗衣机声音大得要死还漏水
                    NO_REASON         | RETURN_REFUND | 我唔想要喇，可唔可以退
                    NO_REASON         | RETURN_REFUND | 俺不想要咧，退了中不中
                    NO_REASON         | RETURN_REFUND | 不想耍了，给我退喽
                    NO_REASON         | RETURN_REFUND | 买多啦退一件
                    NO_REASON         | EXCHANGE      | 太细件喇，想换大码
                    NO_REASON         | EXCHANGE      | 买小咧，换个大滴
                    NO_REASON         | RETURN_REFUND | 颜色不大中意，想退
                    NO_REASON         | RETURN_REFUND | 不合身
                    NO_REASON         | RETURN_REFUND | 质量没问题，就是不喜欢
                    NO_REASON         | RETURN_REFUND | 东西挺好的，就是买重复了
                    NO_REASON         | RETURN_REFUND | 七天无理由
                    NO_REASON         | EXCHANGE      | 36码换37码
                    NO_REASON         |               | 想换个颜色
                    NO_REASON         | RETURN_REFUND | 没拆封，想退货
                    NO_REASON         | RETURN_REFUND | 不想要了，没有质量问题也没有破损
                    NOT_RECEIVED      | REFUND_ONLY   | 都十天了还没收到货
                    NOT_RECEIVED      | REFUND_ONLY   | 快递显示签收，我根本没看到东西
                    NOT_RECEIVED      | REFUND_ONLY   | 冇收到货啊
                    NOT_RECEIVED      | REFUND_ONLY   | 货到哪儿了？一个星期都没见影
                    NOT_RECEIVED      | REFUND_ONLY   | 物流信息一直停在广州
                    NOT_RECEIVED      |               | 包裹被偷了
                    MISSING_PARTS     | RESEND        | 少发了一包，补给我
                    MISSING_PARTS     | RESEND        | 说好送的杯子没有
                    MISSING_PARTS     |               | 螺丝少了两颗装不起来
                    MISSING_PARTS     |               | 只得一只鞋
                    MISSING_PARTS     |               | 买一送一只到了一个
                    MISSING_PARTS     |               | 打开盒子没有充电线
                    WRONG_ITEM        |               | 要的红的发成蓝的
                    WRONG_ITEM        |               | 发错码了，我要L的发了M
                    WRONG_ITEM        |               | 你们寄错东西了吧
                    WRONG_ITEM        |               | 我拍的苹果味，来的是草莓味
                    WRONG_ITEM        |               | 俺买的是42的鞋，给俺发个40的
                    LOGISTICS_DAMAGE  |               | 玻璃瓶碎完了
                    LOGISTICS_DAMAGE  |               | 收到时外包装破损，里面也摔坏了
                    LOGISTICS_DAMAGE  |               | 快递员把箱子摔烂了，电视屏幕裂
                    LOGISTICS_DAMAGE  |               | 纸箱湿透，面粉全受潮了
                    LOGISTICS_DAMAGE  |               | 盒子压扁了
                    NOT_AS_DESCRIBED  |               | 跟主播说的不一样
                    NOT_AS_DESCRIBED  |               | 详情页写304不锈钢，结果吸铁石吸得住
                    NOT_AS_DESCRIBED  |               | 说是真皮的其实是PU
                    NOT_AS_DESCRIBED  |               | 颜色跟图差太远
                    NOT_AS_DESCRIBED  |               | 实物和图片严重不符
                    NOT_AS_DESCRIBED  |               | 宣传的功能没有
                    ROTTEN            |               | 芒果烂完了
                    ROTTEN            |               | 虾都臭了
                    ROTTEN            |               | 打开一股馊味，水果坏了一大半
                    ROTTEN            |               | 樱桃发霉长毛了
                    ROTTEN            |               | 海鲜解冻了化成水
                    ROTTEN            |               | 车厘子坏了三分之一
                    COUNTERFEIT       |               | 是不是假货啊，扫码查不到
                    COUNTERFEIT       |               | 专柜验了说不是正品
                    COUNTERFEIT       |               | 感觉不是正品
                    COUNTERFEIT       |               | 你们卖A货
                    SAFETY_INCIDENT   |               | 电热毯把床单烧着了
                    SAFETY_INCIDENT   |               | 孩子用了嘴角起泡
                    SAFETY_INCIDENT   |               | 插上电就冒烟
                    SAFETY_INCIDENT   |               | 涂完脸上起红疙瘩，又痒又疼
                    SAFETY_INCIDENT   |               | 充电器漏电电到我了
                    SAFETY_INCIDENT   |               | 杯子炸裂划伤手
                    SAFETY_INCIDENT   |               | 用了面膜脸烂了
                    FOOD_SAFETY       |               | 吃了你家的肉全家拉肚子
                    FOOD_SAFETY       |               | 面包里吃出一根铁丝
                    SERVICE_COMPLAINT | COMPLAINT     | 客服半天不理人，什么态度
                    SERVICE_COMPLAINT | COMPLAINT     | 我要打12315
                    SERVICE_COMPLAINT | COMPLAINT     | 给我找个活人说话
                    SERVICE_COMPLAINT | COMPLAINT     | 转人工！！！
                    UNCLEAR           |               | ？？？
                    UNCLEAR           |               | 在吗
                    UNCLEAR           |               | 我想问一下
                    UNCLEAR           |               | 嗯
                    UNCLEAR           |               | 有问题
                    UNCLEAR           |               | 帮我处理一下
                    UNCLEAR           |               | 订单
                    PRICE_DROP        |               | 买完第二天便宜五十
                    PRICE_DROP        |               | 双十一比我买时便宜，退差价
                    LATE_SHIPMENT     |               | 说48小时发货，三天了没动静
                    LATE_SHIPMENT     |               | 啥时候发货啊
                    SHORT_WEIGHT      |               | 说好五斤只有四斤
                    EXPIRED_GOODS     |               | 上个月就过期了的牛奶
                    QUALITY           |               | The heel snapped off after one wear
                    QUALITY           |               | It won't hold a charge
                    QUALITY           | REPAIR        | My blender died, is it covered by warranty?
                    QUALITY           |               | stiching is comming apart
                    QUALITY           |               | The fabric pilled after the first wash
                    QUALITY           |               | does not turn on anymore
                    QUALITY           |               | headphones only play on one side
                    NO_REASON         | EXCHANGE      | It's a bit snug, could I get a size L instead?
                    NO_REASON         | EXCHANGE      | The dress doesnt fit, want to swap for medium
                    NO_REASON         | RETURN_REFUND | nothing wrong with it, just don't want it
                    NO_REASON         | RETURN_REFUND | I bought two by mistake and want to send one back
                    NO_REASON         | RETURN_REFUND | not damaged, just not for me
                    NO_REASON         | RETURN_REFUND | my wife hates it, returning
                    NO_REASON         | RETURN_REFUND | Found it cheaper elsewhere
                    NOT_RECEIVED      | REFUND_ONLY   | my parcel hasnt arrived yet
                    NOT_RECEIVED      | REFUND_ONLY   | Where is my order? It's been two weeks
                    NOT_RECEIVED      | REFUND_ONLY   | It says it was delivered yesterday but nothing is here
                    NOT_RECEIVED      | REFUND_ONLY   | package never turned up
                    NOT_RECEIVED      |               | Order still not here
                    MISSING_PARTS     | RESEND        | the remote was not in the box
                    MISSING_PARTS     | RESEND        | I ordered 3 but there were just 2 in the parcel
                    MISSING_PARTS     |               | There's one shoe in the box
                    MISSING_PARTS     |               | No power adapter included
                    WRONG_ITEM        |               | I got a blue one, I ordered red
                    WRONG_ITEM        |               | You guys shipped me somebody elses order
                    WRONG_ITEM        |               | recieved the wrong product
                    WRONG_ITEM        |               | Ordered size 8, was sent size 6
                    LOGISTICS_DAMAGE  |               | The vase arrived in a thousand pieces
                    LOGISTICS_DAMAGE  |               | Box was soaking wet and the books are ruined
                    LOGISTICS_DAMAGE  |               | The TV screen was shattered when I unboxed it
                    LOGISTICS_DAMAGE  |               | bottle leaked all over the parcel
                    NOT_AS_DESCRIBED  |               | The listing said 100% silk but it's polyester
                    NOT_AS_DESCRIBED  |               | The colour is nothing like the photo
                    NOT_AS_DESCRIBED  |               | the item is much smaller than the description
                    NOT_AS_DESCRIBED  |               | doesn't look like the picture at all
                    ROTTEN            |               | The avocados are all brown and mushy
                    ROTTEN            |               | Fish smelled off on arrival
                    ROTTEN            |               | mangoes were spoiled
                    COUNTERFEIT       |               | This is a knock-off, the logo is wrong
                    COUNTERFEIT       |               | pretty sure these are not authentic
                    SAFETY_INCIDENT   |               | The heater gave me an electric shock
                    SAFETY_INCIDENT   |               | My skin broke out in a rash after using the cream
                    SAFETY_INCIDENT   |               | the battery exploded
                    SAFETY_INCIDENT   |               | The kettle scalded my son
                    FOOD_SAFETY       |               | We all got food poisoning from the shrimp
                    FOOD_SAFETY       |               | There was a piece of glass in my yogurt
                    SERVICE_COMPLAINT |               | Nobody answers my emails, terrible support
                    SERVICE_COMPLAINT | COMPLAINT     | agent please
                    SERVICE_COMPLAINT | COMPLAINT     | connect me with a person
                    UNCLEAR           |               | help
                    UNCLEAR           |               | ?
                    UNCLEAR           |               | I have a problem with my order
                    UNCLEAR           |               | hello there
                    LATE_SHIPMENT     |               | It has been a week and you still haven't dispatched it
                    PRICE_DROP        |               | It's 20 dollars cheaper today, give me the difference
                    EXPIRED_GOODS     |               | The milk is past its best before date
                    SHORT_WEIGHT      |               | I paid for 2 kg but it only weighs 1.6 kg
                    QUALITY           |               | すぐに壊れました
                    QUALITY           | REPAIR        | エアコンが冷えません。修理をお願いします
                    QUALITY           |               | 一回洗っただけで色落ちしました
                    QUALITY           |               | 画面がつかない
                    QUALITY           |               | イヤホンの片方から音が出ません
                    NO_REASON         | RETURN_REFUND | 思っていたより大きかったので返品したいです
                    NO_REASON         | EXCHANGE      | サイズが小さかったのでLに交換してほしい
                    NO_REASON         | RETURN_REFUND | 間違えて注文しました
                    NO_REASON         | RETURN_REFUND | 不良品ではありませんが、不要になりました
                    NO_REASON         | RETURN_REFUND | 必要なくなったので返品したい
                    NOT_RECEIVED      | REFUND_ONLY   | 荷物が届きません
                    NOT_RECEIVED      | REFUND_ONLY   | 配達完了と表示されていますが受け取っていません
                    NOT_RECEIVED      | REFUND_ONLY   | 一週間経っても届かない
                    MISSING_PARTS     | RESEND        | ネジが一本足りません
                    MISSING_PARTS     | RESEND        | 説明書が入っていませんでした
                    MISSING_PARTS     |               | 3個注文したのに2個しか入っていない
                    WRONG_ITEM        |               | 黒を頼んだのに白が届きました
                    WRONG_ITEM        |               | 違うサイズが届きました
                    WRONG_ITEM        |               | 注文した商品と別の物が届いた
                    LOGISTICS_DAMAGE  |               | 箱がへこんで中身が割れていました
                    LOGISTICS_DAMAGE  |               | 配送中に破損したようです
                    LOGISTICS_DAMAGE  |               | 瓶が割れて中身が漏れていた
                    NOT_AS_DESCRIBED  |               | 写真と全然違います
                    NOT_AS_DESCRIBED  |               | 商品説明と違う素材でした
                    NOT_AS_DESCRIBED  |               | 本革と書いてあったのに合皮でした
                    ROTTEN            |               | みかんにカビが生えていました
                    ROTTEN            |               | 肉が変色して臭い
                    COUNTERFEIT       |               | これは偽物ではないですか
                    COUNTERFEIT       |               | 本物じゃないと思う
                    SAFETY_INCIDENT   |               | 充電中に発火しました
                    SAFETY_INCIDENT   |               | 化粧水で肌が荒れて病院に行きました
                    SAFETY_INCIDENT   |               | 子供が怪我をしました
                    FOOD_SAFETY       |               | 食べたらお腹を壊しました
                    SERVICE_COMPLAINT |               | 問い合わせても返信がない
                    SERVICE_COMPLAINT | COMPLAINT     | 人と話したいです
                    UNCLEAR           |               | こんにちは
                    UNCLEAR           |               | 注文について
                    LATE_SHIPMENT     |               | いつ発送されますか
                    EXPIRED_GOODS     |               | 賞味期限が切れていました
                    QUALITY           |               | Se rompió a los dos días
                    QUALITY           |               | La lavadora hace un ruido horrible y no centrifuga
                    QUALITY           | REPAIR        | El móvil no enciende, ¿me lo pueden reparar?
                    QUALITY           |               | viene con la cremallera rota
                    QUALITY           |               | la batería no dura nada
                    NO_REASON         | RETURN_REFUND | No tiene ningún defecto, solo que no me gusta
                    NO_REASON         | EXCHANGE      | Me queda grande, quisiera una talla menos
                    NO_REASON         | RETURN_REFUND | Lo compré por error y quiero devolverlo
                    NO_REASON         | RETURN_REFUND | He cambiado de opinión
                    NO_REASON         | EXCHANGE      | Los zapatos me aprietan, quiero un número más
                    NOT_RECEIVED      | REFUND_ONLY   | Todavía no me ha llegado mi pedido
                    NOT_RECEIVED      | REFUND_ONLY   | Dice que fue entregado pero no lo tengo
                    NOT_RECEIVED      | REFUND_ONLY   | El paquete nunca llegó
                    MISSING_PARTS     | RESEND        | Falta el cable de alimentación
                    MISSING_PARTS     | RESEND        | Pedí tres y solo vinieron dos
                    MISSING_PARTS     |               | La caja estaba vacía
                    WRONG_ITEM        |               | Me llegó un producto que no pedí
                    WRONG_ITEM        |               | Pedí azul y me mandaron rojo
                    WRONG_ITEM        |               | Recibí una talla que no es la mía
                    LOGISTICS_DAMAGE  |               | El paquete llegó destrozado y el plato roto
                    LOGISTICS_DAMAGE  |               | La pantalla vino quebrada, la caja estaba golpeada
                    LOGISTICS_DAMAGE  |               | Llegó todo mojado
                    NOT_AS_DESCRIBED  |               | El color no es como en la foto
                    NOT_AS_DESCRIBED  |               | Decía que era de cuero y es plástico
                    NOT_AS_DESCRIBED  |               | No corresponde con la descripción
                    ROTTEN            |               | Los tomates llegaron con moho
                    ROTTEN            |               | La carne estaba podrida
                    COUNTERFEIT       |               | Creo que es una imitación
                    COUNTERFEIT       |               | No son originales, son falsas
                    SAFETY_INCIDENT   |               | Me dio una descarga eléctrica
                    SAFETY_INCIDENT   |               | La crema me causó una reacción alérgica
                    FOOD_SAFETY       |               | Mi familia se intoxicó con la comida
                    SERVICE_COMPLAINT |               | Nadie me responde, pésima atención
                    SERVICE_COMPLAINT | COMPLAINT     | Quiero hablar con una persona
                    UNCLEAR           |               | buenas tardes
                    UNCLEAR           |               | tengo una duda
                    LATE_SHIPMENT     |               | ¿Cuándo van a enviar mi pedido?
                    EXPIRED_GOODS     |               | El yogur está caducado
                    QUALITY           |               | 吹风机用了一个星期就不转了
                    QUALITY           |               | 裤子洗完缩水缩到没法穿
                    QUALITY           |               | 蓝牙老断连
                    QUALITY           |               | 按键按下去没反应
                    QUALITY           | EXCHANGE      | 有瑕疵，麻烦换一个好的
                    NO_REASON         | RETURN_REFUND | 不喜欢这个款式，申请退货
                    NO_REASON         | RETURN_REFUND | 老婆说不好看，想退了
                    NO_REASON         | EXCHANGE      | 鞋子挤脚想换42码
                    NO_REASON         | RETURN_REFUND | 暂时用不到了，退掉吧
                    NOT_RECEIVED      |               | 已经签收了可我人在外地没收到
                    NOT_RECEIVED      |               | 等了半个月货还没到
                    MISSING_PARTS     |               | 说明书和保修卡都没有
                    MISSING_PARTS     |               | 六瓶装的只有五瓶
                    WRONG_ITEM        |               | 我下单的是白色，给我寄的灰色
                    WRONG_ITEM        |               | 完全不是我买的那个东西
                    LOGISTICS_DAMAGE  |               | 拆开一看杯子裂成两半
                    LOGISTICS_DAMAGE  |               | 箱子破了个大洞，里面的鸡蛋碎了十几个
                    NOT_AS_DESCRIBED  |               | 直播间说送两盒结果材质也不对
                    NOT_AS_DESCRIBED  |               | 衣服颜色和照片上完全两个样
                    ROTTEN            |               | 葡萄一半是烂的
                    ROTTEN            |               | 螃蟹到的时候全死了
                    COUNTERFEIT       |               | 这口红肯定是假的
                    SAFETY_INCIDENT   |               | 用了你们的洗面奶脸上过敏了
                    FOOD_SAFETY       |               | 饼干里面有虫
                    SERVICE_COMPLAINT |               | 你们客服服务态度太差，投诉
                    UNCLEAR           |               | 你好，请问一下
                    UNCLEAR           |               | 这个怎么弄
                    UNCLEAR           |               | 麻烦看一下我的订单
                    QUALITY           |               | The lamp flickers and then goes dark
                    QUALITY           |               | one of the earbuds has no sound
                    QUALITY           |               | the strap broke the second time I used it
                    NO_REASON         | RETURN_REFUND | I'd like to return this, it's just not what I need
                    NO_REASON         | EXCHANGE      | These jeans are too long, please exchange for a shorter length
                    NO_REASON         | RETURN_REFUND | Changed my mind, please refund
                    NOT_RECEIVED      | REFUND_ONLY   | I never received my order
                    NOT_RECEIVED      | REFUND_ONLY   | tracking hasn't updated for 8 days
                    MISSING_PARTS     |               | Two of the six plates are missing
                    MISSING_PARTS     |               | the charger wasn't in the package
                    WRONG_ITEM        |               | You sent a medium, I ordered a large
                    WRONG_ITEM        |               | this is not what i ordered
                    LOGISTICS_DAMAGE  |               | The parcel was crushed and the mug is broken
                    LOGISTICS_DAMAGE  |               | arrived with a huge crack in the glass
                    NOT_AS_DESCRIBED  |               | The material feels completely different from what was advertised
                    NOT_AS_DESCRIBED  |               | it is not as described
                    ROTTEN            |               | The peaches were rotten inside
                    COUNTERFEIT       |               | I believe this perfume is a fake
                    SAFETY_INCIDENT   |               | my daughter got hurt by the sharp edge
                    FOOD_SAFETY       |               | found a bug in my cereal
                    SERVICE_COMPLAINT |               | your customer service is awful
                    UNCLEAR           |               | ok
                    UNCLEAR           |               | can you check something for me
                    QUALITY           |               | 電源ボタンを押しても反応しません
                    QUALITY           |               | 届いてすぐに壊れてしまいました
                    NO_REASON         | RETURN_REFUND | 気に入らなかったので返品希望です
                    NO_REASON         | EXCHANGE      | サイズを大きいものに変えたい
                    NOT_RECEIVED      |               | まだ届いていないのですが
                    MISSING_PARTS     |               | 付属のケーブルがありません
                    WRONG_ITEM        |               | 赤を注文しましたが青が届きました
                    LOGISTICS_DAMAGE  |               | 届いた時に箱がつぶれていて商品も割れていた
                    NOT_AS_DESCRIBED  |               | ライブで説明していた内容と違う
                    ROTTEN            |               | 届いた魚が腐っていた
                    COUNTERFEIT       |               | 明らかに偽ブランド品です
                    SAFETY_INCIDENT   |               | バッテリーが爆発した
                    SERVICE_COMPLAINT |               | 担当者の対応がひどい
                    UNCLEAR           |               | 質問があります
                    QUALITY           |               | La aspiradora dejó de funcionar a la semana
                    QUALITY           |               | Las costuras están abiertas
                    NO_REASON         | RETURN_REFUND | Ya no lo necesito, quiero devolverlo
                    NO_REASON         | EXCHANGE      | La camisa me queda chica, quiero cambiarla por una L
                    NOT_RECEIVED      |               | Hace dos semanas que espero y no llega
                    MISSING_PARTS     |               | Le faltan dos piezas
                    WRONG_ITEM        |               | No es el modelo que pedí
                    LOGISTICS_DAMAGE  |               | La botella llegó rota y la caja mojada
                    NOT_AS_DESCRIBED  |               | El tamaño no corresponde con lo anunciado
                    ROTTEN            |               | Las manzanas estaban podridas
                    COUNTERFEIT       |               | Estoy seguro de que es falso
                    SAFETY_INCIDENT   |               | Mi hijo se quemó con el aparato
                    SERVICE_COMPLAINT |               | Quiero poner una queja por el trato recibido
                    UNCLEAR           |               | Hola, ¿me pueden ayudar?
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
