package anxin.commerce.demo;

import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/** Somebody who buys in the demo shops. Nobody of this name and number exists on purpose. */
record DemoPerson(
        String id,
        String name,
        String phone,
        @Nullable String email,
        String tier,
        int riskScore,
        int refundOnly30d) {

    static final DemoPerson LIN_XIAO =
            new DemoPerson("lin-xiao", "林晓", "13800138021", "lin.xiao@example.com", "GOLD", 8, 0);

    private static final String SURNAMES =
            "王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪范金石廖贾夏韦付方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严";
    private static final String[] GIVEN = {
        "伟", "芳", "娜", "敏", "静", "丽", "强", "磊", "洋", "艳", "勇", "军", "杰", "娟", "涛", "超", "明", "霞",
        "秀英", "建华", "晓燕", "雨桐", "子涵", "梓萱", "浩然", "欣怡", "思远", "佳琪", "俊杰", "雅婷", "文博", "诗涵", "宇航",
        "若曦", "一诺", "志强", "海燕", "玉兰", "国庆", "春梅", "晨曦", "嘉怡", "天宇", "梦瑶", "子轩", "语嫣", "凯", "婷婷",
        "小龙", "雪梅"
    };
    private static final String[] PREFIXES = {
        "130", "131", "135", "136", "137", "138", "139", "150", "151", "158", "159", "177", "182",
        "186", "188", "189", "199"
    };

    static DemoPerson of(String id, SplittableRandom random) {
        var surname = SURNAMES.charAt(random.nextInt(SURNAMES.length()));
        var phone =
                PREFIXES[random.nextInt(PREFIXES.length)]
                        + "0000%04d".formatted(random.nextInt(10_000));
        var rank = random.nextInt(100);
        var tier = rank < 70 ? "NORMAL" : rank < 88 ? "SILVER" : rank < 97 ? "GOLD" : "DIAMOND";
        var risky = random.nextInt(100) < 2;
        return new DemoPerson(
                id,
                surname + GIVEN[random.nextInt(GIVEN.length)],
                phone,
                random.nextInt(3) == 0 ? id + "@example.com" : null,
                tier,
                risky ? 80 + random.nextInt(20) : random.nextInt(45),
                risky ? random.nextInt(5) : 0);
    }
}
