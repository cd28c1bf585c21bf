package anxin.messaging.sms;

import anxin.messaging.channel.Letter;
import anxin.messaging.channel.Way.Undelivered;
import anxin.messaging.connections.Connection;
import java.util.Map;

/**
 * Vendors in China send registered wordings only: the one registered for this step with its
 * variables, or the shop's general one, whose single variable is the whole text.
 */
record Template(String code, Map<String, String> params) {

    static Template of(Letter letter, Connection connection) throws Undelivered {
        var own = letter.extras().vendorTemplate();
        if (own != null) {
            return new Template(own, letter.extras().params());
        }
        var general = connection.find("templateCode");
        if (general.isPresent()) {
            return new Template(general.get(), Map.of("text", letter.body()));
        }
        throw Undelivered.coded(
                "NO_TEMPLATE", "neither the wording nor the connection names a template", false);
    }
}
