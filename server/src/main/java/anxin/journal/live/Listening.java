package anxin.journal.live;

import anxin.identity.Caller;
import anxin.kernel.fact.Fact;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Who is listening, found by whom a fact concerns: what happens to one customer costs nothing for
 * the fifty thousand others who look at their screens.
 */
final class Listening {

    private final Set<LiveConnection> staff = ConcurrentHashMap.newKeySet();
    private final ConcurrentHashMap<String, Set<LiveConnection>> customers =
            new ConcurrentHashMap<>();

    void add(LiveConnection connection) {
        var customer = customer(connection);
        if (customer == null) {
            staff.add(connection);
            return;
        }
        customers.compute(
                customer,
                (key, tabs) -> {
                    var all = tabs != null ? tabs : ConcurrentHashMap.<LiveConnection>newKeySet();
                    all.add(connection);
                    return all;
                });
    }

    void remove(LiveConnection connection) {
        var customer = customer(connection);
        if (customer == null) {
            staff.remove(connection);
            return;
        }
        customers.computeIfPresent(
                customer,
                (key, tabs) -> {
                    tabs.remove(connection);
                    return tabs.isEmpty() ? null : tabs;
                });
    }

    /** Every tab that may hear of it. */
    void forEachOf(Fact fact, Consumer<LiveConnection> tell) {
        tell(staff, fact, tell);
        if (fact.customer() != null) {
            tell(
                    customers.getOrDefault(
                            key(String.valueOf(fact.shop()), fact.customer()), Set.of()),
                    fact,
                    tell);
        }
    }

    void forEach(Consumer<LiveConnection> tell) {
        staff.forEach(tell);
        customers.values().forEach(tabs -> tabs.forEach(tell));
    }

    boolean isEmpty() {
        return staff.isEmpty() && customers.isEmpty();
    }

    int size() {
        return staff.size() + customers.values().stream().mapToInt(Set::size).sum();
    }

    private static void tell(Set<LiveConnection> tabs, Fact fact, Consumer<LiveConnection> tell) {
        for (var connection : tabs) {
            if (connection.mayHear(fact)) {
                tell.accept(connection);
            }
        }
    }

    private static @Nullable String customer(LiveConnection connection) {
        return connection.caller() instanceof Caller.Customer customer
                ? key(customer.shop().value(), customer.id())
                : null;
    }

    private static String key(String shop, String customer) {
        return shop + "/" + customer;
    }
}
