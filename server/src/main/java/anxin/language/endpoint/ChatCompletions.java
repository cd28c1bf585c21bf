package anxin.language.endpoint;

import anxin.kernel.wire.OutgoingHttp;
import anxin.language.Drafting.Draft.Unavailable;
import anxin.language.Drafting.Trouble;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** One question to an endpoint that speaks as OpenAI's does: DeepSeek, Qwen, vLLM, Ollama, …. */
@Component
class ChatCompletions {

    private static final int LARGEST = 1 << 18;
    private static final int DETAIL = 200;

    /** Models that think aloud do it in these marks first. */
    private static final Pattern THOUGHTS = Pattern.compile("(?s)^\\s*<think>.*?</think>");

    record Message(String role, String content) {}

    sealed interface Reply {

        /**
         * @param whole false: it ran into the limit of its length
         * @param inputTokens as it counts them; -1 when it does not say
         */
        record Said(String text, boolean whole, long inputTokens, long outputTokens)
                implements Reply {}

        record Silent(Unavailable why) implements Reply {}
    }

    private final OutgoingHttp http;
    private final JsonMapper json;

    ChatCompletions(ModelHttp http, JsonMapper json) {
        this.http = http;
        this.json = json;
    }

    Reply ask(Endpoint endpoint, List<Message> messages, int mostTokens) {
        var body =
                json.writeValueAsString(
                        Map.of(
                                "model",
                                endpoint.model(),
                                "messages",
                                messages,
                                "temperature",
                                0,
                                "max_tokens",
                                mostTokens,
                                "stream",
                                false));
        var headers = new HashMap<String, String>();
        headers.put("Content-Type", "application/json");
        headers.put("Accept", "application/json");
        var key = endpoint.key();
        if (key != null) {
            headers.put("Authorization", "Bearer " + key);
        }
        try {
            var address = URI.create(endpoint.address() + "/chat/completions");
            return read(endpoint, http.send("POST", address, headers, body));
        } catch (UncheckedIOException silent) {
            return silent(Trouble.NO_ANSWER, String.valueOf(silent.getMessage()));
        }
    }

    private Reply read(Endpoint endpoint, OutgoingHttp.Reply reply) {
        if (reply.status() == 429 || reply.status() == 503) {
            return silent(Trouble.BUSY, "HTTP " + reply.status());
        }
        if (reply.bytes().length > LARGEST) {
            return silent(Trouble.NO_ANSWER, "an answer larger than anybody asked for");
        }
        JsonNode answer;
        try {
            answer = json.readTree(reply.text());
        } catch (JacksonException garbage) {
            return silent(Trouble.NO_ANSWER, "HTTP " + reply.status() + ", and no JSON");
        }
        if (!reply.isOk()) {
            return silent(
                    reply.status() / 100 == 4 ? Trouble.REFUSED : Trouble.NO_ANSWER,
                    "HTTP "
                            + reply.status()
                            + ": "
                            + withoutKey(endpoint, answer.at("/error/message").asString("")));
        }
        var choice = answer.at("/choices/0");
        var content = choice.at("/message/content");
        if (!content.isString()) {
            return silent(Trouble.NO_ANSWER, "an answer without a text");
        }
        return new Reply.Said(
                THOUGHTS.matcher(content.asString()).replaceFirst("").strip(),
                !choice.path("finish_reason").asString("stop").equals("length"),
                tokens(answer, "prompt_tokens"),
                tokens(answer, "completion_tokens"));
    }

    /** Some say which key they did not like. */
    private static String withoutKey(Endpoint endpoint, String text) {
        var key = endpoint.key();
        return key == null ? text : text.replace(key, "…");
    }

    private static long tokens(JsonNode answer, String name) {
        var said = answer.path("usage").path(name);
        return said.isIntegralNumber() && said.canConvertToInt() ? said.asInt() : -1;
    }

    private static Reply silent(Trouble trouble, String detail) {
        return new Reply.Silent(
                new Unavailable(
                        trouble,
                        detail.length() > DETAIL ? detail.substring(0, DETAIL) + "…" : detail));
    }
}
