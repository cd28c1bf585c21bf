package anxin.kernel.problem;

import anxin.kernel.Text;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.Validator;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads a document into what we expect of it, or says in which places it is wrong. */
@Component
public class Reading {

    private final JsonMapper json;
    private final Validator validator;

    public Reading(JsonMapper json, Validator validator) {
        this.json = json;
        this.validator = validator;
    }

    /** A body as it came over the wire, for those who must look at its bytes first. */
    public <T> T read(byte[] body, Class<T> type) {
        if (new String(body, StandardCharsets.UTF_8).contains("\\u0000")) {
            throw Problem.invalid("", "不能包含空字符", "must not hold the character U+0000");
        }
        try {
            return read(json.readTree(body), type);
        } catch (JacksonException noJson) {
            throw Problem.invalid("", "请求体不是有效的 JSON", "the body is not valid JSON");
        }
    }

    /** Throws a {@link Problem} with one pointer per wrong place. */
    public <T> T read(JsonNode document, Class<T> type) {
        if (!document.isObject()) {
            throw Problem.invalid("", "应为一个 JSON 对象", "must be a JSON object");
        }
        T value;
        try {
            value = json.treeToValue(document, type);
        } catch (JacksonException e) {
            throw Problem.invalid(pointer(e), "格式不正确", "is not of the expected form");
        }
        require(value);
        return value;
    }

    /** The same checks for what the framework has already read. */
    public void require(Object value) {
        var violations = validator.validate(value);
        if (violations.isEmpty()) {
            return;
        }
        var fields = new ArrayList<Problem.Field>(violations.size());
        violations.forEach(v -> fields.add(field(v)));
        fields.sort(java.util.Comparator.comparing(Problem.Field::pointer));
        throw Problem.invalid(fields);
    }

    private static Problem.Field field(ConstraintViolation<?> violation) {
        var pointer =
                "/"
                        + violation
                                .getPropertyPath()
                                .toString()
                                .replace("[", "/")
                                .replace("]", "")
                                .replace('.', '/');
        return new Problem.Field(pointer, text(violation.getMessage()));
    }

    private static Text text(@Nullable String message) {
        if (message == null) {
            return Text.of("格式不正确", "is not valid");
        }
        var bar = message.indexOf(" | ");
        return bar < 0
                ? Text.of(message, message)
                : Text.of(message.substring(0, bar), message.substring(bar + 3));
    }

    private static String pointer(JacksonException e) {
        var pointer = new StringBuilder();
        List<JacksonException.Reference> path = e.getPath();
        for (var step : path) {
            pointer.append('/')
                    .append(
                            step.getPropertyName() != null
                                    ? step.getPropertyName()
                                    : step.getIndex());
        }
        return pointer.toString();
    }
}
