package anxin.tickets.demo;

import anxin.commerce.DemoLoaded;
import anxin.commerce.Orders;
import anxin.commerce.StoredOrder;
import anxin.identity.Caller.Staff;
import anxin.identity.Colleagues;
import anxin.identity.Permission;
import anxin.kernel.ShopId;
import anxin.kernel.fact.Fact;
import anxin.kernel.fact.FactListener;
import anxin.tickets.desk.OpenTicket;
import anxin.tickets.desk.Wish;
import anxin.tickets.matter.Facts;
import anxin.tickets.matter.TicketStore;
import anxin.tickets.rules.Party;
import anxin.tickets.transfer.Asking;
import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Once the demo shops are there, each has a few matters that need others. */
@Component
class DemoTickets implements FactListener {

    /** One matter, and whom the agent has asked already. */
    private record Matter(
            String problem, @Nullable String batch, @Nullable Party asked, String question) {}

    private static final List<Matter> MATTERS =
            List.of(
                    new Matter(
                            "物流显示已签收，客户说没有收到，小区驿站也查不到。\n希望明天 18:00 前有结果。",
                            null,
                            Party.LOGISTICS,
                            "请向承运商调取签收凭证和派送照片。"),
                    new Matter("客户少收到一件，外箱完好，订单里有赠品。", null, Party.WAREHOUSE, "请核对出库称重和打包监控。"),
                    new Matter("收到就有破损，客户拍了照片，想知道是不是这一批都这样。", "B2026-11", null, ""),
                    new Matter(
                            "同一批又有客户反映破损，包装内侧有裂痕。", "B2026-11", Party.PRODUCT, "请确认该批次的包装是否有问题。"),
                    new Matter("客户投诉三次未解决，表示要打 12315，请专人今天内回电。", null, null, ""),
                    new Matter("企业客户的发票抬头开错了，需要红冲重开。", null, Party.FINANCE, "请红冲原发票并按新抬头重开。"));

    private final Orders orders;
    private final Colleagues colleagues;
    private final OpenTicket tickets;
    private final Asking transfers;
    private final TicketStore store;
    private final JsonMapper json;

    DemoTickets(
            Orders orders,
            Colleagues colleagues,
            OpenTicket tickets,
            Asking transfers,
            TicketStore store,
            JsonMapper json) {
        this.orders = orders;
        this.colleagues = colleagues;
        this.tickets = tickets;
        this.transfers = transfers;
        this.store = store;
        this.json = json;
    }

    @Override
    public String name() {
        return "tickets.demo-tickets";
    }

    @Override
    public void on(Fact fact) {
        if (fact.type().equals(DemoLoaded.TYPE)) {
            json.readValue(fact.payload(), DemoLoaded.class).shops().forEach(this::load);
        }
    }

    private void load(ShopId shop) {
        var people = colleagues.whoMay(Permission.TICKET_WORK, shop);
        var about = orders.ofShop(shop, null, MATTERS.size()).items();
        if (people.isEmpty()) {
            return;
        }
        for (int i = 0; i < Math.min(MATTERS.size(), about.size()); i++) {
            open(staff(shop, people.get(i % people.size())), about.get(i), MATTERS.get(i));
        }
    }

    private void open(Staff by, StoredOrder about, Matter matter) {
        var id = id(about.shop() + "/" + matter.problem());
        var facts =
                matter.batch() == null
                        ? null
                        : new Facts(List.of(), matter.batch(), null, null, List.of());
        tickets.open(
                by,
                new Wish(
                        about.shop(),
                        id,
                        null,
                        null,
                        null,
                        null,
                        matter.problem(),
                        new Wish.Said(null, null, null),
                        about.customerId(),
                        about.order().no(),
                        facts,
                        null));
        if (matter.asked() != null) {
            var made = store.find(Set.of(about.shop()), id).orElseThrow();
            transfers.ask(by, made, made.version(), id, matter.asked().name(), matter.question());
        }
    }

    private static Staff staff(ShopId shop, Colleagues.Colleague one) {
        return new Staff(
                one.id(),
                one.name(),
                EnumSet.of(Permission.TICKET_READ, Permission.TICKET_WORK),
                Set.of(shop),
                Set.copyOf(one.teams()),
                "L1",
                Set.of());
    }

    private static UUID id(String of) {
        return UUID.nameUUIDFromBytes(("demo-ticket/" + of).getBytes(StandardCharsets.UTF_8));
    }
}
