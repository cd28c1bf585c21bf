package anxin.aftersales.choice;

import anxin.aftersales.cases.CaseFile;
import anxin.aftersales.cases.CaseRow;
import anxin.aftersales.cases.CaseState;
import anxin.aftersales.cases.CaseStore;
import anxin.aftersales.policy.Decision;
import anxin.aftersales.submit.Reaudit;
import anxin.commerce.Order;
import anxin.commerce.Products;
import anxin.commerce.Stores;
import anxin.kernel.ShopId;
import anxin.kernel.Text;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * What the customer may choose from at this moment. Each option is tried on the rules before it is
 * shown, so one whose stock has gone is not shown any more, and the amount is what would be paid.
 */
@Component
public class Options {

    private static final Set<String> GOODS_ARE_HERE = Set.of("INSPECTED", "INSPECTED_BY_TIME");
    private static final int MOST_VARIANTS = 8;

    private final CaseStore cases;
    private final CaseFile file;
    private final Reaudit reaudit;
    private final OfferStore offers;
    private final Products products;
    private final Stores stores;
    private final JsonMapper json;

    Options(
            CaseStore cases,
            CaseFile file,
            Reaudit reaudit,
            OfferStore offers,
            Products products,
            Stores stores,
            JsonMapper json) {
        this.cases = cases;
        this.file = file;
        this.reaudit = reaudit;
        this.offers = offers;
        this.products = products;
        this.stores = stores;
        this.json = json;
    }

    /** Empty for a case that is not the customer's to choose about. */
    public List<Option> of(CaseRow row) {
        var late = row.state() == CaseState.WAIT_STORE_CONFIRM && row.escalations() > 0;
        if (row.state() != CaseState.AWAITING_CHOICE && !late) {
            return List.of();
        }
        var offered = offers.standing(row);
        return offered.isEmpty() ? byTheRules(row) : byAnAgent(row, offered);
    }

    /** Whether what is to be replaced has come back and passed inspection. */
    boolean goodsBack(CaseRow row) {
        return file.timeline(row.shop(), row.id()).stream()
                .anyMatch(entry -> GOODS_ARE_HERE.contains(entry.step()));
    }

    private static List<Option> byAnAgent(CaseRow row, Map<Way, Long> offered) {
        return offered.entrySet().stream()
                .map(
                        offer ->
                                new Option(
                                        offer.getKey().name(),
                                        offer.getKey().label(),
                                        offer.getKey().means(false),
                                        offer.getValue() > 0 ? offer.getValue() : null,
                                        row.currency(),
                                        offer.getKey() == Way.PARTIAL_REFUND
                                                ? "NONE"
                                                : row.freightPayer()))
                .toList();
    }

    private List<Option> byTheRules(CaseRow row) {
        var hearing = reaudit.hear(row);
        var goodsBack = goodsBack(row);
        var options = new ArrayList<Option>();
        for (var code : codes(row, hearing, goodsBack)) {
            var way = Way.of(code);
            var decision = hearing.on(way.applied(hearing.request(), code, goodsBack));
            if (leadsOn(decision)) {
                var minor = decision.refundMinor();
                var payer = decision.freightPayer();
                options.add(
                        new Option(
                                code,
                                label(row.shop(), way, code),
                                way.means(goodsBack),
                                minor == null || minor == 0 ? null : minor,
                                row.currency(),
                                goodsBack || payer == null ? null : payer.name()));
            }
        }
        return options;
    }

    private static boolean leadsOn(Decision decision) {
        return switch (decision.outcome()) {
            case AUTO_APPROVE, MANUAL_REVIEW, NEED_EVIDENCE, ROUTE -> true;
            case OFFER_ALTERNATIVES, REJECT, DUPLICATE -> false;
        };
    }

    private Set<String> codes(CaseRow row, Reaudit.Hearing hearing, boolean goodsBack) {
        var names = new LinkedHashSet<String>();
        var last = cases.decisions(row.shop(), row.id()).getLast();
        if (!last.outcome().equals(Decision.Outcome.OFFER_ALTERNATIVES.name())) {
            names.addAll(afterApproval(row, hearing));
        } else {
            var asked = Way.AS_ASKED.applied(hearing.request(), "", goodsBack);
            var now = hearing.on(asked);
            if (now.outcome() == Decision.Outcome.OFFER_ALTERNATIVES) {
                names.addAll(now.alternatives());
            } else {
                names.add(Way.AS_ASKED.name());
                json.readTree(last.answer())
                        .path("alternatives")
                        .forEach(name -> names.add(name.asString()));
            }
        }
        return withVariants(names, row, hearing);
    }

    /** Approved once, and then it could not be sent, or the store could not do it. */
    private static List<String> afterApproval(CaseRow row, Reaudit.Hearing hearing) {
        if (row.type().equals("RESEND")) {
            return List.of("PARTIAL_REFUND", "RETURN_REFUND", "WAIT_RESTOCK");
        }
        if (hearing.order().fulfil() != Order.Fulfilment.PICKED_UP) {
            return List.of("RETURN_REFUND", "OTHER_SKU", "WAIT_RESTOCK");
        }
        var codes = new ArrayList<String>();
        var around = hearing.order().nearbyStores();
        if (row.type().equals("EXCHANGE") && around != null) {
            around.keySet().stream()
                    .sorted()
                    .forEach(store -> codes.add(Way.STORE.name() + ":" + store));
            codes.add(Way.SHIP_FROM_WAREHOUSE.name());
        }
        codes.add(Way.RETURN_BY_POST.name());
        return codes;
    }

    private Set<String> withVariants(Set<String> names, CaseRow row, Reaudit.Hearing hearing) {
        var codes = new LinkedHashSet<String>();
        for (var name : names) {
            if (name.equals(Way.OTHER_SKU.name())) {
                variants(row, hearing).forEach(sku -> codes.add(name + ":" + sku));
            } else {
                codes.add(name);
            }
        }
        return codes;
    }

    private List<String> variants(CaseRow row, Reaudit.Hearing hearing) {
        var asked = cases.lines(row.shop(), row.id()).getFirst();
        var wanted = hearing.request().exchangeSku();
        return hearing.order().lines().stream()
                .filter(line -> line.id().equals(asked.lineId()))
                .map(Order.Line::exchangeStock)
                .filter(java.util.Objects::nonNull)
                .flatMap(stock -> stock.entrySet().stream())
                .filter(one -> one.getValue() >= asked.qtyAsked())
                .map(Map.Entry::getKey)
                .filter(sku -> !sku.equals(wanted) && !sku.equals(asked.sku()))
                .sorted()
                .limit(MOST_VARIANTS)
                .toList();
    }

    private Text label(ShopId shop, Way way, String code) {
        return switch (way) {
            case OTHER_SKU -> variant(shop, Way.detail(code));
            case STORE -> store(shop, Way.detail(code));
            default -> way.label();
        };
    }

    private Text variant(ShopId shop, String sku) {
        var title =
                products.find(shop, sku)
                        .map(product -> named(product.title(), product.attributes()))
                        .orElse(Text.of(sku, sku));
        return Text.of("换成 " + title.zh(), "Exchange for " + title.en());
    }

    private static Text named(Text title, Map<String, String> attributes) {
        var shown = attributes.isEmpty() ? "" : " · " + String.join(" ", attributes.values());
        return Text.of(title.zh() + shown, title.en() + shown);
    }

    private Text store(ShopId shop, String id) {
        var name = stores.find(shop, id).map(Stores.Store::name).orElse(Text.of(id, id));
        return Text.of("到" + name.zh() + "换货", "Exchange in " + name.en());
    }
}
