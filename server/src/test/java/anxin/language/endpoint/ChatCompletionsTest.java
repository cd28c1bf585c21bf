package anxin.language.endpoint;

import static org.assertj.core.api.Assertions.assertThat;

import anxin.kernel.ShopId;
import anxin.language.Drafting.Purpose;
import anxin.language.Drafting.Trouble;
import anxin.language.endpoint.ChatCompletions.Message;
import anxin.language.endpoint.ChatCompletions.Reply;
import anxin.payments.Stub.Line;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

class ChatCompletionsTest {

    private final ModelStub model = new ModelStub();
    private final ChatCompletions chat =
            new ChatCompletions(new ModelHttp(Duration.ofSeconds(2)), JsonMapper.shared());

    @AfterEach
    void itEnds() {
        model.close();
    }

    @Test
    void what_it_says_comes_with_what_it_counted_and_without_its_thoughts() {
        model.says("<think>hm, 7 days?</think>\n您好");
        assertThat(ask()).isEqualTo(new Reply.Said("您好", true, 100, 20));
        assertThat(model.lastAsked()).contains("\"model\":\"m-1\"", "\"stream\":false");
    }

    @Test
    void one_that_keeps_silent_or_hangs_up_is_no_answer() {
        for (var line : List.of(Line.SILENT_AFTER, Line.CUT_BEFORE, Line.CUT_AFTER)) {
            model.line.line(line);
            assertThat(trouble()).as(line.name()).isEqualTo(Trouble.NO_ANSWER);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "RAW<html>busy</html>",
                "RAW",
                "RAW[]",
                "RAW{\"choices\":[]}",
                "RAW{\"choices\":[{\"message\":{\"content\":null}}]}",
                "RAW{\"choices\":\"many\"}"
            })
    void garbage_is_no_answer(String garbage) {
        model.says(garbage);
        assertThat(trouble()).isEqualTo(Trouble.NO_ANSWER);
    }

    @Test
    void a_refusal_is_told_apart_from_one_that_is_busy_and_names_no_key() {
        model.fails(401);
        assertThat(trouble()).isEqualTo(Trouble.REFUSED);
        assertThat(ask().toString()).contains("not today").doesNotContain(ModelStub.KEY);
        model.fails(429);
        assertThat(trouble()).isEqualTo(Trouble.BUSY);
        model.fails(500);
        assertThat(trouble()).isEqualTo(Trouble.NO_ANSWER);
    }

    @Test
    void counts_that_are_none_are_not_believed() {
        model.says(
                "RAW{\"choices\":[{\"message\":{\"content\":\"x\"}}],\"usage\":{\"prompt_tokens\":\"many\",\"completion_tokens\":9e99}}");
        assertThat(ask()).isEqualTo(new Reply.Said("x", true, -1, -1));
    }

    private Trouble trouble() {
        return ask() instanceof Reply.Silent silent ? silent.why().trouble() : fail();
    }

    private static Trouble fail() {
        throw new AssertionError("it answered");
    }

    private Reply ask() {
        var endpoint =
                new Endpoint(
                        new ShopId("s"),
                        1,
                        model.line.address() + "/v1",
                        "m-1",
                        ModelStub.KEY,
                        Set.of(Purpose.ANSWER),
                        1,
                        10,
                        100,
                        "CNY",
                        1,
                        1);
        return chat.ask(endpoint, List.of(new Message("user", "hello")), 10);
    }
}
