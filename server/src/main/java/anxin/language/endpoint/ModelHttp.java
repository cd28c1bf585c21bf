package anxin.language.endpoint;

import anxin.kernel.wire.OutgoingHttp;
import java.time.Duration;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** HTTP to language models, which think longer than others. */
@Component
class ModelHttp extends OutgoingHttp {

    ModelHttp(@Value("${anxin.language.endpoint-timeout:30s}") Duration timeout) {
        super(timeout);
    }
}
