package anxin.commerce.demo;

import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.stereotype.Component;

/** With {@code anxin.demo} the demo shops are there before the first request is answered. */
@Component
@ConditionalOnBooleanProperty("anxin.demo")
class DemoStart implements ApplicationRunner {

    private final DemoLoader loader;

    DemoStart(DemoLoader loader) {
        this.loader = loader;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        loader.loadOnce();
    }
}
