package anxin.language.endpoint;

import anxin.payments.Stub;
import java.util.function.UnaryOperator;
import tools.jackson.databind.json.JsonMapper;

/** An endpoint that speaks as OpenAI's does, on this machine, and says what a test wants. */
public final class ModelStub implements AutoCloseable {

    public static final String KEY = "sk-harbour-tea-0001";

    public final Stub line = new Stub(this::answer);
    private UnaryOperator<String> says = asked -> "ready";
    private int status = 200;
    private String usage = "{\"prompt_tokens\":100,\"completion_tokens\":20}";
    private String finish = "stop";

    /** From the whole of what it was sent to what it answers. */
    public void says(UnaryOperator<String> next) {
        says = next;
    }

    public void says(String next) {
        says = asked -> next;
    }

    public void fails(int with) {
        status = with;
    }

    public void countsNothing() {
        usage = "{}";
    }

    public void isCutOff() {
        finish = "length";
    }

    /** What the first source says that it was given. */
    public static String firstSource(String asked) {
        var material = JsonMapper.shared().readTree(asked).at("/messages/1/content").asString();
        var from = material.indexOf('\n', material.indexOf("[S1]")) + 1;
        return material.substring(from, material.indexOf("\n\n", from));
    }

    public String lastAsked() {
        return line.requests.getLast().body();
    }

    private Stub.Reply answer(Stub.Request request) {
        if (!("Bearer " + KEY).equals(request.headers().get("authorization"))) {
            return Stub.Reply.of(401, "{\"error\":{\"message\":\"wrong key\"}}");
        }
        if (status != 200) {
            return Stub.Reply.of(status, "{\"error\":{\"message\":\"not today, " + KEY + "\"}}");
        }
        var text = says.apply(request.body());
        if (text.startsWith("RAW")) {
            return Stub.Reply.of(200, text.substring(3));
        }
        return Stub.Reply.of(
                200,
                """
                {"choices":[{"message":{"role":"assistant","content":%s},"finish_reason":"%s"}],"usage":%s}
                """
                        .formatted(JsonMapper.shared().writeValueAsString(text), finish, usage));
    }

    @Override
    public void close() {
        line.close();
    }
}
