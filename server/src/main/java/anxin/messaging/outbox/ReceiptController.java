package anxin.messaging.outbox;

import anxin.identity.ForEveryone;
import anxin.kernel.ShopId;
import anxin.kernel.problem.Problem;
import anxin.kernel.wire.Hmac;
import anxin.messaging.connections.ChannelKind;
import anxin.messaging.connections.Connections;
import anxin.messaging.connections.Receipt;
import anxin.messaging.connections.ReceiptReader;
import io.swagger.v3.oas.annotations.Operation;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What carriers and browsers tell of messages by themselves. */
@RestController
@RequestMapping("/api/v1")
class ReceiptController {

    private static final Logger log = LoggerFactory.getLogger(ReceiptController.class);
    private static final int LARGEST = 1 << 18;

    /** By a browser that showed a message, or opened it. */
    record Seen(@NotNull(message = "缺少状态 | the state is missing") Receipt.Fate state) {}

    private final Connections connections;
    private final Map<ChannelKind, ReceiptReader> readers = new HashMap<>();
    private final Receipts receipts;
    private final OutboxStore store;
    private final Clock clock;

    ReceiptController(
            Connections connections,
            List<ReceiptReader> readers,
            Receipts receipts,
            OutboxStore store,
            Clock clock) {
        this.connections = connections;
        readers.forEach(reader -> this.readers.put(reader.kind(), reader));
        this.receipts = receipts;
        this.store = store;
        this.clock = clock;
    }

    @ForEveryone
    @PostMapping(
            path = "/hooks/messages/{kind}/{shop}/{token}",
            produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(
            summary = "Receipts of a carrier",
            description = "The address with its token is known to the shop's carrier alone.")
    String receiveReceipts(
            @PathVariable String kind,
            @PathVariable ShopId shop,
            @PathVariable String token,
            HttpServletRequest request)
            throws IOException {
        var body = request.getInputStream().readNBytes(LARGEST + 1);
        // One answer for a wrong address, a wrong word and a wrong signature.
        var connection =
                Arrays.stream(ChannelKind.values())
                        .filter(one -> one.name().equals(kind))
                        .findFirst()
                        .flatMap(known -> connections.find(shop, known))
                        .filter(known -> Hmac.same(known.receiptToken(), token))
                        .orElseThrow(ReceiptController::forged);
        var reader = readers.get(connection.kind());
        if (reader == null || body.length > LARGEST) {
            throw forged();
        }
        try {
            var text = new String(body, StandardCharsets.UTF_8);
            receipts.take(shop, reader.read(connection, headers(request), text));
        } catch (IllegalArgumentException forged) {
            log.warn("refused a receipt of {} for {}: {}", kind, shop, forged.getMessage());
            throw forged();
        }
        return reader.heard();
    }

    /** The id is known to nobody but whom the message went to. */
    @ForEveryone
    @PutMapping("/portal/messages/{id}/receipt")
    @Operation(summary = "A browser showed the message, or opened what it leads to")
    Seen seeMessage(@PathVariable UUID id, @RequestBody @Valid Seen body) {
        if (body.state() == Receipt.Fate.FAILED) {
            throw Problem.invalid("/state", "应为 DELIVERED 或 READ", "must be DELIVERED or READ");
        }
        store.shopOf(id)
                .ifPresent(
                        shop ->
                                receipts.take(
                                        new ShopId(shop),
                                        List.of(
                                                new Receipt(
                                                        id.toString(),
                                                        null,
                                                        body.state(),
                                                        null,
                                                        null,
                                                        clock.instant()))));
        return body;
    }

    private static Map<String, String> headers(HttpServletRequest request) {
        var headers = new HashMap<String, String>();
        request.getHeaderNames()
                .asIterator()
                .forEachRemaining(
                        name ->
                                headers.put(
                                        name.toLowerCase(Locale.ROOT), request.getHeader(name)));
        return headers;
    }

    private static Problem forged() {
        return Problem.refused(
                        "receipt-not-valid", "回执地址或签名不正确", "The address or signature is not valid")
                .as(401);
    }
}
