package anxin.kernel.rows;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowMapper;

/**
 * Reads a row into a record: component {@code qtyAsked} from column {@code qty_asked}. It looks
 * nothing up twice and throws nothing to find out what a column is, because a page reads hundreds
 * of rows.
 */
public final class Rows<R extends Record> implements RowMapper<R> {

    private interface Reader {
        @Nullable Object read(ResultSet row, int column) throws SQLException;
    }

    private static final Map<Class<?>, Reader> READERS =
            Map.ofEntries(
                    Map.entry(String.class, ResultSet::getString),
                    Map.entry(int.class, ResultSet::getInt),
                    Map.entry(long.class, ResultSet::getLong),
                    Map.entry(boolean.class, ResultSet::getBoolean),
                    Map.entry(double.class, ResultSet::getDouble),
                    Map.entry(Integer.class, (row, n) -> orNull(row, row.getInt(n))),
                    Map.entry(Long.class, (row, n) -> orNull(row, row.getLong(n))),
                    Map.entry(Boolean.class, (row, n) -> orNull(row, row.getBoolean(n))),
                    Map.entry(Double.class, (row, n) -> orNull(row, row.getDouble(n))),
                    Map.entry(BigDecimal.class, ResultSet::getBigDecimal),
                    Map.entry(UUID.class, (row, n) -> row.getObject(n, UUID.class)),
                    Map.entry(LocalDate.class, (row, n) -> row.getObject(n, LocalDate.class)),
                    Map.entry(byte[].class, ResultSet::getBytes),
                    Map.entry(Instant.class, Rows::instant),
                    Map.entry(List.class, Rows::texts));

    private static final ClassValue<Rows<?>> KNOWN =
            new ClassValue<>() {
                @Override
                protected Rows<?> computeValue(Class<?> type) {
                    return new Rows<>(type.asSubclass(Record.class));
                }
            };

    private final String[] columns;
    private final Reader[] readers;
    private final MethodHandle constructor;

    private Rows(Class<R> type) {
        var components = type.getRecordComponents();
        columns = Arrays.stream(components).map(c -> column(c.getName())).toArray(String[]::new);
        readers = Arrays.stream(components).map(Rows::reader).toArray(Reader[]::new);
        var types =
                Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
        try {
            var canonical = type.getDeclaredConstructor(types);
            canonical.setAccessible(true);
            constructor =
                    MethodHandles.lookup()
                            .unreflectConstructor(canonical)
                            .asSpreader(Object[].class, types.length)
                            .asType(MethodType.methodType(Record.class, Object[].class));
        } catch (ReflectiveOperationException e) {
            throw new IllegalArgumentException(type + " is no record that can be read", e);
        }
    }

    /** The mapper of this record, made once. */
    @SuppressWarnings("unchecked") // The value for a class is made of that class.
    public static <R extends Record> RowMapper<R> of(Class<R> type) {
        return (RowMapper<R>) KNOWN.get(type);
    }

    @Override
    @SuppressWarnings("unchecked") // The constructor is that of R.
    public R mapRow(ResultSet row, int number) throws SQLException {
        @Nullable Object[] values = new @Nullable Object[columns.length];
        for (int i = 0; i < values.length; i++) {
            values[i] = readers[i].read(row, row.findColumn(columns[i]));
        }
        try {
            return (R) (Record) constructor.invokeExact(values);
        } catch (RuntimeException | Error e) {
            throw e;
        } catch (Throwable e) {
            throw new IllegalStateException(e);
        }
    }

    private static Reader reader(RecordComponent component) {
        var type = component.getType();
        var known = READERS.get(type);
        if (known != null) {
            return known;
        }
        if (type.isEnum()) {
            return (row, n) -> constant(type, row.getString(n));
        }
        throw new IllegalArgumentException(component + ": no column is read into this type");
    }

    private static @Nullable Object constant(Class<?> type, @Nullable String name) {
        if (name == null) {
            return null;
        }
        for (var constant : type.getEnumConstants()) {
            if (((Enum<?>) constant).name().equals(name)) {
                return constant;
            }
        }
        throw new IllegalStateException(type + " knows no " + name);
    }

    private static @Nullable Object orNull(ResultSet row, Object value) throws SQLException {
        return row.wasNull() ? null : value;
    }

    private static @Nullable Instant instant(ResultSet row, int column) throws SQLException {
        var time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }

    private static @Nullable List<String> texts(ResultSet row, int column) throws SQLException {
        var array = row.getArray(column);
        return array == null ? null : List.of((String[]) array.getArray());
    }

    /** {@code qtyAsked} is {@code qty_asked}, {@code customerZh2} stays {@code customer_zh2}. */
    static String column(String component) {
        var name = new StringBuilder(component.length() + 4);
        for (int i = 0; i < component.length(); i++) {
            char c = component.charAt(i);
            if (Character.isUpperCase(c)) {
                name.append('_');
            }
            name.append(Character.toLowerCase(c));
        }
        return name.toString();
    }
}
