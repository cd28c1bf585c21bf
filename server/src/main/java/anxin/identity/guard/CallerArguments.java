package anxin.identity.guard;

import anxin.identity.Caller;
import anxin.kernel.problem.Problem;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;

/**
 * A controller takes the caller it can serve as a parameter; one that is {@code @Nullable} may be
 * nobody.
 */
@Component
class CallerArguments implements HandlerMethodArgumentResolver {

    private final Recognition recognition;

    CallerArguments(Recognition recognition) {
        this.recognition = recognition;
    }

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return Caller.class.isAssignableFrom(parameter.getParameterType());
    }

    @Override
    public @Nullable Object resolveArgument(
            MethodParameter parameter,
            @Nullable ModelAndViewContainer container,
            NativeWebRequest web,
            @Nullable WebDataBinderFactory binders) {
        var request = web.getNativeRequest(HttpServletRequest.class);
        var caller =
                request == null
                        ? null
                        : recognition.recognise(request).map(RequestCaller::caller).orElse(null);
        if (parameter.getParameterType().isInstance(caller)) {
            return caller;
        }
        if (parameter.isOptional()) {
            return null;
        }
        throw caller == null || caller instanceof Caller.Customer
                ? Problem.signInFirst()
                : Problem.forbidden(parameter.getParameterType().getSimpleName());
    }
}
