package anxin.messaging.channel;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;

/** A shop's own way goes before the house's, and that before the demo's. */
@Configuration(proxyBeanMethods = false)
class WayConfiguration {

    @Bean
    @Order(101)
    Way smtp(
            @Value("${anxin.smtp.url:}") String url,
            @Value("${anxin.smtp.from:anxin@localhost}") String from) {
        return new SmtpWay(url, from);
    }

    @Bean
    @Order(102)
    Way smsHook(
            @Value("${anxin.sms.url:}") String url,
            @Value("${anxin.sms.secret:}") String secret,
            HookCall call) {
        return new SmsHookWay(url, secret, call);
    }

    @Bean
    @Order(103)
    Way demo(@Value("${anxin.demo:false}") boolean demo) {
        return new DemoWay(demo);
    }
}
