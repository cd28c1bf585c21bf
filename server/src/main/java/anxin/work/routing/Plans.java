package anxin.work.routing;

import anxin.kernel.document.ShopDocuments;
import java.time.Clock;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** The plan of each shop. */
@Component
public class Plans extends ShopDocuments<Plan> {

    Plans(JdbcClient db, JsonMapper json, Clock clock) {
        super(db, json, clock, "work.routing", Plan.class, Plan.SIMPLE);
    }
}
