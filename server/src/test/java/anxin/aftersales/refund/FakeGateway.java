package anxin.aftersales.refund;

import anxin.payments.Bill;
import anxin.payments.PaymentGateway;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A gateway that keeps books and misbehaves as it is told: it may pay and lose the answer, refuse,
 * or know nothing.
 */
public class FakeGateway implements PaymentGateway {

    /** What happens at the next calls; when the list is empty the gateway pays and says so. */
    public enum Mood {
        PAY,
        PAY_BUT_LOSE_THE_ANSWER,
        LOSE_THE_REQUEST,
        REFUSE,
        TAKE_ITS_TIME
    }

    private final Queue<Mood> moods = new ArrayDeque<>();
    private final Map<String, Long> books = new ConcurrentHashMap<>();
    private final Map<String, Long> pending = new ConcurrentHashMap<>();
    final AtomicInteger refundCalls = new AtomicInteger();

    /** Answers no question. */
    private volatile boolean mute;

    private volatile @Nullable Held held;
    private volatile @Nullable Function<Order, Answer> nextQuery;

    /** A call that has reached the gateway and waits there until a test says how it ends. */
    public static final class Held {

        private final CountDownLatch called = new CountDownLatch(1);
        private final CompletableFuture<Function<Order, Answer>> reply = new CompletableFuture<>();

        public void awaitCall() {
            try {
                if (!called.await(20, TimeUnit.SECONDS)) {
                    throw new AssertionError("the gateway was not called");
                }
            } catch (InterruptedException e) {
                throw new AssertionError(e);
            }
        }

        /** How this call ends, and every other of the same round. */
        public void reply(Function<Order, Answer> how) {
            reply.complete(how);
        }

        private Answer of(Order order) {
            called.countDown();
            return reply.join().apply(order);
        }
    }

    /** The next refunds stay in the gateway's hand. */
    public Held hold() {
        var now = new Held();
        held = now;
        return now;
    }

    /** Nothing is held any more. */
    public void letGo() {
        held = null;
    }

    /** The next question is answered so, once. */
    public void nextQuery(Function<Order, Answer> how) {
        nextQuery = how;
    }

    public int calls() {
        return refundCalls.get();
    }

    /** It has the money, and says so. */
    public Answer pays(Order order) {
        books.putIfAbsent(order.outRefundNo(), order.amountMinor());
        return new Answer.Succeeded("G-" + order.outRefundNo());
    }

    public void next(Mood... coming) {
        mute = false;
        moods.clear();
        moods.addAll(java.util.List.of(coming));
        held = null;
        nextQuery = null;
        refundCalls.set(0);
    }

    public long paid(String outRefundNo) {
        return books.getOrDefault(outRefundNo, 0L);
    }

    /** As a person at the gateway's own desk may do. */
    public void payBehindOurBacks(String outRefundNo, long minor) {
        books.put(outRefundNo, minor);
    }

    public void mute() {
        mute = true;
    }

    @Override
    public String name() {
        return "FAKE";
    }

    @Override
    public boolean serves(String tender) {
        return !tender.equals("CASH");
    }

    @Override
    public Answer refund(Order order) {
        refundCalls.incrementAndGet();
        var inHand = held;
        if (inHand != null) {
            return inHand.of(order);
        }
        var mood = moods.isEmpty() ? Mood.PAY : moods.remove();
        return switch (mood) {
            case PAY -> pays(order);
            case PAY_BUT_LOSE_THE_ANSWER -> {
                books.putIfAbsent(order.outRefundNo(), order.amountMinor());
                throw new IllegalStateException("connection reset");
            }
            case LOSE_THE_REQUEST -> throw new IllegalStateException("connection refused");
            case REFUSE -> new Answer.Rejected("NOT_ENOUGH", "the merchant's balance is too low");
            case TAKE_ITS_TIME -> {
                pending.put(order.outRefundNo(), order.amountMinor());
                yield new Answer.Processing(null);
            }
        };
    }

    @Override
    public Answer query(Order order) {
        if (mute) {
            throw new IllegalStateException("no answer");
        }
        var scripted = nextQuery;
        if (scripted != null) {
            nextQuery = null;
            return scripted.apply(order);
        }
        var outRefundNo = order.outRefundNo();
        var late = pending.remove(outRefundNo);
        if (late != null) {
            books.putIfAbsent(outRefundNo, late);
        }
        return books.containsKey(outRefundNo)
                ? new Answer.Succeeded("G-" + outRefundNo)
                : new Answer.NotFound();
    }

    @Override
    public Optional<Bill> bill(LocalDate day) {
        return Optional.of(
                new Bill(
                        books.entrySet().stream()
                                .map(
                                        paid ->
                                                new Bill.Entry(
                                                        paid.getKey(),
                                                        "G-" + paid.getKey(),
                                                        paid.getValue(),
                                                        "CNY",
                                                        true))
                                .toList()));
    }
}
