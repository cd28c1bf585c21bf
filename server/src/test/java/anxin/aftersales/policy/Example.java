package anxin.aftersales.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** One worked example: an order, a request, a time, and what is expected of the decision. */
record Example(String id, String title, JsonNode whole) {

    static final JsonMapper JSON = JsonMapper.builder().build();

    static Stream<Example> of(String file) {
        try (var lines =
                new BufferedReader(
                        new InputStreamReader(
                                Objects.requireNonNull(Example.class.getResourceAsStream(file)),
                                StandardCharsets.UTF_8))) {
            return lines.lines().map(Example::read).toList().stream();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private static Example read(String line) {
        var whole = JSON.readTree(line);
        return new Example(
                whole.path("id").stringValue(), whole.path("title").stringValue(), whole);
    }

    /** What is sent to try it. */
    String body() {
        var body = (ObjectNode) whole.deepCopy();
        body.remove(List.of("id", "kind", "title", "expect"));
        return body.toString();
    }

    /** Compares only what is expected: flags contained, notFlags absent, alternatives as sets. */
    void compare(JsonNode answer) {
        var expect = whole.path("expect");
        for (var field : expect.properties()) {
            compare(field.getKey(), field.getValue(), answer);
        }
    }

    private void compare(String name, JsonNode expected, JsonNode answer) {
        var got = answer.get(name);
        switch (name) {
            case "flags" ->
                    assertThat(texts(answer.path("flags")))
                            .as(as(name))
                            .containsAll(texts(expected));
            case "notFlags" ->
                    assertThat(texts(answer.path("flags")))
                            .as(as(name))
                            .doesNotContainAnyElementsOf(texts(expected));
            case "alternatives" ->
                    assertThat(texts(answer.path(name)))
                            .as(as(name))
                            .containsExactlyInAnyOrderElementsOf(texts(expected));
            case "arriveBy" ->
                    assertThat(OffsetDateTime.parse(answer.path(name).stringValue()))
                            .as(as(name))
                            .isEqualTo(OffsetDateTime.parse(expected.stringValue()));
            default ->
                    assertThat(plain(got))
                            .as(as(name) + " in " + answer)
                            .isEqualTo(plain(expected));
        }
    }

    private static @Nullable Object plain(@Nullable JsonNode node) {
        if (node == null || node.isNull()) {
            return null;
        }
        return node.isNumber() ? node.decimalValue().stripTrailingZeros() : node.toString();
    }

    private static List<String> texts(JsonNode list) {
        return list.valueStream().map(JsonNode::stringValue).toList();
    }

    private String as(String name) {
        return id + " " + title + ": " + name;
    }

    @Override
    public String toString() {
        return id + " " + title;
    }
}
