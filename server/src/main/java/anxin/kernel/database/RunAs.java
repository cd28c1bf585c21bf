package anxin.kernel.database;

import anxin.kernel.process.StartTrouble;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * As whom the database runs. PostgreSQL refuses to run as root: as root it runs as the owner of its
 * data, {@code nobody} for new data, and where that user cannot reach the folder, in a user
 * namespace in which root is nobody. Where setpriv exists the database ends when we are killed.
 */
final class RunAs {

    private static final int NOBODY = 65534;

    private final List<String> prefix;
    private final @Nullable Integer owner;

    private RunAs(List<String> prefix, @Nullable Integer owner) {
        this.prefix = prefix;
        this.owner = owner;
    }

    static RunAs forDataIn(Path home, PostgresPrograms programs) throws IOException {
        var setpriv = Shell.works("setpriv", "--pdeathsig", "INT", "true");
        if (!"root".equals(System.getProperty("user.name"))) {
            return new RunAs(setpriv ? List.of("setpriv", "--pdeathsig", "INT") : List.of(), null);
        }
        var data = home.resolve("data");
        var owner = Files.exists(data) ? (int) Files.getAttribute(data, "unix:uid") : NOBODY;
        if (setpriv && owner != 0 && reaches(owner, home, programs)) {
            var prefix = new ArrayList<>(as(owner));
            prefix.addAll(List.of("--pdeathsig", "INT"));
            return new RunAs(prefix, owner);
        }
        if (owner != 0 && Files.exists(data)) {
            throw new StartTrouble(
                    "The owner of "
                            + data
                            + " (user "
                            + owner
                            + ") cannot reach it; open the folders above it for searching (chmod o+x).");
        }
        if (Shell.works("unshare", "-U", "true")) {
            return new RunAs(List.of("unshare", "-U"), null);
        }
        throw new StartTrouble(
                "PostgreSQL does not run as root, and no other user can reach "
                        + home
                        + "; run as an ordinary user, or set ANXIN_HOME to a folder such as /var/lib/anxin, or ANXIN_DB_URL to an existing database.");
    }

    private static List<String> as(int uid) {
        return List.of("setpriv", "--reuid=" + uid, "--regid=" + uid, "--clear-groups");
    }

    private static boolean reaches(int uid, Path home, PostgresPrograms programs) {
        var command = new ArrayList<>(as(uid));
        command.addAll(List.of("test", "-x", home.toString(), "-a", "-x", programs.path("initdb")));
        return Shell.works(command.toArray(String[]::new));
    }

    List<String> command(String... command) {
        var all = new ArrayList<>(prefix);
        all.addAll(List.of(command));
        return all;
    }

    void own(Path path) throws IOException {
        if (owner != null) {
            Files.setAttribute(path, "unix:uid", owner);
            Files.setAttribute(path, "unix:gid", owner);
        }
    }
}
