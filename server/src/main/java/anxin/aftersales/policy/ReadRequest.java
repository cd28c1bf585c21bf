package anxin.aftersales.policy;

import anxin.aftersales.policy.Request.DamageLevel;
import anxin.aftersales.policy.Request.Item;
import anxin.commerce.Order;
import java.util.ArrayList;
import java.util.List;

/** A request from the vocabulary's JSON, as it is sent to try a decision. */
final class ReadRequest {

    private ReadRequest() {}

    static Request read(Reading request, Order order) {
        return new Request(
                request.text("orderNo"),
                request.text("customerId"),
                request.oneOf("reason", Reason.class),
                request.text("reasonText"),
                request.oneOf("type", CaseType.class),
                items(request, order),
                request.texts("evidence"),
                request.oneOf("damageLevel", DamageLevel.class),
                request.count("badRatioPct", 0, 100),
                request.text("exchangeSku"),
                request.minor("amountMinor"),
                request.minor("currentUnitMinor"),
                request.yesOrNo("giftReturned"),
                request.isSo("wantsHuman"),
                "MAJOR".equals(request.oneOf("severity", "NORMAL", "MAJOR")),
                request.text("idempotencyKey"),
                request.text("lang"));
    }

    private static List<Item> items(Reading request, Order order) {
        var items = new ArrayList<Item>();
        for (var item : request.objects("lines")) {
            var line = item.requiredText("lineId");
            boolean known =
                    order.missing()
                            || order.lines().stream().anyMatch(one -> one.id().equals(line));
            if (!line.isEmpty() && !known) {
                item.wrong("lineId", "订单中没有这一行", "is not a line of the order");
            }
            items.add(new Item(line, item.requiredCount("qty", 1, Reading.MOST_UNITS)));
        }
        return items;
    }
}
