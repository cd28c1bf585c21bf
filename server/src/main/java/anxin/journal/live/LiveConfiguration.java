package anxin.journal.live;

import org.apache.tomcat.websocket.server.WsSci;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.socket.config.annotation.EnableWebSocket;
import org.springframework.web.socket.config.annotation.WebSocketConfigurer;
import org.springframework.web.socket.config.annotation.WebSocketHandlerRegistry;
import org.springframework.web.socket.server.standard.ServletServerContainerFactoryBean;

/**
 * WebSocket on the same port; same origin only, which is the framework's rule when no origin is
 * named.
 */
@Configuration(proxyBeanMethods = false)
@EnableWebSocket
class LiveConfiguration implements WebSocketConfigurer {

    private static final int LONGEST_MESSAGE = 1_024;

    private final LiveHub hub;

    LiveConfiguration(LiveHub hub) {
        this.hub = hub;
    }

    @Override
    public void registerWebSocketHandlers(WebSocketHandlerRegistry registry) {
        registry.addHandler(hub, "/api/v1/live").addInterceptors(hub);
    }

    /** A tab says one short line; the buffers that wait for it are what an idle tab costs. */
    @Bean
    static ServletServerContainerFactoryBean webSocketBuffers() {
        var container = new ServletServerContainerFactoryBean();
        container.setMaxTextMessageBufferSize(LONGEST_MESSAGE);
        container.setMaxBinaryMessageBufferSize(125);
        return container;
    }

    @Bean
    static WebServerFactoryCustomizer<TomcatServletWebServerFactory> webSocketInTomcat() {
        return tomcat ->
                tomcat.addContextCustomizers(
                        context -> context.addServletContainerInitializer(new WsSci(), null));
    }
}
