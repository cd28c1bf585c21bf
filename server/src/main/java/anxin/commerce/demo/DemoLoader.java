package anxin.commerce.demo;

import anxin.commerce.DemoLoaded;
import anxin.commerce.demo.OrderMaker.Made;
import anxin.commerce.intake.Intake;
import anxin.commerce.intake.Kind;
import anxin.commerce.intake.Source;
import anxin.commerce.intake.Taken;
import anxin.commerce.sessions.LiveSessions;
import anxin.commerce.sessions.Promotions;
import anxin.commerce.shops.ShopStore;
import anxin.kernel.ShopId;
import anxin.kernel.fact.Audience;
import anxin.kernel.fact.FactLog;
import anxin.kernel.fact.NewFact;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Sends the demo shops in by the same ways as every shop. A load that was cut off is made again
 * from its moment and seed, and what is already there stays as it is.
 */
@Component
class DemoLoader {

    static final long SEED = 20_260_618;
    static final int ORDERS = 20_000;
    private static final int BATCH = 500;
    private static final Logger log = LoggerFactory.getLogger(DemoLoader.class);

    private final Map<Kind, Intake> intakes = new EnumMap<>(Kind.class);
    private final ShopStore shops;
    private final LiveSessions sessions;
    private final Promotions promotions;
    private final FactLog facts;
    private final JdbcClient db;
    private final TransactionTemplate transaction;
    private final JsonMapper json;
    private final Clock clock;

    DemoLoader(
            List<Intake> intakes,
            ShopStore shops,
            LiveSessions sessions,
            Promotions promotions,
            FactLog facts,
            JdbcClient db,
            TransactionTemplate transaction,
            JsonMapper json,
            Clock clock) {
        intakes.forEach(intake -> this.intakes.put(intake.kind(), intake));
        this.shops = shops;
        this.sessions = sessions;
        this.promotions = promotions;
        this.facts = facts;
        this.db = db;
        this.transaction = transaction;
        this.json = json;
        this.clock = clock;
    }

    private record Load(Instant at, long seed, boolean finished) {}

    /** Once for an installation. */
    void loadOnce() {
        var load = load().orElseGet(this::begin);
        if (!load.finished()) {
            load(DemoShop.ALL, load.seed(), load.at(), ORDERS);
            finish(load);
        }
    }

    void load(List<DemoShop> demo, long seed, Instant at, int orders) {
        var started = System.nanoTime();
        for (var shop : demo) {
            load(shop, new DemoData(shop, seed, at, orders * shop.share() / 100, json));
        }
        log.info(
                "The demo shops are there: {} orders in {} ms",
                orders,
                (System.nanoTime() - started) / 1_000_000);
    }

    private void load(DemoShop shop, DemoData data) {
        transaction.executeWithoutResult(
                status -> {
                    shops.write(
                            shop.shop(),
                            Source.of(1L, null, clock.instant(), shop.shop().toString()));
                    take(Kind.PRODUCTS, shop.id(), data.products());
                    take(Kind.STORES, shop.id(), data.stores());
                    take(Kind.STOCK, shop.id(), data.stock());
                    promotions.write(
                            shop.id(),
                            data.promotions().stream().map(DemoPromotion::promotion).toList());
                    sessions.write(
                            shop.id(),
                            data.sessions().stream()
                                    .map(session -> session.session(data.skus()))
                                    .toList());
                });
        var batch = new ArrayList<Made>(data.linXiao());
        data.orders()
                .forEach(
                        made -> {
                            batch.add(made);
                            if (batch.size() >= BATCH) {
                                takeOrders(shop.id(), batch);
                            }
                        });
        takeOrders(shop.id(), batch);
    }

    private void takeOrders(ShopId shop, List<Made> batch) {
        var parcels = new ArrayList<JsonNode>();
        for (var made : batch) {
            if (made.parcel() != null) {
                parcels.add(made.parcel());
            }
        }
        transaction.executeWithoutResult(
                status -> {
                    take(Kind.ORDERS, shop, batch.stream().<JsonNode>map(Made::order).toList());
                    take(Kind.PARCELS, shop, parcels);
                });
        batch.clear();
    }

    private void take(Kind kind, ShopId shop, List<JsonNode> documents) {
        if (documents.isEmpty()) {
            return;
        }
        for (var taken : intake(kind).take(shop, documents)) {
            if (taken instanceof Taken.Refused refused) {
                throw new IllegalStateException("the demo is malformed: " + refused.fields());
            }
        }
    }

    private Intake intake(Kind kind) {
        @Nullable Intake intake = intakes.get(kind);
        if (intake == null) {
            throw new IllegalStateException("nobody takes " + kind.code());
        }
        return intake;
    }

    private Optional<Load> load() {
        return db.sql("select d.began_at, d.seed, d.finished_at from commerce.demo_load d")
                .query(
                        (row, n) ->
                                new Load(
                                        row.getObject("began_at", OffsetDateTime.class).toInstant(),
                                        row.getLong("seed"),
                                        row.getObject("finished_at") != null))
                .optional();
    }

    private Load begin() {
        var at = clock.instant().truncatedTo(ChronoUnit.SECONDS);
        db.sql("insert into commerce.demo_load (began_at, seed) values (:at, :seed)")
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("seed", SEED)
                .update();
        return new Load(at, SEED, false);
    }

    private void finish(Load load) {
        transaction.executeWithoutResult(
                status -> {
                    db.sql("update commerce.demo_load set finished_at = :now")
                            .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                            .update();
                    facts.append(
                            new NewFact(
                                    null,
                                    DemoLoaded.TYPE,
                                    "demo",
                                    "system",
                                    null,
                                    Audience.NONE,
                                    new DemoLoaded(
                                            load.at(),
                                            load.seed(),
                                            DemoShop.ALL.stream().map(DemoShop::id).toList())));
                });
    }
}
