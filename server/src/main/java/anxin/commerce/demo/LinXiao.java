package anxin.commerce.demo;

import anxin.commerce.demo.Journey.Fate;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** Lin Xiao buys in all three shops, and has something to ask about each order. */
final class LinXiao {

    private LinXiao() {}

    /** Hours before now; a negative one is still to come. */
    record Errand(Fate fate, double paid, double shipped, double arrived, String... spus) {
        Journey journey(Instant now) {
            return new Journey(
                    fate,
                    before(now, paid),
                    before(now, (paid + shipped) / 2),
                    before(now, shipped),
                    before(now, arrived));
        }

        private static Instant before(Instant now, double hours) {
            return now.minus(Duration.ofSeconds((long) (hours * 3600)));
        }
    }

    static List<Errand> errands(DemoShop shop) {
        return switch (shop.prefix()) {
            case "ML" ->
                    List.of(
                            signedYesterday("ML01"),
                            unshipped("ML32"),
                            onTheWay("ML22"),
                            expensive("ML05"),
                            longAgo("ML07"),
                            madeToOrder("ML24"),
                            new Errand(Fate.DELIVERED, 120, 100, 62, "ML11"),
                            new Errand(Fate.DELIVERED, 190, 170, 121, "ML15", "ML16", "ML30"),
                            new Errand(Fate.STORE, 80, 70, 47, "ML09"));
            case "HT" ->
                    List.of(
                            signedYesterday("HT03"),
                            freshJustSigned("HT10"),
                            unshipped("HT06"),
                            onTheWay("HT18"),
                            expensive("HT20"),
                            longAgo("HT01"),
                            madeToOrder("HT27"),
                            new Errand(Fate.DIGITAL, 200, 199, 199, "HT28"),
                            new Errand(Fate.DELIVERED, 60 * 24, 59 * 24, 57 * 24, "HT21"));
            default ->
                    List.of(
                            signedYesterday("SL18"),
                            freshJustSigned("SL24"),
                            unshipped("SL41"),
                            onTheWay("SL42"),
                            expensive("SL15"),
                            longAgo("SL19"),
                            madeToOrder("SL33"),
                            new Errand(Fate.DELIVERED, 130, 110, 58, "SL07"),
                            new Errand(Fate.DELIVERED, 240, 180, 74, "SL02"),
                            new Errand(Fate.DIGITAL, 90, 89, 89, "SL25"));
        };
    }

    private static Errand signedYesterday(String spu) {
        return new Errand(Fate.DELIVERED, 96, 76, 24, spu);
    }

    private static Errand freshJustSigned(String spu) {
        return new Errand(Fate.DELIVERED, 31, 26, 3, spu);
    }

    private static Errand unshipped(String spu) {
        return new Errand(Fate.DELIVERED, 5, -20, -70, spu);
    }

    private static Errand onTheWay(String spu) {
        return new Errand(Fate.DELIVERED, 62, 40, -26, spu);
    }

    /** Above what the rules may pay without a person. */
    private static Errand expensive(String spu) {
        return new Errand(Fate.DELIVERED, 120, 96, 50, spu);
    }

    private static Errand longAgo(String spu) {
        return new Errand(Fate.DELIVERED, 40 * 24, 39 * 24, 36 * 24, spu);
    }

    private static Errand madeToOrder(String spu) {
        return new Errand(Fate.DELIVERED, 14 * 24, 8 * 24, 4 * 24, spu);
    }
}
