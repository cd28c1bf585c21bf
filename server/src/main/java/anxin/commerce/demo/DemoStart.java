package anxin.commerce.demo;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.stereotype.Component;

/** With {@code anxin.demo} the demo shops are there before the first request is answered. */
@Component
class DemoStart implements ApplicationRunner {

    private final DemoLoader loader;
    private final boolean demo;

    DemoStart(DemoLoader loader, @Value("${anxin.demo:false}") boolean demo) {
        this.loader = loader;
        this.demo = demo;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        if (demo) {
            loader.loadOnce();
        }
    }
}
