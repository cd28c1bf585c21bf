package anxin.language.endpoint;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** What a text commits the shop to, and what it says is done already. */
enum Promises {
    REFUND(
            "全额退|退全款|退还?(?:全部|货)?款|退您?钱|退钱给|给您?退|为您?退",
            "full refund|money back|refund(?:ed|ing)?\\b"),
    COMPENSATION("赔偿|赔付|补偿|假一赔|退一赔|赔您", "compensat\\w+|reimburs\\w+"),
    FREE(
            "免费|不收(?:取)?(?:任何)?费|无需付费",
            "free of charge|for free|free repair|no (?:charge|cost|fee)|waiv\\w+"),
    FREIGHT(
            "包邮|免运费|免邮|运费险?(?:都|均)?由?(?:我们|商家|店铺|本店|我方)",
            "free (?:shipping|return|delivery)|(?:we|shop) (?:will )?pays? (?:the )?(?:postage|freight|shipping)|at our (?:cost|expense)"),
    GIFT("赠送|送您|送你|优惠券|代金券|红包", "gift|coupon|voucher|store credit"),
    GUARANTEE(
            "保证|承诺|一定(?:会|能|可以)|肯定(?:会|能|可以)|绝对|百分之?百|百分百|包您满意",
            "guarantee\\w*|promise\\w*|definitely|certainly will|assure\\w*"),
    REPLACEMENT("补发|换新|重新发货|免费更换|换一件", "replac(?:e|ement)\\b|send you (?:a )?new|re-?send"),
    COLLECTION("上门", "pick(?:ed)?[- ]?up|collect(?:ed|ion)? from your"),
    LAW("法律|消费者权益|三包|国家规定", "\\blaw\\b|statutory|legally|by regulation"),
    DONE(
            "已(?:经)?(?:为您|帮您|给您|替您)?(?:退款|退还|处理|登记|安排|通过|发货|发出|取消|修改|申请|上报|提交|加急|备注|联系|核实)",
            "(?:has|have|was|were) (?:already )?(?:been )?(?:refunded|approved|cancelled|canceled|processed|changed|shipped|arranged|submitted|escalated|registered|verified)");

    private static final Pattern NOT_BEFORE =
            Pattern.compile(
                    "(?:不|无法|不能|未|没|非|勿|别|不予|不支持|不提供|并非|not|no|never|cannot|can't|won't|don't|doesn't|isn't|without)[^，。,.；;!！?？]{0,8}$");
    private static final int LOOK_BACK = 14;

    private final Pattern words;

    Promises(String chinese, String english) {
        words = Pattern.compile(chinese + "|\\b(?:" + english + ")");
    }

    /** Those that the text makes; what it says is not so is no promise. */
    static Set<Promises> in(String text) {
        var found = EnumSet.noneOf(Promises.class);
        var plain = text.toLowerCase(Locale.ROOT);
        for (var promise : values()) {
            var matcher = promise.words.matcher(plain);
            while (matcher.find()) {
                var before =
                        plain.substring(Math.max(0, matcher.start() - LOOK_BACK), matcher.start());
                if (!NOT_BEFORE.matcher(before).find()) {
                    found.add(promise);
                }
            }
        }
        return found;
    }
}
