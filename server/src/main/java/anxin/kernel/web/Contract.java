package anxin.kernel.web;

import io.swagger.v3.core.converter.ModelConverters;
import io.swagger.v3.core.jackson.ModelResolver;
import io.swagger.v3.core.util.Json31;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.info.License;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.servers.Server;
import java.util.List;
import java.util.Set;
import org.springdoc.core.customizers.GlobalOpenApiCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The contract is written from the code: what the records say is what the client gets as types. */
@Configuration(proxyBeanMethods = false)
class Contract {

    Contract() {
        ModelConverters.getInstance(true)
                .addConverter(
                        new ModelResolver(Json31.mapper(), new SchemaNames()).openapi31(true));
    }

    @Bean
    OpenAPI openApi() {
        return new OpenAPI()
                .servers(List.of(new Server().url("/")))
                .info(
                        new Info()
                                .title("Anxin")
                                .version("v1")
                                .description("Customer service and after-sales for e-commerce.")
                                .license(
                                        new License().name("Apache-2.0").identifier("Apache-2.0")));
    }

    @Bean
    RecordConverter recordConverter() {
        return new RecordConverter();
    }

    /** Every operation may answer with a problem (RFC 9457). */
    @Bean
    GlobalOpenApiCustomizer problems() {
        return contract -> {
            contract.getComponents().addSchemas("Problem", problem());
            var answer =
                    new ApiResponse()
                            .description("A problem (RFC 9457), told in the reader's language.")
                            .content(
                                    new Content()
                                            .addMediaType(
                                                    "application/problem+json",
                                                    new MediaType()
                                                            .schema(
                                                                    new Schema<>()
                                                                            .$ref(
                                                                                    "#/components/schemas/Problem"))));
            contract.getPaths()
                    .values()
                    .forEach(
                            path ->
                                    path.readOperations()
                                            .forEach(
                                                    operation ->
                                                            operation
                                                                    .getResponses()
                                                                    .addApiResponse(
                                                                            "default", answer)));
        };
    }

    private static Schema<?> problem() {
        var text = new Schema<>().types(Set.of("string"));
        return new Schema<>()
                .types(Set.of("object"))
                .addProperty("type", text)
                .addProperty("title", text)
                .addProperty("status", new Schema<>().types(Set.of("integer")))
                .addProperty("traceId", text)
                .addProperty("detail", text)
                .addProperty(
                        "fields",
                        new Schema<>()
                                .types(Set.of("array"))
                                .items(
                                        new Schema<>()
                                                .types(Set.of("object"))
                                                .addProperty("pointer", text)
                                                .addProperty("expected", text)
                                                .required(List.of("pointer", "expected"))))
                .required(List.of("type", "title", "status"))
                .additionalProperties(true);
    }
}
