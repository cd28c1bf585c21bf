package anxin.commerce.demo;

import anxin.commerce.Shop;
import anxin.kernel.ShopId;
import anxin.kernel.Text;
import java.util.List;

/**
 * One of the three demo shops.
 *
 * @param share of all demo orders, in percent
 * @param prefix of its order numbers
 */
record DemoShop(Shop shop, String prefix, int share, boolean live, List<String[]> stores) {

    static final List<DemoShop> ALL =
            List.of(
                    new DemoShop(
                            shop(
                                    "mulan",
                                    "木兰衣橱",
                                    "Mulan Wardrobe",
                                    back(
                                            "0571-55508812",
                                            "浙江省杭州市余杭区良睦路 999 号 3 号仓 2 楼退货组",
                                            "Returns, 2/F Warehouse 3, 999 Liangmu Road, Yuhang, Hangzhou, Zhejiang")),
                            "ML",
                            40,
                            false,
                            List.of(
                                    store(
                                            "S01",
                                            "上海静安旗舰店",
                                            "Shanghai Jing'an",
                                            "上海",
                                            "南京西路 1266 号",
                                            "31.229",
                                            "121.455"),
                                    store(
                                            "S02",
                                            "杭州湖滨店",
                                            "Hangzhou Lakeside",
                                            "杭州",
                                            "延安路 292 号",
                                            "30.257",
                                            "120.165"),
                                    store(
                                            "S03",
                                            "成都太古里店",
                                            "Chengdu Taikoo Li",
                                            "成都",
                                            "中纱帽街 8 号",
                                            "30.655",
                                            "104.083"))),
                    new DemoShop(
                            shop(
                                    "harbour-tea",
                                    "港湾茶集",
                                    "Harbour Tea",
                                    back(
                                            "0592-55506630",
                                            "福建省厦门市海沧区沧江路 18 号茶仓 B 座退货组",
                                            "Returns, Tea Store B, 18 Cangjiang Road, Haicang, Xiamen, Fujian")),
                            "HT",
                            32,
                            false,
                            List.of(
                                    store(
                                            "S01",
                                            "厦门沙坡尾店",
                                            "Xiamen Shapowei",
                                            "厦门",
                                            "大学路 179 号",
                                            "24.440",
                                            "118.083"),
                                    store(
                                            "S02",
                                            "广州永庆坊店",
                                            "Guangzhou Yongqing Fang",
                                            "广州",
                                            "恩宁路 99 号",
                                            "23.115",
                                            "113.238"))),
                    new DemoShop(
                            shop(
                                    "starlight-live",
                                    "星光直播间",
                                    "Starlight Live",
                                    back(
                                            "020-55504471",
                                            "广东省广州市白云区太和镇大源南路 6 号直播仓退货组",
                                            "Returns, Live Warehouse, 6 Dayuan South Road, Taihe, Baiyun, Guangzhou")),
                            "SL",
                            28,
                            true,
                            List.of()));

    ShopId id() {
        return shop.id();
    }

    /** The same shop under another name, for a test beside others. */
    DemoShop as(ShopId other) {
        return new DemoShop(
                new Shop(other, shop.name(), shop.zone(), shop.currency(), shop.returnAddress()),
                prefix,
                share,
                live,
                stores);
    }

    /** Its catalogue stands under its first name. */
    static String resource(DemoShop shop) {
        return ALL.stream()
                .filter(one -> one.prefix().equals(shop.prefix()))
                .findFirst()
                .orElseThrow()
                .id()
                .value();
    }

    private static Shop shop(String id, String zh, String en, Shop.ReturnAddress back) {
        return new Shop(new ShopId(id), Text.of(zh, en), DemoCalendar.ZONE, "CNY", back);
    }

    /** The numbers are of a range that is given to nobody. */
    private static Shop.ReturnAddress back(String phone, String zh, String en) {
        return new Shop.ReturnAddress(Text.of("退货组", "Returns department"), phone, Text.of(zh, en));
    }

    private static String[] store(String... values) {
        return values;
    }
}
