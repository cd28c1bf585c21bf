package harness;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.locks.LockSupport;

/** Closed loop: each client does one thing after the other, as fast as it is answered. */
public final class Load {

    /** What one client does again and again. */
    public interface Step {
        void run() throws Exception;
    }

    /** Prepares one client and answers its step. */
    public interface Client {
        Step prepare(int number) throws Exception;
    }

    public record Result(Times times, double seconds, Map<String, Long> cpuMicros) {

        public double perSecond() {
            return times.count() / seconds;
        }

        public String cpuEach() {
            var text = new StringBuilder();
            cpuMicros.forEach((name, micros) -> text.append(name).append(' ').append(micros / Math.max(1, times.count())).append(" µs  "));
            return text.isEmpty() ? "–" : text.toString().strip();
        }
    }

    private Load() {}

    /** Until the compiler has done its part: two looks in a row that are hardly faster than the best before. */
    public static void warmUp(int looks, Callable<Result> look) throws Exception {
        var best = 0.0;
        for (int done = 0, quiet = 0; done < looks && quiet < 2; done++) {
            var now = look.call().perSecond();
            IO.println("warming up: %.0f/s".formatted(now));
            quiet = now < best * 1.05 ? quiet + 1 : 0;
            best = Math.max(best, now);
        }
    }

    public static Result run(House house, int clients, Duration duration, Client client) throws Exception {
        return run(house, clients, duration, Duration.ZERO, client);
    }

    /**
     * Each client begins one thing every {@code pace}, like people who read in between. What starts late because the
     * one before took too long counts from when it should have started.
     */
    public static Result run(House house, int clients, Duration duration, Duration pace, Client client) throws Exception {
        var start = new CyclicBarrier(clients + 1);
        try (var threads = Executors.newFixedThreadPool(clients)) {
            var parts = new ArrayList<Future<long[]>>();
            for (var number = 0; number < clients; number++) {
                var step = client.prepare(number);
                var first = pace.toNanos() * number / clients;
                parts.add(threads.submit(() -> loop(start, step, duration, pace.toNanos(), first)));
            }
            start.await();
            var began = System.nanoTime();
            var before = house.cpu();
            var times = new ArrayList<long[]>();
            for (var part : parts) {
                times.add(part.get());
            }
            var seconds = (System.nanoTime() - began) / 1e9;
            var used = new TreeMap<>(house.cpu());
            used.replaceAll((name, micros) -> micros - before.getOrDefault(name, 0L));
            return new Result(Times.of(times), seconds, used);
        }
    }

    private static long[] loop(CyclicBarrier start, Step step, Duration duration, long pace, long first) throws Exception {
        start.await();
        var times = new long[1 << 12];
        var n = 0;
        var began = System.nanoTime();
        var end = began + duration.toNanos();
        for (var due = began + first; due < end; ) {
            for (var now = System.nanoTime(); now < due; now = System.nanoTime()) {
                LockSupport.parkNanos(due - now);
            }
            step.run();
            var then = System.nanoTime();
            if (n == times.length) {
                times = java.util.Arrays.copyOf(times, n * 2);
            }
            times[n++] = then - due;
            due = pace == 0 ? then : due + pace;
        }
        return java.util.Arrays.copyOf(times, n);
    }

    public static List<Integer> clients() {
        return List.of(1, 16, 64);
    }
}
