package anxin.payments.connections;

import anxin.identity.ForEveryone;
import anxin.kernel.ShopId;
import anxin.kernel.problem.Problem;
import anxin.payments.GatewayNews;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What gateways tell by themselves: nobody is signed in here, the signature says who speaks. */
@RestController
@RequestMapping("/api/v1/hooks/payments")
class CallBackController {

    private static final Logger log = LoggerFactory.getLogger(CallBackController.class);
    private static final int LARGEST = 1 << 18;

    private final ConnectedGateways gateways;
    private final List<GatewayNews> listeners;

    CallBackController(ConnectedGateways gateways, List<GatewayNews> listeners) {
        this.gateways = gateways;
        this.listeners = listeners;
    }

    /** The one word that all gateways take for “heard”. */
    @ForEveryone
    @PostMapping(path = "/{gateway}/{shop}", produces = MediaType.TEXT_PLAIN_VALUE)
    String receivePaymentNotice(
            @PathVariable String gateway, @PathVariable ShopId shop, HttpServletRequest request)
            throws IOException {
        var body = request.getInputStream().readNBytes(LARGEST + 1);
        // A gateway that is not there and a signature that is wrong look the same.
        var speaker = gateways.shopGateway(shop, gateway).orElseThrow(CallBackController::forged);
        if (body.length > LARGEST) {
            throw forged();
        }
        try {
            speaker.open(headers(request), body).ifPresent(news -> tell(shop, gateway, news));
        } catch (ShopGateway.Forged forged) {
            log.warn("refused a call-back of {} for {}: {}", gateway, shop, forged.getMessage());
            throw forged();
        }
        return "success";
    }

    private void tell(ShopId shop, String gateway, GatewayNews.News news) {
        switch (news) {
            case GatewayNews.Notice notice ->
                    listeners.forEach(one -> one.told(shop, gateway, notice));
            case GatewayNews.Dispute dispute ->
                    listeners.forEach(one -> one.disputed(shop, gateway, dispute));
        }
    }

    private static Map<String, String> headers(HttpServletRequest request) {
        var headers = new HashMap<String, String>();
        for (var names = request.getHeaderNames(); names.hasMoreElements(); ) {
            var name = names.nextElement();
            headers.put(name.toLowerCase(Locale.ROOT), request.getHeader(name));
        }
        return headers;
    }

    private static Problem forged() {
        return Problem.refused(
                        "signature-not-valid",
                        "签名不正确或已过期",
                        "The signature is not valid, or too old")
                .as(401);
    }
}
