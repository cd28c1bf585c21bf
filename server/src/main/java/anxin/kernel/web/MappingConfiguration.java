package anxin.kernel.web;

import org.springframework.boot.webmvc.autoconfigure.WebMvcRegistrations;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Endpoints are found by an index. */
@Configuration(proxyBeanMethods = false)
class MappingConfiguration {

    @Bean
    WebMvcRegistrations indexedMapping() {
        return new WebMvcRegistrations() {

            @Override
            public RequestMappingHandlerMapping getRequestMappingHandlerMapping() {
                return new IndexedMapping();
            }
        };
    }
}
