package anxin.commerce.orders;

import anxin.commerce.Order;
import com.fasterxml.jackson.annotation.JsonInclude;
import org.springframework.stereotype.Component;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * How an order is written into its row: what is not so, and what is not known, is left away, as the
 * vocabulary has it.
 */
@Component
class OrderDocuments {

    private final JsonMapper json =
            JsonMapper.builder()
                    .disable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
                    .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                    .enable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
                    .changeDefaultPropertyInclusion(
                            inclusion -> inclusion.withValueInclusion(JsonInclude.Include.NON_NULL))
                    .withConfigOverride(
                            boolean.class,
                            override ->
                                    override.setInclude(
                                            JsonInclude.Value.construct(
                                                    JsonInclude.Include.NON_DEFAULT,
                                                    JsonInclude.Include.ALWAYS)))
                    .build();

    String write(Order order) {
        return json.writeValueAsString(order);
    }

    Order read(String document) {
        return json.readValue(document, Order.class);
    }
}
