package anxin.aftersales.expression;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The names an expression may use, each with what it is.
 *
 * @param <S> what is looked at when an expression runs
 */
public final class Vocabulary<S> {

    /** Reads one fact; null is not known. A truth, a double, a text, an instant, a list of rows. */
    @FunctionalInterface
    public interface Look<S> {
        @Nullable Object at(S situation);
    }

    /**
     * One name.
     *
     * @param values the only texts that it can be; empty is any
     * @param row what the rows of a list have; null where it is no list of rows
     */
    public record Name<S>(
            Kind kind, List<String> values, @Nullable Vocabulary<Object> row, Look<S> look) {}

    private final Map<String, Name<S>> names;

    private Vocabulary(Map<String, Name<S>> names) {
        this.names = Map.copyOf(names);
    }

    public @Nullable Name<S> find(String name) {
        return names.get(name);
    }

    /** All of them, by name. */
    public Map<String, Name<S>> all() {
        return new TreeMap<>(names);
    }

    public static <S> Builder<S> builder() {
        return new Builder<>();
    }

    /** Names, one after another. */
    public static final class Builder<S> {

        private final Map<String, Name<S>> names = new TreeMap<>();

        private Builder() {}

        public Builder<S> name(String name, Kind kind, Look<S> look) {
            names.put(name, new Name<>(kind, List.of(), null, look));
            return this;
        }

        /** A text that is one of these. */
        public Builder<S> oneOf(String name, List<String> values, Look<S> look) {
            names.put(name, new Name<>(Kind.TEXT, List.copyOf(values), null, look));
            return this;
        }

        public Builder<S> rows(String name, Vocabulary<Object> row, Look<S> look) {
            names.put(name, new Name<>(Kind.ROWS, List.of(), row, look));
            return this;
        }

        public Vocabulary<S> build() {
            return new Vocabulary<>(names);
        }
    }
}
