package anxin.kernel.database;

import anxin.kernel.process.StartTrouble;
import java.sql.SQLException;
import javax.sql.DataSource;

/** The PostgreSQL we are given must answer, be new enough, and be able to store any text. */
final class ExternalDatabase {

    private static final int OLDEST = 15;

    private ExternalDatabase() {}

    static void refuseUnfit(DataSource source, String url) {
        try (var connection = source.getConnection();
                var statement = connection.createStatement();
                var row =
                        statement.executeQuery(
                                "select current_setting('server_version_num')::int, current_setting('server_encoding')")) {
            row.next();
            refuseUnfit(row.getInt(1), row.getString(2), url);
        } catch (SQLException e) {
            throw new StartTrouble(
                    "The database at "
                            + withoutSecrets(url)
                            + " does not let us in: "
                            + cause(e)
                            + " Check ANXIN_DB_URL, ANXIN_DB_USER and ANXIN_DB_PASSWORD.",
                    e);
        }
    }

    static void refuseUnfit(int version, String encoding, String url) {
        if (version < OLDEST * 10_000) {
            throw new StartTrouble(
                    "The database at "
                            + withoutSecrets(url)
                            + " is PostgreSQL "
                            + version / 10_000
                            + "; Anxin needs "
                            + OLDEST
                            + " or newer.");
        }
        if (!encoding.equals("UTF8")) {
            throw new StartTrouble(
                    "The database at "
                            + withoutSecrets(url)
                            + " is encoded in "
                            + encoding
                            + "; create one with encoding UTF8.");
        }
    }

    /** The pool tells only that it timed out; why stands below. */
    private static String cause(SQLException e) {
        var cause = e.getCause() == null ? e : e.getCause();
        return String.valueOf(cause.getMessage()).lines().findFirst().orElse("");
    }

    private static String withoutSecrets(String url) {
        return url.replaceFirst("\\?.*", "");
    }
}
