package anxin;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** The committed contract is what the code says; {@code ./dev api} writes it anew. */
@AnxinTest
class ContractTest {

    private static final Path COMMITTED = Path.of("../web/openapi.json");
    private static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    @Autowired private MockMvcTester http;

    @Test
    void the_committed_contract_is_what_the_code_says() throws IOException {
        var now = JSON.writeValueAsString(contract()) + "\n";
        if (Boolean.getBoolean("anxin.contract.write")) {
            Files.writeString(COMMITTED, now);
        }

        assertThat(Files.readString(COMMITTED))
                .as("web/openapi.json is stale; run ./dev api and commit what it writes")
                .isEqualTo(now);
    }

    @Test
    void every_operation_has_a_name_of_its_own_and_tells_its_problems() throws IOException {
        for (var path : contract().path("paths").properties()) {
            for (var operation : path.getValue().properties()) {
                var answer = operation.getValue();
                assertThat(answer.path("operationId").asString())
                        .as("%s %s: rename the method", operation.getKey(), path.getKey())
                        .matches("[a-z][A-Za-z]+");
                assertThat(answer.at("/responses/default/content").properties())
                        .extracting(Map.Entry::getKey)
                        .containsExactly("application/problem+json");
            }
        }
    }

    @Test
    void every_operation_of_the_administration_says_what_it_does() throws IOException {
        for (var path : contract().path("paths").properties()) {
            if (path.getKey()
                    .matches(
                            "/api/v1/(people|roles|teams|keys|journal|messages|sessions?|sign-in-options|oidc|local)\\b.*"
                                    + "|/api/v1/shops(/\\{shop}(/(roles|teams|link-keys|hook-secrets)\\b.*)?)?")) {
                for (var operation : path.getValue().properties()) {
                    assertThat(operation.getValue().path("summary").asString())
                            .as("%s %s: @Operation(summary)", operation.getKey(), path.getKey())
                            .isNotBlank();
                }
            }
        }
    }

    private JsonNode contract() throws IOException {
        var answer = http.get().uri("/api/v1/openapi.json").exchange();
        assertThat(answer).hasStatusOk();
        return JSON.readTree(answer.getResponse().getContentAsByteArray());
    }
}
