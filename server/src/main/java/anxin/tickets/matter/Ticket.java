package anxin.tickets.matter;

import anxin.kernel.ShopId;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A ticket as it stands.
 *
 * @param no what people call it by
 * @param submitted digest of what was submitted
 * @param version the number of its newest step
 * @param repeats how many of the same customer's on the same matter came before it, of late
 */
public record Ticket(
        ShopId shop,
        UUID id,
        String no,
        String submitted,
        Source source,
        Whose whose,
        String title,
        String problem,
        Facts facts,
        Proposals proposals,
        Course course,
        int version,
        String openedBy,
        Instant openedAt,
        int repeats) {

    /**
     * @param origin {@code conversation:…} or {@code case:…}; null by hand
     * @param message the one that it is about
     */
    public record Source(@Nullable String origin, @Nullable UUID message) {}

    /** The customer, where one is known. */
    public record Whose(
            @Nullable UUID profile,
            @Nullable String customerId,
            @Nullable String customerName,
            @Nullable String orderNo) {

        /** By what they are known: some write before the shop has vouched for who they are. */
        List<String> keys() {
            return Stream.of(customerId, profile == null ? null : profile.toString())
                    .filter(Objects::nonNull)
                    .toList();
        }
    }

    public Ticket in(Course next) {
        return with(facts, next);
    }

    public Ticket knowing(Facts more) {
        return with(more, course);
    }

    public List<String> traits() {
        return facts.traits(whose, course.triage().type());
    }

    public String subject() {
        return subject(id);
    }

    public static String subject(UUID id) {
        return "ticket:" + id;
    }

    private Ticket with(Facts known, Course next) {
        return new Ticket(
                shop,
                id,
                no,
                submitted,
                source,
                whose,
                title,
                problem,
                known,
                proposals,
                next,
                version + 1,
                openedBy,
                openedAt,
                repeats);
    }
}
