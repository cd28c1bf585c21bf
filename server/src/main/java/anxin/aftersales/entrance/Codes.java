package anxin.aftersales.entrance;

import anxin.identity.Caller;
import anxin.kernel.OrderNumber;
import anxin.kernel.ShopId;
import anxin.kernel.loop.AfterCommit;
import anxin.kernel.problem.Problem;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * One-time codes. Asking only writes down that somebody asked: whether there is such an order is
 * looked up behind the answer, by the {@link CodeSender}, so that neither the answer nor its time
 * tells a stranger.
 */
@Component
class Codes {

    static final Duration GOOD_FOR = Duration.ofMinutes(10);
    static final int MOST_ATTEMPTS = 5;

    private static final Duration DAY = Duration.ofDays(1);
    private static final Duration HOUR = Duration.ofHours(1);
    private static final Duration MINUTE = Duration.ofMinutes(1);

    private final CodeStore store;
    private final CodeBell bell;
    private final Clock clock;
    private final int perOrder;
    private final int perOrderAndDay;
    private final int perAddressAndHour;
    private final int perMinute;

    Codes(
            CodeStore store,
            CodeBell bell,
            Clock clock,
            @Value("${anxin.codes.per-order:3}") int perOrder,
            @Value("${anxin.codes.per-order-and-day:10}") int perOrderAndDay,
            @Value("${anxin.codes.per-address-and-hour:60}") int perAddressAndHour,
            @Value("${anxin.codes.per-minute:600}") int perMinute) {
        this.store = store;
        this.bell = bell;
        this.clock = clock;
        this.perOrder = perOrder;
        this.perOrderAndDay = perOrderAndDay;
        this.perAddressAndHour = perAddressAndHour;
        this.perMinute = perMinute;
    }

    /** The same id with the same wish again changes nothing. */
    @Transactional
    void ask(
            UUID id,
            ShopId shop,
            OrderNumber order,
            @Nullable String contact,
            String language,
            String address) {
        store.lockOrder(shop, order);
        var before = store.find(id);
        if (before.isPresent()) {
            requireSame(before.get(), shop, order);
            return;
        }
        limit(shop, order, address);
        var now = clock.instant();
        store.add(
                new CodeStore.Asked(id, shop.value(), order.value(), contact, language, address),
                now,
                now.plus(GOOD_FOR));
        AfterCommit.run(bell::ring);
    }

    private static void requireSame(CodeStore.Asked before, ShopId shop, OrderNumber order) {
        if (!before.shopId().equals(shop.value()) || !before.orderNumber().equals(order.value())) {
            throw Problem.conflict(
                    "id-taken",
                    "此编号已用于另一个请求，请换一个",
                    "This id was used for another request; choose a new one");
        }
    }

    private void limit(ShopId shop, OrderNumber order, String address) {
        var now = clock.instant();
        refuse(store.waitForOrder(shop, order, perOrder, GOOD_FOR, now));
        refuse(store.waitForOrder(shop, order, perOrderAndDay, DAY, now));
        refuse(store.waitForAddress(address, perAddressAndHour, HOUR, now));
        refuse(store.waitForAll(perMinute, MINUTE, now));
    }

    private static void refuse(Duration wait) {
        if (wait.isPositive()) {
            throw Problem.tooMany(wait);
        }
    }

    record Entered(Caller.Customer customer, @Nullable String name) {}

    /** Empty for a wrong code, an old one, a used one and one that never was. */
    @Transactional
    Optional<Entered> redeem(UUID id, ShopId shop, String code) {
        var now = clock.instant();
        return store.attempt(id, shop, MOST_ATTEMPTS, now)
                .filter(
                        asked ->
                                asked.codeHash() != null
                                        && MessageDigest.isEqual(asked.codeHash(), hash(id, code)))
                .filter(asked -> store.use(id, now))
                .flatMap(asked -> entered(shop, asked));
    }

    private static Optional<Entered> entered(ShopId shop, CodeStore.Redeemed asked) {
        var customer = asked.customerId();
        return customer == null
                ? Optional.empty()
                : Optional.of(
                        new Entered(
                                new Caller.Customer(shop, customer, asked.orderNumber()),
                                asked.customerName()));
    }

    static byte[] hash(UUID id, String code) {
        try {
            return MessageDigest.getInstance("SHA-256")
                    .digest((id + ":" + code.strip()).getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
