package anxin;

import anxin.kernel.process.Signals;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.modulith.Modulithic;

/** The one deployable: an API, the web application and, unless told otherwise, its own database. */
@Modulithic(
        systemName = "Anxin",
        sharedModules = {"kernel", "identity"})
@SpringBootApplication
@ConfigurationPropertiesScan
public class Anxin {

    public static void main(String[] args) {
        Signals.endWithZero();
        SpringApplication.run(Anxin.class, args);
    }
}
