package anxin.work;

import anxin.kernel.ShopId;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Something that somebody must do.
 *
 * @param subject what it is, {@code conversation:…}; its beginning names the {@link WorkOwner}
 * @param team the one that it was handed to, where it was
 * @param asksSince since when somebody waits for an answer
 */
public record NewWork(
        ShopId shop,
        String subject,
        Traits traits,
        @Nullable String team,
        @Nullable Instant asksSince) {

    /**
     * What is known of it, by which its queue is found.
     *
     * @param channels by what it came: the channel's id and its kind
     * @param live somebody sits there and waits
     * @param topic what it is about, where that is known
     * @param value of the customer, 0 to 9
     * @param lastAgent who served them before
     */
    public record Traits(
            List<String> channels,
            boolean live,
            @Nullable String language,
            @Nullable String topic,
            int value,
            String text,
            @Nullable UUID lastAgent) {}
}
