package anxin.kernel;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/**
 * The number a customer finds on the order, 1–64 characters without spaces at its ends; unique
 * within its shop.
 */
public record OrderNumber(@JsonValue String value) {

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public OrderNumber {
        value = value.strip();
        if (value.isEmpty() || value.length() > 64) {
            throw new IllegalArgumentException("an order number has 1 to 64 characters");
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
