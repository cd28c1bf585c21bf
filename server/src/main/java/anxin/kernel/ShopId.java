package anxin.kernel;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.regex.Pattern;

/**
 * A shop's short name, 1–40 of {@code a-z 0-9 -}; first in the indexes of every row that belongs to
 * it.
 */
public record ShopId(@JsonValue String value) implements Comparable<ShopId> {

    private static final Pattern FORM = Pattern.compile("[a-z0-9][a-z0-9-]{0,39}");

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public ShopId {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException(
                    "a shop's id is 1 to 40 of a-z, 0-9 and -, and begins with a letter or digit");
        }
    }

    @Override
    public int compareTo(ShopId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
