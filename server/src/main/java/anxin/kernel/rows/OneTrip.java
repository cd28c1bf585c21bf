package anxin.kernel.rows;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.jdbc.core.PreparedStatementCallback;
import org.springframework.jdbc.core.RowMapper;

/**
 * Several questions that travel to the database together: a page that shows seven tables waits for
 * one answer and not for seven. Each statement keeps a plan of its own.
 */
public final class OneTrip {

    private record Question<T>(
            String sql, List<Object> parameters, RowMapper<T> mapper, List<T> rows) {

        void read(ResultSet answer) throws SQLException {
            for (int n = 0; answer.next(); n++) {
                rows.add(mapper.mapRow(answer, n));
            }
        }
    }

    private final List<Question<?>> questions = new ArrayList<>();
    private boolean asked;

    /**
     * Adds a question with {@code ?} for each parameter; arrays are written as {@code String[]} or
     * {@code UUID[]}. What it answers is there after {@link #ask}.
     */
    public <T> Supplier<List<T>> add(String sql, RowMapper<T> mapper, Object... parameters) {
        var rows = new ArrayList<T>();
        questions.add(new Question<>(sql.strip(), List.of(parameters), mapper, rows));
        return () -> {
            if (!asked) {
                throw new IllegalStateException("not asked yet: " + sql);
            }
            return rows;
        };
    }

    /** Asks all of them; in the running transaction if there is one. */
    public void ask(JdbcOperations db) {
        var sql = String.join(";\n", questions.stream().map(Question::sql).toList());
        PreparedStatementCallback<@Nullable Void> callback =
                statement -> {
                    set(statement);
                    statement.execute();
                    for (int i = 0; i < questions.size(); i++) {
                        if (i > 0) {
                            statement.getMoreResults();
                        }
                        try (var answer = statement.getResultSet()) {
                            questions.get(i).read(answer);
                        }
                    }
                    return null;
                };
        db.execute(sql, callback);
        asked = true;
    }

    private void set(PreparedStatement statement) throws SQLException {
        int place = 1;
        for (var question : questions) {
            for (var value : question.parameters()) {
                if (value instanceof Object[] array) {
                    var type = value instanceof String[] ? "text" : "uuid";
                    statement.setArray(place, statement.getConnection().createArrayOf(type, array));
                } else {
                    statement.setObject(place, value);
                }
                place++;
            }
        }
    }
}
