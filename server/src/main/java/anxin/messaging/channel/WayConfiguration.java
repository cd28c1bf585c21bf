package anxin.messaging.channel;

import java.time.Clock;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import tools.jackson.databind.json.JsonMapper;

/** A real way, where one is set up, goes before the demo's. */
@Configuration(proxyBeanMethods = false)
class WayConfiguration {

    @Bean
    @Order(1)
    Way smtp(
            @Value("${anxin.smtp.url:}") String url,
            @Value("${anxin.smtp.from:anxin@localhost}") String from) {
        return new SmtpWay(url, from);
    }

    @Bean
    @Order(2)
    Way smsHook(
            @Value("${anxin.sms.url:}") String url,
            @Value("${anxin.sms.secret:}") String secret,
            JsonMapper json,
            Clock clock) {
        return new SmsHookWay(url, secret, json, clock);
    }

    @Bean
    @Order(3)
    Way demo(@Value("${anxin.demo:false}") boolean demo) {
        return new DemoWay(demo);
    }
}
