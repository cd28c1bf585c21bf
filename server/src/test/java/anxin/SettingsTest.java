package anxin;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/**
 * {@code docs/operate/configure.md} names every setting that there is, and none that there is not.
 */
class SettingsTest {

    private static final Pattern VARIABLE = Pattern.compile("\\bANXIN_[A-Z_]*[A-Z]\\b");
    private static final Pattern PROPERTY = Pattern.compile("\\$\\{(anxin\\.[a-z.-]+)(?::[^}]*)?}");

    @Test
    void every_setting_is_in_the_table() throws IOException {
        assertThat(documented()).containsAll(inTheCode());
    }

    @Test
    void the_table_names_no_setting_that_nobody_reads() throws IOException {
        var read = inTheCode();
        read.addAll(found(VARIABLE, Path.of("../dev")));

        assertThat(read).containsAll(documented());
    }

    private static Set<String> documented() throws IOException {
        var rows = new TreeSet<String>();
        for (var line : Files.readAllLines(Path.of("../docs/operate/configure.md"))) {
            if (line.startsWith("| `")) {
                VARIABLE.matcher(line.substring(0, line.indexOf('|', 1)))
                        .results()
                        .forEach(found -> rows.add(found.group()));
            }
        }
        return rows;
    }

    private static Set<String> inTheCode() throws IOException {
        var names = found(VARIABLE, Path.of("src/main/resources/application.yaml"));
        try (var files = Files.walk(Path.of("src/main/java"))) {
            for (var file : files.filter(f -> f.toString().endsWith(".java")).toList()) {
                PROPERTY.matcher(Files.readString(file))
                        .results()
                        .forEach(found -> names.add(variable(found.group(1))));
            }
        }
        return names;
    }

    private static String variable(String property) {
        return property.replace('.', '_').replace('-', '_').toUpperCase(Locale.ROOT);
    }

    private static Set<String> found(Pattern pattern, Path file) throws IOException {
        var names = new TreeSet<String>();
        pattern.matcher(Files.readString(file)).results().forEach(f -> names.add(f.group()));
        return names;
    }
}
