package anxin.kernel.web;

import static org.assertj.core.api.Assertions.assertThat;

import anxin.AnxinTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.EmbeddedValueResolver;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.springframework.web.util.ServletRequestPathUtils;

@AnxinTest
class IndexedMappingTest {

    @Autowired RequestMappingHandlerMapping requestMappingHandlerMapping;
    @Autowired ConfigurableApplicationContext context;

    /** The framework's own way, beside ours. */
    private static final class Plain extends RequestMappingHandlerMapping {}

    @Test
    void every_endpoint_is_found_as_the_framework_would_find_it() throws Exception {
        assertThat(requestMappingHandlerMapping).isInstanceOf(IndexedMapping.class);
        var plain = new Plain();
        plain.setApplicationContext(context);
        plain.setEmbeddedValueResolver(new EmbeddedValueResolver(context.getBeanFactory()));
        plain.setPatternParser(requestMappingHandlerMapping.getPatternParser());
        plain.afterPropertiesSet();
        var tried = 0;
        for (var mapping : requestMappingHandlerMapping.getHandlerMethods().keySet()) {
            for (var pattern : mapping.getPatternValues()) {
                for (var method : mapping.getMethodsCondition().getMethods()) {
                    var path = pattern.replaceAll("\\{[^/]*}", "x1");
                    assertThat(found(requestMappingHandlerMapping, method.name(), path))
                            .as("%s %s", method, path)
                            .isEqualTo(found(plain, method.name(), path));
                    tried++;
                }
            }
        }
        assertThat(tried).isGreaterThan(100);
        assertThat(found(requestMappingHandlerMapping, "GET", "/api/v1/nothing/here"))
                .isEqualTo("none");
    }

    private static Object found(RequestMappingHandlerMapping in, String method, String path)
            throws Exception {
        var request = new MockHttpServletRequest(method, path);
        request.addHeader("Accept", "application/json");
        ServletRequestPathUtils.parseAndCache(request);
        try {
            var chain = in.getHandler(request);
            return chain == null ? "none" : chain.getHandler().toString();
        } catch (jakarta.servlet.ServletException refused) {
            return refused.getClass();
        }
    }
}
