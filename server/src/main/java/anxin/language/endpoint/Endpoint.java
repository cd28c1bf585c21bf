package anxin.language.endpoint;

import anxin.kernel.ShopId;
import anxin.language.Drafting.Purpose;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How one shop reaches its model.
 *
 * @param address up to and without {@code /chat/completions}
 * @param key opened; null: it asks for none
 * @param dayCalls at most on one day, as {@code dayMinor} is what they may cost
 * @param inputPrice minor units for a million tokens, as {@code outputPrice}
 */
record Endpoint(
        ShopId shop,
        int version,
        String address,
        String model,
        @Nullable String key,
        Set<Purpose> purposes,
        int atOnce,
        int dayCalls,
        long dayMinor,
        String currency,
        long inputPrice,
        long outputPrice) {

    /** In millionths of a minor unit. */
    long cost(long inputTokens, long outputTokens) {
        return Math.multiplyExact(inputTokens, inputPrice)
                + Math.multiplyExact(outputTokens, outputPrice);
    }

    /** Never the key: this ends in logs. */
    @Override
    public String toString() {
        return model + " of " + shop;
    }
}
