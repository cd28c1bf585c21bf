package anxin.kernel.fact;

import org.jspecify.annotations.Nullable;

/**
 * A place in the log: the writing transaction and the number within. Sequence numbers alone commit
 * out of order; in this order a reader that stops below the oldest running transaction never skips
 * a row.
 */
public record Position(long transaction, long sequence) implements Comparable<Position> {

    public static final Position START = new Position(0, 0);

    @Override
    public int compareTo(Position other) {
        var byTransaction = Long.compare(transaction, other.transaction);
        return byTransaction != 0 ? byTransaction : Long.compare(sequence, other.sequence);
    }

    /** {@code 7431.20919}: the id of a live event. */
    @Override
    public String toString() {
        return transaction + "." + sequence;
    }

    /** Null when the text is none of ours. */
    public static @Nullable Position parse(@Nullable String text) {
        if (text == null || !text.matches("\\d{1,18}\\.\\d{1,18}")) {
            return null;
        }
        var dot = text.indexOf('.');
        return new Position(
                Long.parseLong(text.substring(0, dot)), Long.parseLong(text.substring(dot + 1)));
    }
}
