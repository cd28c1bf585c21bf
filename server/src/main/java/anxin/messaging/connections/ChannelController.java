package anxin.messaging.connections;

import anxin.identity.Caller;
import anxin.identity.Needs;
import anxin.identity.Permission;
import anxin.kernel.ShopId;
import anxin.kernel.fact.Audience;
import anxin.kernel.fact.FactLog;
import anxin.kernel.fact.NewFact;
import anxin.kernel.problem.Problem;
import anxin.kernel.wire.SafeAddress;
import anxin.messaging.Messages;
import anxin.messaging.OutboundMessage;
import anxin.messaging.OutboundMessage.Channel;
import anxin.messaging.push.VapidKeys;
import io.swagger.v3.oas.annotations.Operation;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** By whom a shop's messages are carried, set up by whoever keeps its keys. */
@RestController
@RequestMapping("/api/v1/shops/{shop}/message-channels")
class ChannelController {

    /** Settings by name; a secret that is left away stays as it is. */
    record NewChannel(
            @NotNull(message = "请选择服务商 | choose the carrier") ChannelKind kind,
            @NotNull(message = "缺少配置项 | the settings are missing")
                    @Size(max = 20, message = "最多20项 | at most 20")
                    Map<String, @Size(max = 2_000, message = "过长 | too long") String> settings) {}

    record FieldView(String name, boolean secret, boolean required) {}

    record KindView(ChannelKind kind, Channel channel, List<FieldView> fields) {}

    /**
     * A connection, without its secrets.
     *
     * @param secrets the names of those that are set
     * @param receiptPath where the carrier is to tell what arrived, below our own address; null for
     *     one that tells nothing
     */
    record ChannelView(
            ChannelKind kind,
            Channel channel,
            int version,
            Map<String, String> settings,
            Set<String> secrets,
            @Nullable String receiptPath,
            String changedBy,
            Instant changedAt) {}

    /** {@code reaches} are the channels by which messages of the shop leave now. */
    record ChannelsView(List<ChannelView> connected, List<KindView> kinds, Set<Channel> reaches) {}

    record NewTest(
            @NotBlank(message = "请填写收件人 | say to whom") @Size(max = 200, message = "过长 | too long")
                    String to) {}

    record TestResult(
            UUID id,
            String state,
            @Nullable String via,
            @Nullable Instant deliveredAt,
            @Nullable String trouble) {}

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final Duration TEST_GOOD_FOR = Duration.ofMinutes(10);

    private final Connections connections;
    private final Messages messages;
    private final FactLog facts;
    private final Clock clock;

    ChannelController(Connections connections, Messages messages, FactLog facts, Clock clock) {
        this.connections = connections;
        this.messages = messages;
        this.facts = facts;
        this.clock = clock;
    }

    @GetMapping
    @Needs(Permission.KEYS_MANAGE)
    @Operation(summary = "By whom a shop's messages are carried, and who else could")
    ChannelsView listMessageChannels(@PathVariable ShopId shop, Caller.Permitted caller) {
        caller.requireIn(shop);
        var reaches = new TreeSet<Channel>();
        for (var channel : Channel.ofNotices()) {
            if (messages.reaches(shop, channel)) {
                reaches.add(channel);
            }
        }
        return new ChannelsView(
                connections.ofShop(shop).stream().map(ChannelController::view).toList(),
                Arrays.stream(ChannelKind.values())
                        .map(
                                kind ->
                                        new KindView(
                                                kind,
                                                kind.channel(),
                                                kind.fields().stream()
                                                        .map(
                                                                one ->
                                                                        new FieldView(
                                                                                one.name(),
                                                                                one.secret(),
                                                                                one.required()))
                                                        .toList()))
                        .toList(),
                reaches);
    }

    @PutMapping("/{channel}")
    @Needs(Permission.KEYS_MANAGE)
    @Transactional
    @Operation(summary = "Connects a channel, or changes how it is connected")
    ChannelView putMessageChannel(
            @PathVariable ShopId shop,
            @PathVariable("channel") String by,
            @RequestBody @Valid NewChannel body,
            Caller.Permitted caller) {
        caller.requireIn(shop);
        var channel = channel(by);
        if (body.kind().channel() != channel) {
            throw Problem.invalid("/kind", "与渠道不符", "does not carry this channel");
        }
        var before = connections.find(shop, body.kind());
        connections.put(
                new Connection(shop, body.kind(), 0, settings(body, before.orElse(null))),
                caller.actor(),
                clock.instant());
        tell(shop, "messaging.channel-connected", channel, caller);
        return connections.find(shop, channel).map(ChannelController::view).orElseThrow();
    }

    @DeleteMapping("/{channel}")
    @Needs(Permission.KEYS_MANAGE)
    @Transactional
    @Operation(summary = "Disconnects a channel; what waits for it goes on waiting")
    void removeMessageChannel(
            @PathVariable ShopId shop,
            @PathVariable("channel") String by,
            Caller.Permitted caller) {
        caller.requireIn(shop);
        var channel = channel(by);
        if (!connections.remove(shop, channel)) {
            throw Problem.missing("message-channel");
        }
        tell(shop, "messaging.channel-removed", channel, caller);
    }

    @PutMapping("/{channel}/tests/{id}")
    @Needs(Permission.KEYS_MANAGE)
    @Transactional
    @Operation(summary = "Sends a test to an address of one's own")
    TestResult sendTestMessage(
            @PathVariable ShopId shop,
            @PathVariable("channel") String by,
            @PathVariable UUID id,
            @RequestBody @Valid NewTest body,
            Caller.Permitted caller,
            Locale language) {
        caller.requireIn(shop);
        var channel = channel(by);
        var about = "channel-test:" + channel + "/" + id;
        var text = "安心测试消息，收到即表示渠道可用。Anxin test message: this channel works.";
        messages.send(
                new OutboundMessage(
                        about,
                        shop,
                        channel,
                        body.to().strip(),
                        "安心测试 | Anxin test",
                        text,
                        clock.instant().plus(TEST_GOOD_FOR),
                        false,
                        OutboundMessage.Extras.ofNotice(
                                about, null, null, Map.of("text", text), null, null)));
        return test(shop, about, language);
    }

    @GetMapping("/{channel}/tests/{id}")
    @Needs(Permission.KEYS_MANAGE)
    @Operation(summary = "What became of a test")
    TestResult readTestMessage(
            @PathVariable ShopId shop,
            @PathVariable("channel") String by,
            @PathVariable UUID id,
            Caller.Permitted caller,
            Locale language) {
        caller.requireIn(shop);
        return test(shop, "channel-test:" + channel(by) + "/" + id, language);
    }

    private static Channel channel(String name) {
        return Channel.ofNotices().stream()
                .filter(one -> one.name().equals(name))
                .findFirst()
                .orElseThrow(() -> Problem.missing("channel"));
    }

    private TestResult test(ShopId shop, String about, Locale language) {
        var sent =
                messages.about(shop, about).stream()
                        .findFirst()
                        .orElseThrow(() -> Problem.missing("test"));
        var trouble = sent.trouble();
        return new TestResult(
                sent.id(),
                sent.state(),
                sent.via(),
                sent.deliveredAt(),
                trouble == null ? null : trouble.in(language));
    }

    private static Map<String, String> settings(NewChannel body, @Nullable Connection before) {
        var kind = body.kind();
        var known = kind.fields().stream().map(ChannelKind.Field::name).toList();
        for (var name : body.settings().keySet()) {
            if (!known.contains(name)) {
                throw Problem.invalid("/settings/" + name, "没有这一项", "is not a setting of " + kind);
            }
        }
        var settings = made(kind, before);
        for (var field : kind.fields()) {
            var value = body.settings().getOrDefault(field.name(), "").strip();
            if (value.isEmpty() && field.secret() && before != null) {
                value = before.find(field.name()).orElse("");
            }
            if (value.isEmpty() && field.required()) {
                throw Problem.invalid("/settings/" + field.name(), "必填", "is needed");
            }
            if (!value.isEmpty()) {
                settings.put(field.name(), value);
            }
        }
        check(kind, settings);
        return settings;
    }

    /** What we make ourselves stays the same when the rest is changed. */
    private static Map<String, String> made(ChannelKind kind, @Nullable Connection before) {
        var made = new HashMap<String, String>();
        if (before == null) {
            var token = new byte[24];
            RANDOM.nextBytes(token);
            made.put(ChannelKind.RECEIPT_TOKEN, HexFormat.of().formatHex(token));
            if (kind == ChannelKind.WEB_PUSH) {
                made.putAll(VapidKeys.make());
            }
            return made;
        }
        for (var name : List.of(ChannelKind.RECEIPT_TOKEN, VapidKeys.PUBLIC, VapidKeys.PRIVATE)) {
            before.find(name).ifPresent(value -> made.put(name, value));
        }
        return made;
    }

    private static void check(ChannelKind kind, Map<String, String> settings) {
        for (var name : List.of(ChannelKind.ADDRESS, "url")) {
            var address = settings.get(name);
            if (address != null) {
                SafeAddress.require("/settings/" + name, address);
            }
        }
        var contact = settings.getOrDefault("contact", "");
        if (kind == ChannelKind.WEB_PUSH
                && !contact.matches("mailto:[^\\s\"@]+@[^\\s\"@]+|https://[^\\s\"]+")) {
            throw Problem.invalid(
                    "/settings/contact",
                    "应为 mailto:care@example.com 或 https 地址",
                    "must look like mailto:care@example.com, or an https address");
        }
        if (kind == ChannelKind.APP_PUSH && settings.getOrDefault("secret", "").length() < 16) {
            throw Problem.invalid("/settings/secret", "至少16位", "at least 16 characters");
        }
    }

    private static ChannelView view(Connections.Stored stored) {
        var connection = stored.connection();
        var shown = new TreeMap<String, String>();
        var secrets = new TreeSet<String>();
        for (var field : connection.kind().fields()) {
            var value = connection.find(field.name());
            if (value.isPresent() && field.secret()) {
                secrets.add(field.name());
            } else {
                value.ifPresent(text -> shown.put(field.name(), text));
            }
        }
        connection.find(VapidKeys.PUBLIC).ifPresent(key -> shown.put(VapidKeys.PUBLIC, key));
        return new ChannelView(
                connection.kind(),
                connection.kind().channel(),
                connection.version(),
                shown,
                secrets,
                connection.kind() == ChannelKind.WEB_PUSH ? null : connection.receiptPath(),
                stored.changedBy(),
                stored.changedAt());
    }

    private void tell(ShopId shop, String type, Channel channel, Caller.Permitted caller) {
        facts.append(
                new NewFact(
                        shop,
                        type,
                        "message-channel:" + channel,
                        caller.actor(),
                        null,
                        Audience.NONE,
                        Map.of("channel", channel)));
    }
}
