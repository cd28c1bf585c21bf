package anxin.kernel.page;

import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One page of a list. {@code next} goes back unchanged as {@code after} to get the page behind it;
 * null on the last.
 */
public record Page<T>(List<T> items, @Nullable String next) {

    /**
     * Takes one row more than {@code size} from the database to learn whether there is a page
     * behind it.
     */
    public static <T> Page<T> of(List<T> sizePlusOne, int size, Function<T, Cursor> key) {
        if (sizePlusOne.size() <= size) {
            return new Page<>(List.copyOf(sizePlusOne), null);
        }
        var items = List.copyOf(sizePlusOne.subList(0, size));
        return new Page<>(items, key.apply(items.getLast()).encoded());
    }

    public <R> Page<R> map(Function<? super T, ? extends R> view) {
        return new Page<>(items.stream().<R>map(view).toList(), next);
    }
}
