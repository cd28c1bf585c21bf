package anxin.kernel.fact;

import java.util.List;

/**
 * Hears every fact after its commit, in order, from a position of its own that survives restarts;
 * runs on one node at a time. After a crash it may hear a fact twice and must be calm about it.
 */
public interface FactListener {

    /** Stable; the key of its position. */
    String name();

    void on(Fact fact);

    /** As many as have happened since, oldest first, in the transaction that moves the position. */
    default void hear(List<Fact> facts) {
        facts.forEach(this::on);
    }
}
