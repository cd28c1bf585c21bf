package anxin.kernel.fact;

/**
 * Hears every fact after its commit, in order, from a position of its own that survives restarts;
 * runs on one node at a time. After a crash it may hear a fact twice and must be calm about it.
 */
public interface FactListener {

    /** Stable; the key of its position. */
    String name();

    void on(Fact fact);
}
