package anxin;

import anxin.kernel.process.Signals;
import org.springframework.aot.AotDetector;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.context.aot.AbstractAotProcessor;
import org.springframework.core.SpringProperties;
import org.springframework.modulith.Modulithic;
import org.springframework.util.ClassUtils;

/** The one deployable: an API, the web application and, unless told otherwise, its own database. */
@Modulithic(
        systemName = "Anxin",
        sharedModules = {"kernel", "identity"})
@SpringBootApplication
@ConfigurationPropertiesScan
public class Anxin {

    /** The jar carries its beans worked out ahead of time; a start from the sources does not. */
    private static void useWhatTheBuildWorkedOut() {
        var made =
                ClassUtils.isPresent(
                        Anxin.class.getName() + "__ApplicationContextInitializer", null);
        var making = Boolean.getBoolean(AbstractAotProcessor.AOT_PROCESSING);
        if (made && !making && SpringProperties.getProperty(AotDetector.AOT_ENABLED) == null) {
            SpringProperties.setFlag(AotDetector.AOT_ENABLED);
        }
    }

    public static void main(String[] args) {
        Signals.endWithZero();
        useWhatTheBuildWorkedOut();
        SpringApplication.run(Anxin.class, args);
    }
}
