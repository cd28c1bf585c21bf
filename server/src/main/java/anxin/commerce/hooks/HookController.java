package anxin.commerce.hooks;

import anxin.commerce.intake.Changes;
import anxin.commerce.intake.Intake;
import anxin.commerce.intake.Kind;
import anxin.commerce.intake.Taken;
import anxin.identity.ForEveryone;
import anxin.kernel.ShopId;
import anxin.kernel.Text;
import anxin.kernel.problem.Problem;
import anxin.kernel.wire.Hmac;
import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Web hooks in: nobody is signed in here, the signature says who speaks. */
@RestController
@RequestMapping("/api/v1/hooks/commerce")
class HookController {

    static final Duration WINDOW = Duration.ofMinutes(5);
    private static final int LARGEST = 1 << 20;

    private static final Map<String, Kind> EVENTS =
            Map.of(
                    "order.updated", Kind.ORDERS,
                    "product.updated", Kind.PRODUCTS,
                    "parcel.traced", Kind.PARCELS,
                    "stock.updated", Kind.STOCK);

    private final Map<Kind, Intake> intakes = new EnumMap<>(Kind.class);
    private final HookStore hooks;
    private final Changes changes;
    private final TransactionTemplate transaction;
    private final JsonMapper json;
    private final Clock clock;

    HookController(
            List<Intake> intakes,
            HookStore hooks,
            Changes changes,
            TransactionTemplate transaction,
            JsonMapper json,
            Clock clock) {
        intakes.forEach(intake -> this.intakes.put(intake.kind(), intake));
        this.hooks = hooks;
        this.changes = changes;
        this.transaction = transaction;
        this.json = json;
        this.clock = clock;
    }

    /**
     * What became of a delivery.
     *
     * @param repeated it was here before; the answer is the one of that time
     * @param stale what it brought was older than what is there
     */
    record DeliveryView(String delivery, boolean repeated, boolean stale) {}

    @ForEveryone
    @PostMapping("/{shop}")
    DeliveryView receiveHook(
            @PathVariable ShopId shop,
            @RequestHeader(name = "Anxin-Timestamp", defaultValue = "") String timestamp,
            @RequestHeader(name = "Anxin-Delivery", defaultValue = "") String delivery,
            @RequestHeader(name = "Anxin-Signature", defaultValue = "") String signature,
            InputStream body)
            throws IOException {
        var bytes = body.readNBytes(LARGEST + 1);
        if (bytes.length > LARGEST) {
            throw Problem.invalid("", "内容不能超过 1 MB", "must be at most 1 MB").as(413);
        }
        requireSignature(shop, timestamp, delivery, signature, bytes);
        requireRecent(timestamp);
        if (!delivery.matches("[!-~]{1,100}")) {
            throw Problem.invalid(
                    "/Anxin-Delivery", "应为 1 至 100 个可见字符", "must be 1 to 100 visible characters");
        }
        var message = message(bytes);
        var event = message.path("event").asString("");
        var kind = EVENTS.get(event);
        if (kind == null) {
            throw Problem.invalid(
                    "/event",
                    "应为 " + String.join(", ", EVENTS.keySet().stream().sorted().toList()),
                    "must be one of "
                            + String.join(", ", EVENTS.keySet().stream().sorted().toList()));
        }
        var view =
                transaction.execute(
                        status -> take(shop, delivery, event, kind, message.path("data")));
        return java.util.Objects.requireNonNull(view);
    }

    private DeliveryView take(
            ShopId shop, String delivery, String event, Kind kind, JsonNode document) {
        if (!hooks.receive(shop, delivery, event)) {
            return new DeliveryView(delivery, true, hooks.wasStale(shop, delivery));
        }
        var stale =
                switch (intake(kind).take(shop, List.of(document)).getFirst()) {
                    case Taken.Stored stored -> {
                        changes.changed(shop, word(kind), stored.key(), "hook:" + delivery);
                        yield false;
                    }
                    case Taken.Stale old -> true;
                    case Taken.Refused refused -> throw Problem.invalid(inData(refused));
                };
        if (stale) {
            hooks.markStale(shop, delivery);
        }
        return new DeliveryView(delivery, false, stale);
    }

    /** An unknown shop, one without a secret and a wrong signature all look the same. */
    private void requireSignature(
            ShopId shop, String timestamp, String delivery, String signature, byte[] body) {
        var matched = false;
        for (var secret : hooks.secrets(shop)) {
            var expected = HookSignature.of(secret, timestamp, delivery, body);
            matched |= Hmac.same(expected, signature);
        }
        if (!matched) {
            throw Problem.refused(
                            "signature-not-valid",
                            "签名不正确，请检查密钥与签名内容（时间戳.投递编号.正文）",
                            "The signature is not valid; check the secret and what is signed (timestamp.delivery.body)")
                    .as(401);
        }
    }

    private void requireRecent(String timestamp) {
        var sent = seconds(timestamp);
        if (sent == null || Duration.between(sent, clock.instant()).abs().compareTo(WINDOW) > 0) {
            throw Problem.refused(
                            "signature-too-old",
                            "时间戳与当前时间相差超过 5 分钟，请校准时钟后重新签名发送",
                            "The timestamp is more than 5 minutes from now; set your clock, sign anew and send again")
                    .as(401);
        }
    }

    private static @Nullable Instant seconds(String timestamp) {
        return timestamp.matches("\\d{1,12}")
                ? Instant.ofEpochSecond(Long.parseLong(timestamp))
                : null;
    }

    private JsonNode message(byte[] body) {
        try {
            return json.readTree(body);
        } catch (JacksonException notJson) {
            throw Problem.invalid("", "不是有效的 JSON", "is not valid JSON");
        }
    }

    private static List<Problem.Field> inData(Taken.Refused refused) {
        return refused.fields().stream()
                .map(
                        field ->
                                new Problem.Field(
                                        "/data" + field.pointer(),
                                        Text.of(field.expected().zh(), field.expected().en())))
                .toList();
    }

    private static String word(Kind kind) {
        return switch (kind) {
            case ORDERS -> "order";
            case PRODUCTS -> "product";
            case PARCELS -> "parcel";
            case STOCK -> "stock";
            case STORES -> "store";
        };
    }

    private Intake intake(Kind kind) {
        @Nullable Intake intake = intakes.get(kind);
        if (intake == null) {
            throw new IllegalStateException("nobody takes " + kind.code());
        }
        return intake;
    }
}
