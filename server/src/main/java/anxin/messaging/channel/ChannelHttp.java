package anxin.messaging.channel;

import anxin.kernel.wire.OutgoingHttp;
import java.time.Duration;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** HTTP to whoever carries our messages. */
@Component
public class ChannelHttp extends OutgoingHttp {

    public ChannelHttp(@Value("${anxin.channels.timeout:10s}") Duration timeout) {
        super(timeout);
    }
}
