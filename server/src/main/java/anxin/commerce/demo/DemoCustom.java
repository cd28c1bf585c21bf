package anxin.commerce.demo;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import tools.jackson.databind.node.ObjectNode;

/** What is made to order in the demo shops, with its production log as of now. */
final class DemoCustom {

    private static final List<String> NAMES = List.of("林晓", "安然", "L & X", "2026.11.11", "平安喜乐");

    private record Step(String kind, int afterHours, int hours, int costPercent) {}

    private static final List<Step> STEPS =
            List.of(
                    new Step("PURCHASE", 4, 24, 25),
                    new Step("ENGRAVING", 28, 24, 10),
                    new Step("PACKAGING", 52, 6, 2),
                    new Step("GIFT_CARD", 58, 2, 1),
                    new Step("DISPATCH", 60, 12, 0));

    private DemoCustom() {}

    static void of(ObjectNode line, DemoProduct product, Journey journey, Instant now) {
        var words = NAMES.get((int) (journey.paidAt().getEpochSecond() % NAMES.size()));
        var custom = line.putObject("custom");
        var services = custom.putArray("services");
        services.addObject().put("kind", "ENGRAVING").put("text", words);
        services.addObject().put("kind", "PACKAGING").put("text", "礼盒 + 丝带");
        services.addObject().put("kind", "GIFT_CARD").put("text", "愿你天天开心");
        var log = custom.putArray("log");
        for (var step : STEPS) {
            var begins = journey.paidAt().plus(Duration.ofHours(step.afterHours()));
            var ends = begins.plus(Duration.ofHours(step.hours()));
            var entry = log.addObject().put("step", step.kind());
            if (begins.isAfter(now)) {
                entry.put("progress", "PLANNED");
                continue;
            }
            var done = !ends.isAfter(now);
            entry.put("progress", done ? "DONE" : "BEGUN")
                    .put("at", (done ? ends : begins).toString())
                    .put("costMinor", product.priceMinor() * step.costPercent() / 100);
        }
    }
}
