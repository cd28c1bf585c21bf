package anxin.identity.guard;

import anxin.identity.Caller;
import anxin.identity.ForCustomers;
import anxin.identity.ForEveryone;
import anxin.identity.ForStaff;
import anxin.identity.Needs;
import anxin.identity.secret.Token;
import anxin.identity.session.SessionCookies;
import anxin.kernel.ShopId;
import anxin.kernel.problem.Problem;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.HandlerMapping;

/**
 * Asks every request for the right that its endpoint names. An endpoint that names none is refused,
 * so forgetting the annotation closes a door and never opens one.
 */
@Component
class Doorkeeper implements HandlerInterceptor {

    private static final Set<String> SAFE = Set.of("GET", "HEAD", "OPTIONS", "TRACE");

    /** Handlers that come with the framework: the error page and the contract's text. */
    private static final List<String> OPEN_PACKAGES =
            List.of("org.springframework.boot.", "org.springdoc.");

    private final Recognition recognition;
    private final RateLimits limits;

    Doorkeeper(Recognition recognition, RateLimits limits) {
        this.recognition = recognition;
        this.limits = limits;
    }

    @Override
    public boolean preHandle(
            HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (handler instanceof HandlerMethod endpoint && !isOpen(endpoint)) {
            check(request, duty(endpoint.getMethod()));
        }
        return true;
    }

    static boolean isOpen(HandlerMethod endpoint) {
        var name = endpoint.getBeanType().getName();
        return OPEN_PACKAGES.stream().anyMatch(name::startsWith);
    }

    /** The one annotation that says who may call; null when there is none, or more than one. */
    static @Nullable Annotation duty(Method endpoint) {
        var duties =
                List.of(Needs.class, ForStaff.class, ForCustomers.class, ForEveryone.class).stream()
                        .map(endpoint::getAnnotation)
                        .filter(Objects::nonNull)
                        .toList();
        return duties.size() == 1 ? duties.getFirst() : null;
    }

    private void check(HttpServletRequest request, @Nullable Annotation duty) {
        var recognised = recognition.recognise(request);
        limits.take(request, recognised.orElse(null));
        if (duty instanceof ForEveryone) {
            return;
        }
        var known = recognised.orElseThrow(Problem::signInFirst);
        if (duty instanceof Needs needs) {
            var permitted = permitted(known.caller());
            if (!permitted.may(needs.value())) {
                throw Problem.forbidden(needs.value().name());
            }
        } else if (duty instanceof ForStaff) {
            if (!(permitted(known.caller()) instanceof Caller.Staff)) {
                throw Problem.forbidden("STAFF");
            }
        } else if (duty instanceof ForCustomers) {
            if (!(known.caller() instanceof Caller.Customer)) {
                throw known.session() == null
                        ? Problem.forbidden("CUSTOMER")
                        : Problem.signInFirst();
            }
        } else {
            throw Problem.forbidden("NONE");
        }
        refuseForgery(request, known);
        requireShopOfTheAddress(request, known.caller());
    }

    /**
     * Each endpoint asks for its rows' shop itself; a shop in the address is asked for here
     * already, so that forgetting it there opens nothing.
     */
    private static void requireShopOfTheAddress(HttpServletRequest request, Caller caller) {
        if (request.getAttribute(HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE)
                        instanceof Map<?, ?> variables
                && variables.get("shop") instanceof String shop) {
            try {
                caller.requireIn(new ShopId(shop));
            } catch (IllegalArgumentException noShopIsCalledSo) {
                throw Problem.missing("shop");
            }
        }
    }

    /** A customer's session is none at all where staff work. */
    private static Caller.Permitted permitted(Caller caller) {
        if (caller instanceof Caller.Permitted permitted) {
            return permitted;
        }
        throw Problem.signInFirst();
    }

    /** A cookie travels by itself, so whoever changes something proves that they can read it. */
    private static void refuseForgery(HttpServletRequest request, RequestCaller known) {
        var session = known.session();
        if (session == null || SAFE.contains(request.getMethod())) {
            return;
        }
        var sent = request.getHeader(SessionCookies.CSRF_HEADER);
        if (sent == null || !Token.same(sent, session.csrf())) {
            throw Problem.forbidden("CSRF")
                    .with("header", SessionCookies.CSRF_HEADER)
                    .with("cookie", SessionCookies.CSRF);
        }
    }
}
