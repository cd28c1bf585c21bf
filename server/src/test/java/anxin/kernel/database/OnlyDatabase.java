package anxin.kernel.database;

import anxin.kernel.process.StartTrouble;
import java.nio.file.Path;
import java.util.Map;

/** The embedded database and nothing else, in a process that a test may kill. */
public final class OnlyDatabase {

    private OnlyDatabase() {}

    /** Arguments: the folder, and how many bytes must be free. */
    public static void main(String[] args) throws InterruptedException {
        try {
            var database =
                    new EmbeddedPostgres(
                            Path.of(args[0]),
                            Map.of("shared_buffers", "16MB"),
                            Long.parseLong(args[1]));
            Runtime.getRuntime().addShutdownHook(new Thread(database::close));
            System.out.println("READY " + database.url() + " " + database.password() + " .");
            Thread.currentThread().join();
        } catch (StartTrouble trouble) {
            System.out.println("TROUBLE " + trouble.getMessage());
            System.exit(3);
        }
    }
}
