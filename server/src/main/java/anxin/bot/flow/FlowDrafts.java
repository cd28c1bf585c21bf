package anxin.bot.flow;

import anxin.kernel.ShopId;
import anxin.kernel.document.ShopDocuments;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** What is worked on; while nobody does, what is in force. */
@Component
public class FlowDrafts extends ShopDocuments<FlowBook> {

    private static final FlowBook NONE = new FlowBook(0, Map.of(), List.of(), List.of(), Map.of());

    private final FlowBooks books;

    FlowDrafts(JdbcClient db, JsonMapper json, Clock clock, FlowBooks books) {
        super(db, json, clock, "bot.flow_draft", FlowBook.class, NONE);
        this.books = books;
    }

    public FlowBook book(ShopId shop) {
        var kept = read(shop);
        return kept.version() == 0 ? books.inForce(shop) : kept.document();
    }
}
