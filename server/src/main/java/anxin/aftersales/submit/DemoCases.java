package anxin.aftersales.submit;

import anxin.aftersales.cases.CaseChanges;
import anxin.aftersales.cases.CaseRow;
import anxin.aftersales.cases.CaseState;
import anxin.aftersales.evidence.Evidence;
import anxin.aftersales.policy.CaseType;
import anxin.aftersales.policy.Reason;
import anxin.aftersales.policy.Request;
import anxin.commerce.DemoLoaded;
import anxin.commerce.Order;
import anxin.commerce.Orders;
import anxin.commerce.StoredOrder;
import anxin.kernel.ShopId;
import anxin.kernel.fact.Fact;
import anxin.kernel.fact.FactListener;
import anxin.work.Deadline;
import anxin.work.Deadlines;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * Cases for the demo shops' orders, decided by the same rules as any: some six in a hundred orders
 * come back, days after they were signed, so that the wave of returns follows each promotion. What
 * is old has ended; what is recent waits.
 */
@Component
class DemoCases implements FactListener {

    private static final int PAGE = 500;
    private static final int BATCH = 64;
    private static final double SHARE_THAT_COMES_BACK = 0.06;
    private static final double SHARE_TODAY = 0.16;

    private final Orders orders;
    private final Auditor auditor;
    private final SubmitStore store;
    private final DemoEndings endings;
    private final Births births;
    private final Deadlines deadlines;
    private final Evidence evidence;
    private final JsonMapper json;
    private final DemoPhotos photos = new DemoPhotos();

    DemoCases(
            Orders orders,
            Auditor auditor,
            SubmitStore store,
            DemoEndings endings,
            Births births,
            Deadlines deadlines,
            Evidence evidence,
            JsonMapper json) {
        this.orders = orders;
        this.auditor = auditor;
        this.store = store;
        this.endings = endings;
        this.births = births;
        this.deadlines = deadlines;
        this.evidence = evidence;
        this.json = json;
    }

    @Override
    public String name() {
        return "aftersales.demo-cases";
    }

    @Override
    public void on(Fact fact) {
        if (fact.type().equals(DemoLoaded.TYPE)) {
            var loaded = json.readValue(fact.payload(), DemoLoaded.class);
            loaded.shops().forEach(shop -> load(shop, loaded));
        }
    }

    private void load(ShopId shop, DemoLoaded loaded) {
        var batch = new ArrayList<Auditor.Opened>();
        String after = null;
        do {
            var page = orders.ofShop(shop, after, PAGE);
            for (var order : page.items()) {
                var opened = wish(order, loaded);
                if (opened != null) {
                    batch.add(opened);
                }
                if (batch.size() == BATCH) {
                    write(batch, loaded.at());
                }
            }
            after = page.next();
        } while (after != null);
        write(batch, loaded.at());
    }

    /**
     * Null for an order that nobody complains about; Lin Xiao's are left for whoever takes the
     * tour.
     */
    private Auditor.@Nullable Opened wish(StoredOrder stored, DemoLoaded loaded) {
        var order = stored.order();
        var random = new Random(loaded.seed() ^ ((long) order.no().hashCode() << 16));
        var recent = isRecent(order, loaded.at());
        if (random.nextDouble() >= (recent ? SHARE_TODAY : SHARE_THAT_COMES_BACK)
                || "lin-xiao".equals(stored.customerId())
                || order.payStatus() != Order.PayStatus.PAID) {
            return null;
        }
        var at =
                recent
                        ? loaded.at().minus(Duration.ofMinutes(random.nextInt(220)))
                        : askedAt(order, loaded.at(), random);
        if (at == null || at.isAfter(loaded.at())) {
            return null;
        }
        var line = order.lines().get(random.nextInt(order.lines().size()));
        var reason = reason(order, line, random);
        var id = id(stored.shop() + "/" + order.no());
        var photos =
                reason.asksPhotos() && random.nextInt(10) < 8
                        ? List.of(id(id + "/0"), id(id + "/1"))
                        : List.<UUID>of();
        var request =
                new Request(
                        order.no(),
                        stored.customerId(),
                        reason,
                        null,
                        type(reason, random),
                        List.of(new Request.Item(line.id(), 1)),
                        photos.stream().map(UUID::toString).toList(),
                        reason == Reason.LOGISTICS_DAMAGE
                                ? Request.DamageLevel.values()[random.nextInt(3)]
                                : null,
                        reason == Reason.ROTTEN ? 20 + 10 * random.nextInt(9) : null,
                        null,
                        null,
                        null,
                        null,
                        false,
                        random.nextInt(8) == 0,
                        id.toString(),
                        "zh");
        var wish =
                new Wish(
                        stored.shop(),
                        id,
                        stored.number(),
                        "customer:" + stored.customerId(),
                        stored.customerId(),
                        request,
                        photos,
                        "zh");
        return auditor.open(wish, stored, at) instanceof Auditor.Answer.Open open
                ? open.opened()
                : null;
    }

    private static UUID id(String of) {
        return UUID.nameUUIDFromBytes(of.getBytes(StandardCharsets.UTF_8));
    }

    /** What waits for somebody's eyes has something to look at. */
    private void photograph(Wish wish) {
        var reason = Objects.requireNonNull(wish.request().reason());
        var variant = 0;
        for (var photo : wish.evidence()) {
            var picture = photos.of(reason, variant++);
            evidence.keep(wish.shop(), photo, wish.actor(), picture);
        }
        evidence.attach(wish.shop(), wish.id(), wish.evidence());
    }

    /**
     * What was signed these days is asked about today, so that the desk has work when one looks at
     * it.
     */
    private static boolean isRecent(Order order, Instant now) {
        var signed = order.signedAt();
        return signed != null && signed.isAfter(now.minus(Duration.ofDays(10)));
    }

    private static @Nullable Instant askedAt(Order order, Instant now, Random random) {
        var signed = order.signedAt();
        var paid = order.paidAt();
        if (signed != null) {
            var fresh = order.lines().getFirst().category().equals("FRESH");
            var minutes = fresh ? 20 + random.nextInt(26 * 60) : 120 + random.nextInt(8 * 24 * 60);
            return signed.plus(Duration.ofMinutes(minutes));
        }
        return paid == null || order.fulfil() != Order.Fulfilment.UNSHIPPED
                ? null
                : now.minus(
                        Duration.ofMinutes(
                                random.nextInt(
                                        (int)
                                                Math.max(
                                                        1,
                                                        Math.min(
                                                                600,
                                                                Duration.between(paid, now)
                                                                        .toMinutes())))));
    }

    private static Reason reason(Order order, Order.Line line, Random random) {
        if (order.signedAt() == null) {
            return Reason.NO_LONGER_WANTED;
        }
        if (line.category().equals("FRESH")) {
            return random.nextInt(5) == 0 ? Reason.SERVICE_COMPLAINT : Reason.ROTTEN;
        }
        return switch (random.nextInt(20)) {
            case 0, 1, 2 -> Reason.QUALITY;
            case 3, 4 -> Reason.NOT_AS_DESCRIBED;
            case 5 -> Reason.WRONG_ITEM;
            case 6 -> Reason.MISSING_PARTS;
            case 7, 8 -> Reason.LOGISTICS_DAMAGE;
            case 9 -> Reason.SERVICE_COMPLAINT;
            case 10 -> Reason.COUNTERFEIT;
            default -> Reason.NO_REASON;
        };
    }

    private static @Nullable CaseType type(Reason reason, Random random) {
        return switch (reason) {
            case SERVICE_COMPLAINT -> CaseType.COMPLAINT;
            case NO_REASON -> CaseType.RETURN_REFUND;
            case QUALITY -> random.nextInt(4) == 0 ? CaseType.REPAIR : CaseType.RETURN_REFUND;
            default -> null;
        };
    }

    private void write(List<Auditor.Opened> batch, Instant now) {
        if (batch.isEmpty()) {
            return;
        }
        store.insert(batch.stream().map(Auditor.Opened::row).toList(), 0);
        var over = new ArrayList<Auditor.Opened>();
        var open = new ArrayList<Deadline>();
        for (var one : batch) {
            var row = one.row();
            if (row.deadline_at().isAfter(now) && !row.state().equals(CaseState.REFUNDING.name())) {
                open.add(
                        new Deadline(
                                one.wish().shop(),
                                CaseChanges.STATE_DEADLINE,
                                CaseRow.subject(one.wish().id()),
                                row.deadline_at(),
                                row.state()));
                photograph(one.wish());
            } else {
                over.add(one);
            }
        }
        endings.end(over, now);
        deadlines.set(open);
        batch.removeAll(over);
        births.follow(batch);
        batch.clear();
    }
}
