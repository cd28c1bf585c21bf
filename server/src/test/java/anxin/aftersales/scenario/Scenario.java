package anxin.aftersales.scenario;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A case in a state, what happens to it, and what has become of it at the end. */
record Scenario(String id, String title, JsonNode whole) {

    static final JsonMapper JSON = JsonMapper.builder().build();

    /** One thing that happens; those with the same {@code parallel} happen at the same moment. */
    record Event(int number, JsonNode node) {

        Instant at(Instant otherwise) {
            var text = text("at");
            return text == null ? otherwise : OffsetDateTime.parse(text).toInstant();
        }

        /** {@code AGENT:L1:agent7} is an agent of the first tier. */
        String actor() {
            var actor = text("actor");
            return actor == null ? "SYSTEM" : actor;
        }

        String role() {
            return actor().split(":", 2)[0];
        }

        String name() {
            return node.path("event")
                    .asString("")
                    .replaceAll("[^A-Za-z]", "")
                    .toLowerCase(java.util.Locale.ROOT);
        }

        @Nullable String text(String field) {
            var value = node.path(field);
            return value.isMissingNode() || value.isNull() ? null : value.asString();
        }

        @Nullable Integer number(String field) {
            var value = node.path(field);
            return value.isNumber() ? Integer.valueOf(value.asInt()) : null;
        }

        @Nullable String parallel() {
            var value = node.path("parallel");
            return value.isMissingNode() || value.toString().equals("false")
                    ? null
                    : value.toString();
        }
    }

    static Stream<Scenario> of(BufferedReader lines) {
        try (lines) {
            return lines
                    .lines()
                    .filter(line -> !line.isBlank())
                    .map(JSON::readTree)
                    .filter(whole -> whole.path("kind").asString("").equals("scenario"))
                    .map(
                            whole ->
                                    new Scenario(
                                            whole.path("id").asString(""),
                                            whole.path("title").asString(""),
                                            whole))
                    .toList()
                    .stream();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    JsonNode given() {
        return whole.path("given");
    }

    JsonNode expect() {
        return whole.path("expect");
    }

    Instant now() {
        return OffsetDateTime.parse(whole.path("now").asString("")).toInstant();
    }

    @Nullable Instant givenAt(String field) {
        var text = given().path(field).asString("");
        return text.isEmpty() ? null : OffsetDateTime.parse(text).toInstant();
    }

    /** What happens, in order; each list happens together. */
    List<List<Event>> rounds() {
        var rounds = new ArrayList<List<Event>>();
        var number = 0;
        @Nullable String open = null;
        for (var node : whole.path("events")) {
            var event = new Event(++number, node);
            var together = event.parallel();
            if (together != null && together.equals(open)) {
                rounds.getLast().add(event);
            } else {
                rounds.add(new ArrayList<>(List.of(event)));
            }
            open = together;
        }
        return rounds;
    }

    @Override
    public String toString() {
        return id + " " + title;
    }
}
