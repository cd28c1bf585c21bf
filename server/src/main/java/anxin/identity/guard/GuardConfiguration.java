package anxin.identity.guard;

import anxin.identity.Caller;
import anxin.kernel.web.ContentPolicy;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer.FrameOptionsConfig;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.config.observation.SecurityObservationSettings;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.header.HeaderWriterFilter;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import tools.jackson.databind.json.JsonMapper;

/**
 * Spring Security guards the protocol (headers, malformed requests, sign-in elsewhere); who may do
 * what is said at each endpoint and asked by the {@link Doorkeeper}.
 */
@Configuration(proxyBeanMethods = false)
class GuardConfiguration implements WebMvcConfigurer {

    static {
        SpringDocUtils.getConfig()
                .addRequestWrapperToIgnore(
                        Caller.class,
                        Caller.Permitted.class,
                        Caller.Staff.class,
                        Caller.ApiClient.class,
                        Caller.Customer.class);
    }

    /** The one page that is made to be shown inside of others; it names them itself. */
    private static final String FRAMED = "/widget/";

    private final Doorkeeper doorkeeper;
    private final CallerArguments arguments;

    GuardConfiguration(Doorkeeper doorkeeper, CallerArguments arguments) {
        this.doorkeeper = doorkeeper;
        this.arguments = arguments;
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(doorkeeper);
    }

    @Override
    public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(arguments);
    }

    private static void refuseFrames(HttpServletRequest request, HttpServletResponse response) {
        if (!request.getRequestURI().startsWith(FRAMED)) {
            response.setHeader("X-Frame-Options", "DENY");
        }
    }

    /** Each request is measured once, as a whole; not again by each of the filters it passes. */
    @Bean
    SecurityObservationSettings securityObservationSettings() {
        return SecurityObservationSettings.noObservations();
    }

    @Bean
    SecurityFilterChain securityFilterChain(
            HttpSecurity http, Recognition recognition, JsonMapper json) {
        return http.csrf(AbstractHttpConfigurer::disable) // The doorkeeper asks for X-CSRF.
                .sessionManagement(
                        session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .requestCache(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .anonymous(AbstractHttpConfigurer::disable)
                .headers(
                        headers ->
                                headers.contentSecurityPolicy(
                                                policy ->
                                                        policy.policyDirectives(
                                                                ContentPolicy.framedBy("'none'")))
                                        .frameOptions(FrameOptionsConfig::disable)
                                        .addHeaderWriter(GuardConfiguration::refuseFrames)
                                        .referrerPolicy(
                                                policy -> policy.policy(ReferrerPolicy.SAME_ORIGIN))
                                        .permissionsPolicyHeader(
                                                policy ->
                                                        policy.policy(
                                                                "camera=(self), microphone=(self), geolocation=()")))
                .addFilterAfter(new MetricsGate(recognition, json), HeaderWriterFilter.class)
                .build();
    }
}
