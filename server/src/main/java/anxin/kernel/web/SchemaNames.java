package anxin.kernel.web;

import io.swagger.v3.core.jackson.TypeNameResolver;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Views live in their controllers, so two of them may share a name; the second is called after its
 * controller too ({@code OrderController.LineView} becomes {@code OrderLineView}).
 */
class SchemaNames extends TypeNameResolver {

    private final Map<String, Class<?>> taken = new ConcurrentHashMap<>();

    @Override
    protected String getNameOfClass(Class<?> type) {
        var name = type.getSimpleName();
        var owner = taken.putIfAbsent(name, type);
        var house = type.getEnclosingClass();
        if (owner == null || owner == type || house == null) {
            return name;
        }
        return house.getSimpleName().replaceFirst("Controller$", "") + name;
    }
}
