package anxin.kernel.database;

import anxin.kernel.process.StartTrouble;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

/** Other programs, run to their end. */
final class Shell {

    private Shell() {}

    static void run(List<String> command) throws IOException {
        var process = new ProcessBuilder(command).redirectErrorStream(true).start();
        var output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (code(process) != 0) {
            var program =
                    command.stream().filter(word -> word.contains("/bin/")).findFirst().orElse("");
            throw new StartTrouble(Path.of(program).getFileName() + " failed: " + oneLine(output));
        }
    }

    static boolean works(String... command) {
        try {
            return code(
                            new ProcessBuilder(command)
                                    .redirectErrorStream(true)
                                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                                    .start())
                    == 0;
        } catch (IOException notThere) {
            return false;
        }
    }

    private static int code(Process process) {
        try {
            return process.waitFor();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return -1;
        }
    }

    /** The line that tells the error, or the last one. */
    private static String oneLine(String output) {
        var lines = output.strip().lines().toList();
        return lines.stream()
                .filter(line -> line.contains("FATAL") || line.contains("error"))
                .findFirst()
                .orElse(lines.isEmpty() ? "(it said nothing)" : lines.getLast());
    }
}
