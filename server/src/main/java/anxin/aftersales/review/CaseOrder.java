package anxin.aftersales.review;

import anxin.aftersales.cases.CaseRow;
import anxin.kernel.page.Cursor;
import anxin.kernel.page.Page;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The two orders of the desk's queue. */
enum CaseOrder {
    /** The most urgent first. Final states have no deadline and are not in here. */
    DEADLINE(
            "deadline_at",
            "",
            " and q.final_at is null",
            new Place(Instant.parse("0001-01-01T00:00:00Z"), new UUID(0, 0)),
            row -> Objects.requireNonNull(row.deadlineAt())),
    /** Final states too. */
    NEWEST(
            "submitted_at",
            " desc",
            "",
            new Place(Instant.parse("9999-01-01T00:00:00Z"), new UUID(-1, -1)),
            CaseRow::submittedAt);

    /** Behind which a page begins. */
    record Place(Instant at, UUID id) {

        OffsetDateTime time() {
            return at.atOffset(ZoneOffset.UTC);
        }
    }

    private final String key;
    private final String direction;
    private final String only;
    private final Place start;
    private final Function<CaseRow, Instant> keyOf;

    CaseOrder(
            String key,
            String direction,
            String only,
            Place start,
            Function<CaseRow, Instant> keyOf) {
        this.key = key;
        this.direction = direction;
        this.only = only;
        this.start = start;
        this.keyOf = keyOf;
    }

    Place from(@Nullable String after) {
        var cursor = Cursor.decode(after, 2);
        return cursor == null ? start : new Place(cursor.instant(0), cursor.uuid(1));
    }

    Page<CaseRow> page(List<CaseRow> rows, int size) {
        return Page.of(rows, size, row -> Cursor.at(keyOf.apply(row), row.id()));
    }

    /**
     * A statement in this order: {@code {key}} is its column, {@code {before}} compares a row with
     * the one it stands behind.
     */
    String of(String sql) {
        var falling = this == NEWEST;
        return sql.replace("{key}", key)
                .replace("{before}", falling ? "<" : ">")
                .replace("{last}", falling ? "min" : "max")
                .replace("{first}", falling ? "max" : "min")
                .replace("{direction}", direction)
                .replace("{only}", only);
    }
}
