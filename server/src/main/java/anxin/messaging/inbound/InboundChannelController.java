package anxin.messaging.inbound;

import anxin.identity.Caller;
import anxin.identity.Needs;
import anxin.identity.Permission;
import anxin.kernel.ShopId;
import anxin.kernel.fact.Audience;
import anxin.kernel.fact.FactLog;
import anxin.kernel.fact.NewFact;
import anxin.kernel.problem.Problem;
import anxin.kernel.wire.SafeAddress;
import anxin.messaging.ConversationChannels.Kind;
import io.swagger.v3.oas.annotations.Operation;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** On which channels customers write to a shop, set up by whoever keeps its keys. */
@RestController
@RequestMapping("/api/v1/shops/{shop}/channels")
class InboundChannelController {

    /**
     * A channel to be set up.
     *
     * @param secret what its web hooks are signed with, both ways; left away it stays as it is. A
     *     new one takes the place of the old, which is believed until the next change
     * @param url where replies are posted to; without it nobody can be answered on it
     * @param sites the pages that may show the chat, such as {@code https://shop.example}
     * @param mailbox of an e-mail channel; the channel's name stands beside its address
     */
    record NewConversationChannel(
            @NotNull(message = "请选择类型 | choose the kind") Kind kind,
            @NotBlank(message = "请填写名称 | a name is needed")
                    @Size(max = 60, message = "最多60个字符 | at most 60 characters")
                    String name,
            @Nullable @Size(min = 16, max = 200, message = "16到200位 | 16 to 200 characters")
                    String secret,
            @Nullable @Size(max = 500, message = "过长 | too long") String url,
            @Nullable @Size(max = 20, message = "最多20个 | at most 20")
                    List<
                                    @Pattern(
                                            regexp = "https?://[A-Za-z0-9.-]+(:\\d{1,5})?",
                                            message =
                                                    "应为 https://shop.example 这样的站点 | must be a site such as https://shop.example")
                                    String>
                            sites,
            @Nullable @Valid NewMailbox mailbox) {}

    /** One of the two mail servers; unencrypted on this very machine alone. */
    record NewMailServer(
            @NotBlank(message = "请填写服务器 | a server is needed")
                    @Pattern(
                            regexp = "[A-Za-z0-9.:_-]{1,253}",
                            message = "应为服务器名 | must be the name of a server")
                    String host,
            @Min(value = 1, message = "1到65535 | 1 to 65535")
                    @Max(value = 65_535, message = "1到65535 | 1 to 65535")
                    int port,
            @NotNull(message = "请选择加密方式 | choose the encryption") Mailbox.Security security) {

        Mailbox.Server known(String pointer) {
            if (security == Mailbox.Security.NONE
                    && !host.equals("localhost")
                    && !host.equals("127.0.0.1")) {
                throw Problem.invalid(
                        pointer, "请选择加密连接", "must be encrypted, except on this machine");
            }
            return new Mailbox.Server(host, port, security);
        }
    }

    /**
     * The mailbox of an e-mail channel.
     *
     * @param password left away it stays as it is; it is not shown again
     * @param plus the server takes {@code name+anything@…} for {@code name@…}
     */
    record NewMailbox(
            @NotBlank(message = "请填写邮箱地址 | an address is needed")
                    @Pattern(
                            regexp = "[^@\\s<>\"]{1,64}@[A-Za-z0-9.-]{1,190}",
                            message = "应为邮箱地址 | must be an e-mail address")
                    String address,
            @NotNull(message = "缺少收信服务器 | the incoming server is missing") @Valid NewMailServer in,
            @NotNull(message = "缺少发信服务器 | the outgoing server is missing") @Valid NewMailServer out,
            @NotBlank(message = "请填写用户名 | a user is needed")
                    @Size(max = 200, message = "过长 | too long")
                    String user,
            @Nullable @Size(max = 500, message = "过长 | too long") String password,
            boolean plus) {

        Mailbox known(String fromName, @Nullable Mailbox before) {
            // A password that was given for one server is not sent to another one.
            var kept =
                    before != null
                                    && before.user().equals(user)
                                    && before.in().host().equals(in.host())
                                    && before.out().host().equals(out.host())
                            ? before.password()
                            : null;
            var word = password == null || password.isEmpty() ? kept : password;
            if (word == null) {
                throw Problem.invalid("/mailbox/password", "请填写密码", "a password is needed");
            }
            return new Mailbox(
                    address.strip(),
                    fromName,
                    in.known("/mailbox/in/security"),
                    out.known("/mailbox/out/security"),
                    user.strip(),
                    word,
                    plus);
        }
    }

    /** A mailbox, without its password. */
    record MailboxView(
            String address, Mailbox.Server in, Mailbox.Server out, String user, boolean plus) {

        static @Nullable MailboxView of(@Nullable Mailbox box) {
            return box == null
                    ? null
                    : new MailboxView(box.address(), box.in(), box.out(), box.user(), box.plus());
        }
    }

    /** A channel, without its secret. {@code path} is where its messages are handed in. */
    record ConversationChannelView(
            String id,
            Kind kind,
            String name,
            boolean hasSecret,
            @Nullable String url,
            List<String> sites,
            @Nullable MailboxView mailbox,
            boolean answers,
            String path,
            int version) {

        static ConversationChannelView of(InboundChannel channel) {
            return new ConversationChannelView(
                    channel.id(),
                    channel.kind(),
                    channel.name(),
                    !channel.secrets().isEmpty(),
                    channel.url(),
                    channel.sites(),
                    MailboxView.of(channel.mailbox()),
                    channel.known().answers(),
                    "/api/v1/channels/" + channel.id() + "/messages",
                    channel.version());
        }
    }

    private static final String ID = "[a-z0-9][a-z0-9-]{2,59}";

    private final InboundChannelStore channels;
    private final FactLog facts;
    private final Clock clock;

    InboundChannelController(InboundChannelStore channels, FactLog facts, Clock clock) {
        this.channels = channels;
        this.facts = facts;
        this.clock = clock;
    }

    @GetMapping
    @Needs(Permission.CONVERSATION_READ)
    @Operation(summary = "The channels on which customers write to a shop")
    List<ConversationChannelView> listConversationChannels(
            @PathVariable ShopId shop, Caller.Permitted caller) {
        caller.requireIn(shop);
        return channels.all(shop).stream().map(ConversationChannelView::of).toList();
    }

    @PutMapping("/{channel}")
    @Needs(Permission.KEYS_MANAGE)
    @Transactional
    @Operation(
            summary = "Sets a channel up, or changes it",
            description =
                    "The id is part of an address and is the only one of its name in this"
                            + " installation. A shop has one web chat at most.")
    ConversationChannelView putConversationChannel(
            @PathVariable ShopId shop,
            @PathVariable("channel") String id,
            @RequestBody @Valid NewConversationChannel body,
            Caller.Permitted caller) {
        caller.requireIn(shop);
        if (!id.matches(ID)) {
            throw Problem.invalid(
                    "/channel", "3到60位小写字母、数字或 -", "must be 3 to 60 of a-z, 0-9 and -");
        }
        var before = channels.get(id).filter(known -> known.shop().equals(shop)).orElse(null);
        var url = body.url() == null || body.url().isBlank() ? null : body.url().strip();
        if (url != null) {
            SafeAddress.require("/url", url);
        }
        var channel =
                new InboundChannel(
                        id,
                        shop,
                        body.kind(),
                        body.name().strip(),
                        secrets(body.secret(), before),
                        url,
                        body.sites() == null ? List.of() : body.sites(),
                        mailbox(body, before),
                        0);
        if (!channels.put(channel, caller.actor(), clock.instant())) {
            throw Problem.conflict(
                    "channel-taken",
                    "该标识已被占用，或本店已有网页聊天",
                    "The id is taken, or the shop has a web chat already");
        }
        tell(shop, "messaging.conversation-channel-set", channel, caller);
        return channels.all(shop).stream()
                .filter(one -> one.id().equals(id))
                .map(ConversationChannelView::of)
                .findFirst()
                .orElseThrow();
    }

    private static @Nullable Mailbox mailbox(
            NewConversationChannel body, @Nullable InboundChannel before) {
        if (body.kind() != Kind.EMAIL) {
            return null;
        }
        var given = body.mailbox();
        if (given == null) {
            throw Problem.invalid("/mailbox", "缺少邮箱设置", "the mailbox is missing");
        }
        return given.known(body.name().strip(), before == null ? null : before.mailbox());
    }

    private static List<String> secrets(@Nullable String given, @Nullable InboundChannel before) {
        var known = before == null ? List.<String>of() : before.secrets();
        if (given == null || known.stream().findFirst().filter(given::equals).isPresent()) {
            return known;
        }
        return Stream.concat(Stream.of(given), known.stream().limit(1)).toList();
    }

    @DeleteMapping("/{channel}")
    @Needs(Permission.KEYS_MANAGE)
    @Transactional
    @Operation(summary = "Takes a channel away; its conversations stay and cannot be answered")
    void removeConversationChannel(
            @PathVariable ShopId shop,
            @PathVariable("channel") String id,
            Caller.Permitted caller) {
        caller.requireIn(shop);
        var channel =
                channels.get(id)
                        .filter(known -> known.shop().equals(shop))
                        .orElseThrow(() -> Problem.missing("channel"));
        channels.remove(shop, id);
        tell(shop, "messaging.conversation-channel-removed", channel, caller);
    }

    private void tell(ShopId shop, String type, InboundChannel channel, Caller.Permitted by) {
        facts.append(
                new NewFact(
                        shop,
                        type,
                        "conversation-channel:" + channel.id(),
                        by.actor(),
                        null,
                        Audience.NONE,
                        Map.of("kind", channel.kind(), "name", channel.name())));
    }
}
