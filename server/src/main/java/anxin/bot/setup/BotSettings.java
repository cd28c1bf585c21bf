package anxin.bot.setup;

import anxin.commerce.DemoLoaded;
import anxin.commerce.Shop;
import anxin.commerce.Shops;
import anxin.conversation.FirstLine;
import anxin.kernel.ShopId;
import anxin.kernel.Text;
import anxin.kernel.document.ShopDocuments;
import anxin.kernel.fact.Fact;
import anxin.kernel.fact.FactListener;
import java.time.Clock;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** The shops' settings, and by them who answers first. In the demo shops it is on. */
@Component
public class BotSettings extends ShopDocuments<Settings> implements FirstLine, FactListener {

    private static final List<Text> BEGINNINGS =
            List.of(
                    Text.of("查订单物流", "My order"),
                    Text.of("申请售后", "Return or refund"),
                    Text.of("售后进度", "My request"),
                    Text.of("转人工", "A person, please"));

    private final Shops shops;
    private final JsonMapper json;
    private final Clock clock;

    BotSettings(JdbcClient db, JsonMapper json, Clock clock, Shops shops) {
        super(db, json, clock, "bot.settings", Settings.class, Settings.OFF);
        this.shops = shops;
        this.json = json;
        this.clock = clock;
    }

    @Override
    public boolean takes(ShopId shop, String channel) {
        var of = of(shop);
        return of.on()
                && (of.channels().isEmpty() || of.channels().contains(channel))
                && of.isAt(LocalTime.ofInstant(clock.instant(), zone(shop)));
    }

    private ZoneId zone(ShopId shop) {
        return shops.find(shop).map(Shop::zone).orElse(ZoneId.of("Asia/Shanghai"));
    }

    @Override
    public Text name(ShopId shop) {
        return of(shop).name();
    }

    @Override
    public Optional<Greeting> greeting(ShopId shop, String channel, Locale language) {
        return takes(shop, channel)
                ? Optional.of(
                        new Greeting(
                                of(shop).greeting().in(language),
                                BEGINNINGS.stream().map(one -> one.in(language)).toList()))
                : Optional.empty();
    }

    @Override
    public String name() {
        return "bot.demo-settings";
    }

    @Override
    public void on(Fact fact) {
        if (fact.type().equals(DemoLoaded.TYPE)) {
            for (var shop : json.readValue(fact.payload(), DemoLoaded.class).shops()) {
                if (read(shop).version() == 0) {
                    write(shop, 0, Settings.OFF.switchedOn(), "system");
                }
            }
        }
    }
}
