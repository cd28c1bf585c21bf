import harness.House;
import java.util.Map;

/// From starting the process to ready: the first time, again, and with the start-up cache.
class Start {

    void main() throws Exception {
        var home = House.newHome();
        IO.println("start to ready, and resident memory of the Java process then");
        try {
            once("first start on an empty folder (unpacks and initialises the database)", home, false, 15_000);
            once("again, without the start-up cache", home, false, 0);
            once("again, with the start-up cache", home, true, 5_000);
            once("once more", home, true, 5_000);
        } finally {
            House.remove(home);
        }
    }

    private static void once(String what, java.nio.file.Path home, boolean cache, long limit) throws Exception {
        var house = House.open(home, cache, Map.of());
        var rss = house.residentMegabytes();
        var code = house.stop();
        IO.println("  %6d ms  %4d MB  %s%s%s".formatted(house.readyMillis(), rss, what,
                limit == 0 ? "" : "  (limit " + limit + " ms)", code == 0 ? "" : "  EXIT CODE " + code));
    }
}
