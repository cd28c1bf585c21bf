package anxin;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noMethods;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.Conditional;
import org.springframework.modulith.ApplicationModule;
import org.springframework.modulith.core.ApplicationModules;

class HouseTest {

    private static final ApplicationModules MODULES = ApplicationModules.of(Anxin.class);
    private static final Pattern ROW =
            Pattern.compile("\\| `(\\w+)` \\|[^|]*\\|[^|]*\\|([^|]*)\\|");

    @Test
    void modules_call_only_whom_they_declare() {
        MODULES.verify();
    }

    @Test
    void the_map_in_the_docs_is_the_map_in_the_code() throws IOException {
        var drawn = new TreeMap<String, Set<String>>();
        for (var line : Files.readAllLines(Path.of("../docs/architecture.md"))) {
            var row = ROW.matcher(line);
            if (row.matches()) {
                drawn.put(row.group(1), names(row.group(2)));
            }
        }
        assertThat(drawn).isEqualTo(declared());
    }

    @Test
    void what_is_a_bean_depends_on_the_build_alone() {
        var ours =
                new ClassFileImporter()
                        .withImportOption(new DoNotIncludeTests())
                        .importPackages("anxin");
        noClasses()
                .should()
                .beMetaAnnotatedWith(Conditional.class)
                .orShould()
                .beAnnotatedWith(Conditional.class)
                .check(ours);
        noMethods()
                .should()
                .beMetaAnnotatedWith(Conditional.class)
                .orShould()
                .beAnnotatedWith(Conditional.class)
                .check(ours);
    }

    private static Map<String, Set<String>> declared() {
        var map = new TreeMap<String, Set<String>>();
        for (var module : MODULES) {
            var name = module.getIdentifier().toString();
            map.put(name, allowed(name));
        }
        return map;
    }

    private static Set<String> allowed(String module) {
        try {
            var declaration =
                    Class.forName("anxin." + module + ".package-info")
                            .getAnnotation(ApplicationModule.class);
            return new TreeSet<>(Arrays.asList(declaration.allowedDependencies()));
        } catch (ClassNotFoundException e) {
            throw new AssertionError("anxin." + module + " says nothing about itself", e);
        }
    }

    private static Set<String> names(String cell) {
        return Arrays.stream(cell.split(","))
                .map(String::strip)
                .filter(name -> name.matches("\\w+"))
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
