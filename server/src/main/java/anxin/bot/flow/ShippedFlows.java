package anxin.bot.flow;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** The flows that come with the product; read when the first shop needs them. */
@Component
class ShippedFlows {

    private final JsonMapper json;
    private volatile FlowBook read =
            new FlowBook(
                    0,
                    java.util.Map.of(),
                    java.util.List.of(),
                    java.util.List.of(),
                    java.util.Map.of());

    ShippedFlows(JsonMapper json) {
        this.json = json;
    }

    FlowBook book() {
        if (read.schema() == 0) {
            try (var in = new ClassPathResource("bot/flows.json").getInputStream()) {
                read = json.readValue(in, FlowBook.class);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return read;
    }
}
