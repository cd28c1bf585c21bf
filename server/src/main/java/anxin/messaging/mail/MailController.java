package anxin.messaging.mail;

import anxin.identity.Caller;
import anxin.identity.Needs;
import anxin.identity.Permission;
import anxin.kernel.ShopId;
import anxin.kernel.Text;
import anxin.kernel.problem.Problem;
import anxin.messaging.inbound.InboundChannelStore;
import anxin.messaging.inbound.Mailbox;
import io.swagger.v3.oas.annotations.Operation;
import jakarta.mail.MessagingException;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** How a shop's mailbox does, for whoever keeps it. */
@RestController
@RequestMapping("/api/v1/shops/{shop}/channels/{channel}/mailbox")
class MailController {

    /** A mail that was not taken for a customer's. */
    record SetAsideMail(String sender, String subject, MailSort sort, Instant at) {}

    /**
     * How it goes.
     *
     * @param atOnce the server tells of new mails; else they are asked for every minute
     * @param trouble why it cannot be read, in words
     * @param said in the server's words
     */
    record MailboxStatus(
            @Nullable Instant polledAt,
            boolean atOnce,
            @Nullable String trouble,
            @Nullable String said,
            @Nullable Instant troubleAt,
            List<SetAsideMail> setAside) {}

    /** Which of the two servers. */
    enum MailServer {
        INCOMING,
        OUTGOING
    }

    /** What came out of a look at one server, in words. */
    record MailFinding(MailServer server, boolean good, String text, @Nullable String said) {}

    private static final int SHOWN = 20;
    private static final Text READS = Text.of("收信正常，新邮件即时到达", "Mails come in, at once");
    private static final Text READS_SLOWLY =
            Text.of(
                    "收信正常；服务器不支持即时通知，每分钟收取一次",
                    "Mails come in; the server tells of none by itself, so it is asked every minute");
    private static final Text SENDS = Text.of("发信正常", "Mails go out");

    private final InboundChannelStore channels;
    private final MailStore store;
    private final MailServers servers;

    MailController(InboundChannelStore channels, MailStore store, MailServers servers) {
        this.channels = channels;
        this.store = store;
        this.servers = servers;
    }

    @GetMapping
    @Needs(Permission.KEYS_MANAGE)
    @Operation(
            summary = "When a mailbox was read last, its trouble, and which mails were set aside")
    MailboxStatus readMailboxStatus(
            @PathVariable ShopId shop,
            @PathVariable String channel,
            Caller.Permitted caller,
            Locale language) {
        mailbox(shop, channel, caller);
        var personal = caller.may(Permission.PERSONAL_READ);
        var aside =
                store.setAside(shop, channel, SHOWN).stream()
                        .map(
                                one ->
                                        new SetAsideMail(
                                                personal ? one.sender() : masked(one.sender()),
                                                personal ? one.subject() : "",
                                                MailSort.valueOf(one.sort()),
                                                one.at()))
                        .toList();
        var status =
                store.status(shop, channel)
                        .orElse(new MailStore.Status(null, false, null, null, null));
        var trouble = status.trouble();
        return new MailboxStatus(
                status.polledAt(),
                status.idle(),
                trouble == null ? null : MailTrouble.valueOf(trouble).text().in(language),
                status.troubleText(),
                status.troubleAt(),
                aside);
    }

    private static String masked(String sender) {
        return sender.replaceFirst("^(.).*@", "$1***@");
    }

    @PostMapping("/checks")
    @Needs(Permission.KEYS_MANAGE)
    @Operation(summary = "Signs in to both mail servers and says in plain words what is wrong")
    List<MailFinding> checkMailbox(
            @PathVariable ShopId shop,
            @PathVariable String channel,
            Caller.Permitted caller,
            Locale language) {
        var box = mailbox(shop, channel, caller);
        return List.of(incoming(box, language), outgoing(box, language));
    }

    private MailFinding incoming(Mailbox box, Locale language) {
        try (var line = new MailLine(servers.open(box))) {
            var text = line.canIdle() ? READS : READS_SLOWLY;
            return new MailFinding(MailServer.INCOMING, true, text.in(language), null);
        } catch (MessagingException trouble) {
            return wrong(MailServer.INCOMING, trouble, language);
        }
    }

    private MailFinding outgoing(Mailbox box, Locale language) {
        try {
            servers.sender(box).testConnection();
            return new MailFinding(MailServer.OUTGOING, true, SENDS.in(language), null);
        } catch (MessagingException trouble) {
            return wrong(MailServer.OUTGOING, trouble, language);
        }
    }

    private static MailFinding wrong(MailServer server, MessagingException why, Locale language) {
        return new MailFinding(
                server,
                false,
                MailTrouble.of(why).text().in(language),
                String.valueOf(why.getMessage()));
    }

    private Mailbox mailbox(ShopId shop, String channel, Caller.Permitted caller) {
        caller.requireIn(shop);
        var box =
                channels.get(channel)
                        .filter(known -> known.shop().equals(shop))
                        .orElseThrow(() -> Problem.missing("channel"))
                        .mailbox();
        if (box == null) {
            throw Problem.missing("mailbox");
        }
        return box;
    }
}
