package anxin.commerce.intake;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Rows as columns, which is how hundreds of them travel in one statement. */
public final class Columns {

    private Columns() {}

    public static <T> @Nullable String[] strings(
            Collection<T> rows, Function<T, @Nullable String> column) {
        @Nullable String[] values = new @Nullable String[rows.size()];
        int i = 0;
        for (var row : rows) {
            values[i++] = column.apply(row);
        }
        return values;
    }

    /** Times travel as text, because arrays of them do not. */
    public static <T> @Nullable String[] times(
            Collection<T> rows, Function<T, @Nullable Instant> column) {
        return strings(rows, row -> text(column.apply(row)));
    }

    public static <T> @Nullable Long[] longs(
            Collection<T> rows, Function<T, @Nullable Long> column) {
        @Nullable Long[] values = new @Nullable Long[rows.size()];
        int i = 0;
        for (var row : rows) {
            values[i++] = column.apply(row);
        }
        return values;
    }

    public static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        var time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }

    private static @Nullable String text(@Nullable Instant instant) {
        return instant == null ? null : instant.toString();
    }
}
