package anxin.kernel.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/**
 * Finds an endpoint among those whose address has as many parts and the same third part ({@code
 * /api/v1/cases/…}); the framework alone compares a request with every address that has a variable
 * in it. What is not one endpoint for certain is left to the framework.
 */
final class IndexedMapping extends RequestMappingHandlerMapping {

    private static final String ANY = "*";
    private static final int TELLING = 3;

    private record Entry(RequestMappingInfo mapping, HandlerMethod handler) {}

    /** How many parts an address has, and the one that tells most endpoints apart. */
    private record Shape(int parts, String telling) {

        /** Of addresses that have any number of parts. */
        private static final Shape OPEN = new Shape(-1, ANY);

        static Shape of(String path) {
            if (path.contains("**") || path.contains("{*")) {
                return OPEN;
            }
            var parts = 0;
            var telling = "";
            var start = 0;
            for (var at = 0; at <= path.length(); at++) {
                if (at == path.length() || path.charAt(at) == '/') {
                    if (parts == TELLING) {
                        telling = path.substring(start, at);
                    }
                    parts++;
                    start = at + 1;
                }
            }
            return new Shape(parts, isLiteral(telling) ? telling : ANY);
        }

        private static boolean isLiteral(String part) {
            return part.indexOf('{') < 0 && part.indexOf('*') < 0 && part.indexOf('?') < 0;
        }
    }

    private Map<Shape, List<Entry>> index = Map.of();

    @Override
    public void afterPropertiesSet() {
        super.afterPropertiesSet();
        var built = new HashMap<Shape, List<Entry>>();
        getHandlerMethods()
                .forEach(
                        (mapping, handler) ->
                                mapping.getPatternValues().stream()
                                        .map(Shape::of)
                                        .distinct()
                                        .forEach(
                                                shape ->
                                                        built.computeIfAbsent(
                                                                        shape,
                                                                        s -> new ArrayList<>())
                                                                .add(new Entry(mapping, handler))));
        index = built;
    }

    @Override
    protected @Nullable HandlerMethod lookupHandlerMethod(String path, HttpServletRequest request)
            throws Exception {
        var shape = Shape.of(path);
        Entry found = null;
        RequestMappingInfo match = null;
        for (var one : List.of(shape, new Shape(shape.parts(), ANY), Shape.OPEN)) {
            for (var entry : index.getOrDefault(one, List.of())) {
                var matching = getMatchingMapping(entry.mapping(), request);
                if (matching != null) {
                    if (match != null) {
                        return super.lookupHandlerMethod(path, request);
                    }
                    found = entry;
                    match = matching;
                }
            }
        }
        if (found == null || match == null) {
            return super.lookupHandlerMethod(path, request);
        }
        request.setAttribute(BEST_MATCHING_HANDLER_ATTRIBUTE, found.handler());
        handleMatch(match, path, request);
        return found.handler();
    }
}
