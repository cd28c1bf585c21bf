package anxin.kernel.problem;

import anxin.kernel.Text;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.dao.QueryTimeoutException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.validation.FieldError;
import org.springframework.validation.method.ParameterErrors;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.MethodArgumentNotValidException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.async.AsyncRequestNotUsableException;
import org.springframework.web.method.annotation.HandlerMethodValidationException;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DatabindException;

/**
 * Every refusal leaves the house in one shape: RFC 9457, with the trace id that the logs carry too.
 */
@RestControllerAdvice
@Order(Ordered.HIGHEST_PRECEDENCE)
public class ProblemAdvice {

    private static final Logger log = LoggerFactory.getLogger(ProblemAdvice.class);

    /** One wrong field, as it is shown. */
    public record FieldView(String pointer, String expected) {}

    @ExceptionHandler
    ResponseEntity<ProblemDetail> refused(Problem problem) {
        return answer(problem);
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> invalidBody(MethodArgumentNotValidException invalid) {
        var fields = new ArrayList<Problem.Field>();
        for (var error : invalid.getBindingResult().getAllErrors()) {
            var pointer = error instanceof FieldError field ? pointer(field.getField()) : "";
            fields.add(new Problem.Field(pointer, expected(error.getDefaultMessage())));
        }
        return answer(Problem.invalid(fields));
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> invalidParameter(HandlerMethodValidationException invalid) {
        var fields = new ArrayList<Problem.Field>();
        for (var result : invalid.getParameterValidationResults()) {
            if (result instanceof ParameterErrors errors) {
                errors.getFieldErrors()
                        .forEach(
                                e ->
                                        fields.add(
                                                new Problem.Field(
                                                        pointer(e.getField()),
                                                        expected(e.getDefaultMessage()))));
            } else {
                var name = result.getMethodParameter().getParameterName();
                result.getResolvableErrors()
                        .forEach(
                                e ->
                                        fields.add(
                                                new Problem.Field(
                                                        "/" + name,
                                                        expected(e.getDefaultMessage()))));
            }
        }
        return answer(Problem.invalid(fields));
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> wrongType(MethodArgumentTypeMismatchException wrong) {
        var type = wrong.getRequiredType();
        var name = type == null ? "value" : type.getSimpleName();
        return answer(
                Problem.invalid(
                        "/" + wrong.getName(), "格式不正确，应为 " + name, "must be a valid " + name));
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> unreadable(HttpMessageNotReadableException unreadable) {
        for (Throwable cause = unreadable; cause != null; cause = cause.getCause()) {
            if (cause instanceof Problem problem) {
                return answer(problem);
            }
        }
        if (unreadable.getCause() instanceof JacksonException json) {
            var pointer = new StringBuilder();
            if (json instanceof DatabindException) {
                for (var step : json.getPath()) {
                    pointer.append('/')
                            .append(
                                    step.getPropertyName() != null
                                            ? step.getPropertyName()
                                            : step.getIndex());
                }
            }
            var why = firstLine(json.getOriginalMessage());
            return answer(
                    Problem.invalid(pointer.toString(), "无法读取：" + why, "cannot be read: " + why));
        }
        return answer(
                Problem.invalid(
                        "", "请求体缺失或不是有效的 JSON", "the body is missing or is not valid JSON"));
    }

    /**
     * What the framework itself refuses: an unknown path, a wrong method, a missing header or
     * parameter.
     */
    @ExceptionHandler
    ResponseEntity<ProblemDetail> framework(Exception exception) {
        if (exception instanceof ErrorResponse response
                && response.getStatusCode().is4xxClientError()) {
            return frameworkRefusal(response.getStatusCode(), exception, response);
        }
        if (exception instanceof AsyncRequestNotUsableException) {
            return ResponseEntity.status(499)
                    .build(); // The reader has gone; nobody is there to hear an apology.
        }
        if (exception instanceof TransientDataAccessException
                || exception instanceof QueryTimeoutException
                || exception instanceof CannotCreateTransactionException) {
            log.warn("the database did not answer in time", exception);
            return answer(Problem.busy(Duration.ofSeconds(2)));
        }
        log.error("we broke", exception);
        return answer(
                body(
                        500,
                        "internal-error",
                        Text.of(
                                "抱歉，我们出错了。您的内容没有丢失，请稍后再试；如反复出现，请把追踪号告诉我们",
                                "Sorry, we broke. Try again; if it keeps happening, tell us the trace id")),
                null);
    }

    private static ResponseEntity<ProblemDetail> frameworkRefusal(
            HttpStatusCode status, Exception exception, ErrorResponse response) {
        var code = status.value();
        var text =
                switch (code) {
                    case 404 -> Text.of("此地址不存在", "There is nothing at this address");
                    case 405 -> Text.of("此地址不支持该方法", "This address does not take that method");
                    case 406 -> Text.of("无法提供所要求的格式", "The format asked for is not available");
                    case 413 -> Text.of("内容过大", "The content is too large");
                    case 415 -> Text.of("请以 application/json 发送", "Send it as application/json");
                    default ->
                            Text.of(
                                    "请求有误：" + firstLine(exception.getMessage()),
                                    "Bad request: " + firstLine(exception.getMessage()));
                };
        var type =
                switch (code) {
                    case 404 -> "no-such-address";
                    case 405 -> "method-not-allowed";
                    case 406 -> "format-not-available";
                    case 413 -> "too-large";
                    case 415 -> "unsupported-media-type";
                    default -> "invalid-request";
                };
        var answer = ResponseEntity.status(code).contentType(MediaType.APPLICATION_PROBLEM_JSON);
        var allow = response.getHeaders().getFirst(HttpHeaders.ALLOW);
        if (allow != null) {
            answer.header(HttpHeaders.ALLOW, allow);
        }
        return answer.body(body(code, type, text));
    }

    private static ResponseEntity<ProblemDetail> answer(Problem problem) {
        return answer(detail(problem), problem.retryAfter());
    }

    private static ResponseEntity<ProblemDetail> answer(
            ProblemDetail detail, @Nullable Duration retryAfter) {
        var answer =
                ResponseEntity.status(detail.getStatus())
                        .contentType(MediaType.APPLICATION_PROBLEM_JSON);
        if (retryAfter != null) {
            answer.header(
                    HttpHeaders.RETRY_AFTER, String.valueOf(Math.max(1, retryAfter.toSeconds())));
        }
        return answer.body(detail);
    }

    /**
     * The body for {@code problem} in the current reader's language; also used where no controller
     * is in play.
     */
    public static ProblemDetail detail(Problem problem) {
        var detail = body(problem.status(), problem.type(), problem.text());
        if (!problem.fields().isEmpty()) {
            var language = language();
            List<FieldView> fields =
                    problem.fields().stream()
                            .map(
                                    field ->
                                            new FieldView(
                                                    field.pointer(), field.expected().in(language)))
                            .toList();
            detail.setProperty("fields", fields);
        }
        problem.extra().forEach(detail::setProperty);
        return detail;
    }

    private static ProblemDetail body(int status, String type, Text text) {
        var detail = ProblemDetail.forStatus(status);
        detail.setType(java.net.URI.create("urn:anxin:problem:" + type));
        detail.setTitle(text.in(language()));
        var trace = MDC.get("traceId");
        if (trace != null) {
            detail.setProperty("traceId", trace);
        }
        return detail;
    }

    private static Locale language() {
        return LocaleContextHolder.getLocale();
    }

    /** A constraint's message may carry both languages as {@code 中文 | English}. */
    private static Text expected(@Nullable String message) {
        if (message == null) {
            return Text.of("格式不正确", "is not valid");
        }
        var bar = message.indexOf(" | ");
        return bar < 0
                ? Text.of(message, message)
                : Text.of(message.substring(0, bar), message.substring(bar + 3));
    }

    private static String pointer(String field) {
        return "/" + field.replace("[", "/").replace("]", "").replace('.', '/');
    }

    private static String firstLine(@Nullable String message) {
        if (message == null) {
            return "?";
        }
        var end = message.indexOf('\n');
        var line = end < 0 ? message : message.substring(0, end);
        return line.length() > 200 ? line.substring(0, 200) + "…" : line;
    }
}
